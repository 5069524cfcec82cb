/**
 * What must leave the house, taken from the outbox by workers. Any number of processes may take from it at once: each row
 * goes to one of them.
 */
import type { Database, Queryable, Transaction } from '../database/database.ts';
import { backOff } from '../lib/index.ts';
import {
  claimRows,
  deleteLeased,
  isAnyDue,
  type OutboxChannel,
  type OutboxRow,
  putBack,
  takeRows,
} from './outbox.store.ts';

/** Tries before a row is dead: with the pauses between them, a day and a quarter. */
export const OUTBOX_ATTEMPTS = 12;

/**
 * Takes rows that are due for `leaseMs`, oldest first, in one statement that finds nothing by an index when there is
 * nothing. The caller delivers each outside of any transaction, then says {@link finishOutbox} or {@link retryOutbox}.
 *
 * A row whose taker dies is due again when the lease ends, so deliveries are made at least once: make the lease longer than
 * any delivery takes. Each taking counts as a try, so that a row that kills its worker does not do so for ever; after the
 * last lease such a row is dead.
 */
export async function claimOutbox(
  database: Database,
  {
    channel,
    now,
    leaseMs,
    limit,
  }: { readonly channel: OutboxChannel; readonly now: Date; readonly leaseMs: number; readonly limit: number },
): Promise<OutboxRow[]> {
  const leasedUntil = new Date(now.getTime() + leaseMs);
  const rows = await claimRows(database, { channel, now, limit, leasedUntil });
  const spent = rows.filter(({ attempts }) => attempts > OUTBOX_ATTEMPTS);
  for (const row of spent) await putBack(database, row, now, now);
  return rows.filter(({ attempts }) => attempts <= OUTBOX_ATTEMPTS);
}

/** Removes a row that was delivered. False when the lease was over and somebody else has it: they deliver it again. */
export const finishOutbox = async (db: Queryable, row: OutboxRow): Promise<boolean> =>
  (await deleteLeased(db, row)) > 0;

/**
 * Puts a row back that could not be delivered: due again within 15 seconds the first time, then after about 30 s, 90 s, …
 * up to six hours; after {@link OUTBOX_ATTEMPTS} tries it is dead, and swept a week later.
 *
 * @returns when it is due again, or undefined when it is dead or no longer ours.
 */
export async function retryOutbox(db: Queryable, row: OutboxRow, now: Date): Promise<Date | undefined> {
  if (row.attempts >= OUTBOX_ATTEMPTS) {
    await putBack(db, row, now, now);
    return undefined;
  }
  const dueAt = new Date(now.getTime() + backOff(row.attempts));
  return (await putBack(db, row, dueAt, null)) > 0 ? dueAt : undefined;
}

/** Whether there is anything to take: one short read of an index, for whoever looks again and again. */
export const isOutboxDue = (db: Queryable, channel: OutboxChannel, now: Date): Promise<boolean> =>
  isAnyDue(db, channel, now);

/**
 * Removes rows that are due and hands them to the transaction that makes something else of them in the same database: no
 * lease, no try, exactly once.
 */
export const takeOutbox = (
  tx: Transaction,
  options: { readonly channel: OutboxChannel; readonly now: Date; readonly limit: number },
): Promise<OutboxRow[]> => takeRows(tx, options);
