/**
 * Secrets and people in the hands of services that say everything back: gateways, providers and receivers that answer with
 * what they were sent. None of it may reach the log, an administrator's screen or a caller.
 */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createOutbound, type Outbound } from '../lib/index.ts';
import { createMessenger } from '../notifications/index.ts';
import type { Answer } from '../testing/create-test-app.ts';
import { type HttpFake, openHttpFake } from '../testing/http-fake.ts';
import { codesAllowed, createSignInScene, type SignInScene, visitor } from '../testing/sign-in-scene.ts';
import { callbackUri, createConnector } from '../testing/social-world.ts';
import { timeOfItsOwn } from '../testing/time-of-its-own.ts';
import { createWebhookWorker, type WebhookWorker } from '../webhooks/index.ts';

const secret = {
  gateway: 'canary-gateway-7d1c',
  signing: 'canary-signing-key-5a0e',
  extra: 'canary-extra-90b3',
  cookie: 'canary-cookie-44fe',
  provider: 'canary-provider-secret-1b7a',
  hook: 'canary-hook-credential-c2d8',
  password: 'Canary-Harbor-58',
};
const person = { name: 'Canaria Fringilla', email: 'canaria.fringilla@example.com', phone: '886912345678' };

let parrot: HttpFake;
let outbound: Outbound;
let worker: WebhookWorker | undefined;
let scene: SignInScene;
/** Says everything back: headers, query and body. */
beforeAll(async () => {
  parrot = await openHttpFake(({ path, headers, body }, response) => {
    response.writeHead(path.startsWith('/token') ? 400 : 500, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: 'invalid_grant', error_description: `${path} ${body}`, headers, body }));
  });
  outbound = createOutbound({ loopback: true });
});
afterEach(() => worker?.stop());
afterAll(async () => {
  await parrot.close();
  await outbound.close();
});

/** A tenant all of whose services say everything back. */
async function setUp(): Promise<{ acme: string; hook: Answer }> {
  scene = await createSignInScene(codesAllowed, { startAt: timeOfItsOwn(), parts: { outbound } });
  const { app } = scene;
  Object.assign(app.messenger, {
    send: createMessenger({
      envelope: app.envelope,
      outbound,
      development: true,
      log: { warn: (facts, sentence) => void (app.logged as object[]).push({ ...facts, sentence }) },
    }).send,
  });
  await app.enableAccountCenter();
  const gateway = {
    endpoint: `${parrot.origin}/messages`,
    authorization: `Bearer ${secret.gateway}`,
    signingKey: secret.signing,
    headers: { 'X-Api-Key': secret.extra, Cookie: secret.cookie },
  };
  await createConnector(app, { connectorId: 'http-email', config: gateway });
  await createConnector(app, { connectorId: 'http-sms', config: gateway });
  const acme = await createConnector(app, {
    connectorId: 'oidc',
    config: {
      clientId: 'freehold',
      clientSecret: secret.provider,
      tokenEndpointAuthMethod: 'client_secret_basic',
      authorizationEndpoint: `${parrot.origin}/authorize`,
      tokenEndpoint: `${parrot.origin}/token`,
      idTokenVerificationConfig: { issuer: 'https://acme.example.com', jwksUri: `${parrot.origin}/jwks` },
    },
    metadata: { target: 'acme', name: { en: 'Acme ID' } },
  });
  await scene.settings({ socialSignInConnectorTargets: ['acme'] });
  const hook = await app.management('POST', '/api/hooks', {
    name: 'A parrot',
    events: ['User.Data.Updated', 'PostSignIn'],
    config: { url: `${parrot.origin}/hook`, headers: { 'X-Api-Key': secret.hook } },
  });
  return { acme, hook };
}

const codesSent = (): string[] =>
  parrot.requests.flatMap(({ path, body }) => (path === '/messages' ? [String(JSON.parse(body).payload.code)] : []));

test('nothing that was secret is said again, and no log line names a person', async () => {
  const { acme, hook } = await setUp();
  const { app } = scene;
  const user = await app.createUser({ ...person, username: 'canaria', password: secret.password });
  const token = await app.signIn(user);
  const said: Answer[] = [];
  const note = async (request: Promise<Answer>): Promise<Answer> => {
    said.push(await request);
    return said.at(-1) as Answer;
  };

  // Codes at the sign-in pages and for the account, by mail and by text message: none of them arrives.
  for (const [event, address] of [
    ['SignIn', person.email],
    ['SignIn', person.phone],
    ['Register', 'somebody.new@example.com'],
    ['ForgotPassword', person.email],
  ] as const) {
    const { start, askCode } = visitor(scene);
    await start(event);
    await note(askCode(address, event));
  }
  for (const identifier of [
    { type: 'email', value: person.email },
    { type: 'phone', value: person.phone },
    { type: 'email', value: 'somebody.new@example.com' },
  ]) {
    await note(app.account(token, 'POST', '/api/verifications/verification-code', { body: { identifier } }));
  }
  await note(app.management('POST', '/api/verification-codes', { email: person.email }));
  await note(app.management('POST', '/api/connectors/http-email/test', { email: person.email, config: {} }));

  // A provider that says back what it was asked.
  const begun = await app.account(token, 'POST', '/api/verifications/social', {
    body: { connectorId: acme, state: 'state-1', redirectUri: callbackUri },
  });
  const connectorData = { code: 'canary-callback-code-33aa', state: 'state-1' };
  const { verificationRecordId } = begun.body;
  await note(
    app.account(token, 'POST', '/api/verifications/social/verify', { body: { verificationRecordId, connectorData } }),
  );
  const browser = visitor(scene);
  await browser.start('SignIn');
  const { verificationId } = (await browser.askProvider(acme)).body;
  await note(browser.comeBack(acme, verificationId, connectorData));

  // Wrong and right passwords, a change of the account, and the webhook that tells of it.
  await note(app.account(token, 'POST', '/api/verifications/password', { body: { password: `${secret.password}x` } }));
  const proof = await app.prove(token, user);
  await note(app.account(token, 'PATCH', '/api/my-account', { body: { name: person.name }, proof }));
  await app.management('PATCH', `/api/users/${user.id}`, { name: `${person.name} II` });
  const { database, envelope, clock } = app;
  worker = createWebhookWorker({ database, envelope, clock, outbound, onError: () => {} });
  await worker.drain();
  const config = { url: `${parrot.origin}/hook`, headers: { 'X-Api-Key': secret.hook } };
  await note(app.management('POST', `/api/hooks/${hook.body.id}/test`, { events: ['PostSignIn'], config }));

  // All of it was sent, so all of it could have come back.
  const heard = JSON.stringify(parrot.requests);
  for (const canary of [secret.gateway, secret.hook, person.name, person.email]) expect(heard).toContain(canary);
  expect(heard).toContain(Buffer.from(`freehold:${secret.provider}`).toString('base64'));
  const codes = codesSent();
  expect(codes.length).toBeGreaterThanOrEqual(8);
  expect(said.filter(({ status }) => status >= 400).length).toBeGreaterThanOrEqual(8);

  for (const path of ['connectors', 'hooks', `hooks/${hook.body.id}`, `hooks/${hook.body.id}/recent-logs`, 'logs']) {
    const answer = await note(app.management('GET', `/api/${path}?page_size=100&page=1`));
    expect([path, answer.status]).toEqual([path, 200]);
  }
  const basic = Buffer.from(`freehold:${secret.provider}`).toString('base64');
  const { signingKey } = hook.body;
  const hidden = [...Object.values(secret), ...codes, basic, token.token, connectorData.code, proof];
  const answers = JSON.stringify(said.map(({ body, headers }) => ({ body, headers })));
  const log = JSON.stringify(app.logged);
  for (const canary of hidden) {
    expect([canary, answers.includes(canary)]).toEqual([canary, false]);
    expect([canary, log.includes(canary)]).toEqual([canary, false]);
  }
  // The log of the process knows no people, and no key that an administrator may see.
  expect(log).toContain('a message could not be sent');
  for (const canary of [person.name, person.email, person.phone, 'somebody.new', signingKey]) {
    expect([canary, log.includes(canary)]).toEqual([canary, false]);
  }
  const logs = said.find(({ body }) => Array.isArray(body) && body[0]?.payload?.hookRequest)?.body;
  expect(JSON.stringify(logs)).not.toContain(signingKey);
});
