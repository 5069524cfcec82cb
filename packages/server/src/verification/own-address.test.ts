/** Codes to "my own address", for callers who may not know which one that is. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken, type TestUser } from '../testing/create-test-app.ts';

const SEND = '/api/verifications/verification-code';
const VERIFY = '/api/verifications/verification-code/verify';
const EMAIL = 'Ada@Example.com';
const PHONE = '447911123456';

let app: TestApp;
let user: TestUser;
let token: TestToken;
beforeEach(async () => {
  app = await createTestApp();
  await app.enableAccountCenter();
  user = await app.createUser({ email: EMAIL, phone: PHONE });
  token = await app.signIn(user);
});

const send = (identifier: unknown, more: object = {}, bearer = token) =>
  app.account(bearer, 'POST', SEND, { body: { identifier, ...more } });
const enter = (identifier: unknown, verificationId: string, code: string, method = 'POST') =>
  app.account(token, method, VERIFY, { body: { identifier, verificationId, code } });
const problem = (status: number, code: string) => ({ status, body: { code } });
const own = (type: string) => ({ type, own: true });
const removeEmail = (proof: string) => app.account(token, 'DELETE', '/api/my-account/primary-email', { proof });

describe.each([
  ['email', EMAIL],
  ['phone', PHONE],
])('by %s', (type, to) => {
  test.each(['POST', 'PATCH'])('the code goes where it is stored, and proves the person (%s)', async method => {
    const sent = await send(own(type));
    expect(sent.status).toBe(201);
    expect(app.messenger.sent).toMatchObject([{ channel: type, to, usage: 'UserPermissionValidation' }]);
    // Nothing in the answer says which address it was.
    expect(Object.keys(sent.body)).toEqual(['verificationRecordId', 'verificationId', 'expiresAt', 'codeExpiresIn']);
    const id = sent.body.verificationRecordId;
    expect(await enter(own(type), id, app.messenger.codeTo(to), method)).toMatchObject({
      status: 200,
      body: { verificationRecordId: id },
    });
    expect((await removeEmail(id)).status).toBe(204);
  });

  test('both ways of saying it mean the same record', async () => {
    const first = (await send(own(type))).body.verificationRecordId;
    expect((await enter({ type, value: to }, first, app.messenger.codeTo(to))).status).toBe(200);
    app.messenger.sent.length = 0;
    const second = (await send({ type, value: to })).body.verificationRecordId;
    expect((await enter(own(type), second, app.messenger.codeTo(to))).status).toBe(200);
  });

  test('is refused where there is none', async () => {
    const bare = await app.signIn(await app.createUser());
    expect(await send(own(type), {}, bare)).toMatchObject(problem(400, 'verification_record.not_found'));
    expect(app.messenger.sent).toEqual([]);
    expect(await app.events()).toEqual([]);
  });

  test('counts wrong tries', async () => {
    const { verificationRecordId: id } = (await send(own(type))).body;
    expect(await enter(own(type), id, 'wrong!')).toMatchObject({
      status: 400,
      body: { code: 'verification_code.code_mismatch', data: { triesLeft: 9 } },
    });
  });

  test('is refused for a third party', async () => {
    const third = await app.signIn(user, { clientId: 'somebody-else' });
    expect(await send(own(type), {}, third)).toMatchObject(problem(403, 'auth.third_party_application_forbidden'));
  });
});

test('works where the field policy hides the address', async () => {
  await app.enableAccountCenter({ email: 'Off', username: 'Edit' });
  expect((await app.account(token, 'GET', '/api/my-account')).body).not.toHaveProperty('primaryEmail');
  const { verificationRecordId: id } = (await send(own('email'))).body;
  expect((await enter(own('email'), id, app.messenger.codeTo(EMAIL))).status).toBe(200);
});

test('an address that has become another proves nothing', async () => {
  const { verificationRecordId: id } = (await send(own('email'))).body;
  await app.changeUser(user, { primary_email: 'new@example.com', email_key: 'new@example.com' });
  expect(await enter(own('email'), id, app.messenger.codeTo(EMAIL))).toMatchObject(
    problem(400, 'verification_record.not_found'),
  );
});

test('a code to a new address is never taken for one to the own', async () => {
  const sent = await send({ type: 'email', value: 'new@example.com' });
  const { verificationRecordId: id } = sent.body;
  expect((await enter(own('email'), id, app.messenger.codeTo('new@example.com'))).status).toBe(200);
  expect(await removeEmail(id)).toMatchObject(problem(401, 'verification_record.permission_denied'));
});

test('a value says more than `own`: the code goes to the value', async () => {
  await send({ type: 'email', value: 'new@example.com', own: true });
  expect(app.messenger.sent).toMatchObject([{ to: 'new@example.com', usage: 'BindNewIdentifier' }]);
});

describe('the wire is as it was', () => {
  const malformed: [string, unknown][] = [
    ['without a value', { type: 'email' }],
    ['without a value, a phone', { type: 'phone' }],
    ['with a value that is null', { type: 'email', value: null }],
    ['with `own` that is false', { type: 'email', own: false }],
    ['with `own` that is a text', { type: 'email', own: 'true' }],
    ['with `own` for a username', { type: 'username', own: true }],
  ];
  test.each(malformed)('an identifier %s is malformed, for both steps and verbs', async (_, identifier) => {
    expect(await send(identifier)).toMatchObject(problem(400, 'guard.invalid_input'));
    for (const method of ['POST', 'PATCH']) {
      expect(await enter(identifier, 'x', '123456', method)).toMatchObject(problem(400, 'guard.invalid_input'));
    }
    expect(app.messenger.sent).toEqual([]);
  });
});
