import { type Queryable, statement, type Transaction } from '../database/database.ts';

/** What attempts are counted on: one row of `sentinel`. */
export interface AttemptKey {
  readonly tenantId: string;
  readonly target: string;
  readonly pool: string;
}

/** The attempts of a row that still count. Written with unnest: not every PostgreSQL-like engine can slice an array. */
const since = (column: string, instant: string) => `SELECT a FROM unnest(s.${column}) AS a WHERE a > ${instant}`;

/**
 * Takes a place for each row of `source` (it has one or none): returns the instant that names the reservation as
 * `reserved_at`, and no row when none of `source.max_attempts` places is free. Parallel attempts queue on the row. `$1` to
 * `$5` are tenant, target, pool, the present and the start of the window.
 */
export const reserving = (source: string): string =>
  `INSERT INTO sentinel AS s (tenant_id, target, pool, attempts, updated_at)
   SELECT $1, $2, $3, ARRAY[$4::timestamptz], $4::timestamptz FROM ${source}
   ON CONFLICT (tenant_id, target, pool) DO UPDATE SET
     attempts = ARRAY(${since('attempts', '$5')})
       || greatest($4::timestamptz, (SELECT max(a) + interval '1 millisecond' FROM unnest(s.attempts) AS a)),
     failures = ARRAY(${since('failures', '$5')}),
     blocked_until = NULL,
     updated_at = $4::timestamptz
   WHERE (s.blocked_until IS NULL OR s.blocked_until <= $4::timestamptz)
     AND (SELECT count(*) FROM unnest(s.attempts) AS a WHERE a > $5::timestamptz) < (SELECT max_attempts FROM ${source})
   RETURNING (SELECT max(a) FROM unnest(s.attempts) AS a) AS reserved_at`;

const reserve = statement<{ reserved_at: Date }>(
  'sentinel.reserve',
  `WITH policy AS (SELECT $6::integer AS max_attempts) ${reserving('policy')}`,
);

/**
 * Takes one of at most `maxAttempts` places since `windowStart`, unless the row is blocked. Returns the instant that
 * names the reservation, or undefined when there is none to be had.
 */
export async function insertAttempt(
  db: Queryable,
  key: AttemptKey,
  { maxAttempts, windowStart, now }: { maxAttempts: number; windowStart: Date; now: Date },
): Promise<Date | undefined> {
  const row = await db.row(reserve, [key.tenantId, key.target, key.pool, now, windowStart, maxAttempts]);
  return row?.reserved_at;
}

/** Gives one reservation back for a row of `source`. `$1` is the tenant; target, pool and instant stand from `$first` on. */
export const releasing = (source: string, first: number): string =>
  `UPDATE sentinel AS s SET attempts = array_remove(s.attempts, $${first + 2}::timestamptz) FROM ${source}
   WHERE s.tenant_id = $1 AND s.target = $${first} AND s.pool = $${first + 1}`;

const release = statement('sentinel.release', releasing('(VALUES (1)) AS attempt', 2));

/** Gives one reservation back. */
export const deleteAttempt = (db: Queryable, key: AttemptKey, reservedAt: Date): Promise<number> =>
  db.run(release, [key.tenantId, key.target, key.pool, reservedAt]);

const fail = statement(
  'sentinel.fail',
  `UPDATE sentinel SET failures = failures || $4::timestamptz
   WHERE tenant_id = $1 AND target = $2 AND pool = $3 AND $4::timestamptz = ANY (attempts)`,
);

/** Marks a reservation as judged wrong. Keeps the row locked until the transaction ends. */
export const markAttemptFailed = (tx: Transaction, key: AttemptKey, reservedAt: Date): Promise<number> =>
  tx.run(fail, [key.tenantId, key.target, key.pool, reservedAt]);

const block = statement(
  'sentinel.block',
  `UPDATE sentinel AS s SET
     attempts = array_remove(s.attempts, $4::timestamptz),
     failures = array_remove(s.failures, $4::timestamptz),
     blocked_until = $5
   WHERE s.tenant_id = $1 AND s.target = $2 AND s.pool = $3
     AND (s.blocked_until IS NULL OR s.blocked_until <= $6)
     AND (SELECT count(*) FROM unnest(s.failures) AS a WHERE a > $7::timestamptz) >= $8`,
);

/**
 * Blocks the row until `until` when its failures since `windowStart` have reached `maxAttempts`; 1 when it did. The
 * failure that blocks is paid for by the block and counts no longer.
 */
export const blockAtLimit = (
  tx: Transaction,
  key: AttemptKey,
  reservedAt: Date,
  { until, now, windowStart, maxAttempts }: { until: Date; now: Date; windowStart: Date; maxAttempts: number },
): Promise<number> =>
  tx.run(block, [key.tenantId, key.target, key.pool, reservedAt, until, now, windowStart, maxAttempts]);

const find = statement<{ blocked_until: Date | null; next_free: Date | null }>(
  'sentinel.find',
  `SELECT s.blocked_until, (SELECT min(a) FROM unnest(s.failures) AS a WHERE a > $4::timestamptz) AS next_free
   FROM sentinel AS s WHERE s.tenant_id = $1 AND s.target = $2 AND s.pool = $3`,
);

/** Until when a row is blocked, and the oldest failure since `windowStart`. */
export const findBlock = (
  db: Queryable,
  key: AttemptKey,
  windowStart: Date,
): Promise<{ blocked_until: Date | null; next_free: Date | null } | undefined> =>
  db.row(find, [key.tenantId, key.target, key.pool, windowStart]);

const deleteTargets = statement<{ target: string }>(
  'sentinel.delete-targets',
  'DELETE FROM sentinel WHERE tenant_id = $1 AND target = ANY ($2::text[]) RETURNING target',
);

/** Forgets all attempts and blocks of these targets, in every pool; returns those that had any. */
export async function deleteAttemptsOf(db: Queryable, tenantId: string, targets: readonly string[]): Promise<string[]> {
  return (await db.rows(deleteTargets, [tenantId, targets])).map(({ target }) => target);
}
