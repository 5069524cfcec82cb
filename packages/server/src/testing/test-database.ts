/** One migrated database for all tests of a worker process: opening one costs more than most test files. */

import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Database } from '../database/database.ts';
import { migrate, readMigrations } from '../database/migrate.ts';
import { openPglite } from '../database/pglite.ts';
import { openPostgres } from '../database/postgres.ts';
import { makeTemplate } from '../database/template.ts';

const memo = Symbol.for('freehold.test-database');
const workerGlobal = globalThis as { [memo]?: Promise<Database> };

/**
 * The migrated database of this worker process: PGlite in memory, or a database of its own on the server
 * of `TEST_DATABASE_URL`. It is shared: a test separates itself by a tenant of its own, and nobody closes it.
 */
export function testDatabase(): Promise<Database> {
  workerGlobal[memo] ??= process.env['TEST_DATABASE_URL'] ? openOnServer() : openInMemory();
  return workerGlobal[memo];
}

const openInMemory = async (): Promise<Database> => openPglite({ template: await testTemplate() });

/** The path of a template with all migrations; it is kept between runs, under a name that changes with them. */
export async function testTemplate(): Promise<string> {
  const migrations = await readMigrations();
  const key = createHash('sha256')
    .update(migrations.map(({ checksum }) => checksum).join())
    .digest('hex')
    .slice(0, 16);
  const cache = fileURLToPath(new URL('../../../../node_modules/.cache/freehold/', import.meta.url));
  const template = `${cache}pglite-${key}.tar.gz`;
  if (!existsSync(template)) {
    await mkdir(cache, { recursive: true });
    await makeTemplate(template);
  }
  return template;
}

async function openOnServer(): Promise<Database> {
  const database = await openPostgres({ url: await emptyPostgresDatabase() });
  await migrate(database);
  return database;
}

/**
 * Creates an empty database on the server of `TEST_DATABASE_URL`, to be dropped when this process ends,
 * and returns its URL.
 */
export async function emptyPostgresDatabase(): Promise<string> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('TEST_DATABASE_URL is not set');
  const name = `freehold_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const admin = new pg.Client(server);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  await admin.end();
  process.once('exit', () => dropDatabase(server, name));
  // The test runner ends its workers by a signal, which alone would skip what is to be done on exit.
  if (process.listenerCount('SIGTERM') === 0) process.once('SIGTERM', () => process.exit());
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** In a process of its own and waited for: on exit, this one can no longer wait for an answer. */
function dropDatabase(server: string, name: string): void {
  const driver = createRequire(import.meta.url).resolve('pg');
  const script = `const c = new (require(${JSON.stringify(driver)}).Client)(process.argv[1]);
    c.connect().then(() => c.query('DROP DATABASE IF EXISTS ${name} WITH (FORCE)')).finally(() => c.end());`;
  spawnSync(process.execPath, ['-e', script, server], { stdio: 'inherit' });
}
