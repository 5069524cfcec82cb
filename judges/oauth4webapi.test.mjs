/** `oauth4webapi`: every answer of the protocol judged by the letter of its RFC, and tokens as an API validates them. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import * as oauth from 'oauth4webapi';
import { endpoint, management, managementApi } from './lib/environment.mjs';
import { signInHeadlessly } from './lib/headless-sign-in.mjs';
import { createApi, createApplication, createPerson, openAccountApi } from './lib/operator.mjs';

const redirectUri = 'http://localhost:4030/callback';
const issuer = new URL(`${endpoint}/oidc`);
const insecure = { [oauth.allowInsecureRequests]: issuer.protocol === 'http:' };

let server;
let app;
let api;
let person;

before(async () => {
  await openAccountApi();
  server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure));
  app = await createApplication('Native', { redirectUris: [redirectUri] });
  person = await createPerson({ name: 'Barbara Judge' });
  api = await createApi({ scopes: ['read:orders'], users: [person] });
});

const client = () => ({ client_id: app.id });

async function signIn(parameters = {}) {
  const verifier = oauth.generateRandomCodeVerifier();
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
  const url = new URL(server.authorization_endpoint);
  url.search = new URLSearchParams({
    client_id: app.id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid offline_access profile',
    prompt: 'consent',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...parameters,
  }).toString();
  const { callback } = await signInHeadlessly(url.href, person);
  const valid = oauth.validateAuthResponse(server, client(), new URL(callback), state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client(),
    oauth.None(),
    valid,
    redirectUri,
    verifier,
    insecure,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client(), response, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  await oauth.validateApplicationLevelSignature(server, response, insecure);
  return tokens;
}

const refresh = (tokens, additionalParameters = {}) =>
  oauth.refreshTokenGrantRequest(server, client(), oauth.None(), tokens.refresh_token, {
    ...insecure,
    additionalParameters,
  });

describe('discovery', () => {
  test('names the endpoints that clients know by heart', () => {
    for (const [member, path] of Object.entries({
      authorization_endpoint: '/auth',
      token_endpoint: '/token',
      userinfo_endpoint: '/me',
      jwks_uri: '/jwks',
      revocation_endpoint: '/token/revocation',
      introspection_endpoint: '/token/introspection',
      end_session_endpoint: '/session/end',
    })) {
      assert.equal(server[member], `${issuer.href}${path}`);
    }
    assert.equal(server.issuer, issuer.href);
    assert.equal(server.authorization_response_iss_parameter_supported, true);
    assert.deepEqual(server.code_challenge_methods_supported, ['S256']);
    assert.ok(server.id_token_signing_alg_values_supported.includes('ES256'));
  });
});

describe('an application without a secret', () => {
  test('signs in; issuer, state, nonce and the signature of the ID token are right', async () => {
    const tokens = await signIn();
    assert.equal(tokens.token_type, 'bearer');
    assert.equal(tokens.expires_in, 3600);
    const claims = oauth.getValidatedIdTokenClaims(tokens);
    assert.equal(claims.sub, person.id);
    assert.equal(claims.aud, app.id);
  });

  test('reads user info', async () => {
    const tokens = await signIn();
    const response = await oauth.userInfoRequest(server, client(), tokens.access_token, insecure);
    const info = await oauth.processUserInfoResponse(server, client(), person.id, response);
    assert.equal(info.name, 'Barbara Judge');
  });

  test('gets a new refresh token at every use; two uses at once both count', async () => {
    const tokens = await signIn();
    const responses = await Promise.all([refresh(tokens), refresh(tokens)]);
    const both = await Promise.all(responses.map(one => oauth.processRefreshTokenResponse(server, client(), one)));
    assert.equal(new Set([tokens, ...both].map(one => one.refresh_token)).size, 3);
    for (const one of both) {
      const next = await oauth.processRefreshTokenResponse(server, client(), await refresh(one));
      assert.equal(next.token_type, 'bearer');
    }
  });

  test('gets a JWT that an API can validate by RFC 9068', async () => {
    const tokens = await signIn({ resource: api.indicator, scope: 'openid offline_access read:orders' });
    const response = await refresh(tokens, { resource: api.indicator });
    const own = await oauth.processRefreshTokenResponse(server, client(), response);
    const request = new Request('https://orders.example/', {
      headers: { authorization: `Bearer ${own.access_token}` },
    });
    const claims = await oauth.validateJwtAccessToken(server, request, api.indicator, insecure);
    assert.equal(claims.aud, api.indicator);
    assert.equal(claims.sub, person.id);
    assert.equal(claims.client_id, app.id);
    assert.equal(claims.scope, 'read:orders');
  });

  test('is refused another resource, and its refresh token still works', async () => {
    const tokens = await signIn({ resource: api.indicator });
    const refused = await refresh(tokens, { resource: 'https://unknown.example' });
    await assert.rejects(oauth.processRefreshTokenResponse(server, client(), refused), {
      error: 'invalid_target',
      status: 400,
    });
    const next = await oauth.processRefreshTokenResponse(server, client(), await refresh(tokens));
    assert.match(next.access_token, /^[\w-]{43}$/);
  });

  test('reads and changes the account', async () => {
    const tokens = await signIn();
    const url = new URL('/api/my-account', endpoint);
    const headers = new Headers({ 'content-type': 'application/json' });
    const send = (method, body) =>
      oauth.protectedResourceRequest(tokens.access_token, method, url, headers, body, insecure);
    assert.equal((await send('PATCH', JSON.stringify({ name: 'B. Judge' }))).status, 200);
    const read = await send('GET');
    assert.equal(read.status, 200);
    assert.equal((await read.json()).name, 'B. Judge');
  });

  test('revokes', async () => {
    const tokens = await signIn();
    const response = await oauth.revocationRequest(server, client(), oauth.None(), tokens.refresh_token, insecure);
    await oauth.processRevocationResponse(response);
    await assert.rejects(oauth.processRefreshTokenResponse(server, client(), await refresh(tokens)), {
      error: 'invalid_grant',
    });
  });
});

describe('a service', () => {
  test('gets a JWT for the Management API', async () => {
    const service = { client_id: management.id };
    const response = await oauth.clientCredentialsGrantRequest(
      server,
      service,
      oauth.ClientSecretPost(management.secret),
      { resource: managementApi, scope: 'all' },
      insecure,
    );
    const tokens = await oauth.processClientCredentialsResponse(server, service, response);
    assert.equal(tokens.scope, 'all');
    const request = new Request(`${endpoint}/api/users`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    const claims = await oauth.validateJwtAccessToken(server, request, managementApi, insecure);
    assert.equal(claims.aud, managementApi);
    assert.equal(claims.sub, management.id);
  });
});
