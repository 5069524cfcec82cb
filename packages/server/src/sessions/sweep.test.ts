import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openPglite } from '../database/pglite.ts';
import { listEvents } from '../events/index.ts';
import { createTestApp } from '../testing/create-test-app.ts';
import { addSweepable, type CountedTable, listSweepable } from '../testing/oidc-world.store.ts';
import { createOidcWorld, type OidcWorld, type TestApplication } from '../testing/oidc-world.ts';
import { testTemplate } from '../testing/test-database.ts';
import { startSweeping, sweep } from './index.ts';

let world: OidcWorld;
let spa: TestApplication;
const DAY = 86_400_000;
beforeAll(async () => {
  world = await createOidcWorld();
  spa = await world.createApplication('SPA');
});
afterAll(() => world.close());
beforeEach(() => {
  world.clockOffset = 0;
});

const tables: readonly CountedTable[] = [
  'sessions',
  'grants',
  'access_tokens',
  'refresh_tokens',
  'authorization_codes',
];
const countAll = async () =>
  Object.fromEntries(await Promise.all(tables.map(async table => [table, await world.count(table)])));
const later = (milliseconds: number) => new Date(Date.now() + milliseconds);

describe('the sweep', () => {
  test('removes what has expired, and nothing that has not', async () => {
    const { refresh_token: token } = await world.signIn(spa, await world.createUser());
    const before = await countAll();
    await sweep(world.database, later(0));
    expect(await countAll()).toEqual(before);
    await sweep(world.database, later(2 * 3_600_000));
    expect(await countAll()).toEqual({ ...before, access_tokens: 0, authorization_codes: 0 });
    expect((await world.refresh(spa, token)).status).toBe(200);
    await sweep(world.database, later(15 * DAY));
    expect(await countAll()).toEqual({
      sessions: 0,
      grants: before['grants'],
      access_tokens: 0,
      refresh_tokens: 0,
      authorization_codes: 0,
    });
    await sweep(world.database, later(181 * DAY));
    expect(await world.count('grants')).toBe(0);
  });

  test('keeps lock-outs, fresh attempts and deliveries that are still to be made', async () => {
    const now = new Date();
    const at = (days: number) => new Date(now.getTime() + days * DAY);
    await addSweepable(world.database, world.tenantId, {
      sentinel: [
        { target: 'old', updatedAt: at(-2), blockedUntil: null },
        { target: 'fresh', updatedAt: at(-0.5), blockedUntil: null },
        { target: 'blocked', updatedAt: at(-2), blockedUntil: at(1) },
      ],
      outbox: [
        { id: 'long-dead', availableAt: at(-9), deadAt: at(-8) },
        { id: 'dead', availableAt: at(-8), deadAt: at(-6) },
        { id: 'waiting', availableAt: at(-30), deadAt: null },
      ],
    });
    await sweep(world.database, now);
    expect(await listSweepable(world.database, world.tenantId)).toEqual(['blocked', 'dead', 'fresh', 'waiting']);
  });

  test('goes in batches, several processes at once, and takes each row once', async () => {
    const old = Array.from({ length: 50 }, (_, i) => ({ target: `t${i}`, updatedAt: new Date(0), blockedUntil: null }));
    await sweep(world.database, new Date());
    await addSweepable(world.database, world.tenantId, { sentinel: old, outbox: [] });
    expect(await sweep(world.database, new Date(), { batchSize: 10, batches: 2 })).toBe(20);
    const removed = await Promise.all([1, 2, 3].map(() => sweep(world.database, new Date(), { batchSize: 5 })));
    expect(removed.reduce((sum, one) => sum + one, 0)).toBe(30);
  });

  test('comes again and again until it is stopped, and survives a failure', async () => {
    vi.useFakeTimers();
    try {
      const runs: number[] = [];
      const errors: unknown[] = [];
      const broken = {
        ...world.database,
        run: async () => {
          runs.push(Date.now());
          throw new Error('the database is away');
        },
      };
      const start = Date.now();
      const stop = startSweeping({ database: broken, clock: () => new Date(), onError: error => errors.push(error) });
      await vi.advanceTimersByTimeAsync(60_000);
      expect(runs.length).toBe(1);
      await vi.advanceTimersByTimeAsync(3_600_000);
      expect(runs.length).toBeGreaterThan(3);
      expect(errors.length).toBe(runs.length);
      expect((runs[0] ?? 0) - start).toBeLessThan(60_000);
      stop();
      const before = runs.length;
      await vi.advanceTimersByTimeAsync(3_600_000);
      expect(runs.length).toBe(before);
    } finally {
      vi.useRealTimers();
    }
  });
});

test('security events are kept as long as their tenant says', async () => {
  // A database of its own: the days to come would be over for the other tests' tenants, too.
  const database = await openPglite({ template: await testTemplate() });
  const app = await createTestApp({ database });
  await app.enableAccountCenter();
  const user = await app.createUser();
  const token = await app.signIn(user, { lifetimeSeconds: 400 * 86_400 });
  await app.account(token, 'PATCH', '/api/my-account', { body: { name: 'Ada' } });
  const kept = async () => (await listEvents(database, app.tenant.id, user.id)).length;
  const after = (days: number) => new Date(app.clock().getTime() + days * DAY);
  expect(await kept()).toBe(1);
  await sweep(database, after(364));
  expect(await kept()).toBe(1);
  await sweep(database, after(366));
  expect(await kept()).toBe(0);
  await database.close();
});
