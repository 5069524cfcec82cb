import { beforeEach, describe, expect, test } from 'vitest';
import { statement } from '../database/index.ts';
import { Problem } from '../operation/index.ts';
import { sweep } from '../sessions/index.ts';
import {
  type Answer,
  createTestApp,
  type TestApp,
  type TestAppOptions,
  type TestToken,
  type TestUser,
} from '../testing/create-test-app.ts';
import { recordingMessenger } from '../testing/recording-messenger.ts';

const TEN_MINUTES = 600_000;
const SEND = '/api/verifications/verification-code';
const VERIFY = '/api/verifications/verification-code/verify';
const OWN = 'ada@example.com';
const NEW = 'ada.new@example.com';
const OWN_PHONE = '447911123456';
const NEW_PHONE = '447911123457';

let app: TestApp;
let user: TestUser;
let token: TestToken;

async function begin(options: TestAppOptions = {}) {
  app = await createTestApp(options);
  await app.enableAccountCenter();
  user = await app.createUser({ email: OWN, phone: OWN_PHONE });
  token = await app.signIn(user);
}
beforeEach(() => begin());

const email = (value: unknown) => ({ type: 'email', value });
const phone = (value: unknown) => ({ type: 'phone', value });
const send = (identifier: unknown, more: object = {}, bearer = token) =>
  app.account(bearer, 'POST', SEND, { body: { identifier, ...more } });
const enter = (identifier: unknown, id: string, code: string, bearer = token, method = 'POST') =>
  app.account(bearer, method, VERIFY, { body: { identifier, verificationId: id, code } });
const problem = (status: number, code: string) => ({ status, body: { code } });
const wrong = (code: string) => (code === '000000' ? '000001' : '000000');
const types = async () => (await app.events()).map(({ type }) => type);
const settings = async (change: object) => {
  expect(await app.management('PATCH', '/api/sign-in-exp', change)).toMatchObject({ status: 200 });
  await app.events();
};
/** Sends and returns record and code. */
async function sent(identifier: { type: string; value: unknown }, more: object = {}, bearer = token) {
  const { status, body } = await send(identifier, more, bearer);
  expect(status).toBe(201);
  return { id: String(body.verificationRecordId), code: app.messenger.sent.at(-1)?.code ?? '' };
}
/** Whether a record opens a sensitive change; the change itself is refused, so that it can be tried again. */
const opens = async (proof: string, bearer = token): Promise<boolean> => {
  const answer = await app.account(bearer, 'PATCH', '/api/my-account', {
    proof,
    body: { username: null },
    headers: { 'if-match': '"none"' },
  });
  expect([401, 412]).toContain(answer.status);
  return answer.status === 412;
};

const countCodes = statement<{ codes: number; records: number; used: number }>(
  'test.count-codes',
  `SELECT (SELECT count(*) FROM verification_codes WHERE tenant_id = $1) AS codes,
     (SELECT count(*) FROM verification_records WHERE tenant_id = $1) AS records,
     (SELECT coalesce(sum(cardinality(sends)), 0) FROM message_sends WHERE tenant_id = $1)::integer AS used`,
);
const tries = statement<{ tries: number; consumed_at: Date | null }>(
  'test.code-tries',
  'SELECT tries, consumed_at FROM verification_codes WHERE tenant_id = $1 AND id = $2',
);
const codeColumns = statement<{ text: string }>(
  'test.code-row',
  'SELECT c::text AS text FROM verification_codes c WHERE tenant_id = $1',
);

test.each([
  ['as long as the tenant says', 60, 60],
  ['no longer than its record', 3600, 600],
])('a code works %s, and whoever asked for it is told', async (_, expirationDuration, codeExpiresIn) => {
  await app.management('PATCH', '/api/sign-in-exp', { verificationCodePolicy: { expirationDuration } });
  expect((await send(email(OWN))).body).toMatchObject({ codeExpiresIn });
  expect((await send(email('new@example.com'))).body).toMatchObject({ codeExpiresIn });
});

test('a code that was asked for one action proves nothing for another', async () => {
  const proves = async (action: string) => {
    const { id, code } = await sent(email(OWN), { action });
    expect((await enter(email(OWN), id, code)).status).toBe(200);
    return opens(id);
  };
  expect([await proves('username.remove'), await proves('email.remove')]).toEqual([true, false]);
  expect(await send(email(OWN), { action: 'everything' })).toMatchObject({ status: 400 });
});

describe('a code to the own address', () => {
  test('makes a record that proves who the caller is', async () => {
    const answer = await send(email(OWN));
    const expiresAt = new Date(app.clock().getTime() + TEN_MINUTES);
    const id = answer.body.verificationRecordId;
    expect(answer).toMatchObject({ status: 201 });
    expect(answer.body).toEqual({
      verificationRecordId: expect.stringMatching(/^[0-9a-z]{21}$/),
      verificationId: id,
      expiresAt: expiresAt.toISOString(),
      codeExpiresIn: 600,
    });
    expect(app.messenger.sent).toEqual([
      {
        channel: 'email',
        to: OWN,
        usage: 'UserPermissionValidation',
        code: expect.stringMatching(/^\d{6}$/),
        expiresAt,
        user: expect.objectContaining({ id: user.id, primaryEmail: OWN }),
        application: { id: 'demo-app', name: 'Live Preview' },
      },
    ]);
    expect(await app.events()).toEqual([]);
    expect(await opens(id)).toBe(false);
    expect(await enter(email(OWN), id, app.messenger.codeTo(OWN))).toMatchObject({
      status: 200,
      body: { verificationRecordId: id },
    });
    expect(await app.events()).toEqual([
      { type: 'proof-given', userId: user.id, data: { method: 'email' }, outbox: [] },
    ]);
    expect(await opens(id)).toBe(true);
    expect(await app.events()).toEqual([]);
  });

  test('by text message goes to the number and names neither person nor application', async () => {
    const { id, code } = await sent(phone(OWN_PHONE));
    expect(app.messenger.sent).toEqual([
      { channel: 'phone', to: OWN_PHONE, usage: 'UserPermissionValidation', code, expiresAt: expect.any(Date) },
    ]);
    expect(await enter(phone(OWN_PHONE), id, code)).toMatchObject({ status: 200 });
    expect(await opens(id)).toBe(true);
  });

  test.each([
    ['in capitals', email('ADA@EXAMPLE.COM')],
    ['in full width, as East Asian keyboards write it', email('ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ')],
    ['between spaces', email('  ada@example.com ')],
    ['with a superfluous national zero', phone('4407911123456')],
  ])('is known %s, and goes where it is stored', async (_, identifier) => {
    const { id, code } = await sent(identifier);
    expect(app.messenger.sent).toMatchObject([
      { to: identifier.type === 'email' ? OWN : OWN_PHONE, usage: 'UserPermissionValidation' },
    ]);
    expect(await enter(identifier, id, code)).toMatchObject({ status: 200 });
    expect(await opens(id)).toBe(true);
  });

  test('with the words of a second factor proves nothing', async () => {
    const { id, code } = await sent(email(OWN), { templateType: 'BindMfa' });
    expect(app.messenger.sent).toMatchObject([{ usage: 'BindMfa' }]);
    expect(await enter(email(OWN), id, code)).toMatchObject({ status: 200 });
    expect(await opens(id)).toBe(false);
    expect(
      await app.account(token, 'POST', '/api/my-account/primary-email', {
        proof: await app.prove(token, user),
        body: { email: OWN, newIdentifierVerificationRecordId: id },
      }),
    ).toMatchObject(problem(400, 'verification_record.not_found'));
  });

  test('is worth nothing once the address is another', async () => {
    await app.management('PATCH', '/api/account-center/step-up-policy', { endOtherSessions: false });
    const given = await sent(email(OWN));
    await enter(email(OWN), given.id, given.code);
    const pending = await sent(email(OWN));
    expect(await opens(given.id)).toBe(true);
    await app.management('PATCH', `/api/users/${user.id}`, { primaryEmail: NEW });
    expect(await enter(email(OWN), pending.id, pending.code)).toMatchObject(
      problem(400, 'verification_record.not_found'),
    );
    expect(await opens(given.id)).toBe(false);
  });

  test('proves nothing when the address changes behind everybody’s back', async () => {
    const { id, code } = await sent(email(OWN));
    await app.changeUser(user, { primary_email: NEW, email_key: NEW });
    expect(await enter(email(OWN), id, code)).toMatchObject(problem(400, 'verification_record.not_found'));
    expect(await opens(id)).toBe(false);
    expect(await app.events()).toEqual([]);
  });
});

describe('a code to a new address', () => {
  test.each([
    ['email', email(NEW), NEW],
    ['phone', phone(NEW_PHONE), NEW_PHONE],
    ['phone', phone('4407911123457'), NEW_PHONE],
  ])('proves the %s, and never the person', async (_, identifier, to) => {
    for (const more of [{}, { templateType: 'UserPermissionValidation' }, { templateType: 'BindMfa' }]) {
      app.messenger.sent.length = 0;
      const { id, code } = await sent(identifier, more);
      expect(app.messenger.sent).toMatchObject([{ to, usage: 'BindNewIdentifier' }]);
      expect(await enter(identifier, id, code)).toMatchObject({ status: 200 });
      expect(await app.events()).toEqual([]);
      expect(await opens(id)).toBe(false);
    }
  });

  test('that somebody else has is answered like one that nobody has', async () => {
    await app.createUser({ email: 'taken@example.com', phone: NEW_PHONE });
    const shape = ({ status, headers, body }: Answer) => ({
      status,
      headers: Object.keys(headers).sort(),
      members: Object.keys(body),
    });
    const [free, taken] = [await send(email(NEW)), await send(email('taken@example.com'))];
    expect(shape(taken)).toEqual(shape(free));
    expect(app.messenger.sent.map(({ usage }) => usage)).toEqual(['BindNewIdentifier', 'BindNewIdentifier']);
    expect(shape(await send(phone(NEW_PHONE)))).toEqual(shape(await send(phone('447911123458'))));
    expect(await app.events()).toEqual([]);
  });

  test('must be allowed by the policy for addresses; the own one need not', async () => {
    await settings({ emailBlocklistPolicy: { blockSubaddressing: true, customBlocklist: ['@example.com'] } });
    expect(await send(email('NEW@Example.Com'))).toMatchObject(
      problem(422, 'session.email_blocklist.email_not_allowed'),
    );
    expect(await send(email('a+b@example.org'))).toMatchObject(
      problem(422, 'session.email_blocklist.email_subaddressing_not_allowed'),
    );
    // Said before the length, as on the wire.
    expect(await send(email(`${'a'.repeat(117)}@example.com`))).toMatchObject(
      problem(422, 'session.email_blocklist.email_not_allowed'),
    );
    expect(app.messenger.sent).toEqual([]);
    expect(await app.database.row(countCodes, [app.tenant.id])).toEqual({ codes: 0, records: 0, used: 0 });
    expect(await send(email(OWN))).toMatchObject({ status: 201 });
  });
});

describe('the request', () => {
  test.each<[string, unknown, number, string]>([
    ['a list of addresses', email([OWN, 'evil@example.com']), 400, 'guard.invalid_input'],
    ['an object', email({ $ne: '' }), 400, 'guard.invalid_input'],
    ['two addresses and a comma', email('ada@example.com,evil@example.com'), 400, 'guard.invalid_input'],
    ['two addresses and a semicolon', email('ada@example.com;evil@example.com'), 400, 'guard.invalid_input'],
    ['a further header', email('ada@example.com\r\nBcc: evil@example.com'), 400, 'guard.invalid_input'],
    ['a name before the address', email('Ada <ada@example.com>'), 400, 'guard.invalid_input'],
    ['a full-width comma', email('ada@example.com，evil@example.com'), 400, 'guard.invalid_input'],
    ['a NUL', email('ada@example.com\u0000'), 400, 'guard.invalid_input'],
    ['no address', email('ada'), 400, 'guard.invalid_input'],
    ['257 characters', email(`${'a'.repeat(245)}@example.com`), 400, 'guard.invalid_input'],
    ['129 characters', email(`${'a'.repeat(117)}@example.com`), 422, 'entity.value_too_long'],
    ['a number with a plus', phone('+447911123456'), 400, 'guard.invalid_input'],
    ['a number that is a number', phone(447911123456), 400, 'guard.invalid_input'],
    ['33 digits', phone('4'.repeat(33)), 422, 'entity.value_too_long'],
    ['a username', { type: 'username', value: 'ada' }, 400, 'guard.invalid_input'],
    ['nothing', undefined, 400, 'guard.invalid_input'],
  ])('with %s sends nothing', async (_, identifier, status, code) => {
    expect(await send(identifier)).toMatchObject(problem(status, code));
    expect(app.messenger.sent).toEqual([]);
    expect(await app.database.row(countCodes, [app.tenant.id])).toEqual({ codes: 0, records: 0, used: 0 });
    expect(await app.events()).toEqual([]);
  });

  test('with a template of another purpose is refused', async () => {
    expect(await send(email(OWN), { templateType: 'SignIn' })).toMatchObject(problem(400, 'guard.invalid_input'));
  });

  test('of a third party is refused, as is its code', async () => {
    const third = await app.signIn(user, { clientId: 'somebody-else' });
    expect(await send(email(OWN), {}, third)).toMatchObject(problem(403, 'auth.third_party_application_forbidden'));
    expect(await enter(email(OWN), 'x', '1', third)).toMatchObject({ status: 403 });
    expect(app.messenger.sent).toEqual([]);
  });
});

describe('a message that cannot be sent', () => {
  const failures: [string, unknown, number, string][] = [
    ['no connector', new Problem('connector.not_found'), 501, 'connector.not_found'],
    [
      'a connector that fails',
      new Problem('connector.general', { data: { connectorId: 'c1' }, cause: new Error('password of the server') }),
      400,
      'connector.general',
    ],
    [
      'a gateway that has had enough',
      new Problem('connector.rate_limit_exceeded'),
      429,
      'connector.rate_limit_exceeded',
    ],
    ['a mistake of ours', new TypeError('boom'), 500, 'server.internal_error'],
  ];
  test.each(failures)('for %s leaves nothing behind', async (_, error, status, code) => {
    const messenger = { ...recordingMessenger(), send: async () => Promise.reject(error) };
    await begin({ parts: { messenger } });
    for (const identifier of [email(OWN), email(NEW), phone(NEW_PHONE)]) {
      const answer = await send(identifier);
      expect(answer).toMatchObject(problem(status, code));
      expect(JSON.stringify(answer.body)).not.toContain('password of the server');
      expect(await app.database.row(countCodes, [app.tenant.id])).toEqual({ codes: 0, records: 0, used: 0 });
    }
    expect(await app.events()).toEqual([]);
  });

  test('does not count: the eleventh try reaches the address', async () => {
    let broken = true;
    const good = recordingMessenger();
    await begin({
      parts: {
        messenger: {
          send: async (context, message) => {
            if (broken) throw new Problem('connector.general');
            await good.send(context, message);
          },
        },
      },
    });
    for (let i = 0; i < 15; i++) expect((await send(email(OWN))).status).toBe(400);
    broken = false;
    expect((await send(email(OWN))).status).toBe(201);
  });
});

test('record and code are there before the message leaves', async () => {
  let answer: Answer | undefined;
  await begin({
    parts: {
      messenger: {
        // Whoever is quick enters the code before the mail server has said thank you.
        send: async (_, { code = '' }) => {
          const row = await app.database.row(newestRecord, [app.tenant.id]);
          answer = await enter(email(OWN), row?.id ?? '', code);
        },
      },
    },
  });
  expect(await send(email(OWN))).toMatchObject({ status: 201 });
  expect(answer).toMatchObject({ status: 200 });
});
const newestRecord = statement<{ id: string }>(
  'test.newest-record',
  'SELECT id FROM verification_records WHERE tenant_id = $1 ORDER BY created_at DESC LIMIT 1',
);

test('a code is not in the database', async () => {
  const { code } = await sent(email(OWN));
  const rows = await app.database.rows(codeColumns, [app.tenant.id]);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.text).not.toContain(code);
});

describe('entering the code', () => {
  test('takes both verbs and both names of the record', async () => {
    const first = await sent(email(OWN));
    expect(await enter(email(OWN), first.id, first.code, token, 'PATCH')).toMatchObject({ status: 200 });
    const second = await sent(email(OWN));
    const body = { identifier: email(OWN), verificationRecordId: second.id, code: second.code };
    expect(await app.account(token, 'PATCH', VERIFY, { body })).toMatchObject({
      status: 200,
      body: { verificationRecordId: second.id },
    });
    expect(
      await app.account(token, 'POST', VERIFY, { body: { identifier: email(OWN), code: second.code } }),
    ).toMatchObject(problem(400, 'guard.invalid_input'));
  });

  test('a wrong one counts, and the right one still works', async () => {
    const { id, code } = await sent(email(OWN));
    expect(await enter(email(OWN), id, wrong(code))).toMatchObject({
      status: 400,
      body: { code: 'verification_code.code_mismatch', data: { triesLeft: 9 } },
    });
    expect(await app.events()).toEqual([
      { type: 'proof-failed', userId: user.id, data: { method: 'email', purpose: 'permission' }, outbox: [] },
    ]);
    expect(await app.database.row(tries, [app.tenant.id, id])).toEqual({ tries: 1, consumed_at: null });
    expect(await opens(id)).toBe(false);
    expect(await enter(email(OWN), id, code)).toMatchObject({ status: 200 });
  });

  test('counts down by the policy of this moment, and never below nothing', async () => {
    const { id, code } = await sent(email(OWN));
    expect((await enter(email(OWN), id, wrong(code))).body.data).toEqual({ triesLeft: 9 });
    await settings({ verificationCodePolicy: { maxRetryAttempts: 2 } });
    expect((await enter(email(OWN), id, wrong(code))).body.data).toEqual({ triesLeft: 0 });
    await settings({ verificationCodePolicy: { maxRetryAttempts: 1 } });
    expect((await enter(email(OWN), id, wrong(code))).body).toMatchObject({ code: 'verification_code.exceed_max_try' });
    expect((await enter(email(OWN), id, code)).body).not.toHaveProperty('data');
  });

  test.each(['12345', '1234567', ' 123456', '１２３４５６', "' OR 1=1"])('%s is no code but wrong', async typed => {
    const { id } = await sent(email(OWN));
    expect(await enter(email(OWN), id, typed)).toMatchObject(problem(400, 'verification_code.code_mismatch'));
  });

  test('none is no code', async () => {
    const { id } = await sent(email(OWN));
    expect(await enter(email(OWN), id, '')).toMatchObject(problem(400, 'verification_code.not_found'));
    expect(await app.events()).toEqual([]);
  });

  test('is done once', async () => {
    const { id, code } = await sent(email(OWN));
    expect(await enter(email(OWN), id, code)).toMatchObject({ status: 200 });
    await app.events();
    for (const typed of [code, wrong(code)]) {
      expect(await enter(email(OWN), id, typed)).toMatchObject(problem(400, 'verification_code.not_found'));
    }
    expect(await app.events()).toEqual([]);
  });

  test('for another address is refused before it is judged', async () => {
    const first = await sent(email(NEW));
    expect(await enter(email('else@example.com'), first.id, first.code)).toMatchObject(
      problem(400, 'verification_code.email_mismatch'),
    );
    const second = await sent(phone(NEW_PHONE));
    expect(await enter(phone('447911123458'), second.id, second.code)).toMatchObject(
      problem(400, 'verification_code.phone_mismatch'),
    );
    expect(await app.database.row(tries, [app.tenant.id, second.id])).toEqual({ tries: 0, consumed_at: null });
    expect(await app.events()).toEqual([]);
    expect(await enter(phone(NEW_PHONE), second.id, second.code)).toMatchObject({ status: 200 });
  });

  test('of another kind finds no record', async () => {
    const { id, code } = await sent(email(NEW));
    expect(await enter(phone(NEW_PHONE), id, code)).toMatchObject(problem(400, 'verification_record.not_found'));
  });

  test('of another record is wrong; both records keep their own', async () => {
    const [first, second] = [await sent(email(OWN)), await sent(email(OWN))];
    if (first.code !== second.code) {
      expect(await enter(email(OWN), first.id, second.code)).toMatchObject(
        problem(400, 'verification_code.code_mismatch'),
      );
    }
    expect(await enter(email(OWN), first.id, first.code)).toMatchObject({ status: 200 });
    expect(await enter(email(OWN), second.id, second.code)).toMatchObject({ status: 200 });
  });

  test('finds only the caller’s own record: of this user, session and client', async () => {
    const { id, code } = await sent(email(NEW));
    const thief = await app.createUser({ email: 'thief@example.com' });
    const strangers = [
      await app.signIn(thief),
      await app.signIn(user),
      await app.signIn(user, { sessionUid: token.sessionUid, clientId: 'account-center' }),
      await app.signIn(user, { sessionUid: null }),
    ];
    for (const stranger of strangers) {
      expect(await enter(email(NEW), id, code, stranger)).toMatchObject(problem(400, 'verification_record.not_found'));
    }
    for (const unknown of ['', 'x', '\u00e9', "' OR 1=1", id.slice(1), `${id}x`]) {
      expect(await enter(email(NEW), unknown, code)).toMatchObject(problem(400, 'verification_record.not_found'));
    }
    expect(await enter(email(NEW), `${id}\0`, code)).toMatchObject(problem(400, 'guard.invalid_input'));
    expect(await app.events()).toEqual([]);
    const sibling = await app.signIn(user, { sessionUid: token.sessionUid });
    expect(await enter(email(NEW), id, code, sibling)).toMatchObject({ status: 200 });
  });

  test('a record of a password is none of a code', async () => {
    const proof = await app.prove(token, user);
    expect(await enter(email(OWN), proof, '123456')).toMatchObject(problem(400, 'verification_record.not_found'));
  });

  test('ends with the record', async () => {
    const { id, code } = await sent(email(OWN));
    app.clock.advance(TEN_MINUTES);
    expect(await enter(email(OWN), id, code)).toMatchObject(problem(400, 'verification_record.not_found'));
    app.clock.advance(-1);
    expect(await enter(email(OWN), id, code)).toMatchObject({ status: 200 });
  });

  test('ends when the policy says so at that moment', async () => {
    const { id, code } = await sent(email(OWN));
    await settings({ verificationCodePolicy: { expirationDuration: 60 } });
    app.clock.advance(60_000);
    for (const typed of [code, wrong(code)]) {
      expect(await enter(email(OWN), id, typed)).toMatchObject(problem(400, 'verification_code.expired'));
    }
    expect(await app.events()).toEqual([]);
    app.clock.advance(-1);
    expect(await enter(email(OWN), id, code)).toMatchObject({ status: 200 });
  });

  test('is refused after as many tries as the policy says at that moment', async () => {
    const { id, code } = await sent(email(OWN));
    for (let i = 0; i < 3; i++) await enter(email(OWN), id, wrong(code));
    await settings({ verificationCodePolicy: { maxRetryAttempts: 3 } });
    for (const typed of [code, wrong(code)]) {
      expect(await enter(email(OWN), id, typed)).toMatchObject(problem(400, 'verification_code.exceed_max_try'));
    }
    expect(await app.database.row(tries, [app.tenant.id, id])).toEqual({ tries: 3, consumed_at: null });
    await settings({ verificationCodePolicy: { maxRetryAttempts: 4 } });
    expect(await enter(email(OWN), id, code)).toMatchObject({ status: 200 });
  });

  test('looks at what was said in the order of the wire', async () => {
    const { id, code } = await sent(email(OWN));
    await settings({ verificationCodePolicy: { maxRetryAttempts: 1, expirationDuration: 60 } });
    await enter(email(OWN), id, wrong(code));
    app.clock.advance(61_000);
    expect(await enter(email(NEW), id, wrong(code))).toMatchObject(problem(400, 'verification_code.email_mismatch'));
    expect(await enter(email(OWN), id, wrong(code))).toMatchObject(problem(400, 'verification_code.expired'));
    app.clock.advance(-30_000);
    expect(await enter(email(OWN), id, wrong(code))).toMatchObject(problem(400, 'verification_code.exceed_max_try'));
  });
});

describe('a hundred guesses at the same moment', () => {
  const tally = (answers: Answer[]) => {
    const counts: Record<string, number> = {};
    for (const { status, body } of answers) {
      const outcome = status === 200 ? 'right' : String(body.code);
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
    return counts;
  };

  test('are ten tries', async () => {
    const { id, code } = await sent(email(OWN));
    const answers = await Promise.all(Array.from({ length: 100 }, () => enter(email(OWN), id, wrong(code))));
    expect(tally(answers)).toEqual({ 'verification_code.code_mismatch': 10, 'verification_code.exceed_max_try': 90 });
    // Each was told another number, and nobody a wrong one.
    const told = answers.flatMap(({ body }) => (body.code === 'verification_code.code_mismatch' ? [body.data] : []));
    expect(told.sort((a, b) => a.triesLeft - b.triesLeft)).toEqual(
      Array.from({ length: 10 }, (_, triesLeft) => ({ triesLeft })),
    );
    expect(await app.database.row(tries, [app.tenant.id, id])).toEqual({ tries: 10, consumed_at: null });
    expect(await types()).toEqual(Array(10).fill('proof-failed'));
    expect(await enter(email(OWN), id, code)).toMatchObject(problem(400, 'verification_code.exceed_max_try'));
  });

  test('with the right code are one success', async () => {
    const { id, code } = await sent(email(OWN));
    const answers = await Promise.all(Array.from({ length: 100 }, () => enter(email(OWN), id, code)));
    expect(tally(answers)).toEqual({ right: 1, 'verification_code.not_found': 99 });
    expect(await types()).toEqual(['proof-given']);
  });

  test('among which one is right: no more than ten wrong ones are judged, each is counted, and one succeeds at most', async () => {
    const { id, code } = await sent(email(OWN));
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) => enter(email(OWN), id, i === 3 ? code : wrong(code))),
    );
    const { right = 0, 'verification_code.code_mismatch': mismatches = 0 } = tally(answers);
    const row = await app.database.row(tries, [app.tenant.id, id]);
    expect(row?.tries).toBe(mismatches);
    expect(mismatches).toBeLessThanOrEqual(10);
    expect(row?.consumed_at !== null).toBe(right === 1);
    expect((await types()).filter(type => type === 'proof-failed')).toHaveLength(mismatches);
  });
});

describe('too many wrong codes', () => {
  const BLOCKED = problem(400, 'session.verification_blocked_too_many_attempts');
  const twice = () => settings({ sentinelPolicy: { maxAttempts: 2, lockoutDuration: 60 } });

  async function lock(identifier: ReturnType<typeof email>, bearer = token) {
    const { id, code } = await sent(identifier, {}, bearer);
    expect(await enter(identifier, id, wrong(code), bearer)).toMatchObject(
      problem(400, 'verification_code.code_mismatch'),
    );
    const last = await enter(identifier, id, wrong(code), bearer);
    expect(last).toMatchObject(BLOCKED);
    expect(last.headers['retry-after']).toBe('3600');
    expect(await enter(identifier, id, code, bearer)).toMatchObject(BLOCKED);
    return { id, code };
  }

  test('lock the way by that address, and say so', async () => {
    await twice();
    await lock(email(OWN));
    expect(await app.events()).toEqual([
      { type: 'proof-failed', userId: user.id, data: { method: 'email', purpose: 'permission' }, outbox: [] },
      { type: 'proof-failed', userId: user.id, data: { method: 'email', purpose: 'permission' }, outbox: [] },
      {
        type: 'identifier-lockout',
        userId: user.id,
        data: { identifier: 'email' },
        outbox: ['notice:identifier-lockout', 'webhook:Identifier.Lockout'],
      },
    ]);
    // A new code does not help; the other ways stay open.
    const again = await sent(email(OWN));
    expect(await enter(email(OWN), again.id, again.code)).toMatchObject(BLOCKED);
    const byPhone = await sent(phone(OWN_PHONE));
    expect(await enter(phone(OWN_PHONE), byPhone.id, byPhone.code)).toMatchObject({ status: 200 });
    expect(await app.prove(token, user)).toMatch(/./);
  });

  test('cannot be hidden behind another address in the request', async () => {
    await twice();
    const { id, code } = await sent(email(OWN));
    await enter(email(OWN), id, wrong(code));
    for (let i = 0; i < 5; i++) await enter(email(`decoy${i}@example.com`), id, wrong(code));
    expect(await enter(email('ADA@example.com'), id, wrong(code))).toMatchObject(BLOCKED);
  });

  test('lock no stranger’s address', async () => {
    await twice();
    const thief = await app.createUser({ email: 'thief@example.com' });
    await lock(email(OWN), await app.signIn(thief));
    const { id, code } = await sent(email(OWN));
    expect(await enter(email(OWN), id, code)).toMatchObject({ status: 200 });
    const newcomer = await app.signIn(await app.createUser({ email: 'third@example.com' }));
    const theirs = await sent(email(NEW), {}, newcomer);
    expect(await enter(email(NEW), theirs.id, theirs.code, newcomer)).toMatchObject({ status: 200 });
  });

  test('are forgotten by time, and by an administrator', async () => {
    await twice();
    await lock(email(OWN));
    await lock(email(NEW));
    await app.events();
    expect(
      await app.management('POST', '/api/sentinel-activities/delete', { targetType: 'User', targets: [user.id] }),
    ).toMatchObject({ status: 204 });
    expect(await app.events()).toEqual([{ type: 'lockout-released', userId: user.id, data: {}, outbox: [] }]);
    for (const identifier of [email(OWN), email(NEW)]) {
      const { id, code } = await sent(identifier);
      expect(await enter(identifier, id, code)).toMatchObject({ status: 200 });
    }
    await lock(email(OWN));
    app.clock.advance(3_600_000);
    const later = await app.signIn(user);
    const { id, code } = await sent(email(OWN), {}, later);
    expect(await enter(email(OWN), id, code, later)).toMatchObject({ status: 200 });
  });
});

test('the sweep takes codes that are over', async () => {
  await sent(email(OWN));
  app.clock.advance(TEN_MINUTES + 1);
  await sweep(app.database, app.clock());
  expect(await app.database.row(countCodes, [app.tenant.id])).toMatchObject({ codes: 0, records: 0 });
});
