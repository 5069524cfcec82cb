import type { hookRoutes } from '@freehold/contract';
import { newRecordId } from '../lib/index.ts';
import type { Operation } from '../operation/index.ts';
import { restoreSecrets } from './header-secrets.ts';
import { hookView } from './hook-view.ts';
import { type HookRow, insertHook } from './hooks.store.ts';
import { newSigningKey, sealHook } from './stored-secrets.ts';
import type { WebhookNeeds } from './webhook-needs.ts';

/** Creates a webhook with a signing key of its own. */
export const createHook =
  ({ envelope }: WebhookNeeds): Operation<typeof hookRoutes.createHook> =>
  async ({ tenant, now, transaction }, { body: { name, event, events, config, enabled } }) => {
    const id = newRecordId();
    const secrets = { config: restoreSecrets(config, undefined), signingKey: newSigningKey() };
    const row: HookRow = {
      id,
      name,
      events: [...new Set(events ?? (event ? [event] : []))],
      secrets: sealHook(envelope, tenant.id, id, secrets),
      enabled: enabled ?? true,
      created_at: now,
    };
    await transaction(async ({ tx, emit }) => {
      await insertHook(tx, tenant.id, row);
      await emit({ type: 'settings-changed', data: { settings: 'hook', hookId: id, change: 'create' } });
    });
    return hookView(tenant.id, row, secrets);
  };
