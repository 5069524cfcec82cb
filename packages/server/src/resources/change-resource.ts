import { type ManagementContext, Problem } from '../operation/index.ts';
import { refuseManagementApi } from './own-resource.ts';
import { resourceView } from './resource-view.ts';
import { clearDefaultResource, lockResource, type ResourceRow, saveResource } from './resources.store.ts';

/** Changes members of a resource; there is one default at most. @throws Problem 404, 400 for the Management API */
export async function changeResource(
  { tenant, transaction }: ManagementContext,
  id: string,
  change: Partial<Pick<ResourceRow, 'name' | 'is_default' | 'access_token_ttl'>>,
) {
  refuseManagementApi(id);
  const row = await transaction(async ({ tx, emit }) => {
    // First, and for all resources in one order: two calls that take the default from each other would wait for ever.
    if (change.is_default) await clearDefaultResource(tx, tenant.id);
    const locked = await lockResource(tx, tenant.id, id);
    if (!locked) throw new Problem('entity.not_exists_with_id');
    if (Object.keys(change).length === 0) return locked;
    await emit({ type: 'settings-changed', data: { settings: 'resource', resourceId: id, change: 'update' } });
    return saveResource(tx, tenant.id, { ...locked, ...change });
  });
  return resourceView(tenant.id, row);
}
