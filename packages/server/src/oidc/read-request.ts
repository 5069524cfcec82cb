import type { IncomingMessage } from 'node:http';
import { errors, type KoaContextWithOIDC } from './engine.ts';

/** The parameters of a form: names with one value or several. */
export type Form = Record<string, string | string[]>;

/** More than any request of the protocol needs. */
const BODY_LIMIT = 56 * 1024;

const isJson = (contentType: string): boolean => /^application\/json(?:\s*;|$)/i.test(contentType);
const isForm = (contentType: string): boolean => /^application\/x-www-form-urlencoded(?:\s*;|$)/i.test(contentType);

/** API indicators as applications send them: repeated, joined by commas, or empty, which means none. */
export function splitResources(value: unknown): string | string[] | undefined {
  const all = (Array.isArray(value) ? value : [value])
    .filter(item => typeof item === 'string')
    .flatMap(item => item.split(','))
    .map(item => item.trim())
    .filter(item => item !== '');
  return all.length > 1 ? all : all[0];
}

/** Replaces `resource` by its parts; takes it out when nothing is left. */
function normalize(form: Form): Form {
  if (!('resource' in form)) return form;
  const { resource, ...rest } = form;
  const parts = splitResources(resource);
  return parts === undefined ? rest : { ...rest, resource: parts };
}

/**
 * Splits `resource` in the query of an authorization request.
 * @throws InvalidRequest for a parameter with a NUL, which no database stores and nobody means
 */
export function normalizeQuery(ctx: KoaContextWithOIDC): void {
  refuseNul(ctx.query as Form);
  const { resource } = ctx.query;
  if (resource === undefined) return;
  ctx.query = normalize({ ...(ctx.query as Form) });
}

function refuseNul(form: Form): void {
  for (const [name, value] of Object.entries(form)) {
    if ([value].flat().some(text => text.includes('\0'))) {
      throw new errors.InvalidRequest(`${name.replaceAll('\0', '')} must not contain NUL`);
    }
  }
}

/**
 * Reads the body of a token request, which may be a form or JSON, and hands the engine a form in its place.
 * Undefined for a body of another kind, which the engine refuses itself.
 */
export async function readForm(ctx: KoaContextWithOIDC): Promise<Form | undefined> {
  const contentType = ctx.get('content-type');
  if (!isJson(contentType) && !isForm(contentType)) return undefined;
  const text = await readText(ctx.req);
  const form = normalize(isJson(contentType) ? formOfJson(text) : formOfText(text));
  refuseNul(form);
  replaceBody(ctx, form);
  return form;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > BODY_LIMIT) break;
    chunks.push(chunk);
  }
  if (length > BODY_LIMIT) {
    // Unread, the rest would hold up the next request of the connection.
    request.resume();
    throw new errors.InvalidRequest('the request body is too large');
  }
  return Buffer.concat(chunks).toString('utf8');
}

function formOfText(text: string): Form {
  const form: Form = {};
  for (const [name, value] of new URLSearchParams(text)) add(form, name, value);
  return form;
}

function formOfJson(text: string): Form {
  const body = parsed(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new errors.InvalidRequest('the request body must be a JSON object');
  }
  const form: Form = {};
  for (const [name, value] of Object.entries(body)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean')
        add(form, name, String(item));
      else if (item !== null) throw new errors.InvalidRequest(`${name} must be a string`);
    }
  }
  return form;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new errors.InvalidRequest('failed to parse the request body');
  }
}

function add(form: Form, name: string, value: string): void {
  const known = Object.hasOwn(form, name) ? form[name] : undefined;
  const next = known === undefined ? value : [known, value].flat();
  // A plain assignment of `__proto__` would set the prototype.
  Object.defineProperty(form, name, { value: next, enumerable: true, configurable: true, writable: true });
}

/** The stream has been read: what stands in for it says the same, as a form. */
function replaceBody(ctx: KoaContextWithOIDC, form: Form): void {
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map(one => [name, one] as [string, string]),
  );
  const body = Buffer.from(new URLSearchParams(pairs).toString());
  const { 'transfer-encoding': _encoding, 'content-encoding': _coding, ...headers } = ctx.req.headers;
  const replaced: IncomingMessage = Object.create(ctx.req, {
    headers: {
      value: {
        ...headers,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(body.length),
      },
    },
    readable: { value: true },
    iterator: {
      value: async function* () {
        yield body;
      },
    },
  });
  ctx.req = replaced;
  ctx.request.req = replaced;
}
