/**
 * Two tenants never see each other, and a body sets nothing but what its operation is for: every operation of the
 * Management API, made from the contract. A new operation does not compile here before it has a body.
 */
import {
  accountCenterRoutes,
  applicationRoutes,
  methodsOf,
  type Route,
  resourceRoutes,
  roleRoutes,
  sentinelRoutes,
  signInExperienceRoutes,
  userRoutes,
} from '@freehold/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';

const routes = {
  ...accountCenterRoutes,
  ...applicationRoutes,
  ...resourceRoutes,
  ...roleRoutes,
  ...sentinelRoutes,
  ...signInExperienceRoutes,
  ...userRoutes,
};
type Name = keyof typeof routes;
type NameWithBody = { [N in Name]: (typeof routes)[N] extends { body: unknown } ? N : never }[Name];

/** What a tenant of the test has. */
interface Ids {
  readonly user: string;
  readonly application: string;
  readonly role: string;
  readonly machineRole: string;
  readonly resource: string;
  readonly scope: string;
}

/** A body for each operation that takes one, naming what these ids name. */
const bodies: Record<NameWithBody, (ids: Ids) => Readonly<Record<string, unknown>>> = {
  updateAccountCenter: () => ({ enabled: true }),
  updateStepUpPolicy: () => ({ preset: 'strict' }),
  simulateStepUp: ids => ({ userId: ids.user, action: 'password.set' }),
  createApplication: () => ({ name: 'made', type: 'MachineToMachine' }),
  updateApplication: () => ({ name: 'changed' }),
  createApplicationSecret: () => ({ name: 'another' }),
  createResource: () => ({ name: 'made', indicator: 'https://made.test' }),
  updateResource: () => ({ name: 'changed' }),
  setDefaultResource: () => ({ isDefault: true }),
  createScope: () => ({ name: 'made' }),
  updateScope: () => ({ name: 'changed' }),
  createRole: ids => ({ name: 'made', scopeIds: [ids.scope] }),
  updateRole: () => ({ name: 'changed' }),
  addRoleScopes: ids => ({ scopeIds: [ids.scope] }),
  addRoleUsers: ids => ({ userIds: [ids.user] }),
  addRoleApplications: ids => ({ applicationIds: [ids.application] }),
  addUserRoles: ids => ({ roleIds: [ids.role] }),
  setUserRoles: ids => ({ roleIds: [ids.role] }),
  addApplicationRoles: ids => ({ roleIds: [ids.machineRole] }),
  setApplicationRoles: ids => ({ roleIds: [ids.machineRole] }),
  releaseLockout: ids => ({ targetType: 'User', targets: [ids.user] }),
  updateSignInExperience: () => ({ signInMode: 'SignIn' }),
  createUser: () => ({ name: 'made' }),
  updateUser: () => ({ name: 'changed' }),
  setUserPassword: () => ({ password: 'changed' }),
  verifyUserPassword: () => ({ password: 'right' }),
  expireUserPassword: () => ({ isExpired: true }),
  suspendUser: () => ({ isSuspended: true }),
  updateUserCustomData: () => ({ customData: { a: 1 } }),
  updateUserProfile: () => ({ profile: { nickname: 'changed' } }),
};

const operations = Object.entries<Route>(routes)
  .filter(([, route]) => route.caller === 'management')
  .flatMap(([name, route]) => methodsOf(route).map(method => ({ name: name as Name, method, path: route.path })));

/** The values of a path's parameters; `:id` is what the collection holds. */
function parametersOf(path: string, ids: Ids): string[] {
  const [, , collection = ''] = path.split('/');
  const machine = collection === 'applications' || path.includes('/applications');
  const values: Record<string, string> = {
    userId: ids.user,
    applicationId: ids.application,
    roleId: machine ? ids.machineRole : ids.role,
    resourceId: ids.resource,
    scopeId: ids.scope,
    name: 'Default secret',
    id:
      { applications: ids.application, resources: ids.resource, roles: machine ? ids.machineRole : ids.role }[
        collection
      ] ?? '',
  };
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => {
    const value = values[name];
    if (!value) throw new Error(`${path}: the test knows no ${name}`);
    return value;
  });
}

/** Sends an operation; what the path names first is `first`'s, all else `rest`'s. */
function send(
  app: TestApp,
  { name, method, path }: (typeof operations)[number],
  first: Ids,
  rest: Ids,
  more: Readonly<Record<string, unknown>> = {},
) {
  const [head = ''] = parametersOf(path, first);
  const [, ...tail] = parametersOf(path, rest);
  const values = [head, ...tail].map(encodeURIComponent);
  const body = name in bodies ? { ...more, ...bodies[name as NameWithBody](rest) } : undefined;
  return app.management(
    method,
    path.replace(/:\w+/g, () => values.shift() ?? ''),
    body,
  );
}

async function furnish(app: TestApp): Promise<Ids> {
  const made = async (path: string, body: object): Promise<string> => {
    const answer = await app.management('POST', path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  };
  const user = await made('/api/users', { username: 'ada', password: 'right' });
  const application = await made('/api/applications', { name: 'service', type: 'MachineToMachine' });
  const resource = await made('/api/resources', { name: 'api', indicator: 'https://api.test' });
  const scope = await made(`/api/resources/${resource}/scopes`, { name: 'read' });
  const role = await made('/api/roles', { name: 'reader', scopeIds: [scope] });
  const machineRole = await made('/api/roles', { name: 'machine', type: 'MachineToMachine', scopeIds: [scope] });
  await app.management('POST', `/api/users/${user}/roles`, { roleIds: [role] });
  await app.management('POST', `/api/applications/${application}/roles`, { roleIds: [machineRole] });
  return { user, application, role, machineRole, resource, scope };
}

/** Everything that a tenant's administrator can read. */
async function everything(app: TestApp, ids: Ids): Promise<unknown[]> {
  const reads = operations.filter(({ method }) => method === 'GET');
  const answers = await Promise.all(reads.map(read => send(app, read, ids, ids)));
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  return answers.map(({ body }) => body);
}

describe('another tenant', () => {
  let ours: TestApp;
  let theirs: TestApp;
  let own: Ids;
  let foreign: Ids;
  let before: unknown[];
  const nobody: Ids = { user: 'no', application: 'no', role: 'no', machineRole: 'no', resource: 'no', scope: 'no' };
  beforeAll(async () => {
    [ours, theirs] = await Promise.all([createTestApp(), createTestApp()]);
    [own, foreign] = await Promise.all([furnish(ours), furnish(theirs)]);
    before = await everything(theirs, foreign);
  });

  const withParameters = operations.filter(({ path }) => path.includes(':'));
  const naming = operations.filter(({ name, path }) => {
    const body = name in bodies ? JSON.stringify(bodies[name as NameWithBody](nobody)) : '';
    return body.includes('"no"') || (path.match(/:/g)?.length ?? 0) > 1;
  });

  test.each(withParameters)('has nothing for us: $name', async operation => {
    const answer = await send(ours, operation, foreign, foreign);
    // As if there were no such thing at all: the answer does not tell that somebody else has it.
    const unknown = await send(ours, operation, nobody, nobody);
    expect([answer.status, answer.body]).toEqual([unknown.status, unknown.body]);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });

  test.each(naming)('lends us nothing: $name', async operation => {
    const answer = await send(ours, operation, own, foreign);
    if (operation.name === 'releaseLockout') return expect(answer.status).toBe(204);
    if (operation.name === 'deleteApplicationSecret') return expect(answer.status).toBe(204);
    const unknown = await send(ours, operation, own, nobody);
    expect([answer.status, answer.body?.code]).toEqual([unknown.status, unknown.body?.code]);
    for (const id of Object.values(foreign)) expect(JSON.stringify(answer.body ?? null)).not.toContain(id);
  });

  test('appears in no list, and is as it was', async () => {
    const seen = JSON.stringify(await everything(ours, own));
    for (const id of [...Object.values(foreign), theirs.tenant.id]) expect(seen).not.toContain(id);
    expect(await everything(theirs, foreign)).toEqual(before);
  });

  test('keeps its lock-outs when we release its users', async () => {
    await theirs.enableAccountCenter();
    const token = await theirs.signIn(foreign.user);
    const guess = () => theirs.account(token, 'POST', '/api/verifications/password', { body: { password: 'wrong' } });
    for (let tries = 0; tries < 100; tries += 1) await guess();
    const locked = { code: 'session.verification_blocked_too_many_attempts' };
    expect((await guess()).body).toMatchObject(locked);
    await ours.management('POST', '/api/sentinel-activities/delete', { targetType: 'User', targets: [foreign.user] });
    expect((await guess()).body).toMatchObject(locked);
  });

  test('does not know our tokens', async () => {
    await theirs.enableAccountCenter();
    await ours.enableAccountCenter();
    const token = await ours.signIn(own.user);
    expect((await ours.account(token, 'GET', '/api/my-account')).status).toBe(200);
    for (const [method, path] of [
      ['GET', '/api/my-account'],
      ['PATCH', '/api/my-account'],
    ] as const) {
      const answer = await theirs.account(token, method, path, method === 'GET' ? {} : { body: { name: 'x' } });
      expect([answer.status, answer.body.code]).toEqual([401, 'auth.unauthorized']);
    }
  });
});

describe('a body', () => {
  const marks = {
    tenantId: 'chosen-tenant',
    id: 'chosen-id',
    isSuspended: true,
    version: 987_654,
    createdAt: 123_456,
    updatedAt: 123_456,
    lastSignInAt: 123_456,
    hasPassword: 'chosen',
    applicationId: 'chosen-app',
    identities: { chosen: { userId: 'chosen' } },
    ssoIdentities: ['chosen'],
    isAdmin: true,
    value: 'chosen-secret-value',
    resourceId: 'chosen-resource',
    roles: ['chosen'],
  };
  const writes = operations.filter(({ name }) => name in bodies);

  test.each(writes)('sets nothing but what it is for: $name', async operation => {
    const app = await createTestApp();
    const ids = await furnish(app);
    const { name } = operation;
    // The one member of these that an operation is for.
    const more = name === 'updateApplication' ? { ...marks, isAdmin: undefined } : marks;
    const answer = await send(app, operation, ids, ids, more);
    const { status } = answer;
    const told = [
      answer.body,
      await app.management('GET', '/api/users'),
      await app.management('GET', '/api/applications'),
    ];
    const text = JSON.stringify(told);
    expect(text).not.toMatch(/chosen|987654|123456/);
    if (name !== 'suspendUser') expect(text).not.toContain('"isSuspended":true');
    if (status < 300 && answer.body?.id && name === 'createApplication') {
      expect((await app.management('GET', `/api/applications/${answer.body.id}`)).body.isAdmin).toBe(false);
    }
    // Refused would be as good, but the wire drops what it does not know.
    expect(status).toBeLessThan(500);
  });
});
