import type { Hook } from '@freehold/contract';
import { type ManagementContext, Problem } from '../operation/index.ts';
import { hookView } from './hook-view.ts';
import { type HookRow, lockHook, saveHook } from './hooks.store.ts';
import { type HookSecrets, openHook, sealHook } from './stored-secrets.ts';
import type { WebhookNeeds } from './webhook-needs.ts';

type HookChange = Partial<Pick<HookRow, 'name' | 'events' | 'enabled'> & HookSecrets>;

/** Changes a webhook, by what it is while nobody else changes it. @throws Problem 404 `entity.not_exists_with_id` */
export const changeHook = (
  { envelope }: Pick<WebhookNeeds, 'envelope'>,
  { tenant, transaction }: ManagementContext,
  id: string,
  change: 'update' | 'rotate-signing-key',
  changeOf: (secrets: HookSecrets) => HookChange,
): Promise<Hook> =>
  transaction(async ({ tx, emit }) => {
    const locked = await lockHook(tx, tenant.id, id);
    if (!locked) throw new Problem('entity.not_exists_with_id');
    const secrets = openHook(envelope, tenant.id, locked);
    const changed = changeOf(secrets);
    if (Object.keys(changed).length === 0) return hookView(tenant.id, locked, secrets);
    const { config = secrets.config, signingKey = secrets.signingKey, ...columns } = changed;
    const next = { config, signingKey };
    const row = { ...locked, ...columns, secrets: sealHook(envelope, tenant.id, id, next) };
    await saveHook(tx, tenant.id, row);
    await emit({ type: 'settings-changed', data: { settings: 'hook', hookId: id, change } });
    return hookView(tenant.id, row, next);
  });
