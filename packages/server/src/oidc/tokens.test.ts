/** What a token request yields. */
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveApplicationRole, giveUserRole, suspendUser, takeUserRole } from '../testing/oidc-world.store.ts';
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
const api = 'https://shop.test/api';
let shop: string;
beforeAll(async () => {
  world = await createOidcWorld();
  spa = await world.createApplication('SPA');
  web = await world.createApplication('Traditional');
  shop = await world.createResource(api, ['read', 'write']);
});
afterAll(() => world.close());

describe('an access token without an API', () => {
  test('is opaque, has no dot and 43 characters, whatever APIs were asked for at sign-in', async () => {
    const user = await world.createUser();
    const { access_token: token, scope } = await world.signIn(spa, user, {
      resource: api,
      scope: 'openid profile read',
    });
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(scope).toBe('openid profile');
    expect((await world.userinfo(token)).status).toBe(200);
  });

  test('is what an empty resource gives, at the authorization, the code and the refresh', async () => {
    const request = authorization(spa, { resource: '' });
    const location = await world.browser().authorize(request.query, await world.createUser());
    const tokens = await world.exchange(spa, location.searchParams.get('code') ?? '', request.verifier, {
      resource: '',
    });
    expect(tokens.body.access_token).toMatch(/^[\w-]{43}$/);
    const refreshed = await world.refresh(spa, tokens.body.refresh_token, { resource: '' });
    expect(refreshed.body.access_token).toMatch(/^[\w-]{43}$/);
  });

  test('carries the scopes that the Account API knows as bits', async () => {
    const { access_token: token } = await world.signIn(spa, await world.createUser(), {
      scope: 'openid offline_access profile email unknown:scope urn:logto:scope:sessions',
    });
    const principal = await world.principal(token);
    expect(principal?.scope).toBe('openid offline_access profile email urn:logto:scope:sessions');
    expect(principal?.scope_bits).toBe((1 << 0) | (1 << 1) | (1 << 2) | (1 << 3) | (1 << 11));
  });
});

describe('an access token for an API', () => {
  test('is a JWT with the scopes that the user’s roles give at that moment', async () => {
    const user = await world.createUser();
    await giveUserRole(world.database, world.tenantId, user, shop);
    const signedIn = await world.signIn(spa, user, { resource: api, scope: 'openid offline_access read write other' });
    const first = await world.refresh(spa, signedIn.refresh_token, { resource: api });
    expect(first.body.scope).toBe('read write');
    const payload = await world.verify(first.body.access_token, { audience: api, typ: 'at+jwt' });
    expect(payload).toEqual({
      jti: expect.any(String),
      sub: user,
      iat: expect.any(Number),
      exp: expect.any(Number),
      scope: 'read write',
      client_id: spa.id,
      iss: world.tenant.issuer,
      aud: api,
    });
    await takeUserRole(world.database, world.tenantId, user, shop);
    const second = await world.refresh(spa, first.body.refresh_token, { resource: api });
    expect(second.status).toBe(200);
    expect((await world.verify(second.body.access_token)).scope).toBeUndefined();
  });

  test('is found among APIs joined by commas', async () => {
    const other = 'https://other.test/api';
    await world.createResource(other, ['x']);
    const { refresh_token: token } = await world.signIn(spa, await world.createUser(), { resource: `${api},${other}` });
    const refreshed = await world.refresh(spa, token, { resource: other });
    expect((await world.verify(refreshed.body.access_token)).aud).toBe(other);
  });

  test('is not had of an API that is unknown or was not granted; the session lives on', async () => {
    const { refresh_token: token } = await world.signIn(spa, await world.createUser());
    for (const resource of ['https://unknown.test', api, 'no-uri']) {
      const refused = await world.refresh(spa, token, { resource });
      expect([refused.status, refused.body.error]).toEqual([400, 'invalid_target']);
    }
    expect((await world.refresh(spa, token)).status).toBe(200);
    const atSignIn = await world
      .browser()
      .authorize(authorization(spa, { resource: 'https://unknown.test' }).query, 'nobody');
    expect(atSignIn.searchParams.get('error')).toBe('invalid_target');
  });

  test('is not had by a third party’s application', async () => {
    const user = await world.createUser();
    await giveUserRole(world.database, world.tenantId, user, shop);
    const third = await world.createApplication('SPA', { thirdParty: true });
    const { refresh_token: token } = await world.signIn(third, user, {
      resource: api,
      scope: 'openid offline_access read',
    });
    const refreshed = await world.refresh(third, token, { resource: api });
    expect((await world.verify(refreshed.body.access_token)).scope).toBeUndefined();
  });
});

describe('organizations', () => {
  test('their scope and indicator sign in, and give an empty list', async () => {
    const { id_token: idToken, access_token: token } = await world.signIn(spa, await world.createUser(), {
      scope: 'openid offline_access urn:logto:scope:organizations urn:logto:scope:organization_roles',
      resource: 'urn:logto:resource:organizations',
    });
    expect(await world.verify(idToken)).toMatchObject({ organizations: [], organization_roles: [] });
    expect((await world.userinfo(token)).body).toMatchObject({ organizations: [], organization_data: [] });
  });

  test('no token is issued for one, and the session lives on', async () => {
    const { refresh_token: token } = await world.signIn(spa, await world.createUser(), {
      resource: 'urn:logto:resource:organizations',
    });
    const refused = await world.refresh(spa, token, { organization_id: 'org' });
    expect([refused.status, refused.body.error, refused.body.code]).toEqual([
      403,
      'insufficient_scope',
      'oidc.insufficient_scope',
    ]);
    expect((await world.refresh(spa, token)).status).toBe(200);
  });
});

describe('client authentication', () => {
  const exchangeWith = async (
    application: TestApplication,
    form: Record<string, string>,
    headers: Record<string, string> = {},
    asJson = false,
  ) => {
    const request = authorization(application);
    const location = await world.browser().authorize(request.query, await world.createUser());
    const body = {
      grant_type: 'authorization_code',
      code: location.searchParams.get('code') ?? '',
      code_verifier: request.verifier,
      redirect_uri: application.redirectUri,
      ...form,
    };
    if (!asJson) return world.form('/oidc/token', body, headers);
    return answerOf(
      await fetch(`${world.base}/oidc/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    );
  };
  const basic = (application: TestApplication, secret = application.secret) => ({
    authorization: `Basic ${Buffer.from(`${application.id}:${secret}`).toString('base64')}`,
  });

  test('takes the secret from the header or the body of the same application, the id in both', async () => {
    expect((await exchangeWith(web, {}, basic(web))).status).toBe(200);
    expect((await exchangeWith(web, { client_id: web.id }, basic(web))).status).toBe(200);
    expect((await exchangeWith(web, { client_id: web.id, client_secret: web.secret ?? '' })).status).toBe(200);
    expect((await exchangeWith(web, { client_id: web.id, client_secret: web.secret ?? '' }, {}, true)).status).toBe(
      200,
    );
    expect((await exchangeWith(spa, { client_id: spa.id })).status).toBe(200);
  });

  test('refuses a wrong secret, none, and one of another application', async () => {
    for (const secret of ['wrong', spa.id, '']) {
      const answer = await exchangeWith(web, {}, basic(web, secret));
      expect([secret, answer.body.error]).toEqual([secret, secret === '' ? 'invalid_request' : 'invalid_client']);
    }
    expect((await exchangeWith(web, { client_id: web.id })).body.error).toBe('invalid_client');
    const other = await world.createApplication('Traditional');
    const answer = await exchangeWith(web, {}, basic(web, other.secret));
    expect([answer.status, answer.body.error]).toEqual([401, 'invalid_client']);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /);
  });

  test('takes any of several secrets that has not expired', async () => {
    const application = await world.createApplication('Traditional');
    const second = await world.addSecret(application.id, 'second');
    const expired = await world.addSecret(application.id, 'expired', new Date(Date.now() - 1000));
    const future = await world.addSecret(application.id, 'future', new Date(Date.now() + 60_000));
    expect((await exchangeWith(application, {}, basic(application))).status).toBe(200);
    expect((await exchangeWith(application, {}, basic(application, second))).status).toBe(200);
    expect((await exchangeWith(application, {}, basic(application, future))).status).toBe(200);
    expect((await exchangeWith(application, {}, basic(application, expired))).status).toBe(401);
  });

  test('refuses a JSON body that is none, or that is too large', async () => {
    const send = async (body: string) =>
      answerOf(
        await fetch(`${world.base}/oidc/token`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        }),
      );
    for (const body of ['{', '[]', 'null', '{"grant_type":{"$ne":1}}', JSON.stringify({ a: 'x'.repeat(60_000) })]) {
      const answer = await send(body);
      expect([answer.status, answer.body.code]).toEqual([400, 'oidc.invalid_request']);
    }
    expect((await send('{"__proto__":{"grant_type":"x"},"client_id":"y"}')).status).toBe(400);
  });
});

describe('PKCE', () => {
  test('is required of public clients and optional for confidential ones', async () => {
    const without = { code_challenge: undefined, code_challenge_method: undefined };
    const refused = await world.browser().authorize(authorization(spa, without).query, 'nobody');
    expect(refused.searchParams.get('error')).toBe('invalid_request');
    const location = await world.browser().authorize(authorization(web, without).query, await world.createUser());
    const tokens = await world.token(web, {
      grant_type: 'authorization_code',
      code: location.searchParams.get('code') ?? '',
      redirect_uri: web.redirectUri,
    });
    expect(tokens.status).toBe(200);
  });

  test('a wrong verifier uses no code up', async () => {
    const request = authorization(spa);
    const location = await world.browser().authorize(request.query, await world.createUser());
    const code = location.searchParams.get('code') ?? '';
    expect((await world.exchange(spa, code, 'w'.repeat(43))).body.error).toBe('invalid_grant');
    expect((await world.exchange(spa, code, request.verifier)).status).toBe(200);
  });
});

describe('redirect URIs', () => {
  test.each([
    'https://app.test/callback/',
    'https://app.test/callback?x=1',
    'https://app.test:444/callback',
    'https://evil.test',
  ])('%s is not the registered one', async redirectUri => {
    const response = await world.browser().get(`/oidc/auth?${authorization({ ...spa, redirectUri }).query}`);
    expect([response.status, (await response.json()).error]).toEqual([400, 'invalid_redirect_uri']);
  });

  test('http://localhost is allowed to web applications, custom schemes to native ones', async () => {
    const local = await world.createApplication('SPA', { redirectUri: 'http://localhost:8080/callback' });
    expect((await world.signIn(local, await world.createUser())).access_token).toBeDefined();
    const native = await world.createApplication('Native', { redirectUri: 'com.example.app://callback' });
    expect((await world.signIn(native, await world.createUser())).refresh_token).toBeDefined();
  });

  test('an application without one cannot sign anybody in', async () => {
    const bare = await world.createApplication('SPA', { redirectUri: '' });
    const response = await world
      .browser()
      .get(`/oidc/auth?${authorization({ ...bare, redirectUri: 'https://evil.test' }).query}`);
    expect([response.status, (await response.json()).error]).toEqual([400, 'invalid_redirect_uri']);
  });
});

describe('a machine', () => {
  let machine: TestApplication;
  const management = 'https://default.test/api';
  beforeAll(async () => {
    machine = await world.createApplication('MachineToMachine');
    const role = await world.createResource(management, ['all', 'some'], { type: 'MachineToMachine' });
    await giveApplicationRole(world.database, world.tenantId, machine.id, role);
  });
  const ask = (parameters: Record<string, string>, application = machine) =>
    world.token(application, { grant_type: 'client_credentials', ...parameters });

  test('gets a JWT with the scope that it asked for, echoed exactly', async () => {
    const { status, body } = await ask({ resource: management, scope: 'all' });
    expect([status, body.scope, body.expires_in, body.token_type]).toEqual([200, 'all', 3600, 'Bearer']);
    expect(await world.verify(body.access_token, { audience: management, typ: 'at+jwt' })).toMatchObject({
      sub: machine.id,
      client_id: machine.id,
      scope: 'all',
      aud: management,
    });
    const verified = await world.verifier(body.access_token, management);
    expect(verified).toMatchObject({ sub: machine.id, scope: 'all' });
  });

  test('gets no scope that its roles do not give', async () => {
    const other = await world.createApplication('MachineToMachine');
    const { body } = await ask({ resource: management, scope: 'all' }, other);
    expect(body.scope).toBeUndefined();
    expect((await world.verify(body.access_token)).scope).toBeUndefined();
  });

  test('must name an API unless the tenant has a default one', async () => {
    expect(await ask({ scope: 'all' })).toMatchObject({ status: 400, body: { error: 'invalid_target' } });
    expect(await ask({ resource: 'https://unknown.test' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_target' },
    });
    const fallback = await createOidcWorld();
    try {
      await fallback.createResource('https://fallback.test', [], { isDefault: true });
      const application = await fallback.createApplication('MachineToMachine');
      const { body } = await fallback.token(application, { grant_type: 'client_credentials' });
      expect((await fallback.verify(body.access_token)).aud).toBe('https://fallback.test');
    } finally {
      await fallback.close();
    }
  });

  test('that does not exist is told apart from one with a wrong secret', async () => {
    expect(await ask({ resource: management }, { ...machine, secret: 'wrong' })).toMatchObject({
      status: 401,
      body: { error: 'invalid_client', code: 'oidc.invalid_client' },
    });
    expect(await ask({ resource: management }, { ...machine, id: 'unknown' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_client', code: 'oidc.invalid_client' },
    });
  });

  test('signs nobody in', async () => {
    const response = await world
      .browser()
      .get(`/oidc/auth?${authorization({ ...machine, redirectUri: 'https://x.test' }).query}`);
    expect(response.status).toBe(400);
  });
});

describe('a JWT access token', () => {
  test('is judged by issuer, audience, type, signature and time', async () => {
    const user = await world.createUser();
    const signedIn = await world.signIn(spa, user, { resource: api });
    const jwt = (await world.refresh(spa, signedIn.refresh_token, { resource: api })).body.access_token;
    expect(await world.verifier(jwt, api)).toMatchObject({ sub: user, client_id: spa.id });
    const refused = { code: 'auth.unauthorized' };
    await expect(world.verifier(jwt, 'https://other.test')).rejects.toMatchObject(refused);
    await expect(world.verifier(signedIn.id_token, spa.id)).rejects.toMatchObject(refused);
    await expect(world.verifier(`${jwt.slice(0, -4)}AAAA`, api)).rejects.toMatchObject(refused);
    await expect(world.verifier(signedIn.access_token, api)).rejects.toMatchObject(refused);
    world.clockOffset = 3_700_000;
    await expect(world.verifier(jwt, api)).rejects.toMatchObject(refused);
    world.clockOffset = 0;
    const { active } = await world.parts.keys(world.tenant);
    const forged = (typ: string) =>
      new SignJWT({ client_id: spa.id, scope: 'all' })
        .setProtectedHeader({ alg: 'ES256', kid: active.kid, typ })
        .setIssuer(world.tenant.issuer)
        .setAudience(api)
        .setSubject(user)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(active.privateJwk);
    expect(await world.verifier(await forged('at+jwt'), api)).toMatchObject({ sub: user });
    await expect(world.verifier(await forged('JWT'), api)).rejects.toMatchObject(refused);
    const neighbour = await createOidcWorld();
    try {
      await expect(neighbour.verifier(jwt, api)).rejects.toMatchObject(refused);
    } finally {
      await neighbour.close();
    }
  });
});

describe('a suspended user', () => {
  test('gets nothing for a code or a refresh token, and no user info', async () => {
    const user = await world.createUser();
    const signedIn = await world.signIn(spa, user);
    const request = authorization(spa);
    const location = await world.browser().authorize(request.query, user);
    await suspendUser(world.database, world.tenantId, user);
    expect((await world.refresh(spa, signedIn.refresh_token)).body.error).toBe('invalid_grant');
    expect((await world.exchange(spa, location.searchParams.get('code') ?? '', request.verifier)).body.error).toBe(
      'invalid_grant',
    );
    expect((await world.userinfo(signedIn.access_token)).status).toBe(401);
  });
});

describe('lifetimes', () => {
  test('of ID tokens and refresh tokens are the application’s', async () => {
    const application = await world.createApplication('Native', {
      redirectUri: 'app://x',
      custom: { idTokenTtl: 120, refreshTokenTtlInDays: 2 },
    });
    const { id_token: idToken } = await world.signIn(application, await world.createUser());
    const { iat = 0, exp = 0 } = await world.verify(idToken);
    expect(exp - iat).toBe(120);
    expect(await world.refreshTokenDays(application.id)).toBeCloseTo(2);
    const plain = await world.createApplication('SPA');
    await world.signIn(plain, await world.createUser());
    expect(await world.refreshTokenDays(plain.id)).toBeCloseTo(14);
  });
});
