/** What careful HTTP clients do beyond the plain request: look at heads, compress, reuse connections after a refusal. */

import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken } from '../testing/create-test-app.ts';

let app: TestApp;
let token: TestToken;
beforeAll(async () => {
  app = await createTestApp();
  await app.enableAccountCenter();
  token = await app.signIn(await app.createUser());
  await app.server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.server.close());

const json = { 'content-type': 'application/json' };

/** Sends bytes as they are; inject() would send strings only. */
const send = (body: Buffer, headers: Readonly<Record<string, string>> = json) =>
  app.server.inject({
    method: 'PATCH',
    url: '/api/my-account',
    headers: { host: `${app.tenant.id}.test`, authorization: `Bearer ${token.token}`, ...headers },
    payload: body,
  });

describe('a look at the head', () => {
  test.each(['/api/my-account', '/api/.well-known/account-center'])(
    'of %s tells what reading it would, down to the ETag',
    async path => {
      const read = await app.account(token, 'GET', path);
      const head = await app.account(token, 'HEAD', path);
      expect([head.status, head.body]).toEqual([200, undefined]);
      for (const name of ['etag', 'content-type', 'content-length', 'cache-control']) {
        expect(head.headers[name]).toBe(read.headers[name]);
      }
      const known = await app.account(token, 'HEAD', path, {
        headers: { 'if-none-match': read.headers['etag'] ?? '' },
      });
      expect(known.status).toBe(304);
    },
  );
});

describe('a change', () => {
  test('answers the new ETag, with which the next change can be guarded', async () => {
    const seen = await app.account(token, 'GET', '/api/my-account');
    const first = await app.account(token, 'PATCH', '/api/my-account', {
      body: { name: 'first' },
      headers: { 'if-match': seen.headers['etag'] ?? '' },
    });
    const etag = first.headers['etag'] ?? '';
    expect([first.status, etag]).not.toEqual([200, '']);
    const second = { body: { name: 'second' }, headers: { 'if-match': etag } };
    expect((await app.account(token, 'PATCH', '/api/my-account', second)).status).toBe(200);
    expect((await app.account(token, 'PATCH', '/api/my-account', second)).status).toBe(412);
  });
});

describe('a body', () => {
  test('that is compressed is of no supported kind', async () => {
    const answer = await send(gzipSync('{"name":"compressed"}'), { ...json, 'content-encoding': 'gzip' });
    expect([answer.statusCode, answer.json().code]).toEqual([415, 'request.unsupported_media_type']);
    expect(answer.headers['accept-encoding']).toBe('identity');
    expect((await send(Buffer.from('{"name":"plain"}'), { ...json, 'content-encoding': 'identity' })).statusCode).toBe(
      200,
    );
  });

  test('that is not UTF-8 is no input: nothing is stored that was not sent', async () => {
    const before = (await app.account(token, 'GET', '/api/my-account')).body;
    const answer = await send(Buffer.from('{"name":"caf\xe9"}', 'latin1'));
    expect([answer.statusCode, answer.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'guard.invalid_input', details: 'body: not valid UTF-8' }),
    ]);
    expect((await app.account(token, 'GET', '/api/my-account')).body).toEqual(before);
  });
});

describe('a path that cannot be decoded', () => {
  test.each(['/api/%zz', '/api/users/%', '/sign-in%f'])('%s: is refused like everything else', async path => {
    const { status, headers, body } = await app.request('GET', path, { headers: { 'accept-language': 'fr' } });
    expect([status, body.code, body.type]).toEqual([
      400,
      'guard.invalid_input',
      `${app.tenant.endpoint}/errors/guard.invalid_input`,
    ]);
    expect(body.message).toContain('adresse');
    expect(headers['content-type']).toContain('application/problem+json');
    expect(headers['logto-core-request-id']).toMatch(/^[a-z0-9]{16}$/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('a connection', () => {
  /** Sends everything at once, as a client that does not wait, and resolves with the statuses once `count` have come. */
  const converse = (count: number, ...requests: readonly Buffer[]) =>
    new Promise<string[]>((resolve, reject) => {
      const socket = connect((app.server.server.address() as AddressInfo).port, '127.0.0.1');
      let text = '';
      const statuses = () => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => String(status));
      socket.on('data', chunk => {
        text += chunk.toString('latin1');
        if (statuses().length >= count) socket.destroy();
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(statuses()));
      for (const request of requests) socket.write(request);
    });
  const request = (line: string, headers: readonly string[], body: Buffer = Buffer.alloc(0)) =>
    Buffer.concat([
      Buffer.from(
        [line, `Host: ${app.tenant.id}.test`, `Authorization: Bearer ${token.token}`, ...headers, '', ''].join('\r\n'),
      ),
      body,
    ]);
  const status = () => request('GET /api/status HTTP/1.1', []);
  const patch = (headers: readonly string[], body: Buffer) =>
    request('PATCH /api/my-account HTTP/1.1', ['Content-Type: application/json', ...headers], body);
  const sized = (body: Buffer) => patch([`Content-Length: ${body.length}`], body);
  const chunked = (body: Buffer) =>
    patch(
      ['Transfer-Encoding: chunked'],
      Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')]),
    );

  test.each([
    ['a body of several megabytes', '413', () => sized(Buffer.alloc(4_000_000, 'x'))],
    ['the same in chunks', '413', () => chunked(Buffer.alloc(4_000_000, 'x'))],
    ['a body that is not JSON', '400', () => sized(Buffer.from('{bad'))],
  ])('serves the next request after %s', async (_, refusal, bytes) => {
    expect(await converse(2, bytes(), status())).toEqual([refusal, '204']);
  });
});
