import { createHmac } from 'node:crypto';
import { hiddenHeaderValue, silentWebhookEvents, webhookEvents } from '@freehold/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { openReceiver, type WebhookReceiver } from '../testing/webhook-receiver.ts';
import { findHook } from './hooks.store.ts';

let app: TestApp;
let receiver: WebhookReceiver;
beforeAll(async () => {
  app = await createTestApp();
  receiver = await openReceiver();
});
afterAll(() => receiver.close());

const config = { url: 'https://receiver.example.com/hook' };
const create = async (body: object = {}) => {
  const answer = await app.management('POST', '/api/hooks', {
    name: 'A hook',
    events: ['User.Created'],
    config,
    ...body,
  });
  expect(answer.status).toBe(201);
  await app.events();
  return answer.body;
};

describe('webhooks in the Management API', () => {
  test('are created, read, listed, changed and deleted, and each change is an event', async () => {
    const created = await app.management('POST', '/api/hooks', { name: 'A hook', events: ['User.Created'], config });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      tenantId: app.tenant.id,
      id: expect.stringMatching(/^[0-9a-z]{21}$/),
      name: 'A hook',
      event: 'User.Created',
      events: ['User.Created'],
      config,
      signingKey: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
      enabled: true,
      createdAt: app.clock().getTime(),
    });
    const path = `/api/hooks/${created.body.id}`;
    expect((await app.management('GET', path)).body).toEqual(created.body);
    expect((await app.management('GET', '/api/hooks')).body).toEqual([created.body]);
    const events = ['PostSignIn', 'User.Deleted'];
    const changed = await app.management('PATCH', path, { name: 'Renamed', events, enabled: false });
    expect(changed.body).toEqual({ ...created.body, name: 'Renamed', event: null, events, enabled: false });
    expect((await app.management('GET', path)).body).toEqual(changed.body);
    expect((await app.management('PATCH', path, {})).body).toEqual(changed.body);
    expect((await app.management('DELETE', path)).status).toBe(204);
    expect((await app.management('GET', '/api/hooks')).body).toEqual([]);
    const told = (change: string) => ({
      type: 'settings-changed',
      userId: null,
      data: { settings: 'hook', hookId: created.body.id, change },
      outbox: [],
    });
    expect(await app.events()).toEqual([told('create'), told('update'), told('delete')]);
  });

  test('take one event by `event`, and name each event once', async () => {
    expect(await create({ event: 'PostSignIn', events: undefined })).toMatchObject({ events: ['PostSignIn'] });
    expect(await create({ events: ['PostSignIn', 'PostSignIn'] })).toMatchObject({ events: ['PostSignIn'] });
    const hook = await create();
    expect((await app.management('PATCH', `/api/hooks/${hook.id}`, { event: 'PostRegister' })).body).toMatchObject({
      event: 'PostRegister',
      events: ['PostRegister'],
    });
  });

  test('can be subscribed to every name of the catalogue, and to no other', async () => {
    const all = [...webhookEvents, ...silentWebhookEvents];
    expect((await create({ events: all })).events).toEqual(all);
    for (const events of [['User.Exploded'], [], 'User.Created', undefined]) {
      const answer = await app.management('POST', '/api/hooks', { name: 'A hook', events, config });
      expect([answer.status, answer.body.code]).toEqual([400, 'guard.invalid_input']);
    }
  });

  test('are answered page by page only when asked to', async () => {
    const other = await createTestApp();
    for (const name of ['one', 'two', 'three']) {
      await other.management('POST', '/api/hooks', { name, events: ['User.Created'], config });
      other.clock.advance(1);
    }
    const names = (body: { name: string }[]) => body.map(({ name }) => name);
    expect(names((await other.management('GET', '/api/hooks')).body)).toEqual(['one', 'two', 'three']);
    const page = await other.management('GET', '/api/hooks?page=2&page_size=2');
    expect(names(page.body)).toEqual(['three']);
    expect(page.headers['total-number']).toBe('3');
    expect((await other.management('GET', '/api/hooks?page=0')).body.code).toBe('guard.invalid_pagination');
  });

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://example.com/',
    'gopher://example.com/',
    'data:text/plain,x',
    '//example.com/',
    'example.com',
    '',
    'https://user:secret@example.com/',
    'https://user@example.com/',
    `https://example.com/${'x'.repeat(2048)}`,
    'https://example.com/\u0000',
  ])('refuse the URL %s', async url => {
    const hook = await create();
    const body = { name: 'A hook', events: ['User.Created'], config: { url } };
    for (const answer of [
      await app.management('POST', '/api/hooks', body),
      await app.management('PATCH', `/api/hooks/${hook.id}`, { config: { url } }),
      await app.management('POST', `/api/hooks/${hook.id}/test`, { events: ['User.Created'], config: { url } }),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([400, 'guard.invalid_input']);
    }
    expect(await app.events()).toEqual([]);
  });

  test.each([
    ['a line break in a value', { 'x-tenant': 'a\r\nhost: evil.example.com' }],
    ['NUL in a value', { 'x-tenant': 'a\u0000' }],
    ['a line break in a name', { 'x-tenant\r\nhost': 'evil.example.com' }],
    ['an empty name', { '': 'a' }],
    ['the host', { Host: 'evil.example.com' }],
    ['the length', { 'Content-Length': '0' }],
    ['the framing', { 'transfer-encoding': 'chunked' }],
    ['our signature', { 'Logto-Signature-SHA-256': 'forged' }],
    ['the standard signature', { 'webhook-signature': 'v1,forged' }],
    ['too many', Object.fromEntries(Array.from({ length: 33 }, (_, i) => [`x-${i}`, 'a']))],
  ])('refuse headers with %s', async (_, headers) => {
    const body = { name: 'A hook', events: ['User.Created'], config: { ...config, headers } };
    const answer = await app.management('POST', '/api/hooks', body);
    expect([answer.status, answer.body.code]).toEqual([400, 'guard.invalid_input']);
  });

  test('answer the codes of the wire for an id that does not exist', async () => {
    const codes = async (method: string, path: string, body?: unknown) => {
      const answer = await app.management(method, path, body);
      return [answer.status, answer.body.code];
    };
    const missing = [404, 'entity.not_exists_with_id'];
    expect(await codes('GET', '/api/hooks/nope')).toEqual(missing);
    expect(await codes('PATCH', '/api/hooks/nope', { name: 'x' })).toEqual(missing);
    expect(await codes('PATCH', '/api/hooks/nope/signing-key')).toEqual(missing);
    expect(await codes('GET', '/api/hooks/nope/recent-logs')).toEqual(missing);
    expect(await codes('POST', '/api/hooks/nope/test', { events: ['User.Created'], config })).toEqual(missing);
    expect(await codes('DELETE', '/api/hooks/nope')).toEqual([404, 'entity.not_found']);
  });

  test('of another tenant do not exist', async () => {
    const hook = await create();
    const other = await createTestApp();
    expect((await other.management('GET', `/api/hooks/${hook.id}`)).status).toBe(404);
    expect((await other.management('PATCH', `/api/hooks/${hook.id}`, { enabled: false })).status).toBe(404);
    expect((await other.management('DELETE', `/api/hooks/${hook.id}`)).status).toBe(404);
    expect((await other.management('GET', `/api/hooks/${hook.id}/recent-logs`)).status).toBe(404);
    expect((await app.management('GET', `/api/hooks/${hook.id}`)).status).toBe(200);
  });

  test('get a new signing key, and keep everything else', async () => {
    const hook = await create();
    const { body } = await app.management('PATCH', `/api/hooks/${hook.id}/signing-key`);
    expect(body.signingKey).not.toBe(hook.signingKey);
    expect({ ...body, signingKey: hook.signingKey }).toEqual(hook);
    expect((await app.management('GET', `/api/hooks/${hook.id}`)).body).toEqual(body);
  });
});

describe('credentials in headers', () => {
  const headers = { Authorization: 'Bearer abcdefghij', 'X-Api-Key': 'k-123456', 'X-Tenant': 'acme' };
  const hidden = { Authorization: hiddenHeaderValue, 'X-Api-Key': hiddenHeaderValue, 'X-Tenant': 'acme' };

  test('are encrypted in the database and hidden in every answer', async () => {
    const hook = await create({ config: { ...config, headers } });
    expect(hook.config.headers).toEqual(hidden);
    expect((await app.management('GET', `/api/hooks/${hook.id}`)).body.config.headers).toEqual(hidden);
    const stored = JSON.stringify(await findHook(app.database, app.tenant.id, hook.id));
    for (const secret of [...Object.values(headers), hook.signingKey, config.url]) expect(stored).not.toContain(secret);
  });

  test('stay when they come back hidden, as long as the URL stays at its origin', async () => {
    const hook = await create({ config: { url: receiver.url, headers } });
    const path = `/api/hooks/${hook.id}`;
    const moved = { url: `${receiver.url}/v2`, headers: { ...hidden, 'X-Tenant': 'other' } };
    expect((await app.management('PATCH', path, { config: moved })).status).toBe(200);
    expect((await app.management('POST', `${path}/test`, { events: ['User.Created'], config: moved })).status).toBe(
      204,
    );
    expect(receiver.received.at(-1)?.headers).toMatchObject({
      authorization: headers.Authorization,
      'x-api-key': headers['X-Api-Key'],
      'x-tenant': 'other',
    });

    const stolen = { url: 'https://evil.example.com/', headers: hidden };
    const refusals = [
      await app.management('PATCH', path, { config: stolen }),
      await app.management('POST', `${path}/test`, { events: ['User.Created'], config: stolen }),
      await app.management('PATCH', path, {
        config: { url: receiver.url, headers: { 'x-new-token': hiddenHeaderValue } },
      }),
    ];
    for (const { status, body } of refusals) expect([status, body.code]).toEqual([400, 'request.invalid_input']);
    expect((await app.management('GET', path)).body.config.url).toBe(moved.url);
  });
});

describe('testing a webhook', () => {
  test('sends what each event would send, signed with the key of the webhook', async () => {
    const hook = await create({ config: { url: receiver.url } });
    const before = receiver.received.length;
    const body = { events: ['PostSignIn', 'User.Deleted'], config: { url: receiver.url } };
    expect((await app.management('POST', `/api/hooks/${hook.id}/test`, body)).status).toBe(204);
    const got = receiver.received.slice(before);
    const data = Object.fromEntries(got.map(({ body }) => [body.event, body.data]));
    expect(data).toEqual({
      PostSignIn: expect.objectContaining({ username: 'ada' }),
      'User.Deleted': { id: data['PostSignIn'].id },
    });
    for (const { headers, raw } of got) {
      expect(headers['logto-signature-sha-256']).toBe(createHmac('sha256', hook.signingKey).update(raw).digest('hex'));
    }
    expect((await app.management('GET', `/api/hooks/${hook.id}/recent-logs`)).body).toEqual([]);
  });

  test('says what went wrong, and nothing of what the receiver said', async () => {
    const hook = await create({ config: { url: receiver.url } });
    const attempt = async (url: string) => {
      const answer = await app.management('POST', `/api/hooks/${hook.id}/test`, {
        events: ['User.Created'],
        config: { url },
      });
      return [answer.status, answer.body.code, answer.body.data];
    };
    receiver.behave((_, response) => void response.writeHead(500).end('a stack trace of theirs'));
    expect(await attempt(receiver.url)).toEqual([422, 'hook.endpoint_responded_with_error', { responseStatus: 500 }]);
    receiver.behave((_, response) => void response.end());
    for (const url of ['http://169.254.169.254/latest/meta-data/', 'http://10.0.0.1/', 'http://[::ffff:10.0.0.1]/']) {
      const [status, code, data] = await attempt(url);
      expect([status, code]).toEqual([422, 'hook.send_test_payload_failed']);
      expect(data).toEqual({ reason: expect.stringContaining('may be asked') });
    }
  });
});
