/** Recovering an account whose password was forgotten. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { authorizationRequest, createTestSite, type TestSite } from '../testing/create-test-site.ts';
import {
  codesAllowed,
  createSignInScene,
  method,
  outcome,
  type SignInScene,
  type Visitor,
  visitor,
} from '../testing/sign-in-scene.ts';
import { findUser } from '../users/index.ts';

const email = 'ada@example.com';
const phone = '886912345678';
const old = 'Copper-Lantern-41';
const fresh = 'Quiet-Harbor-58';

let scene: SignInScene;
let id: string;
const row = () => findUser(scene.app.database, scene.app.tenant.id, id);
const preset = async (name: string) => {
  await scene.app.management('PATCH', '/api/account-center/step-up-policy', { preset: name });
  await scene.app.events();
};

async function createAda(): Promise<void> {
  const { app } = scene;
  ({ id } = await app.createUser({ username: 'ada', email, phone, password: old }));
  await app.enableAccountCenter();
  app.clock.advance(1000);
}

/** Somebody who has got as far as the new password. */
async function recovering(address = email): Promise<Visitor> {
  const person = visitor(scene);
  await person.start('ForgotPassword');
  const answer = await person.identify(await person.proveAddress(address, 'ForgotPassword'));
  expect(outcome(answer)).toEqual([204, undefined]);
  return person;
}

describe('a forgotten password', () => {
  beforeEach(async () => {
    scene = await createSignInScene(codesAllowed);
    await createAda();
  });

  test.each([
    ['email', email],
    ['phone', phone],
  ])('is replaced after a code by %s, and signs nobody in', async (type, address) => {
    const { app, interactions } = scene;
    const { resetPassword, submit, start, password, identify, progress } = await recovering(address);
    expect(app.messenger.sent).toMatchObject([{ channel: type, to: address, usage: 'ForgotPassword' }]);
    await app.events();
    expect(outcome(await submit())).toEqual([422, 'user.missing_profile']);
    expect(outcome(await resetPassword(fresh))).toEqual([204, undefined]);
    expect(await app.events()).toEqual([
      {
        type: 'credential-change',
        userId: id,
        data: {
          credential: 'password',
          change: 'update',
          interactionEvent: 'ForgotPassword',
          by: type,
          endedSessions: 0,
          alsoSignsInWith: ['username', 'email', 'phone'],
        },
        outbox: expect.arrayContaining([
          'webhook:PostResetPassword',
          'webhook:User.Data.Updated',
          'notice:credential-change',
        ]),
      },
    ]);
    expect((await row())?.password_updated_at).toEqual(app.clock());
    expect((await progress()).body).toEqual({
      interactionEvent: 'ForgotPassword',
      profile: { password: false },
      verificationRecords: [],
    });
    expect(outcome(await submit())).toEqual([204, undefined]);
    expect(interactions.logins).toEqual([]);
    // The sign-in waits as before, and goes on with the new password alone.
    expect(outcome(await submit())).toEqual([400, 'session.not_found']);
    await start('SignIn');
    expect(outcome(await password('username', 'ada', old))).toEqual([422, 'session.invalid_credentials']);
    expect((await identify((await password('username', 'ada', fresh)).body.verificationId)).status).toBe(204);
    expect((await submit()).status).toBe(200);
    expect(interactions.logins.at(-1)).toMatchObject({ accountId: id, event: 'SignIn' });
  });

  test('is a first one for somebody who had none', async () => {
    const { app } = scene;
    ({ id } = await app.createUser({ email: 'without@example.com', password: null }));
    const { resetPassword } = await recovering('without@example.com');
    await app.events();
    expect((await resetPassword(fresh)).status).toBe(204);
    expect(await app.events()).toMatchObject([{ data: { change: 'create' } }]);
    expect((await row())?.password_digest).toEqual(expect.any(String));
  });

  test.each([
    ['short', 'password.rejected'],
    ['ada@example.com', 'password.rejected'],
    [old, 'user.same_password'],
  ])('is not replaced by "%s": %s', async (password, code) => {
    const { resetPassword } = await recovering();
    const before = await row();
    await scene.app.events();
    expect(outcome(await resetPassword(password))).toEqual([422, code]);
    expect(await row()).toEqual(before);
    expect(await scene.app.events()).toEqual([]);
    expect((await resetPassword(fresh)).status).toBe(204);
  });

  test('unlocks who was locked out for not knowing it', async () => {
    await scene.settings({ sentinelPolicy: { maxAttempts: 2, lockoutDuration: 60 } });
    const { start, password } = visitor(scene);
    await start('SignIn');
    for (const _ of [1, 2]) await password('username', 'ada', 'wrong');
    const blocked = [400, 'session.verification_blocked_too_many_attempts'];
    expect(outcome(await password('username', 'ada', old))).toEqual(blocked);
    const { resetPassword } = await recovering();
    expect((await resetPassword(fresh)).status).toBe(204);
    expect((await password('username', 'ada', fresh)).status).toBe(200);
  });

  describe.each([
    ['default', [401, 'auth.unauthorized']],
    ['strict', [401, 'auth.unauthorized']],
    ['compatible', [200, undefined]],
  ])('under the preset %s', (name, afterwards) => {
    test('what was open before: sessions, tokens, proofs, changes of an address', async () => {
      const { app } = scene;
      await preset(name);
      const [intruder, other] = [await app.signIn(id), await app.signIn(await app.createUser())];
      const proof = await app.prove(intruder, { id, password: old });
      const target = { type: 'email', value: 'attacker@example.com' };
      const pending = (
        await app.account(intruder, 'POST', '/api/verifications/verification-code', { body: { identifier: target } })
      ).body.verificationRecordId;
      const code = app.messenger.codeTo('attacker@example.com');
      const proven = (
        await app.account(intruder, 'POST', '/api/verifications/verification-code', {
          body: { identifier: { type: 'phone', value: '886987654321' } },
        })
      ).body.verificationRecordId;
      const verify = (recordId: string, identifier: object, digits: string) =>
        app.account(intruder, 'POST', '/api/verifications/verification-code/verify', {
          body: { identifier, verificationId: recordId, code: digits },
        });
      const number = { type: 'phone', value: '886987654321' };
      expect((await verify(proven, number, app.messenger.codeTo('886987654321'))).status).toBe(200);

      const { resetPassword } = await recovering();
      await app.events();
      expect((await resetPassword(fresh)).status).toBe(204);
      const ended = name === 'compatible' ? 0 : 1;
      expect(await app.events()).toMatchObject([{ type: 'credential-change', data: { endedSessions: ended } }]);

      const read = (token: typeof intruder) => app.account(token, 'GET', '/api/my-account');
      expect(outcome(await read(intruder))).toEqual(afterwards);
      expect((await read(other)).status).toBe(200);
      if (name !== 'compatible') return;
      // Sessions stay there, and with them nothing that was under way.
      expect(outcome(await verify(pending, target, code))).toEqual([400, 'verification_record.not_found']);
      const change = (path: string, body: object) => app.account(intruder, 'PATCH', path, { proof, body });
      const denied = [401, 'verification_record.permission_denied'];
      expect(outcome(await change('/api/my-account', { username: 'eve' }))).toEqual(denied);
      const bind = { phone: '886987654321', newIdentifierVerificationRecordId: proven };
      expect(outcome(await change('/api/my-account/primary-phone', bind))).toEqual(denied);
      const anew = await app.prove(intruder, { id, password: fresh });
      const bound = await app.account(intruder, 'PATCH', '/api/my-account/primary-phone', { proof: anew, body: bind });
      expect(outcome(bound)).toEqual([400, 'verification_record.not_found']);
    });
  });
});

describe('without the code that was mailed there is no way to a new password', () => {
  let untouched: Awaited<ReturnType<typeof row>>;
  beforeEach(async () => {
    scene = await createSignInScene(codesAllowed);
    await createAda();
    untouched = await row();
  });
  const noProof = [404, 'session.identifier_not_found'];
  const notThere = [404, 'session.verification_session_not_found'];
  const notNow = [422, 'request.feature_not_supported'];

  const ways: [string, (person: Visitor) => Promise<unknown>, unknown[]][] = [
    ['nothing', async () => {}, [400, 'session.not_found']],
    ['the event alone', p => p.start('ForgotPassword'), noProof],
    [
      'a code that was sent and not entered',
      async p => {
        await p.start('ForgotPassword');
        const { verificationId } = (await p.askCode(email, 'ForgotPassword')).body;
        expect(outcome(await p.identify(verificationId))).toEqual(notThere);
      },
      noProof,
    ],
    [
      'a wrong code',
      async p => {
        await p.start('ForgotPassword');
        const { verificationId } = (await p.askCode(email, 'ForgotPassword')).body;
        await p.enterCode(email, verificationId, 'wrong!');
        expect(outcome(await p.identify(verificationId))).toEqual(notThere);
      },
      noProof,
    ],
    [
      'a code that was entered, without the identification',
      async p => {
        await p.start('ForgotPassword');
        await p.proveAddress(email, 'ForgotPassword');
      },
      noProof,
    ],
    [
      'a code that was sent to sign in',
      async p => {
        await p.start('SignIn');
        const verificationId = await p.proveAddress(email, 'SignIn');
        await p.identify(verificationId);
        expect(outcome(await p.resetPassword(fresh))).toEqual(notNow);
        await p.turnTo('ForgotPassword');
        expect(outcome(await p.identify(verificationId))).toEqual(notThere);
      },
      noProof,
    ],
    [
      'the password itself',
      async p => {
        await p.start('SignIn');
        const { verificationId } = (await p.password('username', 'ada', old)).body;
        await p.identify(verificationId);
        await p.turnTo('ForgotPassword');
        expect(outcome(await p.identify(verificationId))).toEqual(notThere);
      },
      noProof,
    ],
    [
      'the code of another browser',
      async p => {
        await p.start('ForgotPassword');
        const owner = visitor(scene);
        await owner.start('ForgotPassword');
        const verificationId = await owner.proveAddress(email, 'ForgotPassword');
        expect(outcome(await p.identify(verificationId))).toEqual(notThere);
      },
      noProof,
    ],
    [
      'the code of another person',
      async p => {
        await scene.app.createUser({ email: 'eve@example.com' });
        await p.start('ForgotPassword');
        const asked = (await p.askCode(email, 'ForgotPassword')).body.verificationId;
        await p.identify(await p.proveAddress('eve@example.com', 'ForgotPassword'));
        expect(outcome(await p.identify(asked))).toEqual(notThere);
        await p.start('ForgotPassword');
      },
      noProof,
    ],
    [
      'registering',
      async p => {
        await p.start('ForgotPassword');
        const verificationId = await p.proveAddress(email, 'ForgotPassword');
        await p.turnTo('Register');
        expect(outcome(await p.identify(verificationId))).toEqual(notThere);
      },
      notNow,
    ],
  ];
  test.each(ways)('after %s', async (_, go, refusal) => {
    const person = visitor(scene);
    await go(person);
    expect(outcome(await person.resetPassword(fresh))).toEqual(refusal);
    expect((await row())?.password_digest).toBe(untouched?.password_digest);
  });

  test('and the code for a new password signs nobody in', async () => {
    const { identify, turnTo, submit, progress } = await recovering();
    const [{ id: verificationId }] = (await progress()).body.verificationRecords;
    await turnTo('SignIn');
    expect(outcome(await submit())).toEqual(noProof);
    expect(outcome(await identify(verificationId))).toEqual(notThere);
  });

  test('a recovery works once', async () => {
    const { resetPassword, identify, progress } = await recovering();
    const [{ id: verificationId }] = (await progress()).body.verificationRecords;
    expect((await resetPassword(fresh)).status).toBe(204);
    expect(outcome(await resetPassword('Another-Harbor-59'))).toEqual(noProof);
    expect(outcome(await identify(verificationId))).toEqual(notThere);
  });

  test('of recoveries under way the first one ends the others, and earlier codes', async () => {
    const [owner, intruder, late] = [await recovering(), await recovering(), visitor(scene)];
    await late.start('ForgotPassword');
    const verified = await late.proveAddress(email, 'ForgotPassword');
    scene.app.clock.advance(1000);
    expect((await owner.resetPassword(fresh)).status).toBe(204);
    expect(outcome(await intruder.resetPassword('Another-Harbor-59'))).toEqual(notThere);
    expect(outcome(await late.identify(verified))).toEqual(notThere);
  });

  test('of new passwords that are sent at once one counts', async () => {
    const people = [await recovering(), await recovering(), await recovering()];
    await scene.app.events();
    const same = visitor(scene, people[0]?.cookie);
    const answers = await Promise.all(
      [...people, same].map(({ resetPassword }, i) => resetPassword(`Quiet-Harbor-6${i}`)),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect((await scene.app.events()).map(({ type }) => type)).toEqual(['credential-change']);
  });

  test.each<[string, () => Promise<unknown>, unknown[]]>([
    ['suspended', () => scene.app.changeUser({ id, password: '' }, { is_suspended: true }), [401, 'user.suspended']],
    [
      'without the address',
      () => scene.app.changeUser({ id, password: '' }, { primary_email: null, email_key: null }),
      notThere,
    ],
    ['gone', () => scene.app.management('DELETE', `/api/users/${id}`), notThere],
  ])('for somebody %s meanwhile', async (_, change, refusal) => {
    const { resetPassword } = await recovering();
    await change();
    expect(outcome(await resetPassword(fresh))).toEqual(refusal);
  });

  test('for somebody suspended, and for an address that nobody has, which is said to its owner', async () => {
    await scene.app.changeUser({ id, password: '' }, { is_suspended: true });
    const { start, proveAddress, identify, askCode } = visitor(scene);
    await start('ForgotPassword');
    expect(outcome(await identify(await proveAddress(email, 'ForgotPassword')))).toEqual([401, 'user.suspended']);
    // Nobody is written to, so nobody can prove it.
    expect((await askCode('nobody@example.com', 'ForgotPassword')).status).toBe(200);
    expect(scene.app.messenger.sent.map(({ to }) => to)).toEqual([email]);
  });
});

describe('which ways there are', () => {
  const open = { signIn: { methods: [method('username', { code: false })] } };
  const publicOf = async () => (await scene.app.request('GET', '/api/.well-known/sign-in-exp')).body.forgotPassword;
  const notEnabled = [422, 'user.sign_in_method_not_enabled'];

  test.each<[string, object, boolean, { email: boolean; phone: boolean }]>([
    ['whatever there are connectors for', {}, true, { email: true, phone: true }],
    ['none without connectors', {}, false, { email: false, phone: false }],
    [
      'those of the settings',
      { forgotPasswordMethods: ['PhoneVerificationCode'] },
      true,
      { email: false, phone: true },
    ],
    ['none by the settings', { forgotPasswordMethods: [] }, true, { email: false, phone: false }],
    [
      'none where nobody has a password',
      { signIn: { methods: [method('email', { password: false })] } },
      true,
      { email: false, phone: false },
    ],
  ])('%s', async (_, change, development, channels) => {
    scene = await createSignInScene({ ...open, ...change }, { parts: { development } });
    expect(await publicOf()).toEqual(channels);
    const { start, turnTo, askCode } = visitor(scene);
    const begins = channels.email || channels.phone;
    expect(outcome(await start('ForgotPassword'))).toEqual(begins ? [204, undefined] : notEnabled);
    await start('SignIn');
    expect(outcome(await turnTo('ForgotPassword'))).toEqual(begins ? [204, undefined] : notEnabled);
    expect(outcome(await askCode(email, 'ForgotPassword'))).toEqual(channels.email ? [200, undefined] : notEnabled);
    expect(outcome(await askCode(phone, 'ForgotPassword'))).toEqual(channels.phone ? [200, undefined] : notEnabled);
  });

  test('one that was closed meanwhile replaces nothing', async () => {
    scene = await createSignInScene(codesAllowed);
    await createAda();
    const { resetPassword } = await recovering();
    await scene.settings({ forgotPasswordMethods: ['PhoneVerificationCode'] });
    expect(outcome(await resetPassword(fresh))).toEqual(notEnabled);
  });
});

describe('with the real engine', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await createTestSite();
    expect((await site.management('PATCH', '/api/sign-in-exp', codesAllowed)).status).toBe(200);
  });
  afterAll(() => site.close());

  test('the person goes on from where they are, and other sign-ins of the account end', async () => {
    const user = await site.management('POST', '/api/users', { username: 'ada', primaryEmail: email, password: old });
    expect(user.status).toBe(200);
    const arrive = async () => {
      const browser = site.browser();
      const { path } = authorizationRequest('demo-app', `${site.endpoint}/demo-app`, 'openid profile');
      expect((await browser.get(path)).status).toBe(303);
      const send = (httpMethod: string, path: string, body?: object) =>
        browser.json(httpMethod, `/api/experience${path}`, body);
      return { browser, send };
    };
    const password = (secret: string) => ({ identifier: { type: 'username', value: 'ada' }, password: secret });

    // An intruder who knows the old password is about to finish.
    const intruder = await arrive();
    await intruder.send('PUT', '', { interactionEvent: 'SignIn' });
    const { verificationId } = (await intruder.send('POST', '/verification/password', password(old))).body;
    expect((await intruder.send('POST', '/identification', { verificationId })).status).toBe(204);

    const { browser, send } = await arrive();
    // The owner has tried the old password first, and so was known here already.
    await send('PUT', '', { interactionEvent: 'SignIn' });
    await send('POST', '/verification/password', password(old));
    await send('PUT', '', { interactionEvent: 'ForgotPassword' });
    const identifier = { type: 'email', value: email };
    const asked = await send('POST', '/verification/verification-code', {
      identifier,
      interactionEvent: 'ForgotPassword',
    });
    const code = site.messenger.codeTo(email);
    const id = asked.body.verificationId;
    const entered = await send('POST', '/verification/verification-code/verify', {
      identifier,
      verificationId: id,
      code,
    });
    expect(entered.status).toBe(200);
    expect((await send('POST', '/identification', { verificationId: id })).status).toBe(204);
    expect((await send('PUT', '/profile/password', { password: fresh })).status).toBe(204);
    expect((await send('POST', '/submit')).status).toBe(204);

    const late = await intruder.send('POST', '/submit');
    expect([late.status, late.body.code]).toEqual([400, 'session.not_found']);

    await send('PUT', '', { interactionEvent: 'SignIn' });
    const proven = await send('POST', '/verification/password', password(fresh));
    expect((await send('POST', '/identification', { verificationId: proven.body.verificationId })).status).toBe(204);
    const submitted = await send('POST', '/submit');
    expect(submitted.status).toBe(200);
    expect((await browser.get(submitted.body.redirectTo)).location).toBe('/consent?app_id=demo-app');
    expect(JSON.stringify(site.logged)).not.toMatch(new RegExp(`${fresh}|${old}|${code}`));
  });
});
