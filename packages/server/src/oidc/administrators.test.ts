/** Who gets a token that opens the Management API in the name of a person, through what, and until when. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAdministrator } from '../administrators.ts';
import { listEvents } from '../events/index.ts';
import { createEnvelope, createKeyRing } from '../lib/index.ts';
import { authorizationRequest, createTestSite, type SiteBrowser, type TestSite } from '../testing/create-test-site.ts';

const password = 'Quiet-Harbor-58';
const scope = 'openid offline_access profile all';
const envelope = createEnvelope(createKeyRing(Buffer.alloc(32, 3).toString('base64')));

let site: TestSite;
let api: string;
let count = 0;
beforeAll(async () => {
  site = await createTestSite();
  api = `https://${site.tenantId}.logto.app/api`;
});
afterAll(() => site.close());

async function createUser({ administrator = true } = {}): Promise<{ id: string; username: string }> {
  count += 1;
  const username = `person_${count}`;
  const { body } = await site.management('POST', '/api/users', { username, password });
  if (administrator) await site.management('POST', `/api/users/${body.id}/roles`, { roleIds: ['administrator'] });
  return { id: body.id, username };
}

/** Signs in at an application and returns what the code gave. */
async function signIn(clientId: string, redirectUri: string, username: string, browser = site.browser()) {
  const request = authorizationRequest(clientId, redirectUri, scope);
  await browser.get(`${request.path}&resource=${encodeURIComponent(api)}`);
  await browser.json('PUT', '/api/experience', { interactionEvent: 'SignIn' });
  const identifier = { type: 'username', value: username };
  const { body: proof } = await browser.json('POST', '/api/experience/verification/password', { identifier, password });
  await browser.json('POST', '/api/experience/identification', { verificationId: proof.verificationId });
  let at = (await browser.json('POST', '/api/experience/submit')).body.redirectTo;
  for (let steps = 0; steps < 6 && !at.startsWith(redirectUri); steps++) at = (await browser.get(at)).location;
  const { body } = await browser.form('/oidc/token', {
    grant_type: 'authorization_code',
    client_id: clientId,
    code: new URL(at).searchParams.get('code') ?? '',
    code_verifier: request.verifier,
    redirect_uri: redirectUri,
  });
  return { ...body, browser };
}

const atConsole = (username: string) => signIn('console', `${site.endpoint}/console`, username);

const managementToken = async (browser: SiteBrowser, clientId: string, refreshToken: string) => {
  const { status, body } = await browser.form('/oidc/token', {
    grant_type: 'refresh_token',
    client_id: clientId,
    refresh_token: refreshToken,
    resource: api,
    scope: 'all',
  });
  expect(status).toBe(200);
  return body as { access_token: string; scope?: string };
};

async function administratorToken(username: string) {
  const signedIn = await atConsole(username);
  const { access_token: token } = await managementToken(signedIn.browser, 'console', signedIn.refresh_token);
  return { token, account: signedIn.access_token };
}

const call = (token: string, method: string, path: string, body?: unknown) =>
  site.browser().json(method, path, body, { authorization: `Bearer ${token}` });
const usersAs = async (token: string) => (await call(token, 'GET', '/api/users')).status;

describe('an administrator at the console', () => {
  test('gets a token that opens the Management API, and what they do there is theirs', async () => {
    const ada = await createUser();
    const { token } = await administratorToken(ada.username);
    const { status, body: made } = await call(token, 'POST', '/api/users', { username: 'made_by_ada' });
    expect(status).toBe(200);
    const [event] = await listEvents(site.database, site.tenantId, made.id);
    expect(event).toMatchObject({
      type: 'account-created',
      actor_kind: 'user',
      actor_id: ada.id,
      client_id: 'console',
    });
  });

  test('loses it at the next request with the role, and by a suspension', async () => {
    const [ada, bob] = [await createUser(), await createUser()];
    const tokens = [await administratorToken(ada.username), await administratorToken(bob.username)] as const;
    await site.management('DELETE', `/api/users/${ada.id}/roles/administrator`);
    await site.management('PATCH', `/api/users/${bob.id}/is-suspended`, { isSuspended: true });
    for (const { token } of tokens) expect(await usersAs(token)).toBe(401);
    // With the role the old token is good again; what the suspension has ended stays ended.
    await site.management('POST', `/api/users/${ada.id}/roles`, { roleIds: ['administrator'] });
    await site.management('PATCH', `/api/users/${bob.id}/is-suspended`, { isSuspended: false });
    expect(await usersAs(tokens[0].token)).toBe(200);
    expect(await usersAs(tokens[1].token)).toBe(401);
  });

  test('loses it with the session that it comes from', async () => {
    const ada = await createUser();
    const { token } = await administratorToken(ada.username);
    const elsewhere = await administratorToken(ada.username);
    expect(await usersAs(token)).toBe(200);
    // A new password ends what the old one opened.
    await site.management('PATCH', `/api/users/${ada.id}/password`, { password });
    expect(await usersAs(token)).toBe(401);
    expect(await usersAs(elsewhere.token)).toBe(401);
    expect(await usersAs((await administratorToken(ada.username)).token)).toBe(200);
    expect(await usersAs(token)).toBe(401);
  });

  test('loses it when the operator lets them in again with another password', async () => {
    const ada = await createUser();
    const { token, account } = await administratorToken(ada.username);
    const wanted = { tenantId: site.tenantId, username: ada.username, envelope, now: new Date() };
    const renewed = await site.hasher.hash('Another-Harbor-77');
    await site.database.transaction(tx => makeAdministrator(tx, { ...wanted, password: renewed }));
    expect(await usersAs(token)).toBe(401);
    expect((await call(account, 'GET', '/api/my-account')).status).toBe(401);
  });

  test('cannot delete themselves', async () => {
    const ada = await createUser();
    const { token } = await administratorToken(ada.username);
    const { status, body } = await call(token, 'DELETE', `/api/users/${ada.id}`);
    expect([status, body.code]).toEqual([400, 'user.cannot_delete_self']);
  });

  test('can neither suspend themselves nor give up the role, by none of the ways to it; others can be', async () => {
    const [ada, bob] = [await createUser(), await createUser()];
    const { token } = await administratorToken(ada.username);
    const ways = (id: string) =>
      [
        ['PATCH', `/api/users/${id}/is-suspended`, { isSuspended: true }, 'user.cannot_suspend_self'],
        ['DELETE', `/api/users/${id}/roles/administrator`, undefined, 'user.cannot_demote_self'],
        ['DELETE', `/api/roles/administrator/users/${id}`, undefined, 'user.cannot_demote_self'],
        ['PUT', `/api/users/${id}/roles`, { roleIds: [] }, 'user.cannot_demote_self'],
      ] as const;
    for (const [method, path, body, code] of ways(ada.id)) {
      const answer = await call(token, method, path, body);
      expect([path, answer.status, answer.body.code]).toEqual([path, 400, code]);
    }
    expect(await usersAs(token)).toBe(200);
    // What leaves the role where it is, is theirs to do.
    const { status } = await call(token, 'PUT', `/api/users/${ada.id}/roles`, { roleIds: ['administrator'] });
    expect(status).toBe(200);
    for (const [method, path, body] of ways(bob.id)) {
      expect([200, 204]).toContain((await call(token, method, path, body)).status);
      await site.management('POST', `/api/users/${bob.id}/roles`, { roleIds: ['administrator'] });
    }
  });

  test('can be suspended and demoted by an application, which is nobody', async () => {
    const ada = await createUser();
    await site.management('PATCH', `/api/users/${ada.id}/is-suspended`, { isSuspended: true });
    expect((await site.management('DELETE', `/api/users/${ada.id}/roles/administrator`)).status).toBe(204);
  });
});

describe('two administrators who take access from each other at the same moment', () => {
  const roleOf = (id: string) => `/api/users/${id}/roles/administrator`;
  const demote = (token: string, id: string) => call(token, 'DELETE', roleOf(id));
  const demoteByRole = (token: string, id: string) => call(token, 'DELETE', `/api/roles/administrator/users/${id}`);
  const setNone = (token: string, id: string) => call(token, 'PUT', `/api/users/${id}/roles`, { roleIds: [] });
  const suspend = (token: string, id: string) =>
    call(token, 'PATCH', `/api/users/${id}/is-suspended`, { isSuspended: true });
  const remove = (token: string, id: string) => call(token, 'DELETE', `/api/users/${id}`);

  test.each([
    ['the role, and the role', demote, demote],
    ['the role, from both of its ends', demote, demoteByRole],
    ['all roles, and a suspension', setNone, suspend],
    ['a suspension each', suspend, suspend],
    ['the account, and the role', remove, demote],
    ['the account each', remove, remove],
  ])('%s: one of them goes, and the other stays', async (_, byAda, byBob) => {
    for (let round = 0; round < 3; round++) {
      const [ada, bob] = [await createUser(), await createUser()];
      const [adas, bobs] = [await administratorToken(ada.username), await administratorToken(bob.username)];
      const answers = await Promise.all([byAda(adas.token, bob.id), byBob(bobs.token, ada.id)]);
      const done = answers.map(({ status }) => status < 300);
      expect([...done].sort()).toEqual([false, true]);
      expect(answers.find(({ status }) => status >= 300)?.status).toBe(401);
      const [winner, loser] = done[0] ? [adas, bobs] : [bobs, adas];
      expect(await usersAs(winner.token)).toBe(200);
      expect(await usersAs(loser.token)).toBe(401);
    }
  });
});

describe('the Management API stays closed', () => {
  test('to somebody without the role, who gets a token without the scope', async () => {
    const eve = await createUser({ administrator: false });
    const signedIn = await atConsole(eve.username);
    const { access_token: token, scope } = await managementToken(signedIn.browser, 'console', signedIn.refresh_token);
    expect(scope).toBe('');
    expect(await usersAs(token)).toBe(403);
  });

  test('to every other application at which an administrator signs in: also to one of the house', async () => {
    const redirectUri = 'https://shop.example/callback';
    const { body: shop } = await site.management('POST', '/api/applications', {
      name: 'Shop',
      type: 'SPA',
      oidcClientMetadata: { redirectUris: [redirectUri] },
      customClientMetadata: { alwaysIssueRefreshToken: true },
    });
    const ada = await createUser();
    const applications = [
      [shop.id, redirectUri],
      ['account-center', `${site.endpoint}/account`],
      ['demo-app', `${site.endpoint}/demo-app`],
    ] as const;
    for (const [clientId, uri] of applications) {
      const signedIn = await signIn(clientId, uri, ada.username);
      const { access_token: token, scope } = await managementToken(signedIn.browser, clientId, signedIn.refresh_token);
      expect([clientId, scope]).toEqual([clientId, '']);
      expect(await usersAs(token)).toBe(403);
    }
  });

  test('to a service that acts for an administrator', async () => {
    const { body: robot } = await site.management('POST', '/api/applications', {
      name: 'Robot',
      type: 'SPA',
      oidcClientMetadata: { redirectUris: ['https://robot.example'] },
      customClientMetadata: { allowTokenExchange: true },
    });
    const ada = await createUser();
    const { body } = await site.management('POST', '/api/subject-tokens', { userId: ada.id });
    const exchanged = await site.browser().form('/oidc/token', {
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      client_id: robot.id,
      subject_token: body.subjectToken,
      subject_token_type: 'urn:logto:token-type:impersonation_token',
      resource: api,
      scope: 'all',
    });
    expect([exchanged.status, exchanged.body.scope]).toEqual([200, '']);
    expect(await usersAs(exchanged.body.access_token)).toBe(403);
  });

  test('nobody changes or deletes the role, nor gives its scope to another one', async () => {
    const own = '/api/roles/administrator';
    for (const [method, path, body] of [
      ['DELETE', own],
      ['PATCH', own, { isDefault: true }],
      ['DELETE', `${own}/scopes/management-api-all`],
      ['POST', '/api/roles', { name: 'staff', description: '', type: 'User', scopeIds: ['management-api-all'] }],
    ] as const)
      expect([method, path, (await site.management(method, path, body)).status]).toEqual([method, path, 403]);
  });
});
