import { beforeAll, describe, expect, test } from 'vitest';
import { type Database, statement } from '../database/index.ts';
import { sweep } from '../sessions/index.ts';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { testDatabase } from '../testing/test-database.ts';
import { timeOfItsOwn } from '../testing/time-of-its-own.ts';
import {
  claimOutbox,
  finishOutbox,
  OUTBOX_ATTEMPTS,
  type OutboxRow,
  recordEvent,
  retryOutbox,
  takeOutbox,
} from './index.ts';

const LEASE = 60_000;

// Here, where it may take long.
beforeAll(() => testDatabase());

async function scene() {
  const app = await createTestApp({ startAt: timeOfItsOwn() });
  const claim = (limit = 1000) =>
    claimOutbox(app.database, { channel: 'notice', now: app.clock(), leaseMs: LEASE, limit });
  return { app, database: app.database, clock: app.clock, claim };
}

/** As many events as asked for, each with one notice and one webhook. */
async function emit({ tenant, database, envelope, clock }: TestApp, count: number): Promise<void> {
  const source = { tenantId: tenant.id, now: clock(), requestId: 'test', actor: { kind: 'system' } as const };
  await database.transaction(async tx => {
    for (let i = 0; i < count; i++) await recordEvent(tx, envelope, source, { type: 'credential-change' });
  });
}

const channels = statement<{ channel: string }>(
  'test-outbox.channels',
  'SELECT channel FROM outbox WHERE tenant_id = $1 ORDER BY channel',
);
const listOutbox = async (database: Database, tenantId: string) =>
  (await database.rows(channels, [tenantId])).map(({ channel }) => channel);

const idsOf = (rows: readonly OutboxRow[]) => rows.map(({ id }) => id).sort();

describe('the outbox', () => {
  test('gives each row to one of many that ask at once, until it is finished', async () => {
    const { app, database, clock, claim } = await scene();
    await emit(app, 60);
    const claims = await Promise.all(Array.from({ length: 12 }, () => claim(10)));
    const rows = claims.flat();
    expect(new Set(idsOf(rows)).size).toBe(rows.length);
    // Who skips rows that others hold may find less than there is: the next round has it.
    while (rows.length < 60) rows.push(...(await claim(10)));
    expect(new Set(idsOf(rows)).size).toBe(60);
    expect(rows[0]).toMatchObject({ tenantId: app.tenant.id, topic: 'credential-change', userId: null, attempts: 1 });
    expect(await claim()).toEqual([]);

    expect(await Promise.all(rows.map(row => finishOutbox(database, row)))).toEqual(Array(60).fill(true));
    clock.advance(10 * LEASE);
    expect(await claim()).toEqual([]);
  });

  test('gives a row again when the lease has ended, and no longer listens to whom it was given before', async () => {
    const { app, database, clock, claim } = await scene();
    await emit(app, 1);
    const [first] = await claim();
    clock.advance(LEASE - 1);
    expect(await claim()).toEqual([]);
    clock.advance(1);
    const [second] = await claim();
    if (!first || !second) throw new Error('nothing was claimed');
    expect(second).toEqual({ ...first, attempts: 2 });
    expect(await finishOutbox(database, first)).toBe(false);
    expect(await retryOutbox(database, first, clock())).toBeUndefined();
    expect(await finishOutbox(database, second)).toBe(true);
  });

  test('comes back within 15 seconds, then later and later, and is dead after the last try', async () => {
    const { app, database, clock, claim } = await scene();
    await emit(app, 1);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= OUTBOX_ATTEMPTS; attempt++) {
      const [row] = await claim();
      if (!row) throw new Error(`nothing to claim at try ${attempt}`);
      expect(row.attempts).toBe(attempt);
      const dueAt = await retryOutbox(database, row, clock());
      if (dueAt === undefined) break;
      waits.push(dueAt.getTime() - clock().getTime());
      clock.advance((waits.at(-1) ?? 0) - 1);
      expect(await claim()).toEqual([]);
      clock.advance(1);
    }
    expect(waits).toHaveLength(OUTBOX_ATTEMPTS - 1);
    expect(waits[0]).toBeLessThanOrEqual(15_000);
    expect(waits.every((wait, i) => i === 0 || i > 7 || wait > (waits[i - 1] ?? 0))).toBe(true);
    clock.advance(30 * 86_400_000);
    expect(await claim()).toEqual([]);
  });

  test('is dead, too, when its taker dies each time', async () => {
    const { app, clock, claim } = await scene();
    await emit(app, 1);
    for (let attempt = 1; attempt <= OUTBOX_ATTEMPTS; attempt++) {
      expect(await claim()).toHaveLength(1);
      clock.advance(LEASE);
    }
    expect(await claim()).toEqual([]);
    clock.advance(LEASE);
    expect(await claim()).toEqual([]);
  });

  test('a dead row is swept after a week, a waiting one never', async () => {
    const { app, database, clock, claim } = await scene();
    await emit(app, 1);
    for (let attempt = 0; attempt <= OUTBOX_ATTEMPTS; attempt++) {
      await claim();
      clock.advance(LEASE);
    }
    const outboxAfter = async (days: number) => {
      clock.advance(days * 86_400_000);
      await sweep(database, clock());
      return listOutbox(database, app.tenant.id);
    };
    expect(await outboxAfter(6)).toEqual(['notice', 'webhook']);
    expect(await outboxAfter(2)).toEqual(['webhook']);
    expect(await outboxAfter(40)).toEqual(['webhook']);
  });

  test('one channel does not take from another', async () => {
    const { app, database, clock, claim } = await scene();
    await emit(app, 1);
    expect(await claim()).toHaveLength(1);
    const taken = await database.transaction(tx => takeOutbox(tx, { channel: 'webhook', now: clock(), limit: 10 }));
    expect(taken.map(({ topic }) => topic)).toEqual(['User.Data.Updated']);
  });

  test('rows that are taken come back when the transaction fails, and go when it succeeds', async () => {
    const { app, database, clock } = await scene();
    await emit(app, 40);
    const take = (limit: number) =>
      database.transaction(tx => takeOutbox(tx, { channel: 'webhook', now: clock(), limit }));
    await expect(
      database.transaction(async tx => {
        expect(await takeOutbox(tx, { channel: 'webhook', now: clock(), limit: 100 })).toHaveLength(40);
        throw new Error('after all not');
      }),
    ).rejects.toThrow('after all not');
    const rows = (await Promise.all(Array.from({ length: 8 }, () => take(10)))).flat();
    while (rows.length < 40) rows.push(...(await take(10)));
    expect(new Set(idsOf(rows)).size).toBe(40);
    expect(await take(10)).toEqual([]);
  });
});
