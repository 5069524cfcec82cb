import type { Hook } from '@freehold/contract';
import type { Context } from '../operation/index.ts';
import { hideSecrets } from './header-secrets.ts';
import { countAttempts } from './hook-logs.store.ts';
import type { HookRow } from './hooks.store.ts';
import { type HookSecrets, openHook } from './stored-secrets.ts';
import type { WebhookNeeds } from './webhook-needs.ts';

/** A webhook as the API shows it. */
export const hookView = (tenantId: string, row: HookRow, { config, signingKey }: HookSecrets): Hook => ({
  tenantId,
  id: row.id,
  name: row.name,
  event: row.events.length === 1 ? (row.events[0] ?? null) : null,
  events: [...row.events],
  config: hideSecrets(config),
  signingKey,
  enabled: row.enabled,
  createdAt: row.created_at.getTime(),
});

const DAY = 86_400_000;

/** Webhooks as the API shows them, with how their deliveries went if asked for. */
export async function viewHooks(
  { envelope }: Pick<WebhookNeeds, 'envelope'>,
  { database, tenant, now }: Pick<Context, 'database' | 'tenant' | 'now'>,
  rows: readonly HookRow[],
  withStats: boolean | undefined,
): Promise<Hook[]> {
  const views = rows.map(row => hookView(tenant.id, row, openHook(envelope, tenant.id, row)));
  if (!withStats) return views;
  const ids = rows.map(({ id }) => id);
  const counts = await countAttempts(database, tenant.id, ids, new Date(now.getTime() - DAY));
  const byHook = new Map(counts.map(count => [count.hook_id, count]));
  return views.map(view => ({
    ...view,
    executionStats: {
      successCount: byHook.get(view.id)?.successes ?? 0,
      requestCount: byHook.get(view.id)?.requests ?? 0,
    },
  }));
}
