/**
 * Subscriptions to events: which events, to which URL, signed with which key; their delivery from the outbox, its retries
 * and its log.
 *
 * Owns `hooks`, `hook_deliveries` and `hook_logs`, and the Management API's `/api/hooks`. What happened is `events/`'; this
 * folder only tells it. Nothing here runs in the transaction of a change: a receiver that hangs delays nobody.
 */
import type { hookRoutes } from '@freehold/contract';
import type { Handlers } from '../operation/index.ts';
import { createHook } from './create-hook.ts';
import { deleteHook } from './delete-hook.ts';
import { getHook } from './get-hook.ts';
import { listHookLogs } from './list-hook-logs.ts';
import { listHooks } from './list-hooks.ts';
import { rotateHookSigningKey } from './rotate-hook-signing-key.ts';
import { testHook } from './test-hook.ts';
import { updateHook } from './update-hook.ts';
import type { WebhookNeeds } from './webhook-needs.ts';

export type { WebhookNeeds } from './webhook-needs.ts';
export { createWebhookWorker, type WebhookWorker } from './worker.ts';

/** The operations of {@link hookRoutes}. */
export const hookHandlers = (needs: WebhookNeeds) =>
  ({
    createHook: createHook(needs),
    listHooks: listHooks(needs),
    getHook: getHook(needs),
    updateHook: updateHook(needs),
    deleteHook,
    rotateHookSigningKey: rotateHookSigningKey(needs),
    listHookLogs: listHookLogs(needs),
    testHook: testHook(needs),
  }) satisfies Handlers<typeof hookRoutes>;
