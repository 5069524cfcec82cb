/** Applications of strangers, and services that act for people, as `openid-client` sees them. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import * as client from 'openid-client';
import { endpoint } from './lib/environment.mjs';
import { signInHeadlessly } from './lib/headless-sign-in.mjs';
import { createApi, createApplication, createPerson, openAccountApi, operate } from './lib/operator.mjs';

const redirectUri = 'https://strangers.example/callback';
const options = new URL(endpoint).protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {};
const discover = (app, authentication) =>
  client.discovery(new URL(`${endpoint}/oidc`), app.id, undefined, authentication, options);
const account = new URL('/api/my-account', endpoint);

before(openAccountApi);

describe('an application of strangers', () => {
  let app;
  let api;
  let person;
  let config;
  let closed;
  before(async () => {
    app = await createApplication('Traditional', { redirectUris: [redirectUri], isThirdParty: true });
    person = await createPerson({ name: 'Barbara Judge', primaryEmail: `b${Date.now()}@example.com` });
    api = await createApi({ scopes: ['read:orders', 'write:orders'], users: [person] });
    config = await discover(app, client.ClientSecretBasic(app.secret));
    const scopes = await operate('GET', `/api/resources/${api.resource.id}/scopes`);
    closed = scopes.find(({ name }) => name === 'write:orders').id;
    await operate('POST', `/api/applications/${app.id}/user-consent-scopes`, {
      userScopes: ['profile', 'email'],
      resourceScopes: scopes.map(({ id }) => id),
    });
  });

  async function request(scope, parameters = {}) {
    const pkceCodeVerifier = client.randomPKCECodeVerifier();
    const [expectedState, expectedNonce] = [client.randomState(), client.randomNonce()];
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope,
      prompt: 'consent',
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      state: expectedState,
      nonce: expectedNonce,
      ...parameters,
    });
    return { url: url.href, checks: { pkceCodeVerifier, expectedState, expectedNonce } };
  }

  test('gets what the administrator has opened and the person has allowed, until it is closed', async () => {
    const { url, checks } = await request('openid offline_access profile email read:orders write:orders', {
      resource: api.indicator,
    });
    const { callback } = await signInHeadlessly(url, person, { consent: 'by hand' });
    const tokens = await client.authorizationCodeGrant(config, new URL(callback), checks);
    assert.equal(tokens.claims().name, 'Barbara Judge');
    assert.match(tokens.claims().email, /@example\.com$/);
    const info = await client.fetchUserInfo(config, tokens.access_token, person.id);
    assert.equal(info.username, person.username);
    const forApi = () => client.refreshTokenGrant(config, tokens.refresh_token, { resource: api.indicator });
    assert.equal((await forApi()).scope, 'read:orders write:orders');

    await operate('DELETE', `/api/applications/${app.id}/user-consent-scopes/user-scopes/email`);
    await operate('DELETE', `/api/applications/${app.id}/user-consent-scopes/resource-scopes/${closed}`);
    assert.equal((await forApi()).scope, 'read:orders');
    const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token);
    assert.equal(refreshed.claims().email, undefined);
    assert.equal(refreshed.claims().name, 'Barbara Judge');
    const read = await client.fetchProtectedResource(config, refreshed.access_token, account, 'GET');
    assert.equal('primaryEmail' in (await read.json()), false);
  });

  test('is told when it asks for what is not open to it', async () => {
    const { url, checks } = await request('openid phone');
    const answer = await fetch(url, { redirect: 'manual' });
    await assert.rejects(client.authorizationCodeGrant(config, new URL(answer.headers.get('location')), checks), {
      error: 'invalid_scope',
    });
  });
});

describe('a service that may act for people', () => {
  const exchange = (config, subjectToken, more = {}) =>
    client.genericGrantRequest(config, 'urn:ietf:params:oauth:grant-type:token-exchange', {
      subject_token: subjectToken,
      subject_token_type: 'urn:logto:token-type:impersonation_token',
      scope: 'openid profile',
      ...more,
    });
  const subjectTokenOf = async ({ id }) =>
    (await operate('POST', '/api/subject-tokens', { userId: id, context: { ticket: 'of the judge' } })).subjectToken;

  test('exchanges a subject token, once, and steps up with it', async () => {
    const desk = await createApplication('MachineToMachine', { customClientMetadata: { allowTokenExchange: true } });
    const config = await discover(desk, client.ClientSecretPost(desk.secret));
    const person = await createPerson();
    const subjectToken = await subjectTokenOf(person);
    const tokens = await exchange(config, subjectToken);
    assert.equal(tokens.issued_token_type, 'urn:ietf:params:oauth:token-type:access_token');
    assert.match(tokens.access_token, /^[\w-]{43}$/);
    assert.equal(tokens.refresh_token, undefined);
    await assert.rejects(exchange(config, subjectToken), { error: 'invalid_grant', status: 400 });

    const json = new Headers({ 'content-type': 'application/json' });
    const call = (method, url, body, headers = json) =>
      client.fetchProtectedResource(config, tokens.access_token, url, method, JSON.stringify(body), headers);
    const proof = await call('POST', new URL('/api/verifications/password', endpoint), { password: person.password });
    assert.equal(proof.status, 201);
    const { verificationRecordId } = await proof.json();
    const withProof = new Headers([...json, ['logto-verification-id', verificationRecordId]]);
    const changed = await call(
      'POST',
      new URL('/api/my-account/password', endpoint),
      { password: 'Lantern-Orchard-72' },
      withProof,
    );
    assert.equal(changed.status, 204);
  });

  test('is refused when its administrator does not let it', async () => {
    const app = await createApplication('MachineToMachine');
    const config = await discover(app, client.ClientSecretPost(app.secret));
    const subjectToken = await subjectTokenOf(await createPerson());
    await assert.rejects(exchange(config, subjectToken), { error: 'invalid_request', status: 400 });
  });
});
