/** `@logto/browser` in Chromium: what a single-page application does, and what the browser lets it see. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inFreshProfile, launch, signInOnPage } from './lib/chromium.mjs';
import { endpoint } from './lib/environment.mjs';
import { createApi, createApplication, createPerson, openAccountApi, operate } from './lib/operator.mjs';
import { application, serveApplication } from './lib/site.mjs';

let browser;
let site;
let stranger;
let app;
let api;
let person;

before(async () => {
  await openAccountApi();
  browser = await launch();
  site = await serveApplication('logto-browser');
  stranger = await serveApplication('stranger');
  app = await createApplication('SPA', {
    redirectUris: [`${site.origin}/callback`],
    postLogoutRedirectUris: [`${site.origin}/signed-out`],
  });
  person = await createPerson({ name: 'Barbara Judge', primaryEmail: `${app.id}@judge.example` });
  api = await createApi({ scopes: ['read:orders'], users: [person] });
  site.configure({ endpoint, appId: app.id, scopes: ['email', 'read:orders'], resources: [api.indicator] });
});

after(async () => {
  site?.close();
  stranger?.close();
  await browser?.close();
});

/** From the application's first page through the server's sign-in page and back. */
async function signIn(page, who = person) {
  await page.goto(site.origin);
  await (await application(page, '/')).leave('signIn');
  await signInOnPage(page, who);
  const signedIn = await application(page, '/callback');
  assert.equal(await signedIn.call('problem'), undefined);
  assert.equal(await signedIn.call('isAuthenticated'), true);
  return signedIn;
}

/** Sends somebody to sign in without asking anything; returns what comes back. */
async function signInSilently(page) {
  await (await application(page, new URL(page.url()).pathname)).leave('signIn', { prompt: 'none' });
  const returned = await application(page, '/callback');
  return { returned, error: new URL(page.url()).searchParams.get('error') };
}

describe('a single-page application', () => {
  test('signs in on the real page; reads claims and user info', () =>
    inFreshProfile(browser, async page => {
      const signedIn = await signIn(page);
      const claims = await signedIn.call('claims');
      assert.equal(claims.iss, `${endpoint}/oidc`);
      assert.equal(claims.aud, app.id);
      assert.equal(claims.sub, person.id);
      assert.equal(claims.name, 'Barbara Judge');
      assert.equal(claims.email, `${app.id}@judge.example`);
      const info = await signedIn.call('userInfo');
      assert.equal(info.sub, person.id);
      assert.equal(info.username, person.username);
    }));

  test('reads and changes the account from its own origin, with the ETag that it was shown', () =>
    inFreshProfile(browser, async page => {
      const signedIn = await signIn(page);
      assert.match(await signedIn.call('accessToken'), /^[\w-]{43}$/);
      const read = await signedIn.call('call', 'GET', '/api/my-account');
      assert.equal(read.status, 200);
      assert.equal(read.body.id, person.id);
      assert.ok(read.etag, 'a page of another origin can read the ETag');
      const change = { avatar: 'https://judge.example/b.png' };
      const changed = await signedIn.call('call', 'PATCH', '/api/my-account', change, { 'if-match': read.etag });
      assert.equal(changed.status, 200, JSON.stringify(changed.body));
      assert.equal((await operate('GET', `/api/users/${person.id}`)).avatar, change.avatar);
      const stale = await signedIn.call('call', 'PATCH', '/api/my-account', { name: 'x' }, { 'if-match': read.etag });
      assert.equal(stale.status, 412);
    }));

  test('proves by the password who is there, and changes what is guarded', () =>
    inFreshProfile(browser, async page => {
      const own = await createPerson();
      const signedIn = await signIn(page, own);
      const password = 'Lantern-Orchard-72';
      const refused = await signedIn.call('call', 'POST', '/api/my-account/password', { password });
      assert.equal(refused.status, 401);
      assert.equal(refused.body.code, 'verification_record.permission_denied');
      const proven = await signedIn.call('call', 'POST', '/api/verifications/password', { password: own.password });
      assert.equal(proven.status, 201);
      const proof = { 'logto-verification-id': proven.body.verificationRecordId };
      const changed = await signedIn.call('call', 'POST', '/api/my-account/password', { password }, proof);
      assert.equal(changed.status, 204, JSON.stringify(changed.body));
      assert.equal((await signedIn.call('call', 'GET', '/api/my-account')).status, 200, 'the own session goes on');
      await operate('POST', `/api/users/${own.id}/password/verify`, { password });
    }));

  test('refreshes: new tokens, and a JWT for the API that it named', () =>
    inFreshProfile(browser, async page => {
      const signedIn = await signIn(page);
      const [token, refreshToken] = [await signedIn.call('accessToken'), await signedIn.call('refreshToken')];
      assert.equal(typeof refreshToken, 'string');
      const fresh = await signedIn.call('freshAccessToken');
      assert.match(fresh, /^[\w-]{43}$/);
      assert.notEqual(fresh, token);
      assert.notEqual(await signedIn.call('refreshToken'), refreshToken, 'the one without a secret rotates');
      assert.equal((await signedIn.call('call', 'GET', '/api/my-account')).body.id, person.id);
      const claims = await signedIn.call('accessTokenClaims', api.indicator);
      assert.equal(claims.aud, api.indicator);
      assert.equal(claims.scope, 'read:orders');
    }));

  test('says by its code why a token was refused, and stays signed in', () =>
    inFreshProfile(browser, async page => {
      const signedIn = await signIn(page);
      await assert.rejects(signedIn.call('accessToken', 'https://unknown.example'), { code: 'oidc.invalid_target' });
      assert.match(await signedIn.call('freshAccessToken'), /^[\w-]{43}$/);
    }));

  test('finds the session again without a question', () =>
    inFreshProfile(browser, async page => {
      await signIn(page);
      const { returned, error } = await signInSilently(page);
      assert.equal(error, null);
      assert.equal(await returned.call('problem'), undefined);
      assert.equal((await returned.call('claims')).sub, person.id);
    }));

  test('signs out: comes back, and token and session are over', () =>
    inFreshProfile(browser, async page => {
      const signedIn = await signIn(page);
      const token = await signedIn.call('accessToken');
      await signedIn.leave('signOut');
      const signedOut = await application(page, '/signed-out');
      assert.equal(await signedOut.call('isAuthenticated'), false);
      const read = await fetch(`${endpoint}/api/my-account`, { headers: { authorization: `Bearer ${token}` } });
      assert.equal(read.status, 401);
      const { returned, error } = await signInSilently(page);
      assert.equal(error, 'login_required');
      assert.equal(await returned.call('isAuthenticated'), false);
    }));
});

describe('a page of an origin that the application does not name', () => {
  test('sees no answer of the token endpoint, though it has a refresh token', () =>
    inFreshProfile(browser, async page => {
      const signedIn = await signIn(page);
      const refreshToken = await signedIn.call('refreshToken');
      await page.goto(stranger.origin);
      const elsewhere = await application(page, '/');
      const fields = { grant_type: 'refresh_token', client_id: app.id, refresh_token: refreshToken };
      await assert.rejects(elsewhere.call('form', `${endpoint}/oidc/token`, fields), {
        name: 'TypeError',
        message: 'Failed to fetch',
      });
      // What everybody may read, it reads.
      const { body } = await elsewhere.call('request', 'GET', `${endpoint}/oidc/.well-known/openid-configuration`);
      assert.equal(body.issuer, `${endpoint}/oidc`);
    }));

  test('that an administrator names besides does', () =>
    inFreshProfile(browser, async page => {
      const signedIn = await signIn(page);
      const refreshToken = await signedIn.call('refreshToken');
      const set = corsAllowedOrigins =>
        operate('PATCH', `/api/applications/${app.id}`, { customClientMetadata: { corsAllowedOrigins } });
      try {
        await set([stranger.origin]);
        await page.goto(stranger.origin);
        const elsewhere = await application(page, '/');
        const fields = { grant_type: 'refresh_token', client_id: app.id, refresh_token: refreshToken };
        const { status, body } = await elsewhere.call('form', `${endpoint}/oidc/token`, fields);
        assert.equal(status, 200);
        assert.equal(typeof body.access_token, 'string');
      } finally {
        await set([]);
      }
    }));

  test('reads the account with a token that it was given', () =>
    inFreshProfile(browser, async page => {
      const signedIn = await signIn(page);
      const headers = { authorization: `Bearer ${await signedIn.call('accessToken')}` };
      await page.goto(stranger.origin);
      const elsewhere = await application(page, '/');
      const { status, body } = await elsewhere.call('request', 'GET', `${endpoint}/api/my-account`, undefined, headers);
      assert.equal(status, 200);
      assert.equal(body.id, person.id);
      // A refusal is readable too, or the page could not say why.
      const refused = await elsewhere.call('request', 'GET', `${endpoint}/api/my-account`);
      assert.deepEqual([refused.status, refused.body.code], [401, 'auth.authorization_header_missing']);
      // The Management API is for services, whatever the page has.
      const management = await elsewhere.call('request', 'GET', `${endpoint}/api/users`, undefined, headers);
      assert.deepEqual([management.status, management.body.code], [401, 'auth.unauthorized']);
    }));
});
