/** What a page is told before a change: the same that the change itself will ask. */
import { type SensitiveAction, type StepUpPreset, sensitiveActions, stepUpPresets } from '@freehold/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { statement } from '../database/index.ts';
import { createTestApp, type TestApp, type TestToken, type TestUser } from '../testing/create-test-app.ts';

const insertSender = statement(
  'test.insert-sender',
  `INSERT INTO connectors (tenant_id, id, factory_id, type, config, created_at) VALUES ($1, $2, $2, $2, '', $3)`,
);

const EMAIL = 'ada@example.com';
const PHONE = '447911123456';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
  await app.enableAccountCenter();
});

const ask = (token: TestToken | string, action: string) =>
  app.account(token, 'GET', `/api/verifications/methods?action=${action}`);
const preset = async (name: StepUpPreset) => {
  const answer = await app.management('PATCH', '/api/account-center/step-up-policy', { preset: name });
  expect(answer.status).toBe(200);
};

const password = { method: 'password' };
const phone = { method: 'phone', target: '***456' };
const email = { method: 'email', target: 'a***@example.com' };

/** People by what they could prove themselves with. */
const people = {
  everything: { made: { email: EMAIL, phone: PHONE }, methods: [password, phone, email] },
  password: { made: {}, methods: [password] },
  email: { made: { password: null, email: EMAIL }, methods: [email] },
  phone: { made: { password: null, phone: PHONE }, methods: [phone] },
  nothing: { made: { password: null }, methods: [] },
};
type Who = keyof typeof people;

describe('the presets', () => {
  const table: [StepUpPreset, Who, SensitiveAction, boolean, 'any' | 'strongest'][] = [
    ['default', 'everything', 'username.change', false, 'any'],
    ['default', 'everything', 'username.remove', true, 'any'],
    ['default', 'everything', 'email.change', true, 'any'],
    ['default', 'nothing', 'email.change', true, 'any'],
    ['default', 'nothing', 'password.set', false, 'any'],
    ['default', 'email', 'password.set', true, 'any'],
    ['default', 'password', 'identity.link', true, 'any'],
    ['default', 'nothing', 'identity.link', false, 'any'],
    ['compatible', 'everything', 'username.change', true, 'any'],
    ['compatible', 'phone', 'phone.remove', true, 'any'],
    ['compatible', 'nothing', 'password.set', false, 'any'],
    ['strict', 'everything', 'email.change', true, 'strongest'],
    ['strict', 'phone', 'email.change', true, 'strongest'],
    ['strict', 'everything', 'sessions.read', true, 'any'],
    ['strict', 'nothing', 'password.set', false, 'strongest'],
  ];

  test.each(table)('%s: %s, %s', async (name, who, action, proofNeeded, strength) => {
    await preset(name);
    const { made, methods } = people[who];
    const token = await app.signIn(await app.createUser(made));
    expect(await ask(token, action)).toMatchObject({
      status: 200,
      body: {
        action,
        proofNeeded,
        singleUse: name === 'strict',
        maxAgeSeconds: 600,
        methods: strength === 'strongest' ? methods.slice(0, 1) : methods,
      },
    });
  });

  test.each(stepUpPresets)('%s: every action is judged as the administrator’s simulation judges it', async name => {
    await preset(name);
    for (const { made } of Object.values(people)) {
      const user = await app.createUser(made);
      const token = await app.signIn(user);
      for (const action of sensitiveActions) {
        const { body } = await ask(token, action);
        const path = '/api/account-center/step-up-policy/simulate';
        const simulated = (await app.management('POST', path, { userId: user.id, action })).body;
        expect({ ...body, methods: body.methods.map(({ method }: { method: string }) => method) }).toMatchObject({
          action,
          proofNeeded: simulated.proofNeeded,
          singleUse: simulated.singleUse,
          maxAgeSeconds: simulated.maxAgeSeconds,
          methods: simulated.acceptableMethods,
        });
      }
      // The next person has the same address.
      expect((await app.management('DELETE', `/api/users/${user.id}`)).status).toBe(204);
    }
  });
});

describe('the change itself', () => {
  const changes: [SensitiveAction, string, string, object | undefined][] = [
    ['username.remove', 'PATCH', '/api/my-account', { username: null }],
    ['email.remove', 'DELETE', '/api/my-account/primary-email', undefined],
    ['phone.remove', 'DELETE', '/api/my-account/primary-phone', undefined],
    ['password.set', 'POST', '/api/my-account/password', { password: 'correct horse battery' }],
  ];

  test.each(changes)('asks for %s what was said before', async (action, method, path, body) => {
    for (const name of stepUpPresets) {
      await preset(name);
      const user: TestUser = await app.createUser({ email: `${name}@example.com`, phone: PHONE });
      const token = await app.signIn(user);
      const told = (await ask(token, action)).body;
      const refused = await app.account(token, method, path, { body });
      expect(refused).toMatchObject({ status: 401, body: { code: 'verification_record.permission_denied' } });
      expect(told).toMatchObject({ proofNeeded: true, maxAgeSeconds: refused.body.data.maxAgeSeconds });
      expect(told.methods.map((one: { method: string }) => one.method)).toEqual(refused.body.data.acceptableMethods);
      expect((await app.management('DELETE', `/api/users/${user.id}`)).status).toBe(204);
    }
  });

  test('goes through without a proof where none was said to be needed', async () => {
    const token = await app.signIn(await app.createUser());
    expect((await ask(token, 'username.change')).body.proofNeeded).toBe(false);
    const change = { body: { username: 'another_name' } };
    expect((await app.account(token, 'PATCH', '/api/my-account', change)).status).toBe(200);
  });
});

test('names no code that cannot be sent', async () => {
  app = await createTestApp({ parts: { development: false } });
  await app.enableAccountCenter();
  const token = await app.signIn(await app.createUser(people.everything.made));
  expect((await ask(token, 'email.change')).body.methods).toEqual([password]);
  await app.database.run(insertSender, [app.tenant.id, 'Sms', app.clock()]);
  expect((await ask(token, 'email.change')).body.methods).toEqual([password, phone]);
});

test('shows no more of an address than its owner needs, whatever the field policy hides', async () => {
  await app.enableAccountCenter({ email: 'Off', phone: 'Off' });
  const token = await app.signIn(await app.createUser({ password: null, email: 'x@a.example', phone: '4479' }));
  const { body } = await ask(token, 'email.change');
  expect(body.methods).toEqual([
    { method: 'phone', target: '***479' },
    { method: 'email', target: 'x***@a.example' },
  ]);
});

describe('is refused', () => {
  test('without a token', async () => {
    const { status, body } = await app.request('GET', '/api/verifications/methods?action=email.change');
    expect([status, body.code]).toEqual([401, 'auth.authorization_header_missing']);
  });

  test('for a third party', async () => {
    const token = await app.signIn(await app.createUser(), { clientId: 'somebody-else' });
    const { status, body } = await ask(token, 'email.change');
    expect([status, body.code]).toEqual([403, 'auth.third_party_application_forbidden']);
  });

  test('where the account center is off', async () => {
    const token = await app.signIn(await app.createUser());
    await app.management('PATCH', '/api/account-center', { enabled: false });
    const { status, body } = await ask(token, 'email.change');
    expect([status, body.code]).toEqual([400, 'account_center.not_enabled']);
  });

  test.each(['', 'email', 'email.change,phone.change', 'toString', '__proto__', 'email.change%00'])(
    'for the action %j',
    async action => {
      const token = await app.signIn(await app.createUser());
      const { status, body } = await ask(token, action);
      expect([status, body.code]).toEqual([400, 'guard.invalid_input']);
    },
  );

  test('for no action at all, and for two', async () => {
    const token = await app.signIn(await app.createUser());
    for (const query of ['', '?action=email.change&action=phone.change']) {
      const { status, body } = await app.account(token, 'GET', `/api/verifications/methods${query}`);
      expect([status, body.code]).toEqual([400, 'guard.invalid_input']);
    }
  });

  test('for somebody who has been deleted since', async () => {
    const user = await app.createUser();
    const token = await app.signIn(user);
    await app.management('DELETE', `/api/users/${user.id}`);
    expect((await ask(token, 'email.change')).status).toBe(401);
  });
});

test('tells whether the change will sign the person out elsewhere, as the policy has it', async () => {
  const token = await app.signIn(await app.createUser());
  const ends = async (action: string): Promise<boolean> => (await ask(token, action)).body.endsOtherSessions;
  expect([await ends('password.set'), await ends('email.remove'), await ends('identity.link')]).toEqual([
    true,
    true,
    false,
  ]);
  await app.management('PATCH', '/api/account-center/step-up-policy', { endOtherSessions: false });
  expect(await ends('password.set')).toBe(false);
});

test('tells whether a weaker way was left out: only of somebody who has one', async () => {
  await preset('strict');
  const several = await app.signIn(await app.createUser(people.everything.made));
  const one = await app.signIn(await app.createUser());
  expect((await ask(several, 'username.remove')).body.onlyStrongest).toBe(true);
  expect((await ask(one, 'username.remove')).body.onlyStrongest).toBe(false);
  await preset('default');
  expect((await ask(several, 'username.remove')).body.onlyStrongest).toBe(false);
});
