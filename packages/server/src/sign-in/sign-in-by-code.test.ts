/** Signing in and registering by codes, at the front door. */
import type { ServerResponse } from 'node:http';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, createTestApp, type TestUser } from '../testing/create-test-app.ts';
import { scriptedInteractions } from '../testing/scripted-interactions.ts';
import {
  codesAllowed,
  createSignInScene,
  method,
  outcome,
  type SignInScene,
  visitor,
  watchedDatabase,
} from '../testing/sign-in-scene.ts';
import { testDatabase } from '../testing/test-database.ts';
import { findUserByIdentifier } from '../users/index.ts';

let scene: SignInScene;
const email = (name: string) => `${name}@example.com`;
const sentTo = (address: string) => scene.app.messenger.sent.filter(({ to }) => to === address);
const accountOf = (type: 'email' | 'phone' | 'username', key: string) =>
  findUserByIdentifier(scene.app.database, scene.app.tenant.id, type, key);

describe('signing in by a code', () => {
  beforeAll(async () => {
    scene = await createSignInScene(codesAllowed);
  });

  test.each([
    ['email', 'Ada@Example.com', ' ada@example.com', 'EmailVerificationCode'],
    ['phone', '886912345678', '+886 912-345-678', 'PhoneVerificationCode'],
  ] as const)('leads from a code by %s to the engine', async (type, stored, typed, recordType) => {
    const { app, interactions } = scene;
    const user = await app.createUser(type === 'email' ? { email: stored } : { phone: stored });
    await app.events();
    const { start, askCode, enterCode, identify, progress, submit } = visitor(scene);
    await start('SignIn');
    const asked = await askCode(typed, 'SignIn');
    expect(asked).toMatchObject({ status: 200, body: { verificationId: expect.stringMatching(/^[a-z0-9]{21}$/) } });
    const { verificationId } = asked.body;
    expect(app.messenger.sent.at(-1)).toMatchObject({ channel: type, to: stored, usage: 'SignIn' });
    expect(outcome(await identify(verificationId))).toEqual([404, 'session.verification_session_not_found']);
    const entered = await enterCode(typed, verificationId, app.messenger.codeTo(stored));
    expect([entered.status, entered.body]).toEqual([200, { verificationId }]);
    expect(outcome(await submit())).toEqual([404, 'session.identifier_not_found']);
    expect((await identify(verificationId)).status).toBe(204);
    expect((await progress()).body).toMatchObject({
      userId: user.id,
      verificationRecords: [{ id: verificationId, type: recordType, verified: true, interactionEvent: 'SignIn' }],
    });
    expect((await submit()).status).toBe(200);
    expect(interactions.logins.at(-1)).toMatchObject({
      accountId: user.id,
      event: 'SignIn',
      submission: { verificationRecords: [{ id: verificationId, type: recordType, identifier: { type } }] },
    });
    expect(await app.events()).toEqual([]);
  });

  test('says to whoever has proven an address that nobody has it, and lets them register with the same code', async () => {
    const { app } = scene;
    const { start, proveAddress, identify, turnTo, submit } = visitor(scene);
    await start('SignIn');
    const verificationId = await proveAddress(email('newcomer'), 'SignIn');
    await app.events();
    expect(outcome(await identify(verificationId))).toEqual([404, 'user.user_not_exist']);
    expect((await turnTo('Register')).status).toBe(204);
    expect((await identify(verificationId)).status).toBe(201);
    const account = await accountOf('email', email('newcomer'));
    expect(account).toMatchObject({
      primary_email: email('newcomer'),
      password_digest: null,
      application_id: 'demo-app',
    });
    expect((await submit()).status).toBe(200);
    expect(await app.events()).toEqual([
      {
        type: 'account-created',
        userId: account?.id,
        data: { by: 'registration', clientId: 'demo-app' },
        outbox: ['webhook:User.Created'],
      },
    ]);
  });

  test('tells a suspension to whoever has proven the address', async () => {
    const user = await scene.app.createUser({ email: email('halted') });
    await scene.app.changeUser(user, { is_suspended: true });
    const { start, proveAddress, identify } = visitor(scene);
    await start('SignIn');
    expect(outcome(await identify(await proveAddress(email('halted'), 'SignIn')))).toEqual([401, 'user.suspended']);
  });

  test.each<[string, (user: TestUser, address: string) => Promise<unknown>, [number, string]]>([
    ['suspended', user => scene.app.changeUser(user, { is_suspended: true }), [401, 'user.suspended']],
    [
      'without the address',
      user => scene.app.changeUser(user, { primary_email: null, email_key: null }),
      [404, 'session.verification_session_not_found'],
    ],
    [
      'whose address is somebody else’s',
      async (user, address) => {
        await scene.app.changeUser(user, { primary_email: null, email_key: null });
        await scene.app.createUser({ email: address });
      },
      [404, 'session.verification_session_not_found'],
    ],
    [
      'with a new password',
      user => scene.app.management('PATCH', `/api/users/${user.id}/password`, { password: 'Another-Harbor-59' }),
      [404, 'session.verification_session_not_found'],
    ],
    [
      'gone',
      user => scene.app.management('DELETE', `/api/users/${user.id}`),
      [404, 'session.verification_session_not_found'],
    ],
  ])('somebody %s after the code does not sign in', async (what, change, refusal) => {
    const address = email(`fleeting-${what.replaceAll(/\W/g, '-')}`);
    const user = await scene.app.createUser({ email: address });
    const { start, proveAddress, identify, submit } = visitor(scene);
    await start('SignIn');
    expect((await identify(await proveAddress(address, 'SignIn'))).status).toBe(204);
    scene.app.clock.advance(1000);
    await change(user, address);
    expect(outcome(await submit())).toEqual(refusal);
  });

  test('a code that was asked for before a new password was set signs nobody in', async () => {
    const user = await scene.app.createUser({ email: email('recovering') });
    const { start, proveAddress, identify } = visitor(scene);
    await start('SignIn');
    const before = await proveAddress(email('recovering'), 'SignIn');
    scene.app.clock.advance(1000);
    await scene.app.management('PATCH', `/api/users/${user.id}/password`, { password: 'Another-Harbor-59' });
    expect(outcome(await identify(before))).toEqual([404, 'session.verification_session_not_found']);
    scene.app.clock.advance(1000);
    expect((await identify(await proveAddress(email('recovering'), 'SignIn'))).status).toBe(204);
  });

  test('whoever is identified by one address is not identified by another’s', async () => {
    await scene.app.createUser({ email: email('first') });
    await scene.app.createUser({ email: email('second') });
    const { start, proveAddress, identify, progress } = visitor(scene);
    await start('SignIn');
    expect((await identify(await proveAddress(email('first'), 'SignIn'))).status).toBe(204);
    const { userId } = (await progress()).body;
    const second = await proveAddress(email('second'), 'SignIn');
    expect(outcome(await identify(second))).toEqual([409, 'session.identity_conflict']);
    expect((await progress()).body.userId).toBe(userId);
  });
});

test('many verifications make room for each other, but not for the one that identified somebody', async () => {
  scene = await createSignInScene(codesAllowed);
  await scene.app.createUser({ email: email('patient') });
  const { start, proveAddress, askCode, identify, progress, submit } = visitor(scene);
  await start('SignIn');
  const proof = await proveAddress(email('patient'), 'SignIn');
  expect((await identify(proof)).status).toBe(204);
  for (let i = 0; i < 12; i++) await askCode(email(`other-${i}`), 'SignIn');
  const { verificationRecords } = (await progress()).body;
  expect(verificationRecords).toHaveLength(10);
  expect(verificationRecords[0].id).toBe(proof);
  expect(verificationRecords[9].identifier.value).toBe(email('other-11'));
  expect((await submit()).status).toBe(200);
});

describe('what the settings do not offer is refused alike for everybody', () => {
  beforeAll(async () => {
    scene = await createSignInScene();
    await scene.app.createUser({ email: email('known'), phone: '886912345678' });
  });
  const notEnabled = [422, 'user.sign_in_method_not_enabled'];

  test.each([
    ['SignIn', email('known')],
    ['SignIn', email('unknown')],
    ['SignIn', '886912345678'],
    ['Register', email('known')],
    ['Register', email('unknown')],
    ['Register', '886987654321'],
  ])('%s by %s on a fresh installation', async (event, address) => {
    const { start, askCode } = visitor(scene);
    await start('SignIn');
    expect(outcome(await askCode(address, event))).toEqual(notEnabled);
    expect(scene.app.messenger.sent).toEqual([]);
  });

  test.each([
    ['Register', { ...codesAllowed, signInMode: 'SignIn' }],
    ['SignIn', { ...codesAllowed, signInMode: 'Register' }],
  ])('%s where the mode closes it', async (event, change) => {
    const closed = await createSignInScene(change);
    const { start, askCode } = visitor(closed);
    await start(event === 'Register' ? 'SignIn' : 'Register');
    expect(outcome(await askCode(email('known'), event))).toEqual([403, 'auth.forbidden']);
  });

  test('a proof by code signs nobody in once codes are closed', async () => {
    const open = await createSignInScene(codesAllowed);
    await open.app.createUser({ email: email('early') });
    const { start, proveAddress, identify } = visitor(open);
    await start('SignIn');
    const verificationId = await proveAddress(email('early'), 'SignIn');
    await open.settings({ signIn: { methods: [method('email', { code: false })] } });
    expect(outcome(await identify(verificationId))).toEqual(notEnabled);
  });

  test('without anything to send it with, no code is sent, and nobody learns whose address it is', async () => {
    const bare = await createSignInScene({ ...codesAllowed, signInMode: 'SignIn' }, { parts: { development: false } });
    await bare.app.createUser({ email: email('known') });
    const { start, askCode } = visitor(bare);
    await start('SignIn');
    for (const name of ['known', 'unknown']) {
      const answer = await askCode(email(name), 'SignIn');
      expect([answer.status, answer.body.code, answer.body.data]).toEqual([
        501,
        'connector.not_found',
        { type: 'Email' },
      ]);
    }
    expect(bare.app.messenger.sent).toEqual([]);
  });
});

describe('nobody learns who has an account', () => {
  let watched: ReturnType<typeof watchedDatabase>;
  const strip = ({ status, headers, body }: Answer) => {
    const { 'logto-core-request-id': _, date: __, ...rest } = headers;
    return { status, headers: rest, body: { ...body, verificationId: typeof body?.verificationId } };
  };
  /** Everything that a stranger can see of an address, and what the server did for it. */
  async function seen(address: string, event: string) {
    const { start, askCode, enterCode } = visitor(scene);
    await start(event);
    const answers: object[] = [];
    const note = async (request: Promise<Answer>) => {
      const answer = await request;
      answers.push({ ...strip(answer), statements: watched.statements.splice(0).sort() });
      return answer;
    };
    watched.statements.splice(0);
    const { body } = await note(askCode(address, event));
    await note(enterCode(address, body.verificationId, 'wrong!'));
    await note(enterCode('other@example.com', body.verificationId, '000000'));
    for (let i = 0; i < 9; i++) await note(askCode(address, event));
    await note(askCode(address, event));
    return answers;
  }

  beforeEach(async () => {
    watched = watchedDatabase(await testDatabase());
  });

  test.each([
    ['SignIn, where one can register', 'SignIn', codesAllowed, ['known', 'unknown']],
    ['SignIn, where one cannot', 'SignIn', { ...codesAllowed, signInMode: 'SignIn' }, ['known']],
    ['Register', 'Register', codesAllowed, ['known', 'unknown']],
    ['ForgotPassword', 'ForgotPassword', codesAllowed, ['known']],
  ])('%s: answers, limits and work are alike', async (_, event, change, written) => {
    scene = await createSignInScene(change, { database: watched.database });
    await scene.app.createUser({ email: email('known') });
    const known = await seen(email('known'), event);
    const unknown = await seen(email('unknown'), event);
    expect(unknown).toEqual(known);
    expect(known.map(answer => (answer as Answer).status)).toEqual([200, 400, 400, ...Array(9).fill(200), 429]);
    // Who is written to, a stranger cannot see.
    expect(new Set(scene.app.messenger.sent.map(({ to }) => to))).toEqual(new Set(written.map(email)));
  });

  test.each([
    ['slow', () => new Promise<never>(() => {})],
    ['broken', () => Promise.reject(new Error('the mail server is down'))],
  ])('a mail server that is %s tells nothing', async (_, send) => {
    const messenger = { send };
    scene = await createSignInScene({ ...codesAllowed, signInMode: 'SignIn' }, { parts: { messenger } });
    await scene.app.createUser({ email: email('known') });
    const answers: unknown[] = [];
    for (const name of ['known', 'unknown']) {
      const { start, askCode, enterCode } = visitor(scene);
      await start('SignIn');
      const asked = await askCode(email(name), 'SignIn');
      const entered = await enterCode(email(name), asked.body.verificationId, '000000x');
      answers.push([outcome(asked), outcome(entered), entered.body.data]);
    }
    const alike = [[200, undefined], [400, 'verification_code.code_mismatch'], { triesLeft: 9 }];
    expect(answers).toEqual([alike, alike]);
  });

  test.each([
    ['SignIn', { ...codesAllowed, signInMode: 'SignIn' }],
    ['ForgotPassword', codesAllowed],
  ])('%s: a message takes no time of its answer, it leaves afterwards', async (event, change) => {
    const interactions = scriptedInteractions();
    let response: ServerResponse | undefined;
    const find: typeof interactions.find = (request, answering) => {
      response = answering;
      return interactions.find(request, answering);
    };
    const answered: (boolean | undefined)[] = [];
    const messenger = { send: async () => void answered.push(response?.writableEnded) };
    scene = await createSignInScene(change, { parts: { messenger, interactions: { ...interactions, find } } });
    await scene.app.createUser({ email: email('known') });
    const { start, askCode } = visitor({ ...scene, interactions });
    await start(event);
    expect((await askCode(email('known'), event)).status).toBe(200);
    await expect.poll(() => answered).toEqual([true]);
  });

  test('a mail server that is down is told where it tells nothing', async () => {
    const messenger = { send: () => Promise.reject(new Error('the mail server is down')) };
    scene = await createSignInScene(codesAllowed, { parts: { messenger } });
    await scene.app.createUser({ email: email('known') });
    for (const name of ['known', 'unknown']) {
      const { start, askCode } = visitor(scene);
      await start('Register');
      expect(outcome(await askCode(email(name), 'Register'))).toEqual([500, 'server.internal_error']);
    }
  });

  test('that an address is taken is said after it was proven, and then it signs in', async () => {
    scene = await createSignInScene(codesAllowed);
    const user = await scene.app.createUser({ email: email('known') });
    const { start, proveAddress, identify, add, turnTo, progress } = visitor(scene);
    await start('Register');
    const verificationId = await proveAddress(email('known'), 'Register');
    expect(sentTo(email('known'))).toMatchObject([{ usage: 'Register' }]);
    expect(outcome(await add('email', { verificationId }))).toEqual([422, 'user.email_already_in_use']);
    expect(outcome(await identify(verificationId))).toEqual([422, 'user.email_already_in_use']);
    await turnTo('SignIn');
    expect((await identify(verificationId)).status).toBe(204);
    expect((await progress()).body.userId).toBe(user.id);
  });
});

describe('a code', () => {
  beforeEach(async () => {
    scene = await createSignInScene(codesAllowed);
    await scene.app.createUser({ email: email('ada') });
  });

  test('serves the sign-in that it was sent for, and no other browser’s', async () => {
    const [mine, other] = [visitor(scene), visitor(scene)];
    for (const { start } of [mine, other]) await start('SignIn');
    const asked = (await mine.askCode(email('ada'), 'SignIn')).body.verificationId;
    const code = scene.app.messenger.codeTo(email('ada'));
    const theirs = (await other.askCode(email('ada'), 'SignIn')).body.verificationId;
    const unknown = [404, 'session.verification_session_not_found'];
    expect(outcome(await other.enterCode(email('ada'), asked, code))).toEqual(unknown);
    expect(outcome(await other.enterCode(email('ada'), theirs, code))).toEqual([
      400,
      'verification_code.code_mismatch',
    ]);
    expect((await mine.enterCode(email('ada'), asked, code)).status).toBe(200);
    expect(outcome(await other.identify(asked))).toEqual(unknown);
    expect(outcome(await other.identify(theirs))).toEqual(unknown);
    expect((await mine.identify(asked)).status).toBe(204);
  });

  test('serves once, and its verification not after the sign-in began anew', async () => {
    const { start, askCode, enterCode, identify } = visitor(scene);
    await start('SignIn');
    const { verificationId } = (await askCode(email('ada'), 'SignIn')).body;
    const code = scene.app.messenger.codeTo(email('ada'));
    expect((await enterCode(email('ada'), verificationId, code)).status).toBe(200);
    expect(outcome(await enterCode(email('ada'), verificationId, code))).toEqual([400, 'verification_code.not_found']);
    await start('SignIn');
    expect(outcome(await identify(verificationId))).toEqual([404, 'session.verification_session_not_found']);
    expect(outcome(await enterCode(email('ada'), verificationId, code))).toEqual([
      404,
      'session.verification_session_not_found',
    ]);
  });

  test.each([
    ['of another address', email('eve'), 400, 'verification_code.email_mismatch'],
    ['of a phone number', '886912345678', 404, 'session.verification_session_not_found'],
  ])('is not one %s', async (_, said, status, code) => {
    const { start, askCode, enterCode } = visitor(scene);
    await start('SignIn');
    const { verificationId } = (await askCode(email('ada'), 'SignIn')).body;
    const right = scene.app.messenger.codeTo(email('ada'));
    expect(outcome(await enterCode(said, verificationId, right))).toEqual([status, code]);
  });

  test('ends after the tenant’s time, to the second', async () => {
    const { start, askCode, enterCode } = visitor(scene);
    await start('SignIn');
    const { verificationId } = (await askCode(email('ada'), 'SignIn')).body;
    const code = scene.app.messenger.codeTo(email('ada'));
    scene.app.clock.advance(600_000);
    expect(outcome(await enterCode(email('ada'), verificationId, code))).toEqual([400, 'verification_code.expired']);
    const again = (await askCode(email('ada'), 'SignIn')).body.verificationId;
    const next = scene.app.messenger.codeTo(email('ada'));
    scene.app.clock.advance(599_999);
    expect((await enterCode(email('ada'), again, next)).status).toBe(200);
  });

  test('is guessed ten times at most, however many guess at once; one right guess among them passes once', async () => {
    const { start, askCode, enterCode, cookie } = visitor(scene);
    await start('SignIn');
    const guessAll = async (codes: readonly string[], verificationId: string) => {
      const browsers = codes.map(() => visitor(scene, cookie));
      return Promise.all(browsers.map((one, i) => one.enterCode(email('ada'), verificationId, codes[i] ?? '')));
    };
    const count = (answers: readonly Answer[], code: string | undefined) =>
      answers.filter(answer => outcome(answer)[1] === code).length;
    const first = (await askCode(email('ada'), 'SignIn')).body.verificationId;
    const wrong = await guessAll(
      Array.from({ length: 40 }, () => 'wrong!'),
      first,
    );
    expect(count(wrong, 'verification_code.code_mismatch')).toBe(10);
    const told = wrong.flatMap(({ body }) => (body.code === 'verification_code.code_mismatch' ? [body.data] : []));
    expect(told.map(({ triesLeft }) => triesLeft).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(count(wrong, 'verification_code.exceed_max_try')).toBe(30);
    const right = scene.app.messenger.codeTo(email('ada'));
    expect(outcome(await enterCode(email('ada'), first, right))).toEqual([400, 'verification_code.exceed_max_try']);

    const second = (await askCode(email('ada'), 'SignIn')).body.verificationId;
    const code = scene.app.messenger.codeTo(email('ada'));
    const answers = await guessAll(
      Array.from({ length: 20 }, () => code),
      second,
    );
    expect(count(answers, undefined)).toBe(1);
    expect(count(answers, 'verification_code.not_found')).toBe(19);
  });

  test('that is wrong is recorded, with nothing that was typed', async () => {
    const { app } = scene;
    const user = await app.createUser({ email: email('watched') });
    await app.events();
    for (const name of ['watched', 'unwatched']) {
      const { start, askCode, enterCode } = visitor(scene);
      await start('SignIn');
      const { verificationId } = (await askCode(email(name), 'SignIn')).body;
      await enterCode(email(name), verificationId, 'wrong!');
    }
    const data = { method: 'verification-code', identifier: 'email', interactionEvent: 'SignIn' };
    expect(await app.events()).toEqual([
      { type: 'sign-in-failed', userId: user.id, data, outbox: [] },
      { type: 'sign-in-failed', userId: null, data, outbox: [] },
    ]);
  });

  test('that strangers guess badly locks them, and not whoever has the address', async () => {
    const { app } = scene;
    await scene.settings({ sentinelPolicy: { maxAttempts: 3, lockoutDuration: 60 } });
    const attacker = visitor(scene, undefined, '198.51.100.7');
    const neighbour = visitor(scene, undefined, '198.51.100.7');
    const owner = visitor(scene, undefined, '203.0.113.9');
    for (const { start } of [attacker, neighbour, owner]) await start('SignIn');
    const { verificationId } = (await attacker.askCode(email('ada'), 'SignIn')).body;
    const guess = async () => outcome(await attacker.enterCode(email('ada'), verificationId, 'wrong!'));
    const blocked = [400, 'session.verification_blocked_too_many_attempts'];
    expect([await guess(), await guess(), await guess()]).toEqual([
      [400, 'verification_code.code_mismatch'],
      [400, 'verification_code.code_mismatch'],
      blocked,
    ]);
    const code = app.messenger.codeTo(email('ada'));
    expect(outcome(await attacker.enterCode(email('ada'), verificationId, code))).toEqual(blocked);
    const nearby = (await neighbour.askCode(email('ada'), 'SignIn')).body.verificationId;
    expect(outcome(await neighbour.enterCode(email('ada'), nearby, app.messenger.codeTo(email('ada'))))).toEqual(
      blocked,
    );
    await owner.proveAddress(email('ada'), 'SignIn');
    expect((await attacker.askCode(email('eve'), 'SignIn')).status).toBe(200);

    const { id } = (await accountOf('email', email('ada'))) ?? { id: '' };
    const body = { targetType: 'User', targets: [id] };
    expect((await app.management('POST', '/api/sentinel-activities/delete', body)).status).toBe(204);
    expect((await neighbour.enterCode(email('ada'), nearby, app.messenger.codeTo(email('ada')))).status).toBe(400);
    await neighbour.proveAddress(email('ada'), 'SignIn');
  });

  test('of the Account API serves no sign-in, and one of a sign-in serves not there', async () => {
    const { app } = scene;
    await app.enableAccountCenter();
    const user = await app.createUser({ email: email('both') });
    const token = await app.signIn(user);
    const address = { type: 'email', value: email('both') };
    const record = (
      await app.account(token, 'POST', '/api/verifications/verification-code', { body: { identifier: address } })
    ).body.verificationRecordId;
    const accountCode = app.messenger.codeTo(email('both'));
    const { start, askCode, enterCode, identify } = visitor(scene);
    await start('SignIn');
    const { verificationId } = (await askCode(email('both'), 'SignIn')).body;
    const signInCode = app.messenger.codeTo(email('both'));
    const unknown = [404, 'session.verification_session_not_found'];
    expect(outcome(await enterCode(email('both'), record, accountCode))).toEqual(unknown);
    expect(outcome(await identify(record))).toEqual(unknown);
    const verify = (id: string, code: string) =>
      app.account(token, 'POST', '/api/verifications/verification-code/verify', {
        body: { identifier: address, verificationId: id, code },
      });
    expect(outcome(await verify(verificationId, signInCode))).toEqual([400, 'verification_record.not_found']);
    expect((await enterCode(email('both'), verificationId, signInCode)).status).toBe(200);
    const proof = { proof: verificationId, body: { password: 'Quiet-Harbor-58' } };
    expect(outcome(await app.account(token, 'POST', '/api/my-account/password', proof))).toEqual([
      401,
      'verification_record.permission_denied',
    ]);
    expect((await verify(record, accountCode)).status).toBe(200);
  });

  test.each<[string, object]>([
    ['two addresses', { type: 'email', value: 'a@example.com,b@example.com' }],
    ['a list', { type: 'email', value: ['a@example.com', 'b@example.com'] }],
    ['a look-alike @', { type: 'email', value: 'a\u200b@example.com' }],
    ['a username', { type: 'username', value: 'ada' }],
    ['no number', { type: 'phone', value: '' }],
    ['a NUL', { type: 'phone', value: '8869\0' }],
  ])('goes to exactly one address: %s', async (_, identifier) => {
    const { start, send } = visitor(scene);
    await start('SignIn');
    const body = { identifier, interactionEvent: 'SignIn' };
    const answer = await send('POST', '/api/experience/verification/verification-code', body);
    expect(outcome(answer)).toEqual([400, 'guard.invalid_input']);
    expect(scene.app.messenger.sent).toEqual([]);
  });

  test('goes to no number that is none', async () => {
    const { start, askCode } = visitor(scene);
    await start('SignIn');
    for (const number of ['1', 'call me', '99999999999']) {
      expect(outcome(await askCode(number, 'SignIn'))).toEqual([422, 'user.invalid_phone']);
    }
  });
});

describe('registering with an address', () => {
  const strong = 'Quiet-Harbor-58';

  test.each<[string, object, string[]]>([
    ['an email address', { identifiers: ['email'], password: false, verify: true }, ['email']],
    ['a phone number', { identifiers: ['phone'], password: false, verify: true }, ['phone']],
    ['either of the two: email', { identifiers: ['email', 'phone'], password: false, verify: true }, ['email']],
    ['either of the two: phone', { identifiers: ['email', 'phone'], password: false, verify: true }, ['phone']],
    ['email and password', { identifiers: ['email'], password: true, verify: true }, ['email', 'password']],
    [
      'username and email',
      { identifiers: ['username', 'email'], password: true, verify: true },
      ['username', 'email', 'password'],
    ],
    [
      'a username first, then an address',
      {
        identifiers: ['username'],
        password: true,
        verify: true,
        secondaryIdentifiers: [{ identifier: 'emailOrPhone' }],
      },
      ['username', 'phone', 'password'],
    ],
  ])('%s', async (_, signUp, parts) => {
    scene = await createSignInScene({ ...codesAllowed, signUp });
    const { start, proveAddress, add, identify, submit } = visitor(scene);
    const addresses = { email: email('newcomer'), phone: '886912345678' };
    const missing: string[][] = [];
    await start('Register');
    const attempt = async () => {
      const answer = await identify();
      if (answer.status !== 201) {
        expect(outcome(answer)).toEqual([422, 'user.missing_profile']);
        missing.push(answer.body.data.missingProfile);
      }
      return answer.status;
    };
    await attempt();
    for (const part of parts) {
      if (part === 'email' || part === 'phone') {
        const verificationId = await proveAddress(addresses[part], 'Register');
        expect(outcome(await add(part, { verificationId }))).toEqual([204, undefined]);
      } else {
        expect(outcome(await add(part, { value: part === 'username' ? 'newcomer' : strong }))).toEqual([
          204,
          undefined,
        ]);
      }
      await attempt();
    }
    // With each part less was missing, and nothing with the last.
    expect(missing).toHaveLength(parts.length);
    for (const [i, part] of parts.entries()) {
      const now = missing[i] ?? [];
      expect(now.some(member => member === part || (member === 'emailOrPhone' && part in addresses))).toBe(true);
    }
    const by = parts.includes('email') ? 'email' : 'phone';
    const account = await accountOf(by, addresses[by]);
    expect(account).toMatchObject({
      username: parts.includes('username') ? 'newcomer' : null,
      primary_email: parts.includes('email') ? addresses.email : null,
      primary_phone: parts.includes('phone') ? addresses.phone : null,
    });
    expect(account?.password_digest !== null).toBe(parts.includes('password'));
    expect((await submit()).status).toBe(200);
  });

  test('takes the address from the verification that the identification names', async () => {
    scene = await createSignInScene({
      ...codesAllowed,
      signUp: { identifiers: ['email'], password: true, verify: true },
    });
    const { start, proveAddress, add, identify } = visitor(scene);
    await start('Register');
    const verificationId = await proveAddress('Ada.Lovelace@Example.com', 'Register');
    const answer = await identify(verificationId);
    expect([outcome(answer), answer.body.data]).toEqual([
      [422, 'user.missing_profile'],
      { missingProfile: ['password'] },
    ]);
    // The password may not lean on the address that was proven.
    const weak = await add('password', { value: 'ada.lovelace@example.com' });
    expect(outcome(weak)).toEqual([422, 'password.rejected']);
    expect(weak.body.data).toContainEqual(expect.objectContaining({ code: 'password_rejected.restricted.user_info' }));
    expect((await add('password', { value: strong })).status).toBe(204);
    expect((await identify(verificationId)).status).toBe(201);
    expect(await accountOf('email', 'ada.lovelace@example.com')).toMatchObject({
      primary_email: 'Ada.Lovelace@Example.com',
    });
  });

  test('adds no address that was not proven in this sign-in, for this', async () => {
    scene = await createSignInScene(codesAllowed);
    const [mine, other] = [visitor(scene), visitor(scene)];
    for (const { start } of [mine, other]) await start('Register');
    const proven = await other.proveAddress(email('other'), 'Register');
    const asked = (await mine.askCode(email('victim'), 'Register')).body.verificationId;
    const recovery = await mine.proveAddress(email('mine'), 'ForgotPassword').catch(() => undefined);
    const unknown = [404, 'session.verification_session_not_found'];
    for (const verificationId of [proven, asked, recovery ?? '', 'unknown']) {
      expect(outcome(await mine.add('email', { verificationId }))).toEqual(unknown);
      expect(outcome(await mine.identify(verificationId))).toEqual(unknown);
    }
    expect(outcome(await other.add('phone', { verificationId: proven }))).toEqual([
      422,
      'user.sign_in_method_not_enabled',
    ]);
    expect(outcome(await mine.add('email', { value: email('victim') }))).toEqual([400, 'guard.invalid_input']);
    expect(await accountOf('email', email('victim'))).toBeUndefined();
  });

  test('keeps to the tenant’s policy for addresses, when the code is sent and once more when it counts', async () => {
    scene = await createSignInScene({
      ...codesAllowed,
      emailBlocklistPolicy: { customBlocklist: ['@blocked.example'] },
    });
    await scene.app.createUser({ email: 'known@blocked.example' });
    const { start, askCode, proveAddress, add, identify } = visitor(scene);
    await start('Register');
    const refused = [422, 'session.email_blocklist.email_not_allowed'];
    for (const name of ['known', 'unknown']) {
      expect(outcome(await askCode(`${name}@blocked.example`, 'Register'))).toEqual(refused);
    }
    // An account that has such an address signs in by it.
    expect((await askCode('known@blocked.example', 'SignIn')).status).toBe(200);
    const verificationId = await proveAddress('early@late.example', 'Register');
    await scene.settings({ emailBlocklistPolicy: { customBlocklist: ['@late.example'] } });
    expect(outcome(await add('email', { verificationId }))).toEqual(refused);
    expect(outcome(await identify(verificationId))).toEqual(refused);
  });

  test('makes one account of one address, however many register it at once', async () => {
    scene = await createSignInScene({ ...codesAllowed, messageRateLimitPolicy: { perRecipient: 20 } });
    const proven = [];
    for (let i = 0; i < 8; i++) {
      const one = visitor(scene);
      await one.start('Register');
      proven.push({ ...one, verificationId: await one.proveAddress(email('contested'), 'Register') });
    }
    const answers = await Promise.all(proven.map(({ identify, verificationId }) => identify(verificationId)));
    expect(answers.map(outcome).filter(([status]) => status === 201)).toHaveLength(1);
    expect(answers.map(outcome).filter(([, code]) => code === 'user.email_already_in_use')).toHaveLength(7);
  });

  test('a username alone is not enough where an address is asked for', async () => {
    scene = await createSignInScene({
      ...codesAllowed,
      signUp: { identifiers: ['username', 'email'], password: true, verify: true },
    });
    const { start, send, identify } = visitor(scene);
    await start('Register');
    const { verificationId } = (
      await send('POST', '/api/experience/verification/new-password-identity', {
        identifier: { type: 'username', value: 'someone' },
        password: strong,
      })
    ).body;
    const answer = await identify(verificationId);
    expect([outcome(answer), answer.body.data]).toEqual([[422, 'user.missing_profile'], { missingProfile: ['email'] }]);
  });
});

test('the language of the mail is the one that the person chose on the pages', async () => {
  const spoken: (readonly string[] | undefined)[] = [];
  const messenger = { send: async ({ languages }: { languages?: readonly string[] }) => void spoken.push(languages) };
  scene = await createSignInScene(codesAllowed, { parts: { messenger } });
  const { cookie } = visitor(scene);
  const speaker = visitor(scene, `${cookie}; freehold_locale=fr`);
  await speaker.start('SignIn');
  await speaker.askCode(email('someone'), 'SignIn');
  expect(spoken).toEqual([['fr', 'en']]);
});

test('a tenant knows nothing of another tenant’s sign-ins', async () => {
  scene = await createSignInScene(codesAllowed);
  await scene.app.createUser({ email: email('ada') });
  const { start, askCode, cookie } = visitor(scene);
  await start('SignIn');
  const { verificationId } = (await askCode(email('ada'), 'SignIn')).body;
  const elsewhere = await createTestApp({ parts: { interactions: scene.interactions } });
  await elsewhere.management('PATCH', '/api/sign-in-exp', codesAllowed);
  const answer = await elsewhere.request('POST', '/api/experience/verification/verification-code/verify', {
    headers: { cookie },
    body: {
      identifier: { type: 'email', value: email('ada') },
      verificationId,
      code: scene.app.messenger.codeTo(email('ada')),
    },
  });
  expect(outcome(answer)).toEqual([400, 'verification_code.not_found']);
});
