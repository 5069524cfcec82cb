import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken, type TestUser } from '../testing/create-test-app.ts';

const strong = 'Blue-kettle-sings-47';

describe('change the password', () => {
  let app: TestApp;
  let user: TestUser;
  let token: TestToken;

  beforeAll(async () => {
    app = await createTestApp();
    await app.enableAccountCenter();
  });
  beforeEach(async () => {
    user = await app.createUser();
    token = await app.signIn(user);
    await app.events();
  });

  const post = (password: unknown, proof?: string, bearer = token) =>
    app.account(bearer, 'POST', '/api/my-account/password', { body: { password }, ...(proof && { proof }) });
  const verify = (password: string, bearer = token) =>
    app.account(bearer, 'POST', '/api/verifications/password', { body: { password } });

  test('with a proof; the new password then works and the old one does not', async () => {
    const proof = await app.prove(token, user);
    expect(await post(strong, proof)).toMatchObject({ status: 204, body: undefined });
    expect(await app.events()).toEqual([
      {
        type: 'credential-change',
        userId: user.id,
        data: { credential: 'password', change: 'update', proven: true, endedSessions: 0 },
        outbox: ['notice:credential-change', 'webhook:User.Data.Updated'],
      },
    ]);
    expect((await verify(strong)).status).toBe(201);
    expect((await verify(user.password)).status).toBe(422);
  });

  test('needs a proof from somebody who can give one', async () => {
    expect(await post(strong)).toMatchObject({ status: 401, body: { code: 'verification_record.permission_denied' } });
    expect(await post(strong, '')).toMatchObject({ status: 401 });
    expect((await verify(user.password)).status).toBe(201);
  });

  test('a first password needs none from somebody without any means', async () => {
    const person = await app.createUser({ password: null });
    const bearer = await app.signIn(person);
    await app.events();
    expect(await post(strong, undefined, bearer)).toMatchObject({ status: 204 });
    expect(await app.events()).toMatchObject([{ data: { change: 'create', proven: false } }]);
    expect(await post('Another-fine-phrase-9', undefined, bearer)).toMatchObject({ status: 401 });
  });

  test('of ten first passwords at the same moment, one is set', async () => {
    const person = await app.createUser({ password: null });
    const bearer = await app.signIn(person);
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => post(`${strong}-${i}`, undefined, bearer)));
    expect(answers.filter(answer => answer.status === 204)).toHaveLength(1);
    expect(answers.filter(answer => answer.status === 401)).toHaveLength(9);
  });

  test('somebody with an email but no password needs a proof too', async () => {
    const person = await app.createUser({ password: null, email: `${user.id}@example.com` });
    expect(await post(strong, undefined, await app.signIn(person))).toMatchObject({
      status: 401,
      body: { data: { acceptableMethods: ['email'] } },
    });
  });

  test.each<[string, unknown, number, string]>([
    ['nothing', undefined, 400, 'guard.invalid_input'],
    ['an empty password', '', 400, 'guard.invalid_input'],
    ['a number', 12345678, 400, 'guard.invalid_input'],
    ['seven characters', 'aB3-xyz', 422, 'password.rejected'],
    ['a common one', 'password123', 422, 'password.rejected'],
    ['257 characters', `${'aB3-'.repeat(64)}x`, 422, 'password.rejected'],
  ])('refuses %s', async (_, password, status, code) => {
    const proof = await app.prove(token, user);
    expect(await post(password, proof)).toMatchObject({ status, body: { code } });
    expect(await app.events()).toEqual([]);
  });

  test('says every reason at once, as the wire lists them', async () => {
    const proof = await app.prove(token, user);
    const { body } = await post('short', proof);
    expect(body.data).toEqual([{ code: 'password_rejected.too_short', interpolation: { min: 8 } }]);
  });

  test('refuses the same password', async () => {
    const proof = await app.prove(token, user);
    await post(strong, proof);
    const again = await verify(strong);
    expect(await post(strong, again.body.verificationRecordId)).toMatchObject({
      status: 422,
      body: { code: 'user.same_password' },
    });
  });

  test('judges third party before proof before field', async () => {
    const closed = await createTestApp();
    await closed.enableAccountCenter({ password: 'ReadOnly' });
    const person = await closed.createUser();
    const send = (bearer: TestToken, proof?: string) =>
      closed.account(bearer, 'POST', '/api/my-account/password', {
        body: { password: strong },
        ...(proof && { proof }),
      });
    expect(await send(await closed.signIn(person, { clientId: 'third' }))).toMatchObject({ status: 403 });
    const own = await closed.signIn(person);
    expect(await send(own)).toMatchObject({ status: 401 });
    const proof = await closed.prove(own, person);
    expect(await send(own, proof)).toMatchObject({ status: 400, body: { code: 'account_center.field_not_editable' } });
  });

  test('ends the other sessions, keeps the own one, and kills the proofs of the old password', async () => {
    const other = await app.signIn(user);
    const sameSession = await app.signIn(user, { sessionUid: token.sessionUid });
    const proof = await app.prove(token, user);
    expect((await post(strong, proof)).status).toBe(204);
    const read = (bearer: TestToken) => app.account(bearer, 'GET', '/api/my-account');
    expect((await read(other)).status).toBe(401);
    expect((await read(token)).status).toBe(200);
    expect((await read(sameSession)).status).toBe(200);
    expect(await app.events()).toMatchObject([{ data: { endedSessions: 1 } }]);
    expect(await post('Another-fine-phrase-9', proof)).toMatchObject({ status: 401 });
  });

  test('keeps the other sessions where the policy says so', async () => {
    const kept = await createTestApp();
    await kept.enableAccountCenter();
    await kept.management('PATCH', '/api/account-center/step-up-policy', { preset: 'compatible' });
    const person = await kept.createUser();
    const own = await kept.signIn(person);
    const other = await kept.signIn(person);
    const proof = await kept.prove(own, person);
    const change = (password: string) =>
      kept.account(own, 'POST', '/api/my-account/password', { body: { password }, proof });
    expect((await change(strong)).status).toBe(204);
    expect((await kept.account(other, 'GET', '/api/my-account')).status).toBe(200);
    expect((await change('Another-fine-phrase-9')).status).toBe(204);
  });
});

describe('with a service of leaked passwords', () => {
  test('it is asked about a password that nothing else speaks against, and its word counts', async () => {
    const asked: string[] = [];
    const breachCheck = async (password: string) => {
      asked.push(password);
      return password === strong;
    };
    const app = await createTestApp({ parts: { breachCheck } });
    await app.enableAccountCenter();
    const user = await app.createUser();
    const token = await app.signIn(user);
    const proof = await app.prove(token, user);
    const change = (password: string) =>
      app.account(token, 'POST', '/api/my-account/password', { body: { password }, proof });
    expect(await change('short')).toMatchObject({ status: 422 });
    expect(await change(strong)).toMatchObject({ status: 422, body: { data: [{ code: 'password_rejected.pwned' }] } });
    expect(await change(`${strong}-more`)).toMatchObject({ status: 204 });
    expect(asked).toEqual([strong, `${strong}-more`]);
  });
});
