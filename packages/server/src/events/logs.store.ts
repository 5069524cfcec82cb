import { type Queryable, type Statement, statement } from '../database/database.ts';
import type { EventRow } from './events.store.ts';

/** Which events. */
export interface LogFilter {
  readonly userId: string | undefined;
  readonly clientId: string | undefined;
  readonly type: string | undefined;
  /** The least id, and the one after the greatest: ids sort by time, so that time needs no index of its own. */
  readonly fromId: string;
  readonly beforeId: string;
}

const columns =
  'id, type, user_id, actor_kind, actor_id, client_id, session_uid, request_id, data, personal, created_at';

// Two pairs of statements: with `$2 IS NULL OR …` the one plan of a prepared statement could use no index of users.
const common =
  'tenant_id = $1 AND ($3::text IS NULL OR client_id = $3) AND ($4::text IS NULL OR type = $4) AND id >= $5 AND id < $6';
const conditions = { all: `${common} AND $2::text IS NULL`, user: `${common} AND user_id = $2` } as const;

const lists = {} as Record<keyof typeof conditions, Statement<EventRow>>;
const counts = {} as Record<keyof typeof conditions, Statement<{ total: number }>>;
for (const of of ['all', 'user'] as const) {
  lists[of] = statement<EventRow>(
    `logs.list-${of}`,
    `SELECT ${columns} FROM security_events WHERE ${conditions[of]} ORDER BY id DESC LIMIT $7 OFFSET $8`,
    { long: true },
  );
  counts[of] = statement<{ total: number }>(
    `logs.count-${of}`,
    `SELECT count(*) AS total FROM security_events WHERE ${conditions[of]}`,
    { long: true },
  );
}

/** One page of the events of a tenant, newest first, and how many there are. */
export async function listLogRows(
  db: Queryable,
  tenantId: string,
  { userId, clientId, type, fromId, beforeId }: LogFilter,
  page: { readonly limit: number; readonly offset: number },
) {
  const of = userId === undefined ? 'all' : 'user';
  const filter = [tenantId, userId ?? null, clientId ?? null, type ?? null, fromId, beforeId];
  const [rows, counted] = await Promise.all([
    db.rows(lists[of], [...filter, page.limit, page.offset]),
    db.row(counts[of], filter),
  ]);
  return { rows, total: counted?.total ?? 0 };
}
