/** What concerns the data folder; what statements do is in the conformance suite. */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testTemplate } from '../testing/test-database.ts';
import { DatabaseSetupError, statement } from './database.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';
import { openPglite, PgliteDatabase } from './pglite.ts';

const count = statement<{ n: number }>('pglite-test.count', 'SELECT count(*) AS n FROM schema_migrations');
const kept = statement<{ id: string; body: string }>('pglite-test.kept', 'SELECT id, body FROM kept');

let dataDir: string;
let template: string;

beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'freehold-pglite-')), 'data');
  template = await testTemplate();
});

afterEach(() => rm(join(dataDir, '..'), { recursive: true, force: true }));

test('a first start makes the folder, ready migrated; the next one finds what was stored', async () => {
  const first = await openDatabase({ dataDir, pglite: { template } });
  expect(first.kind).toBe('pglite');
  expect(await migrate(first)).toEqual([]);
  await first.script('CREATE TABLE notes (a int); INSERT INTO notes VALUES (7)');
  await first.close();

  const second = await openDatabase({ dataDir, pglite: { template } });
  expect(await second.row(statement('pglite-test.notes', 'SELECT a FROM notes'))).toEqual({ a: 7 });
  await second.close();
});

test('a second opener is refused in one line that names process and folder, until the first has closed', async () => {
  const first = await openPglite({ dataDir, template });
  const second = await openPglite({ dataDir, template }).catch(error => error);
  expect(second).toBeInstanceOf(DatabaseSetupError);
  expect(second.message).toContain(`${dataDir} is in use by process ${process.pid}`);
  expect(second.message).not.toContain('\n');
  await first.close();
  const third = await openPglite({ dataDir, template });
  expect(await third.row(count)).toBeDefined();
  await third.close();
});

test('a first start that was killed half-way is begun again', async () => {
  await mkdir(join(dataDir, 'pglite'), { recursive: true });
  await writeFile(join(dataDir, 'pglite.unfinished'), '');
  await writeFile(join(dataDir, 'pglite', 'PG_VERSION'), '18\n');
  await writeFile(join(dataDir, 'secrets.json'), 'kept');
  const database = await openPglite({ dataDir, template });
  expect(await database.row(count)).toBeDefined();
  await database.close();
  expect(existsSync(join(dataDir, 'pglite.unfinished'))).toBe(false);
  expect(existsSync(join(dataDir, 'secrets.json'))).toBe(true);
});

test('housekeeping gives deleted space back and shortens the log', async () => {
  const database = await openPglite({ dataDir, template });
  if (!(database instanceof PgliteDatabase)) throw new Error('not the embedded database');
  const size = statement<{ table: number; replay: number }>(
    'pglite-test.size',
    `SELECT pg_relation_size('tokens') AS table,
            (pg_current_wal_insert_lsn() - redo_lsn)::bigint AS replay FROM pg_control_checkpoint()`,
  );
  await database.script('CREATE TABLE tokens (id int PRIMARY KEY, body text)');
  const fill = statement(
    'pglite-test.fill',
    `INSERT INTO tokens SELECT i, repeat(md5(i::text), 20) FROM generate_series(1, 20000) i`,
  );
  await database.run(fill);
  await database.run(statement('pglite-test.empty', 'DELETE FROM tokens'));
  const before = await database.row(size);
  expect(before?.table).toBeGreaterThan(10_000_000);
  expect(before?.replay).toBeGreaterThan(10_000_000);

  await database.keepHouse();
  const after = await database.row(size);
  expect(after?.table).toBe(0);
  expect(after?.replay).toBeLessThan(1_000_000);
  await database.close();
});

/** Starts the writing program, and collects the numbers that it prints. */
function startWriter(round: number): {
  child: ChildProcess;
  acknowledged: string[];
  until(lines: number): Promise<void>;
} {
  const path = (name: string) => fileURLToPath(new URL(`../testing/${name}`, import.meta.url));
  const args = [path('run-typescript.mjs'), path('write-until-killed.ts'), dataDir, template, String(round)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: string[] = [];
  let reached = () => {};
  let wanted = Number.POSITIVE_INFINITY;
  createInterface(child.stdout).on('line', line => {
    if (line !== 'ready') acknowledged.push(line);
    if (acknowledged.length >= wanted || (wanted === 0 && line === 'ready')) reached();
  });
  const until = (lines: number) =>
    new Promise<void>((resolve, reject) => {
      wanted = lines;
      reached = resolve;
      child.once('exit', code => reject(new Error(`the writer ended by itself with ${code}`)));
    });
  return { child, acknowledged, until };
}

test('after kill -9 under write load every acknowledged row is there, again and again', {
  timeout: 60_000,
}, async () => {
  const all = new Set<string>();
  for (let round = 1; round <= 3; round++) {
    const { child, acknowledged, until } = startWriter(round);
    await until(150 * round + round);
    if (round === 1) {
      await expect(openPglite({ dataDir, template })).rejects.toThrow(`in use by process ${child.pid}`);
    }
    const ended = new Promise(resolve => child.stdout?.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
    for (const id of acknowledged) all.add(id);

    const database = await openPglite({ dataDir, template });
    const rows = await database.rows(kept);
    const ids = new Set(rows.map(({ id }) => id));
    expect([...all].filter(id => !ids.has(id))).toEqual([]);
    // A transaction is there as a whole or not at all, also one that was under way.
    expect(rows.filter(({ body }) => body === 'first')).toEqual([]);
    await database.close();
  }
  expect(all.size).toBeGreaterThan(900);
  expect((await readdir(dataDir)).filter(name => name.startsWith('in-use.'))).toHaveLength(1);
});
