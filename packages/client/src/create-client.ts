import type { verificationHeader as VerificationHeader } from '@freehold/contract';
import { FreeholdError, OutcomeUnknown, type Problem } from './errors.ts';
import { operations } from './operations.ts';
import type { Client } from './request-types.ts';

/** How a client reaches the server. */
export interface ClientOptions {
  /** Base URL of the server, such as `https://id.example.com`. */
  readonly endpoint: string;
  /**
   * The access token, asked for before every call that needs one: opaque for the Account and Verification APIs, a JWT for the
   * Management API. When the server refuses it (`auth.unauthorized`: it has ended), it is asked for once more with what was
   * refused, and the call is made again if another one comes: nothing is done before a token is judged. Calls that are refused
   * together wait for the same one. Where it throws, the call ends as one without an answer does.
   */
  readonly token?: (refused?: string) => string | Promise<string>;
  /** Language of the messages (BCP 47), or what tells it at each call. */
  readonly language?: string | (() => string);
  readonly fetch?: typeof globalThis.fetch;
}

const verificationHeader: typeof VerificationHeader = 'logto-verification-id';

interface Request {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly file?: Blob;
  readonly proof?: string;
  readonly ifMatch?: string;
  readonly page?: number;
  readonly pageSize?: number;
  readonly signal?: AbortSignal;
}

/**
 * Makes a client: one method for every operation of the API, named as in the reference.
 *
 * @example
 * const client = createClient({ endpoint: 'https://id.example.com', token: () => getAccessToken() });
 * const { body: account, etag } = await client.getAccount();
 * await client.updateAccount({ body: { name: 'Ada' }, ifMatch: etag });
 *
 * @throws (each method) {@link FreeholdError} when the server refuses, {@link OutcomeUnknown} when no answer arrives
 */
export function createClient({ token, ...given }: ClientOptions): Client {
  const options = token === undefined ? given : { ...given, token: renewingOnce(token) };
  const methods = Object.entries(operations).map(([name, line]) => {
    const [caller = '', method = '', path = ''] = line.split(' ');
    const needsToken = caller === 'account' || caller === 'management';
    return [name, (request: Request = {}) => call(options, needsToken, method, path, request)];
  });
  return Object.fromEntries(methods);
}

/** A refresh token serves once: whoever asks for another access token while one is on its way waits for that. */
function renewingOnce(token: NonNullable<ClientOptions['token']>): typeof token {
  const renewals = new Map<string, Promise<string>>();
  return refused => {
    if (refused === undefined) return token();
    const begun = renewals.get(refused);
    if (begun !== undefined) return begun;
    const renewal = (async () => token(refused))().finally(() => renewals.delete(refused));
    renewals.set(refused, renewal);
    return renewal;
  };
}

async function call(options: ClientOptions, needsToken: boolean, method: string, path: string, request: Request) {
  const token = needsToken ? await tokenFrom(options) : undefined;
  try {
    return await send(options, token, method, path, request);
  } catch (error) {
    const refused = error instanceof FreeholdError && error.status === 401 && error.code === 'auth.unauthorized';
    const next = refused && token !== undefined ? await tokenFrom(options, token) : token;
    if (next === token) throw error;
    return send(options, next, method, path, request);
  }
}

async function tokenFrom({ token }: ClientOptions, refused?: string): Promise<string | undefined> {
  try {
    return await token?.(refused);
  } catch (cause) {
    throw cause instanceof OutcomeUnknown ? cause : new OutcomeUnknown('no access token', { cause });
  }
}

async function send(
  { fetch = globalThis.fetch, endpoint, language }: ClientOptions,
  token: string | undefined,
  method: string,
  path: string,
  request: Request,
) {
  const headers = given({
    authorization: token === undefined ? undefined : `Bearer ${token}`,
    'accept-language': typeof language === 'function' ? language() : language,
    'content-type': request.body === undefined ? undefined : 'application/json',
    [verificationHeader]: request.proof,
    'if-match': request.ifMatch,
  });
  const url = endpoint.replace(/\/$/, '') + fill(path, request.params) + search(request);
  const content = request.file
    ? formOf(request.file)
    : request.body === undefined
      ? undefined
      : JSON.stringify(request.body);
  const body = content === undefined ? {} : { body: content };
  const signal = request.signal ? { signal: request.signal } : {};
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { method, headers, ...body, ...signal });
    text = await response.text();
  } catch (cause) {
    throw new OutcomeUnknown(`${method} ${path}: no answer`, { cause });
  }
  return read(response, text, `${method} ${path}`);
}

/** Its content type, with the boundary, is the form's own to tell. */
function formOf(file: Blob): FormData {
  const form = new FormData();
  form.append('file', file);
  return form;
}

/** Reads an answer of ours; whatever else there is between us and the server answers in other shapes. */
function read(response: Response, text: string, call: string) {
  const { status, headers } = response;
  const type = headers.get('content-type') ?? '';
  if (!response.ok) {
    const problem = type.startsWith('application/problem+json') ? (parse(text) as Problem | undefined) : undefined;
    if (typeof problem?.code !== 'string')
      throw new OutcomeUnknown(`${call}: status ${status}, not from Freehold`, { status });
    const retryAfter = headers.get('retry-after');
    throw new FreeholdError(problem, {
      retryAfter: retryAfter === null ? undefined : Number(retryAfter),
      requestId: headers.get('logto-core-request-id') ?? undefined,
    });
  }
  const body = text === '' ? undefined : parse(text);
  if (text !== '' && body === undefined) throw new OutcomeUnknown(`${call}: unreadable answer`, { status });
  const total = headers.get('total-number');
  return { status, body, etag: headers.get('etag') ?? undefined, total: total === null ? undefined : Number(total) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const given = (headers: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined));

const fill = (path: string, params: Request['params'] = {}): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));

function search({ query = {}, page, pageSize }: Request): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, page, page_size: pageSize })) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined) parameters.append(name, String(each));
    }
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
