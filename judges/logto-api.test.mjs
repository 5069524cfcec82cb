/**
 * `@logto/api`: the Management API through the vendor's own typed client, which knows nothing of this product but its
 * paths. Its engines ask for Node.js 22; what is used of it runs on 20 (npm warns when it is installed there).
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { endpoint, managementApi } from './lib/environment.mjs';
import { unique } from './lib/operator.mjs';
import { getTokens, postForm } from './lib/relying-party.mjs';
import {
  apiClient,
  byId,
  clientCredentials,
  createUser,
  expect,
  refused,
  succeeded,
  user,
} from './logto-api/client.mjs';
import './logto-api/connectors.mjs';
import './logto-api/messages.mjs';
import './logto-api/people.mjs';
import './logto-api/webhooks.mjs';

test('the client gets its token by itself, with the scope that it asks for', async () => {
  const { value, scope } = await clientCredentials.getAccessToken();
  assert.equal(value.split('.').length, 3);
  assert.equal(scope, 'all');
});

test('the status', async () => {
  await expect(204, apiClient.GET('/api/status'));
});

describe('account-center', () => {
  after(() => apiClient.PATCH('/api/account-center', { body: { enabled: true, fields: { name: 'Edit' } } }));

  test('is read, changed as a whole in its fields, and mirrored without a token', async () => {
    const fields = { name: 'Edit', username: 'ReadOnly' };
    const changed = await expect(200, apiClient.PATCH('/api/account-center', { body: { enabled: true, fields } }));
    assert.equal(changed.enabled, true);
    assert.deepEqual(changed.fields, fields);
    assert.deepEqual(await expect(200, apiClient.GET('/api/account-center')), changed);
    // The client sends no token to a well-known path.
    assert.deepEqual(await expect(200, apiClient.GET('/api/.well-known/account-center')), changed);
    const replaced = await expect(
      200,
      apiClient.PATCH('/api/account-center', { body: { fields: { avatar: 'Edit' } } }),
    );
    assert.deepEqual(replaced.fields, { avatar: 'Edit' });
    assert.equal(replaced.enabled, true);
  });

  test('refuses a level that there is not', async () => {
    const request = apiClient.PATCH('/api/account-center', { body: { fields: { name: 'Write' } } });
    await refused(400, 'guard.invalid_input', request);
    assert.notEqual((await expect(200, apiClient.GET('/api/account-center'))).fields.name, 'Write');
  });
});

describe('the step-up policy', () => {
  const path = '/api/account-center/step-up-policy';
  after(() => apiClient.PATCH(path, { body: { preset: 'default' } }));

  test('is read, set by preset and by action, and tried out', async () => {
    const policy = await expect(200, apiClient.GET(path));
    assert.equal(policy.preset, 'default');
    const { id } = await createUser({ password: 'Pebble-Lagoon-41' });
    const simulate = () =>
      expect(200, apiClient.POST(`${path}/simulate`, { body: { userId: id, action: 'username.change' } }));
    assert.equal((await simulate()).proofNeeded, false);
    await expect(200, apiClient.PATCH(path, { body: { preset: 'strict' } }));
    const verdict = await simulate();
    assert.equal(verdict.proofNeeded, true);
    assert.deepEqual(verdict.acceptableMethods, ['password']);
    const actions = { 'username.change': { proof: 'never' } };
    await expect(200, apiClient.PATCH(path, { body: { actions } }));
    assert.equal((await simulate()).proofNeeded, false);
    assert.deepEqual(await expect(200, apiClient.PATCH(path, { body: { preset: 'default' } })), policy);
  });
});

describe('users', () => {
  test('are created, read, changed and deleted', async () => {
    const username = unique('api');
    const created = await createUser({
      username,
      primaryEmail: `${username}@judge.example`,
      primaryPhone: '886912345678',
      name: 'Api Judge',
      avatar: 'https://judge.example/a.png',
      customData: { plan: 'free' },
      profile: { givenName: 'Api' },
    });
    assert.match(created.id, /^[a-z0-9]{12}$/);
    assert.equal(created.hasPassword, false);
    assert.equal(created.isSuspended, false);
    assert.deepEqual(created.identities, {});
    assert.equal(typeof created.createdAt, 'number');
    const read = await expect(200, apiClient.GET('/api/users/{userId}', user(created.id)));
    for (const [member, value] of Object.entries(created)) assert.deepEqual(read[member], value, member);

    const changed = await expect(
      200,
      apiClient.PATCH('/api/users/{userId}', {
        ...user(created.id),
        body: { name: 'Renamed', primaryPhone: '', customData: { plan: 'paid' }, profile: { nickname: 'R' } },
      }),
    );
    assert.equal(changed.name, 'Renamed');
    assert.equal(changed.primaryPhone, null);
    assert.deepEqual(changed.customData, { plan: 'paid' });
    assert.deepEqual(changed.profile, { nickname: 'R' });

    await expect(204, apiClient.DELETE('/api/users/{userId}', user(created.id)));
    await refused(404, 'entity.not_found', apiClient.GET('/api/users/{userId}', user(created.id)));
  });

  test('share no identifier', async () => {
    const username = unique('api');
    const members = { username, primaryEmail: `${username}@judge.example` };
    const { id } = await createUser(members);
    await refused(422, 'user.username_already_in_use', apiClient.POST('/api/users', { body: { username } }));
    const shouted = { primaryEmail: members.primaryEmail.toUpperCase() };
    await refused(422, 'user.email_already_in_use', apiClient.POST('/api/users', { body: shouted }));
    await expect(200, apiClient.PATCH('/api/users/{userId}', { ...user(id), body: members }));
  });

  test('are found by what they are called, page by page', async () => {
    const mark = unique('pages');
    const made = [];
    for (const number of [1, 2, 3]) made.push(await createUser({ username: `${mark}_${number}` }));
    const page = async number => {
      const query = { search: `%${mark}%`, page: number, page_size: 2 };
      const { data, response } = await apiClient.GET('/api/users', { params: { query } });
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('total-number'), '3');
      return { ids: data.map(one => one.id), link: response.headers.get('link') };
    };
    const [first, second] = [await page(1), await page(2)];
    assert.equal(first.ids.length, 2);
    assert.deepEqual([...first.ids, ...second.ids].sort(), made.map(one => one.id).sort());
    assert.match(first.link, /rel="next"/);
    assert.ok(first.link.includes(`${endpoint}/api/users?`), first.link);
    assert.doesNotMatch(second.link, /rel="next"/);
    const exact = { 'search.username': `${mark}_2`, 'mode.username': 'exact' };
    const found = await expect(200, apiClient.GET('/api/users', { params: { query: exact } }));
    assert.deepEqual(
      found.map(one => one.id),
      [made[1].id],
    );
    const tooMany = { page: 1, page_size: 101 };
    await refused(400, 'guard.invalid_pagination', apiClient.GET('/api/users', { params: { query: tooMany } }));
  });

  test('have a password that is set, verified and known to be there', async () => {
    const { id } = await createUser({ username: unique('api') });
    const has = async () => expect(200, apiClient.GET('/api/users/{userId}/has-password', user(id)));
    assert.deepEqual(await has(), { hasPassword: false });
    const password = 'Pebble-Lagoon-41';
    const set = { ...user(id), body: { password } };
    assert.equal((await expect(200, apiClient.PATCH('/api/users/{userId}/password', set))).hasPassword, true);
    assert.deepEqual(await has(), { hasPassword: true });
    await expect(204, apiClient.POST('/api/users/{userId}/password/verify', set));
    const wrong = { ...user(id), body: { password: 'not-it' } };
    await refused(422, 'session.invalid_credentials', apiClient.POST('/api/users/{userId}/password/verify', wrong));
    const raw = await apiClient.GET('/api/users/{userId}', user(id));
    assert.equal(JSON.stringify(raw.data).includes('argon2'), false, 'a digest is shown only when asked for');
  });

  test('come with digests of another system, and sign in with them', async () => {
    const password = 'Pebble-Lagoon-41';
    const hash = algorithm => createHash(algorithm).update(password).digest('hex');
    for (const [passwordAlgorithm, passwordDigest] of [
      ['SHA256', hash('sha256')],
      ['SHA1', hash('sha1')],
      ['MD5', hash('md5')],
    ]) {
      const username = unique('api');
      const { id } = await createUser({ username, passwordDigest, passwordAlgorithm });
      const verify = { ...user(id), body: { password } };
      await expect(204, apiClient.POST('/api/users/{userId}/password/verify', verify));
      const tokens = await getTokens({ id: 'demo-app' }, `${endpoint}/demo-app`, { username, password });
      assert.match(tokens.access_token, /^[\w-]{43}$/, passwordAlgorithm);
    }
    const both = { password, passwordDigest: hash('md5'), passwordAlgorithm: 'MD5' };
    await refused(400, 'user.password_and_digest', apiClient.POST('/api/users', { body: both }));
    const none = { passwordDigest: hash('md5') };
    await refused(400, 'user.password_algorithm_required', apiClient.POST('/api/users', { body: none }));
  });

  test('have a password that expires, where the tenant lets passwords expire', async () => {
    const { id } = await createUser({ password: 'Pebble-Lagoon-41' });
    const expire = { ...user(id), body: { isExpired: true } };
    const request = () => apiClient.PATCH('/api/users/{userId}/password/expiration', expire);
    const { passwordExpiration } = await expect(200, apiClient.GET('/api/sign-in-exp'));
    assert.equal(passwordExpiration.enabled, false);
    await refused(400, 'sign_in_experiences.password_expiration_not_enabled', request());
    const set = settings => apiClient.PATCH('/api/sign-in-exp', { body: { passwordExpiration: settings } });
    try {
      await expect(200, set({ enabled: true, validPeriodDays: 90 }));
      await expect(200, request());
    } finally {
      await expect(200, set(passwordExpiration));
    }
  });

  test('are suspended, which ends what they hold, and readmitted', async () => {
    const person = { username: unique('api'), password: 'Pebble-Lagoon-41' };
    const { id } = await createUser(person);
    const demo = { id: 'demo-app' };
    const tokens = await getTokens(demo, `${endpoint}/demo-app`, person);
    const suspend = isSuspended =>
      expect(200, apiClient.PATCH('/api/users/{userId}/is-suspended', { ...user(id), body: { isSuspended } }));
    assert.equal((await suspend(true)).isSuspended, true);
    const refresh = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token };
    assert.equal((await postForm('/oidc/token', demo, refresh)).body.error, 'invalid_grant');
    const read = await fetch(`${endpoint}/oidc/me`, { headers: { authorization: `Bearer ${tokens.access_token}` } });
    assert.equal(read.status, 401);
    assert.equal((await suspend(false)).isSuspended, false);
    assert.match((await getTokens(demo, `${endpoint}/demo-app`, person)).access_token, /^[\w-]{43}$/);
  });

  test('have custom data and a profile that merge', async () => {
    const { id } = await createUser({ customData: { kept: 1, changed: 1 }, profile: { givenName: 'G' } });
    const data = { ...user(id), body: { customData: { changed: 2 } } };
    const merged = { kept: 1, changed: 2 };
    assert.deepEqual(await expect(200, apiClient.PATCH('/api/users/{userId}/custom-data', data)), merged);
    assert.deepEqual(await expect(200, apiClient.GET('/api/users/{userId}/custom-data', user(id))), merged);
    const profile = { ...user(id), body: { profile: { familyName: 'F' } } };
    assert.deepEqual(await expect(200, apiClient.PATCH('/api/users/{userId}/profile', profile)), {
      givenName: 'G',
      familyName: 'F',
    });
  });
});

describe('applications', () => {
  const metadata = { redirectUris: ['https://judge.example/callback'], postLogoutRedirectUris: [] };

  test('are created, listed, read, changed and deleted', async () => {
    const name = unique('application');
    const body = { name, type: 'Traditional', oidcClientMetadata: metadata };
    const created = await expect(200, apiClient.POST('/api/applications', { body }));
    assert.match(created.id, /^[a-z0-9]{21}$/);
    assert.equal(created.isThirdParty, false);
    assert.deepEqual(created.oidcClientMetadata.redirectUris, metadata.redirectUris);
    const all = await expect(200, apiClient.GET('/api/applications'));
    assert.ok(all.some(one => one.id === created.id));
    assert.equal((await expect(200, apiClient.GET('/api/applications/{id}', byId(created.id)))).name, name);
    const change = { ...byId(created.id), body: { description: 'Changed', customData: { team: 'x' } } };
    const changed = await expect(200, apiClient.PATCH('/api/applications/{id}', change));
    assert.equal(changed.description, 'Changed');
    assert.equal(changed.name, name);
    await expect(204, apiClient.DELETE('/api/applications/{id}', byId(created.id)));
    await refused(404, 'entity.not_exists_with_id', apiClient.GET('/api/applications/{id}', byId(created.id)));
  });

  test('have secrets that each work until they are deleted', async () => {
    const body = { name: unique('application'), type: 'MachineToMachine' };
    const { id } = await expect(200, apiClient.POST('/api/applications', { body }));
    const secrets = () => expect(200, apiClient.GET('/api/applications/{id}/secrets', byId(id)));
    const [first] = await secrets();
    assert.equal(first.name, 'Default secret');
    assert.equal(first.expiresAt, null);
    const more = { ...byId(id), body: { name: 'Second' } };
    const second = await expect(201, apiClient.POST('/api/applications/{id}/secrets', more));
    assert.match(second.value, /^[A-Za-z0-9]+$/);
    assert.deepEqual((await secrets()).map(one => one.name).sort(), ['Default secret', 'Second']);
    const authenticate = async value => {
      const fields = { grant_type: 'client_credentials', resource: managementApi };
      return (await postForm('/oidc/token', { id, secret: value }, fields)).body.error;
    };
    for (const { value } of [first, second]) assert.notEqual(await authenticate(value), 'invalid_client');
    const path = { id, name: 'Second' };
    await expect(204, apiClient.DELETE('/api/applications/{id}/secrets/{name}', { params: { path } }));
    assert.equal(await authenticate(second.value), 'invalid_client');
    assert.notEqual(await authenticate(first.value), 'invalid_client');
  });

  test('refuse what would be dangerous', async () => {
    const script = { redirectUris: ['javascript:alert(1)'], postLogoutRedirectUris: [] };
    const body = { name: 'x', type: 'SPA', oidcClientMetadata: script };
    await refused(400, 'guard.invalid_input', apiClient.POST('/api/applications', { body }));
    await refused(
      400,
      'application.invalid_third_party_application_type',
      apiClient.POST('/api/applications', { body: { name: 'x', type: 'MachineToMachine', isThirdParty: true } }),
    );
  });

  test('of services get the Management API by a role, and lose it with the role', async () => {
    const body = { name: unique('service'), type: 'MachineToMachine' };
    const { id } = await expect(200, apiClient.POST('/api/applications', { body }));
    const [{ value: secret }] = await expect(200, apiClient.GET('/api/applications/{id}/secrets', byId(id)));
    const role = await expect(
      200,
      apiClient.POST('/api/roles', {
        body: {
          name: unique('service'),
          description: 'Judged',
          type: 'MachineToMachine',
          scopeIds: ['management-api-all'],
        },
      }),
    );
    const call = async () => {
      const fields = { grant_type: 'client_credentials', resource: managementApi, scope: 'all' };
      const { body: token } = await postForm('/oidc/token', { id, secret }, fields);
      const headers = { authorization: `Bearer ${token.access_token}` };
      return (await fetch(`${endpoint}/api/users`, { headers })).status;
    };
    assert.equal(await call(), 403);
    const path = { applicationId: id };
    const given = await expect(
      201,
      apiClient.POST('/api/applications/{applicationId}/roles', { params: { path }, body: { roleIds: [role.id] } }),
    );
    assert.deepEqual(given.roleIds, [role.id]);
    assert.equal(await call(), 200);
    const roles = await expect(200, apiClient.GET('/api/applications/{applicationId}/roles', { params: { path } }));
    assert.deepEqual(
      roles.map(one => one.id),
      [role.id],
    );
    await expect(
      204,
      apiClient.DELETE('/api/applications/{applicationId}/roles/{roleId}', {
        params: { path: { ...path, roleId: role.id } },
      }),
    );
    assert.equal(await call(), 403);
  });
});

describe('resources, scopes and roles', () => {
  test('are created, listed, changed and deleted', async () => {
    const indicator = `https://${unique('api').replace('_', '-')}.example`;
    const resource = await expect(201, apiClient.POST('/api/resources', { body: { name: 'Orders', indicator } }));
    assert.equal(resource.indicator, indicator);
    assert.equal(resource.accessTokenTtl, 3600);
    const ofResource = { params: { path: { resourceId: resource.id } } };
    const scope = await expect(
      201,
      apiClient.POST('/api/resources/{resourceId}/scopes', { ...ofResource, body: { name: 'read', description: '' } }),
    );
    const scopes = await expect(200, apiClient.GET('/api/resources/{resourceId}/scopes', ofResource));
    assert.deepEqual(
      scopes.map(one => one.id),
      [scope.id],
    );
    await expect(
      200,
      apiClient.PATCH('/api/resources/{resourceId}/scopes/{scopeId}', {
        params: { path: { resourceId: resource.id, scopeId: scope.id } },
        body: { description: 'Reading' },
      }),
    );
    const listed = await expect(200, apiClient.GET('/api/resources', { params: { query: { includeScopes: 'true' } } }));
    assert.equal(listed.find(one => one.id === resource.id).scopes[0].description, 'Reading');
    const renamed = { ...byId(resource.id), body: { name: 'Bills', accessTokenTtl: 600 } };
    assert.equal((await expect(200, apiClient.PATCH('/api/resources/{id}', renamed))).accessTokenTtl, 600);

    const roleBody = { name: unique('role'), description: 'Judged', scopeIds: [scope.id] };
    const role = await expect(200, apiClient.POST('/api/roles', { body: roleBody }));
    assert.equal(role.type, 'User');
    const ofRole = await expect(200, apiClient.GET('/api/roles/{id}/scopes', byId(role.id)));
    assert.deepEqual(
      ofRole.map(one => one.name),
      ['read'],
    );
    await expect(200, apiClient.PATCH('/api/roles/{id}', { ...byId(role.id), body: { description: 'Changed' } }));
    const roles = await expect(200, apiClient.GET('/api/roles'));
    assert.equal(roles.find(one => one.id === role.id).description, 'Changed');

    const { id: userId } = await createUser();
    const given = { ...user(userId), body: { roleIds: [role.id] } };
    await expect(201, apiClient.POST('/api/users/{userId}/roles', given));
    const held = await expect(200, apiClient.GET('/api/users/{userId}/roles', user(userId)));
    assert.deepEqual(
      held.map(one => one.id),
      [role.id],
    );
    const holders = await expect(200, apiClient.GET('/api/roles/{id}/users', byId(role.id)));
    assert.deepEqual(
      holders.map(one => one.id),
      [userId],
    );
    const path = { userId, roleId: role.id };
    await expect(204, apiClient.DELETE('/api/users/{userId}/roles/{roleId}', { params: { path } }));
    assert.deepEqual(await expect(200, apiClient.GET('/api/users/{userId}/roles', user(userId))), []);
    await expect(200, apiClient.PUT('/api/users/{userId}/roles', given));

    await expect(204, apiClient.DELETE('/api/roles/{id}', byId(role.id)));
    assert.deepEqual(await expect(200, apiClient.GET('/api/users/{userId}/roles', user(userId))), []);
    await expect(204, apiClient.DELETE('/api/resources/{id}', byId(resource.id)));
    await refused(404, 'entity.not_exists_with_id', apiClient.GET('/api/resources/{id}', byId(resource.id)));
  });

  test('one resource is the default', async () => {
    const make = async name => {
      const indicator = `https://${unique('api').replace('_', '-')}.example`;
      return expect(201, apiClient.POST('/api/resources', { body: { name, indicator } }));
    };
    const setDefault = ({ id }, isDefault) =>
      expect(200, apiClient.PATCH('/api/resources/{id}/is-default', { ...byId(id), body: { isDefault } }));
    const isDefault = async ({ id }) => (await expect(200, apiClient.GET('/api/resources/{id}', byId(id)))).isDefault;
    const [first, second] = [await make('First'), await make('Second')];
    try {
      await setDefault(first, true);
      await setDefault(second, true);
      assert.deepEqual([await isDefault(first), await isDefault(second)], [false, true]);
    } finally {
      await setDefault(second, false);
    }
  });

  test('roles are filled from their side too', async () => {
    const indicator = `https://${unique('api').replace('_', '-')}.example`;
    const resource = await expect(201, apiClient.POST('/api/resources', { body: { name: 'Rolled', indicator } }));
    const ofResource = { params: { path: { resourceId: resource.id } } };
    const scope = await expect(
      201,
      apiClient.POST('/api/resources/{resourceId}/scopes', { ...ofResource, body: { name: 'write' } }),
    );
    const makeRole = type =>
      expect(200, apiClient.POST('/api/roles', { body: { name: unique('role'), description: 'Judged', type } }));
    const [people, services] = [await makeRole('User'), await makeRole('MachineToMachine')];
    assert.equal((await expect(200, apiClient.GET('/api/roles/{id}', byId(people.id)))).name, people.name);

    const scopeIds = { ...byId(people.id), body: { scopeIds: [scope.id] } };
    await expect(201, apiClient.POST('/api/roles/{id}/scopes', scopeIds));
    const scopes = async () => expect(200, apiClient.GET('/api/roles/{id}/scopes', byId(people.id)));
    assert.deepEqual(
      (await scopes()).map(one => one.id),
      [scope.id],
    );
    const scopePath = { id: people.id, scopeId: scope.id };
    await expect(204, apiClient.DELETE('/api/roles/{id}/scopes/{scopeId}', { params: { path: scopePath } }));
    assert.deepEqual(await scopes(), []);
    const gone = { resourceId: resource.id, scopeId: scope.id };
    await expect(204, apiClient.DELETE('/api/resources/{resourceId}/scopes/{scopeId}', { params: { path: gone } }));

    const { id: userId } = await createUser();
    await expect(201, apiClient.POST('/api/roles/{id}/users', { ...byId(people.id), body: { userIds: [userId] } }));
    const userPath = { id: people.id, userId };
    await expect(204, apiClient.DELETE('/api/roles/{id}/users/{userId}', { params: { path: userPath } }));
    assert.deepEqual(await expect(200, apiClient.GET('/api/roles/{id}/users', byId(people.id))), []);

    const body = { name: unique('service'), type: 'MachineToMachine' };
    const { id: applicationId } = await expect(200, apiClient.POST('/api/applications', { body }));
    const applicationIds = { ...byId(services.id), body: { applicationIds: [applicationId] } };
    await expect(201, apiClient.POST('/api/roles/{id}/applications', applicationIds));
    const holders = async () => {
      const all = await expect(200, apiClient.GET('/api/roles/{id}/applications', byId(services.id)));
      return all.map(one => one.id);
    };
    assert.deepEqual(await holders(), [applicationId]);
    const holder = { id: services.id, applicationId };
    await expect(204, apiClient.DELETE('/api/roles/{id}/applications/{applicationId}', { params: { path: holder } }));
    assert.deepEqual(await holders(), []);
    await expect(
      200,
      apiClient.PUT('/api/applications/{applicationId}/roles', {
        params: { path: { applicationId } },
        body: { roleIds: [services.id] },
      }),
    );
    assert.deepEqual(await holders(), [applicationId]);
  });

  test('guard the Management API itself', async () => {
    await refused(
      400,
      'resource.cannot_delete_management_api',
      apiClient.DELETE('/api/resources/{id}', byId('management-api')),
    );
  });
});

describe('sign-in-exp', () => {
  const patch = body => expect(200, apiClient.PATCH('/api/sign-in-exp', { body }));

  test('is read and changed member by member', async () => {
    const before = await expect(200, apiClient.GET('/api/sign-in-exp'));
    after(() => patch({ signInMode: before.signInMode, termsOfUseUrl: before.termsOfUseUrl }));
    const changed = await patch({ signInMode: 'SignIn', termsOfUseUrl: 'https://judge.example/terms' });
    assert.equal(changed.signInMode, 'SignIn');
    assert.equal(changed.termsOfUseUrl, 'https://judge.example/terms');
    assert.deepEqual(changed.signIn, before.signIn);
    await refused(400, 'guard.invalid_input', apiClient.PATCH('/api/sign-in-exp', { body: { signInMode: 'Never' } }));
  });

  test('locks out after as many failures as its policy says; the sentinel lets in again', async () => {
    const { sentinelPolicy } = await expect(200, apiClient.GET('/api/sign-in-exp'));
    const person = { username: unique('api'), password: 'Pebble-Lagoon-41' };
    const { id } = await createUser(person);
    await expect(200, apiClient.PATCH('/api/account-center', { body: { enabled: true } }));
    const { access_token: token } = await getTokens({ id: 'demo-app' }, `${endpoint}/demo-app`, person);
    const verify = async password => {
      const response = await fetch(`${endpoint}/api/verifications/password`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ password }),
      });
      return [response.status, (await response.json()).code];
    };
    const blocked = [400, 'session.verification_blocked_too_many_attempts'];
    try {
      await patch({ sentinelPolicy: { maxAttempts: 2, lockoutDuration: 60 } });
      assert.deepEqual(await verify('not-it'), [422, 'session.invalid_credentials']);
      assert.deepEqual(await verify('not-it'), blocked);
      assert.deepEqual(await verify(person.password), blocked);
      await expect(
        204,
        apiClient.POST('/api/sentinel-activities/delete', { body: { targetType: 'User', targets: [id] } }),
      );
      assert.deepEqual(await verify(person.password), [201, undefined]);
    } finally {
      await patch({ sentinelPolicy });
    }
  });
});

describe('somebody without a right to it', () => {
  before(() => apiClient.PATCH('/api/account-center', { body: { enabled: true } }));
  const asking = headers => fetch(`${endpoint}/api/users`, { headers });

  test('gets nothing without a token, and nothing with the token of a person', async () => {
    const none = await asking({});
    assert.deepEqual([none.status, (await none.json()).code], [401, 'auth.authorization_header_missing']);
    const person = { username: unique('api'), password: 'Pebble-Lagoon-41' };
    await createUser(person);
    const request = { resource: managementApi, scope: 'openid offline_access all' };
    const tokens = await getTokens({ id: 'demo-app' }, `${endpoint}/demo-app`, person, request);
    const opaque = await asking({ authorization: `Bearer ${tokens.access_token}` });
    assert.deepEqual([opaque.status, (await opaque.json()).code], [401, 'auth.unauthorized']);
    const fields = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token, resource: managementApi };
    const { body } = await postForm('/oidc/token', { id: 'demo-app' }, fields);
    const jwt = await asking({ authorization: `Bearer ${body.access_token}` });
    assert.deepEqual([jwt.status, (await jwt.json()).code], [403, 'auth.forbidden']);
  });
});

test('every operation of the Management API that the server tells of has succeeded here', async () => {
  const { paths } = await (await fetch(`${endpoint}/api/swagger.json`)).json();
  const told = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, { tags }]) => tags?.includes('Management'))
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  );
  assert.ok(told.length > 60, `the server tells of ${told.length} operations`);
  assert.deepEqual(
    told.filter(operation => !succeeded.has(operation)),
    [],
  );
});
