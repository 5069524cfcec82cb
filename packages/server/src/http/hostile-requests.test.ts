/** Requests that no well-meaning client sends, through the front door; routes come from the contract. */
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { methodsOf, type Route, routeGroups } from '@freehold/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken } from '../testing/create-test-app.ts';
import { type ScriptedInteractions, scriptedInteractions } from '../testing/scripted-interactions.ts';

const operations = routeGroups
  .flatMap(group => Object.values<Route>(group))
  .flatMap(route => methodsOf(route).map(method => ({ method, path: route.path.replace(/:\w+/g, 'x'), route })));

let app: TestApp;
let interactions: ScriptedInteractions;
let token: TestToken;
beforeAll(async () => {
  interactions = scriptedInteractions();
  app = await createTestApp({ parts: { interactions } });
  await app.enableAccountCenter();
  token = await app.signIn(await app.createUser());
});
afterAll(() => app.server.close());

const change = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  app.account(token, 'PATCH', '/api/my-account', { body, headers });

describe('a path spelt in another way', () => {
  const closed = operations.filter(({ route }) => route.caller === 'account' || route.caller === 'management');
  const spellings: readonly [string, (path: string) => string][] = [
    ['double slashes', path => path.replace('/api/', '/api//')],
    ['a double slash in front', path => `/${path}`],
    ['a slash at the end', path => `${path}/`],
    ['capitals', path => path.toUpperCase()],
    ['an encoded letter', path => path.replace('/api/', '/%61pi/')],
    ['an encoded slash', path => path.replace('/api/', '/api%2F')],
    ['a dot segment', path => path.replace('/api/', '/api/./')],
    ['an encoded dot segment', path => path.replace('/api/', '/api/%2e/')],
    ['a way back', path => path.replace('/api/', '/api/status/../')],
    ['an encoded way back', path => path.replace('/api/', '/api/status/%2e%2e/')],
    ['a parameter of the path', path => `${path};x=y`],
    ['a parameter of a segment', path => path.replace('/api/', '/api;x/')],
    ['a backslash', path => path.replace('/api/', '/api\\')],
    ['a NUL', path => `${path}%00`],
    ['a whole address', path => `http://elsewhere.test${path}`],
    ['a fragment', path => `${path}#/api/status`],
    ['bytes that are no text', path => `${path}%ff`],
  ];
  test.each(spellings)('%s: opens nothing to somebody without a token', async (_, spell) => {
    for (const { method, path } of closed) {
      const answer = await app.request(method, spell(path));
      expect([400, 401, 404, 405], `${method} ${spell(path)}`).toContain(answer.status);
    }
  });
});

describe('a body', () => {
  const nested = (levels: number) => `{"customData":{"a":${'['.repeat(levels - 2)}${']'.repeat(levels - 2)}}}`;

  test.each([101, 1000, 100_000])('that nests %i levels deep is no input, and no accident', async levels => {
    const answer = await change(nested(levels));
    expect([answer.status, answer.body.code]).toEqual([400, 'guard.invalid_input']);
    const objects = `{"a":`.repeat(Math.min(levels, 40_000));
    const unclosed = await change(objects);
    expect([unclosed.status, unclosed.body.code]).toEqual([400, 'guard.invalid_input']);
  });

  test('of a hundred levels is stored; brackets in text are text', async () => {
    expect((await change(nested(100))).status).toBe(200);
    const text = '[{"\\'.repeat(1000);
    const answer = await change({ customData: { text } });
    expect([answer.status, answer.body.customData]).toEqual([200, { text }]);
  });

  test('cannot reach what every object inherits', async () => {
    const body = `{"customData":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"a":1},
      "__proto__":{"polluted":1,"name":"inherited"},"constructor":{"prototype":{"polluted":1}}}`;
    const answer = await change(body);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(JSON.stringify(answer.body)).not.toContain('polluted');
    expect(answer.body.name).not.toBe('inherited');
    const listed = await app.management('GET', '/api/users?__proto__=x&constructor=y&search.__proto__=z');
    expect(listed.status).toBe(400);
  });

  test('is JSON or nothing, on every route that takes one', async () => {
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/json'];
    for (const { method, path, route } of operations.filter(
      ({ route }) => route.body && route.caller !== 'management',
    )) {
      const headers = { authorization: `Bearer ${token.token}`, cookie: interactions.open() };
      for (const type of types) {
        const answer = await app.request(method, path, { body: '{}', headers: { ...headers, 'content-type': type } });
        expect([route.path, answer.status]).toEqual([route.path, 415]);
      }
    }
  });
});

describe('a page of another origin', () => {
  const cookieRoutes = operations.filter(({ route }) => route.caller === 'interaction');
  const elsewhere = [
    { 'sec-fetch-site': 'cross-site' },
    // Another tenant below the same domain is the same site: its requests bring the cookie along.
    { 'sec-fetch-site': 'same-site', origin: 'https://neighbour.test' },
    { origin: 'https://neighbour.test' },
    { origin: 'null' },
  ];
  const send = (method: string, path: string, cookie: string, headers: object, body?: unknown) =>
    app.request(method, path, { body, headers: { cookie, ...headers } });

  test.each(cookieRoutes)('cannot $method $path with the cookie of a sign-in', async ({ method, path, route }) => {
    for (const headers of elsewhere) {
      const cookie = interactions.open(path.includes('consent') ? 'consent' : 'login');
      await send('PUT', '/api/experience', cookie, {}, { interactionEvent: 'SignIn' });
      const before = interactions.stored(cookie);
      const answer = await send(method, path, cookie, headers, route.body && { interactionEvent: 'Register' });
      expect([answer.status, answer.body.code]).toEqual([400, 'session.not_found']);
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
      expect(interactions.stored(cookie)).toEqual(before);
    }
  });

  test('our own can, and so can a program', async () => {
    for (const headers of [
      {},
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
      { origin: app.tenant.endpoint },
    ]) {
      const answer = await send('PUT', '/api/experience', interactions.open(), headers, { interactionEvent: 'SignIn' });
      expect(answer.status).toBe(204);
    }
  });
});

describe('headers', () => {
  test('X-Forwarded-Host finds no tenant, behind a trusted proxy neither', async () => {
    const behind = await createTestApp({ parts: { trustProxy: true } });
    const headers = { host: 'elsewhere.test', 'x-forwarded-host': `${behind.tenant.id}.test` };
    for (const path of [
      '/api/my-account',
      '/api/.well-known/account-center',
      '/sign-in',
      '/docs',
      '/api/swagger.json',
    ]) {
      expect([path, (await behind.request('GET', path, { headers })).status]).toEqual([path, 404]);
    }
    const own = await behind.request('GET', '/api/.well-known/account-center', {
      headers: { 'x-forwarded-host': 'evil.test' },
    });
    expect(own.status).toBe(200);
  });

  test('of hostile text do no harm, and stay out of the log', async () => {
    const agent = `Mozilla\t<script>alert(1)</script> \u00ff"; DROP TABLE users; -- ${'x'.repeat(6000)}`;
    const answer = await app.account(token, 'POST', '/api/verifications/password', {
      body: { password: 'wrong' },
      headers: { 'user-agent': agent, 'x-forwarded-for': `1.1.1.1\t${'9'.repeat(500)}`, 'accept-language': agent },
    });
    expect(answer.status).toBe(422);
    expect(app.logged.filter(line => /<script|DROP|9{20}/.test(JSON.stringify(line)))).toEqual([]);
  });
});

describe('on the wire', () => {
  /** Sends bytes on a connection of their own, and returns everything that comes back until it is closed. */
  async function raw(bytes: string): Promise<string> {
    if (!app.server.server.listening) await app.server.listen({ port: 0, host: '127.0.0.1' });
    const socket = connect((app.server.server.address() as AddressInfo).port, '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', chunk => chunks.push(chunk));
    socket.end(bytes);
    await once(socket, 'close');
    return Buffer.concat(chunks).toString('latin1');
  }
  const request = (line: string, headers: readonly string[], body = '') =>
    raw([line, `Host: ${app.tenant.id}.test`, ...headers, 'Connection: close', '', body].join('\r\n'));
  const statuses = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);

  test.each<[string, readonly string[], string]>([
    ['two lengths', ['Content-Length: 2', 'Content-Length: 40'], '{}'],
    [
      'a length and chunks',
      ['Content-Length: 4', 'Transfer-Encoding: chunked'],
      '0\r\n\r\nGET /api/status HTTP/1.1\r\n\r\n',
    ],
    ['an encoding that is no encoding', ['Transfer-Encoding: xchunked'], '0\r\n\r\n'],
    ['a name with a space', ['Content-Length : 2'], '{}'],
    ['a folded line', ['X-A: b', ' c'], ''],
    ['a NUL in a header', ['X-A: b\0c'], ''],
  ])('%s: is one bad request, and never two', async (_, headers, body) => {
    const text = await request(
      'POST /api/verifications/password HTTP/1.1',
      ['Content-Type: application/json', ...headers],
      body,
    );
    expect(statuses(text)).toEqual(['400']);
  });

  test('a request line with a NUL, or without a host, is a bad request', async () => {
    expect(statuses(await request('GET /api/\0status HTTP/1.1', []))).toEqual(['400']);
    expect(statuses(await raw('GET /api/status HTTP/1.1\r\nConnection: close\r\n\r\n'))).toEqual(['400']);
  });

  test('a request that is not sent within half a minute is given up', () => {
    const { requestTimeout, headersTimeout } = app.server.server;
    expect(headersTimeout).toBeLessThanOrEqual(requestTimeout);
    expect(headersTimeout).toBeGreaterThan(0);
    expect(requestTimeout).toBeLessThanOrEqual(30_000);
  });
});
