import type { SensitiveAction } from '@freehold/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken, type TestUser } from '../testing/create-test-app.ts';

describe('prove who you are by password', () => {
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

  const verify = (body: unknown, bearer = token) =>
    app.account(bearer, 'POST', '/api/verifications/password', { body });
  const remove = (proof: string, bearer = token) =>
    app.account(bearer, 'PATCH', '/api/my-account', { body: { username: null }, proof });
  const DENIED = { status: 401, body: { code: 'verification_record.permission_denied' } };
  // With a right proof the request gets one step further: to the rule that an identifier must remain.
  const PROVEN = { status: 400, body: { code: 'user.last_sign_in_method_required' } };

  test('a right password makes a record of ten minutes', async () => {
    const answer = await verify({ password: user.password });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      verificationRecordId: expect.stringMatching(/^[0-9a-z]{21}$/),
      expiresAt: new Date(app.clock().getTime() + 600_000).toISOString(),
    });
    expect(await app.events()).toEqual([
      { type: 'proof-given', userId: user.id, data: { method: 'password' }, outbox: [] },
    ]);
    expect(await remove(answer.body.verificationRecordId)).toMatchObject(PROVEN);
  });

  test.each<[string, unknown, number, string]>([
    ['a wrong password', { password: 'wrong' }, 422, 'session.invalid_credentials'],
    ['an empty password', { password: '' }, 400, 'guard.invalid_input'],
    ['no password', {}, 400, 'guard.invalid_input'],
    ['a list of passwords', { password: ['a'] }, 400, 'guard.invalid_input'],
    ['an unknown action', { password: 'x', action: 'everything' }, 400, 'guard.invalid_input'],
  ])('%s', async (_, body, status, code) => {
    expect(await verify(body)).toMatchObject({ status, body: { code } });
    expect((await app.events()).map(event => event.type)).toEqual(status === 422 ? ['proof-failed'] : []);
  });

  test('somebody without a password is answered like somebody with another one', async () => {
    const person = await app.createUser({ password: null });
    expect(await verify({ password: 'x' }, await app.signIn(person))).toMatchObject({
      status: 422,
      body: { code: 'session.invalid_credentials' },
    });
  });

  test('a third party cannot ask', async () => {
    const third = await app.signIn(user, { clientId: 'third' });
    expect(await verify({ password: user.password }, third)).toMatchObject({ status: 403 });
  });

  describe('a record serves', () => {
    test('again and again within its ten minutes, and not after', async () => {
      const proof = await app.prove(token, user);
      expect(await remove(proof)).toMatchObject(PROVEN);
      app.clock.advance(599_000);
      expect(await remove(proof)).toMatchObject(PROVEN);
      app.clock.advance(1_001);
      expect(await remove(proof)).toMatchObject(DENIED);
    });

    test('another token of the same session and client', async () => {
      const proof = await app.prove(token, user);
      expect(await remove(proof, await app.signIn(user, { sessionUid: token.sessionUid }))).toMatchObject(PROVEN);
    });

    test('only the action that it was made for, where it names one', async () => {
      const { body } = await verify({ password: user.password, action: 'password.set' });
      expect(await remove(body.verificationRecordId)).toMatchObject(DENIED);
      const right = await verify({ password: user.password, action: 'username.remove' });
      expect(await remove(right.body.verificationRecordId)).toMatchObject(PROVEN);
    });
  });

  describe('a record does not serve', () => {
    test('another user', async () => {
      const thief = await app.createUser();
      const proof = await app.prove(token, user);
      expect(await remove(proof, await app.signIn(thief))).toMatchObject(DENIED);
    });
    test('another session of the same user', async () => {
      const proof = await app.prove(token, user);
      expect(await remove(proof, await app.signIn(user))).toMatchObject(DENIED);
    });
    test('another client in the same session', async () => {
      const proof = await app.prove(token, user);
      const other = await app.signIn(user, { sessionUid: token.sessionUid, clientId: 'account-center' });
      expect(await remove(proof, other)).toMatchObject(DENIED);
    });
    test('a token without a session, nor the other way round', async () => {
      const loose = await app.signIn(user, { sessionUid: null });
      const proof = await app.prove(token, user);
      expect(await remove(proof, loose)).toMatchObject(DENIED);
      const looseProof = await app.prove(loose, user);
      expect(await remove(looseProof, loose)).toMatchObject(PROVEN);
      expect(await remove(looseProof)).toMatchObject(DENIED);
      expect(await remove(looseProof, await app.signIn(user, { sessionUid: null }))).toMatchObject(DENIED);
    });
    test.each([['unknown00000000000000'], ['\u00e9'], ["' OR 1=1"]])('when its id is %s', async id => {
      expect(await remove(id)).toMatchObject(DENIED);
    });
  });

  describe('under the strict preset', () => {
    let strict: TestApp;
    beforeAll(async () => {
      strict = await createTestApp();
      await strict.enableAccountCenter();
      await strict.management('PATCH', '/api/account-center/step-up-policy', { preset: 'strict' });
    });

    test('a proof is used up by the change that it allowed, and not by one that failed', async () => {
      const person = await strict.createUser();
      const bearer = await strict.signIn(person);
      const proof = await strict.prove(bearer, person, 'username.change');
      const rename = (username: string) =>
        strict.account(bearer, 'PATCH', '/api/my-account', { body: { username }, proof });
      await strict.createUser({ username: `taken${person.id}` });
      expect(await rename(`taken${person.id}`)).toMatchObject({ status: 422 });
      expect(await rename(`free${person.id}`)).toMatchObject({ status: 200 });
      expect(await rename(`again${person.id}`)).toMatchObject(DENIED);
    });

    test.each<[string, SensitiveAction | undefined]>([
      ['for no action in particular', undefined],
      ['for another action', 'username.remove'],
    ])('a proof that was given %s opens nothing, and is not used up', async (_, action) => {
      const person = await strict.createUser();
      const bearer = await strict.signIn(person);
      const proof = await strict.prove(bearer, person, action);
      const body = { username: `new_${person.id}` };
      expect(await strict.account(bearer, 'PATCH', '/api/my-account', { body, proof })).toMatchObject({
        ...DENIED,
        body: { data: { action: 'username.change', boundToAction: true } },
      });
      await strict.management('PATCH', '/api/account-center/step-up-policy', {
        actions: { 'username.change': { singleUse: false } },
      });
      const again = await strict.account(bearer, 'PATCH', '/api/my-account', { body, proof });
      expect(again.status).toBe(action === undefined ? 200 : 401);
      await strict.management('PATCH', '/api/account-center/step-up-policy', { preset: 'strict' });
    });

    test('of ten changes with one proof at the same moment, one is made', async () => {
      const person = await strict.createUser();
      const bearer = await strict.signIn(person);
      const proof = await strict.prove(bearer, person, 'username.change');
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          strict.account(bearer, 'PATCH', '/api/my-account', { body: { username: `n${i}_${person.id}` }, proof }),
        ),
      );
      expect(answers.map(answer => answer.status).sort()).toEqual([200, ...Array(9).fill(401)]);
    });
  });

  describe('too many wrong passwords', () => {
    test('thirty at the same moment are judged no more often than the policy says', async () => {
      let judged = 0;
      const base = await createTestApp();
      const hasher = {
        ...base.hasher,
        verify: (...args: Parameters<typeof base.hasher.verify>) => {
          judged++;
          return base.hasher.verify(...args);
        },
      };
      const guarded = await createTestApp({ parts: { hasher } });
      await guarded.enableAccountCenter();
      await guarded.management('PATCH', '/api/sign-in-exp', {
        sentinelPolicy: { maxAttempts: 10, lockoutDuration: 30 },
      });
      const person = await guarded.createUser();
      const bearer = await guarded.signIn(person);
      await guarded.events();
      const answers = await Promise.all(
        Array.from({ length: 30 }, () =>
          guarded.account(bearer, 'POST', '/api/verifications/password', { body: { password: 'no' } }),
        ),
      );
      const codes = answers.map(answer => answer.body.code);
      expect(judged).toBe(10);
      expect(codes.filter(code => code === 'session.invalid_credentials')).toHaveLength(9);
      expect(codes.filter(code => code === 'session.verification_blocked_too_many_attempts')).toHaveLength(21);
      const events = await guarded.events();
      expect(events.filter(event => event.type === 'identifier-lockout')).toEqual([
        expect.objectContaining({
          userId: person.id,
          outbox: ['notice:identifier-lockout', 'webhook:Identifier.Lockout'],
        }),
      ]);
      expect(events.filter(event => event.type === 'proof-failed')).toHaveLength(10);
      // The right password does not help while the lock lasts; an administrator, or time, does.
      const right = () =>
        guarded.account(bearer, 'POST', '/api/verifications/password', { body: { password: person.password } });
      const refused = await right();
      expect(refused).toMatchObject({ status: 400, body: { code: 'session.verification_blocked_too_many_attempts' } });
      expect(Number(refused.headers['retry-after'])).toBe(1800);
      expect(judged).toBe(10);
      await guarded.management('POST', '/api/sentinel-activities/delete', { targetType: 'User', targets: [person.id] });
      expect(await right()).toMatchObject({ status: 201 });
    });
  });
});

test('a right password gives its place back, and takes none from wrong ones', async () => {
  const app = await createTestApp();
  await app.enableAccountCenter();
  await app.management('PATCH', '/api/sign-in-exp', { sentinelPolicy: { maxAttempts: 2, lockoutDuration: 30 } });
  const user = await app.createUser();
  const token = await app.signIn(user);
  const prove = async (password: string) =>
    (await app.account(token, 'POST', '/api/verifications/password', { body: { password } })).status;
  for (const _ of Array(3).keys()) expect(await prove(user.password)).toBe(201);
  expect(await prove('no')).toBe(422);
  for (const _ of Array(3).keys()) expect(await prove(user.password)).toBe(201);
  expect(await prove('no')).toBe(400);
});

test('a password that is changed while it is judged proves nothing', async () => {
  const base = await createTestApp();
  let change = async () => {};
  const verify: typeof base.hasher.verify = async (...password) => {
    const right = await base.hasher.verify(...password);
    await change();
    return right;
  };
  const app = await createTestApp({ parts: { hasher: { ...base.hasher, verify } } });
  await app.enableAccountCenter();
  const user = await app.createUser();
  const token = await app.signIn(user);
  await app.events();
  change = () => app.changeUser(user, { password_updated_at: app.clock() });
  const answer = await app.account(token, 'POST', '/api/verifications/password', { body: { password: user.password } });
  expect(answer).toMatchObject({ status: 422, body: { code: 'session.invalid_credentials' } });
  expect(await app.events()).toEqual([]);
});
