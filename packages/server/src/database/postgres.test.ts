/** What concerns connections; what statements do is in the conformance suite. */

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyPostgresDatabase } from '../testing/test-database.ts';
import { type Database, DatabaseUnavailable, statement } from './database.ts';
import { openPostgres } from './postgres.ts';

const echo = statement<{ n: number }>('postgres-test.echo', 'SELECT $1::int AS n');
const sleep = statement('postgres-test.sleep', 'SELECT pg_sleep($1::float8)');
const insert = statement('postgres-test.insert', 'INSERT INTO things (n) VALUES ($1)');
const things = statement<{ n: number }>('postgres-test.things', 'SELECT n FROM things ORDER BY n');

test('a server that does not answer is an unavailable database', async () => {
  await expect(openPostgres({ url: 'postgres://nobody@127.0.0.1:1/none' })).rejects.toThrow(DatabaseUnavailable);
});

describe.runIf(process.env['TEST_DATABASE_URL'])('connections', () => {
  let url: string;
  let database: Database;
  let admin: pg.Client;

  beforeAll(async () => {
    url = await emptyPostgresDatabase();
    database = await openPostgres({ url, maxConnections: 4, statementTimeoutMillis: 1000 });
    await database.script('CREATE TABLE things (n int)');
    admin = new pg.Client(url);
    await admin.connect();
  });

  afterAll(async () => {
    await database.close();
    await admin.end();
  });

  /** As a restart of the server does: every connection but the administrator's own is ended. */
  const endConnections = () =>
    admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                  WHERE datname = current_database() AND pid <> pg_backend_pid()`);

  /** Resolves when as many statements like `text` are being executed. */
  async function running(text: string, number = 1): Promise<void> {
    const count = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE state = 'active' AND query LIKE $1 AND pid <> pg_backend_pid()`;
    for (;;) {
      const { rows } = await admin.query(count, [text]);
      if (rows[0].n >= number) return;
    }
  }

  test('reads under way when the connection breaks are repeated on a new one', async () => {
    const slow = Array.from({ length: 4 }, () => database.row(sleep, [0.3]));
    await running('%pg_sleep%', 2);
    const behind = Array.from({ length: 20 }, (_, n) => database.row(echo, [n]));
    await endConnections();
    expect(await Promise.all(behind)).toEqual(Array.from({ length: 20 }, (_, n) => ({ n })));
    await Promise.all(slow);
  });

  test('a read after all connections broke unnoticed gets a new one', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => database.row(echo, [n])));
    const ended = endConnections();
    const answers = await Promise.all([ended, ...Array.from({ length: 50 }, (_, n) => database.row(echo, [n]))]);
    expect(answers.slice(1)).toEqual(Array.from({ length: 50 }, (_, n) => ({ n })));
  });

  test('an idle connection that broke is replaced, for reads and transactions', async () => {
    await database.transaction(tx => tx.row(echo, [1]));
    await endConnections();
    expect(await database.transaction(tx => tx.row(echo, [2]))).toEqual({ n: 2 });
    expect(await database.row(echo, [3])).toEqual({ n: 3 });
  });

  test('a transaction that lost its connection before the commit is repeated as a whole', async () => {
    let attempts = 0;
    await database.transaction(async tx => {
      attempts++;
      await tx.run(insert, [attempts]);
      if (attempts === 1) await endConnections();
      await tx.row(echo, [1]);
    });
    expect(attempts).toBe(2);
    expect(await database.rows(things)).toEqual([{ n: 2 }]);
  });

  test('a change under way when the connection breaks is not repeated: it may have been made', async () => {
    const slowChange = statement(
      'postgres-test.slow-change',
      'INSERT INTO things (n) SELECT 100 FROM pg_sleep($1::float8)',
    );
    const change = database.run(slowChange, [0.5]);
    const outcome = expect(change).rejects.toThrow(DatabaseUnavailable);
    await running('INSERT INTO things%');
    await endConnections();
    await outcome;
    expect(await database.rows(things)).toEqual([{ n: 2 }]);
  });

  test('a statement that runs out of time is given up, and its connection goes on', async () => {
    await expect(database.row(sleep, [3])).rejects.toThrow(DatabaseUnavailable);
    await expect(database.transaction(tx => tx.row(sleep, [3]))).rejects.toThrow(DatabaseUnavailable);
    expect(await database.row(echo, [4])).toEqual({ n: 4 });
    expect(await database.transaction(tx => tx.row(echo, [5]))).toEqual({ n: 5 });
  });

  test('a script in a transaction has no time limit when it asks for none', async () => {
    await database.transaction(tx => tx.script('SET LOCAL statement_timeout = 0; SELECT pg_sleep(1.2)'));
  });

  test('short reads do not wait for a row that a transaction holds', async () => {
    const lockAll = statement<{ n: number }>('postgres-test.lock', 'SELECT n FROM things FOR UPDATE');
    const order: string[] = [];
    let letGo = () => {};
    const held = new Promise<void>(resolve => {
      letGo = resolve;
    });
    let locked = () => {};
    const isLocked = new Promise<void>(resolve => {
      locked = resolve;
    });
    const holder = database.transaction(async tx => {
      await tx.rows(lockAll);
      locked();
      await held;
      order.push('holder');
    });
    await isLocked;
    const waiter = database.rows(lockAll).then(() => order.push('waiter'));
    await running('%FOR UPDATE');
    await Promise.all(Array.from({ length: 20 }, (_, n) => database.row(echo, [n])));
    order.push('reads');
    letGo();
    await Promise.all([holder, waiter]);
    expect(order).toEqual(['reads', 'holder', 'waiter']);
  });

  test('more transactions than connections wait for their turn', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => database.transaction(async tx => (await tx.row(echo, [n]))?.n)),
    );
    expect(answers).toEqual(Array.from({ length: 40 }, (_, n) => n));
  });

  test('a server with another way of writing dates is refused at the start', async () => {
    const other = await emptyPostgresDatabase();
    await admin.query(`ALTER DATABASE ${new URL(other).pathname.slice(1)} SET datestyle = 'SQL, DMY'`);
    await expect(openPostgres({ url: other })).rejects.toThrow('DateStyle');
  });
});
