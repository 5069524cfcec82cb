import { accountScopes } from '@freehold/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { statement } from '../database/index.ts';
import { findUserKey, listEvents } from '../events/index.ts';
import { openWithDataKey } from '../lib/index.ts';
import { createTestApp, type TestApp, type TestToken, type TestUser } from '../testing/create-test-app.ts';

const kinds = {
  email: {
    path: '/api/my-account/primary-email',
    member: 'primaryEmail',
    old: 'ada@example.com',
    next: 'Ada.New@Example.com',
    again: 'ada.new@example.com',
    third: 'third@example.com',
    taken: 'user.email_already_in_use',
  },
  phone: {
    path: '/api/my-account/primary-phone',
    member: 'primaryPhone',
    old: '447911123456',
    next: '447911123457',
    again: '4407911123457',
    third: '447911123458',
    taken: 'user.phone_already_in_use',
  },
} as const;
type Channel = keyof typeof kinds;

let app: TestApp;
let user: TestUser;
let token: TestToken;

beforeEach(async () => {
  app = await createTestApp();
  await app.enableAccountCenter();
  user = await app.createUser({ email: kinds.email.old, phone: kinds.phone.old });
  token = await app.signIn(user);
  await app.events();
});

const problem = (status: number, code: string) => ({ status, body: { code } });
const DENIED = problem(401, 'verification_record.permission_denied');
const NOT_FOUND = problem(400, 'verification_record.not_found');
const read = async (bearer = token) => (await app.account(bearer, 'GET', '/api/my-account')).body;
const policy = async (change: object) => {
  expect(await app.management('PATCH', '/api/account-center/step-up-policy', change)).toMatchObject({ status: 200 });
  await app.events();
};

/** Asks for a code to an address. */
async function ask(type: Channel, value: string, bearer = token): Promise<{ id: string; code: string }> {
  const identifier = { type, value };
  const { status, body } = await app.account(bearer, 'POST', '/api/verifications/verification-code', {
    body: { identifier },
  });
  expect(status).toBe(201);
  return { id: body.verificationRecordId, code: app.messenger.sent.at(-1)?.code ?? '' };
}
/** Proves an address: to be the caller's to control, or the caller's own. */
async function proven(type: Channel, value: string, bearer = token): Promise<string> {
  const { id, code } = await ask(type, value, bearer);
  const body = { identifier: { type, value }, verificationId: id, code };
  const answer = await app.account(bearer, 'POST', '/api/verifications/verification-code/verify', { body });
  expect(answer.status).toBe(200);
  await app.events();
  return id;
}
interface ChangeOptions {
  readonly bearer?: TestToken;
  readonly method?: string;
  readonly headers?: Record<string, string>;
}
const change = (
  type: Channel,
  value: unknown,
  record: unknown,
  proof: string | undefined,
  { bearer = token, method = 'PATCH', headers = {} }: ChangeOptions = {},
) =>
  app.account(bearer, method, kinds[type].path, {
    body: { [type]: value, newIdentifierVerificationRecordId: record },
    headers,
    ...(proof !== undefined && { proof }),
  });
const remove = (type: Channel, proof?: string, bearer = token) =>
  app.account(bearer, 'DELETE', kinds[type].path, proof === undefined ? {} : { proof });

/** What the last event of a user says that only the user's own key opens. */
async function personalOf({ id }: TestUser): Promise<object> {
  const key = await findUserKey(app.database, app.envelope, app.tenant.id, id);
  const event = (await listEvents(app.database, app.tenant.id, id)).at(-1);
  if (!key || !event?.personal) throw new Error('no personal values');
  return JSON.parse(openWithDataKey(key, event.personal, ['security_events', app.tenant.id, event.id]).toString());
}

test('the flow of the documentation: prove by password, prove the new address, change', async () => {
  const P = await app.prove(token, user);
  const N = await proven('email', 'new@example.com');
  expect(app.messenger.sent.at(-1)).toMatchObject({ to: 'new@example.com', usage: 'BindNewIdentifier' });
  const answer = await change('email', 'new@example.com', N, P);
  expect(answer).toMatchObject({ status: 204, body: undefined });
  expect((await read()).primaryEmail).toBe('new@example.com');
  expect(await app.events()).toEqual([
    {
      type: 'identifier-changed',
      userId: user.id,
      data: { members: ['primaryEmail'], endedSessions: 0 },
      outbox: ['notice:identifier-changed', 'webhook:User.Data.Updated'],
    },
  ]);
});

describe.each(Object.keys(kinds) as Channel[])('the primary %s', type => {
  const { path, member, old, next, again, third, taken } = kinds[type];

  test.each(['PATCH', 'POST'])('is changed by %s with a proof by the old one', async method => {
    const proof = await proven(type, old);
    const record = await proven(type, next);
    expect(await change(type, again, record, proof, { method })).toMatchObject({ status: 204, body: undefined });
    // As the code went to it, not as it was spelt now.
    expect((await read())[member]).toBe(next);
    expect(await personalOf(user)).toMatchObject({ identifier: type, old, new: next });
  });

  test('is set where there was none', async () => {
    const person = await app.createUser();
    const bearer = await app.signIn(person);
    const proof = await app.prove(bearer, person);
    const record = await proven(type, next, bearer);
    expect((await change(type, next, record, proof, { bearer })).status).toBe(204);
    expect((await read(bearer))[member]).toBe(next);
    expect(await personalOf(person)).toMatchObject({ identifier: type, old: null, new: next });
  });

  describe('is not changed', () => {
    test.each<[string, () => Promise<string> | string]>([
      ['without a record', () => ''],
      ['by a record that nobody has', () => 'nobody'],
      ['by the id of a user', () => user.id],
      ['by a record that was not verified', async () => (await ask(type, next)).id],
      ['by a record of another address', () => proven(type, third)],
      [
        'by a record of the other kind',
        () => proven(type === 'email' ? 'phone' : 'email', kinds[type === 'email' ? 'phone' : 'email'].next),
      ],
      ['by a proof of who the caller is', () => app.prove(token, user)],
      ['by a proof of the own address', () => proven(type, old)],
    ])('%s', async (_, make) => {
      const record = await make();
      const proof = await app.prove(token, user);
      await app.events();
      expect(await change(type, next, record, proof)).toMatchObject(NOT_FOUND);
      expect((await read())[member]).toBe(old);
      expect(await app.events()).toEqual([]);
    });

    test('by a proof of the own address, to that very address', async () => {
      const [record, proof] = [await proven(type, old), await app.prove(token, user)];
      expect(await change(type, old, record, proof)).toMatchObject(NOT_FOUND);
    });

    test('by a record of another user, session or client', async () => {
      const thief = await app.createUser();
      const strangers = [
        await app.signIn(thief),
        await app.signIn(user),
        await app.signIn(user, { sessionUid: token.sessionUid, clientId: 'account-center' }),
        await app.signIn(user, { sessionUid: null }),
      ];
      const proof = await app.prove(token, user);
      for (const stranger of strangers) {
        expect(await change(type, next, await proven(type, next, stranger), proof)).toMatchObject(NOT_FOUND);
      }
      const own = await proven(type, next);
      const theirs = await app.prove(strangers[0] ?? token, thief);
      expect(await change(type, next, own, theirs, { bearer: strangers[0] ?? token })).toMatchObject(NOT_FOUND);
      expect((await read())[member]).toBe(old);
      expect((await change(type, next, own, proof)).status).toBe(204);
    });

    test('once the record has expired', async () => {
      const record = await proven(type, next);
      app.clock.advance(300_000);
      const proof = await app.prove(token, user);
      app.clock.advance(300_000);
      expect(await change(type, next, record, proof)).toMatchObject(NOT_FOUND);
      app.clock.advance(-1);
      expect((await change(type, next, record, proof)).status).toBe(204);
    });

    test('twice by one record', async () => {
      const proof = await app.prove(token, user);
      const first = await proven(type, next);
      const second = await proven(type, third);
      expect((await change(type, next, first, proof)).status).toBe(204);
      expect((await change(type, third, second, proof)).status).toBe(204);
      expect(await change(type, next, first, proof)).toMatchObject(NOT_FOUND);
      expect((await read())[member]).toBe(third);
    });

    test('to what another account has; the record is not used up', async () => {
      const other = await app.createUser(type === 'email' ? { email: again } : { phone: next });
      const proof = await app.prove(token, user);
      const record = await proven(type, next);
      await app.events();
      expect(await change(type, next, record, proof)).toMatchObject(problem(422, taken));
      expect((await read())[member]).toBe(old);
      expect(await app.events()).toEqual([]);
      await app.management('DELETE', `/api/users/${other.id}`);
      expect((await change(type, next, record, proof)).status).toBe(204);
    });

    test.each<[unknown, number, string]>([
      [[next, next], 400, 'guard.invalid_input'],
      [{ $ne: '' }, 400, 'guard.invalid_input'],
      [`${next},${next}`, 400, 'guard.invalid_input'],
      [`${next}\r\nBcc: evil@example.com`, 400, 'guard.invalid_input'],
      [null, 400, 'guard.invalid_input'],
      ['', 400, 'guard.invalid_input'],
    ])('to %j', async (value, status, code) => {
      const record = await proven(type, next);
      expect(await change(type, value, record, await app.prove(token, user))).toMatchObject(problem(status, code));
      expect((await read())[member]).toBe(old);
    });

    test.each([[['a']], [{ id: 'a' }], [1], [null], ['a\0']])('by a record that is %j', async record => {
      expect(await change(type, next, record, await app.prove(token, user))).toMatchObject(
        problem(400, 'guard.invalid_input'),
      );
    });

    test('over a change that the caller has not seen', async () => {
      const { headers } = await app.account(token, 'GET', '/api/my-account');
      const proof = await app.prove(token, user);
      const record = await proven(type, next);
      await app.account(token, 'PATCH', '/api/my-account', { body: { name: 'Ada' } });
      const stale = { 'if-match': headers.etag ?? '' };
      expect(await change(type, next, record, proof, { headers: stale })).toMatchObject(
        problem(412, 'request.precondition_failed'),
      );
      const fresh = { 'if-match': (await app.account(token, 'GET', '/api/my-account')).headers.etag ?? '' };
      expect((await change(type, next, record, proof, { headers: fresh })).status).toBe(204);
    });
  });

  test('is guarded in the order of the wire: body, proof, field, scope, first party, record', async () => {
    const proof = await app.prove(token, user);
    const narrow = await app.signIn(user, {
      scopes: accountScopes.filter(scope => scope !== type),
      sessionUid: token.sessionUid,
    });
    const third = await app.signIn(user, { clientId: 'somebody-else', sessionUid: token.sessionUid });
    const thirdNarrow = await app.signIn(user, { clientId: 'somebody-else', scopes: ['openid'] });
    const bad = { bearer: thirdNarrow };
    expect(await change(type, 'x', 'x', undefined, bad)).toMatchObject(problem(400, 'guard.invalid_input'));
    await app.enableAccountCenter({ [type]: 'ReadOnly' });
    expect(await change(type, next, 'x', undefined, bad)).toMatchObject(DENIED);
    expect(await remove(type, undefined, thirdNarrow)).toMatchObject(DENIED);
    const editable = problem(400, 'account_center.field_not_editable');
    expect(await change(type, next, 'x', proof, { bearer: narrow })).toMatchObject(editable);
    expect(await remove(type, proof, narrow)).toMatchObject(editable);
    await app.enableAccountCenter();
    const unauthorized = problem(400, 'auth.unauthorized');
    expect(await change(type, next, 'x', proof, { bearer: narrow })).toMatchObject(unauthorized);
    expect(await remove(type, proof, narrow)).toMatchObject(unauthorized);
    // A third party cannot prove anything, so the policy has to ask for nothing.
    await policy({ actions: { [`${type}.change`]: { proof: 'never' }, [`${type}.remove`]: { proof: 'never' } } });
    const thirdParty = problem(403, 'auth.third_party_application_forbidden');
    expect(await change(type, next, 'x', undefined, { bearer: third })).toMatchObject(thirdParty);
    expect(await remove(type, undefined, third)).toMatchObject(thirdParty);
    expect(await change(type, next, 'x', undefined)).toMatchObject(NOT_FOUND);
    expect((await read())[member]).toBe(old);
    expect(await app.events()).toEqual([]);
  });

  describe('once it has changed', () => {
    test('other sessions have ended, with what was proven and asked for in them; the caller’s own lives', async () => {
      const elsewhere = await app.signIn(user);
      const pending = await proven(type, third, elsewhere);
      expect((await change(type, next, await proven(type, next), await app.prove(token, user))).status).toBe(204);
      expect(await app.events()).toMatchObject([{ data: { endedSessions: 1 } }]);
      expect((await app.account(elsewhere, 'GET', '/api/my-account')).status).toBe(401);
      expect((await read())[member]).toBe(next);
      const back = await app.signIn(user, { sessionUid: elsewhere.sessionUid });
      expect((await app.account(back, 'GET', '/api/my-account')).status).toBe(401);
      const proof = await app.prove(token, user);
      expect(await change(type, third, pending, proof)).toMatchObject(NOT_FOUND);
    });

    test('what was proven by the old one is worth nothing; a password still is', async () => {
      const byOld = await proven(type, old);
      const pending = await ask(type, old);
      const byPassword = await app.prove(token, user);
      expect((await change(type, next, await proven(type, next), byOld)).status).toBe(204);
      expect(await remove(type, byOld)).toMatchObject(DENIED);
      const body = { identifier: { type, value: old }, verificationId: pending.id, code: pending.code };
      expect(await app.account(token, 'POST', '/api/verifications/verification-code/verify', { body })).toMatchObject(
        NOT_FOUND,
      );
      expect((await remove(type, byPassword)).status).toBe(204);
    });

    test('the new one proves, the old one can be somebody else’s', async () => {
      expect((await change(type, next, await proven(type, next), await app.prove(token, user))).status).toBe(204);
      const proof = await proven(type, again);
      const person = await app.createUser();
      const bearer = await app.signIn(person);
      const record = await proven(type, old, bearer);
      expect((await change(type, old, record, await app.prove(bearer, person), { bearer })).status).toBe(204);
      expect((await remove(type, proof)).status).toBe(204);
    });

    test('under the compatible preset all that lived lives on', async () => {
      await policy({ preset: 'compatible' });
      const elsewhere = await app.signIn(user);
      const byOld = await proven(type, old);
      expect((await change(type, next, await proven(type, next), byOld)).status).toBe(204);
      expect(await app.events()).toMatchObject([{ data: { endedSessions: 0 } }]);
      expect((await read(elsewhere))[member]).toBe(next);
      expect((await remove(type, byOld)).status).toBe(204);
    });

    test('sessions live on where the policy keeps them, and the old proofs die all the same', async () => {
      await policy({ endOtherSessions: false });
      const elsewhere = await app.signIn(user);
      const byOld = await proven(type, old);
      expect((await change(type, next, await proven(type, next), byOld)).status).toBe(204);
      expect((await read(elsewhere))[member]).toBe(next);
      expect(await remove(type, byOld)).toMatchObject(DENIED);
    });

    test('a proof that the policy lets serve once is used up', async () => {
      await policy({ actions: { [`${type}.change`]: { singleUse: true } } });
      const proof = await app.prove(token, user);
      const [first, second] = [await proven(type, next), await proven(type, third)];
      expect(await change(type, next, 'nobody', proof)).toMatchObject(NOT_FOUND);
      expect((await change(type, next, first, proof)).status).toBe(204);
      expect(await change(type, third, second, proof)).toMatchObject(DENIED);
    });
  });

  describe('at the same moment', () => {
    test('by two users: one has it, the other is told', async () => {
      const people = await Promise.all(Array.from({ length: 4 }, () => app.createUser()));
      const ready = [];
      for (const person of people) {
        const bearer = await app.signIn(person);
        ready.push({
          bearer,
          proof: await app.prove(bearer, person),
          record: await proven(type, next, bearer),
        });
      }
      await app.events();
      const answers = await Promise.all(
        ready.map(({ bearer, proof, record }, i) => change(type, i % 2 ? again : next, record, proof, { bearer })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 422, 422, 422]);
      expect(answers.filter(({ status }) => status === 422).map(({ body }) => body.code)).toEqual([
        taken,
        taken,
        taken,
      ]);
      expect(await app.events()).toHaveLength(1);
    });

    test('by one record many times: once', async () => {
      const proof = await app.prove(token, user);
      const record = await proven(type, next);
      const answers = await Promise.all(Array.from({ length: 10 }, () => change(type, next, record, proof)));
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 400)).toHaveLength(9);
      expect(await app.events()).toHaveLength(1);
    });
  });

  describe('is removed', () => {
    test('with a proof, and a removal of nothing is one too', async () => {
      const proof = await app.prove(token, user);
      expect(await remove(type, proof)).toMatchObject({ status: 204, body: undefined });
      expect((await read())[member]).toBeNull();
      expect(await personalOf(user)).toMatchObject({ identifier: type, old, new: null });
      expect(await app.events()).toEqual([
        {
          type: 'identifier-changed',
          userId: user.id,
          data: { members: [member], endedSessions: 0 },
          outbox: ['notice:identifier-changed', 'webhook:User.Data.Updated'],
        },
      ]);
      expect(await remove(type, proof)).toMatchObject({ status: 204 });
      expect(await app.events()).toEqual([]);
    });

    test('and with it other sessions, and what it proved', async () => {
      const elsewhere = await app.signIn(user);
      const byOld = await proven(type, old);
      expect((await remove(type, byOld)).status).toBe(204);
      expect((await app.account(elsewhere, 'GET', '/api/my-account')).status).toBe(401);
      expect(
        await app.account(token, 'PATCH', '/api/my-account', { body: { username: null }, proof: byOld }),
      ).toMatchObject(DENIED);
    });

    test('not without a proof', async () => {
      expect(await remove(type)).toMatchObject(DENIED);
      expect((await read())[member]).toBe(old);
    });

    test('not when it is the last way to sign in', async () => {
      const person = await app.createUser({
        username: null,
        ...(type === 'email' ? { email: next } : { phone: next }),
      });
      const bearer = await app.signIn(person);
      const proof = await app.prove(bearer, person);
      expect(await remove(type, proof, bearer)).toMatchObject(problem(400, 'user.last_sign_in_method_required'));
      expect((await read(bearer))[member]).toBe(next);
      await app.database.run(link, [app.tenant.id, person.id, `${type}-1`, app.clock()]);
      expect((await remove(type, proof, bearer)).status).toBe(204);
    });
  });

  test('of another account is out of reach', async () => {
    const other = await app.createUser({ ...(type === 'email' ? { email: third } : { phone: third }) });
    const proof = await app.prove(token, user);
    const record = await proven(type, next);
    const targets = { userId: other.id, id: other.id, sub: other.id, accountId: other.id };
    const answer = await app.account(token, 'PATCH', `${path}?userId=${other.id}`, {
      body: { ...targets, isVerified: true, [type]: next, newIdentifierVerificationRecordId: record },
      headers: { 'x-user-id': other.id },
      proof,
    });
    expect(answer.status).toBe(204);
    expect((await app.management('GET', `/api/users/${other.id}`)).body[member]).toBe(third);
    await app.account(token, 'DELETE', `${path}?userId=${other.id}`, { body: targets, proof });
    expect((await app.management('GET', `/api/users/${other.id}`)).body[member]).toBe(third);
  });
});

const link = statement(
  'test.link-identity',
  `INSERT INTO identities (tenant_id, user_id, target, identity_id, created_at) VALUES ($1, $2, 'mock', $3, $4)`,
);
const linkSso = statement(
  'test.link-sso',
  `INSERT INTO sso_identities (tenant_id, id, user_id, issuer, identity_id, connector_id, details, created_at)
   VALUES ($1, $2, $2, 'https://idp.test', $2, 'c', '{}', $3)`,
);

describe('the last two ways to sign in', () => {
  test('removed at the same moment: one stays', async () => {
    for (let round = 0; round < 5; round++) {
      const person = await app.createUser({
        username: null,
        email: `last${round}@example.com`,
        phone: `44791112350${round}`,
      });
      const bearer = await app.signIn(person);
      const proof = await app.prove(bearer, person);
      const answers = await Promise.all([remove('email', proof, bearer), remove('phone', proof, bearer)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 400]);
      const { primaryEmail, primaryPhone } = await read(bearer);
      expect([primaryEmail, primaryPhone].filter(one => one !== null)).toHaveLength(1);
    }
  });

  test('three at once, with the username: one stays', async () => {
    const person = await app.createUser({ email: 'three@example.com', phone: '447911123519' });
    const bearer = await app.signIn(person);
    const proof = await app.prove(bearer, person);
    const answers = await Promise.all([
      remove('email', proof, bearer),
      remove('phone', proof, bearer),
      app.account(bearer, 'PATCH', '/api/my-account', { body: { username: null }, proof }),
    ]);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(1);
    expect(answers.find(({ status }) => status === 400)?.body.code).toBe('user.last_sign_in_method_required');
  });

  test('an identity at a company counts as one', async () => {
    const person = await app.createUser({ username: null, email: 'sso@example.com' });
    const bearer = await app.signIn(person);
    await app.database.run(linkSso, [app.tenant.id, person.id, app.clock()]);
    expect((await remove('email', await app.prove(bearer, person), bearer)).status).toBe(204);
  });
});

describe('the policy for addresses', () => {
  test('is asked again when the address is bound', async () => {
    const record = await proven('email', kinds.email.next);
    const proof = await app.prove(token, user);
    const blocked = { emailBlocklistPolicy: { customBlocklist: ['@EXAMPLE.com'] } };
    await app.management('PATCH', '/api/sign-in-exp', blocked);
    const refusal = problem(422, 'session.email_blocklist.email_not_allowed');
    expect(await change('email', kinds.email.next, record, proof)).toMatchObject(refusal);
    // Before the record is looked at, as on the wire, and before the length.
    expect(await change('email', kinds.email.next, 'nobody', proof)).toMatchObject(refusal);
    expect(await change('email', `${'a'.repeat(117)}@example.com`, 'nobody', proof)).toMatchObject(refusal);
    expect((await read()).primaryEmail).toBe(kinds.email.old);
    await app.management('PATCH', '/api/sign-in-exp', { emailBlocklistPolicy: {} });
    expect((await change('email', kinds.email.next, record, proof)).status).toBe(204);
  });

  test('an address of more than 128 characters is too long', async () => {
    const long = `${'a'.repeat(117)}@example.com`;
    expect(await change('email', long, 'nobody', await app.prove(token, user))).toMatchObject(
      problem(422, 'entity.value_too_long'),
    );
  });
});

test('digits that are no phone number get a code and are not bound', async () => {
  const record = await proven('phone', '12345');
  const proof = await app.prove(token, user);
  expect(await change('phone', '12345', record, proof)).toMatchObject(problem(422, 'user.invalid_phone'));
  expect(await change('phone', '12345', 'nobody', proof)).toMatchObject(NOT_FOUND);
  expect((await read()).primaryPhone).toBe(kinds.phone.old);
});

test('an address proven before the password was changed elsewhere is bound by nobody', async () => {
  // Somebody has a session of the person, proves an address of their own, and waits.
  const intruder = await app.signIn(user);
  const waiting = await proven('email', 'intruder@example.com', intruder);
  const intruderProof = await app.prove(intruder, user);
  const proof = await app.prove(token, user);
  const password = 'Blue-kettle-sings-47';
  expect((await app.account(token, 'POST', '/api/my-account/password', { body: { password }, proof })).status).toBe(
    204,
  );
  expect((await change('email', 'intruder@example.com', waiting, intruderProof, { bearer: intruder })).status).toBe(
    401,
  );
  const own = await app.prove(token, { ...user, password });
  expect(await change('email', 'intruder@example.com', waiting, own)).toMatchObject(NOT_FOUND);
});
