/**
 * Every address that somebody else has chosen, pointed at a server inside the operator's network: in a config, in what a
 * provider says of itself, and in a redirect. The server must never hear of it. That the way there is a real one is seen by
 * opening it: with the address allowed, the same request arrives.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOutbound } from '../lib/index.ts';
import { type Answer, createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { type FakeProvider, startFakeProvider } from '../testing/fake-provider.ts';
import { type HttpFake, openHttpFake } from '../testing/http-fake.ts';
import { type MailServer, openMailServer } from '../testing/mail-server.ts';
import { begin, come, createConnector } from '../testing/social-world.ts';

/** Inside: by its address alone. */
let inside: HttpFake;
/** Stands for the outside world: it may be asked by its name. */
let outside: FakeProvider;
let mails: MailServer;
let world = '';
beforeAll(async () => {
  inside = await openHttpFake((_, response) => void response.writeHead(404).end());
  outside = await startFakeProvider();
  mails = await openMailServer({ tokens: ['a token that is never had'] });
  world = outside.origin.replace('127.0.0.1', 'localhost');
});
afterAll(async () => {
  outside.close();
  await inside.close();
  await mails.close();
});

type Case = (app: TestApp) => Promise<Answer>;

const client = { clientId: 'client', clientSecret: 'secret' };
let nonce = '';

/** What the provider outside says of itself, and does. */
function provider(change: { metadata?: object; token?: 'redirect' } = {}): void {
  outside.routes.clear();
  const at = (path: string) => `${world}${path}`;
  outside.routes.set('/.well-known/openid-configuration', {
    json: {
      issuer: world,
      authorization_endpoint: at('/authorize'),
      token_endpoint: at('/token'),
      jwks_uri: at('/jwks'),
      ...change.metadata,
    },
  });
  outside.routes.set('/jwks', { json: outside.jwks });
  outside.routes.set('/me', { json: { id: 'ada' } });
  outside.routes.set('/token', async () => {
    if (change.token === 'redirect') return { status: 307, text: '', headers: { location: `${inside.origin}/token` } };
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: world, aud: client.clientId, sub: 'ada', iat: now, exp: now + 60, nonce };
    return { json: { access_token: 'a', token_type: 'bearer', id_token: await outside.sign(claims) } };
  });
}

/** The way to a provider and back. */
async function goThere(app: TestApp, factory: string, config: object): Promise<Answer> {
  const standard = factory === 'oidc' || factory === 'oauth2';
  const connectorId = await createConnector(app, {
    connectorId: factory,
    config: { ...client, ...config },
    ...(standard && { metadata: { target: 'acme', name: { en: 'Acme' } } }),
  });
  const token = await app.signIn(await app.createUser());
  const begun = await begin(app, token, connectorId);
  if (begun.status !== 201) return begun;
  nonce = new URL(begun.body.authorizationUri).searchParams.get('nonce') ?? '';
  return come(app, token, begun.body.verificationRecordId, { code: 'c', state: 'state-1' });
}

const oidc =
  (change: object): Case =>
  app => {
    provider();
    const verification = { issuer: world, jwksUri: `${world}/jwks` };
    const endpoints = { authorizationEndpoint: `${world}/authorize`, tokenEndpoint: `${world}/token` };
    return goThere(app, 'oidc', { ...endpoints, idTokenVerificationConfig: verification, ...change });
  };
const discovered =
  (change: Parameters<typeof provider>[0]): Case =>
  app => {
    provider(change);
    return goThere(app, 'oidc', { issuer: world });
  };
const oauth2 =
  (change: object): Case =>
  app => {
    provider();
    const endpoints = { tokenEndpoint: `${world}/token`, userInfoEndpoint: `${world}/me` };
    const config = { authorizationEndpoint: `${world}/authorize`, ...endpoints, tokenEndpointResponseType: 'json' };
    return goThere(app, 'oauth2', { ...config, ...change });
  };
const tryOut =
  (factory: string, config: object, to: object): Case =>
  app =>
    app.management('POST', `/api/connectors/${factory}/test`, { ...to, config });
const hook: Case = async app => {
  const config = { url: `${inside.origin}/hook` };
  const { body } = await app.management('POST', '/api/hooks', { name: 'h', events: ['PostSignIn'], config });
  return app.management('POST', `/api/hooks/${body.id}/test`, { events: ['PostSignIn'], config });
};
const accessUrl: Case = app => {
  const auth = {
    type: 'oauth2',
    user: 'a@b.co',
    clientId: 'c',
    refreshToken: 'r',
    accessUrl: `${inside.origin}/token`,
  };
  const config = { host: '127.0.0.1', port: mails.port, fromEmail: 'a@b.co', auth };
  return tryOut('simple-mail-transfer-protocol', config, { email: 'ada@example.com' })(app);
};
const gateway = () => ({ endpoint: `${inside.origin}/messages` });

const cases: [string, () => Case][] = [
  ['issuer of a provider', () => app => goThere(app, 'oidc', { issuer: inside.origin })],
  ['token endpoint', () => oidc({ tokenEndpoint: `${inside.origin}/token` })],
  ['keys', () => oidc({ idTokenVerificationConfig: { issuer: world, jwksUri: `${inside.origin}/jwks` } })],
  ['user info', () => oidc({ userInfoEndpoint: `${inside.origin}/me` })],
  [
    'token endpoint that a provider names',
    () => discovered({ metadata: { token_endpoint: `${inside.origin}/token` } }),
  ],
  ['keys that a provider names', () => discovered({ metadata: { jwks_uri: `${inside.origin}/jwks` } })],
  ['user info that a provider names', () => discovered({ metadata: { userinfo_endpoint: `${inside.origin}/me` } })],
  ['token endpoint of plain OAuth 2', () => oauth2({ tokenEndpoint: `${inside.origin}/token` })],
  ['user info of plain OAuth 2', () => oauth2({ userInfoEndpoint: `${inside.origin}/me` })],
  [
    'cloud of Microsoft',
    () => app => goThere(app, 'azuread-universal', { cloudInstance: inside.origin, tenantId: 'common' }),
  ],
  ['tokens of a mail server', () => accessUrl],
  ['gateway for mails', () => tryOut('http-email', gateway(), { email: 'ada@example.com' })],
  ['gateway for text messages', () => tryOut('http-sms', gateway(), { phone: '886912345678' })],
  ['webhook', () => hook],
];

async function appWith(allow: readonly string[]): Promise<TestApp> {
  const outbound = createOutbound({ loopback: false, allow, deadline: 2000 });
  const app = await createTestApp({ parts: { outbound } });
  await app.enableAccountCenter();
  return app;
}

test.each(cases)('a private address as %s is not asked', async (_, caseOf) => {
  const before = inside.requests.length;
  const strict = await caseOf()(await appWith(['localhost']));
  expect(strict.status).toBeGreaterThanOrEqual(400);
  expect(JSON.stringify(strict.body)).not.toContain('127.0.0.1');
  expect(inside.requests).toHaveLength(before);
  await caseOf()(await appWith(['localhost', '127.0.0.0/8']));
  expect(inside.requests.length).toBeGreaterThan(before);
});

test('a provider that redirects there is not followed, even where it may be asked', async () => {
  const before = inside.requests.length;
  const answer = await discovered({ token: 'redirect' })(await appWith(['localhost', '127.0.0.0/8']));
  expect([answer.status, answer.body.code]).toEqual([400, 'connector.general']);
  expect(inside.requests).toHaveLength(before);
});
