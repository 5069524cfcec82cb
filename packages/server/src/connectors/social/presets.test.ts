/** Plain OAuth 2 and the presets, each against a provider that stands in for its own. */
import { decodeJwt, decodeProtectedHeader, exportPKCS8, generateKeyPair } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../config.ts';
import { createOutbound } from '../../lib/index.ts';
import { type FakeAnswer, type FakeProvider, startFakeProvider } from '../../testing/fake-provider.ts';
import type { SocialFactory } from '../port.ts';
import { appleFactory } from './apple.ts';
import { azureadFactory } from './azuread.ts';
import { githubFactory } from './github.ts';
import { googleFactory } from './google.ts';
import { socialFactories } from './index.ts';
import { mockSocialFactory } from './mock-social.ts';
import { oauth2Factory } from './oauth2.ts';

let provider: FakeProvider;
// A busy machine must not look like a provider that hangs: only who waits for one is impatient.
const outbound = createOutbound({ loopback: true, maxBytes: 100_000 });
const impatient = createOutbound({ loopback: true, deadline: 300 });
beforeAll(async () => {
  provider = await startFakeProvider();
});
afterAll(async () => {
  provider.close();
  await Promise.all([outbound.close(), impatient.close()]);
});
beforeEach(() => {
  provider.routes.clear();
  provider.requests.length = 0;
});

const request = { state: 'state-1', redirectUri: 'https://app.test/callback', connectorId: 'c1', jti: 'jti-1' };
const client = { clientId: 'client-1', clientSecret: 'secret-1' };
const seconds = () => Math.floor(Date.now() / 1000);

function connect(factory: SocialFactory, config: Record<string, unknown>, development = true, by = outbound) {
  expect(factory.validate(config)).toEqual([]);
  const providerOrigins = { [factory.metadata.id]: provider.origin };
  return factory.connect(config, { tenantId: 't', development, outbound: by, providerOrigins });
}

const failure = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    error => error.code,
  );

/** The whole way at an OpenID provider that is played. */
async function signIn(
  factory: SocialFactory,
  config: Record<string, unknown>,
  places: { token: string; keys: string },
  claims: Record<string, unknown>,
  callback: Record<string, unknown> = {},
) {
  const connector = connect(factory, config);
  const { authorizationUri, session } = await connector.authorize(request);
  provider.routes.set(places.keys, { json: provider.jwks });
  provider.routes.set(places.token, {
    json: {
      access_token: 'access-1',
      token_type: 'Bearer',
      id_token: await provider.sign({
        aud: 'client-1',
        sub: 'subject-1',
        iat: seconds(),
        exp: seconds() + 300,
        nonce: session['nonce'],
        ...claims,
      }),
    },
  });
  const { user } = await connector.identify({ code: 'code-1', ...callback }, session);
  return {
    user,
    uri: new URL(authorizationUri),
    exchange: provider.requests.find(({ path }) => path === places.token),
  };
}

describe('plain OAuth 2', () => {
  const config = (change: object = {}) => ({
    ...client,
    authorizationEndpoint: `${provider.origin}/authorize`,
    tokenEndpoint: `${provider.origin}/token`,
    userInfoEndpoint: `${provider.origin}/me`,
    ...change,
  });
  const come = async (change: object = {}, callback: object = {}, by = outbound) => {
    const connector = connect(oauth2Factory, config(change), true, by);
    const { session } = await connector.authorize(request);
    return (await connector.identify({ code: 'code-1', ...callback }, session)).user;
  };
  const tokens = 'access_token=access-1&token_type=bearer';
  beforeEach(() => {
    provider.routes.set('/token', { type: 'text/plain', text: tokens });
    provider.routes.set('/me', { json: { id: 42, email: 'ada@example.com', name: 'Ada' } });
  });

  test('goes out with PKCE and without a scope that nobody has set', async () => {
    const { authorizationUri } = await connect(oauth2Factory, config()).authorize(request);
    expect(Object.fromEntries(new URL(authorizationUri).searchParams)).toEqual({
      response_type: 'code',
      client_id: 'client-1',
      redirect_uri: 'https://app.test/callback',
      state: 'state-1',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
  });

  test('tells who it is, and believes no address', async () => {
    expect(await come()).toEqual({
      id: '42',
      name: 'Ada',
      rawData: { profile: { id: 42, email: 'ada@example.com', name: 'Ada' } },
    });
    const asked = provider.requests.find(({ path }) => path === '/me');
    expect(asked?.headers['authorization']).toBe('Bearer access-1');
    expect((await come({ trustUnverifiedEmail: true })).email).toBe('ada@example.com');
  });

  test('reads along dotted paths, and own members alone', async () => {
    provider.routes.set('/me', {
      json: { data: [{ id: 'x1', mail: 'ada@example.com', ok: true, pic: { url: 'https://example.com/a.png' } }] },
    });
    const profileMap = {
      ...{ id: 'data.0.id', email: 'data.0.mail', emailVerified: 'data.0.ok' },
      ...{ name: 'data.0.constructor.name', avatar: 'data.0.pic.url' },
    };
    const { rawData: _, ...user } = await come({ profileMap });
    expect(user).toEqual({ id: 'x1', email: 'ada@example.com', avatar: 'https://example.com/a.png' });
    expect(await failure(come({ profileMap: { id: 'constructor.name' } }))).toBe('invalid_response');
    expect(await failure(come({ profileMap: { id: '__proto__.toString' } }))).toBe('invalid_response');
  });

  test.each<[string, FakeAnswer, string | undefined]>([
    ['a form', { type: 'application/x-www-form-urlencoded', text: tokens }, undefined],
    ['JSON, though a form was configured', { json: { access_token: 'access-1' } }, undefined],
    ['JSON, as configured', { type: 'text/plain', text: '{"access_token":"access-1"}' }, 'json'],
  ])('takes tokens as %s', async (_, token, tokenEndpointResponseType) => {
    provider.routes.set('/token', token);
    expect((await come({ tokenEndpointResponseType })).id).toBe('42');
  });

  test.each<[string, string, FakeAnswer, string]>([
    [
      'an error as a form',
      '/token',
      { type: 'text/plain', text: 'error=bad_verification_code' },
      'social_auth_code_invalid',
    ],
    ['HTML for tokens', '/token', { text: '<html>' }, 'invalid_response'],
    ['no profile', '/me', { status: 404, text: '' }, 'invalid_response'],
    ['a profile of nobody', '/me', { json: { id: null } }, 'invalid_response'],
    ['HTML for a profile', '/me', { text: '<html>' }, 'invalid_response'],
    [
      'a refused token',
      '/me',
      { status: 401, text: '', headers: { 'www-authenticate': 'Bearer error="invalid_token"' } },
      'social_invalid_access_token',
    ],
    ['a forbidden token', '/me', { status: 403, json: {} }, 'social_invalid_access_token'],
    ['a broken profile', '/me', { status: 502, text: 'no' }, 'general'],
    ['a profile that hangs', '/me', 'hang', 'general'],
    [
      'a profile of ten megabytes',
      '/me',
      { type: 'application/json', text: ' '.repeat(10_000_000) },
      'invalid_response',
    ],
  ])('%s is a failure', async (_, path, answer, code) => {
    provider.routes.set(path, answer);
    expect(await failure(come({}, {}, answer === 'hang' ? impatient : outbound))).toBe(code);
  });

  test('another issuer in the callback is refused where the own one is known', async () => {
    const issuer = 'https://id.example.com';
    expect(await failure(come({ issuer }, { iss: 'https://evil.example.com' }))).toBe('invalid_response');
    expect((await come({ issuer }, { iss: issuer })).id).toBe('42');
    expect((await come({}, { iss: 'https://anything.example.com' })).id).toBe('42');
  });

  test('a private address of another is never asked', async () => {
    expect(oauth2Factory.validate(config({ userInfoEndpoint: 'http://169.254.169.254/latest' }))).toHaveLength(1);
    expect(await failure(come({ userInfoEndpoint: 'https://169.254.169.254/latest' }))).toBe('general');
    expect(await failure(come({ tokenEndpoint: 'https://10.0.0.1/token' }))).toBe('general');
  });
});

describe('Google', () => {
  const places = { token: '/token', keys: '/oauth2/v3/certs' };
  const claims = () => ({ iss: provider.origin, email: 'ada@gmail.example', email_verified: true, name: 'Ada' });

  test('tells who it is', async () => {
    const config = {
      ...client,
      prompts: ['consent', 'select_account'],
      offlineAccess: true,
      oneTap: { isEnabled: true },
    };
    const { user, uri } = await signIn(googleFactory, config, places, claims());
    expect(user).toMatchObject({ id: 'subject-1', email: 'ada@gmail.example', issuer: provider.origin });
    expect(uri.pathname).toBe('/o/oauth2/v2/auth');
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({
      scope: 'openid profile email',
      prompt: 'consent select_account',
      access_type: 'offline',
    });
  });

  test('is Google alone', async () => {
    const other = { ...claims(), iss: 'https://accounts.evil.example' };
    expect(await failure(signIn(googleFactory, client, places, other))).toBe('social_invalid_id_token');
  });

  test('is asked at its own address in production, whatever a test’s setting says', async () => {
    const { authorizationUri } = await connect(googleFactory, client, false).authorize(request);
    expect(new URL(authorizationUri).origin).toBe('https://accounts.google.com');
  });
});

describe('the setting for tests', () => {
  const origins = (text: string, env: object = {}) =>
    readConfig({ DEV_PROVIDER_ORIGINS: text, ...env }).providerOrigins;

  test('names origins by kind of connector, in development alone', () => {
    const text = 'google-universal=http://localhost:4000, github-universal=https://id.test';
    const named = { 'google-universal': 'http://localhost:4000', 'github-universal': 'https://id.test' };
    expect(origins(text)).toEqual(named);
    const secretsKey = Buffer.alloc(32).toString('base64');
    expect(origins(text, { ENDPOINT: 'https://id.example.com', SECRETS_KEY: secretsKey })).toEqual({});
    expect(origins('')).toEqual({});
  });

  test.each(['google-universal', '=http://localhost:4000', 'a=localhost', 'a=http://localhost/path'])(
    'refuses %s',
    text => {
      expect(() => origins(text)).toThrow('DEV_PROVIDER_ORIGINS');
    },
  );
});

describe('GitHub', () => {
  const come = async () => {
    const connector = connect(githubFactory, client);
    const { authorizationUri, session } = await connector.authorize(request);
    const { user } = await connector.identify({ code: 'code-1' }, session);
    return { user, uri: new URL(authorizationUri) };
  };
  beforeEach(() => {
    provider.routes.set('/login/oauth/access_token', {
      json: { access_token: 'access-1', token_type: 'bearer', scope: '' },
    });
    provider.routes.set('/user', {
      json: { id: 7, login: 'ada', name: null, email: 'public@example.com', avatar_url: 'https://example.com/a.png' },
    });
  });

  test('tells who it is, with the address that is primary and verified', async () => {
    provider.routes.set('/user/emails', {
      json: [
        { email: 'second@example.com', primary: false, verified: true },
        { email: 'first@example.com', primary: true, verified: true },
      ],
    });
    const { user, uri } = await come();
    expect(user).toMatchObject({
      id: '7',
      email: 'first@example.com',
      name: 'ada',
      avatar: 'https://example.com/a.png',
    });
    expect(uri.pathname).toBe('/login/oauth/authorize');
    expect(uri.searchParams.get('scope')).toBe('read:user user:email');
    expect(uri.searchParams.get('code_challenge_method')).toBe('S256');
  });

  test.each<[string, FakeAnswer]>([
    ['is not verified', { json: [{ email: 'first@example.com', primary: true, verified: false }] }],
    ['is not primary', { json: [{ email: 'first@example.com', primary: false, verified: true }] }],
    ['is not shown', { status: 403, json: {} }],
    ['is no list', { json: { email: 'first@example.com' } }],
  ])('an address that %s is none', async (_, emails) => {
    provider.routes.set('/user/emails', emails);
    expect((await come()).user.email).toBeUndefined();
  });

  test('a code that is refused with status 200 is refused', async () => {
    provider.routes.set('/login/oauth/access_token', { json: { error: 'bad_verification_code' } });
    expect(await failure(come())).toBe('social_auth_code_invalid');
  });
});

describe('Microsoft', () => {
  const mine = '0123abcd-0000-4000-8000-000000000001';
  const other = '0123abcd-0000-4000-8000-000000000002';
  const personal = '9188040d-6c67-4c5b-b112-36a304b66dad';
  const come = (tenantId: string, tid: string, claims: object = {}) =>
    signIn(
      azureadFactory,
      { ...client, tenantId },
      { token: `/${tenantId.toLowerCase()}/oauth2/v2.0/token`, keys: `/${tenantId.toLowerCase()}/discovery/v2.0/keys` },
      {
        iss: `${provider.origin}/${tid}/v2.0`,
        tid,
        oid: 'object-1',
        email: 'ada@contoso.example',
        name: 'Ada',
        ...claims,
      },
    );

  test('tells who it is by the object, and believes no address that the tenant does not own', async () => {
    const { user, uri } = await come(mine, mine);
    expect(user).toMatchObject({ id: 'object-1', issuer: `${provider.origin}/${mine}/v2.0`, name: 'Ada' });
    expect(user.email).toBeUndefined();
    expect(uri.pathname).toBe(`/${mine}/oauth2/v2.0/authorize`);
    expect((await come(mine, mine, { email_verified: true })).user.email).toBeUndefined();
    expect((await come(mine, mine, { xms_edov: true })).user.email).toBe('ada@contoso.example');
  });

  test.each([
    [mine, mine, {}, 'none'],
    [mine.toUpperCase(), mine, {}, 'none'],
    [mine, other, {}, 'social_invalid_id_token'],
    ['common', other, {}, 'none'],
    ['common', personal, {}, 'none'],
    ['organizations', other, {}, 'none'],
    ['organizations', personal, {}, 'social_invalid_id_token'],
    ['consumers', personal, {}, 'none'],
    ['consumers', other, {}, 'social_invalid_id_token'],
    ['contoso.example', other, {}, 'none'],
    ['common', other, { tid: mine }, 'social_invalid_id_token'],
    ['common', other, { tid: undefined }, 'social_invalid_id_token'],
    ['common', other, { tid: '../evil' }, 'social_invalid_id_token'],
    ['common', other, { iss: 'https://evil.example.com' }, 'social_invalid_id_token'],
    ['common', other, { oid: undefined }, 'invalid_response'],
  ])('of tenant %s takes tenant %s with %j: %s', async (tenantId, tid, claims, code) => {
    expect(await failure(come(tenantId, tid, claims))).toBe(code);
  });

  test('a tenant is an id, a domain or a word, never a path', () => {
    for (const tenantId of ['', '../common', 'a/b', 'common?x', 'a b', undefined]) {
      expect(azureadFactory.validate({ ...client, tenantId })).toHaveLength(1);
    }
  });
});

describe('Apple', () => {
  const places = { token: '/auth/token', keys: '/auth/keys' };
  const claims = () => ({ iss: provider.origin, email: 'ada@icloud.example', email_verified: 'true' });

  test('tells who it is by the ID token alone; the form adds a name', async () => {
    const callback = {
      user: JSON.stringify({ name: { firstName: 'Ada', lastName: 'Lovelace' }, email: 'victim@example.com' }),
      email: 'victim@example.com',
    };
    const { user, uri } = await signIn(appleFactory, client, places, claims(), callback);
    expect(user).toMatchObject({ id: 'subject-1', email: 'ada@icloud.example', name: 'Ada Lovelace' });
    expect(JSON.stringify(user)).not.toContain('victim');
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({
      response_mode: 'form_post',
      scope: 'openid name email',
    });
  });

  test('an address that stands in the form alone is nobody’s', async () => {
    const callback = { user: JSON.stringify({ email: 'victim@example.com' }) };
    const { user } = await signIn(appleFactory, client, places, { iss: provider.origin }, callback);
    expect(user.email).toBeUndefined();
    for (const odd of ['no json', '5', '{"name":7}', '{"name":{"firstName":{}}}', 7, null]) {
      expect((await signIn(appleFactory, client, places, claims(), { user: odd })).user.name ?? '').toBe('');
    }
  });

  test('a token without a nonce is refused', async () => {
    const bare = { ...claims(), nonce: undefined };
    expect(await failure(signIn(appleFactory, client, places, bare))).toBe('social_invalid_id_token');
  });

  test('signs its client secret', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const config = {
      clientId: 'client-1',
      teamId: 'TEAM123456',
      keyId: 'KEY1234567',
      privateKey: await exportPKCS8(privateKey),
    };
    const { exchange } = await signIn(appleFactory, config, places, claims());
    const secret = exchange?.body.get('client_secret') ?? '';
    expect(decodeProtectedHeader(secret)).toEqual({ alg: 'ES256', kid: 'KEY1234567' });
    const { iat = 0, exp = 0, ...said } = decodeJwt(secret);
    expect(said).toEqual({ iss: 'TEAM123456', sub: 'client-1', aud: provider.origin });
    expect(exp - iat).toBe(300);
  });

  test('a key that is none is the config’s fault', async () => {
    const privateKey = '-----BEGIN PRIVATE KEY-----\nbm8=\n-----END PRIVATE KEY-----';
    const config = { clientId: 'client-1', teamId: 'TEAM123456', keyId: 'KEY1234567', privateKey };
    expect(await failure(signIn(appleFactory, config, places, claims()))).toBe('invalid_config');
    const paths = (change: object) =>
      appleFactory.validate({ clientId: 'c', ...change }).map(({ path }) => path.join('.'));
    expect(paths({})).toEqual(['teamId', 'keyId', 'privateKey']);
    expect(paths({ teamId: 'TEAM123456', keyId: 'KEY1234567', privateKey: 'no' })).toEqual(['privateKey']);
  });
});

describe('the mock', () => {
  const mock = mockSocialFactory.connect({}, { tenantId: 't', development: true, outbound });

  test('goes where nobody is', async () => {
    const { authorizationUri, session } = await mock.authorize(request);
    expect(authorizationUri).toBe(
      'http://mock-social/?state=state-1&redirect_uri=https%3A%2F%2Fapp.test%2Fcallback&scope=email+profile',
    );
    expect(session).toMatchObject({ state: 'state-1', redirectUri: 'https://app.test/callback' });
  });

  test('is whoever the callback says', async () => {
    const said = {
      code: 'c',
      userId: 'u1',
      email: 'ada@example.com',
      phone: '+447911123456',
      name: 'Ada',
      tokenResponse: { access_token: 'x' },
    };
    const rawData = { email: 'ada@example.com', phone: '+447911123456', name: 'Ada' };
    expect(await mock.identify(said, {})).toEqual({
      user: { id: 'u1', email: 'ada@example.com', phone: '447911123456', name: 'Ada', rawData },
      tokenResponse: { access_token: 'x' },
    });
    expect((await mock.identify({ code: 'c' }, {})).user.id).toMatch(/^mock-social-sub-/);
    expect(await failure(mock.identify({ userId: 'u1' }, {}))).toBe('invalid_response');
  });
});

describe('every factory', () => {
  test('keeps tokens where something can be done with them', () => {
    const keeping = socialFactories.filter(({ metadata }) => metadata.isTokenStorageSupported);
    expect(keeping.map(({ metadata }) => metadata.id).sort()).toEqual([
      ...['azuread-universal', 'github-universal', 'google-universal', 'mock-social-connector', 'oauth2', 'oidc'],
    ]);
  });

  test.each(socialFactories.map(factory => [factory.metadata.id, factory] as const))(
    '%s describes itself',
    (id, factory) => {
      const { metadata, secretPaths } = factory;
      const items = metadata.formItems ?? [];
      const confidential = items.filter(item => item.isConfidential).map(({ key }) => key);
      if (id !== 'mock-social-connector') expect([...secretPaths].sort()).toEqual(confidential.sort());
      expect(metadata.logo).toMatch(/^data:image\/svg\+xml,%3Csvg/);
      expect(Object.keys(metadata.description).sort()).toEqual(['de', 'en', 'es', 'fr', 'ja', 'zh-CN', 'zh-TW']);
      expect(metadata.readme).toContain(id === 'mock-social-connector' ? 'code' : 'redirectUri');
      if (metadata.configTemplate !== undefined) {
        expect(factory.validate(JSON.parse(metadata.configTemplate))).toEqual([]);
      }
    },
  );

  test('the mock is of development alone, the rest is not', () => {
    const inDevelopment = socialFactories
      .filter(({ developmentOnly }) => developmentOnly)
      .map(({ metadata }) => metadata.id);
    expect(inDevelopment).toEqual(['mock-social-connector']);
  });
});
