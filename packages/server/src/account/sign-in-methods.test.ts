/** Since when a person has what they sign in with, as they read it of themselves. */
import { createHash } from 'node:crypto';
import { accountFields, accountScopes, type FieldAccess, SignInMethods } from '@freehold/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken, type TestUser } from '../testing/create-test-app.ts';
import { createMockConnector, proveMock } from '../testing/social-world.ts';

const path = '/api/my-account/sign-in-methods';

let app: TestApp;
let mock: string;
let user: TestUser;
let token: TestToken;
beforeAll(async () => {
  app = await createTestApp();
  mock = await createMockConnector(app);
});
beforeEach(async () => {
  await app.enableAccountCenter();
  user = await app.createUser();
  token = await app.signIn(user);
  await app.events();
});

/** Later than everything before. */
function later(): number {
  app.clock.advance(60_000);
  return app.clock().getTime();
}

async function read(bearer = token): Promise<SignInMethods> {
  const { status, body } = await app.account(bearer, 'GET', path);
  expect(status).toBe(200);
  return SignInMethods.strict().parse(body);
}

/** Links an identity of the provider that only plays, to the token's owner. */
async function link(identityId: string, method = 'POST', [who, bearer] = [user, token]): Promise<number> {
  const proof = await app.prove(bearer, who);
  const body = { newIdentifierVerificationRecordId: await proveMock(app, bearer, mock, { userId: identityId }) };
  const answer = await app.account(bearer, method, '/api/my-account/identities', { body, proof });
  return answer.status;
}

const managed = (target: string) => `/api/users/${user.id}/identities/${target}`;

describe('the password', () => {
  test('is there since it was changed, by its owner or by an administrator', async () => {
    const changed = later();
    const body = { password: 'Quiet-Harbor-58' };
    const proof = await app.prove(token, user);
    expect((await app.account(token, 'POST', '/api/my-account/password', { body, proof })).status).toBe(204);
    expect((await read()).password).toEqual({ isSet: true, updatedAt: changed });
    later();
    await app.account(token, 'PATCH', '/api/my-account', { body: { name: 'Ada' } });
    expect((await read()).password).toEqual({ isSet: true, updatedAt: changed });

    const set = later();
    const first = { password: 'Copper-Lantern-41' };
    expect((await app.management('PATCH', `/api/users/${user.id}/password`, first)).status).toBe(200);
    expect((await read(await app.signIn(user))).password).toEqual({ isSet: true, updatedAt: set });
  });

  test('that an administrator gave a new user is there since then', async () => {
    const made = later();
    const { body } = await app.management('POST', '/api/users', { password: 'Quiet-Harbor-58' });
    later();
    expect((await read(await app.signIn(body.id))).password).toEqual({ isSet: true, updatedAt: made });
  });

  test('of another system has a date that nobody knows, which its first use does not make up', async () => {
    const passwordDigest = createHash('sha256').update('correct horse').digest('hex');
    const imported = { username: 'imported', passwordDigest, passwordAlgorithm: 'SHA256' };
    const { body } = await app.management('POST', '/api/users', imported);
    const theirs = await app.signIn(body.id);
    later();
    await app.prove(theirs, { id: body.id, password: 'correct horse' });
    expect((await read(theirs)).password).toEqual({ isSet: true, updatedAt: null });
  });

  test('of somebody who has none', async () => {
    const none = await app.signIn(await app.createUser({ password: null, email: 'none@example.com' }));
    expect((await read(none)).password).toEqual({ isSet: false, updatedAt: null });
  });
});

describe('a linked account', () => {
  test('is there since it was linked, and until it is unlinked', async () => {
    expect((await read()).identities).toEqual({});
    const linkedAt = later();
    expect(await link('u-since')).toBe(204);
    later();
    expect((await read()).identities).toEqual({ 'mock-social': { linkedAt } });
    const proof = await app.prove(token, user);
    await app.account(token, 'DELETE', '/api/my-account/identities/mock-social', { proof });
    expect((await read()).identities).toEqual({});
  });

  test('that takes the place of another one is there since then; the same once more is not', async () => {
    const linkedAt = later();
    expect(await link('u-first')).toBe(204);
    later();
    expect(await link('u-first', 'PUT')).toBe(204);
    const details = { name: 'Ada' };
    expect((await app.management('PUT', managed('mock-social'), { userId: 'u-first', details })).status).toBe(200);
    expect((await read()).identities).toEqual({ 'mock-social': { linkedAt } });
    const replacedAt = later();
    expect(await link('u-second', 'PUT')).toBe(204);
    expect((await read()).identities).toEqual({ 'mock-social': { linkedAt: replacedAt } });
  });

  test('of each provider has its own date', async () => {
    const first = later();
    expect((await app.management('PUT', managed('one'), { userId: 'u' })).status).toBe(201);
    const second = later();
    expect((await app.management('PUT', managed('two'), { userId: 'u' })).status).toBe(201);
    expect((await read()).identities).toEqual({ one: { linkedAt: first }, two: { linkedAt: second } });
  });
});

describe('whoever reads', () => {
  test('reads of themselves alone, and changes nothing', async () => {
    const other = await app.createUser({ password_updated_at: app.clock() });
    const theirs = await app.signIn(other);
    later();
    expect(await link('u-other', 'POST', [other, theirs])).toBe(204);
    await app.events();
    expect(await read()).toEqual({ password: { isSet: true, updatedAt: null }, identities: {} });
    expect(Object.keys((await read(theirs)).identities ?? {})).toEqual(['mock-social']);
    expect(await app.events()).toEqual([]);
  });

  test('is not told anything by another tenant', async () => {
    const elsewhere = await createTestApp();
    await elsewhere.enableAccountCenter();
    expect(await elsewhere.account(token, 'GET', path)).toMatchObject({ status: 401 });
    // The same provider and the same account there, linked in each tenant.
    await app.management('PUT', managed('one'), { userId: 'u-both' });
    const there = await elsewhere.createUser();
    await elsewhere.management('PUT', `/api/users/${there.id}/identities/two`, { userId: 'u-both' });
    const { body } = await elsewhere.account(await elsewhere.signIn(there), 'GET', path);
    expect(Object.keys(body.identities)).toEqual(['two']);
    expect(Object.keys((await read()).identities ?? {})).toEqual(['one']);
  });

  const open = (fields: Record<string, FieldAccess>) => app.enableAccountCenter(fields);

  test.each<[FieldAccess, FieldAccess, string[]]>([
    ['Edit', 'Edit', ['password', 'identities']],
    ['ReadOnly', 'ReadOnly', ['password', 'identities']],
    ['Off', 'Edit', ['identities']],
    ['ReadOnly', 'Off', ['password']],
    ['Off', 'Off', []],
  ])('sees what is open: password %s, social %s', async (password, social, members) => {
    await open({ ...Object.fromEntries(accountFields.map(field => [field, 'Edit' as const])), password, social });
    expect(Object.keys(await read())).toEqual(members);
    // As the account itself has it.
    const { body } = await app.account(token, 'GET', '/api/my-account');
    expect(['hasPassword' in body, 'identities' in body]).toEqual(
      ['password', 'identities'].map(member => members.includes(member)),
    );
  });

  test.each([
    ['profile', ['identities']],
    ['identities', ['password']],
    ['custom_data', ['password', 'identities']],
  ])('without the scope %s sees %j', async (missing, members) => {
    const narrow = await app.signIn(user, { scopes: accountScopes.filter(scope => scope !== missing) });
    expect(Object.keys(await read(narrow))).toEqual(members);
  });

  test('who has read it before is answered 304', async () => {
    const { headers } = await app.account(token, 'GET', path);
    const again = { headers: { 'if-none-match': headers['etag'] ?? '' } };
    expect(await app.account(token, 'GET', path, again)).toMatchObject({ status: 304, body: undefined });
    await app.management('PUT', managed('one'), { userId: 'u-etag' });
    expect((await app.account(token, 'GET', path, again)).status).toBe(200);
  });
});
