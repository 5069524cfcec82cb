/** Chooses the database: PostgreSQL when there is a URL, the embedded one in the data folder when not. */

import type { Database } from './database.ts';
import type { OpenPgliteOptions } from './pglite.ts';
import type { OpenPostgresOptions } from './postgres.ts';

export interface OpenDatabaseOptions {
  /** `postgres://…`; without it the embedded database is opened. */
  databaseUrl?: string | undefined;
  /** The product's data folder. It is created when it does not exist; only the embedded database uses it. */
  dataDir: string;
  postgres?: Omit<OpenPostgresOptions, 'url'>;
  pglite?: Omit<OpenPgliteOptions, 'dataDir'>;
}

/**
 * Opens the database; `migrate` is the next step. Throws `DatabaseSetupError` when the data folder is in
 * use or the server is not set up as it must be, and `DatabaseUnavailable` when it cannot be reached.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { databaseUrl, dataDir, postgres, pglite } = options;
  // Loaded when needed: the WebAssembly build costs a process on PostgreSQL time and memory for nothing.
  if (databaseUrl) return (await import('./postgres.ts')).openPostgres({ ...postgres, url: databaseUrl });
  return (await import('./pglite.ts')).openPglite({ ...pglite, dataDir });
}
