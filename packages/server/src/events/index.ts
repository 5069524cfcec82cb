/**
 * What happened, written in the transaction of the change itself.
 *
 * Owns `security_events`, `outbox` and `user_keys`, and the Management API's `/api/logs`: an event says who did what to
 * whom; its personal values (addresses, old and new values) are encrypted under a key of the user's own, so that
 * destroying the key erases them. Outbox rows are what must still leave the house because of it: webhooks and notices name
 * the event and hold no copy of it.
 *
 * It does not deliver anything and decides nothing: operations emit; `webhooks/` and `notifications/` take from the outbox
 * and deliver.
 */
import type { logRoutes } from '@freehold/contract';
import type { Envelope } from '../lib/index.ts';
import type { Handlers } from '../operation/index.ts';
import { getLog } from './get-log.ts';
import { listLogs } from './list-logs.ts';

export { type EventRow, eventExpressions, listEvents } from './events.store.ts';
export type { OutboxChannel, OutboxRow } from './outbox.store.ts';
export { claimOutbox, finishOutbox, isOutboxDue, OUTBOX_ATTEMPTS, retryOutbox, takeOutbox } from './outbox.ts';
export { type ReadEvent, readEvent, readLaterEvents } from './read-event.ts';
export { type EventSource, prepareEvent, recordEvent } from './record-event.ts';
export { findTold, markTold } from './told.store.ts';
export { createUserKey, findUserKey } from './user-keys.store.ts';

/** The operations of {@link logRoutes}. */
export const logHandlers = (needs: { readonly envelope: Envelope }): Handlers<typeof logRoutes> => ({
  listLogs: listLogs(needs),
  getLog: getLog(needs),
});
