/** `@logto/node`: what a Node.js application of any framework does, with a secret and without one. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import LogtoClient from '@logto/node';
import { Browser } from './lib/browser.mjs';
import { endpoint } from './lib/environment.mjs';
import { eventually } from './lib/eventually.mjs';
import { signInAgain, signInHeadlessly, submitSignOutForm } from './lib/headless-sign-in.mjs';
import { codeSentTo, messagesTo } from './lib/inbox.mjs';
import { createApi, createApplication, createPerson, openAccountApi, operate, unique } from './lib/operator.mjs';
import { postForm } from './lib/relying-party.mjs';

const redirectUri = 'http://localhost:4010/callback';
const afterSignOut = 'http://localhost:4010/signed-out';

/** Keeps what the client keeps, as a session would. */
function memory() {
  const items = new Map();
  return {
    items,
    getItem: async key => items.get(key) ?? null,
    setItem: async (key, value) => void items.set(key, value),
    removeItem: async key => void items.delete(key),
  };
}

/** A client of `app`, and where it last sent the browser. */
function createClient(app, settings = {}, storage = memory()) {
  const visited = [];
  const client = new LogtoClient(
    { endpoint, appId: app.id, ...(app.secret && { appSecret: app.secret }), ...settings },
    { navigate: url => void visited.push(url), storage },
  );
  return { client, storage, sentTo: () => visited.at(-1) };
}

async function signIn(app, person, settings = {}, options = {}) {
  const opened = createClient(app, settings);
  await opened.client.signIn({ redirectUri: options.redirectUri ?? redirectUri });
  const { callback, browser } = await signInHeadlessly(opened.sentTo(), person, options);
  await opened.client.handleSignInCallback(callback);
  return { ...opened, browser };
}

const readAccount = token => fetch(`${endpoint}/api/my-account`, { headers: { authorization: `Bearer ${token}` } });

before(openAccountApi);

describe('the built-in demo application', () => {
  const demo = { id: 'demo-app' };

  for (const cookies of ['kept', 'replaced']) {
    test(`signs in when older cookies are ${cookies}`, async () => {
      const person = await createPerson();
      const { client, browser } = await signIn(demo, person, {}, { redirectUri: `${endpoint}/demo-app`, cookies });
      assert.equal((await client.getIdTokenClaims()).sub, person.id);
      const answer = await readAccount(await client.getAccessToken());
      assert.equal(answer.status, 200);
      assert.equal((await answer.json()).username, person.username);
      for (const { name, path, attributes } of browser.cookies.filter(one => one.name.startsWith('_session'))) {
        assert.equal(path, '/', name);
        assert.equal(attributes.get('samesite')?.toLowerCase(), 'lax', name);
        assert.ok(attributes.has('httponly'), name);
      }
    });
  }
});

for (const type of ['Traditional', 'SPA']) {
  describe(`an application of type ${type}`, () => {
    let app;
    let person;
    let api;
    before(async () => {
      app = await createApplication(type, { redirectUris: [redirectUri], postLogoutRedirectUris: [afterSignOut] });
      assert.equal(app.secret === undefined, type === 'SPA');
      person = await createPerson({
        name: 'Ada Judge',
        primaryEmail: `${app.id}@judge.example`,
        profile: { givenName: 'Ada' },
      });
      api = await createApi({ scopes: ['read:orders', 'write:orders'], users: [person] });
    });

    test('has an id and a secret that fit into Basic authentication as they are', () => {
      assert.match(app.id, /^[A-Za-z0-9]+$/);
      if (app.secret !== undefined) assert.match(app.secret, /^[A-Za-z0-9]+$/);
    });

    test('signs in: tokens, claims, user info, account', async () => {
      const { client, storage } = await signIn(app, person, { scopes: ['email', 'custom_data', 'identities'] });
      assert.equal(await client.isAuthenticated(), true);
      const claims = await client.getIdTokenClaims();
      assert.equal(claims.iss, `${endpoint}/oidc`);
      assert.equal(claims.aud, app.id);
      assert.equal(claims.sub, person.id);
      assert.equal(claims.name, 'Ada Judge');
      assert.equal(claims.username, person.username);
      assert.equal(claims.given_name, 'Ada');
      assert.equal(claims.email, `${app.id}@judge.example`);
      assert.equal(typeof claims.email_verified, 'boolean');
      const info = await client.fetchUserInfo();
      assert.equal(info.sub, person.id);
      assert.equal(info.username, person.username);
      assert.deepEqual(info.custom_data, {});
      assert.deepEqual(info.identities, {});
      const token = await client.getAccessToken();
      assert.match(token, /^[\w-]{43}$/, 'the token of the Account API is opaque and has no dot');
      assert.ok(storage.items.get('refreshToken'));
      const answer = await readAccount(token);
      assert.equal(answer.status, 200);
      const account = await answer.json();
      assert.equal(account.id, person.id);
      assert.equal(account.primaryEmail, `${app.id}@judge.example`);
    });

    test('without an e-mail address the ID token has a boolean, never null', async () => {
      const nameless = await createPerson();
      const { client } = await signIn(app, nameless, { scopes: ['email', 'phone'] });
      const claims = await client.getIdTokenClaims();
      assert.equal(claims.email, null);
      assert.equal(claims.email_verified, false);
      assert.equal(claims.phone_number_verified, false);
    });

    test('gets a JWT for an API of its own, and the opaque token beside it', async () => {
      const settings = { resources: [api.indicator], scopes: ['read:orders', 'no-such-scope'] };
      const { client } = await signIn(app, person, settings);
      const claims = await client.getAccessTokenClaims(api.indicator);
      assert.equal(claims.aud, api.indicator);
      assert.equal(claims.sub, person.id);
      assert.equal(claims.iss, `${endpoint}/oidc`);
      assert.equal(claims.client_id, app.id);
      assert.equal(claims.scope, 'read:orders');
      assert.equal((await readAccount(await client.getAccessToken(api.indicator))).status, 401);
      assert.equal((await readAccount(await client.getAccessToken())).status, 200);
    });

    test('two requests that refresh with the same token both succeed, and so does the next', async () => {
      const { storage } = await signIn(app, person, { resources: [api.indicator], scopes: ['read:orders'] });
      // As frameworks do it: one client per request over copies of one session.
      const requests = [1, 2].map(() => {
        const copy = memory();
        for (const [key, value] of storage.items) copy.items.set(key, value);
        return createClient(app, { resources: [api.indicator] }, copy);
      });
      const tokens = await Promise.all(requests.map(({ client }) => client.getAccessToken(api.indicator)));
      for (const token of tokens) assert.equal(token.split('.').length, 3);
      for (const { client } of requests) {
        await client.clearAccessToken();
        assert.match(await client.getAccessToken(), /^[\w-]{43}$/);
      }
    });

    test('a resource that was not granted is refused and leaves the sign-in alive', async () => {
      const { client } = await signIn(app, person, { resources: [api.indicator] });
      for (const wrong of ['https://unknown.example', 'https://default.logto.app/api']) {
        await assert.rejects(client.getAccessToken(wrong), error => {
          assert.equal(error.name, 'LogtoRequestError', String(error));
          assert.equal(error.code, 'oidc.invalid_target');
          return true;
        });
      }
      await client.clearAccessToken();
      assert.equal((await readAccount(await client.getAccessToken())).status, 200);
      assert.equal((await client.getAccessTokenClaims(api.indicator)).aud, api.indicator);
    });

    test('the scope of organizations alone signs in, and has none', async () => {
      const { client } = await signIn(app, person, { scopes: ['urn:logto:scope:organizations'] });
      const info = await client.fetchUserInfo();
      assert.deepEqual(info.organizations, []);
      await assert.rejects(client.getOrganizationToken('someorganization'), error => {
        assert.equal(error.name, 'LogtoRequestError', String(error));
        return true;
      });
      await client.clearAccessToken();
      assert.equal((await readAccount(await client.getAccessToken())).status, 200);
    });

    test('prompt=none: login_required without a session, signed in with one', async () => {
      const settings = { prompt: 'none' };
      const stranger = createClient(app, settings);
      await stranger.client.signIn({ redirectUri });
      const refused = await new Browser().navigate(stranger.sentTo());
      assert.equal(refused.status, 303);
      const answer = new URL(refused.location);
      assert.equal(answer.origin + answer.pathname, redirectUri);
      assert.equal(answer.searchParams.get('error'), 'login_required');
      await assert.rejects(stranger.client.handleSignInCallback(refused.location));

      const { browser } = await signIn(app, person);
      const known = createClient(app, settings);
      await known.client.signIn({ redirectUri });
      await known.client.handleSignInCallback(await signInAgain(known.sentTo(), browser));
      assert.equal((await known.client.getIdTokenClaims()).sub, person.id);
      assert.equal(known.storage.items.has('refreshToken'), false, 'offline_access needs prompt=consent');
    });

    test('a second sign-in in the same browser asks for no password', async () => {
      const { browser } = await signIn(app, person);
      const second = createClient(app);
      await second.client.signIn({ redirectUri });
      await second.client.handleSignInCallback(await signInAgain(second.sentTo(), browser));
      assert.equal((await second.client.getIdTokenClaims()).sub, person.id);
      assert.ok(second.storage.items.get('refreshToken'));
    });

    test('prompt=login asks again although a session lives', async () => {
      const { browser } = await signIn(app, person);
      const second = createClient(app, { prompt: ['login', 'consent'] });
      await second.client.signIn({ redirectUri });
      const { callback } = await signInHeadlessly(second.sentTo(), person, { browser });
      await second.client.handleSignInCallback(callback);
      assert.ok(second.storage.items.get('refreshToken'));
    });

    test('extra parameters of the authorization request are passed on, never refused', async () => {
      const opened = createClient(app);
      await opened.client.signIn({
        redirectUri,
        firstScreen: 'identifier:sign_in',
        identifiers: ['username', 'email'],
        loginHint: person.username,
        extraParams: { ui_locales: 'fr', one_time_token: 'x', organization_id: 'y', of_the_application: 'z' },
      });
      const { callback } = await signInHeadlessly(opened.sentTo(), person);
      await opened.client.handleSignInCallback(callback);
      assert.equal(await opened.client.isAuthenticated(), true);
    });

    test('a callback that was answered once does not work again', async () => {
      const opened = createClient(app);
      await opened.client.signIn({ redirectUri });
      const stored = new Map(opened.storage.items);
      const { callback } = await signInHeadlessly(opened.sentTo(), person);
      await opened.client.handleSignInCallback(callback);
      const token = await opened.client.getAccessToken();
      const replay = createClient(app);
      for (const [key, value] of stored) replay.storage.items.set(key, value);
      await assert.rejects(replay.client.handleSignInCallback(callback), { code: 'oidc.invalid_grant' });
      assert.equal((await readAccount(token)).status, 401, 'a code used twice ends what it gave (RFC 6749 §4.1.2)');
    });

    test('signs out: tokens end at once, the browser comes back to the exact address', async () => {
      const { client, sentTo, storage, browser } = await signIn(app, person);
      const token = await client.getAccessToken();
      const refreshToken = storage.items.get('refreshToken');
      assert.equal((await readAccount(token)).status, 200);
      await client.signOut(afterSignOut);
      assert.equal(await client.isAuthenticated(), false);
      assert.equal((await readAccount(token)).status, 401);
      const refreshed = await fetch(`${endpoint}/oidc/token`, {
        method: 'POST',
        headers: app.secret ? { authorization: `Basic ${btoa(`${app.id}:${app.secret}`)}` } : {},
        body: new URLSearchParams({ grant_type: 'refresh_token', client_id: app.id, refresh_token: refreshToken }),
      });
      assert.equal(refreshed.status, 400);
      assert.equal((await refreshed.json()).code, 'oidc.invalid_grant');

      const url = new URL(sentTo());
      assert.equal(url.origin + url.pathname, `${endpoint}/oidc/session/end`);
      assert.equal(url.searchParams.has('id_token_hint'), false);
      const ended = await submitSignOutForm(browser, url.href);
      assert.ok(ended.status === 302 || ended.status === 303, String(ended.status));
      assert.equal(ended.location, afterSignOut);

      const again = createClient(app, { prompt: 'none' });
      await again.client.signIn({ redirectUri });
      const asked = await browser.navigate(again.sentTo());
      assert.equal(new URL(asked.location).searchParams.get('error'), 'login_required');
    });
  });
}

describe('an application of people with email addresses', () => {
  let app;
  let experience;
  before(async () => {
    app = await createApplication('Traditional', { redirectUris: [redirectUri] });
    experience = await operate('GET', '/api/sign-in-exp');
    const byCode = { identifier: 'email', password: true, verificationCode: true, isPasswordPrimary: false };
    const methods = [...experience.signIn.methods.filter(({ identifier }) => identifier !== 'email'), byCode];
    await operate('PATCH', '/api/sign-in-exp', { signIn: { ...experience.signIn, methods } });
  });
  after(() => operate('PATCH', '/api/sign-in-exp', { signIn: experience.signIn }));

  const newAddress = () => `${unique('address')}@judge.example`;

  /** Calls the Account API with the token that the client has. */
  async function call(client, method, path, body, headers = {}) {
    const response = await fetch(endpoint + path, {
      method,
      headers: {
        authorization: `Bearer ${await client.getAccessToken()}`,
        'content-type': 'application/json',
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  /** Proves an address by the code that is sent to it; returns the record. */
  async function prove(client, value, type, method) {
    const identifier = { type: 'email', value };
    const path = '/api/verifications/verification-code';
    const sent = await call(client, 'POST', path, { identifier });
    assert.equal(sent.status, 201, JSON.stringify(sent.body));
    const verificationId = sent.body.verificationRecordId;
    const code = await codeSentTo(value, type);
    const verified = await call(client, method, `${path}/verify`, { identifier, verificationId, code });
    assert.equal(verified.status, 200, JSON.stringify(verified.body));
    assert.equal(verified.body.verificationRecordId, verificationId);
    return verificationId;
  }

  test('signs in by a code, and changes the address by codes to the old one and the new one', async () => {
    const [before, after] = [newAddress(), newAddress()];
    const { id } = await createPerson({ primaryEmail: before });
    const settings = { scopes: ['email'] };
    const { client: elsewhere } = await signIn(app, { primaryEmail: before }, settings);
    const { client } = await signIn(app, { primaryEmail: before }, settings);
    assert.deepEqual((await client.getIdTokenClaims()).email, before);

    const change = { email: after, newIdentifierVerificationRecordId: 'none' };
    const refused = await call(client, 'POST', '/api/my-account/primary-email', change);
    assert.deepEqual([refused.status, refused.body.code], [401, 'verification_record.permission_denied']);
    const proof = { 'logto-verification-id': await prove(client, before, 'UserPermissionValidation', 'POST') };
    change.newIdentifierVerificationRecordId = await prove(client, after, 'BindNewIdentifier', 'PATCH');
    const changed = await call(client, 'POST', '/api/my-account/primary-email', change, proof);
    assert.equal(changed.status, 204, JSON.stringify(changed.body));

    assert.equal((await call(client, 'GET', '/api/my-account')).body.primaryEmail, after);
    const info = await client.fetchUserInfo();
    assert.deepEqual([info.email, info.email_verified], [after, true]);
    await client.clearAccessToken();
    await client.getAccessToken();
    assert.equal((await client.getIdTokenClaims()).email, after, 'a refresh brings an ID token of today');
    assert.equal((await call(elsewhere, 'GET', '/api/my-account')).status, 401, 'other sign-ins end');

    for (const address of [before, after]) {
      // It names both addresses, so that only their owner can read them; other notices name none.
      const isTold = ({ type, text }) => type === 'SecurityNotice' && text.includes('***@judge.example');
      const what = `a notice to the ${address === before ? 'old' : 'new'} address`;
      await eventually(async () => (await messagesTo(address)).some(isTold), what);
    }
    const again = await signIn(app, { primaryEmail: after }, settings);
    assert.equal((await again.client.getIdTokenClaims()).sub, id);
  });

  test('removes the address by a code to it, as long as something is left to sign in with', async () => {
    const address = newAddress();
    const person = await createPerson({ primaryEmail: address });
    const { client } = await signIn(app, person, { scopes: ['email'] });
    const proof = { 'logto-verification-id': await prove(client, address, 'UserPermissionValidation', 'POST') };
    const removed = await call(client, 'DELETE', '/api/my-account/primary-email', undefined, proof);
    assert.equal(removed.status, 204, JSON.stringify(removed.body));
    assert.equal((await client.fetchUserInfo()).email, null);
  });
});

describe('an application that may act for people', () => {
  const exchange = (app, subjectToken, more = {}) =>
    postForm('/oidc/token', app, {
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: subjectToken,
      subject_token_type: 'urn:logto:token-type:impersonation_token',
      scope: 'openid profile',
      ...more,
    });
  const subjectTokenOf = async ({ id: userId }) =>
    (await operate('POST', '/api/subject-tokens', { userId })).subjectToken;

  test('signs people in as ever, and gets tokens of others by subject tokens', async () => {
    const app = await createApplication('Traditional', {
      redirectUris: [redirectUri],
      customClientMetadata: { allowTokenExchange: true },
    });
    const [helper, helped] = [await createPerson(), await createPerson()];
    const api = await createApi({ scopes: ['read:orders'], users: [helped] });
    const { client } = await signIn(app, helper);

    const { status, body } = await exchange(app, await subjectTokenOf(helped));
    assert.equal(status, 200, JSON.stringify(body));
    assert.match(body.access_token, /^[\w-]{43}$/);
    assert.equal((await (await readAccount(body.access_token)).json()).id, helped.id);
    assert.equal((await (await readAccount(await client.getAccessToken())).json()).id, helper.id);

    const more = { resource: api.indicator, scope: 'read:orders' };
    const forApi = await exchange(app, await subjectTokenOf(helped), more);
    assert.equal(forApi.status, 200, JSON.stringify(forApi.body));
    const claims = JSON.parse(Buffer.from(forApi.body.access_token.split('.')[1], 'base64url'));
    assert.deepEqual([claims.sub, claims.aud, claims.scope], [helped.id, api.indicator, 'read:orders']);
  });
});
