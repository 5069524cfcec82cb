/** One migrated database for all tests of a worker process: opening one costs more than most test files. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Database } from '../database/database.ts';
import { readMigrations } from '../database/migrate.ts';
import { openPglite } from '../database/pglite.ts';
import { makeTemplate } from '../database/template.ts';

const memo = Symbol.for('freehold.test-database');
const workerGlobal = globalThis as { [memo]?: Promise<Database> };

/**
 * The migrated database of this worker process. It is shared: a test separates itself by a tenant of its
 * own, and nobody closes it.
 */
export function testDatabase(): Promise<Database> {
  workerGlobal[memo] ??= openInMemory();
  return workerGlobal[memo];
}

/** The template is kept between runs, under a name that changes with the migrations. */
async function openInMemory(): Promise<Database> {
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
  return openPglite({ template });
}
