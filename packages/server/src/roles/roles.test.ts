import { beforeEach, describe, expect, it } from 'vitest';
import { type Answer, createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { seedTestTenant } from '../testing/seed-test-tenant.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
  await seedTestTenant(app);
});

const path = '/api/roles';
const created = async (url: string, body: object) => {
  const answer = await app.management('POST', url, body);
  expect(answer.status).toBeLessThan(300);
  return answer.body;
};
const createRole = (body: object = {}) => created(path, { name: 'editor', description: 'Edits', ...body });
const createUser = () => created('/api/users', {});
const createApp = (type = 'MachineToMachine') => created('/api/applications', { name: 'x', type });
const createScope = async (name = 'read') => {
  const resource = await created('/api/resources', { name: 'Shop', indicator: `https://${name}.test` });
  return created(`/api/resources/${resource.id}/scopes`, { name });
};
const ids = (answer: Answer): string[] => answer.body.map(({ id }: { id: string }) => id);
const refused = (answer: Answer, status: number, code: string) =>
  expect(answer).toMatchObject({ status, body: { status, code } });

describe('roles', () => {
  it('are created with scopes, changed and deleted', async () => {
    const scope = await createScope();
    await app.events();
    const role = await createRole({ scopeIds: [scope.id] });
    expect(role).toEqual({
      tenantId: app.tenant.id,
      id: expect.stringMatching(/^[a-z0-9]{21}$/),
      name: 'editor',
      description: 'Edits',
      type: 'User',
      isDefault: false,
    });
    expect((await app.management('GET', `${path}/${role.id}`)).body).toEqual(role);
    expect((await app.management('GET', `${path}/${role.id}/scopes`)).body).toMatchObject([
      { ...scope, resource: { indicator: 'https://read.test' } },
    ]);
    const changed = await app.management('PATCH', `${path}/${role.id}`, { name: 'author', type: 'MachineToMachine' });
    expect(changed).toMatchObject({ status: 200, body: { ...role, name: 'author' } });
    expect((await app.management('DELETE', `${path}/${role.id}`)).status).toBe(204);
    refused(await app.management('GET', `${path}/${role.id}`), 404, 'entity.not_exists_with_id');
    expect((await app.events()).map(({ type, data }) => [type, data['change']])).toEqual([
      ['settings-changed', 'create'],
      ['settings-changed', 'update'],
      ['settings-changed', 'delete'],
    ]);
  });

  it.each<[string, object, number, string]>([
    ['a name that another has', { name: 'taken' }, 422, 'role.name_in_use'],
    ['a name of the product', { name: '#internal:x' }, 403, 'role.internal_role_violation'],
    ['a scope that is not there', { name: 'x', scopeIds: ['nothing'] }, 404, 'entity.relation_foreign_key_not_found'],
    [
      'everything for people',
      { name: 'x', scopeIds: ['management-api-all'] },
      403,
      'role.management_api_scopes_not_assignable_to_user_role',
    ],
    ['an unknown type', { name: 'x', type: 'Robot' }, 400, 'guard.invalid_input'],
  ])('refuse %s', async (_, body, status, code) => {
    await createRole({ name: 'taken' });
    await app.events();
    refused(await app.management('POST', path, body), status, code);
    expect((await app.management('GET', path)).body).toHaveLength(3);
    expect(await app.events()).toEqual([]);
  });

  it('let one of parallel ones have a name', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => app.management('POST', path, { name: 'editor' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422]);
  });

  it('are listed by type and search', async () => {
    const role = await createRole();
    expect(ids(await app.management('GET', `${path}?type=User`)).sort()).toEqual(['administrator', role.id].sort());
    expect(ids(await app.management('GET', `${path}?search=EDIT%25`))).toEqual([role.id]);
    expect(ids(await app.management('GET', path)).sort()).toEqual([role.id, 'admin-role', 'administrator'].sort());
    expect((await app.management('GET', `${path}?page=1&page_size=1`)).headers['total-number']).toBe('3');
  });

  it('gain and lose scopes, all of those named or none', async () => {
    const role = await createRole();
    const [read, write] = [await createScope('read'), await createScope('write')];
    const scopes = `${path}/${role.id}/scopes`;
    expect(await app.management('POST', scopes, { scopeIds: [read.id] })).toMatchObject({
      status: 201,
      body: [{ id: read.id }],
    });
    refused(await app.management('POST', scopes, { scopeIds: [write.id, read.id] }), 422, 'role.scope_exists');
    expect(ids(await app.management('GET', scopes))).toEqual([read.id]);
    refused(
      await app.management('POST', scopes, { scopeIds: ['nothing'] }),
      404,
      'entity.relation_foreign_key_not_found',
    );
    refused(
      await app.management('POST', scopes, { scopeIds: ['management-api-all'] }),
      403,
      'role.management_api_scopes_not_assignable_to_user_role',
    );
    refused(await app.management('POST', scopes, { scopeIds: [] }), 400, 'guard.invalid_input');
    expect((await app.management('DELETE', `${scopes}/${read.id}`)).status).toBe(204);
    refused(await app.management('DELETE', `${scopes}/${read.id}`), 404, 'entity.not_found');
  });

  it('of the product stay as they are', async () => {
    const scope = await createScope();
    const own = `${path}/admin-role`;
    for (const answer of [
      await app.management('PATCH', own, { name: 'x' }),
      await app.management('DELETE', own),
      await app.management('POST', `${own}/scopes`, { scopeIds: [scope.id] }),
      await app.management('DELETE', `${own}/scopes/management-api-all`),
    ])
      refused(answer, 403, 'role.internal_role_violation');
    expect((await app.management('GET', own)).body.name).toBe('#internal:admin');
  });

  it('that are default are given to every new user', async () => {
    const role = await createRole({ isDefault: true });
    await createRole({ name: 'other' });
    await createRole({ name: 'machines', type: 'MachineToMachine', isDefault: true });
    const user = await createUser();
    expect(ids(await app.management('GET', `/api/users/${user.id}/roles`))).toEqual([role.id]);
  });
});

describe('roles of users', () => {
  it('are added, set and taken', async () => {
    const user = await createUser();
    const [one, two] = [await createRole({ name: 'one' }), await createRole({ name: 'two' })];
    await app.events();
    const roles = `/api/users/${user.id}/roles`;
    expect(await app.management('POST', roles, { roleIds: [one.id] })).toMatchObject({
      status: 201,
      body: { roleIds: [one.id], addedRoleIds: [one.id] },
    });
    expect(await app.management('POST', roles, { roleIds: [one.id, two.id] })).toMatchObject({
      status: 201,
      body: { roleIds: [one.id, two.id], addedRoleIds: [two.id] },
    });
    expect(await app.management('PUT', roles, { roleIds: [two.id] })).toMatchObject({
      status: 200,
      body: { roleIds: [two.id] },
    });
    expect(ids(await app.management('GET', roles))).toEqual([two.id]);
    expect((await app.management('DELETE', `${roles}/${two.id}`)).status).toBe(204);
    refused(await app.management('DELETE', `${roles}/${two.id}`), 404, 'entity.not_found');
    expect((await app.events()).map(({ type, userId, data }) => ({ type, userId, data }))).toEqual([
      { type: 'roles-changed', userId: user.id, data: { added: [one.id], removed: [] } },
      { type: 'roles-changed', userId: user.id, data: { added: [two.id], removed: [] } },
      { type: 'roles-changed', userId: user.id, data: { added: [], removed: [one.id] } },
      { type: 'roles-changed', userId: user.id, data: { added: [], removed: [two.id] } },
    ]);
  });

  it('are refused as a whole', async () => {
    const user = await createUser();
    const role = await createRole();
    for (const method of ['POST', 'PUT']) {
      const set = (roleIds: unknown) => app.management(method, `/api/users/${user.id}/roles`, { roleIds });
      refused(await set([role.id, 'nothing']), 404, 'entity.relation_foreign_key_not_found');
      refused(await set([role.id, 'admin-role']), 422, 'role.invalid_type');
      refused(await set('x'), 400, 'guard.invalid_input');
    }
    expect(ids(await app.management('GET', `/api/users/${user.id}/roles`))).toEqual([]);
  });

  it('end as one of two parallel calls says, not as a mixture', async () => {
    const user = await createUser();
    const roles = [];
    for (const name of ['a', 'b', 'c', 'd']) roles.push((await createRole({ name })).id);
    const sets = [roles.slice(0, 2), roles.slice(2)];
    await Promise.all(
      [...sets, ...sets].map(roleIds => app.management('PUT', `/api/users/${user.id}/roles`, { roleIds })),
    );
    const end = ids(await app.management('GET', `/api/users/${user.id}/roles`)).sort();
    expect(sets.map(set => [...set].sort())).toContainEqual(end);
  });

  it('are given from the side of the role', async () => {
    const [ada, bob] = [await createUser(), await createUser()];
    const role = await createRole();
    const users = `${path}/${role.id}/users`;
    const give = (userIds: string[]) => app.management('POST', users, { userIds });
    expect(await give([ada.id])).toMatchObject({ status: 201, body: { addedUserIds: [ada.id] } });
    refused(await give([bob.id, ada.id]), 422, 'role.user_exists');
    refused(await give([bob.id, 'nobody']), 404, 'entity.relation_foreign_key_not_found');
    const answer = await app.management('GET', users);
    expect(answer.body).toEqual([ada]);
    expect(answer.headers['total-number']).toBe('1');
    refused(await app.management('POST', `${path}/admin-role/users`, { userIds: [ada.id] }), 422, 'role.invalid_type');
    expect((await app.management('DELETE', `${users}/${ada.id}`)).status).toBe(204);
    refused(await app.management('DELETE', `${users}/${ada.id}`), 404, 'entity.not_found');
  });

  it('go with the role and with the user', async () => {
    const user = await createUser();
    const role = await createRole();
    const roles = `/api/users/${user.id}/roles`;
    await app.management('POST', roles, { roleIds: [role.id] });
    await app.management('DELETE', `${path}/${role.id}`);
    expect(ids(await app.management('GET', roles))).toEqual([]);
    const another = await createRole();
    await app.management('POST', roles, { roleIds: [another.id] });
    await app.management('DELETE', `/api/users/${user.id}`);
    expect((await app.management('GET', `${path}/${another.id}/users`)).body).toEqual([]);
    refused(await app.management('GET', roles), 404, 'entity.not_found');
  });
});

describe('roles of applications', () => {
  it('are added, set and taken', async () => {
    const machine = await createApp();
    const role = await createRole({ type: 'MachineToMachine', scopeIds: ['management-api-all'] });
    await app.events();
    const roles = `/api/applications/${machine.id}/roles`;
    expect(await app.management('POST', roles, { roleIds: [role.id] })).toMatchObject({
      status: 201,
      body: { roleIds: [role.id], addedRoleIds: [role.id] },
    });
    expect(ids(await app.management('GET', `${path}/${role.id}/applications`))).toEqual([machine.id]);
    expect((await app.management('PUT', roles, { roleIds: ['admin-role'] })).status).toBe(200);
    expect(ids(await app.management('GET', roles))).toEqual(['admin-role']);
    expect((await app.management('DELETE', `${roles}/admin-role`)).status).toBe(204);
    refused(await app.management('DELETE', `${roles}/admin-role`), 404, 'entity.not_found');
    expect((await app.events()).map(({ type }) => type)).toEqual(Array(3).fill('application-changed'));
  });

  it('are for machine-to-machine applications and roles alone', async () => {
    const [machine, page] = [await createApp(), await createApp('SPA')];
    const [forUsers, forMachines] = [await createRole(), await createRole({ name: 'm', type: 'MachineToMachine' })];
    const give = (id: string, roleIds: string[]) =>
      app.management('POST', `/api/applications/${id}/roles`, { roleIds });
    refused(await give(machine.id, [forUsers.id]), 422, 'application.invalid_role_type');
    refused(await give(page.id, [forMachines.id]), 422, 'application.invalid_role_type');
    refused(await give(machine.id, ['nothing']), 404, 'entity.relation_foreign_key_not_found');
    const giveTo = (roleId: string, applicationIds: string[]) =>
      app.management('POST', `${path}/${roleId}/applications`, { applicationIds });
    refused(await giveTo(forUsers.id, [machine.id]), 422, 'application.invalid_role_type');
    refused(await giveTo(forMachines.id, [machine.id, page.id]), 422, 'application.invalid_role_type');
    expect(await giveTo(forMachines.id, [machine.id])).toMatchObject({
      status: 201,
      body: { addedApplicationIds: [machine.id] },
    });
    refused(await giveTo(forMachines.id, [machine.id]), 422, 'role.application_exists');
    expect((await app.management('DELETE', `${path}/${forMachines.id}/applications/${machine.id}`)).status).toBe(204);
  });
});

describe('strangers', () => {
  it.each<[string, string, unknown?]>([
    ['GET', ''],
    ['PATCH', '', { name: 'x' }],
    ['DELETE', ''],
    ['GET', '/scopes'],
    ['POST', '/scopes', { scopeIds: ['x'] }],
    ['DELETE', '/scopes/x'],
    ['GET', '/users'],
    ['POST', '/users', { userIds: ['x'] }],
    ['DELETE', '/users/x'],
    ['GET', '/applications'],
    ['POST', '/applications', { applicationIds: ['x'] }],
    ['DELETE', '/applications/x'],
  ])('%s /api/roles/:id%s knows neither nothing nor what is another tenant’s', async (method, suffix, body) => {
    const other = await createTestApp();
    const role = await createRole();
    const answers = await Promise.all([
      app.management(method, `${path}/nothing${suffix}`, body),
      other.management(method, `${path}/${role.id}${suffix}`, body),
    ]);
    for (const answer of answers) refused(answer, 404, 'entity.not_exists_with_id');
    expect(await app.request(method, `${path}/${role.id}${suffix}`, { body })).toMatchObject({ status: 401 });
  });

  it('are not given roles of another tenant, nor are its users and applications given ours', async () => {
    const other = await createTestApp();
    const { body: theirUser } = await other.management('POST', '/api/users', {});
    const { body: theirRole } = await other.management('POST', path, { name: 'editor' });
    const user = await createUser();
    const role = await createRole();
    const code = 'entity.relation_foreign_key_not_found';
    refused(await app.management('POST', `/api/users/${user.id}/roles`, { roleIds: [theirRole.id] }), 404, code);
    refused(await app.management('POST', `${path}/${role.id}/users`, { userIds: [theirUser.id] }), 404, code);
    refused(await app.management('GET', `/api/users/${theirUser.id}/roles`), 404, 'entity.not_found');
    refused(await app.management('PUT', `/api/users/${theirUser.id}/roles`, { roleIds: [] }), 404, 'entity.not_found');
  });
});
