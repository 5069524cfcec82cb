/** `@logto/express`: a web application with sessions, whose requests each build a client of their own. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { handleAuthRoutes, withLogto } from '@logto/express';
import express from 'express';
import session from 'express-session';
import { endpoint } from './lib/environment.mjs';
import { signInHeadlessly, submitSignOutForm } from './lib/headless-sign-in.mjs';
import { createApi, createApplication, createPerson, openAccountApi, operate } from './lib/operator.mjs';

let app;
let api;
let person;
let server;
let baseUrl;

/** The cookie of the application's session, as the person's browser holds it. */
class Visitor {
  #cookie = '';

  async get(path) {
    const response = await fetch(new URL(path, baseUrl), { redirect: 'manual', headers: { cookie: this.#cookie } });
    const set = response.headers.getSetCookie()[0];
    if (set) this.#cookie = set.split(';')[0];
    const text = await response.text();
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      location: response.headers.get('location'),
      body: isJson ? JSON.parse(text) : text,
    };
  }
}

before(async () => {
  await openAccountApi();
  const site = express();
  server = site.listen(0, '127.0.0.1');
  await once(server, 'listening');
  baseUrl = `http://localhost:${server.address().port}`;
  app = await createApplication('Traditional', {
    redirectUris: [`${baseUrl}/logto/sign-in-callback`],
    postLogoutRedirectUris: [baseUrl],
  });
  person = await createPerson({ name: 'Grace Judge' });
  api = await createApi({ scopes: ['read:orders'], users: [person] });

  const config = {
    endpoint,
    baseUrl,
    appId: app.id,
    appSecret: app.secret,
    scopes: ['email', 'phone', 'read:orders'],
    resources: [api.indicator],
  };
  const answer = (request, response) => response.json(request.user);
  site.use(session({ secret: 'of-the-judged-application', resave: false, saveUninitialized: true }));
  site.use(handleAuthRoutes(config));
  site.get('/who', withLogto(config), answer);
  site.get('/info', withLogto({ ...config, fetchUserInfo: true }), answer);
  site.get('/token', withLogto({ ...config, getAccessToken: true }), answer);
  site.get('/api-token', withLogto({ ...config, getAccessToken: true, resource: api.indicator }), answer);
});

after(() => {
  server.closeAllConnections();
  server.close();
});

/** Through the application's own routes, from its sign-in to the page that it shows afterwards. */
async function signIn() {
  const visitor = new Visitor();
  const sent = await visitor.get('/logto/sign-in');
  assert.equal(sent.status, 302);
  const { callback, browser } = await signInHeadlessly(sent.location, person);
  assert.ok(callback.startsWith(`${baseUrl}/logto/sign-in-callback?`), callback);
  const signedIn = await visitor.get(callback);
  assert.equal(signedIn.status, 302, String(signedIn.body));
  return { visitor, browser };
}

describe('a web application', () => {
  test('knows nobody before the sign-in', async () => {
    const { status, body } = await new Visitor().get('/who');
    assert.equal(status, 200);
    assert.equal(body.isAuthenticated, false);
  });

  test('signs in and reads claims, also of somebody without e-mail and phone', async () => {
    const { visitor } = await signIn();
    const { status, body } = await visitor.get('/who');
    assert.equal(status, 200);
    assert.equal(body.isAuthenticated, true);
    assert.equal(body.claims.sub, person.id);
    assert.equal(body.claims.aud, app.id);
    assert.equal(body.claims.name, 'Grace Judge');
    assert.equal(body.claims.email_verified, false);
    assert.equal(body.claims.phone_number_verified, false);
  });

  test('reads user info', async () => {
    const { visitor } = await signIn();
    const { status, body } = await visitor.get('/info');
    assert.equal(status, 200);
    assert.equal(body.userInfo.sub, person.id);
    assert.equal(body.userInfo.username, person.username);
  });

  test('calls the Account API with its access token', async () => {
    const { visitor } = await signIn();
    const { body } = await visitor.get('/token');
    assert.match(body.accessToken, /^[\w-]{43}$/);
    const headers = { authorization: `Bearer ${body.accessToken}`, 'content-type': 'application/json' };
    const changed = await fetch(`${endpoint}/api/my-account`, {
      method: 'PATCH',
      headers,
      body: JSON.stringify({ avatar: 'https://judge.example/grace.png' }),
    });
    assert.equal(changed.status, 200);
    const { avatar } = await operate('GET', `/api/users/${person.id}`);
    assert.equal(avatar, 'https://judge.example/grace.png');
  });

  test('two parallel requests of one session refresh with one token, and the session lives on', async () => {
    const { visitor } = await signIn();
    const answers = await Promise.all([visitor.get('/api-token'), visitor.get('/api-token')]);
    for (const { status, body } of answers) {
      assert.equal(status, 200);
      assert.equal(body.isAuthenticated, true);
      assert.equal(body.accessToken.split('.').length, 3);
    }
    const next = await visitor.get('/token');
    assert.equal(next.status, 200);
    assert.match(next.body.accessToken, /^[\w-]{43}$/);
  });

  test('signs out and comes back to its base URL, which is registered without a slash', async () => {
    const { visitor, browser } = await signIn();
    const { body } = await visitor.get('/token');
    const sent = await visitor.get('/logto/sign-out');
    assert.equal(sent.status, 302);
    assert.ok(sent.location.startsWith(`${endpoint}/oidc/session/end?`), sent.location);
    const ended = await submitSignOutForm(browser, sent.location);
    // An empty path and "/" are one address (RFC 3986 §6.2.3); nothing else may differ from what is registered.
    assert.equal(ended.location, new URL(baseUrl).href);
    assert.equal((await visitor.get('/who')).body.isAuthenticated, false);
    const read = await fetch(`${endpoint}/api/my-account`, {
      headers: { authorization: `Bearer ${body.accessToken}` },
    });
    assert.equal(read.status, 401);
  });
});
