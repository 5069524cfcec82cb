import { type Queryable, statement, type Transaction } from '../database/database.ts';

/** One place among the messages that may be sent within a window. */
export interface CountedSend {
  readonly tenantId: string;
  /** `recipient:…`, `user:…` or `origin:…`. */
  readonly counted: string;
}

/** The messages of a row that still count. Written with unnest: not every PostgreSQL-like engine can slice an array. */
const since = (instant: string) => `SELECT s FROM unnest(m.sends) AS s WHERE s > ${instant}`;

const reserve = statement<{ reserved_at: Date }>(
  'message-sends.reserve',
  `INSERT INTO message_sends AS m (tenant_id, counted, sends, updated_at)
   VALUES ($1, $2, ARRAY[$3::timestamptz], $3::timestamptz)
   ON CONFLICT (tenant_id, counted) DO UPDATE SET
     sends = ARRAY(${since('$4::timestamptz')})
       || greatest($3::timestamptz, (SELECT max(s) + interval '1 millisecond' FROM unnest(m.sends) AS s)),
     updated_at = $3::timestamptz
   WHERE (SELECT count(*) FROM unnest(m.sends) AS s WHERE s > $4::timestamptz) < $5
   RETURNING (SELECT max(s) FROM unnest(m.sends) AS s) AS reserved_at`,
);

/**
 * Takes one of at most `limit` places since `windowStart`. One statement: parallel requests queue on the row.
 *
 * @returns the instant that names the reservation, or undefined when there is no place
 */
export async function insertSend(
  tx: Transaction,
  { tenantId, counted }: CountedSend,
  { limit, windowStart, now }: { limit: number; windowStart: Date; now: Date },
): Promise<Date | undefined> {
  return (await tx.row(reserve, [tenantId, counted, now, windowStart, limit]))?.reserved_at;
}

const release = statement(
  'message-sends.release',
  `UPDATE message_sends SET sends = array_remove(sends, $3::timestamptz) WHERE tenant_id = $1 AND counted = $2`,
);

/** Gives one place back. */
export const deleteSend = (tx: Transaction, { tenantId, counted }: CountedSend, reservedAt: Date): Promise<number> =>
  tx.run(release, [tenantId, counted, reservedAt]);

const nextFree = statement<{ leaves: Date }>(
  'message-sends.next-free',
  `SELECT s AS leaves FROM message_sends AS m CROSS JOIN LATERAL unnest(m.sends) AS s
   WHERE m.tenant_id = $1 AND m.counted = $2 AND s > $3::timestamptz
   ORDER BY s DESC OFFSET $4 LIMIT 1`,
);

/** The message that must leave the window for the next to be sent; undefined when there is a place now. */
export const findSendThatLeaves = async (
  db: Queryable,
  { tenantId, counted }: CountedSend,
  { limit, windowStart }: { limit: number; windowStart: Date },
): Promise<Date | undefined> => (await db.row(nextFree, [tenantId, counted, windowStart, limit - 1]))?.leaves;

const tell = statement(
  'message-sends.tell',
  `UPDATE message_sends SET told_at = $3::timestamptz
   WHERE tenant_id = $1 AND counted = $2 AND (told_at IS NULL OR told_at <= $4::timestamptz)`,
);

/** Notes that it is told that there are too many; 0 when that was done since `windowStart`. */
export const markSendsTold = (
  tx: Transaction,
  { tenantId, counted }: CountedSend,
  { now, windowStart }: { now: Date; windowStart: Date },
): Promise<number> => tx.run(tell, [tenantId, counted, now, windowStart]);
