/** A change whose token or proof dies after it was judged, and before the change has locked its user. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken, type TestUser } from '../testing/create-test-app.ts';
import { createMeddling, type Meddling } from '../testing/meddling.ts';
import { testDatabase } from '../testing/test-database.ts';

const phone = '447911123456';
let app: TestApp;
let meddling: Meddling;
let user: TestUser;
let token: TestToken;

beforeEach(async () => {
  meddling = createMeddling(await testDatabase());
  app = await createTestApp({ database: meddling.database });
  await app.enableAccountCenter();
  user = await app.createUser({ email: 'ada@example.com', phone });
  const identity = { userId: 'ada-at-github' };
  expect((await app.management('PUT', `/api/users/${user.id}/identities/github`, identity)).status).toBeLessThan(300);
  token = await app.signIn(user);
});
afterEach(() => expect(meddling.isWaiting()).toBe(false));

const unauthorized = { status: 401, body: { code: 'auth.unauthorized' } };
const denied = { status: 401, body: { code: 'verification_record.permission_denied' } };
const state = async () => (await app.management('GET', `/api/users/${user.id}`)).body;

/** What an intruder with a session and a good proof would do, each with the statement that judges last before it. */
const changes: readonly [string, string, string, string, object?][] = [
  ['removing the email', 'records.find-usable', 'DELETE', '/api/my-account/primary-email'],
  ['removing the phone', 'records.find-usable', 'DELETE', '/api/my-account/primary-phone'],
  ['unlinking', 'records.find-usable', 'DELETE', '/api/my-account/identities/github'],
  ['removing the username', 'records.find-usable', 'PATCH', '/api/my-account', { username: null }],
  ['a new name', 'principal.find', 'PATCH', '/api/my-account', { name: 'Mallory' }],
  ['a profile', 'principal.find', 'PATCH', '/api/my-account/profile', { nickname: 'mallory' }],
];

describe.each(changes)('%s', (_, judged, method, path, body) => {
  const send = (bearer: TestToken, proof: string) =>
    app.account(bearer, method, path, { ...(body && { body }), proof });

  test('is done when nothing comes between', async () => {
    expect((await send(token, await app.prove(token, user))).status).toBeLessThan(300);
  });

  test('is refused when the owner has changed the password meanwhile, and with it ended the session', async () => {
    const intruder = await app.signIn(user);
    const proof = await app.prove(intruder, user);
    const byOwner = await app.prove(token, user);
    const before = await state();
    meddling.after(judged, async () => {
      const change = { body: { password: 'correct horse battery staple' }, proof: byOwner };
      expect((await app.account(token, 'POST', '/api/my-account/password', change)).status).toBe(204);
    });
    expect(await send(intruder, proof)).toMatchObject(unauthorized);
    expect({ ...(await state()), updatedAt: 0 }).toEqual({ ...before, updatedAt: 0 });
  });

  test('is refused when the user has been suspended or deleted meanwhile', async () => {
    const proof = await app.prove(token, user);
    meddling.after(judged, () => app.management('PATCH', `/api/users/${user.id}/is-suspended`, { isSuspended: true }));
    expect(await send(token, proof)).toMatchObject(unauthorized);
  });
});

test('a proof by an address that has changed meanwhile opens nothing, though the session lives', async () => {
  const identifier = { type: 'email', value: 'ada@example.com' };
  const sent = await app.account(token, 'POST', '/api/verifications/verification-code', { body: { identifier } });
  const proof = sent.body.verificationRecordId;
  const entered = { identifier, verificationId: proof, code: app.messenger.sent.at(-1)?.code ?? '' };
  const verify = '/api/verifications/verification-code/verify';
  expect((await app.account(token, 'POST', verify, { body: entered })).status).toBe(200);
  meddling.after('records.find-usable', async () => {
    expect((await app.account(token, 'DELETE', '/api/my-account/primary-email', { proof })).status).toBe(204);
  });
  expect(await app.account(token, 'DELETE', '/api/my-account/primary-phone', { proof })).toMatchObject(denied);
  expect((await state()).primaryPhone).toBe(phone);
});
