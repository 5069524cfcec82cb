import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';

const EMAIL = 'ada@example.com';
const PHONE = '447911123456';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
  await app.enableAccountCenter();
});

const send = (body: object) => app.management('POST', '/api/verification-codes', body);
const check = (body: object) => app.management('POST', '/api/verification-codes/verify', body);
const problem = (code: string, status = 400) => ({ status, body: { code } });
const wrong = (code: string) => (code === '000000' ? '000001' : '000000');
const settings = (change: object) => app.management('PATCH', '/api/sign-in-exp', change);

describe('a code that a service sends', () => {
  test.each([
    ['email', { email: EMAIL }, EMAIL],
    ['phone', { phone: PHONE }, PHONE],
  ])('by %s is checked once', async (channel, target, to) => {
    expect(await send(target)).toMatchObject({ status: 204, body: undefined });
    expect(app.messenger.sent).toEqual([
      { channel, to, usage: 'Generic', code: expect.stringMatching(/^\d{6}$/), expiresAt: expect.any(Date) },
    ]);
    const code = app.messenger.codeTo(to);
    expect(await check({ ...target, verificationCode: wrong(code) })).toMatchObject(
      problem('verification_code.code_mismatch'),
    );
    expect(await app.events()).toMatchObject([{ type: 'proof-failed', userId: null }]);
    expect(await check({ ...target, verificationCode: code })).toMatchObject({ status: 204, body: undefined });
    expect(await check({ ...target, verificationCode: code })).toMatchObject(problem('verification_code.not_found'));
    expect(await app.events()).toEqual([]);
  });

  test('is found by every spelling of the address, and by no other', async () => {
    await send({ email: 'Ada@Example.com' });
    expect(app.messenger.sent).toMatchObject([{ to: 'Ada@Example.com' }]);
    const code = app.messenger.codeTo('Ada@Example.com');
    expect(await check({ email: 'bob@example.com', verificationCode: code })).toMatchObject(
      problem('verification_code.not_found'),
    );
    expect(await check({ phone: PHONE, verificationCode: code })).toMatchObject(problem('verification_code.not_found'));
    expect(await check({ email: ' ADA@example.com', verificationCode: code })).toMatchObject({ status: 204 });
  });

  test('takes the place of the one before', async () => {
    await send({ email: EMAIL });
    const first = app.messenger.codeTo(EMAIL);
    await send({ email: EMAIL });
    const second = app.messenger.codeTo(EMAIL);
    if (first !== second) {
      expect(await check({ email: EMAIL, verificationCode: first })).toMatchObject(
        problem('verification_code.code_mismatch'),
      );
    }
    expect(await check({ email: EMAIL, verificationCode: second })).toMatchObject({ status: 204 });
  });

  test('ends by the policy of the moment', async () => {
    await send({ email: EMAIL });
    const verificationCode = app.messenger.codeTo(EMAIL);
    app.clock.advance(600_000);
    expect(await check({ email: EMAIL, verificationCode })).toMatchObject(problem('verification_code.expired'));
    await settings({ verificationCodePolicy: { expirationDuration: 3600 } });
    app.clock.advance(2_999_999);
    expect(await check({ email: EMAIL, verificationCode })).toMatchObject({ status: 204 });
    await send({ email: EMAIL });
    app.clock.advance(3_600_000);
    expect(await check({ email: EMAIL, verificationCode: app.messenger.codeTo(EMAIL) })).toMatchObject(
      problem('verification_code.expired'),
    );
  });

  test('is guessed at ten times at most, however many try at once', async () => {
    await send({ email: EMAIL });
    const verificationCode = wrong(app.messenger.codeTo(EMAIL));
    const answers = await Promise.all(Array.from({ length: 30 }, () => check({ email: EMAIL, verificationCode })));
    const told = answers.flatMap(({ body }) => (body.code === 'verification_code.code_mismatch' ? [body.data] : []));
    expect(told.map(({ triesLeft }) => triesLeft).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(answers.filter(({ body }) => body.code === 'verification_code.exceed_max_try')).toHaveLength(20);
  });

  test('locks its address alone after too many wrong ones, until an administrator releases its owner', async () => {
    const user = await app.createUser({ email: EMAIL });
    const token = await app.signIn(user);
    await settings({ sentinelPolicy: { maxAttempts: 2, lockoutDuration: 60 } });
    await app.events();
    await send({ email: EMAIL });
    const verificationCode = app.messenger.codeTo(EMAIL);
    await check({ email: EMAIL, verificationCode: wrong(verificationCode) });
    for (const code of [wrong(verificationCode), verificationCode]) {
      expect(await check({ email: EMAIL, verificationCode: code })).toMatchObject(
        problem('session.verification_blocked_too_many_attempts'),
      );
    }
    expect((await app.events()).map(({ type, data }) => [type, data])).toEqual([
      ['proof-failed', { method: 'email', purpose: 'generic' }],
      ['proof-failed', { method: 'email', purpose: 'generic' }],
      ['identifier-lockout', { identifier: 'email' }],
    ]);
    // Nobody is kept from signing in or proving themselves by what a service's visitors typed.
    expect(await app.prove(token, user)).toMatch(/./);
    await send({ email: 'bob@example.com' });
    expect(
      await check({ email: 'bob@example.com', verificationCode: app.messenger.codeTo('bob@example.com') }),
    ).toMatchObject({ status: 204 });
    await app.management('POST', '/api/sentinel-activities/delete', { targetType: 'User', targets: [user.id] });
    expect(await check({ email: EMAIL, verificationCode })).toMatchObject({ status: 204 });
  });

  test('is no code of a record, nor the other way round', async () => {
    const user = await app.createUser({ email: EMAIL });
    const token = await app.signIn(user);
    const identifier = { type: 'email', value: EMAIL };
    const record = await app.account(token, 'POST', '/api/verifications/verification-code', { body: { identifier } });
    const ofRecord = app.messenger.codeTo(EMAIL);
    expect(await check({ email: EMAIL, verificationCode: ofRecord })).toMatchObject(
      problem('verification_code.not_found'),
    );
    await send({ email: EMAIL });
    const generic = app.messenger.codeTo(EMAIL);
    if (generic !== ofRecord) {
      const body = { identifier, verificationId: record.body.verificationRecordId, code: generic };
      expect(await app.account(token, 'POST', '/api/verifications/verification-code/verify', { body })).toMatchObject(
        problem('verification_code.code_mismatch'),
      );
    }
  });

  test.each<[object, number, string]>([
    [{}, 400, 'guard.invalid_input'],
    [{ email: [EMAIL, 'evil@example.com'] }, 400, 'guard.invalid_input'],
    [{ email: 'ada@example.com,evil@example.com' }, 400, 'guard.invalid_input'],
    [{ email: 'ada@example.com\r\nBcc: evil@example.com' }, 400, 'guard.invalid_input'],
    [{ phone: '+447911123456' }, 400, 'guard.invalid_input'],
    [{ phone: { $ne: '' } }, 400, 'guard.invalid_input'],
    [{ phone: '4'.repeat(33) }, 422, 'entity.value_too_long'],
    [{ email: `${'a'.repeat(117)}@example.com` }, 422, 'entity.value_too_long'],
  ])('does not go to %j', async (body, status, code) => {
    expect(await send(body)).toMatchObject(problem(code, status));
    expect(app.messenger.sent).toEqual([]);
  });

  test('is for services alone', async () => {
    const token = await app.signIn(await app.createUser());
    for (const path of ['/api/verification-codes', '/api/verification-codes/verify']) {
      const body = { email: EMAIL, verificationCode: '1' };
      expect(await app.account(token, 'POST', path, { body })).toMatchObject({ status: 401 });
    }
  });
});
