/** Applications that act for users: from the Management API through the real engine to the Account API. */
import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listEvents } from '../events/index.ts';
import { sha256 } from '../lib/index.ts';
import { findGrant, findPrincipal } from '../sessions/index.ts';
import { createTestSite, type SiteAnswer, type TestSite } from '../testing/create-test-site.ts';
import { findLastSignIn } from '../testing/oidc-world.store.ts';

const TYPE = 'urn:logto:token-type:impersonation_token';
const GRANT = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';
const password = 'Quiet-Harbor-58';

interface Application {
  readonly id: string;
  readonly secret: string | undefined;
}

let site: TestSite;
let desk: Application;
let count = 0;
beforeAll(async () => {
  site = await createTestSite();
  const everything = { username: 'Edit', name: 'Edit', profile: 'Edit', password: 'Edit', customData: 'Edit' };
  await site.management('PATCH', '/api/account-center', { enabled: true, fields: everything });
  desk = await application('MachineToMachine');
});
afterAll(() => site.close());

async function application(type: string, custom: object = { allowTokenExchange: true }): Promise<Application> {
  const { body } = await site.management('POST', '/api/applications', {
    name: 'Help desk',
    type,
    customClientMetadata: custom,
    oidcClientMetadata: type === 'MachineToMachine' ? {} : { redirectUris: ['https://desk.example/callback'] },
  });
  const secrets = (await site.management('GET', `/api/applications/${body.id}/secrets`)).body;
  return { id: body.id, secret: secrets[0]?.value };
}

async function createUser(more: object = {}): Promise<string> {
  count += 1;
  const { status, body } = await site.management('POST', '/api/users', { username: `acted_${count}`, ...more });
  expect(status).toBe(200);
  return body.id;
}

async function subjectToken(userId: string): Promise<string> {
  const { status, body } = await site.management('POST', '/api/subject-tokens', { userId });
  expect(status).toBe(201);
  return body.subjectToken;
}

function exchange(
  { id, secret }: Application,
  token: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<SiteAnswer> {
  return site.browser().form('/oidc/token', {
    grant_type: GRANT,
    client_id: id,
    ...(secret !== undefined && { client_secret: secret }),
    subject_token: token,
    subject_token_type: TYPE,
    scope: 'openid profile',
    ...parameters,
  });
}

const account = (token: string, method: string, path: string, body?: unknown, proof?: string) =>
  site.browser().json(method, path, body, {
    authorization: `Bearer ${token}`,
    ...(proof !== undefined && { 'logto-verification-id': proof }),
  });
const eventsOf = async (userId: string) =>
  (await listEvents(site.database, site.tenantId, userId)).map(({ type }) => type).sort();
const outcome = ({ status, body }: SiteAnswer) => [status, body.error ?? body.code];

describe('an application that may act for users', () => {
  test.each(['MachineToMachine', 'Traditional', 'SPA', 'Native'])(
    'gets an access token of the account, as %s',
    async type => {
      const app = await application(type);
      const user = await createUser({ name: 'Ada' });
      const answer = await exchange(app, await subjectToken(user), { scope: 'openid profile offline_access nonsense' });
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({
        access_token: expect.stringMatching(/^[\w-]{43}$/),
        issued_token_type: ACCESS_TOKEN,
        token_type: 'Bearer',
        expires_in: 3600,
        scope: 'openid profile',
      });
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const read = await account(answer.body.access_token, 'GET', '/api/my-account');
      expect(read).toMatchObject({ status: 200, body: { id: user, name: 'Ada' } });
      // It acts as the user, but the user has not signed in, nor chosen the application.
      expect(read.body).toMatchObject({ lastSignInAt: null, applicationId: null });
      expect(await findLastSignIn(site.database, site.tenantId, user)).toMatchObject({ last_sign_in_at: null });
    },
  );

  test('is written down with who let it and for what, and nothing else is', async () => {
    const user = await createUser();
    await exchange(desk, await subjectToken(user));
    expect(await eventsOf(user)).toEqual(['account-created', 'impersonation-granted', 'impersonation-started']);
    const event = (await listEvents(site.database, site.tenantId, user)).find(
      ({ type }) => type === 'impersonation-started',
    );
    expect(event).toMatchObject({
      actor_kind: 'application',
      actor_id: desk.id,
      client_id: desk.id,
      session_uid: null,
    });
    expect(event?.data).toEqual({ grantedBy: { kind: 'application', id: expect.any(String) } });
    expect(JSON.stringify(site.logged)).not.toContain('sub_');
  });

  test('sends JSON, a basic header and an empty resource as well', async () => {
    const user = await createUser();
    const basic = Buffer.from(`${desk.id}:${desk.secret}`).toString('base64');
    const body = {
      grant_type: GRANT,
      subject_token: await subjectToken(user),
      subject_token_type: TYPE,
      requested_token_type: ACCESS_TOKEN,
      resource: '',
      scope: 'openid',
    };
    const answer = await site.browser().json('POST', '/oidc/token', body, { authorization: `Basic ${basic}` });
    expect(answer).toMatchObject({ status: 200, body: { scope: 'openid' } });
  });

  test('gets no more than it asked for', async () => {
    const user = await createUser();
    const answer = await exchange(desk, await subjectToken(user), { scope: 'profile' });
    expect(outcome(await account(answer.body.access_token, 'GET', '/api/my-account'))).toEqual([403, 'auth.forbidden']);
    const none = await exchange(desk, await subjectToken(user), { scope: '' });
    expect(none).toMatchObject({ status: 200, body: { scope: '' } });
  });

  test('gets a JWT for an API, with what the user’s roles give', async () => {
    const indicator = 'https://shop.example/api';
    const { body: api } = await site.management('POST', '/api/resources', { name: 'Shop', indicator });
    const scopeIds: string[] = [];
    for (const name of ['read', 'write', 'refund']) {
      const { body } = await site.management('POST', `/api/resources/${api.id}/scopes`, { name, description: name });
      scopeIds.push(body.id);
    }
    const { body: role } = await site.management('POST', '/api/roles', {
      name: 'clerk',
      description: 'clerk',
      type: 'User',
      scopeIds: scopeIds.slice(0, 2),
    });
    const user = await createUser();
    await site.management('POST', `/api/users/${user}/roles`, { roleIds: [role.id] });
    const answer = await exchange(desk, await subjectToken(user), {
      resource: indicator,
      scope: 'openid read refund',
    });
    expect(answer).toMatchObject({ status: 200, body: { issued_token_type: ACCESS_TOKEN, scope: 'read' } });
    const jwks = await site.browser().get('/oidc/jwks');
    const keys = createRemoteJWKSet(new URL('https://keys.example/jwks'), {
      [customFetch]: async () => new Response(JSON.stringify(jwks.body)),
    });
    const { payload } = await jwtVerify(answer.body.access_token, keys, { audience: indicator, typ: 'at+jwt' });
    expect(payload).toMatchObject({ sub: user, client_id: desk.id, scope: 'read' });
    // A JWT opens its API alone.
    expect((await account(answer.body.access_token, 'GET', '/api/my-account')).status).toBe(401);
    const started = (await listEvents(site.database, site.tenantId, user)).find(
      ({ type }) => type === 'impersonation-started',
    );
    expect(started?.data).toMatchObject({ resource: indicator });
  });
});

describe('a subject token', () => {
  test('is good once, one exchange after the other', async () => {
    const user = await createUser();
    const token = await subjectToken(user);
    const first = await exchange(desk, token);
    expect(outcome(await exchange(desk, token))).toEqual([400, 'invalid_grant']);
    // The first one keeps what it got: the second may be a mere repetition.
    expect((await account(first.body.access_token, 'GET', '/api/my-account')).status).toBe(200);
  });

  test('is good once, all exchanges at the same time', async () => {
    const user = await createUser();
    const token = await subjectToken(user);
    const answers = await Promise.all(Array.from({ length: 10 }, () => exchange(desk, token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(400)]);
    for (const { status, body } of answers) if (status === 400) expect(body.error).toBe('invalid_grant');
    expect((await eventsOf(user)).filter(type => type === 'impersonation-started')).toHaveLength(1);
  });

  test('is not used up by an exchange that is refused', async () => {
    const user = await createUser();
    const token = await subjectToken(user);
    const unknown = await exchange(desk, token, { resource: 'https://unknown.example' });
    expect(outcome(unknown)).toEqual([400, 'invalid_target']);
    expect(outcome(await exchange(desk, token, { organization_id: 'org' }))).toEqual([403, 'insufficient_scope']);
    expect(outcome(await exchange({ ...desk, secret: 'wrong' }, token))).toEqual([401, 'invalid_client']);
    expect(await eventsOf(user)).not.toContain('impersonation-started');
    expect((await exchange(desk, token)).status).toBe(200);
  });

  test('is worth nothing once its user is suspended or deleted', async () => {
    const halted = await createUser();
    const token = await subjectToken(halted);
    await site.management('PATCH', `/api/users/${halted}/is-suspended`, { isSuspended: true });
    expect(outcome(await exchange(desk, token))).toEqual([400, 'invalid_grant']);
    const gone = await createUser();
    const other = await subjectToken(gone);
    await site.management('DELETE', `/api/users/${gone}`);
    expect(outcome(await exchange(desk, other))).toEqual([400, 'invalid_grant']);
  });

  test('leaves no access token behind when its user is suspended at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const user = await createUser();
      const token = await subjectToken(user);
      const [answer] = await Promise.all([
        exchange(desk, token),
        site.management('PATCH', `/api/users/${user}/is-suspended`, { isSuspended: true }),
      ]);
      // Not even once the suspension is over.
      await site.management('PATCH', `/api/users/${user}/is-suspended`, { isSuspended: false });
      const read = await account(answer.body.access_token ?? 'none', 'GET', '/api/my-account');
      expect(read.status).toBe(401);
    }
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['of an access token', { subject_token_type: ACCESS_TOKEN }, 'invalid_request'],
    ['of an ID token', { subject_token_type: 'urn:ietf:params:oauth:token-type:id_token' }, 'invalid_request'],
    ['of no type', { subject_token_type: '' }, 'invalid_request'],
    ['without a token', { subject_token: '' }, 'invalid_request'],
    ['that nobody made', { subject_token: `sub_${'a'.repeat(43)}` }, 'invalid_grant'],
    ['for an ID token', { requested_token_type: 'urn:ietf:params:oauth:token-type:id_token' }, 'invalid_request'],
    ['for an audience', { audience: 'somebody' }, 'invalid_target'],
    ['with an actor', { actor_token: 'x', actor_token_type: ACCESS_TOKEN }, 'invalid_request'],
    ['with a scope that is none', { scope: 'openid "' }, 'invalid_scope'],
  ])('is not exchanged %s', async (_, parameters, error) => {
    const token = await subjectToken(await createUser());
    const answer = await exchange(desk, token, parameters);
    expect(answer).toMatchObject({ status: 400, body: { error, code: `oidc.${error}`, message: expect.any(String) } });
    expect((await exchange(desk, token)).status).toBe(200);
  });

  test('is refused to an application that may not, whatever it knows', async () => {
    const token = await subjectToken(await createUser());
    for (const custom of [{}, { allowTokenExchange: false }]) {
      expect(outcome(await exchange(await application('Traditional', custom), token))).toEqual([
        400,
        'invalid_request',
      ]);
    }
    const taken = await application('SPA');
    await site.management('PATCH', `/api/applications/${taken.id}`, {
      customClientMetadata: { allowTokenExchange: false },
    });
    expect(outcome(await exchange(taken, token))).toEqual([400, 'invalid_request']);
    expect((await exchange(desk, token)).status).toBe(200);
  });

  test('is no access token itself', async () => {
    const token = await subjectToken(await createUser());
    expect((await account(token, 'GET', '/api/my-account')).status).toBe(401);
  });
});

describe('an access token of exchange', () => {
  const act = async (user: string, app = desk): Promise<string> =>
    (await exchange(app, await subjectToken(user), { scope: 'openid profile custom_data' })).body.access_token;

  test('steps up with a proof that is bound to its grant', async () => {
    await site.management('PATCH', '/api/account-center/step-up-policy', {
      actions: { 'username.change': { proof: 'always' } },
    });
    const user = await createUser({ password });
    const [one, other] = [await act(user), await act(user)];
    const proof = (await account(one, 'POST', '/api/verifications/password', { password })).body.verificationRecordId;
    expect(proof).toEqual(expect.any(String));
    const rename = (token: string, username: string, record?: string) =>
      account(token, 'PATCH', '/api/my-account', { username }, record);
    const denied = [401, 'verification_record.permission_denied'];
    expect(outcome(await rename(one, 'no_proof'))).toEqual(denied);
    // The same application, the same user, another exchange.
    expect(outcome(await rename(other, 'stolen', proof))).toEqual(denied);
    expect(outcome(await rename(await act(user, await application('SPA')), 'stolen', proof))).toEqual(denied);
    const renamed = `stepped_up_${count}`;
    expect(await rename(one, renamed, proof)).toMatchObject({ status: 200, body: { username: renamed } });
    await site.management('PATCH', '/api/account-center/step-up-policy', { preset: 'default' });
  });

  test('lets somebody without any password set a first one', async () => {
    const user = await createUser();
    const token = await act(user);
    expect((await account(token, 'POST', '/api/my-account/password', { password })).status).toBe(204);
    expect((await site.management('GET', `/api/users/${user}/has-password`)).body).toEqual({ hasPassword: true });
  });

  test('stays when it changes the password, and the others of the user end', async () => {
    const user = await createUser({ password });
    const [one, other] = [await act(user), await act(user)];
    const { body } = await account(one, 'POST', '/api/verifications/password', { password });
    const changed = await account(
      one,
      'POST',
      '/api/my-account/password',
      { password: 'Other-Harbor-59' },
      body.verificationRecordId,
    );
    expect(changed.status).toBe(204);
    expect((await account(one, 'GET', '/api/my-account')).status).toBe(200);
    expect((await account(other, 'GET', '/api/my-account')).status).toBe(401);
  });

  test('hangs on a grant without a session, which ends with it', async () => {
    const token = await act(await createUser());
    const principal = await findPrincipal(site.database, site.tenantId, sha256(token), new Date());
    expect(principal).toMatchObject({ session_uid: null, third_party: false, client_id: desk.id });
    const grant = await findGrant(site.database, site.tenantId, principal?.grant_id ?? '');
    expect(grant).toMatchObject({ session_uid: null, client_id: desk.id });
    const minutes = ((grant?.expires_at.getTime() ?? 0) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(59);
    expect(minutes).toBeLessThan(62);
  });

  test('is revoked with its grant', async () => {
    const token = await act(await createUser());
    const revoked = await site.browser().form('/oidc/token/revocation', {
      client_id: desk.id,
      client_secret: desk.secret ?? '',
      token,
      token_type_hint: 'access_token',
    });
    expect(revoked.status).toBe(200);
    expect((await account(token, 'GET', '/api/my-account')).status).toBe(401);
  });

  test('is worth nothing while its user is suspended', async () => {
    const user = await createUser();
    const token = await act(user);
    await site.management('PATCH', `/api/users/${user}/is-suspended`, { isSuspended: true });
    expect((await account(token, 'GET', '/api/my-account')).status).toBe(401);
    await site.management('PATCH', `/api/users/${user}/is-suspended`, { isSuspended: false });
    expect((await account(token, 'GET', '/api/my-account')).status).toBe(401);
  });
});

test('discovery tells of the grant', async () => {
  const { body } = await site.browser().get('/oidc/.well-known/openid-configuration');
  expect(body.grant_types_supported).toContain(GRANT);
});
