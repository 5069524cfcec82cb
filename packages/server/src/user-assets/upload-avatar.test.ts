import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sweep } from '../sessions/index.ts';
import { createTestApp, type TestApp, type TestToken, type TestUser } from '../testing/create-test-app.ts';
import { images } from '../testing/images.ts';

const path = '/api/my-account/user-assets/avatar';
const png = images['image/png'] ?? Buffer.alloc(0);
const MiB = 1024 * 1024;

/** A complete PNG of so many bytes: what is between its ends nobody looks at. */
const pngOf = (size: number) => Buffer.concat([png.subarray(0, 33), Buffer.alloc(size - 45), png.subarray(-12)]);

let app: TestApp;
let user: TestUser;
let token: TestToken;
beforeAll(async () => {
  app = await createTestApp();
});
beforeEach(async () => {
  await app.enableAccountCenter();
  user = await app.createUser();
  token = await app.signIn(user);
  await app.events();
});

interface Part {
  readonly name?: string;
  readonly filename?: string;
  readonly type?: string;
  readonly bytes: Buffer;
}

const boundary = 'a-boundary';
const formOf = (parts: readonly Part[]) =>
  Buffer.concat([
    ...parts.flatMap(({ name = 'file', filename = 'me.png', type = 'image/png', bytes }) => [
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${filename && `; filename="${filename}"`}\r\ncontent-type: ${type}\r\n\r\n`,
      ),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);

const form = { 'content-type': `multipart/form-data; boundary=${boundary}` };
const upload = (parts: readonly Part[], bearer: TestToken = token) =>
  app.account(bearer, 'POST', path, { body: formOf(parts), headers: form });
const isThere = async (url: string) => (await app.request('GET', new URL(url).pathname)).status === 200;

describe('a picture', () => {
  test.each(Object.entries(images))('%s is stored, and served as what it is', async (type, bytes) => {
    // What is said about it is not believed.
    const answer = await upload([{ bytes, type: 'text/html', filename: '../../x.html' }]);
    expect(answer).toMatchObject({ status: 200 });
    const url = new URL(answer.body.url);
    expect([url.origin, url.pathname]).toEqual([
      app.tenant.endpoint,
      expect.stringMatching(/^\/user-assets\/[\w-]{43}$/),
    ]);
    const served = await app.server.inject({ method: 'GET', url: url.pathname, headers: { host: url.host } });
    expect(served.statusCode).toBe(200);
    expect(served.rawPayload.equals(bytes)).toBe(true);
    expect(served.headers).toMatchObject({
      'content-type': type,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(served.headers).not.toHaveProperty('set-cookie');
    const again = await app.request('GET', url.pathname, { headers: { 'if-none-match': served.headers.etag ?? '' } });
    expect([again.status, again.body]).toEqual([304, undefined]);
    // It is nobody's avatar yet, and nobody is told.
    expect((await app.account(token, 'GET', '/api/my-account')).body.avatar).toBeNull();
    expect(await app.events()).toEqual([]);
  });

  test('is the same address again, another for somebody else, and unknown to other tenants', async () => {
    const first = (await upload([{ bytes: png }])).body.url;
    expect((await upload([{ bytes: png }])).body.url).toBe(first);
    const other = await app.signIn(await app.createUser());
    expect((await upload([{ bytes: png }], other)).body.url).not.toBe(first);
    const elsewhere = await createTestApp();
    expect((await elsewhere.request('GET', new URL(first).pathname)).status).toBe(404);
  });

  test('of exactly 20 MiB is taken, of a byte more is not, however it is sent', async () => {
    expect((await upload([{ bytes: pngOf(20 * MiB) }])).status).toBe(200);
    for (const size of [20 * MiB + 1, 21 * MiB]) {
      const { status, body } = await upload([{ bytes: pngOf(size) }]);
      expect([status, body.code]).toEqual([400, 'guard.file_size_exceeded']);
    }
  });

  test('is the first of that name; other parts are passed over', async () => {
    const gif = images['image/gif'] ?? png;
    const { body } = await upload([
      { name: 'note', filename: '', type: 'text/plain', bytes: Buffer.from('hello') },
      { name: 'other', bytes: Buffer.from('<html>') },
      { bytes: gif },
      { bytes: png },
    ]);
    const served = await app.request('GET', new URL(body.url).pathname);
    expect(served.headers['content-type']).toBe('image/gif');
  });
});

describe('what is no picture', () => {
  test.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['nothing', Buffer.alloc(0)],
    ['half a picture', png.subarray(0, 40)],
    ['a picture that a script follows', Buffer.concat([png, Buffer.from('<script>')])],
  ])('is refused: %s', async (_, bytes) => {
    const { status, body } = await upload([{ bytes, type: 'image/png' }]);
    expect([status, body.code]).toEqual([400, 'guard.mime_type_not_allowed']);
  });

  const whole = formOf([{ bytes: png }]);
  test.each<[string, Buffer | undefined, Record<string, string>, number, string]>([
    ['no form', undefined, {}, 400, 'guard.invalid_input'],
    ['a form without the file', formOf([{ name: 'picture', bytes: png }]), form, 400, 'guard.invalid_input'],
    ['a form without parts', formOf([]), form, 400, 'guard.invalid_input'],
    ['a form that ends too soon', whole.subarray(0, 120), form, 400, 'guard.invalid_input'],
    ['a form without a boundary', whole, { 'content-type': 'multipart/form-data' }, 400, 'guard.invalid_input'],
    ['JSON', Buffer.from('{"file":"x"}'), {}, 415, 'request.unsupported_media_type'],
    ['the picture alone', png, { 'content-type': 'image/png' }, 415, 'request.unsupported_media_type'],
  ])('is refused: %s', async (_, sent, headers, status, code) => {
    const answer = await app.account(token, 'POST', path, { ...(sent && { body: sent }), headers });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('who may', () => {
  test('is judged before the file: scope, first party, field', async () => {
    const tooLarge = [{ bytes: pngOf(21 * MiB) }];
    const answerOf = async (bearer: TestToken) => {
      const { status, body } = await upload(tooLarge, bearer);
      return [status, body.code];
    };
    expect(await answerOf(await app.signIn(user, { scopes: ['openid'] }))).toEqual([401, 'auth.unauthorized']);
    await app.enableAccountCenter({ avatar: 'ReadOnly' });
    expect(await answerOf(token)).toEqual([400, 'account_center.field_not_editable']);
    await app.enableAccountCenter();
    expect(await answerOf(token)).toEqual([400, 'guard.file_size_exceeded']);
  });
});

describe('what becomes of uploads', () => {
  const uploads = async (count: number) => {
    const urls: string[] = [];
    for (let i = 0; i < count; i++) {
      app.clock.advance(1000);
      urls.push((await upload([{ bytes: pngOf(100 + i) }])).body.url);
    }
    return urls;
  };

  test('the avatar stays, and of the others the newest five', async () => {
    const [avatar = '', second = ''] = await uploads(2);
    const change = await app.account(token, 'PATCH', '/api/my-account', { body: { avatar } });
    expect(change.status).toBe(200);
    const more = [second, ...(await uploads(7)).slice(2)];
    const there = await Promise.all([avatar, ...more].map(isThere));
    expect(there).toEqual([true, false, true, true, true, true, true]);
  });

  test('after a day the sweep removes what has not become an avatar', async () => {
    const [avatar = '', other = ''] = await uploads(2);
    await app.account(token, 'PATCH', '/api/my-account', { body: { avatar } });
    await sweep(app.database, new Date(app.clock().getTime() + 23 * 3_600_000));
    expect([await isThere(avatar), await isThere(other)]).toEqual([true, true]);
    await sweep(app.database, new Date(app.clock().getTime() + 25 * 3_600_000));
    expect([await isThere(avatar), await isThere(other)]).toEqual([true, false]);
  });

  test('they go with their owner', async () => {
    const [url = ''] = await uploads(1);
    expect((await app.management('DELETE', `/api/users/${user.id}`)).status).toBe(204);
    expect(await isThere(url)).toBe(false);
  });

  test('an address that nobody has is not found', async () => {
    expect((await app.request('GET', '/user-assets/nothing')).status).toBe(404);
    expect((await app.request('GET', '/user-assets/%00')).status).toBe(404);
  });
});
