import { type Database, type Queryable, statement, type Transaction } from '../database/database.ts';
import type { OutboxRow } from '../events/index.ts';

const insert = statement(
  'hook-deliveries.insert',
  `INSERT INTO hook_deliveries (tenant_id, id, hook_id, event_id, topic, user_id, created_at, available_at)
   SELECT e.tenant_id, e.id || '.' || h.id, h.id, e.event_id, e.topic, nullif(e.user_id, ''), e.created_at::timestamptz, $7
   FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
     AS e (tenant_id, id, event_id, topic, user_id, created_at)
   JOIN hooks h ON h.tenant_id = e.tenant_id AND h.enabled AND h.events ? e.topic AND h.created_at <= e.created_at::timestamptz
   ON CONFLICT (tenant_id, hook_id, event_id, topic) DO NOTHING`,
);

/** Writes one delivery for each enabled webhook that was subscribed to one of these when it happened; returns how many. */
export const insertDeliveries = (tx: Transaction, rows: readonly OutboxRow[], now: Date): Promise<number> =>
  tx.run(insert, [
    rows.map(row => row.tenantId),
    rows.map(row => row.id),
    rows.map(row => row.eventId),
    rows.map(row => row.topic),
    rows.map(row => row.userId ?? ''),
    rows.map(row => row.createdAt.toISOString()),
    now,
  ]);

interface DeliveryColumns {
  readonly tenant_id: string;
  readonly id: string;
  readonly hook_id: string;
  readonly event_id: string;
  readonly topic: string;
  readonly user_id: string | null;
  readonly created_at: Date;
  readonly attempts: number;
}

/** One event on its way to one webhook. */
export interface Delivery {
  readonly tenantId: string;
  readonly id: string;
  readonly hookId: string;
  readonly eventId: string;
  readonly topic: string;
  readonly userId: string | null;
  readonly createdAt: Date;
  /** How often it was taken, this time included. */
  readonly attempts: number;
}

/** Names a webhook among all tenants', as `claimDeliveries` takes it. */
export const laneOf = ({ tenantId, hookId }: Pick<Delivery, 'tenantId' | 'hookId'>): string => `${tenantId}/${hookId}`;

// One for each webhook, by its own end of the index: neither does the backlog of one stand before the others, nor is it
// walked. Materialized: a planner that evaluated it again for each row would go beyond the limit.
const claim = statement<DeliveryColumns>(
  'hook-deliveries.claim',
  `WITH due AS MATERIALIZED (
     SELECT next.tenant_id, next.id FROM hooks h CROSS JOIN LATERAL (
       SELECT d.tenant_id, d.id FROM hook_deliveries d
       WHERE d.tenant_id = h.tenant_id AND d.hook_id = h.id AND d.dead_at IS NULL AND d.available_at <= $1
       ORDER BY d.available_at LIMIT 1 FOR UPDATE SKIP LOCKED) AS next
     WHERE h.tenant_id || '/' || h.id <> ALL ($3::text[]) LIMIT $4)
   UPDATE hook_deliveries d SET available_at = $2, attempts = d.attempts + 1 FROM due
   WHERE d.tenant_id = due.tenant_id AND d.id = due.id
   RETURNING d.tenant_id, d.id, d.hook_id, d.event_id, d.topic, d.user_id, d.created_at, d.attempts`,
);

/** Takes one delivery that is due of each webhook, of `limit` webhooks at most, and of none of `busy`. */
export async function claimDeliveries(
  db: Database,
  options: { readonly now: Date; readonly leasedUntil: Date; readonly busy: readonly string[]; readonly limit: number },
): Promise<Delivery[]> {
  const rows = await db.rows(claim, [options.now, options.leasedUntil, options.busy, options.limit]);
  return rows.map(row => ({
    tenantId: row.tenant_id,
    id: row.id,
    hookId: row.hook_id,
    eventId: row.event_id,
    topic: row.topic,
    userId: row.user_id,
    createdAt: row.created_at,
    attempts: row.attempts,
  }));
}

// `attempts` is the mark of the lease: whoever takes a delivery after this lease has ended counts it up.
const byLease = 'tenant_id = $1 AND id = $2 AND attempts = $3 AND dead_at IS NULL';

const remove = statement('hook-deliveries.delete', `DELETE FROM hook_deliveries WHERE ${byLease}`);

/** Removes a delivery that is still leased by whom it was given to. */
export const deleteDelivery = (db: Queryable, { tenantId, id, attempts }: Delivery): Promise<number> =>
  db.run(remove, [tenantId, id, attempts]);

const putBack = statement(
  'hook-deliveries.put-back',
  `UPDATE hook_deliveries SET available_at = $4, dead_at = $5, attempts = $6 WHERE ${byLease}`,
);

/** Puts a leased delivery back for another attempt. */
export const retryDelivery = (db: Queryable, { tenantId, id, attempts }: Delivery, at: Date): Promise<number> =>
  db.run(putBack, [tenantId, id, attempts, at, null, attempts]);

/** Puts a leased delivery aside: it will not be tried again. */
export const buryDelivery = (db: Queryable, { tenantId, id, attempts }: Delivery, now: Date): Promise<number> =>
  db.run(putBack, [tenantId, id, attempts, now, now, attempts]);

/** Puts back a leased delivery that was not really tried. */
export const releaseDelivery = (db: Queryable, { tenantId, id, attempts }: Delivery, now: Date): Promise<number> =>
  db.run(putBack, [tenantId, id, attempts, now, null, attempts - 1]);
