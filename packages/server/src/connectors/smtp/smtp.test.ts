import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { decodeJwt } from 'jose';
import { afterEach, describe, expect, test } from 'vitest';
import { createOutbound } from '../../lib/index.ts';
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts';
import { type HttpFake, openHttpFake } from '../../testing/http-fake.ts';
import { type MailServer, type MailServerOptions, openMailServer } from '../../testing/mail-server.ts';
import { closeConnectors, openSender } from '../open-connector.ts';
import type { EmailMessage } from '../port.ts';
import { createSmtpFactory } from './smtp-factory.ts';

const id = 'simple-mail-transfer-protocol';
const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function mailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const server = await openMailServer(options);
  closing.push(() => server.close());
  return server;
}

async function tokenEndpoint(answer: object): Promise<HttpFake> {
  const fake = await openHttpFake((_, response) => void response.end(JSON.stringify(answer)));
  closing.push(() => fake.close());
  return fake;
}

const configOf = ({ port }: { readonly port: number }, more: object = {}) => ({
  host: '127.0.0.1',
  port,
  fromEmail: 'Example <no-reply@example.com>',
  ...more,
});
const tryOut = (app: TestApp, config: object) =>
  app.management('POST', `/api/connectors/${id}/test`, { email: 'ada@example.com', config });
const failed = { status: 400, body: { code: 'connector.general' } };
const logged = (app: TestApp) => JSON.stringify(app.logged);

const message: EmailMessage = {
  to: 'ada@example.com',
  usage: 'Generic',
  payload: { code: '123456' },
  content: { subject: 'Hello', html: '<p>Hello</p>', text: 'Hello' },
};
/** A connector without the calls being watched, for what no configuration can say. */
const connect = (config: object, deadline?: number) => {
  const outbound = createOutbound({ loopback: true });
  const factory = createSmtpFactory(deadline === undefined ? {} : { deadline });
  const connector = factory.connect({ ...config }, { tenantId: 't', development: true, outbound });
  closing.push(
    () => outbound.close(),
    () => connector.close?.(),
  );
  return connector;
};

describe('a mail', () => {
  test('arrives with sender, recipient, HTML and text, over a server that asks who is there', async () => {
    const server = await mailServer({ auth: { user: 'mailer', pass: 'hunter2-secret' } });
    const app = await createTestApp();
    const config = configOf(server, {
      auth: { type: 'login', user: 'mailer', pass: 'hunter2-secret' },
      replyTo: 'Help <help@example.com>',
      customHeaders: { 'X-Entity': 'test' },
      // What other products' configs may hold; none of it may do anything.
      logger: true,
      debug: true,
      disableFileAccess: false,
    });
    expect(await tryOut(app, config)).toMatchObject({ status: 204 });
    expect(server.mails).toHaveLength(1);
    const [{ mail, ...envelope }] = server.mails as [(typeof server.mails)[0]];
    expect(envelope).toEqual({ from: 'no-reply@example.com', to: ['ada@example.com'], encrypted: false });
    expect(mail.from?.text).toBe('"Example" <no-reply@example.com>');
    expect(mail.replyTo?.text).toBe('"Help" <help@example.com>');
    expect(mail.headers.get('x-entity')).toBe('test');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.text).toContain('000000');
    expect(mail.html).toContain('000000');
    expect(await app.events()).toEqual([]);
  });

  test('says what a template of the config says', async () => {
    const server = await mailServer();
    const app = await createTestApp();
    const templates = [
      { usageType: 'Generic', contentType: 'text/html', subject: 'Code {{code}}', content: '<b>{{code}}</b>' },
    ];
    expect(await tryOut(app, configOf(server, { templates }))).toMatchObject({ status: 204 });
    expect(server.mails[0]?.mail).toMatchObject({
      subject: 'Code 000000',
      html: expect.stringContaining('<b>000000</b>'),
    });
  });

  test('goes to exactly one address, whatever a caller says', async () => {
    const server = await mailServer();
    const connector = connect(configOf(server));
    for (const to of [
      'ada@example.com, eve@example.com',
      'ada@example.com\r\nBcc: eve@example.com',
      'team: a@b.example;',
    ]) {
      await expect(connector.sendMessage({ ...message, to })).rejects.toMatchObject({
        code: 'invalid_request_parameters',
      });
    }
    expect(server.mails).toEqual([]);
  });

  test('takes a template’s sender when it is one, and never a second header line', async () => {
    const server = await mailServer();
    const connector = connect(configOf(server));
    const content = {
      ...message.content,
      subject: 'Hello\r\nBcc: eve@example.com',
      sendFrom: 'Shop <shop@example.com>',
    };
    await connector.sendMessage({ ...message, content });
    await connector.sendMessage({ ...message, content: { ...content, sendFrom: 'a@example.com, b@example.com' } });
    expect(server.mails.map(({ from, to }) => ({ from, to }))).toEqual([
      { from: 'shop@example.com', to: ['ada@example.com'] },
      { from: 'no-reply@example.com', to: ['ada@example.com'] },
    ]);
    expect(server.mails[0]?.mail.subject).toBe('Hello Bcc: eve@example.com');
    expect(server.mails[0]?.mail.bcc).toBeUndefined();
  });

  test('shares connections with others: twenty at once take no more than five', async () => {
    const server = await mailServer();
    const connector = connect(configOf(server));
    await Promise.all(Array.from({ length: 20 }, () => connector.sendMessage(message)));
    expect(server.mails).toHaveLength(20);
    expect(server.connections()).toBeLessThanOrEqual(5);
  });
});

describe('TLS', () => {
  test('is used when it is offered, and a certificate that nobody vouches for is refused', async () => {
    const server = await mailServer({ tls: true });
    const app = await createTestApp();
    const answer = await tryOut(app, configOf(server));
    expect(answer).toMatchObject({ ...failed, body: { data: { reason: 'encryption' } } });
    expect(server.mails).toEqual([]);
    expect(logged(app)).toMatch(/certificate|self-signed/i);
    const trusting = configOf(server, { tls: { rejectUnauthorized: false } });
    expect(await tryOut(app, trusting)).toMatchObject({ status: 204 });
    expect(server.mails.map(({ encrypted }) => encrypted)).toEqual([true]);
  });

  test('is left alone with ignoreTLS', async () => {
    const server = await mailServer({ tls: true });
    const app = await createTestApp();
    expect(await tryOut(app, configOf(server, { ignoreTLS: true }))).toMatchObject({ status: 204 });
    expect(server.mails.map(({ encrypted }) => encrypted)).toEqual([false]);
  });

  test('with requireTLS nothing is sent where it is not offered, the password least of all', async () => {
    const server = await mailServer({ auth: { user: 'mailer', pass: 'hunter2-secret' } });
    const app = await createTestApp();
    const auth = { user: 'mailer', pass: 'hunter2-secret' };
    const answer = await tryOut(app, configOf(server, { auth, requireTLS: true }));
    expect(answer).toMatchObject({ ...failed, body: { data: { reason: 'encryption' } } });
    expect(server.mails).toEqual([]);
  });
});

describe('OAuth 2', () => {
  const tokens = ['fresh-access-token'];

  test('a refresh token is turned into an access token, once for many mails', async () => {
    const server = await mailServer({ tokens });
    const endpoint = await tokenEndpoint({ access_token: 'fresh-access-token', expires_in: 3600 });
    const auth = {
      type: 'oauth2',
      user: 'mailer@example.com',
      clientId: 'client',
      clientSecret: 'client-secret',
      refreshToken: 'refresh-token',
      accessUrl: `${endpoint.origin}/token`,
    };
    const connector = connect(configOf(server, { auth }));
    await Promise.all(Array.from({ length: 4 }, () => connector.sendMessage(message)));
    expect(server.mails).toHaveLength(4);
    await connector.sendMessage(message);
    expect(endpoint.requests.map(({ body }) => Object.fromEntries(new URLSearchParams(body)))).toEqual([
      {
        grant_type: 'refresh_token',
        client_id: 'client',
        client_secret: 'client-secret',
        refresh_token: 'refresh-token',
      },
    ]);
  });

  test('a service account signs an assertion for the user', async () => {
    const server = await mailServer({ tokens });
    const endpoint = await tokenEndpoint({ access_token: 'fresh-access-token' });
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const accessUrl = `${endpoint.origin}/token`;
    const auth = { type: 'OAuth2', user: 'mailer@example.com', serviceClient: '1234', privateKey: pem, accessUrl };
    await connect(configOf(server, { auth })).sendMessage(message);
    expect(server.mails).toHaveLength(1);
    const form = new URLSearchParams(endpoint.requests[0]?.body);
    expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    expect(decodeJwt(form.get('assertion') ?? '')).toMatchObject({
      iss: '1234',
      sub: 'mailer@example.com',
      aud: accessUrl,
      scope: 'https://mail.google.com/',
    });
  });

  test('a token endpoint that says no, or nothing of use, is a failure without its words', async () => {
    const server = await mailServer({ tokens });
    const app = await createTestApp();
    const endpoint = await tokenEndpoint({
      error: 'invalid_grant',
      error_description: 'refresh-token-secret is revoked',
    });
    const auth = {
      type: 'oauth2',
      user: 'mailer@example.com',
      clientId: 'client',
      refreshToken: 'refresh-token-secret',
      accessUrl: `${endpoint.origin}/token`,
    };
    const answer = await tryOut(app, configOf(server, { auth }));
    expect(answer).toMatchObject({ status: 400, body: { code: expect.stringMatching(/^connector\./) } });
    expect(JSON.stringify(answer.body) + logged(app)).not.toContain('refresh-token-secret');
    expect(server.mails).toEqual([]);
  });
});

describe('a mail server that is not well', () => {
  test.each([
    [
      'refuses the recipient',
      { refuses: { code: 550, text: 'no such mailbox here' } },
      'no such mailbox here',
      'recipient',
    ],
    ['refuses for now', { refuses: { code: 450, text: 'try again later' } }, 'try again later', 'recipient'],
    [
      'refuses the password',
      { auth: { user: 'mailer', pass: 'another' } },
      'no entry for mailer with [hidden]',
      'credentials',
    ],
  ])(
    'one that %s: the caller learns that it failed, the log why, nobody a secret',
    async (_, options, reason, kind) => {
      const server = await mailServer(options);
      const app = await createTestApp();
      const auth = { user: 'mailer', pass: 'hunter2-secret' };
      const answer = await tryOut(app, configOf(server, 'auth' in options ? { auth } : {}));
      expect(answer).toMatchObject({
        ...failed,
        body: { code: 'connector.general', data: { connectorId: id, reason: kind } },
      });
      const said = JSON.stringify(answer.body);
      expect(said).not.toContain(reason);
      expect(app.logged).toContainEqual(expect.objectContaining({ reason: expect.stringContaining(reason) }));
      expect(said + logged(app)).not.toContain('hunter2-secret');
      expect(server.mails).toEqual([]);
    },
  );

  test('one that is down', async () => {
    const server = await openMailServer();
    await server.close();
    const app = await createTestApp();
    const answer = await tryOut(app, configOf(server));
    expect(answer).toMatchObject({ ...failed, body: { data: { reason: 'unreachable' } } });
    expect(app.logged).toContainEqual(expect.objectContaining({ reason: expect.stringContaining('ECONNREFUSED') }));
  });

  test.each([
    ['never greets', { hangs: 'at the greeting' }, { greetingTimeout: 200 }],
    ['never says that the mail has arrived', { hangs: 'at the end' }, { socketTimeout: 200 }],
  ] as const)('one that %s: the time is up', async (_, options, limits) => {
    const server = await mailServer(options);
    const app = await createTestApp();
    const answer = await tryOut(app, configOf(server, limits));
    expect(answer).toMatchObject({ ...failed, body: { data: { reason: 'timeout' } } });
    expect(server.mails).toEqual([]);
  });

  test('one that trickles its answer for ever is left at the deadline, and its connection with it', async () => {
    let gone = () => {};
    const left = new Promise<void>(resolve => {
      gone = resolve;
    });
    const server: Server = createServer(socket => {
      const timer = setInterval(() => socket.write('220-wait\r\n'), 20);
      socket.on('error', () => {});
      socket.on('close', () => {
        clearInterval(timer);
        gone();
      });
    });
    await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise(resolve => void server.close(resolve)));
    const { port } = server.address() as AddressInfo;
    const sending = connect(configOf({ port }, { greetingTimeout: 60_000 }), 300).sendMessage(message);
    await expect(sending).rejects.toMatchObject({ code: 'general', message: expect.stringContaining('EABORT') });
    await left;
  });
});

describe('a change of the settings', () => {
  test('counts at once in a process that has the old server open', async () => {
    const [one, other] = [await mailServer(), await mailServer()];
    const app = await createTestApp();
    const { body } = await app.management('POST', '/api/connectors', { connectorId: id, config: configOf(one) });
    const needs = { ...app, development: true, outbound: createOutbound({ loopback: true }) };
    closing.push(() => closeConnectors(needs));
    const send = async () => (await openSender(needs, app.tenant.id, 'Email'))?.connector.sendMessage(message);
    await send();
    await send();
    expect([one.mails.length, one.connections()]).toEqual([2, 1]);
    // The change is another process's: this one is told by nobody.
    await app.management('PATCH', `/api/connectors/${body.id}`, { config: configOf(other) });
    await send();
    expect([one.mails.length, other.mails.length]).toEqual([2, 1]);
  });

  test('loses no mail that is under way, or that somebody is still writing', async () => {
    const server = await mailServer();
    const connector = connect(configOf(server));
    const sending = Array.from({ length: 12 }, () => connector.sendMessage(message));
    connector.close?.();
    await Promise.all(sending);
    await connector.sendMessage(message);
    expect(server.mails).toHaveLength(13);
  });
});
