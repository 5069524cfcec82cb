/** `openid-client`: the relying party of the field's own standard, configured by discovery alone. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import * as client from 'openid-client';
import { endpoint, management, managementApi } from './lib/environment.mjs';
import { signInHeadlessly, submitSignOutForm } from './lib/headless-sign-in.mjs';
import { createApi, createApplication, createPerson, openAccountApi } from './lib/operator.mjs';

const redirectUri = 'http://localhost:4020/callback';
const afterSignOut = 'http://localhost:4020/';
const issuer = `${endpoint}/oidc`;
const options = new URL(endpoint).protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {};

const discover = (app, authentication) => client.discovery(new URL(issuer), app.id, undefined, authentication, options);

/** How an application with a secret may say it, and one without. */
const ways = {
  'secret in Basic authentication': {
    type: 'Traditional',
    authentication: app => client.ClientSecretBasic(app.secret),
  },
  'secret in the body': { type: 'Traditional', authentication: app => client.ClientSecretPost(app.secret) },
  'no secret': { type: 'SPA', authentication: () => client.None() },
};

before(openAccountApi);

for (const [way, { type, authentication }] of Object.entries(ways)) {
  describe(`with ${way}`, () => {
    let app;
    let api;
    let person;
    let config;
    before(async () => {
      app = await createApplication(type, { redirectUris: [redirectUri], postLogoutRedirectUris: [afterSignOut] });
      person = await createPerson({ name: 'Edsger Judge' });
      api = await createApi({ scopes: ['read:orders'], users: [person] });
      config = await discover(app, authentication(app));
    });

    async function signIn(parameters = {}) {
      const pkceCodeVerifier = client.randomPKCECodeVerifier();
      const [expectedState, expectedNonce] = [client.randomState(), client.randomNonce()];
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid offline_access profile email',
        prompt: 'consent',
        code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
        code_challenge_method: 'S256',
        state: expectedState,
        nonce: expectedNonce,
        ...parameters,
      });
      const { callback, browser } = await signInHeadlessly(url.href, person);
      const tokens = await client.authorizationCodeGrant(config, new URL(callback), {
        pkceCodeVerifier,
        expectedState,
        expectedNonce,
        idTokenExpected: true,
      });
      return { tokens, browser };
    }

    test('signs in and reads user info', async () => {
      const { tokens } = await signIn();
      assert.equal(tokens.expires_in, 3600);
      const claims = tokens.claims();
      assert.equal(claims.iss, issuer);
      assert.equal(claims.aud, app.id);
      assert.equal(claims.name, 'Edsger Judge');
      const info = await client.fetchUserInfo(config, tokens.access_token, person.id);
      assert.equal(info.username, person.username);
      assert.equal(info.email_verified, false);
    });

    test('reads and changes the account', async () => {
      const { tokens } = await signIn();
      const url = new URL('/api/my-account', endpoint);
      const json = new Headers({ 'content-type': 'application/json' });
      const changed = await client.fetchProtectedResource(
        config,
        tokens.access_token,
        url,
        'PATCH',
        JSON.stringify({ name: 'E. W. Judge' }),
        json,
      );
      assert.equal(changed.status, 200);
      const read = await client.fetchProtectedResource(config, tokens.access_token, url, 'GET');
      assert.equal((await read.json()).name, 'E. W. Judge');
      await assert.rejects(client.fetchProtectedResource(config, 'unknown', url, 'GET'), error => {
        assert.ok(error instanceof client.WWWAuthenticateChallengeError, String(error));
        assert.equal(error.cause[0].scheme, 'bearer');
        return true;
      });
    });

    test('refreshes, twice at once and once more', async () => {
      const { tokens } = await signIn();
      const both = await Promise.all([1, 2].map(() => client.refreshTokenGrant(config, tokens.refresh_token)));
      for (const one of both) {
        assert.match(one.access_token, /^[\w-]{43}$/);
        assert.equal(one.claims().sub, person.id);
        const next = await client.refreshTokenGrant(config, one.refresh_token ?? tokens.refresh_token);
        assert.match(next.access_token, /^[\w-]{43}$/);
      }
    });

    test('gets a JWT for an API, and survives asking for another', async () => {
      const { tokens } = await signIn({ resource: api.indicator, scope: 'openid offline_access read:orders' });
      assert.match(tokens.access_token, /^[\w-]{43}$/, 'the code alone gives the opaque token');
      await assert.rejects(
        client.refreshTokenGrant(config, tokens.refresh_token, { resource: 'https://unknown.example' }),
        { error: 'invalid_target', status: 400 },
      );
      const own = await client.refreshTokenGrant(config, tokens.refresh_token, { resource: api.indicator });
      assert.equal(own.access_token.split('.').length, 3);
      assert.equal(own.scope, 'read:orders');
    });

    test('introspects what it was given, if it can prove who it is', async () => {
      const { tokens } = await signIn();
      const found = await client.tokenIntrospection(config, tokens.access_token);
      // RFC 7662 §2.1 and §4: who cannot prove who they are learn nothing.
      if (type === 'SPA') assert.deepEqual(found, { active: false });
      else assert.deepEqual([found.active, found.sub, found.client_id], [true, person.id, app.id]);
    });

    test('revokes the refresh token, and the whole grant ends', async () => {
      const { tokens } = await signIn();
      await client.tokenRevocation(config, tokens.refresh_token);
      await assert.rejects(client.refreshTokenGrant(config, tokens.refresh_token), { error: 'invalid_grant' });
      await assert.rejects(client.fetchUserInfo(config, tokens.access_token, person.id));
    });

    test('signs out, with the ID token as a hint and without', async () => {
      for (const hint of [true, false]) {
        const { tokens, browser } = await signIn();
        const url = client.buildEndSessionUrl(config, {
          post_logout_redirect_uri: afterSignOut,
          state: 'of-the-application',
          ...(hint && { id_token_hint: tokens.id_token }),
        });
        const ended = await submitSignOutForm(browser, url.href);
        assert.equal(ended.location, `${afterSignOut}?state=of-the-application`);
      }
    });
  });
}

describe('a service', () => {
  test('gets a token for the Management API, its scope told', async () => {
    const config = await discover(management, client.ClientSecretBasic(management.secret));
    const answer = await client.clientCredentialsGrant(config, { resource: managementApi, scope: 'all' });
    assert.equal(answer.scope, 'all');
    assert.equal(answer.expires_in, 3600);
    const read = await client.fetchProtectedResource(
      config,
      answer.access_token,
      new URL('/api/users', endpoint),
      'GET',
    );
    assert.equal(read.status, 200);
  });

  test('gets nothing without a resource', async () => {
    const config = await discover(management, client.ClientSecretBasic(management.secret));
    await assert.rejects(client.clientCredentialsGrant(config), { error: 'invalid_target', status: 400 });
  });

  test('with a wrong secret is refused, challenged when it came in a header', async () => {
    const secret = `${management.secret}x`;
    const inBody = await discover(management, client.ClientSecretPost(secret));
    await assert.rejects(client.clientCredentialsGrant(inBody, { resource: managementApi }), {
      error: 'invalid_client',
      status: 401,
    });
    const inHeader = await discover(management, client.ClientSecretBasic(secret));
    await assert.rejects(client.clientCredentialsGrant(inHeader, { resource: managementApi }), error => {
      assert.ok(error instanceof client.WWWAuthenticateChallengeError, String(error));
      assert.equal(error.status, 401);
      assert.equal(error.cause[0].scheme, 'basic');
      return true;
    });
  });
});
