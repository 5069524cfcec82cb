import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts';

const paths = ['/dev/inbox', '/dev/inbox/messages', '/dev/inbox/messages?to=a@example.com'];

let app: TestApp;
let mailPath: string;
beforeAll(async () => {
  app = await createTestApp({ inbox: true });
  await send(app, { email: 'a@example.com' });
  await send(app, { phone: '886912345678' });
  mailPath = `/dev/inbox/messages/${app.inbox('a@example.com')[0]?.id}`;
});

const send = async (to: TestApp, body: object) => {
  const answer = await to.management('POST', '/api/verification-codes', body);
  expect(answer.status).toBe(204);
};

describe('without any connector', () => {
  test('mails and text messages stay in the inbox, newest first, with the code as a member', async () => {
    const { status, headers, body } = await app.request('GET', '/dev/inbox/messages');
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'application/json; charset=utf-8',
      'no-store',
    ]);
    expect(body).toMatchObject([
      { channel: 'phone', to: '886912345678', type: 'Generic', code: expect.stringMatching(/^\d{6}$/) },
      { channel: 'email', to: 'a@example.com', type: 'Generic', subject: expect.any(String), html: expect.any(String) },
    ]);
    const [sms, mail] = body;
    expect(sms.text).toContain(sms.code);
    expect(mail.html).toContain(mail.code);
    expect(mail.text).toContain(mail.code);
    expect(mail.subject).not.toContain(mail.code);
    expect((await app.request('GET', '/dev/inbox/messages?to=%2B886912345678')).body).toEqual([sms]);
    expect((await app.request('GET', '/dev/inbox/messages?to=nobody@example.com')).body).toEqual([]);
  });

  test('the code of the inbox is the one that opens', async () => {
    const [{ code: verificationCode = '' } = {}] = app.inbox('a@example.com');
    const body = { email: 'a@example.com', verificationCode };
    expect((await app.management('POST', '/api/verification-codes/verify', body)).status).toBe(204);
  });
});

describe('the page', () => {
  test('shows code, subject and mail, the mail in a frame that may do nothing', async () => {
    const { status, body, headers } = await app.request('GET', '/dev/inbox');
    const [, mail] = app.inbox();
    expect(status).toBe(200);
    expect(body).toContain(mail?.code);
    expect(body).toContain(mail?.subject);
    expect(body).toContain('+886912345678');
    expect(body).toMatch(new RegExp(`<iframe sandbox loading="lazy" title="[^"]+" src="${mailPath}">`));
    const policy = headers['content-security-policy'] ?? '';
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      `style-src 'nonce-${nonce}'`,
      'img-src data:',
      "connect-src 'self'",
      "frame-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
    expect((await app.request('GET', '/dev/inbox')).body).not.toContain(nonce);
    expect(headers).toMatchObject({
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  test('writes what somebody else has chosen as text', async () => {
    const address = encodeURIComponent('"><script>alert(1)</script>');
    const { body } = await app.request('GET', `/dev/inbox?to=${address}`);
    expect(body).toContain('&quot;&gt;&lt;script&gt;alert(1)');
    expect(body).not.toContain('<script>alert');
  });

  test('hands a mail out as an origin of its own', async () => {
    const { status, body, headers } = await app.request('GET', mailPath);
    expect([status, body]).toEqual([200, app.inbox('a@example.com')[0]?.html]);
    const policy = headers['content-security-policy'] ?? '';
    expect(policy.split('; ')).toEqual(expect.arrayContaining(['sandbox', "default-src 'none'", "form-action 'none'"]));
    expect(policy).not.toContain('script-src');
    expect((await app.request('GET', '/dev/inbox/messages/nothing')).status).toBe(404);
  });
});

describe('nobody else is answered', () => {
  const everywhere = () => [...paths, mailPath];

  test.each([
    ['a page of another origin', { origin: 'https://evil.test' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of a neighbour below the same domain', { 'sec-fetch-site': 'same-site', origin: 'https://other.test' }],
    ['a sandboxed page', { origin: 'null' }],
  ])('%s', async (_, headers) => {
    for (const path of everywhere()) {
      const answer = await app.request('GET', path, { headers });
      expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'request.not_found']);
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  test.each(['evil.test', 'evil.test:443', '127.0.0.1', 'localhost:3001'])('by another name: %s', async host => {
    // In development, every name that leads here is the one tenant.
    const open = await createTestApp({ inbox: true, parts: { findTenant: async () => app.tenant } });
    for (const path of everywhere()) {
      expect([path, (await open.request('GET', path, { headers: { host } })).status]).toEqual([path, 404]);
    }
    const own = { host: new URL(app.tenant.endpoint).host };
    expect((await open.request('GET', '/dev/inbox', { headers: own })).status).toBe(200);
  });

  test('the own pages and people at the address bar are', async () => {
    for (const site of ['same-origin', 'none']) {
      const headers = { 'sec-fetch-site': site };
      for (const path of everywhere()) expect((await app.request('GET', path, { headers })).status).toBe(200);
    }
  });

  test('in production there is no inbox, and without a connector nothing is sent', async () => {
    const production = await createTestApp({ inbox: true, parts: { development: false } });
    for (const path of everywhere()) expect((await production.request('GET', path)).status).toBe(404);
    const answer = await production.management('POST', '/api/verification-codes', { email: 'a@example.com' });
    expect([answer.status, answer.body.code]).toEqual([501, 'connector.not_found']);
    expect(production.inbox()).toEqual([]);
  });
});
