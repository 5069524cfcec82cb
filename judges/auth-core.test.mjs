/** `@auth/core` with its Logto provider: what frameworks of the JavaScript world build their sign-in on. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { Auth } from '@auth/core';
import Logto from '@auth/core/providers/logto';
import { Browser } from './lib/browser.mjs';
import { endpoint } from './lib/environment.mjs';
import { signInHeadlessly, submitSignOutForm } from './lib/headless-sign-in.mjs';
import { createApplication, createPerson, openAccountApi } from './lib/operator.mjs';

let app;
let site;
let baseUrl;
/** What the library complained of since the test began: its pages say only that something was wrong. */
let complaints = [];

/** The routes of an application, whose provider is set as its documentation says and by `settings`. */
function configure(settings = {}) {
  const provider = Logto({ issuer: `${endpoint}/oidc`, clientId: app.id, clientSecret: app.secret, ...settings });
  return {
    providers: [provider],
    basePath: '/auth',
    secret: 'of-the-judged-application',
    trustHost: true,
    logger: { error: error => void complaints.push(error), warn() {}, debug() {} },
    callbacks: {
      jwt: ({ token, account }) => (account ? { ...token, account } : token),
      session: ({ session, token }) => ({ ...session, account: token.account }),
    },
  };
}

let config;

/** Answers as a framework does: turns Node.js's request into the web's, and the answer back. */
async function answer(incoming, outgoing) {
  const { method, headers } = incoming;
  const body = method === 'POST' ? { body: Readable.toWeb(incoming), duplex: 'half' } : {};
  const answered = await Auth(new Request(new URL(incoming.url, baseUrl), { method, headers, ...body }), config);
  outgoing.writeHead(answered.status, [...answered.headers].flat());
  outgoing.end(Buffer.from(await answered.arrayBuffer()));
}

before(async () => {
  await openAccountApi();
  site = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  baseUrl = `http://localhost:${site.address().port}`;
  app = await createApplication('Traditional', {
    redirectUris: [`${baseUrl}/auth/callback/logto`],
    postLogoutRedirectUris: [`${baseUrl}/`],
  });
});

after(() => {
  site.closeAllConnections();
  site.close();
});

/** Fills in the form of a page of the library's own, and submits it. */
async function submitForm(visitor, path, action) {
  const page = await visitor.navigate(path);
  assert.equal(page.status, 200);
  const form = page.body.match(new RegExp(`<form action="${action}"[^]*?</form>`))?.[0];
  assert.ok(form, `no form leads to ${action}: ${page.body}`);
  const fields = [...form.matchAll(/<input[^>]*\bname="([^"]+)"[^>]*\bvalue="([^"]*)"/g)];
  assert.ok(fields.some(([, name]) => name === 'csrfToken'));
  const sent = await visitor.submit(
    action,
    fields.map(([, name, value]) => [name, value]),
  );
  assert.equal(sent.status, 302, String(sent.body));
  return sent.location;
}

/** From the library's sign-in page to the session. */
async function signIn(person, settings) {
  complaints = [];
  config = configure(settings);
  const visitor = new Browser(baseUrl);
  const authorizationUrl = await submitForm(visitor, '/auth/signin', `${baseUrl}/auth/signin/logto`);
  assert.ok(authorizationUrl.startsWith(`${endpoint}/oidc/auth?`), authorizationUrl);
  const { callback, browser } = await signInHeadlessly(authorizationUrl, person);
  const signedIn = await visitor.navigate(callback);
  assert.deepEqual(complaints, []);
  assert.equal(signedIn.status, 302);
  assert.equal(signedIn.location, baseUrl);
  return { visitor, browser, callback, session: await sessionOf(visitor) };
}

async function sessionOf(visitor) {
  const { status, body } = await visitor.navigate('/auth/session');
  assert.equal(status, 200);
  return body;
}

describe('a web application', () => {
  test('knows nobody before the sign-in', async () => {
    config = configure();
    assert.equal(await sessionOf(new Browser(baseUrl)), null);
  });

  test('signs in; the session has the profile, and its token opens the account', async () => {
    const person = await createPerson({
      name: 'Edsger Judge',
      avatar: 'https://judge.example/e.png',
      primaryEmail: `edsger-${Date.now()}@judge.example`,
    });
    const { session } = await signIn(person);
    assert.equal(session.user.name, 'Edsger Judge');
    assert.equal(session.user.image, 'https://judge.example/e.png');
    assert.match(session.user.email, /^edsger-\d+@judge\.example$/);
    const { account } = session;
    assert.equal(account.providerAccountId, person.id);
    assert.equal(account.token_type, 'bearer');
    assert.ok(account.expires_at > Date.now() / 1000);
    const headers = { authorization: `Bearer ${account.access_token}` };
    const read = await fetch(`${endpoint}/api/my-account`, { headers });
    assert.equal(read.status, 200);
    assert.equal((await read.json()).primaryEmail, session.user.email);
  });

  test('signs in somebody who has neither name nor address: the username stands in', async () => {
    const person = await createPerson();
    const { session } = await signIn(person);
    assert.equal(session.user.name, person.username);
    assert.equal(session.user.email ?? null, null);
  });

  test('stays signed in by the refresh token, with the secret in the body', async () => {
    const person = await createPerson();
    const scope = 'openid offline_access profile';
    const { session } = await signIn(person, { authorization: { params: { scope, prompt: 'consent' } } });
    const refreshed = await fetch(`${endpoint}/oidc/token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: app.id,
        client_secret: app.secret,
        grant_type: 'refresh_token',
        refresh_token: session.account.refresh_token,
      }),
    });
    assert.equal(refreshed.status, 200);
    const { access_token: token, expires_in: expiresIn } = await refreshed.json();
    assert.notEqual(token, session.account.access_token);
    assert.equal(typeof expiresIn, 'number');
    const read = await fetch(`${endpoint}/api/my-account`, { headers: { authorization: `Bearer ${token}` } });
    assert.equal((await read.json()).id, person.id);
  });

  test('does not sign in somebody else’s browser by a callback that was carried there', async () => {
    const { callback } = await signIn(await createPerson());
    const other = new Browser(baseUrl);
    const refused = await other.navigate(callback);
    assert.ok(refused.location.startsWith(`${baseUrl}/auth/error?`), refused.location);
    assert.ok(complaints.length > 0);
    assert.equal(await sessionOf(other), null);
  });

  test('signs out, and ends the session of the server with the ID token as its hint', async () => {
    const { visitor, browser, session } = await signIn(await createPerson());
    assert.equal(await submitForm(visitor, '/auth/signout', `${baseUrl}/auth/signout`), baseUrl);
    assert.equal(await sessionOf(visitor), null);
    const end = new URL(`${endpoint}/oidc/session/end`);
    end.searchParams.set('id_token_hint', session.account.id_token);
    end.searchParams.set('post_logout_redirect_uri', `${baseUrl}/`);
    const ended = await submitSignOutForm(browser, end.href);
    assert.equal(ended.location, `${baseUrl}/`);
    // Who signs in again is asked for the password again.
    const authorizationUrl = await submitForm(visitor, '/auth/signin', `${baseUrl}/auth/signin/logto`);
    assert.match((await browser.navigate(authorizationUrl)).location, /^\/sign-in/);
  });
});
