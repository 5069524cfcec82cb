/** The generic OpenID Connect connector against a provider that answers, lies, breaks and hangs. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOutbound } from '../../lib/index.ts';
import { type FakeAnswer, type FakeProvider, startFakeProvider } from '../../testing/fake-provider.ts';
import type { SocialConnector } from '../port.ts';
import { oidcFactory } from './oidc.ts';

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

const tools = { tenantId: 't', development: true, outbound };
const request = { state: 'state-1', redirectUri: 'https://app.test/callback', connectorId: 'c1', jti: 'jti-1' };

const configOf = (change: object = {}) => ({
  clientId: 'client-1',
  clientSecret: 'the secret',
  issuer: provider.origin,
  authorizationEndpoint: `${provider.origin}/authorize`,
  tokenEndpoint: `${provider.origin}/token`,
  idTokenVerificationConfig: { jwksUri: `${provider.origin}/jwks` },
  ...change,
});
const connect = (change: object = {}, by = outbound): SocialConnector => {
  const config = configOf(change);
  expect(oidcFactory.validate(config)).toEqual([]);
  return oidcFactory.connect(config, { ...tools, outbound: by });
};
/** Whom a provider that answers so is asked by. */
const waiting = (answer: FakeAnswer) => (answer === 'hang' ? impatient : outbound);

const seconds = () => Math.floor(Date.now() / 1000);
const claimsOf = (nonce: string | null, change: Record<string, unknown> = {}) => ({
  iss: provider.origin,
  aud: 'client-1',
  sub: 'subject-1',
  iat: seconds(),
  exp: seconds() + 300,
  ...(nonce !== null && { nonce }),
  email: 'ada@example.com',
  email_verified: true,
  name: 'Ada',
  picture: 'https://example.com/ada.png',
  ...change,
});

beforeEach(() => {
  provider.routes.clear();
  provider.requests.length = 0;
  provider.routes.set('/jwks', { json: provider.jwks });
});

/** Goes the whole way, with a provider that signs `claims` and answers `token` instead if given. */
async function signIn(
  connector: SocialConnector,
  {
    claims = {},
    token,
    callback = {},
    sign = {},
    nonce: keepNonce = true,
  }: {
    claims?: Record<string, unknown>;
    token?: FakeAnswer;
    callback?: Record<string, unknown>;
    sign?: Parameters<FakeProvider['sign']>[1];
    nonce?: boolean;
  } = {},
) {
  const { session } = await connector.authorize(request);
  const nonce = keepNonce ? String(session['nonce']) : null;
  provider.routes.set(
    '/token',
    token ??
      (async () => ({
        json: {
          access_token: 'access-1',
          token_type: 'Bearer',
          expires_in: 60,
          id_token: await provider.sign(claimsOf(nonce, claims), sign),
        },
      })),
  );
  return (await connector.identify({ code: 'code-1', state: request.state, ...callback }, session)).user;
}

const failure = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    error => error.code,
  );

describe('the way out', () => {
  test('carries PKCE, nonce and what was asked for, and nothing that the config says can take them away', async () => {
    const connector = connect({
      scope: 'openid email',
      customConfig: {
        audience: 'api',
        nonce: 'fixed',
        state: 'fixed',
        code_challenge_method: 'plain',
        client_id: 'other',
      },
      authRequestOptionalConfig: { prompt: 'login', maxAge: 60, unknown: 'x' },
    });
    const first = await connector.authorize(request);
    const second = await connector.authorize(request);
    const uri = new URL(first.authorizationUri);
    expect(uri.origin + uri.pathname).toBe(`${provider.origin}/authorize`);
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'client-1',
      redirect_uri: 'https://app.test/callback',
      scope: 'openid email',
      state: 'state-1',
      nonce: first.session['nonce'],
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      audience: 'api',
      prompt: 'login',
      max_age: '60',
    });
    expect(first.session['nonce']).not.toBe(second.session['nonce']);
    expect(first.session['codeVerifier']).not.toBe(second.session['codeVerifier']);
  });

  test('asks for openid whatever scope is wanted', async () => {
    const { authorizationUri } = await connect().authorize({ ...request, scope: 'calendar' });
    expect(new URL(authorizationUri).searchParams.get('scope')).toBe('openid calendar');
  });
});

describe('the way back', () => {
  test('tells who it is', async () => {
    expect(await signIn(connect())).toEqual({
      id: 'subject-1',
      issuer: provider.origin,
      email: 'ada@example.com',
      name: 'Ada',
      avatar: 'https://example.com/ada.png',
      rawData: expect.objectContaining({ sub: 'subject-1', email: 'ada@example.com' }),
    });
    const [exchange] = provider.requests.filter(({ path }) => path === '/token');
    expect(Object.fromEntries(exchange?.body ?? [])).toMatchObject({
      grant_type: 'authorization_code',
      code: 'code-1',
      redirect_uri: 'https://app.test/callback',
      code_verifier: expect.stringMatching(/^[\w-]{43}$/),
      client_id: 'client-1',
      client_secret: 'the secret',
    });
  });

  test.each([
    ['client_secret_basic', undefined],
    ['client_secret_jwt', 'HS256'],
    ['client_secret_jwt', 'HS512'],
  ])('authenticates by %s %s', async (tokenEndpointAuthMethod, clientSecretJwtSigningAlgorithm) => {
    await signIn(connect({ tokenEndpointAuthMethod, clientSecretJwtSigningAlgorithm }));
    const [exchange] = provider.requests.filter(({ path }) => path === '/token');
    expect(exchange?.body.has('client_secret')).toBe(false);
    const said =
      tokenEndpointAuthMethod === 'client_secret_basic'
        ? exchange?.headers['authorization']
        : Buffer.from(exchange?.body.get('client_assertion')?.split('.')[0] ?? '', 'base64url').toString();
    const basic = `Basic ${Buffer.from('client-1:the+secret').toString('base64')}`;
    expect(said).toBe(
      clientSecretJwtSigningAlgorithm === undefined ? basic : `{"alg":"${clientSecretJwtSigningAlgorithm}"}`,
    );
  });

  test('discovers what the config leaves out, once', async () => {
    provider.routes.set('/.well-known/openid-configuration', {
      json: {
        issuer: provider.origin,
        authorization_endpoint: `${provider.origin}/authorize`,
        token_endpoint: `${provider.origin}/token`,
        jwks_uri: `${provider.origin}/jwks`,
        authorization_response_iss_parameter_supported: true,
      },
    });
    const connector = connect({
      authorizationEndpoint: '',
      tokenEndpoint: undefined,
      idTokenVerificationConfig: undefined,
    });
    expect(await signIn(connector, { callback: { iss: provider.origin } })).toMatchObject({ id: 'subject-1' });
    expect(await signIn(connector, { callback: { iss: provider.origin } })).toMatchObject({ id: 'subject-1' });
    expect(provider.requests.filter(({ path }) => path.startsWith('/.well-known'))).toHaveLength(1);
    // Who says that it names itself has to (RFC 9207 §2.4).
    expect(await failure(signIn(connector))).toBe('invalid_response');
  });

  test.each([
    ['another issuer', { issuer: 'https://evil.example.com' }],
    ['a browser address that is none', { authorization_endpoint: 'javascript:alert(1)' }],
    ['no browser address', { authorization_endpoint: undefined }],
  ])('refuses discovery that names %s', async (_, change) => {
    provider.routes.set('/.well-known/openid-configuration', {
      json: {
        issuer: provider.origin,
        authorization_endpoint: `${provider.origin}/authorize`,
        token_endpoint: `${provider.origin}/token`,
        jwks_uri: `${provider.origin}/jwks`,
        ...change,
      },
    });
    const connector = connect({ authorizationEndpoint: undefined, idTokenVerificationConfig: undefined });
    expect(await failure(connector.authorize(request))).toBe('invalid_response');
  });
});

describe('an ID token', () => {
  const lies: readonly [string, Parameters<typeof signIn>[1]][] = [
    ['of another issuer', { claims: { iss: 'https://evil.example.com' } }],
    ['of the issuer with a slash', { claims: { iss: 'http://127.0.0.1/' } }],
    ['for another client', { claims: { aud: 'client-2' } }],
    ['for several, of which another is the party', { claims: { aud: ['client-1', 'client-2'], azp: 'client-2' } }],
    ['that has expired', { claims: { exp: 1_700_000_000 } }],
    ['without expiry', { claims: { exp: undefined } }],
    ['that is not valid yet', { claims: { nbf: 4_000_000_000 } }],
    ['with another nonce', { claims: { nonce: 'somebody-elses' } }],
    ['without a nonce', { nonce: false }],
    ['of nobody', { claims: { sub: undefined } }],
    ['signed by a stranger', { sign: { stranger: true } }],
    ['signed by an unknown key', { sign: { kid: 'key-2' } }],
  ];
  test.each(lies)('%s is refused', async (_, lie) => {
    expect(await failure(signIn(connect(), lie))).toBe('social_invalid_id_token');
  });

  test.each([
    ['none', ''],
    ['HS256', 'c2lnbmVk'],
  ])('of the algorithm %s is refused', async (alg, signature) => {
    const connector = connect();
    const { session } = await connector.authorize(request);
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const forged = `${part({ alg, kid: 'key-1' })}.${part(claimsOf(String(session['nonce'])))}.${signature}`;
    provider.routes.set('/token', { json: { access_token: 'a', token_type: 'bearer', id_token: forged } });
    expect(await failure(connector.identify({ code: 'c' }, session))).toBe('social_invalid_id_token');
  });

  test('of another issuer passes only where any is explicitly taken', async () => {
    const jwksUri = `${provider.origin}/jwks`;
    const other = { claims: { iss: 'https://tenant-7.example.com' } };
    const waived = connect({ issuer: undefined, idTokenVerificationConfig: { jwksUri, allowAnyIssuer: true } });
    expect(await signIn(waived, other)).toMatchObject({ issuer: 'https://tenant-7.example.com' });
    const issuer = ['https://tenant-7.example.com', 'https://tenant-8.example.com'];
    const listed = connect({ idTokenVerificationConfig: { jwksUri, issuer } });
    expect(await signIn(listed, other)).toMatchObject({ issuer: 'https://tenant-7.example.com' });
    expect(await failure(signIn(listed))).toBe('social_invalid_id_token');
    const mixed = { ...other, callback: { iss: 'https://tenant-8.example.com' } };
    expect(await failure(signIn(listed, mixed))).toBe('invalid_response');
  });
});

describe('what is believed', () => {
  const emails: readonly [string, Record<string, unknown>, object, string | undefined][] = [
    ['verified', { email_verified: true }, {}, 'ada@example.com'],
    ['not verified', { email_verified: false }, {}, undefined],
    ['without a word about it', { email_verified: undefined }, {}, undefined],
    ['verified as text', { email_verified: 'true' }, {}, undefined],
    [
      'verified as text, where that is taken',
      { email_verified: 'true' },
      { acceptStringTypedBooleanClaims: true },
      'ada@example.com',
    ],
    ['verified as a number', { email_verified: 1 }, { acceptStringTypedBooleanClaims: true }, undefined],
    ['trusted unverified', { email_verified: false }, { trustUnverifiedEmail: true }, 'ada@example.com'],
    ['that is two', { email: 'ada@example.com, eve@example.com' }, {}, undefined],
    ['that is a list', { email: ['ada@example.com'] }, {}, undefined],
  ];
  test.each(emails)('of an address %s', async (_, claims, config, email) => {
    expect((await signIn(connect(config), { claims })).email).toBe(email);
  });

  test('user info speaks for its own address alone, and for the same person', async () => {
    const userInfoEndpoint = `${provider.origin}/me`;
    const connector = connect({ userInfoEndpoint });
    const bare = { email: undefined, name: undefined };
    provider.routes.set('/me', { json: { sub: 'subject-1', email: 'eve@example.com', name: 'Eve' } });
    const flagElsewhere = await signIn(connector, { claims: { ...bare, email_verified: true } });
    expect([flagElsewhere.email, flagElsewhere.name]).toEqual([undefined, 'Eve']);
    provider.routes.set('/me', { json: { sub: 'subject-1', email: 'eve@example.com', email_verified: true } });
    expect((await signIn(connector, { claims: { ...bare, email_verified: undefined } })).email).toBe('eve@example.com');
    provider.routes.set('/me', { json: { sub: 'subject-2', email: 'eve@example.com', email_verified: true } });
    expect(await failure(signIn(connector, { claims: bare }))).toBe('invalid_response');
    provider.routes.set('/me', { status: 401, text: 'no' });
    expect(await failure(signIn(connector, { claims: bare }))).toBe('social_invalid_access_token');
  });

  test('pictures are of the web, names are short, documents small and without tokens', async () => {
    const user = await signIn(connect(), {
      claims: {
        picture: 'javascript:alert(1)',
        name: `  ${'é'.repeat(300)}\0`,
        phone_number: '+44 7911 123456',
        phone_number_verified: true,
        deep: { access_token: 'secret-1', fine: ['a\0b', { refreshToken: 'secret-2' }] },
      },
    });
    expect(user.avatar).toBeUndefined();
    expect([...(user.name ?? '')]).toHaveLength(128);
    expect(user.phone).toBe('447911123456');
    expect(user.rawData?.['deep']).toEqual({ fine: ['ab', {}] });
    expect(JSON.stringify(user)).not.toMatch(/secret-|nonce|\\u0000/);
    const large = await signIn(connect(), { claims: { filler: 'x'.repeat(20_000) } });
    expect(large.rawData).toBeUndefined();
    expect(large.id).toBe('subject-1');
  });

  test.each(['', ' ', 'a'.repeat(300), 'a\u0000b', 'a\u200bb'])('%j is nobody', async sub => {
    expect(await failure(signIn(connect(), { claims: { sub } }))).toMatch(
      /^(invalid_response|social_invalid_id_token)$/,
    );
  });
});

describe('a provider that fails', () => {
  const faults: readonly [string, FakeAnswer, string][] = [
    ['hangs', 'hang', 'general'],
    ['breaks', { status: 500, text: 'oh no, secret of mine' }, 'general'],
    ['breaks in JSON', { status: 503, json: { error: 'temporarily_unavailable' } }, 'general'],
    ['sends HTML', { text: '<html>log in</html>' }, 'invalid_response'],
    ['sends HTML and calls it JSON', { type: 'application/json', text: '<html>' }, 'invalid_response'],
    ['sends a list', { json: [] }, 'invalid_response'],
    ['sends null', { json: null }, 'invalid_response'],
    ['sends ten megabytes', { type: 'application/json', text: ' '.repeat(10_000_000) }, 'invalid_response'],
    ['sends no token', { json: {} }, 'invalid_response'],
    ['sends no ID token', { json: { access_token: 'a', token_type: 'bearer' } }, 'social_invalid_id_token'],
    [
      'sends rubbish for an ID token',
      { json: { access_token: 'a', token_type: 'bearer', id_token: 'a.b.c' } },
      'social_invalid_id_token',
    ],
    ['sends a number for a token', { json: { access_token: 5, token_type: 'bearer' } }, 'invalid_response'],
    ['redirects', { status: 302, text: '', headers: { location: 'http://169.254.169.254/' } }, 'general'],
    [
      'refuses the code',
      { status: 400, json: { error: 'invalid_grant', error_description: 'secret of mine' } },
      'social_auth_code_invalid',
    ],
    ['refuses the code with 200', { json: { error: 'invalid_grant' } }, 'social_auth_code_invalid'],
    ['does not know us', { status: 401, json: { error: 'invalid_client' } }, 'general'],
    ['has had enough', { status: 429, text: 'slow down' }, 'rate_limit_exceeded'],
  ];
  test.each(faults)('at the token endpoint: %s', async (_, token, code) => {
    expect(await failure(signIn(connect({}, waiting(token)), { token }))).toBe(code);
  });

  test.each([
    ['hangs', 'hang', 'general'],
    ['breaks', { status: 500, text: 'no' }, 'invalid_response'],
    ['sends HTML', { text: '<html>' }, 'invalid_response'],
    ['has no keys', { json: { keys: [] } }, 'social_invalid_id_token'],
  ] satisfies [string, FakeAnswer, string][])('at its keys: %s', async (_, jwks, code) => {
    provider.routes.set('/jwks', jwks);
    expect(await failure(signIn(connect({}, waiting(jwks))))).toBe(code);
  });

  test.each([
    [
      'the person declines',
      { error: 'access_denied', error_description: 'x', code: undefined },
      'authorization_failed',
    ],
    ['the provider declines', { error: 'server_error', code: undefined }, 'authorization_failed'],
    ['an error comes with a code', { error: 'access_denied' }, 'authorization_failed'],
    ['there is no code', { code: undefined }, 'invalid_response'],
    ['the code is empty', { code: '' }, 'invalid_response'],
    ['there are two codes', { code: ['code-1', 'code-2'] }, 'invalid_request_parameters'],
    ['the code is an object', { code: { a: 1 } }, 'invalid_request_parameters'],
    ['another issuer answers', { iss: 'https://evil.example.com' }, 'invalid_response'],
    ['the answer is wrapped', { response: 'a.b.c' }, 'invalid_response'],
  ])('in the callback: %s', async (_, callback, code) => {
    expect(await failure(signIn(connect(), { callback }))).toBe(code);
    expect(provider.requests.filter(({ path }) => path === '/token')).toEqual([]);
  });

  test('all requests of one step share one deadline', async () => {
    // Each answers in time, all together do not.
    const slowly = (answer: FakeAnswer) => () => new Promise<FakeAnswer>(resolve => setTimeout(resolve, 250, answer));
    provider.routes.set('/jwks', slowly({ json: provider.jwks }));
    const connector = oidcFactory.connect(configOf(), { ...tools, deadline: 300 } as typeof tools);
    const { session } = await connector.authorize(request);
    const id_token = await provider.sign(claimsOf(String(session['nonce'])));
    provider.routes.set('/token', slowly({ json: { access_token: 'a', token_type: 'bearer', id_token } }));
    expect(await failure(connector.identify({ code: 'c' }, session))).toBe('general');
  });

  test('nothing is asked for a callback that nobody began', async () => {
    expect(await failure(connect().identify({ code: 'c' }, {}))).toBe('insufficient_request_parameters');
    expect(provider.requests).toEqual([]);
  });

  test('secrets do not travel in the clear outside development', async () => {
    const connector = oidcFactory.connect(configOf(), { ...tools, development: false });
    expect(await failure(connector.authorize(request))).toBe('invalid_response');
    const { session } = await connect().authorize(request);
    expect(await failure(connector.identify({ code: 'c' }, session))).toBe('invalid_config');
    expect(provider.requests).toEqual([]);
  });
});

describe('a config', () => {
  const paths = (change: object) => oidcFactory.validate(configOf(change)).map(({ path }) => path.join('.'));
  test.each<[string, object, string[]]>([
    ['is good', {}, []],
    ['needs no endpoints where the issuer is known', { authorizationEndpoint: '', tokenEndpoint: null }, []],
    ['needs an issuer', { issuer: undefined }, ['idTokenVerificationConfig.issuer']],
    ['needs an issuer also when it is empty', { issuer: '' }, ['idTokenVerificationConfig.issuer']],
    ['needs a client', { clientId: undefined, clientSecret: '' }, ['clientId', 'clientSecret']],
    ['takes no plain http', { tokenEndpoint: 'http://id.example.com/token' }, ['tokenEndpoint']],
    ['takes no script', { authorizationEndpoint: 'javascript:alert(1)' }, ['authorizationEndpoint']],
    ['takes no credentials in an address', { tokenEndpoint: 'https://a:b@id.example.com/' }, ['tokenEndpoint']],
    [
      'takes no shared key for ID tokens',
      { idTokenVerificationConfig: { issuer: 'https://a.test', algorithms: ['HS256'] } },
      ['idTokenVerificationConfig.algorithms.0'],
    ],
    ['takes no other method', { tokenEndpointAuthMethod: 'none' }, ['tokenEndpointAuthMethod']],
    [
      'needs its keys where any issuer is taken',
      { issuer: undefined, idTokenVerificationConfig: { allowAnyIssuer: true } },
      ['idTokenVerificationConfig.jwksUri'],
    ],
  ])('%s', (_, change, expected) => {
    expect(paths(change)).toEqual(expected);
  });

  test('that is nothing is refused without a word of it', () => {
    for (const config of [undefined, null, 5, 'secret-value', [], {}]) {
      const issues = oidcFactory.validate(config);
      expect(issues.length).toBeGreaterThan(0);
      expect(JSON.stringify(issues)).not.toContain('secret-value');
    }
  });
});
