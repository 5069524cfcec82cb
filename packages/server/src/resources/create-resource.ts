import type { resourceRoutes } from '@freehold/contract';
import { newRecordId } from '../lib/index.ts';
import type { Operation } from '../operation/index.ts';
import { rethrowResourceProblem } from './own-resource.ts';
import { resourceView } from './resource-view.ts';
import { clearDefaultResource, insertResource } from './resources.store.ts';

/** Creates an API resource; a new default replaces the former one. */
export const createResource: Operation<typeof resourceRoutes.createResource> = async (
  { tenant, now, transaction },
  { body },
) => {
  const row = {
    id: newRecordId(),
    name: body.name,
    indicator: body.indicator,
    is_default: body.isDefault ?? false,
    access_token_ttl: body.accessTokenTtl ?? 3600,
    created_at: now,
  };
  await transaction(async ({ tx, emit }) => {
    if (row.is_default) await clearDefaultResource(tx, tenant.id);
    await insertResource(tx, tenant.id, row).catch(rethrowResourceProblem);
    await emit({ type: 'settings-changed', data: { settings: 'resource', resourceId: row.id, change: 'create' } });
  });
  return { ...resourceView(tenant.id, row), scopes: [] };
};
