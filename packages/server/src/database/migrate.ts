/**
 * Brings the schema up to date: plain SQL files, forward only, each once and in a transaction of its own.
 *
 * Several processes may start at once on one empty database. They take turns by a row lock, since
 * distributed engines refuse advisory locks; who comes second finds nothing left to do.
 */

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, DatabaseError, DatabaseSetupError, type Queryable, statement } from './database.ts';

/** Where the migrations are, beside this file, in `src` as in `dist`. */
export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

export interface Migration {
  /** `0001-foundation`, from `0001-foundation.sql`. */
  name: string;
  sql: string;
  /** SHA-256 of the file, in hex. */
  checksum: string;
}

/** The row that processes lock while they migrate. */
const turnstile = '0000';

const findApplied = statement<{ name: string; checksum: string }>(
  'migrations.find-applied',
  `SELECT name, checksum FROM schema_migrations WHERE name <> '${turnstile}' ORDER BY name`,
);
const findTurnstile = statement<{ name: string }>(
  'migrations.find-turnstile',
  `SELECT name FROM schema_migrations WHERE name = '${turnstile}'`,
);
const insertTurnstile = statement(
  'migrations.insert-turnstile',
  `INSERT INTO schema_migrations (name, checksum, applied_at) VALUES ('${turnstile}', '', $1) ON CONFLICT DO NOTHING`,
);
const insertApplied = statement(
  'migrations.insert-applied',
  'INSERT INTO schema_migrations (name, checksum, applied_at) VALUES ($1, $2, $3)',
);

/** The migrations in `folder`, in order. Throws `DatabaseSetupError` on a file that is misnamed or out of sequence. */
export async function readMigrations(folder: string = migrationsFolder): Promise<Migration[]> {
  const files = (await readdir(folder)).filter(file => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file, index) => {
      if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(file) || Number(file.slice(0, 4)) !== index + 1) {
        throw new DatabaseSetupError(`migration ${file} should be named ${String(index + 1).padStart(4, '0')}-….sql`);
      }
      const sql = await readFile(join(folder, file), 'utf8');
      return { name: file.slice(0, -4), sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function createBookkeeping(database: Database, now: Date): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await database.script(
        `CREATE TABLE IF NOT EXISTS schema_migrations
           (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL)`,
      );
      break;
    } catch (error) {
      // IF NOT EXISTS looks first and creates then: of two processes that looked at once, one fails, on the table
      // (42P07), on its row type (42710) or on a unique index of the catalogue (23505).
      const lostRace = error instanceof DatabaseError && ['23505', '42710', '42P07', '40001'].includes(error.sqlState);
      if (!lostRace || tries === 5) throw error;
    }
  }
  await database.run(insertTurnstile, [now]);
}

/** Writes nothing when the table is there, which is every start but the first. */
async function ensureBookkeeping(database: Database, now: Date): Promise<void> {
  try {
    const found = await database.row(findTurnstile);
    if (found) return;
  } catch (error) {
    if (!(error instanceof DatabaseError && error.sqlState === '42P01')) throw error;
  }
  await createBookkeeping(database, now);
}

/** What is still to be applied, after making sure that the database and the files agree on the rest. */
async function findPending(queryable: Queryable, migrations: readonly Migration[]): Promise<Migration[]> {
  const applied = await queryable.rows(findApplied);
  for (const { name, checksum } of applied) {
    const file = migrations.find(migration => migration.name === name);
    if (!file) throw new DatabaseSetupError(`the database has migration ${name}, which this version does not know`);
    if (file.checksum !== checksum) {
      throw new DatabaseSetupError(`migration ${name} was changed after it had been applied: add a new one instead`);
    }
  }
  return migrations.slice(applied.length);
}

/**
 * Applies what is missing and returns the names of what it applied itself.
 *
 * Throws `DatabaseSetupError` when an applied file was changed since, or when the database holds a
 * migration that is not among the files (it was migrated by a newer version).
 */
export async function migrate(
  database: Database,
  { folder, now = new Date() }: { folder?: string; now?: Date } = {},
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  await ensureBookkeeping(database, now);
  const names: string[] = [];
  while ((await findPending(database, migrations)).length > 0) {
    const name = await database.transaction(async tx => {
      // As scripts, because these have no time limit: another process may be at work for minutes.
      if (database.kind === 'postgres') await tx.script('SET LOCAL statement_timeout = 0');
      await tx.script(`SELECT name FROM schema_migrations WHERE name = '${turnstile}' FOR UPDATE`);
      const [next] = await findPending(tx, migrations);
      if (!next) return undefined;
      await tx.script(next.sql);
      await tx.run(insertApplied, [next.name, next.checksum, now]);
      return next.name;
    });
    if (name !== undefined) names.push(name);
  }
  return names;
}
