/** Discovery, errors, CORS, introspection, revocation, sign-out: what the endpoints answer around the tokens. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dumpTenant } from '../testing/oidc-world.store.ts';
import {
  answerOf,
  authorization,
  createOidcWorld,
  type OidcWorld,
  type TestApplication,
} from '../testing/oidc-world.ts';

let world: OidcWorld;
let spa: TestApplication;
let web: TestApplication;
const afterwards = 'http://localhost:3000';
beforeAll(async () => {
  world = await createOidcWorld();
  spa = await world.createApplication('SPA', {
    postLogout: [afterwards],
    custom: { corsAllowedOrigins: ['https://listed.test'] },
  });
  web = await world.createApplication('Traditional');
});
afterAll(() => world.close());

const get = async (path: string, headers: Record<string, string> = {}) =>
  answerOf(await fetch(world.base + path, { headers }));

describe('discovery', () => {
  test('names the endpoints that clients know, below an issuer without a slash', async () => {
    const { status, body, headers } = await get('/oidc/.well-known/openid-configuration', {
      origin: 'https://any.test',
    });
    const issuer = `${world.base}/oidc`;
    expect(status).toBe(200);
    expect(body).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/me`,
      jwks_uri: `${issuer}/jwks`,
      revocation_endpoint: `${issuer}/token/revocation`,
      introspection_endpoint: `${issuer}/token/introspection`,
      end_session_endpoint: `${issuer}/session/end`,
      id_token_signing_alg_values_supported: ['ES256'],
      code_challenge_methods_supported: ['S256'],
      response_types_supported: ['code'],
    });
    expect(body.scopes_supported).toEqual(
      expect.arrayContaining(['openid', 'offline_access', 'profile', 'custom_data']),
    );
    expect(headers.get('access-control-allow-origin')).toBe('https://any.test');
  });

  test('publishes public keys only, to any origin', async () => {
    const { body, headers } = await get('/oidc/jwks', { origin: 'https://any.test' });
    expect(body.keys).toEqual([
      {
        kty: 'EC',
        crv: 'P-256',
        alg: 'ES256',
        use: 'sig',
        kid: expect.any(String),
        x: expect.any(String),
        y: expect.any(String),
      },
    ]);
    expect(headers.get('access-control-allow-origin')).toBe('https://any.test');
  });

  test('follows the algorithm of the tenant', async () => {
    const rsa = await createOidcWorld({ signingAlgorithm: 'RS256' });
    try {
      const body = await (await fetch(`${rsa.base}/oidc/.well-known/openid-configuration`)).json();
      expect(body.id_token_signing_alg_values_supported).toEqual(['RS256']);
      const { id_token: idToken } = await rsa.signIn(await rsa.createApplication('SPA'), await rsa.createUser());
      expect(JSON.parse(Buffer.from(idToken.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({
        alg: 'RS256',
      });
      expect((await rsa.verify(idToken)).sub).toBeDefined();
    } finally {
      await rsa.close();
    }
  });
});

describe('errors', () => {
  test('carry what the protocol and what client libraries ask for, in the caller’s language', async () => {
    const form = { grant_type: 'refresh_token', refresh_token: 'x', client_id: spa.id };
    const english = await world.form('/oidc/token', form);
    expect(english).toMatchObject({
      status: 400,
      body: {
        error: 'invalid_grant',
        error_description: 'grant request is invalid',
        code: 'oidc.invalid_grant',
        message: 'This access is no longer valid. Sign in again.',
        error_uri: `${world.base}/errors/oidc.invalid_grant`,
      },
    });
    expect(english.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const french = await world.form('/oidc/token', form, { 'accept-language': 'fr-CA' });
    expect(french.body.message).not.toBe(english.body.message);
    const plain = await world.form('/oidc/token?parse_error=false', form);
    expect(Object.keys(plain.body)).toEqual(['error', 'error_description']);
  });

  test('that cannot go back to the application are a page for people', async () => {
    const { query } = authorization({ ...spa, redirectUri: 'https://evil.test/<script>' });
    const page = await get(`/oidc/auth?${query}`, { accept: 'text/html', 'accept-language': 'fr' });
    expect([page.status, page.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(page.body).toContain('oidc.invalid_redirect_uri');
    expect(page.body).not.toContain('<script>');
  });

  test('of unknown endpoints and methods are JSON too', async () => {
    for (const path of ['/oidc/nothing', '/oidc/', '/oidc/auth/x/y']) {
      const { status, body } = await get(path);
      expect([path, status, body.code]).toEqual([path, 404, 'oidc.invalid_request']);
    }
    expect((await get('/oidc/token')).status).toBe(404);
  });

  test('carry the request’s id, which is in the log, where no secret is', async () => {
    const { access_token: token, refresh_token: refresh, code } = await world.signIn(web, await world.createUser());
    const { headers } = await world.userinfo(token);
    const id = headers.get('logto-core-request-id');
    expect(id).toMatch(/^\w{16}$/);
    const log = JSON.stringify(world.logged);
    expect(log).toContain(id);
    for (const secret of [token, refresh, code, web.secret ?? '']) expect(log).not.toContain(secret);
  });
});

describe('calls of browsers', () => {
  const call = (path: string, origin: string, init: RequestInit = {}) =>
    fetch(world.base + path, { ...init, headers: { ...init.headers, origin } });
  const tokenCall = (origin: string) =>
    call('/oidc/token', origin, {
      method: 'POST',
      body: new URLSearchParams({ client_id: spa.id, grant_type: 'refresh_token', refresh_token: 'x' }),
    });

  test('are allowed from the application’s own origins and those it lists', async () => {
    for (const origin of ['https://app.test', 'https://listed.test']) {
      const response = await tokenCall(origin);
      expect(response.headers.get('access-control-allow-origin')).toBe(origin);
      expect((await response.json()).error).toBe('invalid_grant');
    }
    const { access_token: token } = await world.signIn(spa, await world.createUser());
    const me = await call('/oidc/me', 'https://app.test', { headers: { authorization: `Bearer ${token}` } });
    expect([me.status, me.headers.get('access-control-allow-origin')]).toEqual([200, 'https://app.test']);
  });

  test.each(['https://evil.test', 'https://app.test:444', 'http://app.test', 'null'])(
    'are refused from %s',
    async origin => {
      const response = await tokenCall(origin);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(await response.json()).toMatchObject({ error: 'invalid_request', code: 'oidc.invalid_request' });
      const { access_token: token } = await world.signIn(spa, await world.createUser());
      const me = await call('/oidc/me', origin, { headers: { authorization: `Bearer ${token}` } });
      expect([me.status, me.headers.get('access-control-allow-origin')]).toEqual([400, null]);
    },
  );

  test('are announced by a preflight', async () => {
    const response = await call('/oidc/me', 'https://app.test', {
      method: 'OPTIONS',
      headers: { 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toBe('authorization');
  });
});

describe('revocation', () => {
  test('of a refresh token ends its whole grant', async () => {
    const signedIn = await world.signIn(spa, await world.createUser());
    const revoked = await world.form('/oidc/token/revocation', { client_id: spa.id, token: signedIn.refresh_token });
    expect(revoked.status).toBe(200);
    expect((await world.userinfo(signedIn.access_token)).status).toBe(401);
    expect((await world.refresh(spa, signedIn.refresh_token)).body.error).toBe('invalid_grant');
  });

  test('says its nothing as JSON, the only type that client libraries read', async () => {
    const body = new URLSearchParams({ client_id: spa.id, token: 'unknown' });
    const answer = await fetch(`${world.base}/oidc/token/revocation`, { method: 'POST', body });
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await answer.text()).toBe('{}');
  });

  test('of an unknown token is a success, of another client’s none', async () => {
    expect((await world.form('/oidc/token/revocation', { client_id: spa.id, token: 'unknown' })).status).toBe(200);
    const signedIn = await world.signIn(spa, await world.createUser());
    const other = await world.createApplication('SPA');
    expect(
      (await world.form('/oidc/token/revocation', { client_id: other.id, token: signedIn.refresh_token })).status,
    ).toBe(200);
    const form = { client_id: web.id, client_secret: web.secret ?? '', token: signedIn.refresh_token };
    expect((await world.form('/oidc/token/revocation', form)).body.error).toBe('invalid_request');
    expect((await world.refresh(spa, signedIn.refresh_token)).status).toBe(200);
  });

  test('needs the secret of a confidential client', async () => {
    const signedIn = await world.signIn(web, await world.createUser());
    const answer = await world.form('/oidc/token/revocation', { client_id: web.id, token: signedIn.refresh_token });
    expect([answer.status, answer.body.error]).toEqual([401, 'invalid_client']);
    expect((await world.refresh(web, signedIn.refresh_token)).status).toBe(200);
  });
});

describe('introspection', () => {
  const ask = (token: string, application = web) =>
    world.form('/oidc/token/introspection', {
      client_id: application.id,
      ...(application.secret && { client_secret: application.secret }),
      token,
    });

  test('tells a client about its own living tokens', async () => {
    const user = await world.createUser();
    const signedIn = await world.signIn(web, user);
    expect((await ask(signedIn.access_token)).body).toMatchObject({
      active: true,
      sub: user,
      client_id: web.id,
      scope: 'openid offline_access profile',
      token_type: 'Bearer',
      iss: world.tenant.issuer,
    });
    expect((await ask(signedIn.refresh_token)).body).toMatchObject({ active: true, client_id: web.id });
    await world.form('/oidc/token/revocation', {
      client_id: web.id,
      client_secret: web.secret ?? '',
      token: signedIn.refresh_token,
    });
    expect((await ask(signedIn.access_token)).body).toEqual({ active: false });
  });

  test('tells nothing about others, to public clients, or without a secret', async () => {
    const { access_token: own, refresh_token: refresh } = await world.signIn(spa, await world.createUser());
    for (const token of [own, refresh, 'unknown']) expect((await ask(token)).body).toEqual({ active: false });
    expect((await ask(own, spa)).body).toEqual({ active: false });
    expect((await ask(own, { ...web, secret: undefined })).status).toBe(401);
  });
});

describe('signing out', () => {
  const end = (parameters: Record<string, string>) => `/oidc/session/end?${new URLSearchParams(parameters)}`;
  const confirm = async (browser: ReturnType<OidcWorld['browser']>, page: string) => {
    const fields = Object.fromEntries(
      [...page.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    );
    return browser.post(/action="([^"]+)"/.exec(page)?.[1] ?? '', fields as Record<string, string>);
  };

  test('with the client’s id alone asks by a form that sends itself, and leads back to the application', async () => {
    const user = await world.createUser();
    const { browser } = await world.signIn(spa, user);
    const asked = await browser.get(end({ client_id: spa.id, post_logout_redirect_uri: afterwards, state: 's' }));
    const page = await asked.text();
    const nonce = /nonce-([^']+)'; script-src 'nonce-\1'/.exec(asked.headers.get('content-security-policy') ?? '')?.[1];
    expect(page).toContain(`<script nonce="${nonce}">document.forms[0].submit()</script>`);
    expect(asked.headers.get('content-security-policy')).not.toContain('form-action');
    const done = await confirm(browser, page);
    expect([done.status, done.headers.get('location')]).toEqual([303, `${afterwards}/?state=s`]);
    expect(browser.cookies.has('_session')).toBe(false);
    const again = await browser.get(`/oidc/auth?${authorization(spa, { prompt: 'none' }).query}`);
    expect(again.headers.get('location')).toContain('error=login_required');
  });

  test('keeps tokens with offline access, and ends those without', async () => {
    const user = await world.createUser();
    const offline = await world.signIn(spa, user);
    const online = await world.signIn(web, user, {
      browser: offline.browser,
      prompt: 'login',
      scope: 'openid profile',
    });
    const { browser } = offline;
    await confirm(browser, await (await browser.get(end({ client_id: spa.id }))).text());
    expect((await world.userinfo(offline.access_token)).status).toBe(200);
    expect((await world.refresh(spa, offline.refresh_token)).status).toBe(200);
    expect((await world.userinfo(online.access_token)).status).toBe(401);
  });

  test('without an address to return to shows a page', async () => {
    const { browser } = await world.signIn(spa, await world.createUser());
    const done = await confirm(browser, await (await browser.get(end({ client_id: spa.id }))).text());
    const page = await browser.get(done.headers.get('location') ?? '', { 'accept-language': 'zh-TW' });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('你已登出')]);
  });

  test('returns to registered addresses only, and to none without a client', async () => {
    const browser = world.browser();
    const refused = await browser.get(end({ client_id: spa.id, post_logout_redirect_uri: 'https://evil.test' }));
    expect([refused.status, (await refused.json()).error]).toEqual([400, 'invalid_request']);
    const { browser: signedIn } = await world.signIn(spa, await world.createUser());
    const page = await (await signedIn.get(end({ post_logout_redirect_uri: afterwards }))).text();
    expect((await confirm(signedIn, page)).headers.get('location')).toBe(`${world.base}/oidc/session/end/success`);
  });

  test('cannot be sent by another site', async () => {
    const { browser } = await world.signIn(spa, await world.createUser());
    await browser.get(end({ client_id: spa.id }));
    const forged = await browser.post('/oidc/session/end/confirm', { xsrf: 'guess', logout: 'yes' });
    expect(forged.status).toBe(400);
    expect(
      (await browser.get(`/oidc/auth?${authorization(spa, { prompt: 'none' }).query}`)).headers.get('location'),
    ).toContain('code=');
  });
});

describe('what is stored', () => {
  test('holds no token, code, cookie, interaction id, private key or secret in the clear', async () => {
    const application = await world.createApplication('Traditional');
    const browser = world.browser();
    const { query, verifier } = authorization(application);
    await browser.get(`/oidc/auth?${query}`);
    const interaction = browser.cookies.get('_interaction')?.value ?? '';
    expect(await dumpTenant(world.database, world.tenantId)).toContain(query.get('code_challenge'));
    const user = await world.createUser();
    const resume = await browser.get((await browser.get(`/test/sign-in?user=${user}`)).headers.get('location') ?? '');
    expect(resume.headers.get('location')).toContain('/consent');
    const underWay = await dumpTenant(world.database, world.tenantId);
    for (const { value } of browser.cookies.values()) expect(underWay).not.toContain(value);
    const location = await browser.authorize(query, user);
    const code = location.searchParams.get('code') ?? '';
    const { body } = await world.exchange(application, code, verifier);
    const cookies = [...browser.cookies.values()].map(({ value }) => value);
    const stored = await dumpTenant(world.database, world.tenantId);
    for (const secret of [
      interaction,
      code,
      verifier,
      body.access_token,
      body.refresh_token,
      body.id_token,
      ...cookies,
    ]) {
      expect(secret.length).toBeGreaterThan(20);
      expect(stored).not.toContain(secret);
    }
    expect(stored).not.toMatch(/"d\\*":/);
  });
});
