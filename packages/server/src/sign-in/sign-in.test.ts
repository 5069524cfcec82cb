import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { createPasswordHasher, type PasswordHasher } from '../factors/index.ts';
import { type Answer, createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { type ScriptedInteractions, scriptedInteractions } from '../testing/scripted-interactions.ts';
import { findUserByIdentifier } from '../users/index.ts';

/** A hasher that counts how often each of its ways was taken. */
function countingHasher() {
  const hasher = createPasswordHasher({
    cost: { memoryKiB: 8, passes: 1, parallelism: 1 },
    concurrency: 2,
    queue: 1000,
  });
  const counts = { hash: 0, verify: 0, verifyAgainstNothing: 0 };
  const counting: PasswordHasher = {
    hash: password => {
      counts.hash += 1;
      return hasher.hash(password);
    },
    verify: (password, stored) => {
      counts.verify += 1;
      return hasher.verify(password, stored);
    },
    verifyAgainstNothing: password => {
      counts.verifyAgainstNothing += 1;
      return hasher.verifyAgainstNothing(password);
    },
    needsRehash: hasher.needsRehash,
  };
  return { counting, counts };
}

interface Scene {
  readonly app: TestApp;
  readonly interactions: ScriptedInteractions;
  readonly counts: ReturnType<typeof countingHasher>['counts'];
}

async function createScene(): Promise<Scene> {
  const interactions = scriptedInteractions();
  const { counting, counts } = countingHasher();
  return { app: await createTestApp({ parts: { interactions, hasher: counting } }), interactions, counts };
}

/** One browser in the middle of signing in. */
function browser({ app, interactions }: Scene, cookie = interactions.open()) {
  const send = (method: string, path: string, body?: unknown) =>
    app.request(method, path, { body, headers: { cookie, 'accept-language': 'en' } });
  return {
    cookie,
    send,
    start: (interactionEvent: string) => send('PUT', '/api/experience', { interactionEvent }),
    password: (type: string, value: string, password: string) =>
      send('POST', '/api/experience/verification/password', { identifier: { type, value }, password }),
    identify: (verificationId?: string) =>
      send('POST', '/api/experience/identification', verificationId === undefined ? {} : { verificationId }),
    profile: (type: string, value: string) => send('POST', '/api/experience/profile', { type, value }),
    newIdentity: (value: string, password: string) =>
      send('POST', '/api/experience/verification/new-password-identity', {
        identifier: { type: 'username', value },
        password,
      }),
    progress: () => send('GET', '/api/experience/interaction'),
    submit: () => send('POST', '/api/experience/submit'),
  };
}

const outcome = ({ status, body }: Answer) => [status, body?.code];
const settings = ({ app }: Scene, change: object) => app.management('PATCH', '/api/sign-in-exp', change);

const strong = 'Quiet-Harbor-58';

let scene: Scene;
beforeAll(async () => {
  scene = await createScene();
});

describe('signing in with a password', () => {
  test('leads from the password to the engine, step by step', async () => {
    const { app, interactions } = scene;
    const user = await app.createUser({ username: 'walker' });
    const { start, password, identify, submit, progress, cookie } = browser(scene);
    expect(outcome(await start('SignIn'))).toEqual([204, undefined]);
    const verified = await password('username', 'walker', user.password);
    expect(verified.status).toBe(200);
    expect(verified.body).toEqual({ verificationId: expect.stringMatching(/^[a-z0-9]{21}$/) });
    expect((await identify(verified.body.verificationId)).status).toBe(204);
    expect((await progress()).body).toEqual({
      interactionEvent: 'SignIn',
      userId: user.id,
      profile: { password: false },
      verificationRecords: [
        {
          id: verified.body.verificationId,
          type: 'Password',
          verified: true,
          identifier: { type: 'username', value: 'walker' },
        },
      ],
    });
    const submitted = await submit();
    expect(submitted.status).toBe(200);
    expect(submitted.body.redirectTo).toMatch(/\/oidc\/auth\//);
    expect(interactions.logins.at(-1)).toMatchObject({
      accountId: user.id,
      event: 'SignIn',
      submission: { interactionEvent: 'SignIn', userId: user.id, signInContext: { ip: '127.0.0.1' } },
    });
    expect(outcome(await browser(scene, cookie).submit())).toEqual([400, 'session.not_found']);
  });

  describe('takes an identifier as people type it', () => {
    let id: string;
    const secret = 'Copper-Lantern-41';
    beforeAll(async () => {
      const methods = ['username', 'email', 'phone'].map(identifier => ({
        identifier,
        password: true,
        verificationCode: false,
        isPasswordPrimary: true,
      }));
      scene = await createScene();
      await settings(scene, { signIn: { methods } });
      const user = { username: 'Ada', email: 'Ada.Lovelace@Example.com', phone: '886912345678', password: secret };
      ({ id } = await scene.app.createUser(user));
    });

    test.each([
      ['username', 'Ada', 200],
      ['username', ' Ａda ', 200],
      ['username', 'ada', 422],
      ['email', 'ada.lovelace@example.com', 200],
      ['email', 'ADA.LOVELACE@EXAMPLE.COM ', 200],
      ['email', 'Ada', 422],
      ['phone', '886912345678', 200],
      ['phone', '+886 912-345-678', 200],
      ['phone', '00886 (0)912 345 678', 200],
      ['phone', '912345678', 422],
      ['phone', 'Ada', 422],
    ])('%s "%s": %i', async (type, value, status) => {
      const { start, password, identify, progress } = browser(scene);
      await start('SignIn');
      const answer = await password(type, value, secret);
      expect(outcome(answer)).toEqual([status, status === 200 ? undefined : 'session.invalid_credentials']);
      if (status !== 200) return;
      await identify(answer.body.verificationId);
      expect((await progress()).body.userId).toBe(id);
    });

    test('a username in whatever capitals where the tenant ignores case', async () => {
      const usernamePolicy = {
        caseSensitive: false,
        minLength: 1,
        maxLength: 128,
        allowedChars: { lowercase: true, uppercase: true, numbers: true, underscore: true },
      };
      expect((await settings(scene, { usernamePolicy })).status).toBe(200);
      const { start, password } = browser(scene);
      await start('SignIn');
      expect((await password('username', 'aDA', secret)).status).toBe(200);
    });
  });

  test('refuses an identifier that is no way to sign in, and tells nobody whether it is known', async () => {
    const user = await scene.app.createUser({ email: 'closed@example.com' });
    await settings(scene, {
      signIn: {
        methods: [{ identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true }],
      },
    });
    const { start, password } = browser(scene);
    await start('SignIn');
    for (const value of ['closed@example.com', 'nobody@example.com']) {
      expect(outcome(await password('email', value, user.password))).toEqual([422, 'user.sign_in_method_not_enabled']);
    }
  });

  test('tells a suspension to nobody but who knows the password', async () => {
    const { app } = scene;
    const user = await app.createUser({ username: 'halted' });
    await app.changeUser(user, { is_suspended: true });
    const { start, password } = browser(scene);
    await start('SignIn');
    expect(outcome(await password('username', 'halted', 'wrong'))).toEqual([422, 'session.invalid_credentials']);
    expect(outcome(await password('username', 'halted', user.password))).toEqual([401, 'user.suspended']);
  });

  test('hashes an imported password anew after it was right, and only then', async () => {
    const { app } = scene;
    const digest = createHash('md5').update('imported').digest('hex');
    await app.createUser({ username: 'mover', password: null, password_digest: digest, password_algorithm: 'MD5' });
    const { start, password } = browser(scene);
    const algorithm = async () =>
      (await findUserByIdentifier(app.database, app.tenant.id, 'username', 'mover'))?.password_algorithm;
    await start('SignIn');
    await password('username', 'mover', 'wrong');
    expect(await algorithm()).toBe('MD5');
    expect((await password('username', 'mover', 'imported')).status).toBe(200);
    expect(await algorithm()).toBe('Argon2id');
    expect((await password('username', 'mover', 'imported')).status).toBe(200);
  });

  test('records failures, with nothing that was typed', async () => {
    const { app } = scene;
    const { id } = await app.createUser({ username: 'watched' });
    const { start, password } = browser(scene);
    await start('SignIn');
    await app.events();
    await password('username', 'watched', 'a wrong secret');
    await password('username', 'unwatched', 'a wrong secret');
    const data = { method: 'password', identifier: 'username' };
    expect(await app.events()).toEqual([
      { type: 'sign-in-failed', userId: id, data, outbox: [] },
      { type: 'sign-in-failed', userId: null, data, outbox: [] },
    ]);
  });
});

describe('nobody learns which accounts exist', () => {
  const strip = ({ status, headers, body }: Answer) => {
    const { 'logto-core-request-id': _, date: __, ...rest } = headers;
    return { status, headers: rest, body };
  };

  beforeAll(async () => {
    scene = await createScene();
    await scene.app.createUser({ username: 'known', password: strong });
    await scene.app.createUser({ username: 'passwordless', password: null, email: 'p@example.com' });
    await settings(scene, { sentinelPolicy: { maxAttempts: 3, lockoutDuration: 60 } });
  });

  test('a wrong password, an unknown name and an account without a password are alike up to the lock', async () => {
    const { counts } = scene;
    const answers = new Map<string, object[]>();
    for (const name of ['known', 'unknown', 'passwordless']) {
      const { start, password } = browser(scene);
      await start('SignIn');
      const seen: object[] = [];
      for (const _ of [1, 2, 3, 4]) {
        const before = counts.verify + counts.verifyAgainstNothing;
        const answer = strip(await password('username', name, 'not the password'));
        seen.push({ ...answer, hashes: counts.verify + counts.verifyAgainstNothing - before });
      }
      answers.set(name, seen);
    }
    expect(answers.get('unknown')).toEqual(answers.get('known'));
    expect(answers.get('passwordless')).toEqual(answers.get('known'));
    expect(answers.get('known')).toMatchObject([
      { status: 422, hashes: 1, body: { code: 'session.invalid_credentials' } },
      { status: 422, hashes: 1, body: { code: 'session.invalid_credentials' } },
      { status: 400, hashes: 1, body: { code: 'session.verification_blocked_too_many_attempts' } },
      {
        status: 400,
        hashes: 0,
        headers: { 'retry-after': '3600' },
        body: { message: expect.stringContaining('in 60 minutes') },
      },
    ]);
  });
});

describe('the lock-out', () => {
  beforeAll(async () => {
    scene = await createScene();
    await settings(scene, { sentinelPolicy: { maxAttempts: 2, lockoutDuration: 60 } });
  });

  test('holds against the right password, counts across browsers, and an administrator releases it', async () => {
    const { app } = scene;
    const user = await app.createUser({ username: 'locked' });
    const blocked = [400, 'session.verification_blocked_too_many_attempts'];
    const attempt = async (secret: string) => {
      const { start, password } = browser(scene);
      await start('SignIn');
      return outcome(await password('username', 'locked', secret));
    };
    await app.events();
    expect(await attempt('wrong')).toEqual([422, 'session.invalid_credentials']);
    expect(await attempt('wrong')).toEqual(blocked);
    expect(await attempt(user.password)).toEqual(blocked);
    expect((await app.events()).map(({ type, userId }) => [type, userId])).toEqual([
      ['sign-in-failed', user.id],
      ['sign-in-failed', user.id],
      ['identifier-lockout', user.id],
    ]);

    const release = (body: object) => app.management('POST', '/api/sentinel-activities/delete', body);
    expect((await release({ targetType: 'User', targets: ['nobody', user.id, user.id] })).status).toBe(204);
    expect((await app.events()).map(({ type, userId }) => [type, userId])).toEqual([['lockout-released', user.id]]);
    expect(await attempt(user.password)).toEqual([200, undefined]);
    expect(outcome(await release({ targetType: 'User', targets: [] }))).toEqual([400, 'guard.invalid_input']);
    expect(outcome(await release({ targetType: 'App', targets: ['x'] }))).toEqual([400, 'guard.invalid_input']);
    const anonymous = await app.request('POST', '/api/sentinel-activities/delete', {
      body: { targetType: 'User', targets: [user.id] },
    });
    expect(anonymous.status).toBe(401);
  });

  test('judges thirty parallel wrong passwords no more often than the policy says', async () => {
    const { app, counts } = scene;
    await settings(scene, { sentinelPolicy: { maxAttempts: 10, lockoutDuration: 60 } });
    await app.createUser({ username: 'besieged' });
    const browsers = Array.from({ length: 30 }, () => browser(scene));
    await Promise.all(browsers.map(({ start }) => start('SignIn')));
    await app.events();
    const before = counts.verify;
    const answers = await Promise.all(browsers.map(({ password }) => password('username', 'besieged', 'wrong')));
    expect(counts.verify - before).toBe(10);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(9);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(21);
    expect((await app.events()).filter(({ type }) => type === 'identifier-lockout')).toHaveLength(1);
  });
});

describe('registering', () => {
  beforeAll(async () => {
    scene = await createScene();
  });

  test('chooses username and password, makes the account and signs it in', async () => {
    const { app, interactions } = scene;
    await app.events();
    const { start, profile, identify, progress, submit, cookie } = browser(scene);
    await start('Register');
    expect(outcome(await profile('username', ' newcomer '))).toEqual([204, undefined]);
    expect(outcome(await profile('password', strong))).toEqual([204, undefined]);
    expect((await progress()).body).toEqual({
      interactionEvent: 'Register',
      profile: { username: 'newcomer', password: true },
      verificationRecords: [],
    });
    expect(JSON.stringify(interactions.stored(cookie))).not.toContain(strong);
    expect((await identify()).status).toBe(201);
    expect(JSON.stringify(interactions.stored(cookie))).not.toContain('argon2');
    const { userId } = (await progress()).body;
    expect((await submit()).status).toBe(200);
    expect(interactions.logins.at(-1)).toMatchObject({ accountId: userId, event: 'Register' });
    expect(await app.events()).toEqual([
      {
        type: 'account-created',
        userId,
        data: { by: 'registration', clientId: 'demo-app' },
        outbox: ['webhook:User.Created'],
      },
    ]);

    const returning = browser(scene);
    await returning.start('SignIn');
    expect((await returning.password('username', 'newcomer', strong)).status).toBe(200);
    const user = (await app.management('GET', `/api/users/${userId}`)).body;
    expect(user).toMatchObject({ username: 'newcomer', hasPassword: true, applicationId: 'demo-app' });
  });

  test('chooses both in one step', async () => {
    const { start, newIdentity, identify, progress, submit, cookie } = browser(scene);
    await start('Register');
    const verified = await newIdentity('onestep', strong);
    expect(verified.status).toBe(200);
    expect((await progress()).body.verificationRecords).toEqual([
      {
        id: verified.body.verificationId,
        type: 'NewPasswordIdentity',
        verified: true,
        identifier: { type: 'username', value: 'onestep' },
      },
    ]);
    expect((await identify(verified.body.verificationId)).status).toBe(201);
    expect(JSON.stringify(scene.interactions.stored(cookie))).not.toContain('argon2');
    expect((await submit()).status).toBe(200);
  });

  test.each([
    ['', 'user.username_required'],
    ['1st', 'user.username_starts_with_number'],
    ['with space', 'user.username_invalid_charset_hard'],
    ['名前', 'user.username_invalid_charset_hard'],
    ['x'.repeat(129), 'user.username_too_long'],
    ['taken', 'user.username_already_in_use'],
  ])('refuses the username "%s": %s', async (username, code) => {
    await scene.app.createUser({ username: 'taken' }).catch(() => undefined);
    const { start, profile, newIdentity } = browser(scene);
    await start('Register');
    expect(outcome(await profile('username', username))).toEqual([422, code]);
    expect(outcome(await newIdentity(username, strong))).toEqual([422, code]);
  });

  test.each([
    ['short', 'password_rejected.too_short'],
    ['password1234', 'password_rejected.pwned'],
    ['newcomer_x', 'password_rejected.restricted.user_info'],
  ])('refuses the password "%s": %s', async (password, issue) => {
    const { start, profile, newIdentity } = browser(scene);
    await start('Register');
    await profile('username', 'newcomer_x');
    for (const answer of [await profile('password', password), await newIdentity('newcomer_x', password)]) {
      expect(outcome(answer)).toEqual([422, 'password.rejected']);
      expect(answer.body.data).toContainEqual(expect.objectContaining({ code: issue }));
    }
  });

  test('asks for the password again when the username is chosen after it', async () => {
    const { start, profile, identify } = browser(scene);
    await start('Register');
    await profile('password', 'weathervane_22');
    await profile('username', 'weathervane_22');
    const answer = await identify();
    expect(outcome(answer)).toEqual([422, 'user.missing_profile']);
    expect(answer.body.data).toEqual({ missingProfile: ['password'] });
  });

  test('makes one account of one username, however many register it at once', async () => {
    const browsers = Array.from({ length: 8 }, () => browser(scene));
    for (const { start, profile } of browsers) {
      await start('Register');
      await profile('username', 'contested');
      await profile('password', strong);
    }
    const answers = await Promise.all(browsers.map(({ identify }) => identify()));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expect(outcome(answer)).toEqual([422, 'user.username_already_in_use']);
    }
  });

  test.each([
    ['signInMode SignIn', { signInMode: 'SignIn' }, [403, 'auth.forbidden']],
    ['no username at sign-up', { signUp: { identifiers: [], password: false, verify: false } }, undefined],
  ])('is closed by the settings: %s', async (_, change, atStart) => {
    const closed = await createScene();
    const { start, profile, newIdentity, identify } = browser(closed);
    await start('Register');
    await profile('username', 'latecomer');
    await profile('password', strong);
    expect((await settings(closed, change)).status).toBe(200);
    const refusal = atStart ?? [422, 'user.sign_in_method_not_enabled'];
    expect(outcome(await identify())).toEqual(refusal);
    expect(outcome(await profile('username', 'latecomer'))).toEqual(refusal);
    expect(outcome(await newIdentity('latecomer', strong))).toEqual(refusal);
    if (atStart) expect(outcome(await start('Register'))).toEqual(atStart);
  });
});

describe('no step can be left out', () => {
  let walker: { id: string; password: string };
  beforeAll(async () => {
    scene = await createScene();
    walker = await scene.app.createUser({ username: 'walker' });
  });

  const steps: [string, (b: ReturnType<typeof browser>) => Promise<Answer>][] = [
    ['change event', b => b.send('PUT', '/api/experience/interaction-event', { interactionEvent: 'SignIn' })],
    ['read', b => b.progress()],
    ['password', b => b.password('username', 'walker', walker.password)],
    ['new identity', b => b.newIdentity('someone', strong)],
    ['profile', b => b.profile('username', 'someone')],
    ['identification', b => b.identify('x')],
    ['submit', b => b.submit()],
  ];

  test.each(steps)('%s before anything was started', async (_, step) => {
    expect(outcome(await step(browser(scene)))).toEqual([400, 'session.not_found']);
  });

  test.each([['start', (b: ReturnType<typeof browser>) => b.start('SignIn')] as (typeof steps)[number], ...steps])(
    '%s without a cookie, with a foreign one, and where consent is asked',
    async (_, step) => {
      for (const cookie of ['', '_interaction=nonsense', scene.interactions.open('consent')]) {
        expect(outcome(await step(browser(scene, cookie)))).toEqual([400, 'session.not_found']);
      }
    },
  );

  test('identification without a verification, with an unknown one, and with another browser’s', async () => {
    const other = browser(scene);
    await other.start('SignIn');
    const { verificationId } = (await other.password('username', 'walker', walker.password)).body;
    const { start, identify, send, submit } = browser(scene);
    await start('SignIn');
    const unknown = [404, 'session.verification_session_not_found'];
    expect(outcome(await identify())).toEqual(unknown);
    expect(outcome(await identify('unknown'))).toEqual(unknown);
    expect(outcome(await identify(verificationId))).toEqual(unknown);
    expect(outcome(await send('POST', '/api/experience/identification'))).toEqual(unknown);
    expect(outcome(await submit())).toEqual([404, 'session.identifier_not_found']);
  });

  test('submit after the password alone', async () => {
    const { start, password, submit } = browser(scene);
    await start('SignIn');
    await password('username', 'walker', walker.password);
    expect(outcome(await submit())).toEqual([404, 'session.identifier_not_found']);
  });

  test('registration with nothing, with a name alone, and by the proof of an existing account', async () => {
    const { start, send, password, profile, identify } = browser(scene);
    await start('SignIn');
    const { verificationId } = (await password('username', 'walker', walker.password)).body;
    expect(outcome(await profile('username', 'someone'))).toEqual([404, 'session.identifier_not_found']);
    await send('PUT', '/api/experience/interaction-event', { interactionEvent: 'Register' });
    expect(outcome(await identify(verificationId))).toEqual([404, 'session.verification_session_not_found']);
    const nothing = await identify();
    expect(outcome(nothing)).toEqual([422, 'user.missing_profile']);
    expect(nothing.body.data).toEqual({ missingProfile: ['username', 'password'] });
    await profile('username', 'someone');
    expect((await identify()).body.data).toEqual({ missingProfile: ['password'] });
  });

  test('a new identity does not sign in', async () => {
    const { start, newIdentity, identify } = browser(scene);
    await start('SignIn');
    const { verificationId } = (await newIdentity('someone', strong)).body;
    expect(outcome(await identify(verificationId))).toEqual([404, 'session.verification_session_not_found']);
  });

  test('whoever is identified stays so, and starting over forgets them', async () => {
    const other = await scene.app.createUser({ username: 'other' });
    const { start, password, identify, submit, send } = browser(scene);
    await start('SignIn');
    const first = (await password('username', 'walker', walker.password)).body.verificationId;
    const second = (await password('username', 'other', other.password)).body.verificationId;
    expect((await identify(first)).status).toBe(204);
    expect((await identify(first)).status).toBe(204);
    expect(outcome(await identify(second))).toEqual([409, 'session.identity_conflict']);
    expect(outcome(await send('POST', '/api/experience/profile', { type: 'username', value: 'x' }))).toEqual([
      422,
      'request.feature_not_supported',
    ]);
    await send('PUT', '/api/experience/interaction-event', { interactionEvent: 'SignIn' });
    expect(outcome(await submit())).toEqual([404, 'session.identifier_not_found']);
    expect((await identify(second)).status).toBe(204);
    await start('SignIn');
    expect(outcome(await submit())).toEqual([404, 'session.identifier_not_found']);
    expect(outcome(await identify(second))).toEqual([404, 'session.verification_session_not_found']);
  });

  test('a registered person registers no second account in the same sign-in', async () => {
    const { start, newIdentity, identify, profile } = browser(scene);
    await start('Register');
    const { verificationId } = (await newIdentity('single', strong)).body;
    await identify(verificationId);
    for (const answer of [await identify(), await profile('username', 'double'), await newIdentity('double', strong)]) {
      expect(outcome(answer)).toEqual([409, 'session.identity_conflict']);
    }
  });

  test.each([
    [
      'suspended',
      (id: string) => scene.app.management('PATCH', `/api/users/${id}/is-suspended`, { isSuspended: true }),
      [401, 'user.suspended'],
    ],
    [
      'with a new password',
      (id: string) => scene.app.management('PATCH', `/api/users/${id}/password`, { password: 'Another-Harbor-59' }),
      [404, 'session.verification_session_not_found'],
    ],
    [
      'gone',
      (id: string) => scene.app.management('DELETE', `/api/users/${id}`),
      [404, 'session.verification_session_not_found'],
    ],
  ])('somebody %s after their proof neither identifies nor submits', async (_, change, refusal) => {
    const { app } = scene;
    const user = await app.createUser({ username: 'fleeting' }).catch(() => undefined);
    if (!user) throw new Error('the name was free');
    const proven = browser(scene);
    const identified = browser(scene);
    for (const { start } of [proven, identified]) await start('SignIn');
    const { verificationId } = (await proven.password('username', 'fleeting', user.password)).body;
    await identified.identify((await identified.password('username', 'fleeting', user.password)).body.verificationId);
    app.clock.advance(1000);
    expect((await change(user.id)).status).toBeLessThan(300);
    expect(outcome(await proven.identify(verificationId))).toEqual(refusal);
    expect(outcome(await identified.submit())).toEqual(refusal);
    await app.management('DELETE', `/api/users/${user.id}`);
  });

  test('of two submits at once one wins', async () => {
    const { start, password, identify, submit } = browser(scene);
    await start('SignIn');
    await identify((await password('username', 'walker', walker.password)).body.verificationId);
    const before = scene.interactions.logins.length;
    const answers = await Promise.all([submit(), submit(), submit()]);
    expect(answers.map(outcome).sort()).toEqual([
      [200, undefined],
      [400, 'session.not_found'],
      [400, 'session.not_found'],
    ]);
    expect(scene.interactions.logins.length - before).toBe(1);
  });

  test('the cookie of a sign-in opens no account route', async () => {
    const { start, password, identify, send } = browser(scene);
    await start('SignIn');
    await identify((await password('username', 'walker', walker.password)).body.verificationId);
    expect(outcome(await send('GET', '/api/my-account'))).toEqual([401, 'auth.authorization_header_missing']);
    expect(outcome(await send('GET', '/api/users'))).toEqual([401, 'auth.authorization_header_missing']);
  });

  test.each<[string, string, string, unknown]>([
    ['no event', 'PUT', '/api/experience', {}],
    ['an unknown event', 'PUT', '/api/experience', { interactionEvent: 'SignOut' }],
    ['no body', 'PUT', '/api/experience', undefined],
    [
      'an unknown identifier type',
      'POST',
      '/api/experience/verification/password',
      { identifier: { type: 'userId', value: 'x' }, password: 'x' },
    ],
    [
      'a NUL',
      'POST',
      '/api/experience/verification/password',
      { identifier: { type: 'username', value: 'a\0b' }, password: 'x' },
    ],
    [
      'an operator for a text',
      'POST',
      '/api/experience/verification/password',
      { identifier: { type: 'username', value: { $ne: '' } }, password: 'x' },
    ],
    [
      'an empty password',
      'POST',
      '/api/experience/verification/password',
      { identifier: { type: 'username', value: 'walker' }, password: '' },
    ],
    ['a profile of another kind', 'POST', '/api/experience/profile', { type: 'email', value: 'a@example.com' }],
    [
      'an email identity',
      'POST',
      '/api/experience/verification/new-password-identity',
      { identifier: { type: 'email', value: 'a@example.com' }, password: strong },
    ],
    ['a list for an id', 'POST', '/api/experience/identification', { verificationId: ['x'] }],
  ])('a body with %s is malformed', async (_, method, path, body) => {
    const { start, send } = browser(scene);
    await start('SignIn');
    expect(outcome(await send(method, path, body))).toEqual([400, 'guard.invalid_input']);
  });

  test('signing in is refused where the tenant only registers', async () => {
    const closed = await createScene();
    const user = await closed.app.createUser({ username: 'early' });
    const { start, password, identify } = browser(closed);
    await start('SignIn');
    const identified = browser(closed);
    await identified.start('SignIn');
    const { verificationId } = (await identified.password('username', 'early', user.password)).body;
    await identified.identify(verificationId);
    await settings(closed, { signInMode: 'Register' });
    expect(outcome(await password('username', 'early', user.password))).toEqual([403, 'auth.forbidden']);
    expect(outcome(await identify(verificationId))).toEqual([403, 'auth.forbidden']);
    expect(outcome(await identified.submit())).toEqual([403, 'auth.forbidden']);
    expect(outcome(await start('SignIn'))).toEqual([403, 'auth.forbidden']);
  });
});

describe('consent and going back', () => {
  beforeAll(async () => {
    scene = await createScene();
  });

  test.each([
    ['consent', 'consent', 200, /\/oidc\/auth\//],
    ['abort', 'login', 200, /access_denied/],
    ['abort', 'consent', 200, /access_denied/],
  ] as const)('%s where %s is asked: %i', async (action, prompt, status, target) => {
    const { send } = browser(scene, scene.interactions.open(prompt));
    const answer = await send('POST', `/api/interaction/${action}`, {});
    expect(answer.status).toBe(status);
    expect(answer.body.redirectTo).toMatch(target);
    expect(outcome(await send('POST', `/api/interaction/${action}`, {}))).toEqual([400, 'session.not_found']);
  });

  test('nobody consents before they have signed in', async () => {
    const { send, start } = browser(scene);
    await start('SignIn');
    expect(outcome(await send('POST', '/api/interaction/consent', {}))).toEqual([400, 'session.not_found']);
    expect(outcome(await browser(scene, '').send('POST', '/api/interaction/consent', {}))).toEqual([
      400,
      'session.not_found',
    ]);
  });
});
