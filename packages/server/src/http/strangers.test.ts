/**
 * Two tenants never see each other, and a body sets nothing but what its operation is for: every operation of the
 * Management API, made from the contract. A new operation does not compile here before it has a body.
 */
import { methodsOf, type Operations, type Route, routeGroups } from '@freehold/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';

type Name = {
  [N in keyof Operations]: Operations[N] extends { caller: 'management' } ? N : never;
}[keyof Operations];
type NameWithBody = { [N in Name]: Operations[N] extends { body: unknown } ? N : never }[Name];

/** What a tenant of the test has. */
interface Ids {
  readonly user: string;
  readonly application: string;
  readonly role: string;
  readonly machineRole: string;
  readonly resource: string;
  readonly scope: string;
  readonly thirdParty: string;
  readonly connector: string;
  readonly template: string;
  readonly hook: string;
  readonly log: string;
}
const idNames = [
  'user',
  'application',
  'role',
  'machineRole',
  'resource',
  'scope',
  'thirdParty',
  'connector',
  'template',
  'hook',
  'log',
] as const satisfies readonly (keyof Ids)[];

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
  linkUserIdentity: ids => ({ connectorId: ids.connector, connectorData: { code: 'x', state: 'x' } }),
  setUserIdentity: () => ({ userId: 'another-at-acme' }),
  addUserConsentScopes: ids => ({ resourceScopes: [ids.scope] }),
  createConnector: () => ({ ...connector, metadata: { target: 'another' } }),
  updateConnector: () => ({ syncProfile: true }),
  testConnector: () => ({ email: 'ada@example.com', config: {} }),
  createConnectorAuthorizationUri: () => ({ state: 'x', redirectUri: 'https://app.test/back' }),
  putEmailTemplates: () => ({ templates: [{ ...template, templateType: 'Register' }] }),
  updateEmailTemplate: () => ({ details: { subject: 'changed' } }),
  sendVerificationCode: () => ({ email: 'ada@example.com' }),
  checkVerificationCode: () => ({ email: 'ada@example.com', verificationCode: '000000' }),
  createSubjectToken: ids => ({ userId: ids.user }),
  createHook: () => ({ ...hook, name: 'made' }),
  updateHook: () => ({ name: 'changed' }),
  testHook: () => ({ events: ['PostSignIn'], config: hook.config }),
};
const connector = {
  connectorId: 'oidc',
  config: { clientId: 'c', clientSecret: 's', issuer: 'https://acme.test' },
  metadata: { target: 'acme', name: { en: 'Acme' } },
};
const template = { languageTag: 'en', templateType: 'SignIn', details: { subject: 'Code', content: '{{code}}' } };
// An address that nobody may ask: nothing is sent, whatever the test does.
const hook = { name: 'hook', events: ['PostSignIn'], config: { url: 'http://192.168.0.1/' } };

const operations = routeGroups
  .flatMap(group => Object.entries<Route>(group))
  .filter(([, route]) => route.caller === 'management')
  .flatMap(([name, route]) => methodsOf(route).map(method => ({ name: name as Name, method, path: route.path })));

/** The values of a path's parameters; `:id` is what the collection holds. */
function parametersOf(path: string, ids: Ids): string[] {
  const [, , collection = ''] = path.split('/');
  const machine = collection === 'applications' || path.includes('/applications');
  const application = path.includes('consent') ? ids.thirdParty : ids.application;
  const values: Record<string, string> = {
    userId: ids.user,
    applicationId: ids.application,
    roleId: machine ? ids.machineRole : ids.role,
    resourceId: ids.resource,
    scopeId: ids.scope,
    name: 'Default secret',
    target: 'acme',
    scopeType: 'resource-scopes',
    factoryId: 'oidc',
    id:
      {
        applications: application,
        resources: ids.resource,
        roles: machine ? ids.machineRole : ids.role,
        connectors: ids.connector,
        'connector-factories': 'oidc',
        'email-templates': ids.template,
        hooks: ids.hook,
        logs: ids.log,
      }[collection] ?? '',
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
  const thirdParty = await made('/api/applications', { name: 'guest', type: 'Traditional', isThirdParty: true });
  const opened = { resourceScopes: [scope] };
  await app.management('POST', `/api/applications/${thirdParty}/user-consent-scopes`, opened);
  const acme = await made('/api/connectors', connector);
  await app.management('PUT', `/api/users/${user}/identities/acme`, { userId: 'ada-at-acme' });
  const [written] = (await app.management('PUT', '/api/email-templates', { templates: [template] })).body;
  const hooked = await made('/api/hooks', hook);
  const [entry] = (await app.management('GET', '/api/logs')).body;
  await app.management('POST', `/api/users/${user}/roles`, { roleIds: [role] });
  await app.management('POST', `/api/applications/${application}/roles`, { roleIds: [machineRole] });
  const more = { thirdParty, connector: acme, template: written.id, hook: hooked, log: entry.id };
  return { user, application, role, machineRole, resource, scope, ...more };
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
  const nobody = Object.fromEntries(idNames.map(name => [name, 'no'])) as Record<keyof Ids, string>;
  beforeAll(async () => {
    [ours, theirs] = await Promise.all([createTestApp(), createTestApp()]);
    [own, foreign] = await Promise.all([furnish(ours), furnish(theirs)]);
    before = await everything(theirs, foreign);
  });

  // The kinds of connector are everybody's.
  const withParameters = operations.filter(({ path }) => /:(?!factoryId)/.test(path) && !path.includes('factories'));
  const naming = operations.filter(({ name, path }) => {
    const body = name in bodies ? JSON.stringify(bodies[name as NameWithBody](nobody)) : '';
    return body.includes('"no"') || (path.match(/:(?!target)/g)?.length ?? 0) > 1;
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
    // It says which of the scopes that were sent there are not.
    const said = operation.name === 'addUserConsentScopes' ? { ...answer.body, data: null } : answer.body;
    for (const id of Object.values(foreign)) expect(JSON.stringify(said ?? null)).not.toContain(id);
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
    const meant = { updateApplication: { isAdmin: undefined }, createConnector: { id: undefined } };
    const more = { ...marks, ...(name in meant && meant[name as keyof typeof meant]) };
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
