/** A web server of somebody else: an application's files on an origin of its own. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export interface Site {
  /** Another site than the product's, not only another port: a browser keeps the two apart. */
  readonly origin: string;
  /** Serves what lies in a folder from now on; addresses of no file get its `index.html`, as for an application with routes. */
  serve(folder: string): void;
  /** Answers one path with this text from now on. */
  answer(path: string, text: string): void;
  close(): Promise<void>;
}

/** Starts it on a free port. `policy` is sent with every answer as the content security policy. */
export async function startSite(policy: string): Promise<Site> {
  const answers = new Map<string, string>();
  let folder: string | undefined;
  const find = (path: string): { readonly name: string; readonly body: string | Buffer } | undefined => {
    const text = answers.get(path);
    if (text !== undefined) return { name: path, body: text };
    if (folder === undefined) return undefined;
    const file = join(folder, normalize(path));
    if (extname(path) !== '' && existsSync(file)) return { name: path, body: readFileSync(file) };
    return { name: 'index.html', body: answers.get('/index.html') ?? readFileSync(join(folder, 'index.html')) };
  };
  const server = createServer((request, response) => {
    const found = find(new URL(request.url ?? '/', 'http://site').pathname);
    if (found === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(found.name)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(found.body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve: path => {
      folder = path;
    },
    answer: (path, text) => void answers.set(path, text),
    close: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
