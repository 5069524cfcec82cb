import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../lib/index.ts';
import { authorizationRequest, createTestSite, type SiteBrowser, type TestSite } from '../testing/create-test-site.ts';
import { addApplication } from '../testing/oidc-world.store.ts';

/** From the application through the real engine and back: the steps that a client without our pages takes. */

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
  await site.management('PATCH', '/api/account-center', { enabled: true, fields: { username: 'ReadOnly' } });
});
afterAll(() => site.close());

const password = 'Quiet-Harbor-58';

async function createUser(username: string): Promise<string> {
  const { status, body } = await site.management('POST', '/api/users', { username, password });
  expect(status).toBe(200);
  return body.id;
}

/** A browser that an application has sent to sign in. */
async function arrive(clientId = 'demo-app', redirectUri = `${site.endpoint}/demo-app`) {
  const browser = site.browser();
  const request = authorizationRequest(clientId, redirectUri, 'openid offline_access profile');
  const answer = await browser.get(request.path);
  expect(answer.status).toBe(303);
  expect(answer.location).toMatch(/^\/sign-in\?/);
  expect(browser.cookies.size).toBeGreaterThan(0);
  return { browser, redirectUri, verifier: request.verifier };
}

const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body?.code];

const start = (browser: SiteBrowser, interactionEvent: string) =>
  browser.json('PUT', '/api/experience', { interactionEvent });
const verify = (browser: SiteBrowser, username: string, secret = password) =>
  browser.json('POST', '/api/experience/verification/password', {
    identifier: { type: 'username', value: username },
    password: secret,
  });
const identify = (browser: SiteBrowser, body: object) => browser.json('POST', '/api/experience/identification', body);
const submit = (browser: SiteBrowser) => browser.json('POST', '/api/experience/submit');

/** From where submit has sent the browser to the tokens of the application. */
async function finish({ browser, redirectUri, verifier }: Awaited<ReturnType<typeof arrive>>, redirectTo: string) {
  const resumed = await browser.get(redirectTo);
  expect([resumed.status, resumed.location]).toEqual([303, '/consent?app_id=demo-app']);
  expect([...browser.cookies.keys()]).toEqual(expect.arrayContaining(['_session', '_session.sig', '_interaction']));
  const consent = await browser.get('/consent');
  expect(consent.location.startsWith(`${site.endpoint}/oidc/auth`)).toBe(true);
  const back = await browser.get(consent.location);
  expect(back.status).toBe(303);
  const target = new URL(back.location);
  expect(target.origin + target.pathname).toBe(redirectUri);
  expect(target.searchParams.get('state')).toBe('some-state');
  const tokens = await site.browser().form('/oidc/token', {
    grant_type: 'authorization_code',
    client_id: 'demo-app',
    code: target.searchParams.get('code') ?? '',
    code_verifier: verifier,
    redirect_uri: redirectUri,
  });
  expect(tokens.status).toBe(200);
  return tokens.body as { access_token: string; refresh_token: string; id_token: string };
}

const account = (token: string) => site.browser().get('/api/my-account', { authorization: `Bearer ${token}` });

describe('the whole way', () => {
  test('of signing in: authorization, password, consent, tokens, account', async () => {
    const id = await createUser('walker');
    const arrival = await arrive();
    const { browser } = arrival;
    expect((await start(browser, 'SignIn')).status).toBe(204);
    const { status, body } = await verify(browser, 'walker');
    expect(status).toBe(200);
    expect((await identify(browser, { verificationId: body.verificationId })).status).toBe(204);
    const submitted = await submit(browser);
    expect(submitted.status).toBe(200);
    expect(submitted.body.redirectTo.startsWith(`${site.endpoint}/oidc/auth`)).toBe(true);
    const tokens = await finish(arrival, submitted.body.redirectTo);
    expect(tokens.refresh_token).toEqual(expect.any(String));
    expect((await account(tokens.access_token)).body).toMatchObject({ id, username: 'walker' });
    const { body: user } = await site.management('GET', `/api/users/${id}`);
    expect(user).toMatchObject({ applicationId: 'demo-app', lastSignInAt: expect.any(Number) });
  });

  test('of registering: username, password, account, tokens', async () => {
    const arrival = await arrive();
    const { browser } = arrival;
    await start(browser, 'Register');
    const profile = (type: string, value: string) => browser.json('POST', '/api/experience/profile', { type, value });
    expect((await profile('username', 'newcomer')).status).toBe(204);
    expect((await profile('password', password)).status).toBe(204);
    expect((await identify(browser, {})).status).toBe(201);
    const submitted = await submit(browser);
    expect(submitted.status).toBe(200);
    const { access_token } = await finish(arrival, submitted.body.redirectTo);
    expect((await account(access_token)).body).toMatchObject({ username: 'newcomer' });
  });

  test('leaves no password in the log', async () => {
    const { browser } = await arrive();
    await start(browser, 'SignIn');
    await verify(browser, 'walker', 'Kettle-Meadow-73');
    await browser.json('POST', '/api/experience/profile', { type: 'password', value: 'Kettle-Meadow-73' });
    expect(site.logged.length).toBeGreaterThan(0);
    expect(JSON.stringify(site.logged)).not.toMatch(/Kettle-Meadow-73|Quiet-Harbor-58/);
  });
});

describe('with the real engine', () => {
  let id: string;
  beforeAll(async () => {
    id = await createUser('hurried');
  });

  async function identified() {
    const arrival = await arrive();
    const { browser } = arrival;
    await start(browser, 'SignIn');
    const { body } = await verify(browser, 'hurried');
    await identify(browser, { verificationId: body.verificationId });
    return arrival;
  }

  test('a verified password without identification and submit leads nowhere', async () => {
    const { browser, redirectUri } = await arrive();
    await start(browser, 'SignIn');
    await verify(browser, 'hurried');
    expect(outcome(await submit(browser))).toEqual([404, 'session.identifier_not_found']);
    expect(outcome(await browser.json('POST', '/api/interaction/consent', {}))).toEqual([400, 'session.not_found']);
    expect((await browser.get('/consent')).location).toMatch(/\/sign-in\?app_id=demo-app$/);
    const [, resume] = [...browser.cookies].find(([, { path }]) => path.startsWith('/oidc/auth/')) ?? [];
    const resumed = await browser.get(resume?.path ?? '/oidc/auth/none');
    expect(resumed.location.startsWith(redirectUri)).toBe(false);
    expect(resumed.location).not.toContain('code=');
  });

  test('of parallel submits one wins', async () => {
    const { browser } = await identified();
    const answers = await Promise.all([submit(browser), submit(browser), submit(browser)]);
    expect(answers.map(outcome).sort()).toEqual([
      [200, undefined],
      [400, 'session.not_found'],
      [400, 'session.not_found'],
    ]);
  });

  test('of parallel steps none overwrites another', async () => {
    const { browser } = await arrive();
    await start(browser, 'SignIn');
    const answers = await Promise.all(Array.from({ length: 4 }, () => verify(browser, 'hurried')));
    const passed = answers.filter(({ status }) => status === 200);
    expect(passed.length).toBeGreaterThan(0);
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expect(outcome(answer)).toEqual([400, 'session.not_found']);
    }
    const { body } = await browser.get('/api/experience/interaction');
    expect(body.verificationRecords.map((record: { id: string }) => record.id).sort()).toEqual(
      passed.map(answer => answer.body.verificationId).sort(),
    );
  });

  test('going back takes access_denied to the application', async () => {
    const { browser, redirectUri } = await arrive();
    const aborted = await browser.json('POST', '/api/interaction/abort', {});
    expect(aborted.status).toBe(200);
    const back = await browser.get(aborted.body.redirectTo);
    expect(back.location.startsWith(redirectUri)).toBe(true);
    expect(new URL(back.location).searchParams.get('error')).toBe('access_denied');
  });

  test('another browser’s cookies are another sign-in', async () => {
    await identified();
    const { browser } = await arrive();
    expect(outcome(await submit(browser))).toEqual([400, 'session.not_found']);
    expect(outcome(await submit(site.browser()))).toEqual([400, 'session.not_found']);
  });

  test('a suspension between the last step and submit holds', async () => {
    const { browser } = await identified();
    const suspended = await site.management('PATCH', `/api/users/${id}/is-suspended`, { isSuspended: true });
    expect(suspended.status).toBe(200);
    const answer = await submit(browser);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(['user.suspended', 'session.not_found']).toContain(answer.body.code);
    await site.management('PATCH', `/api/users/${id}/is-suspended`, { isSuspended: false });
  });

  test('a third party’s application gets nothing before the person has allowed it', async () => {
    const clientId = newId(21);
    const redirectUri = 'https://third.example/callback';
    await addApplication(
      site.database,
      site.tenantId,
      { id: clientId, type: 'SPA', metadata: { redirectUris: [redirectUri] }, custom: {}, thirdParty: true },
      new Date(),
    );
    const opened = await site.management('POST', `/api/applications/${clientId}/user-consent-scopes`, {
      userScopes: ['profile'],
    });
    expect(opened.status).toBe(201);
    const { browser } = await arrive(clientId, redirectUri);
    await start(browser, 'SignIn');
    const { body } = await verify(browser, 'hurried');
    await identify(browser, { verificationId: body.verificationId });
    const asked = await browser.get((await submit(browser)).body.redirectTo);
    expect(asked.location).toBe(`/consent?app_id=${clientId}`);
    expect((await browser.get('/consent')).location).toBe('');
    expect(outcome(await start(browser, 'SignIn'))).toEqual([400, 'session.not_found']);
    const allowed = await browser.json('POST', '/api/interaction/consent', {});
    expect(allowed.status).toBe(200);
    const back = await browser.get(allowed.body.redirectTo);
    expect(back.location.startsWith(redirectUri)).toBe(true);
    expect(new URL(back.location).searchParams.get('code')).toEqual(expect.any(String));
  });
});
