/** `oidc-client-ts` in Chromium: the certified library of single-page applications, told nothing but the issuer. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inFreshProfile, launch, signInOnPage } from './lib/chromium.mjs';
import { endpoint } from './lib/environment.mjs';
import { createApplication, createPerson, openAccountApi, operate } from './lib/operator.mjs';
import { application, serveApplication } from './lib/site.mjs';

let browser;
let site;
let app;
let person;

before(async () => {
  await openAccountApi();
  browser = await launch();
  site = await serveApplication('oidc-client-ts');
  app = await createApplication('SPA', {
    redirectUris: [`${site.origin}/callback`],
    postLogoutRedirectUris: [`${site.origin}/signed-out`],
  });
  person = await createPerson({
    name: 'Frances Judge',
    primaryEmail: `${app.id}@judge.example`,
    customData: { plan: 'paid' },
  });
});

after(async () => {
  site?.close();
  await browser?.close();
});

const scope = 'openid offline_access profile email custom_data';

/** From the application's first page through the server's sign-in page and back. */
async function signIn(page, { who = person, settings = {}, options } = {}) {
  // `offline_access` is honoured with `prompt=consent` (OpenID Connect Core §11).
  site.configure({ endpoint, client_id: app.id, scope, prompt: 'consent', loadUserInfo: true, ...settings });
  await page.goto(site.origin);
  await (await application(page, '/')).leave('signIn', options);
  await signInOnPage(page, who);
  const signedIn = await application(page, '/callback');
  assert.equal(await signedIn.call('problem'), undefined);
  return signedIn;
}

const readAccount = token => fetch(`${endpoint}/api/my-account`, { headers: { authorization: `Bearer ${token}` } });

async function refreshError(refreshToken) {
  const fields = { grant_type: 'refresh_token', client_id: app.id, refresh_token: refreshToken };
  const answer = await fetch(`${endpoint}/oidc/token`, { method: 'POST', body: new URLSearchParams(fields) });
  return (await answer.json()).error;
}

describe('a single-page application', () => {
  test('signs in by redirect: claims, user info merged in, its own state back', () =>
    inFreshProfile(browser, async page => {
      const signedIn = await signIn(page, { options: { state: { cart: 7 }, nonce: 'of-the-judge' } });
      assert.deepEqual(await signedIn.call('carried'), { cart: 7 });
      const { profile, scope: granted, expired } = await signedIn.call('user');
      assert.equal(profile.iss, `${endpoint}/oidc`);
      assert.equal(profile.aud, app.id);
      assert.equal(profile.sub, person.id);
      assert.equal(profile.name, 'Frances Judge');
      assert.equal(profile.email, `${app.id}@judge.example`);
      assert.deepEqual(profile.custom_data, { plan: 'paid' }, 'user info alone tells it');
      assert.deepEqual(granted.split(' ').sort(), scope.split(' ').sort());
      assert.equal(expired, false);
      const { status, body } = await signedIn.call('call', 'PATCH', '/api/my-account', { name: 'Frances' });
      assert.deepEqual([status, body.name], [200, 'Frances']);
      await operate('PATCH', `/api/users/${person.id}`, { name: 'Frances Judge' });
    }));

  test('renews by the refresh token, again and again, and sees what changed meanwhile', () =>
    inFreshProfile(browser, async page => {
      const own = await createPerson({ name: 'Before' });
      const signedIn = await signIn(page, { who: own });
      const first = await signedIn.call('user');
      await operate('PATCH', `/api/users/${own.id}`, { name: 'After' });
      const second = await signedIn.call('signInSilently');
      assert.notEqual(second.accessToken, first.accessToken);
      assert.notEqual(second.refreshToken, first.refreshToken);
      assert.equal(second.profile.name, 'After');
      const third = await signedIn.call('signInSilently');
      assert.notEqual(third.refreshToken, second.refreshToken);
      assert.equal((await readAccount(third.accessToken)).status, 200);
      assert.deepEqual(await signedIn.call('user'), third);
    }));

  test('learns by its name that a sign-in was ended, when it renews', () =>
    inFreshProfile(browser, async page => {
      const own = await createPerson();
      const signedIn = await signIn(page, { who: own });
      await operate('PATCH', `/api/users/${own.id}/is-suspended`, { isSuspended: true });
      await assert.rejects(signedIn.call('signInSilently'), { name: 'ErrorResponse', code: 'invalid_grant' });
    }));

  test('asks without a question: login_required for somebody who is not there', () =>
    inFreshProfile(browser, async page => {
      site.configure({ endpoint, client_id: app.id, scope });
      await page.goto(site.origin);
      await (await application(page, '/')).leave('signIn', { prompt: 'none' });
      const returned = await application(page, '/callback');
      assert.equal((await returned.call('problem')).code, 'login_required');
      assert.equal(await returned.call('user'), null);
    }));

  test('revokes its tokens: what it had is worth nothing', () =>
    inFreshProfile(browser, async page => {
      const signedIn = await signIn(page);
      const { accessToken, refreshToken } = await signedIn.call('user');
      await signedIn.call('revoke', ['access_token', 'refresh_token']);
      assert.equal((await readAccount(accessToken)).status, 401);
      assert.equal(await refreshError(refreshToken), 'invalid_grant');
    }));

  test('signs out by redirect with the ID token as its hint, and its state comes back', () =>
    inFreshProfile(browser, async page => {
      const signedIn = await signIn(page, { settings: { scope: 'openid profile' } });
      const { accessToken, refreshToken } = await signedIn.call('user');
      assert.equal(refreshToken, undefined);
      assert.equal((await readAccount(accessToken)).status, 200);
      await signedIn.leave('signOut', { state: 'bye' });
      const signedOut = await application(page, '/signed-out');
      assert.equal(await signedOut.call('problem'), undefined);
      assert.equal(await signedOut.call('carried'), 'bye');
      assert.equal(await signedOut.call('user'), null);
      assert.equal(
        (await readAccount(accessToken)).status,
        401,
        'without offline access a token ends with its session',
      );
      // Who signs in again is asked for the password again.
      await signedOut.leave('signIn');
      await page.waitForURL(url => url.href.startsWith(`${endpoint}/sign-in`));
    }));

  test('takes its tokens along when it signs out, if it is told to', () =>
    inFreshProfile(browser, async page => {
      const signedIn = await signIn(page, { settings: { revokeTokensOnSignout: true } });
      const { accessToken, refreshToken } = await signedIn.call('user');
      assert.equal(typeof refreshToken, 'string');
      await signedIn.leave('signOut');
      await application(page, '/signed-out');
      assert.equal((await readAccount(accessToken)).status, 401);
      assert.equal(await refreshError(refreshToken), 'invalid_grant');
    }));
});
