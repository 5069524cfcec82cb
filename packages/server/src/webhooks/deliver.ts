import { DatabaseError } from '../database/database.ts';
import { readEvent } from '../events/index.ts';
import { backOff, newTimeOrderedId } from '../lib/index.ts';
import { findUserWithIdentities, userView } from '../users/index.ts';
import { buryDelivery, type Delivery, deleteDelivery, releaseDelivery, retryDelivery } from './deliveries.store.ts';
import { insertHookLog } from './hook-logs.store.ts';
import { findHook } from './hooks.store.ts';
import { sealLogPayload } from './log-payload.ts';
import { payloadOf } from './payload.ts';
import { type Outcome, send } from './send.ts';
import { openHook } from './stored-secrets.ts';
import type { WorkerNeeds } from './worker.ts';

/** Attempts before a delivery is dead: with the pauses between them, a day and a quarter. */
const DELIVERY_ATTEMPTS = 12;

/**
 * Makes one attempt to deliver what this process has leased, and says how it went: to the database, to the log of the
 * webhook, and to the caller (true: the receiver took it, or nothing was to be sent). Between the leasing and here nothing
 * is locked.
 */
export async function deliver(needs: WorkerNeeds, delivery: Delivery, signal: AbortSignal): Promise<boolean> {
  const { database, envelope, clock, outbound } = needs;
  const { tenantId, hookId, eventId, topic, userId } = delivery;
  // Each of its takers died: perhaps of it.
  if (delivery.attempts > DELIVERY_ATTEMPTS) {
    await buryDelivery(database, delivery, clock());
    return false;
  }
  const [hook, event, user] = await Promise.all([
    findHook(database, tenantId, hookId),
    readEvent(database, envelope, tenantId, eventId),
    userId === null ? undefined : findUserWithIdentities(database, tenantId, userId),
  ]);
  if (!hook?.enabled) {
    await deleteDelivery(database, delivery);
    return true;
  }
  const payload = payloadOf({ ...delivery, event, user: user && userView(user) });
  const body = JSON.stringify(payload);
  const message = { id: delivery.id, body, now: clock() };
  const outcome = await send(outbound, openHook(envelope, tenantId, hook), message, signal);
  if (!outcome.delivered && signal.aborted) {
    await releaseDelivery(database, delivery, clock());
    return false;
  }
  const nextAttemptAt = await settle(needs, delivery, outcome);
  const key = `TriggerHook.${topic}`;
  const result = outcome.delivered ? 'Success' : 'Error';
  const id = newTimeOrderedId(clock());
  await insertHookLog(database, tenantId, {
    id,
    hook_id: hookId,
    key,
    result,
    user_id: user ? userId : null,
    payload: sealLogPayload(envelope, tenantId, id, {
      key,
      result,
      hookId,
      attempt: delivery.attempts,
      nextAttemptAt: nextAttemptAt?.getTime() ?? null,
      // What was sent, not what it was made of.
      hookRequest: { body: JSON.parse(body) },
      ...(outcome.response && { response: outcome.response }),
      ...(!outcome.delivered && { error: outcome.error }),
    }),
    created_at: clock(),
  }).catch(ignoreDeleted);
  return outcome.delivered;
}

/** Removes what was delivered, puts back what was not; returns when it will be tried again, if so. */
async function settle(
  { database, clock }: WorkerNeeds,
  delivery: Delivery,
  { delivered }: Outcome,
): Promise<Date | undefined> {
  const now = clock();
  if (delivered) {
    await deleteDelivery(database, delivery);
    return undefined;
  }
  if (delivery.attempts >= DELIVERY_ATTEMPTS) {
    await buryDelivery(database, delivery, now);
    return undefined;
  }
  const at = new Date(now.getTime() + backOff(delivery.attempts));
  await retryDelivery(database, delivery, at);
  return at;
}

/** The webhook, or the user, was deleted between the look and the write: their log is not to be kept. */
function ignoreDeleted(error: unknown): number {
  if (error instanceof DatabaseError && error.sqlState === '23503') return 0;
  throw error;
}
