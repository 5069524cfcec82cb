/**
 * What a PostgreSQL server does in background processes, which PGlite does not have. Without it the
 * write-ahead log only grows (a start after a crash replays all of it: 2.4 s for 240 MB), and the space
 * of deleted rows, such as expired tokens, is never used again.
 */

import { statement } from './database.ts';
import type { PgliteConnection } from './pglite-connection.ts';

/** How often it is worth looking. */
export const housekeepingMillis = 10_000;

/** Bytes of log that a start after a crash may have to replay. */
const replayLimit = 16 * 1024 * 1024;

/** Autovacuum's own shares, with a larger base: a vacuum stops the whole process for its time. */
const askDue = statement<{ replay: number; tables: string[] }>(
  'pglite.ask-due',
  `SELECT (pg_current_wal_insert_lsn() - redo_lsn)::bigint AS replay,
          ARRAY(SELECT format('%I.%I', schemaname, relname) FROM pg_stat_user_tables
                 WHERE n_dead_tup > 1000 + 0.2 * n_live_tup
                    OR n_mod_since_analyze > 1000 + 0.1 * n_live_tup) AS tables
     FROM pg_control_checkpoint()`,
);

/** Counts are otherwise published no more than once a second. */
const publishCounts = statement('pglite.publish-counts', 'SELECT pg_stat_force_next_flush()');

/** The commands that are due now, each to be run by itself so that others get their turn between them. */
export async function dueHousekeeping(connection: PgliteConnection): Promise<string[]> {
  await connection.execute(publishCounts);
  const [due] = (await connection.execute(askDue)).rows as { replay: number; tables: string[] }[];
  if (!due) return [];
  const commands = due.tables.map(table => `VACUUM (ANALYZE) ${table}`);
  return due.replay > replayLimit || commands.length > 0 ? [...commands, 'CHECKPOINT'] : commands;
}
