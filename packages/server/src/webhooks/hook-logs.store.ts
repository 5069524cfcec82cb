import { type Queryable, statement } from '../database/database.ts';

/** A row of `hook_logs`. */
export interface HookLogRow {
  readonly id: string;
  readonly hook_id: string;
  /** `TriggerHook.<event>`. */
  readonly key: string;
  readonly result: 'Success' | 'Error';
  /** Whose data the payload holds, if anybody's. */
  readonly user_id: string | null;
  /** Encrypted. */
  readonly payload: string;
  readonly created_at: Date;
}

// Not for a webhook or a user that has gone meanwhile: what is deleted with them would stay.
const insert = statement(
  'hook-logs.insert',
  `INSERT INTO hook_logs (tenant_id, id, hook_id, key, result, user_id, payload, created_at)
   SELECT $1, $2, $3, $4, $5, $6::text, $7, $8
   WHERE EXISTS (SELECT 1 FROM hooks WHERE tenant_id = $1 AND id = $3)
     AND ($6::text IS NULL OR EXISTS (SELECT 1 FROM users WHERE tenant_id = $1 AND id = $6::text))`,
);

/** Writes what an attempt was. @throws DatabaseError 23503 when webhook or user go at the same moment */
export const insertHookLog = (db: Queryable, tenantId: string, row: HookLogRow): Promise<number> =>
  db.run(insert, [tenantId, row.id, row.hook_id, row.key, row.result, row.user_id, row.payload, row.created_at]);

const matching = 'tenant_id = $1 AND hook_id = $2 AND ($3::text IS NULL OR key = $3)';
const list = statement<HookLogRow>(
  'hook-logs.list',
  `SELECT id, hook_id, key, result, user_id, payload, created_at FROM hook_logs
   WHERE ${matching} ORDER BY id DESC LIMIT $4 OFFSET $5`,
  { long: true },
);
const count = statement<{ total: number }>(
  'hook-logs.count',
  `SELECT count(*) AS total FROM hook_logs WHERE ${matching}`,
  { long: true },
);

/** One page of a webhook's log, newest first, and how many entries there are. */
export async function listHookLogRows(
  db: Queryable,
  tenantId: string,
  hookId: string,
  key: string | undefined,
  page: { readonly limit: number; readonly offset: number },
) {
  const [rows, counted] = await Promise.all([
    db.rows(list, [tenantId, hookId, key ?? null, page.limit, page.offset]),
    db.row(count, [tenantId, hookId, key ?? null]),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

const stats = statement<{ hook_id: string; successes: number; requests: number }>(
  'hook-logs.stats',
  `SELECT hook_id, count(*) AS requests, count(*) FILTER (WHERE result = 'Success') AS successes
   FROM hook_logs WHERE tenant_id = $1 AND hook_id = ANY($2::text[]) AND created_at >= $3 GROUP BY hook_id`,
  { long: true },
);

/** How many attempts there were since `since`, by webhook; webhooks without any are missing. */
export const countAttempts = (db: Queryable, tenantId: string, hookIds: readonly string[], since: Date) =>
  db.rows(stats, [tenantId, hookIds, since]);
