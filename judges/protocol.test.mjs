/** What no SDK asks for but every one of them relies on: errors, parameters and origins, by bare requests. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { Browser } from './lib/browser.mjs';
import { endpoint } from './lib/environment.mjs';
import { signInHeadlessly, submitSignOutForm } from './lib/headless-sign-in.mjs';
import { createApi, createApplication, createPerson, openAccountApi } from './lib/operator.mjs';
import { authorizationRequest, getTokens, postForm, refresh } from './lib/relying-party.mjs';

const origin = 'http://localhost:4040';
const redirectUri = `${origin}/callback`;
const apps = {};
let person;
let api;

before(async () => {
  await openAccountApi();
  person = await createPerson();
  api = await createApi({ scopes: ['read:orders'], users: [person] });
  for (const type of ['Traditional', 'SPA'])
    apps[type] = await createApplication(type, { redirectUris: [redirectUri] });
});

describe('an error', () => {
  test('of the token endpoint tells itself to every client', async () => {
    const { status, headers, body } = await refresh(apps.SPA, 'unknown');
    assert.equal(status, 400);
    assert.match(headers.get('content-type'), /^application\/json/);
    assert.equal(body.error, 'invalid_grant');
    assert.equal(body.error_description, 'grant request is invalid');
    assert.equal(body.code, 'oidc.invalid_grant');
    assert.equal(typeof body.message, 'string');
  });

  test('with parse_error=false is plain OAuth', async () => {
    const { body } = await postForm('/oidc/token?parse_error=false', apps.SPA, {
      grant_type: 'refresh_token',
      refresh_token: 'unknown',
    });
    assert.deepEqual(Object.keys(body).sort(), ['error', 'error_description']);
  });

  test('of a service: wrong secret 401, unknown client 400', async () => {
    const fields = { grant_type: 'client_credentials', resource: 'https://default.logto.app/api', scope: 'all' };
    const wrong = await postForm('/oidc/token', { ...apps.Traditional, secret: 'x'.repeat(32) }, fields);
    assert.deepEqual([wrong.status, wrong.body.code], [401, 'oidc.invalid_client']);
    const unknown = await postForm('/oidc/token', { id: 'nosuchclient', secret: 'x'.repeat(32) }, fields);
    assert.deepEqual([unknown.status, unknown.body.code], [400, 'oidc.invalid_client']);
  });

  test('of an address that is not registered is shown, never redirected to', async () => {
    const asked = await new Browser().navigate(authorizationRequest(apps.SPA, 'https://attacker.example/').url);
    assert.equal(asked.status, 400);
    assert.equal(asked.location, null);
  });
});

describe('a refresh token', () => {
  test('that is used again when its successor has long been in use ends the whole sign-in', async () => {
    const first = await getTokens(apps.SPA, redirectUri, person);
    const second = await refresh(apps.SPA, first.refresh_token);
    assert.equal(second.status, 200);
    // From outside there is no other clock: the grace for requests at once is three seconds.
    await setTimeout(3_500);
    const reused = await refresh(apps.SPA, first.refresh_token);
    assert.deepEqual([reused.status, reused.body.error], [400, 'invalid_grant']);
    const next = await refresh(apps.SPA, second.body.refresh_token);
    assert.deepEqual([next.status, next.body.error], [400, 'invalid_grant'], 'one of the two holders is a thief');
    const headers = { authorization: `Bearer ${second.body.access_token}` };
    assert.equal((await fetch(`${endpoint}/api/my-account`, { headers })).status, 401);
  });

  test('of another application is worth nothing', async () => {
    const other = await createApplication('SPA', { redirectUris: [redirectUri] });
    const tokens = await getTokens(apps.SPA, redirectUri, person);
    const stolen = await refresh(other, tokens.refresh_token);
    assert.deepEqual([stolen.status, stolen.body.error], [400, 'invalid_grant']);
  });
});

describe('every answer', () => {
  test('carries an id to find it in the log by', async () => {
    const paths = [
      '/api/status',
      '/api/my-account',
      '/api/nowhere',
      '/oidc/jwks',
      '/oidc/token',
      '/sign-in',
      '/nowhere',
    ];
    for (const path of paths) {
      const { headers } = await fetch(endpoint + path, { redirect: 'manual' });
      assert.match(headers.get('logto-core-request-id') ?? '', /^[a-z0-9]{16}$/, path);
    }
  });
});

describe('PKCE', () => {
  const none = { code_challenge: undefined, code_challenge_method: undefined };

  test('is required without a secret', async () => {
    const { location, status } = await new Browser().navigate(authorizationRequest(apps.SPA, redirectUri, none).url);
    // RFC 6749 §4.1.2.1: a fault of a known client is told to it at its own address.
    assert.equal(status, 303);
    assert.ok(location.startsWith(`${redirectUri}?`), location);
    assert.equal(new URL(location).searchParams.get('error'), 'invalid_request');
    assert.equal(new URL(location).searchParams.has('code'), false);
    await assert.rejects(
      getTokens(apps.SPA, redirectUri, person, {}, { code_verifier: undefined }),
      /400.*invalid_grant/,
    );
  });

  test('is not with one', async () => {
    const tokens = await getTokens(apps.Traditional, redirectUri, person, none);
    assert.match(tokens.access_token, /^[\w-]{43}$/);
  });

  test('with a wrong verifier gives nothing', async () => {
    const request = authorizationRequest(apps.SPA, redirectUri);
    const { callback } = await signInHeadlessly(request.url, person);
    const { status, body } = await postForm('/oidc/token', apps.SPA, {
      grant_type: 'authorization_code',
      code: new URL(callback).searchParams.get('code'),
      code_verifier: 'x'.repeat(43),
      redirect_uri: redirectUri,
    });
    assert.deepEqual([status, body.error], [400, 'invalid_grant']);
  });
});

describe('a token request', () => {
  test('with an empty resource is one without, in all three places', async () => {
    const first = await getTokens(apps.SPA, redirectUri, person, { resource: '' }, { resource: '' });
    assert.match(first.access_token, /^[\w-]{43}$/);
    const next = await refresh(apps.SPA, first.refresh_token, { resource: '' });
    assert.equal(next.status, 200);
    assert.match(next.body.access_token, /^[\w-]{43}$/);
  });

  test('takes several resources, also separated by a comma', async () => {
    const other = await createApi({ scopes: ['read:bills'], users: [person] });
    for (const resource of [[api.indicator, other.indicator], `${api.indicator},${other.indicator}`]) {
      const tokens = await getTokens(apps.SPA, redirectUri, person, {
        resource,
        scope: 'openid offline_access read:orders read:bills',
      });
      const own = await refresh(apps.SPA, tokens.refresh_token, { resource: api.indicator });
      assert.equal(own.body.scope, 'read:orders');
      const others = await refresh(apps.SPA, own.body.refresh_token, { resource: other.indicator });
      assert.equal(others.body.scope, 'read:bills');
    }
  });

  test('may be JSON', async () => {
    const tokens = await getTokens(apps.SPA, redirectUri, person);
    const response = await fetch(`${endpoint}/oidc/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        client_id: apps.SPA.id,
        grant_type: 'refresh_token',
        refresh_token: tokens.refresh_token,
      }),
    });
    assert.equal(response.status, 200);
    assert.equal(typeof (await response.json()).expires_in, 'number');
  });

  test('with the code of another application gives nothing', async () => {
    const other = await createApplication('SPA', { redirectUris: [redirectUri] });
    const request = authorizationRequest(apps.SPA, redirectUri);
    const { callback } = await signInHeadlessly(request.url, person);
    const { status, body } = await postForm('/oidc/token', other, {
      grant_type: 'authorization_code',
      code: new URL(callback).searchParams.get('code'),
      code_verifier: request.verifier,
      redirect_uri: redirectUri,
    });
    assert.deepEqual([status, body.error], [400, 'invalid_grant']);
  });
});

describe('an application of strangers', () => {
  let app;
  before(async () => {
    app = await createApplication('SPA', { redirectUris: [redirectUri], isThirdParty: true });
  });
  const scope = 'openid offline_access';

  test('gets tokens only when the person has allowed it', async () => {
    await assert.rejects(getTokens(app, redirectUri, person, { scope }), /consent answers 200/);
    const tokens = await getTokens(app, redirectUri, person, { scope }, {}, { consent: 'by hand' });
    const read = await fetch(`${endpoint}/api/my-account`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    assert.equal(read.status, 200);
    assert.equal((await read.json()).id, person.id);
  });

  test('proves nothing and changes nothing', async () => {
    const { access_token: token } = await getTokens(app, redirectUri, person, { scope }, {}, { consent: 'by hand' });
    for (const [path, body] of [
      ['/api/verifications/password', { password: person.password }],
      ['/api/my-account/password', { password: 'Lantern-Orchard-72' }],
    ]) {
      const refused = await fetch(endpoint + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      assert.equal(refused.status, 403, path);
      assert.equal((await refused.json()).code, 'auth.third_party_application_forbidden');
    }
  });
});

describe('signing out', () => {
  test('without an address to come back to shows a page, and the session is over', async () => {
    const { browser } = await getTokens(apps.SPA, redirectUri, person);
    const ended = await submitSignOutForm(browser, `/oidc/session/end?client_id=${apps.SPA.id}`);
    const page = ended.location === null ? ended : await browser.navigate(ended.location);
    assert.equal(page.status, 200);
    assert.match(page.headers.get('content-type'), /^text\/html/);
    const asked = await browser.navigate(authorizationRequest(apps.SPA, redirectUri, { prompt: 'none' }).url);
    assert.equal(new URL(asked.location).searchParams.get('error'), 'login_required');
  });

  test('leads to no address that is not registered', async () => {
    const { browser } = await getTokens(apps.SPA, redirectUri, person);
    const address = encodeURIComponent('https://attacker.example/');
    const answer = await browser.navigate(
      `/oidc/session/end?client_id=${apps.SPA.id}&post_logout_redirect_uri=${address}`,
    );
    assert.equal(answer.status, 400);
    assert.equal(answer.location, null);
  });
});

describe('a page of another origin', () => {
  const preflight = (path, from, headers = 'authorization') =>
    fetch(endpoint + path, {
      method: 'OPTIONS',
      headers: { origin: from, 'access-control-request-method': 'GET', 'access-control-request-headers': headers },
    });
  const allowed = response => response.headers.get('access-control-allow-origin');

  test('reads discovery and keys', async () => {
    for (const path of ['/oidc/.well-known/openid-configuration', '/oidc/jwks']) {
      const response = await fetch(endpoint + path, { headers: { origin: 'https://anybody.example' } });
      assert.equal(response.status, 200);
      assert.ok(['*', 'https://anybody.example'].includes(allowed(response)), path);
    }
  });

  test('exchanges a code from the origin of a redirect URI, from no other', async () => {
    const mine = await postForm(
      '/oidc/token',
      apps.SPA,
      { grant_type: 'refresh_token', refresh_token: 'x' },
      { origin },
    );
    assert.equal(allowed(mine), origin);
    const foreign = 'https://attacker.example';
    const theirs = await postForm(
      '/oidc/token',
      apps.SPA,
      { grant_type: 'refresh_token', refresh_token: 'x' },
      { origin: foreign },
    );
    assert.equal(allowed(theirs), null);
  });

  test('is refused real tokens from a foreign origin', async () => {
    const tokens = await getTokens(apps.SPA, redirectUri, person);
    const fields = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token };
    const theirs = await postForm('/oidc/token', apps.SPA, fields, { origin: 'https://attacker.example' });
    assert.equal(allowed(theirs), null);
    assert.equal(theirs.body.access_token, undefined);
  });

  test('reads user info from its own origin, from no other', async () => {
    assert.equal((await preflight('/oidc/me', origin)).status, 204);
    const tokens = await getTokens(apps.SPA, redirectUri, person);
    const read = from =>
      fetch(`${endpoint}/oidc/me`, { headers: { origin: from, authorization: `Bearer ${tokens.access_token}` } });
    const own = await read(origin);
    assert.deepEqual([own.status, allowed(own)], [200, origin]);
    assert.equal(allowed(await read('https://attacker.example')), null);
  });

  test('uses the Account API from anywhere, without cookies', async () => {
    const asked = await preflight('/api/my-account', 'https://anybody.example', 'authorization,logto-verification-id');
    assert.equal(asked.status, 204);
    assert.equal(allowed(asked), 'https://anybody.example');
    assert.equal(asked.headers.get('access-control-allow-methods'), 'GET,HEAD,PUT,POST,DELETE,PATCH');
    assert.match(asked.headers.get('access-control-allow-headers'), /logto-verification-id/i);
    for (const path of ['/api/my-account', '/api/verifications/password']) {
      const refused = await fetch(endpoint + path, { headers: { origin: 'https://anybody.example' } });
      assert.equal(allowed(refused), 'https://anybody.example', path);
      assert.equal(refused.headers.get('access-control-allow-credentials'), null);
      assert.equal(refused.headers.get('access-control-expose-headers'), '*');
      assert.match(refused.headers.get('vary'), /Origin/i);
    }
  });
});
