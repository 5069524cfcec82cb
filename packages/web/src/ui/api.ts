/** An answer of the server that is not a success, or no answer at all (`code` is then `network`). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly data: unknown;
  /** Seconds after which trying again makes sense, from `Retry-After`. */
  readonly retryAfter: number | undefined;
  readonly requestId: string | undefined;

  constructor(
    message: string,
    about: {
      status: number;
      code: string;
      data?: unknown;
      retryAfter?: number | undefined;
      requestId?: string | undefined;
    },
  ) {
    super(message);
    this.status = about.status;
    this.code = about.code;
    this.data = about.data;
    this.retryAfter = about.retryAfter;
    this.requestId = about.requestId;
  }
}

export type RequestOptions = { readonly body?: unknown; readonly token?: string };

/**
 * Sends one JSON request to this origin and returns the parsed answer (`undefined` for an empty one).
 *
 * Errors come back in the language of the page, which is why it is sent along: the browser's own
 * list may differ from what the reader has just chosen.
 * @throws Problem
 */
export async function request(method: string, path: string, options: RequestOptions = {}): Promise<unknown> {
  const headers = new Headers({ accept: 'application/json', 'accept-language': document.documentElement.lang });
  if (options.token !== undefined) headers.set('authorization', `Bearer ${options.token}`);
  const init: RequestInit = { method, headers, cache: 'no-store' };
  if (options.body !== undefined) {
    headers.set('content-type', 'application/json');
    init.body = JSON.stringify(options.body);
  }
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, init);
    text = await response.text();
  } catch (error) {
    throw new Problem(String(error), { status: 0, code: 'network' });
  }
  const answer = parse(text);
  if (response.ok) return answer;
  const { code, message, data } = isRecord(answer) ? answer : {};
  throw new Problem(typeof message === 'string' ? message : '', {
    status: response.status,
    code: typeof code === 'string' ? code : `http_${response.status}`,
    data,
    retryAfter: secondsUntil(response.headers.get('retry-after')),
    requestId: response.headers.get('logto-core-request-id') ?? undefined,
  });
}

/** Narrows a parsed answer to something with members. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Leaves the page for an address that the server named in `redirectTo`.
 *
 * Only http and https: an address such as `javascript:` would run in this origin.
 */
export function leaveFor(answer: unknown): void {
  const redirectTo = isRecord(answer) ? answer['redirectTo'] : undefined;
  const url = typeof redirectTo === 'string' ? new URL(redirectTo, location.href) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new Problem('', { status: 0, code: 'page.no_way_on' });
  }
  location.assign(url);
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // A proxy's HTML page: the status says enough.
  }
}

// RFC 9110 §10.2.3: a number of seconds, or a date.
function secondsUntil(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
