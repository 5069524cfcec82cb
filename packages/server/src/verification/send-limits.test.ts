import { beforeEach, describe, expect, test } from 'vitest';
import { type Database, DatabaseUnavailable, statement } from '../database/index.ts';
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
import { testDatabase } from '../testing/test-database.ts';

const SEND = '/api/verifications/verification-code';

let app: TestApp;
let user: TestUser;
let token: TestToken;

async function begin(options: TestAppOptions = {}) {
  app = await createTestApp({ ...options, parts: { trustProxy: true, ...options.parts } });
  await app.enableAccountCenter();
  user = await app.createUser({ email: 'ada@example.com' });
  token = await app.signIn(user);
}
beforeEach(() => begin());

interface From {
  readonly bearer?: TestToken;
  readonly ip?: string;
}
const send = (value: string, { bearer = token, ip = '192.0.2.1' }: From = {}) =>
  app.account(bearer, 'POST', SEND, {
    body: { identifier: { type: value.includes('@') ? 'email' : 'phone', value } },
    headers: { 'x-forwarded-for': ip },
  });
const limits = async (messageRateLimitPolicy: object) =>
  expect(await app.management('PATCH', '/api/sign-in-exp', { messageRateLimitPolicy })).toMatchObject({ status: 200 });
const LIMITED = { status: 429, body: { code: 'request.message_rate_limited' } };
const statuses = (answers: readonly Answer[]) => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
const times = async <T>(count: number, run: (i: number) => Promise<T>): Promise<T[]> => {
  const all: T[] = [];
  for (let i = 0; i < count; i++) all.push(await run(i));
  return all;
};
const rows = statement<{ counted: string; sends: number }>(
  'test.message-sends',
  'SELECT counted, cardinality(sends) AS sends FROM message_sends WHERE tenant_id = $1 ORDER BY counted',
);

describe('to one recipient', () => {
  test('ten messages leave in ten minutes, of which each makes room for another', async () => {
    await times(10, async () => {
      expect((await send('new@example.com')).status).toBe(201);
      app.clock.advance(10_000);
    });
    await app.events();
    const refused = await send('new@example.com');
    expect(refused).toMatchObject(LIMITED);
    // The first of them leaves the window in 600 - 100 seconds.
    expect(refused.headers['retry-after']).toBe('500');
    expect(app.messenger.sent).toHaveLength(10);
    expect((await send('other@example.com')).status).toBe(201);
    app.clock.advance(499_999);
    expect(await send('new@example.com')).toMatchObject({ ...LIMITED, headers: { 'retry-after': '1' } });
    app.clock.advance(1);
    expect((await send('new@example.com')).status).toBe(201);
    expect(await send('new@example.com')).toMatchObject(LIMITED);
    app.clock.advance(10_000);
    expect((await send('new@example.com')).status).toBe(201);
  });

  test('of fifty requests at the same moment, ten leave', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => send('new@example.com')));
    expect(statuses(answers)).toEqual({ 201: 10, 429: 40 });
    expect(app.messenger.sent).toHaveLength(10);
    expect(new Set(app.messenger.sent.map(({ to }) => to))).toEqual(new Set(['new@example.com']));
    expect((await app.events()).map(({ type }) => type)).toEqual(['message-rate-limited']);
  });

  test('counts every spelling of the address, whoever asks and from wherever', async () => {
    const others = await Promise.all(
      Array.from({ length: 5 }, async () => app.signIn(await app.createUser({ username: null }))),
    );
    const spellings = [
      'new@example.com',
      'NEW@example.com',
      ' new@Example.com',
      'ｎｅｗ@example.com',
      'new@EXAMPLE.COM ',
    ];
    await times(10, i =>
      send(spellings[i % 5] ?? '', { bearer: others[i % 5] ?? token, ip: `198.51.100.${i}` }).then(({ status }) =>
        expect(status).toBe(201),
      ),
    );
    expect(await send('new@example.com', { ip: '198.51.100.99' })).toMatchObject(LIMITED);
    const domains = ['bücher.example', 'xn--bcher-kva.example', 'BU\u0308CHER.example'];
    await times(10, i => send(`new@${domains[i % 3]}`, { bearer: others[i % 5] ?? token }));
    for (const domain of domains) expect(await send(`new@${domain}`)).toMatchObject(LIMITED);
    // Mail servers would take these to the same mailbox: they are no addresses.
    for (const value of ['x:new@example.com', 'new(x)@example.com', 'new@exam\u034fple.com', 'new@a。example.com']) {
      expect([value, (await send(value)).status]).toEqual([value, 400]);
    }
    await times(10, i => send(i % 2 ? '447911123457' : '4407911123457', { bearer: others[i % 5] ?? token }));
    expect(await send('447911123457')).toMatchObject(LIMITED);
  });

  test('counts what services send, too', async () => {
    await times(6, () => send('new@example.com'));
    const codes = await times(6, () => app.management('POST', '/api/verification-codes', { email: 'New@example.com' }));
    expect(statuses(codes)).toEqual({ 204: 4, 429: 2 });
    expect(codes.at(-1)).toMatchObject({ ...LIMITED, headers: { 'retry-after': '600' } });
  });

  test('is nobody else’s business: another tenant counts by itself', async () => {
    await times(10, () => send('new@example.com'));
    await begin();
    expect((await send('new@example.com')).status).toBe(201);
  });
});

test('for one user thirty messages leave, to whomever', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, i) => send(`n${i}@example.com`, { ip: `192.0.2.${i}` })),
  );
  expect(statuses(answers)).toEqual({ 201: 30, 429: 10 });
  expect(app.messenger.sent).toHaveLength(30);
  const second = await app.signIn(user);
  expect(await send('more@example.com', { bearer: second, ip: '203.0.113.9' })).toMatchObject(LIMITED);
  const somebody = await app.signIn(await app.createUser());
  expect((await send('more@example.com', { bearer: somebody })).status).toBe(201);
  expect(await app.events()).toMatchObject([
    {
      type: 'message-rate-limited',
      userId: user.id,
      data: { by: 'user', channel: 'email' },
      outbox: ['webhook:Message.RateLimited'],
    },
  ]);
});

describe('from one network address', () => {
  test('so many messages leave as the policy says; an IPv6 subscriber is one', async () => {
    await limits({ perOrigin: 12 });
    const people = await times(3, async () => app.signIn(await app.createUser()));
    const from = (i: number) => `2001:db8:1:2:${i.toString(16)}::${i}`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        send(`n${i}@example.com`, { ip: from(i + 1), bearer: people[i % 3] ?? token }),
      ),
    );
    expect(statuses(answers)).toEqual({ 201: 12, 429: 8 });
    expect(await send('x@example.com', { ip: '2001:0DB8:0001:0002::ffff' })).toMatchObject(LIMITED);
    expect((await send('x@example.com', { ip: '2001:db8:1:3::1' })).status).toBe(201);
    await times(12, i => send(`v4-${i}@example.com`, { ip: i % 2 ? '198.51.100.7' : '::ffff:198.51.100.7' }));
    expect(await send('x@example.com', { ip: '::ffff:c633:6407' })).toMatchObject(LIMITED);
    expect((await app.events()).map(({ data }) => data.by)).toEqual([undefined, 'origin', 'origin']);
  });

  test('three hundred leave by default', async () => {
    expect((await app.management('GET', '/api/sign-in-exp')).body.messageRateLimitPolicy).toEqual({
      perRecipient: 10,
      perUser: 30,
      perOrigin: 300,
      windowSeconds: 600,
    });
    const people = await times(11, async () => app.signIn(await app.createUser()));
    const answers = await times(310, i => send(`n${i}@example.com`, { bearer: people[i % 11] ?? token }));
    expect(statuses(answers)).toEqual({ 201: 300, 429: 10 });
  });
});

describe('the policy', () => {
  test('is the tenant’s to set, and holds at once', async () => {
    await limits({ perRecipient: 2, windowSeconds: 60 });
    await times(2, async () => expect((await send('new@example.com')).status).toBe(201));
    expect(await send('new@example.com')).toMatchObject({ ...LIMITED, headers: { 'retry-after': '60' } });
    await limits({ perRecipient: 3, windowSeconds: 60 });
    expect((await send('new@example.com')).status).toBe(201);
    app.clock.advance(60_000);
    expect((await send('new@example.com')).status).toBe(201);
  });

  test.each([
    { perRecipient: 0 },
    { perUser: 1001 },
    { perOrigin: 1.5 },
    { windowSeconds: 59 },
    { windowSeconds: 86_401 },
    { perRecipient: '10' },
  ])('cannot be %j', async messageRateLimitPolicy => {
    expect(await app.management('PATCH', '/api/sign-in-exp', { messageRateLimitPolicy })).toMatchObject({
      status: 400,
      body: { code: 'guard.invalid_input' },
    });
  });
});

test('a refusal is told once a window, and leaves nothing behind', async () => {
  await times(10, () => send('new@example.com'));
  await app.events();
  await times(5, () => send('new@example.com'));
  expect(await app.events()).toEqual([
    {
      type: 'message-rate-limited',
      userId: user.id,
      data: { by: 'recipient', channel: 'email' },
      outbox: ['webhook:Message.RateLimited'],
    },
  ]);
  // What was refused for the recipient counts for nobody.
  expect((await app.database.rows(rows, [app.tenant.id])).map(({ sends }) => sends)).toEqual([10, 10, 10]);
  app.clock.advance(600_000);
  await times(11, () => send('new@example.com'));
  expect((await app.events()).map(({ type }) => type)).toEqual(['message-rate-limited']);
});

test('messages that could not be sent are given back, each its own, also in a burst', async () => {
  let count = 0;
  await begin({
    parts: {
      messenger: {
        send: async () => {
          count += 1;
          if (count % 2 === 0) throw new Problem('connector.general');
        },
      },
    },
  });
  const answers = await Promise.all(Array.from({ length: 9 }, () => send('new@example.com')));
  const { 201: left = 0, 400: failed = 0 } = statuses(answers);
  expect([left + failed, failed]).toEqual([9, 4]);
  expect((await app.database.rows(rows, [app.tenant.id])).map(({ sends }) => sends)).toEqual([left, left, left]);
});

test('nothing leaves while it cannot be counted', async () => {
  const database = await testDatabase();
  let down = false;
  const failing: Database = {
    ...database,
    kind: database.kind,
    rows: (statement, values) => database.rows(statement, values),
    row: (statement, values) => database.row(statement, values),
    run: (statement, values) => database.run(statement, values),
    script: sql => database.script(sql),
    close: () => database.close(),
    transaction: work => (down ? Promise.reject(new DatabaseUnavailable('it is down')) : database.transaction(work)),
  };
  await begin({ database: failing });
  down = true;
  expect((await send('new@example.com')).status).toBe(503);
  expect(app.messenger.sent).toEqual([]);
});

test('the table tells nobody who was written to, and is swept after a day', async () => {
  await send('new@example.com');
  const counted = (await app.database.rows(rows, [app.tenant.id])).map(row => row.counted);
  expect(counted).toEqual([
    expect.stringMatching(/^origin:[\w-]{43}$/),
    expect.stringMatching(/^recipient:[\w-]{43}$/),
    `user:${user.id}`,
  ]);
  app.clock.advance(86_400_000);
  await sweep(app.database, app.clock());
  expect(await app.database.rows(rows, [app.tenant.id])).toHaveLength(3);
  app.clock.advance(1);
  await sweep(app.database, app.clock());
  expect(await app.database.rows(rows, [app.tenant.id])).toEqual([]);
});
