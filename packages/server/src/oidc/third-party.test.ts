/** Applications of somebody else: what they may ask for, what people are shown, and what they get. */
import { accountScopes, userScopes } from '@freehold/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPages, type Pages } from '../http/index.ts';
import { authorizationRequest, createTestSite, type SiteBrowser, type TestSite } from '../testing/create-test-site.ts';
import { addApplication } from '../testing/oidc-world.store.ts';

const redirectUri = 'https://notes.example/callback';
const indicator = 'https://shop.example/api';
const password = 'Quiet-Harbor-58';

let site: TestSite;
/** Ids of the API's scopes by their names. */
const scopeId: Record<string, string> = {};
let clerk: string;
let count = 0;
beforeAll(async () => {
  // Pages that say what they are started with.
  const headers = { 'content-type': 'application/json' };
  const pages: Pages = {
    ...createPages({ webRoot: '/nowhere' }),
    render: (_, boot) => ({ status: 200, headers, body: JSON.stringify(boot) }),
  };
  site = await createTestSite({ pages });
  await site.management('PATCH', '/api/account-center', { enabled: true, fields: { name: 'Edit', email: 'ReadOnly' } });
  const { body: api } = await site.management('POST', '/api/resources', { name: 'Shop', indicator });
  for (const [name, description] of [
    ['read', 'See your orders'],
    ['write', 'Change your orders'],
    ['refund', 'Pay money back'],
  ] as const) {
    const { body } = await site.management('POST', `/api/resources/${api.id}/scopes`, { name, description });
    scopeId[name] = body.id;
  }
  const role = { name: 'clerk', description: 'clerk', type: 'User', scopeIds: Object.values(scopeId) };
  clerk = (await site.management('POST', '/api/roles', role)).body.id;
});
afterAll(() => site.close());

async function thirdParty(opened: object = {}): Promise<string> {
  const { body } = await site.management('POST', '/api/applications', {
    name: 'Notes',
    type: 'SPA',
    isThirdParty: true,
    oidcClientMetadata: { redirectUris: [redirectUri] },
  });
  if (Object.keys(opened).length > 0) expect((await open(body.id, opened)).status).toBe(201);
  return body.id;
}

const open = (id: string, scopes: object) =>
  site.management('POST', `/api/applications/${id}/user-consent-scopes`, scopes);
const close = (id: string, type: string, scope: string) =>
  site.management('DELETE', `/api/applications/${id}/user-consent-scopes/${type}/${scope}`);

async function createUser(): Promise<{ id: string; username: string }> {
  count += 1;
  const username = `reader_${count}`;
  const { body } = await site.management('POST', '/api/users', {
    username,
    password,
    name: 'Ada',
    primaryEmail: `${username}@example.com`,
  });
  await site.management('POST', `/api/users/${body.id}/roles`, { roleIds: [clerk] });
  return { id: body.id, username };
}

/** From the application to the question, signing in on the way. */
async function arrive(clientId: string, scope: string, { user = '', resource = '', browser = site.browser() } = {}) {
  const request = authorizationRequest(clientId, redirectUri, scope);
  let answer = await browser.get(`${request.path}${resource && `&resource=${encodeURIComponent(resource)}`}`);
  if (answer.location.startsWith('/sign-in')) {
    const username = user || (await createUser()).username;
    await browser.json('PUT', '/api/experience', { interactionEvent: 'SignIn' });
    const identifier = { type: 'username', value: username };
    const { body } = await browser.json('POST', '/api/experience/verification/password', { identifier, password });
    await browser.json('POST', '/api/experience/identification', { verificationId: body.verificationId });
    answer = await browser.get((await browser.json('POST', '/api/experience/submit')).body.redirectTo);
  }
  return { browser, verifier: request.verifier, location: answer.location };
}

async function allow({ browser, verifier }: { browser: SiteBrowser; verifier: string }, clientId: string) {
  const allowed = await browser.json('POST', '/api/interaction/consent', {});
  expect(allowed.status).toBe(200);
  const back = new URL((await browser.get(allowed.body.redirectTo)).location);
  const { status, body } = await browser.form('/oidc/token', {
    grant_type: 'authorization_code',
    client_id: clientId,
    code: back.searchParams.get('code') ?? '',
    code_verifier: verifier,
    redirect_uri: redirectUri,
  });
  expect(status).toBe(200);
  return body;
}

async function signIn(clientId: string, scope: string, more: Parameters<typeof arrive>[2] = {}) {
  const arrived = await arrive(clientId, scope, more);
  expect(arrived.location).toBe(`/consent?app_id=${clientId}`);
  return { ...(await allow(arrived, clientId)), browser: arrived.browser };
}

const refresh = (clientId: string, token: string, parameters: Readonly<Record<string, string>> = {}) =>
  site.browser().form('/oidc/token', {
    grant_type: 'refresh_token',
    client_id: clientId,
    refresh_token: token,
    ...parameters,
  });
const claimsOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
/** What the page is started with. */
const question = async (browser: SiteBrowser) => (await browser.get('/consent')).body.consent;

describe('a third party’s application asks for user scopes', () => {
  test('that are always open: who it is, and to stay connected', async () => {
    const app = await thirdParty();
    const tokens = await signIn(app, 'openid offline_access');
    expect(tokens.scope).toBe('openid offline_access');
    expect(tokens.refresh_token).toEqual(expect.any(String));
    expect(claimsOf(tokens.id_token)).not.toHaveProperty('name');
  });

  test.each(userScopes)('such as %s when it is opened to it, and not before', async scope => {
    const app = await thirdParty();
    const refused = await arrive(app, `openid ${scope}`);
    expect(new URL(refused.location).origin).toBe('https://notes.example');
    expect(new URL(refused.location).searchParams.get('error')).toBe('invalid_scope');
    expect(new URL(refused.location).searchParams.get('state')).toBe('some-state');
    await open(app, { userScopes: [scope] });
    expect((await signIn(app, `openid ${scope}`)).scope.split(' ').sort()).toEqual(['openid', scope].sort());
  });

  test('that nobody knows: they are passed over, as for every application', async () => {
    const app = await thirdParty();
    expect((await signIn(app, 'openid nonsense')).scope).toBe('openid');
  });

  test('and the tenant’s own applications need no leave', async () => {
    const { body } = await site.management('POST', '/api/applications', {
      name: 'Own',
      type: 'SPA',
      oidcClientMetadata: { redirectUris: [redirectUri] },
    });
    const arrived = await arrive(body.id, accountScopes.join(' '));
    expect(arrived.location).toBe(`/consent?app_id=${body.id}`);
    // No page: they are sent on at once.
    expect((await arrived.browser.get('/consent')).status).toBe(303);
  });
});

describe('what an administrator has closed', () => {
  test('is refused at the next sign-in and missing after the next refresh, and is back when it is opened again', async () => {
    const app = await thirdParty({ userScopes: ['profile', 'email'] });
    const tokens = await signIn(app, 'openid offline_access profile email');
    expect(claimsOf(tokens.id_token)).toMatchObject({ name: 'Ada', email: expect.any(String) });
    await close(app, 'user-scopes', 'email');
    const first = await refresh(app, tokens.refresh_token);
    expect(first.status).toBe(200);
    expect(first.body.scope.split(' ')).toEqual(['openid', 'offline_access', 'profile']);
    expect(claimsOf(first.body.id_token)).not.toHaveProperty('email');
    expect(claimsOf(first.body.id_token)).toMatchObject({ name: 'Ada' });
    const account = await site
      .browser()
      .json('GET', '/api/my-account', undefined, { authorization: `Bearer ${first.body.access_token}` });
    expect(account).toMatchObject({ status: 200, body: { name: 'Ada' } });
    expect(account.body).not.toHaveProperty('primaryEmail');
    // Userinfo asks the grant, so even the token that is out says no more than that.
    const bearer = { authorization: `Bearer ${tokens.access_token}` };
    expect((await site.browser().get('/oidc/me', bearer)).body).not.toHaveProperty('email');
    const again = await arrive(app, 'openid email', { browser: tokens.browser });
    expect(new URL(again.location).searchParams.get('error')).toBe('invalid_scope');
    // Nothing else was opened by closing.
    const other = await arrive(app, 'openid phone');
    expect(new URL(other.location).searchParams.get('error')).toBe('invalid_scope');
    await open(app, { userScopes: ['email'] });
    expect((await refresh(app, first.body.refresh_token)).body.scope.split(' ')).toContain('email');
  });

  test('of an API is missing from the next token', async () => {
    const app = await thirdParty({ resourceScopes: [scopeId['read'], scopeId['write']] });
    const tokens = await signIn(app, 'openid offline_access read write refund', { resource: indicator });
    const scopeOf = async (token: string) => (await refresh(app, token, { resource: indicator })).body;
    const first = await scopeOf(tokens.refresh_token);
    expect(claimsOf(first.access_token).scope).toBe('read write');
    await close(app, 'resource-scopes', scopeId['write'] ?? '');
    const second = await scopeOf(first.refresh_token);
    expect(claimsOf(second.access_token).scope).toBe('read');
    await close(app, 'resource-scopes', scopeId['read'] ?? '');
    const third = await scopeOf(second.refresh_token);
    expect(claimsOf(third.access_token)).not.toHaveProperty('scope');
    // What people have not allowed does not come by opening it.
    await open(app, { resourceScopes: [scopeId['refund']] });
    expect(claimsOf((await scopeOf(third.refresh_token)).access_token)).not.toHaveProperty('scope');
  });
});

describe('the question', () => {
  test('names everything that is asked for, also what was allowed before, and nothing that is not open', async () => {
    const user = await createUser();
    const app = await thirdParty({ userScopes: ['profile', 'email'], resourceScopes: [scopeId['read']] });
    const first = await arrive(app, 'openid profile email read refund', { resource: indicator, user: user.username });
    const asked = {
      userScopes: ['openid', 'profile', 'email'],
      resources: [{ name: 'Shop', scopes: [{ name: 'read', description: 'See your orders' }] }],
      account: { name: 'Ada', identifier: user.username },
    };
    expect(await question(first.browser)).toEqual(asked);
    await allow(first, app);
    await open(app, { resourceScopes: [scopeId['write']] });
    const second = await arrive(app, 'openid email read write', { resource: indicator, browser: first.browser });
    expect(second.location).toBe(`/consent?app_id=${app}`);
    expect(await question(second.browser)).toEqual({
      ...asked,
      userScopes: ['openid', 'email'],
      resources: [
        {
          name: 'Shop',
          scopes: [
            { name: 'read', description: 'See your orders' },
            { name: 'write', description: 'Change your orders' },
          ],
        },
      ],
    });
  });

  test('is answered by the browser that was asked, with or without a body, and a second time alike', async () => {
    const app = await thirdParty();
    const { browser } = await arrive(app, 'openid');
    for (const body of [{}, undefined, { organizationIds: ['org'] }]) {
      const answer = await browser.json('POST', '/api/interaction/consent', body);
      expect(answer).toMatchObject({ status: 200, body: { redirectTo: expect.stringMatching(/\/oidc\/auth\//) } });
    }
    expect(await site.browser().json('POST', '/api/interaction/consent', {})).toMatchObject({
      status: 400,
      body: { code: 'session.not_found' },
    });
    const elsewhere = { origin: 'https://notes.example' };
    expect((await browser.json('POST', '/api/interaction/consent', {}, elsewhere)).body.code).toBe('session.not_found');
  });

  test('is answered by nobody before they have signed in', async () => {
    const browser = site.browser();
    await browser.get(authorizationRequest(await thirdParty(), redirectUri, 'openid').path);
    expect(await browser.json('POST', '/api/interaction/consent', {})).toMatchObject({ status: 400 });
  });

  test('can be refused, and the application hears no more than that', async () => {
    const app = await thirdParty();
    const { browser } = await arrive(app, 'openid');
    const { body } = await browser.json('POST', '/api/interaction/abort', {});
    const back = new URL((await browser.get(body.redirectTo)).location);
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.has('code')).toBe(false);
  });
});

test('a third party’s application can exchange no token, even if its row said so', async () => {
  const app = await thirdParty();
  expect(
    await site.management('PATCH', `/api/applications/${app}`, { customClientMetadata: { allowTokenExchange: true } }),
  ).toMatchObject({
    status: 422,
    body: { code: 'application.third_party_application_cannot_enable_token_exchange' },
  });
  const row = { id: `odd-${app}`, type: 'SPA', metadata: { redirectUris: [redirectUri] }, thirdParty: true };
  await addApplication(site.database, site.tenantId, { ...row, custom: { allowTokenExchange: true } }, new Date());
  const { id } = await createUser();
  const { subjectToken } = (await site.management('POST', '/api/subject-tokens', { userId: id })).body;
  for (const clientId of [app, row.id]) {
    const answer = await site.browser().form('/oidc/token', {
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      client_id: clientId,
      subject_token: subjectToken,
      subject_token_type: 'urn:logto:token-type:impersonation_token',
      scope: 'openid',
    });
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  }
});
