import { beforeAll, describe, expect, test } from 'vitest';
import { type Database, statement } from '../database/index.ts';
import { listEvents, recordEvent } from '../events/index.ts';
import { createEnvelope, createKeyRing, createTestClock, newId, type TestClock } from '../lib/index.ts';
import { type Context, Problem } from '../operation/index.ts';
import { testDatabase } from '../testing/test-database.ts';
import {
  failAttempt,
  guardAttempt,
  releaseAttempt,
  reserveAttempt,
  type SentinelPolicy,
  strangerTarget,
  unlock,
  userTarget,
  type Verdict,
} from './sentinel.ts';

const keys = createKeyRing(Buffer.alloc(32, 1).toString('base64'));
const envelope = createEnvelope(keys);
const insertTenant = statement('test.insert-tenant', 'INSERT INTO tenants (tenant_id, created_at) VALUES ($1, $2)');

const minute = 60_000;
const wrong = () =>
  Promise.resolve<Verdict<string>>({ right: false, problem: new Problem('session.invalid_credentials') });
const right = () => Promise.resolve<Verdict<string>>({ right: true, value: 'welcome' });

/** `welcome`, or the code of the refusal. */
const outcome = (attempt: Promise<string>) => attempt.catch(error => (error instanceof Problem ? error.code : error));

/** What a right secret opens. */
const open = async (_: unknown, value: string) => value;

describe('the sentinel', () => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase();
  });

  async function scene(policy: SentinelPolicy = { maxAttempts: 2, lockoutDuration: 60 }) {
    const tenantId = `t${newId(10)}`;
    const clock = createTestClock(new Date('2030-01-01T00:00:00Z'));
    await database.run(insertTenant, [tenantId, clock()]);
    const userId = newId(12);
    return {
      tenantId,
      userId,
      clock,
      judge: (judge: () => Promise<Verdict<string>>, of = userId) =>
        outcome(
          guardAttempt(
            contextOf(tenantId, clock),
            {
              target: userTarget(of),
              pool: 'credentials',
              policy,
              failure: { type: 'sign-in-failed', userId: of, actor: { kind: 'system' } },
            },
            judge,
            open,
          ),
        ),
      events: async () => (await listEvents(database, tenantId, userId)).map(({ type }) => type),
    };
  }

  const contextOf = (tenantId: string, clock: TestClock) => {
    const now = clock();
    const transaction: Context['transaction'] = work =>
      database.transaction(tx =>
        work({
          tx,
          emit: event =>
            recordEvent(tx, envelope, { tenantId, now, requestId: 'test', actor: { kind: 'system' } }, event),
        }),
      );
    const tenant = { id: tenantId, endpoint: 'https://id.example', issuer: 'https://id.example/oidc' };
    return { database, tenant, now, locale: 'en' as const, transaction };
  };

  test('blocks at the attempt that reaches the maximum, and refuses the right secret while blocked', async () => {
    const { judge, clock, events } = await scene();
    expect(await judge(wrong)).toBe('session.invalid_credentials');
    expect(await judge(wrong)).toBe('session.verification_blocked_too_many_attempts');
    expect(await judge(right)).toBe('session.verification_blocked_too_many_attempts');
    expect(await events()).toEqual(['sign-in-failed', 'sign-in-failed', 'identifier-lockout']);
    clock.advance(60 * minute - 1);
    expect(await judge(right)).toBe('session.verification_blocked_too_many_attempts');
    clock.advance(1);
    expect(await judge(right)).toBe('welcome');
  });

  test('says when to come back', async () => {
    const { judge, clock, tenantId, userId } = await scene({ maxAttempts: 1, lockoutDuration: 5 });
    await judge(wrong);
    clock.advance(2 * minute);
    const refused = await guardAttempt(
      contextOf(tenantId, clock),
      {
        target: userTarget(userId),
        pool: 'credentials',
        policy: { maxAttempts: 1, lockoutDuration: 5 },
        failure: { type: 'sign-in-failed' },
      },
      right,
      open,
    ).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      options: { values: { relativeTime: 'in 3 minutes' }, headers: { 'Retry-After': '180' } },
    });
  });

  test('counts the wrong attempts of the last hour only', async () => {
    const { judge, clock } = await scene();
    expect(await judge(wrong)).toBe('session.invalid_credentials');
    clock.advance(60 * minute);
    expect(await judge(wrong)).toBe('session.invalid_credentials');
    clock.advance(60 * minute - 1);
    expect(await judge(wrong)).toBe('session.verification_blocked_too_many_attempts');
  });

  test('after a pause shorter than the window lets one attempt through, and blocks again when it is wrong', async () => {
    const { judge, clock, events } = await scene({ maxAttempts: 3, lockoutDuration: 1 });
    for (const _ of [1, 2, 3]) await judge(wrong);
    clock.advance(minute);
    expect(await judge(wrong)).toBe('session.verification_blocked_too_many_attempts');
    expect(await judge(right)).toBe('session.verification_blocked_too_many_attempts');
    clock.advance(minute);
    expect(await judge(right)).toBe('welcome');
    expect((await events()).filter(type => type === 'identifier-lockout')).toHaveLength(2);
  });

  test('the failure that started a pause is paid for by it', async () => {
    const { judge, clock } = await scene({ maxAttempts: 2, lockoutDuration: 1 });
    await judge(wrong);
    clock.advance(30 * minute);
    expect(await judge(wrong)).toBe('session.verification_blocked_too_many_attempts');
    clock.advance(30 * minute);
    expect(await judge(wrong)).toBe('session.invalid_credentials');
  });

  test('right attempts cost nothing, and take nothing back from wrong ones', async () => {
    const { judge } = await scene();
    for (const _ of Array(5).keys()) expect(await judge(right)).toBe('welcome');
    expect(await judge(wrong)).toBe('session.invalid_credentials');
    for (const _ of Array(5).keys()) expect(await judge(right)).toBe('welcome');
    expect(await judge(wrong)).toBe('session.verification_blocked_too_many_attempts');
  });

  test('a judge that fails costs nothing', async () => {
    const { judge } = await scene();
    const breakdown = new Error('the hasher is gone');
    for (const _ of Array(5).keys()) expect(await judge(() => Promise.reject(breakdown))).toBe(breakdown);
    expect(await judge(right)).toBe('welcome');
  });

  test('thirty parallel wrong attempts are judged ten times and lock once', async () => {
    const { judge, events } = await scene({ maxAttempts: 10, lockoutDuration: 60 });
    let judged = 0;
    const slowlyWrong = async () => {
      judged += 1;
      await new Promise(resolve => setImmediate(resolve));
      return wrong();
    };
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => judge(slowlyWrong)));
    expect(judged).toBe(10);
    expect(outcomes.filter(code => code === 'session.invalid_credentials')).toHaveLength(9);
    expect(outcomes.filter(code => code === 'session.verification_blocked_too_many_attempts')).toHaveLength(21);
    expect((await events()).filter(type => type === 'identifier-lockout')).toHaveLength(1);
  });

  test('parallel right attempts next to a wrong one do not lock', async () => {
    const { judge, events } = await scene({ maxAttempts: 10, lockoutDuration: 60 });
    const outcomes = await Promise.all([judge(wrong), ...Array.from({ length: 9 }, () => judge(right))]);
    expect(outcomes).toEqual(['session.invalid_credentials', ...Array(9).fill('welcome')]);
    expect(await events()).toEqual(['sign-in-failed']);
  });

  test('a lowered maximum locks once, however many attempts were under way', async () => {
    const { tenantId, userId, clock } = await scene();
    const key = { tenantId, target: userTarget(userId), pool: 'credentials' };
    const now = clock();
    const reserved = await Promise.all(
      Array.from({ length: 5 }, () =>
        reserveAttempt(database, { ...key, policy: { maxAttempts: 9, lockoutDuration: 1 }, now }),
      ),
    );
    const lowered = { maxAttempts: 2, lockoutDuration: 1 };
    const locks = await Promise.all(
      reserved.map(result => {
        if (!('attempt' in result)) throw new Error('there were places enough');
        return database.transaction(tx => failAttempt(tx, result.attempt, lowered, now));
      }),
    );
    expect(locks.filter(until => until !== undefined)).toHaveLength(1);
  });

  test('a release gives back its own place and no other', async () => {
    const { tenantId, userId, clock } = await scene();
    const request = {
      tenantId,
      target: userTarget(userId),
      pool: 'credentials',
      policy: { maxAttempts: 3, lockoutDuration: 60 },
      now: clock(),
    };
    const results = await Promise.all(Array.from({ length: 3 }, () => reserveAttempt(database, request)));
    const attempts = results.map(result => ('attempt' in result ? result.attempt : undefined));
    expect(new Set(attempts.map(attempt => attempt?.reservedAt.getTime())).size).toBe(3);
    const [first] = attempts;
    if (!first) throw new Error('the first place was free');
    await releaseAttempt(database, first);
    await releaseAttempt(database, first);
    expect(await reserveAttempt(database, request)).toHaveProperty('attempt');
    expect(await reserveAttempt(database, request)).toEqual({ retryAt: new Date(clock().getTime() + 1000) });
  });

  test('one target does not lock another, nor the same one in another tenant', async () => {
    const first = await scene({ maxAttempts: 1, lockoutDuration: 60 });
    const second = await scene({ maxAttempts: 1, lockoutDuration: 60 });
    await first.judge(wrong);
    expect(await first.judge(right)).toBe('session.verification_blocked_too_many_attempts');
    expect(await first.judge(right, 'somebody-else')).toBe('welcome');
    expect(await second.judge(right, first.userId)).toBe('welcome');
  });

  test('unlocking lifts the block and forgets what led to it', async () => {
    const { judge, tenantId, userId } = await scene();
    await judge(wrong);
    await judge(wrong);
    await unlock(database, tenantId, [userTarget('another'), userTarget(userId)]);
    expect(await judge(wrong)).toBe('session.invalid_credentials');
    expect(await judge(right)).toBe('welcome');
  });
});

test('the target of an identifier that nobody has does not tell it', () => {
  const target = strangerTarget(keys, 'email', 'nobody@example.com');
  expect(target).toMatch(/^stranger:[\w-]{43}$/);
  expect(strangerTarget(keys, 'username', 'nobody@example.com')).not.toBe(target);
});
