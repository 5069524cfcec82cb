/** The whole way of a browser through the provider, step by step, as headless clients walk it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findLastSignIn, listSessions, suspendUser } from '../testing/oidc-world.store.ts';
import {
  authorization,
  type Browser,
  createOidcWorld,
  type OidcWorld,
  type TestApplication,
} from '../testing/oidc-world.ts';

let world: OidcWorld;
let app: TestApplication;
let demo: TestApplication;
beforeAll(async () => {
  world = await createOidcWorld();
  app = await world.createApplication('SPA');
  demo = { id: 'demo-app', redirectUri: `${world.tenant.endpoint}/demo-app`, secret: undefined };
});
afterAll(() => world.close());

const names = (response: Response) => response.headers.getSetCookie().map(line => line.split('=')[0]);
const locationOf = (response: Response) => response.headers.get('location') ?? '';
const authorize = (browser: Browser, application: TestApplication, parameters = {}) =>
  browser.get(`/oidc/auth?${authorization(application, parameters).query}`);

describe('the headless sequence', () => {
  test('passes sign-in and consent to the code, with the redirects and cookies that clients look for', async () => {
    const user = await world.createUser();
    const browser = world.browser();
    const { query, verifier } = authorization(demo);

    const started = await browser.get(`/oidc/auth?${query}`);
    expect([started.status, locationOf(started)]).toEqual([303, '/sign-in?app_id=demo-app']);
    expect(names(started)).toEqual([
      '_interaction',
      '_interaction.sig',
      '_interaction_resume',
      '_interaction_resume.sig',
    ]);
    for (const line of started.headers.getSetCookie()) {
      expect(line).toMatch(/; httponly/i);
      expect(line).toMatch(/; samesite=lax/i);
      expect(line).not.toMatch(/; secure/i);
    }
    expect(started.headers.getSetCookie()[0]).toMatch(/; path=\/;/);

    const submitted = await browser.get(`/test/sign-in?user=${user}`);
    expect(locationOf(submitted)).toMatch(new RegExp(`^${world.tenant.endpoint}/oidc/auth/[\\w-]{43}$`));

    const resumed = await browser.get(locationOf(submitted));
    expect([resumed.status, locationOf(resumed)]).toEqual([303, '/consent?app_id=demo-app']);
    expect(names(resumed)).toEqual(
      expect.arrayContaining(['_interaction', '_interaction.sig', '_session', '_session.sig']),
    );

    const consented = await browser.get('/consent');
    expect([consented.status, locationOf(consented)]).toEqual([
      303,
      expect.stringContaining(`${world.tenant.endpoint}/oidc/auth/`),
    ]);

    const finished = await browser.get(locationOf(consented));
    const callback = new URL(locationOf(finished));
    expect(finished.status).toBe(303);
    expect(callback.origin + callback.pathname).toBe(demo.redirectUri);
    expect(Object.fromEntries(callback.searchParams)).toEqual({
      code: expect.stringMatching(/^[\w-]{43}$/),
      state: 'some-state',
      iss: world.tenant.issuer,
    });

    const tokens = await world.exchange(demo, callback.searchParams.get('code') ?? '', verifier);
    expect(tokens.status).toBe(200);
    expect(Object.keys(tokens.body).sort()).toEqual([
      'access_token',
      'expires_in',
      'id_token',
      'refresh_token',
      'scope',
      'token_type',
    ]);
    expect(tokens.body).toMatchObject({
      expires_in: 3600,
      token_type: 'Bearer',
      scope: 'openid offline_access profile',
    });
    const idToken = await world.verify(tokens.body.id_token, { audience: 'demo-app' });
    expect(idToken).toMatchObject({ sub: user, aud: 'demo-app', iss: world.tenant.issuer });
    expect(Math.abs(Date.now() / 1000 - (idToken.iat ?? 0))).toBeLessThan(10);
  });

  test('records the sign-in at the user, with the session, and as an event', async () => {
    const user = await world.createUser();
    await world.signIn(app, user);
    expect(await findLastSignIn(world.database, world.tenantId, user)).toMatchObject({
      last_sign_in_at: expect.any(Date),
      application_id: app.id,
      version: 2,
    });
    expect(await listSessions(world.database, world.tenantId, user)).toEqual([
      { uid: expect.any(String), last_submission: { interactionEvent: 'SignIn' }, client_id: app.id, ended_at: null },
    ]);
    expect((await world.events(user)).map(({ type }) => type)).toEqual(['session-established']);
  });

  test('gives the browser a new cookie value at every sign-in', async () => {
    const user = await world.createUser();
    const { browser } = await world.signIn(app, user);
    const before = browser.cookies.get('_session')?.value;
    await world.signIn(app, user, { browser, prompt: 'login consent' });
    const after = browser.cookies.get('_session')?.value;
    expect(after).not.toBe(before);
    const thief = world.browser();
    for (const [name, cookie] of browser.cookies) thief.cookies.set(name, cookie);
    thief.cookies.set('_session', { value: before ?? '', path: '/' });
    expect(locationOf(await authorize(thief, app, { prompt: undefined }))).toMatch(/^\/sign-in/);
  });

  test('asks again when another person signs in, and ends the first one’s session', async () => {
    const [first, second] = [await world.createUser(), await world.createUser()];
    const { browser } = await world.signIn(app, first);
    await authorize(browser, app, { prompt: 'login consent' });
    const submitted = await browser.get(`/test/sign-in?user=${second}`);
    const form = await (await browser.get(locationOf(submitted))).text();
    const action = /action="([^"]+)"/.exec(form)?.[1] ?? '';
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(form)?.[1] ?? '';
    const signedOut = await browser.post(action, { xsrf, logout: 'yes' });
    const resumed = await browser.get(locationOf(signedOut));
    expect(locationOf(resumed)).toBe(`/consent?app_id=${app.id}`);
    expect((await listSessions(world.database, world.tenantId, first)).length).toBe(0);
    expect((await listSessions(world.database, world.tenantId, second)).length).toBe(1);
  });
});

describe('where a sign-in begins', () => {
  test.each([
    [{ first_screen: 'register' }, '/register?app_id='],
    [{ first_screen: 'identifier:register' }, '/register?app_id='],
    [{ interaction_mode: 'signUp' }, '/register?app_id='],
    [{ first_screen: 'reset_password' }, '/forgot-password?app_id='],
    [{ first_screen: 'sign_in' }, '/sign-in?app_id='],
    [{ direct_sign_in: 'social:google' }, '/direct/social/google?app_id='],
    [{ direct_sign_in: '//evil.test' }, '/sign-in?app_id='],
    [{ identifier: 'email', one_time_token: 'x', organization_id: 'y', whatever: 'z' }, '/sign-in?app_id='],
  ])('%j leads to %s', async (parameters, expected) => {
    const response = await authorize(world.browser(), app, parameters);
    const [beginning] = locationOf(response)?.split('&') ?? [];
    expect([response.status, beginning]).toEqual([303, `${expected}${app.id}`]);
  });

  test('hints for the page go along', async () => {
    const hints = {
      first_screen: 'identifier:sign_in',
      identifier: 'email phone',
      login_hint: 'a@b.c',
      ui_locales: 'fr',
      color_scheme: 'dark',
    };
    const location = locationOf(await authorize(world.browser(), app, { ...hints, one_time_token: 'x' })) ?? '';
    const [path, query] = location.split('?');
    expect(path).toBe('/sign-in');
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({ app_id: app.id, ...hints });
  });
});

describe('without a page', () => {
  test('prompt=none answers login_required to nobody and a code to somebody who has consented', async () => {
    const nobody = new URL(locationOf(await authorize(world.browser(), app, { prompt: 'none' })));
    expect(Object.fromEntries(nobody.searchParams)).toMatchObject({ error: 'login_required', state: 'some-state' });

    const user = await world.createUser();
    const { browser } = await world.signIn(app, user);
    const request = authorization(app, { prompt: 'none' });
    const somebody = new URL(locationOf(await browser.get(`/oidc/auth?${request.query}`)));
    const tokens = await world.exchange(app, somebody.searchParams.get('code') ?? '', request.verifier);
    // Offline access is given on consent only, and the scope goes with it.
    expect([tokens.status, tokens.body.scope, tokens.body.refresh_token]).toEqual([200, 'openid profile', undefined]);
  });

  test('prompt=none answers consent_required for an application that the person has not seen', async () => {
    const { browser } = await world.signIn(app, await world.createUser());
    const other = await world.createApplication('SPA');
    const answer = new URL(locationOf(await authorize(browser, other, { prompt: 'none' })));
    expect(answer.searchParams.get('error')).toBe('consent_required');
  });

  test('a suspended user’s session signs nobody in', async () => {
    const user = await world.createUser();
    const { browser } = await world.signIn(app, user);
    await suspendUser(world.database, world.tenantId, user);
    expect(locationOf(await authorize(browser, app, { prompt: undefined }))).toMatch(/^\/sign-in/);
    const none = new URL(locationOf(await authorize(browser, app, { prompt: 'none' })));
    expect(none.searchParams.get('error')).toBe('login_required');
  });

  test.each([
    ['consent', true],
    ['login consent', true],
    ['login', false],
  ])('prompt=%s gives a refresh token: %s', async (prompt, expected) => {
    const { refresh_token: token } = await world.signIn(app, await world.createUser(), { prompt });
    expect(token !== undefined).toBe(expected);
  });

  test('an application that always gets refresh tokens gets one without offline access', async () => {
    const always = await world.createApplication('Traditional', { custom: { alwaysIssueRefreshToken: true } });
    const { refresh_token: token } = await world.signIn(always, await world.createUser(), {
      prompt: 'login',
      scope: 'openid',
    });
    expect((await world.refresh(always, token)).status).toBe(200);
    const center = { id: 'account-center', redirectUri: `${world.tenant.endpoint}/account`, secret: undefined };
    expect(
      (await world.signIn(center, await world.createUser(), { scope: 'openid', prompt: 'login' })).refresh_token,
    ).toBeDefined();
  });
});

describe('an interaction', () => {
  test('can be refused', async () => {
    const browser = world.browser();
    await authorize(browser, app);
    const resumed = await browser.get(locationOf(await browser.get('/test/abort')));
    expect(Object.fromEntries(new URL(locationOf(resumed)).searchParams)).toMatchObject({
      error: 'access_denied',
      state: 'some-state',
    });
  });

  test('belongs to the browser that holds its signed cookie', async () => {
    const browser = world.browser();
    await authorize(browser, app);
    const uid = browser.cookies.get('_interaction')?.value ?? '';
    browser.cookies.set('_interaction.sig', { value: 'x'.repeat(27), path: '/' });
    expect(await (await browser.get(`/test/sign-in?user=${await world.createUser()}`)).text()).toBe(
      'session.not_found',
    );
    const other = world.browser();
    const resumed = await other.get(`/oidc/auth/${uid}`, { accept: 'application/json' });
    expect([resumed.status, (await resumed.json()).code]).toEqual([400, 'session.not_found']);
  });

  test('of a suspended user is not finished', async () => {
    const user = await world.createUser();
    await suspendUser(world.database, world.tenantId, user);
    const browser = world.browser();
    await authorize(browser, app);
    expect(await (await browser.get(`/test/sign-in?user=${user}`)).text()).toBe('user.suspended');
    expect((await world.events(user)).length).toBe(0);
  });

  test('consents once, however often its page is opened at once', async () => {
    const user = await world.createUser();
    const browser = world.browser();
    await authorize(browser, app);
    await browser.get(locationOf(await browser.get(`/test/sign-in?user=${user}`)));
    const grants = await world.count('grants');
    const answers = await Promise.all(Array.from({ length: 5 }, () => browser.get('/consent')));
    expect(new Set(answers.map(locationOf)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    expect((await world.count('grants')) - grants).toBe(1);
  });

  test('goes one step at a time: of two parallel steps one loses', async () => {
    const browser = world.browser();
    await authorize(browser, app);
    const uid = browser.cookies.get('_interaction')?.value ?? '';
    const { interactions } = world.parts.oidc;
    const [a, b] = [await world.findInteraction(browser), await world.findInteraction(browser)];
    expect([a.uid, a.prompt, a.firstParty, a.clientId]).toEqual([uid, 'login', true, app.id]);
    const experience = { event: 'SignIn', verifications: [] } as const;
    await interactions.saveExperience(a, experience);
    await expect(interactions.saveExperience(b, experience)).rejects.toMatchObject({ code: 'session.not_found' });
    await interactions.saveExperience(a, { ...experience, userId: 'somebody' });
    expect((await world.findInteraction(browser)).experience).toEqual({ ...experience, userId: 'somebody' });
    await expect(
      interactions.finishLogin(b, { accountId: await world.createUser(), event: 'SignIn', submission: {} }),
    ).rejects.toMatchObject({ code: 'session.not_found' });
  });
});

describe('a third party’s application', () => {
  test('asks for consent, and may not ask for more than it is allowed', async () => {
    const third = await world.createApplication('SPA', { thirdParty: true });
    const browser = world.browser();
    await authorize(browser, third);
    expect(await world.findInteraction(browser)).toMatchObject({ firstParty: false, applicationName: third.id });
    const tooMuch = new URL(locationOf(await authorize(world.browser(), third, { scope: 'openid email' })));
    expect(tooMuch.searchParams.get('error')).toBe('invalid_scope');
  });
});

describe('behind a proxy', () => {
  test('cookies are secure and all addresses are the tenant’s, whatever the request says', async () => {
    const secure = await createOidcWorld({ publicOrigin: 'https://id.test', basePath: '/base' });
    try {
      const spa = await secure.createApplication('SPA');
      const { query } = authorization(spa);
      const forged = { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'http', forwarded: 'host=evil.test' };
      const browser = secure.browser();
      const started = await browser.get(`/oidc/auth?${query}`, forged);
      expect(locationOf(started)).toBe(`/base/sign-in?app_id=${spa.id}`);
      for (const line of started.headers.getSetCookie()) expect(line).toMatch(/; secure/i);
      expect(started.headers.getSetCookie()[2]).toMatch(/path=\/base\/oidc\/auth\//);
      const submitted = await browser.get(`/test/sign-in?user=${await secure.createUser()}`);
      expect(locationOf(submitted)).toMatch(/^https:\/\/id\.test\/base\/oidc\/auth\//);
      const discovery = await (
        await fetch(`${secure.base}/oidc/.well-known/openid-configuration`, { headers: forged })
      ).json();
      expect(discovery).toMatchObject({
        issuer: 'https://id.test/base/oidc',
        token_endpoint: 'https://id.test/base/oidc/token',
        authorization_endpoint: 'https://id.test/base/oidc/auth',
      });
    } finally {
      await secure.close();
    }
  });
});

describe('built-in clients', () => {
  test('the demonstration exists in development only', async () => {
    const production = await createOidcWorld({ development: false });
    try {
      const client = { id: 'demo-app', redirectUri: `${production.tenant.endpoint}/demo-app`, secret: undefined };
      const response = await production.browser().get(`/oidc/auth?${authorization(client).query}`);
      expect([response.status, (await response.json()).error]).toEqual([400, 'invalid_client']);
      const center = { ...client, id: 'account-center', redirectUri: `${production.tenant.endpoint}/account` };
      expect((await production.signIn(center, await production.createUser())).access_token).toBeDefined();
    } finally {
      await production.close();
    }
  });
});
