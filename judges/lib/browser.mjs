/**
 * A browser without a window: keeps cookies by name and path, follows no redirect by itself, so that a judge
 * sees every status and every `Location`.
 */
import { endpoint } from './environment.mjs';

export class Browser {
  #cookies = new Map();
  #origin;

  /** @param {string} origin the one site that it visits: a browser has its cookies for each site apart */
  constructor(origin = endpoint) {
    this.#origin = new URL(origin).origin;
  }

  /** Requests a page as a top-level navigation does: with the cookies whose path matches. */
  navigate(url) {
    const { pathname } = new URL(url, this.#origin);
    return this.#send(url, {}, cookie => matches(cookie.path, pathname));
  }

  /** Submits a form as a page of the server does. */
  submit(url, fields) {
    const { pathname } = new URL(url, this.#origin);
    const init = { method: 'POST', body: new URLSearchParams(fields) };
    return this.#send(url, init, cookie => matches(cookie.path, pathname));
  }

  /** Calls the server with JSON and every cookie it has, as clients without a browser do. */
  json(method, url, body) {
    const init = {
      method,
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    };
    return this.#send(url, init, () => true);
  }

  /** Names of the cookies that it has. */
  get cookieNames() {
    return [...new Set([...this.#cookies.values()].map(({ name }) => name))];
  }

  /** The cookies as the server set them last: name, path and attributes in lower case. */
  get cookies() {
    return [...this.#cookies.values()];
  }

  /** Forgets every cookie that `answer` did not set: some clients keep only those of the last answer. */
  keepOnlyCookiesOf(answer) {
    const set = new Set(answer.headers.getSetCookie().map(line => keyOf(parse(line, '/'))));
    for (const key of this.#cookies.keys()) if (!set.has(key)) this.#cookies.delete(key);
  }

  async #send(url, init, chosen) {
    const target = new URL(url, this.#origin);
    if (target.origin !== this.#origin) throw new Error(`not a page of ${this.#origin}: ${url}`);
    const cookie = [...this.#cookies.values()]
      .filter(chosen)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const response = await fetch(target, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html, application/json', ...init.headers, ...(cookie !== '' && { cookie }) },
    });
    for (const line of response.headers.getSetCookie()) this.#keep(parse(line, target.pathname));
    const text = await response.text();
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      location: response.headers.get('location'),
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  }

  #keep(cookie) {
    if (cookie.expired) this.#cookies.delete(keyOf(cookie));
    else this.#cookies.set(keyOf(cookie), cookie);
  }
}

const keyOf = ({ name, path }) => `${name};${path}`;

/** RFC 6265 §5.1.4: `/oidc/auth` is sent to `/oidc/auth/x`, not to `/oidc/authority`. */
const matches = (path, pathname) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);

function parse(line, pathname) {
  const [pair, ...rest] = line.split(';').map(part => part.trim());
  const at = pair.indexOf('=');
  const attributes = new Map(rest.map(one => [one.split('=')[0].toLowerCase(), one.split('=')[1] ?? '']));
  const expires = attributes.get('expires');
  return {
    name: pair.slice(0, at),
    value: pair.slice(at + 1),
    path: attributes.get('path') ?? (pathname.slice(0, pathname.lastIndexOf('/')) || '/'),
    attributes,
    expired: attributes.get('max-age') === '0' || (expires !== undefined && Date.parse(expires) <= Date.now()),
  };
}
