/**
 * What every operation of the Account and Verification API demands of its caller, made from the contract: a new route or
 * a new guard is tried here as soon as it exists.
 */
import {
  accountFields,
  accountMembers,
  accountRoutes,
  accountScopes,
  codeVerificationRoutes,
  type Guard,
  identifierRoutes,
  identityRoutes,
  methodsOf,
  type Route,
  type SensitiveAction,
  sensitiveActions,
  socialVerificationRoutes,
  verificationRoutes,
} from '@freehold/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { statement } from '../database/index.ts';
import { newRecordId } from '../lib/index.ts';
import { createTestApp, type TestApp, type TestToken, type TestUser } from '../testing/create-test-app.ts';
import { findUser } from '../users/index.ts';
import { type RecordRow, recordInsertion, recordValues } from './records.store.ts';

const routes = {
  ...accountRoutes,
  ...identifierRoutes,
  ...identityRoutes,
  ...verificationRoutes,
  ...codeVerificationRoutes,
  ...socialVerificationRoutes,
};
type Name = keyof typeof routes;

const insertRecord = statement('test.insert-record', recordInsertion);

/** A body that each operation takes, with every member that a guard looks at. */
const bodies: Record<Name, Readonly<Record<string, unknown>> | undefined> = {
  getAccount: undefined,
  getSignInMethods: undefined,
  updateAccount: { name: 'Ada', avatar: 'https://a.test/a.png', username: 'ada_l', customData: { a: 1 } },
  updateProfile: { givenName: 'Ada', address: { country: 'UK' } },
  changePassword: { password: 'Quiet-Harbor-58' },
  changePrimaryEmail: { email: 'ada@example.com', newIdentifierVerificationRecordId: 'nobody' },
  removePrimaryEmail: undefined,
  changePrimaryPhone: { phone: '447911123456', newIdentifierVerificationRecordId: 'nobody' },
  removePrimaryPhone: undefined,
  linkIdentity: { newIdentifierVerificationRecordId: 'nobody' },
  replaceIdentity: { newIdentifierVerificationRecordId: 'nobody' },
  unlinkIdentity: undefined,
  getIdentityAccessToken: undefined,
  storeIdentityAccessToken: { verificationRecordId: 'nobody' },
  getSsoIdentityAccessToken: undefined,
  listProofMethods: undefined,
  verifyPassword: { password: 'wrong' },
  requestVerificationCode: { identifier: { type: 'email', value: 'ada@example.com' } },
  verifyVerificationCode: {
    identifier: { type: 'email', value: 'ada@example.com' },
    verificationId: 'nobody',
    code: '123456',
  },
  startSocialVerification: { connectorId: 'nobody', state: 'state', redirectUri: 'https://app.test/callback' },
  verifySocial: { verificationRecordId: 'nobody', connectorData: { code: 'code', state: 'state' } },
};

const operations = Object.entries<Route>(routes).flatMap(([name, route]) =>
  methodsOf(route).map(method => ({
    ...{ name: name as Name, method, route },
    path:
      route.path.replace(/:(target|connectorId)/, 'mock-social') +
      (name === 'listProofMethods' ? '?action=email.change' : ''),
  })),
);

const guarded = operations.flatMap(operation =>
  (operation.route.guards ?? []).map(guard => {
    const { when } = guard;
    const body = { ...bodies[operation.name], ...(when?.is === 'null' && { [when.member]: null }) };
    return { ...operation, guard, body, label: `${guard.kind} ${JSON.stringify(Object.values(guard).slice(1))}` };
  }),
);
const guardsOf = <K extends (typeof guarded)[number]['guard']['kind']>(kind: K) =>
  guarded.filter(({ guard }) => guard.kind === kind);

/** What failing a guard is answered with. */
function guardProblem(guard: Guard): { status: number; code: string } {
  switch (guard.kind) {
    case 'scope':
      return { status: guard.status, code: guard.status === 403 ? 'auth.forbidden' : 'auth.unauthorized' };
    case 'edits':
      return { status: 400, code: 'account_center.field_not_editable' };
    case 'reads':
      return { status: 400, code: 'account_center.field_not_enabled' };
    case 'firstParty':
      return { status: 403, code: 'auth.third_party_application_forbidden' };
    case 'proof':
      return { status: 401, code: 'verification_record.permission_denied' };
  }
}

let app: TestApp;
let user: TestUser;
let token: TestToken;
beforeAll(async () => {
  app = await createTestApp();
});
beforeEach(async () => {
  await app.enableAccountCenter();
  await policy({ preset: 'default' });
  user = await app.createUser({ email: `${newRecordId()}@example.com` });
  token = await app.signIn(user);
  await app.events();
});

async function policy(change: object): Promise<void> {
  expect(await app.management('PATCH', '/api/account-center/step-up-policy', change)).toMatchObject({ status: 200 });
  await app.events();
}
const read = async () => (await app.account(token, 'GET', '/api/my-account')).body;

/** Sends a request that must be refused, and change nothing. */
async function refused(send: () => Promise<{ status: number; body: { code: string } }>, problem: object) {
  const before = await read();
  const { status, body } = await send();
  expect({ status, code: body.code }).toEqual(problem);
  expect(await app.events()).toEqual([]);
  expect(await read()).toEqual(before);
}

describe.each(operations)('$method $path', ({ method, path, name }) => {
  const send = (bearer?: string) =>
    app.request(method, path, {
      body: bodies[name],
      headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` },
    });

  test('is for an access token of the account, unchanged and alive', async () => {
    const good = token.token;
    const first = good.charAt(0) === 'A' ? 'B' : 'A';
    const bad = ['', ' ', good.slice(1), good.slice(0, -1), `${good}A`, first + good.slice(1), good.toLowerCase()];
    for (const one of [...bad, `${good} ${good}`, 'manager-1', user.id, token.grantId, token.sessionUid ?? '']) {
      await refused(() => send(one), { status: 401, code: 'auth.unauthorized' });
    }
    await refused(() => send(), { status: 401, code: 'auth.authorization_header_missing' });
    const narrow = await app.signIn(user, { scopes: accountScopes.filter(scope => scope !== 'openid') });
    await refused(() => send(narrow.token), { status: 403, code: 'auth.forbidden' });
  });

  test('is closed to somebody who is suspended or deleted', async () => {
    const person = await app.createUser();
    const { token: theirs } = await app.signIn(person);
    await app.changeUser(person, { is_suspended: true });
    await app.events();
    await refused(() => send(theirs), { status: 401, code: 'auth.unauthorized' });
    await app.changeUser(person, { is_suspended: false });
    await app.management('DELETE', `/api/users/${person.id}`);
    await app.events();
    await refused(() => send(theirs), { status: 401, code: 'auth.unauthorized' });
  });

  test('is closed while the account center is', async () => {
    await app.management('PATCH', '/api/account-center', { enabled: false });
    expect(await send(token.token)).toMatchObject({ status: 400, body: { code: 'account_center.not_enabled' } });
  });
});

describe('whose account it is', () => {
  const writes = operations.filter(({ name }) => bodies[name] !== undefined);

  test.each(writes)('is said by the token alone: $method $path', async ({ method, path, name }) => {
    const other = await app.createUser({ email: `${newRecordId()}@other.test` });
    const stored = async (id: string) =>
      (await app.management('GET', `/api/users/${id}?includePasswordHash=true`)).body;
    const [theirs, mine] = await Promise.all([stored(other.id), stored(user.id)]);
    const chosen = {
      ...Object.fromEntries(
        ['id', 'userId', 'user_id', 'sub', 'accountId', 'targetUserId'].map(one => [one, other.id]),
      ),
      tenantId: 'other-tenant',
      primaryEmail: 'chosen@evil.test',
      email: 'chosen@evil.test',
      primaryPhone: '4407911123456',
      isVerified: true,
      emailVerified: true,
      isSuspended: true,
      isAdmin: true,
      roles: ['admin-role'],
      passwordDigest: 'chosen',
      hasPassword: false,
      applicationId: 'chosen',
      createdAt: 1,
      lastSignInAt: 1,
      version: 1,
    };
    const proof = await app.prove(token, user);
    const answer = await app.account(token, method, `${path}?userId=${other.id}&id=${other.id}`, {
      body: { ...chosen, ...bodies[name] },
      proof,
      headers: { 'x-user-id': other.id },
    });
    expect(answer.status).toBeLessThan(500);
    expect(await stored(other.id)).toEqual(theirs);
    const { id, primaryEmail, primaryPhone, isSuspended, applicationId, createdAt, lastSignInAt, hasPassword } = mine;
    expect(await stored(user.id)).toMatchObject({
      ...{ id, primaryEmail, primaryPhone, isSuspended, applicationId, createdAt, lastSignInAt, hasPassword },
    });
    expect(JSON.stringify(await stored(user.id))).not.toContain('chosen');
  });

  test('is in no path', () => {
    expect(operations.filter(({ path }) => path.includes(':'))).toEqual([]);
  });
});

/** What is tried here comes after the proof on some routes, and a token like these cannot always have one. */
const withoutProofs = () =>
  policy({ actions: Object.fromEntries(sensitiveActions.map(action => [action, { proof: 'never' }])) });

describe('a token that lacks a scope', () => {
  beforeEach(withoutProofs);

  test.each(guardsOf('scope'))('$label is refused by $method $path', async ({ method, path, guard, body }) => {
    const lacked = guard.kind === 'scope' ? guard.scope : '';
    const narrow = await app.signIn(user, { scopes: accountScopes.filter(scope => scope !== lacked) });
    await refused(() => app.account(narrow, method, path, { body }), guardProblem(guard));
  });

  test.each(Object.entries(accountMembers))('does not show %s', async (member, rule: { scope?: string }) => {
    const scopes = accountScopes.filter(scope => scope !== rule.scope);
    const { body } = await app.account(await app.signIn(user, { scopes }), 'GET', '/api/my-account');
    expect(member in body).toBe(rule.scope === undefined);
    expect(member in (await read())).toBe(true);
  });
});

describe('a field that is not open for editing', () => {
  test.each(guardsOf('edits'))('$label is refused by $method $path', async ({ method, path, guard, body }) => {
    const field = guard.kind === 'edits' ? guard.field : '';
    // With every proof that could be asked for: what is refused is the field.
    const proof = await app.prove(token, user);
    for (const access of ['Off', 'ReadOnly']) {
      await app.enableAccountCenter(
        Object.fromEntries(accountFields.map(one => [one, one === field ? (access as 'Off') : 'Edit'])),
      );
      await refused(() => app.account(token, method, path, { body, proof }), guardProblem(guard));
    }
  });
});

describe('a third party’s application', () => {
  beforeEach(withoutProofs);

  test.each(guardsOf('firstParty'))('is refused by $method $path', async ({ method, path, guard, body }) => {
    const third = await app.signIn(user, { clientId: 'somebody-else' });
    await refused(() => app.account(third, method, path, { body }), guardProblem(guard));
  });
});

describe('a proof', () => {
  /** Writes down a proof that is right in every respect but those of `change`. */
  async function record(change: Partial<RecordRow> = {}): Promise<string> {
    const now = app.clock();
    const id = newRecordId();
    const good: RecordRow = {
      id,
      purpose: 'permission',
      method: 'password',
      user_id: user.id,
      session_uid: token.sessionUid,
      grant_id: token.grantId,
      client_id: token.clientId,
      identifier: null,
      action: null,
      data: {},
      created_at: now,
      expires_at: new Date(now.getTime() + 600_000),
      verified_at: now,
    };
    const owner = await findUser(app.database, app.tenant.id, change.user_id ?? user.id);
    const row = { ...good, ...change };
    await app.database.run(insertRecord, recordValues(app.tenant.id, row, owner?.password_updated_at ?? null));
    return id;
  }

  const minute = 60_000;
  const wrong: readonly (readonly [string, () => Promise<Partial<RecordRow>> | Partial<RecordRow>])[] = [
    ...(['identifier', 'identity', 'authenticator', 'bind-mfa'] as const).flatMap(purpose =>
      ['password', 'email', 'phone', 'social', 'web-authn', 'totp'].map(
        (method): readonly [string, () => Partial<RecordRow>] => [
          `of ${purpose} by ${method}`,
          () => ({ purpose, method }),
        ],
      ),
    ),
    ['by a method that the policy does not take', () => ({ method: 'totp' })],
    ['by a method of an object', () => ({ method: 'constructor' })],
    ['by an address that the user does not have', () => ({ method: 'phone' })],
    ['that was never given', () => ({ verified_at: null })],
    ['that has expired', () => ({ expires_at: new Date(app.clock().getTime() - 1) })],
    ['that is old', () => ({ verified_at: new Date(app.clock().getTime() - 11 * minute) })],
    ['of another user', async () => ({ user_id: (await app.createUser()).id })],
    ['of another session', async () => ({ session_uid: (await app.signIn(user)).sessionUid })],
    ['of no session', () => ({ session_uid: null })],
    ['of another application', () => ({ client_id: 'account-center' })],
    ['of no application', () => ({ client_id: null })],
  ];

  const sensitive = guardsOf('proof').map(one => ({
    ...one,
    action: (one.guard.kind === 'proof' ? one.guard.action : 'account.delete') as SensitiveAction,
  }));

  test.each(sensitive)('for $action is needed by $method $path, and only a right one will do', async operation => {
    const { method, path, guard, body, action } = operation;
    await policy({ actions: { [action]: { proof: 'always' } } });
    const problem = guardProblem(guard);
    const send = (proof?: string) => app.account(token, method, path, { body, ...(proof !== undefined && { proof }) });
    await refused(() => send(), problem);
    for (const id of ['', 'nobody', newRecordId(), '%', `${await record()} `.repeat(2)]) {
      await refused(() => send(id), problem);
    }
    const others = sensitiveActions.filter(other => other !== action);
    const bound = others.map(other => [`for ${other}`, () => ({ action: other })] as const);
    for (const [what, change] of [...wrong, ...bound]) {
      const answer = await send(await record(await change()));
      expect([what, answer.status, answer.body.code]).toEqual([what, problem.status, problem.code]);
    }
    await refused(() => send('nobody'), problem);
    const passed = await send(await record({ action }));
    expect(passed.body?.code).not.toBe('verification_record.permission_denied');
  });

  test('of another tenant is nobody’s', async () => {
    const other = await createTestApp();
    await policy({ actions: { 'username.change': { proof: 'always' } } });
    const id = await record();
    await other.enableAccountCenter();
    await other.management('PATCH', '/api/account-center/step-up-policy', {
      actions: { 'username.change': { proof: 'always' } },
    });
    const theirs = await other.signIn(await other.createUser());
    expect(
      await other.account(theirs, 'PATCH', '/api/my-account', { body: { username: 'mine' }, proof: id }),
    ).toMatchObject({ status: 401, body: { code: 'verification_record.permission_denied' } });
    const own = await app.account(token, 'PATCH', '/api/my-account', { body: { username: 'mine' }, proof: id });
    expect(own.status).toBe(200);
  });
});
