import type { IncomingMessage } from 'node:http';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import type { FilePart, SentFile } from '@freehold/contract';
import type { FastifyInstance } from 'fastify';
import { createSemaphore, type Semaphore } from '../lib/index.ts';
import { Problem } from '../operation/index.ts';

/** Lets routes of this scope take forms, unread: the route's guards come first. */
export function takeForms(scope: FastifyInstance): void {
  scope.removeContentTypeParser('application/json');
  scope.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null, undefined));
}

/** What a form may have around its file: boundaries and headers. */
const AROUND = 16 * 1024;

/** Files are held whole, since what they are is told by both of their ends: so few that they fit beside everything else. */
const files = createSemaphore({ concurrency: 4, queue: 16 });

/**
 * Of those places each person takes two at most, waiting or not: whoever sends slowly keeps nobody else out. The second is
 * for who tries again while a first connection hangs of which only one end knows.
 */
const ofOne = { concurrency: 2, queue: 0 };
const bySender = new Map<string, Semaphore>();

async function amongTheirOwn<T>(sender: string, work: () => Promise<T>): Promise<T> {
  const theirs = bySender.get(sender) ?? createSemaphore(ofOne);
  bySender.set(sender, theirs);
  try {
    return await theirs.run(work);
  } finally {
    if (theirs.running === 0) bySender.delete(sender);
  }
}

/**
 * Reads the first file of that name from a form, other parts are passed over, and does `work` with it. Its place is taken
 * until that is done: a file that waits for the database is held, too.
 * @param sender who sends it, over all of the house
 * @throws QueueFull where no place is left, in the house or to the sender
 * @throws Problem 400 `guard.invalid_input` for a form without it, or one that ends too soon; 400
 * `guard.file_size_exceeded` before more than that is held
 */
export async function withFilePart<T>(
  request: IncomingMessage,
  part: FilePart,
  sender: string,
  work: (file: SentFile) => Promise<T>,
): Promise<T> {
  if (Number(request.headers['content-length'] ?? 0) > part.maxBytes + AROUND) {
    throw new Problem('guard.file_size_exceeded');
  }
  return amongTheirOwn(sender, () => files.run(async () => work(await read(request, part))));
}

function read(request: IncomingMessage, { name, maxBytes }: FilePart): Promise<SentFile> {
  const missing = (details: string) => new Problem('guard.invalid_input', { details, values: { part: 'body' } });
  const tooSoon = missing(`body.${name}: ends too soon`);
  // Gone while it waited for its place: it says no more, not even that it is gone, and would keep the place for ever.
  if (request.destroyed) return Promise.reject(tooSoon);
  return new Promise((resolve, reject) => {
    let form: BusboyInstance;
    try {
      form = new Busboy({
        headers: request.headers as BusboyHeaders,
        limits: { fields: 16, fieldSize: 1024, files: 16, parts: 32, headerPairs: 32 },
      });
    } catch {
      // The form does not say what separates its parts.
      reject(missing('body: not a form'));
      return;
    }
    const end = (settle: () => void) => {
      request.unpipe(form);
      // What follows is read and forgotten, so that the connection stays usable.
      request.resume();
      settle();
    };
    let taken = false;
    form.on('file', (field, stream) => {
      if (taken || field !== name) {
        stream.resume();
        return;
      }
      taken = true;
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > maxBytes) end(() => reject(new Problem('guard.file_size_exceeded')));
        else chunks.push(chunk);
      });
      stream.on('end', () => end(() => resolve({ bytes: new Uint8Array(Buffer.concat(chunks, size)) })));
      stream.on('error', () => end(() => reject(tooSoon)));
    });
    form.on('error', () => end(() => reject(missing('body: not a form'))));
    form.on('finish', () => {
      if (!taken) end(() => reject(missing(`body.${name}: a file is missing`)));
    });
    request.on('close', () => reject(tooSoon));
    request.pipe(form);
  });
}
