import { type Database, type Queryable, statement, type Transaction } from '../database/database.ts';

export type OutboxChannel = 'webhook' | 'notice';

interface OutboxColumns {
  readonly tenant_id: string;
  readonly id: string;
  readonly topic: string;
  readonly event_id: string;
  readonly user_id: string | null;
  readonly created_at: Date;
  readonly attempts: number;
}

/** One thing that must leave the house. */
export interface OutboxRow {
  readonly tenantId: string;
  readonly id: string;
  /** Name of the webhook event, or type of the security event for a notice. */
  readonly topic: string;
  readonly eventId: string;
  readonly userId: string | null;
  readonly createdAt: Date;
  /** How often it was taken, this time included. */
  readonly attempts: number;
}

const rowOf = (row: OutboxColumns): OutboxRow => ({
  tenantId: row.tenant_id,
  id: row.id,
  topic: row.topic,
  eventId: row.event_id,
  userId: row.user_id,
  createdAt: row.created_at,
  attempts: row.attempts,
});

// Materialized: a planner that evaluated it again for each row would go on to rows beyond the limit.
const due = `WITH due AS MATERIALIZED (
     SELECT tenant_id, id FROM outbox WHERE channel = $1 AND available_at <= $2 AND dead_at IS NULL
     ORDER BY available_at LIMIT $3 FOR UPDATE SKIP LOCKED)`;
const ofDue = 'o.tenant_id = due.tenant_id AND o.id = due.id';
const columns = 'o.tenant_id, o.id, o.topic, o.event_id, o.user_id, o.created_at, o.attempts';

const claim = statement<OutboxColumns>(
  'outbox.claim',
  `${due} UPDATE outbox o SET available_at = $4, attempts = o.attempts + 1 FROM due WHERE ${ofDue} RETURNING ${columns}`,
);

// In an order that it does not need: without one, a planner that has seen rows of the other channel alone expects the first
// row to match, and reads the whole table.
const anyDue = statement<{ id: string }>(
  'outbox.any-due',
  `SELECT id FROM outbox WHERE channel = $1 AND available_at <= $2 AND dead_at IS NULL ORDER BY available_at LIMIT 1`,
);

/** Whether there is anything to take. */
export const isAnyDue = async (db: Queryable, channel: OutboxChannel, now: Date): Promise<boolean> =>
  (await db.row(anyDue, [channel, now])) !== undefined;

/** Takes at most `limit` rows that are due, until `leasedUntil`. */
export async function claimRows(
  db: Database,
  { channel, now, limit, leasedUntil }: { channel: OutboxChannel; now: Date; limit: number; leasedUntil: Date },
): Promise<OutboxRow[]> {
  return (await db.rows(claim, [channel, now, limit, leasedUntil])).map(rowOf);
}

const take = statement<OutboxColumns>(
  'outbox.take',
  `${due} DELETE FROM outbox o USING due WHERE ${ofDue} RETURNING ${columns}`,
);

/** Removes at most `limit` rows that are due, for what the same transaction makes of them. */
export async function takeRows(
  tx: Transaction,
  { channel, now, limit }: { channel: OutboxChannel; now: Date; limit: number },
): Promise<OutboxRow[]> {
  return (await tx.rows(take, [channel, now, limit])).map(rowOf);
}

// `attempts` is the mark of the lease: whoever takes a row after this lease has ended counts it up.
const byLease = 'tenant_id = $1 AND id = $2 AND attempts = $3 AND dead_at IS NULL';

const remove = statement('outbox.finish', `DELETE FROM outbox WHERE ${byLease}`);

/** Removes a row that is still leased by whom `row` was given to; returns how many. */
export const deleteLeased = (db: Queryable, row: OutboxRow): Promise<number> =>
  db.run(remove, [row.tenantId, row.id, row.attempts]);

const retry = statement('outbox.retry', `UPDATE outbox SET available_at = $4, dead_at = $5 WHERE ${byLease}`);

/** Puts a leased row back, or aside as dead; returns how many. */
export const putBack = (db: Queryable, row: OutboxRow, availableAt: Date, deadAt: Date | null): Promise<number> =>
  db.run(retry, [row.tenantId, row.id, row.attempts, availableAt, deadAt]);
