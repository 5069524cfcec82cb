/** One migrated database for all tests of a worker process: opening one costs more than most test files. */

import { spawn } from 'node:child_process';
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

/** The path of a template for `openPglite`; it is kept between runs, under a name that changes with the migrations. */
export async function testTemplate(): Promise<string> {
  const checksums = (await readMigrations()).map(({ checksum }) => checksum).join();
  const key = createHash('sha256').update(checksums).digest('hex').slice(0, 16);
  const cache = fileURLToPath(new URL('../../../../node_modules/.cache/freehold/', import.meta.url));
  const template = `${cache}pglite-${key}.tar.gz`;
  if (!existsSync(template)) {
    await mkdir(cache, { recursive: true });
    await makeTemplate(template);
  }
  return template;
}

/** An embedded database without any table: the migrations of the template are taken away again. */
export async function emptyPglite(): Promise<Database> {
  const database = await openInMemory();
  await database.script('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  return database;
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
  dropOnExit(server, name);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

const databases: string[] = [];

/** By a process that outlives this one: the test runner gives its workers half a second to end. */
function dropOnExit(server: string, name: string): void {
  if (databases.push(name) > 1) return;
  const driver = createRequire(import.meta.url).resolve('pg');
  const script = `
    const [server, ...names] = process.argv.slice(1);
    const client = new (require(${JSON.stringify(driver)}).Client)(server);
    client.connect()
      .then(async () => { for (const name of names) await client.query('DROP DATABASE ' + name + ' WITH (FORCE)'); })
      .finally(() => client.end());`;
  process.once('exit', () => {
    spawn(process.execPath, ['-e', script, server, ...databases], { detached: true, stdio: 'ignore' });
  });
  // The test runner ends its workers by a signal, which alone would skip what is to be done on exit.
  if (process.listenerCount('SIGTERM') === 0) process.once('SIGTERM', () => process.exit());
}
