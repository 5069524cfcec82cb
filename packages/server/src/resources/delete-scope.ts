import type { resourceRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { refuseManagementApi } from './own-resource.ts';
import { deleteScopeRow } from './resources.store.ts';

/** Deletes a scope, which roles then no longer hold. */
export const deleteScope: Operation<typeof resourceRoutes.deleteScope> = async (
  { tenant, transaction },
  { params: { resourceId, scopeId } },
) => {
  refuseManagementApi(resourceId);
  await transaction(async ({ tx, emit }) => {
    if ((await deleteScopeRow(tx, tenant.id, resourceId, scopeId)) === 0)
      throw new Problem('entity.not_exists_with_id');
    await emit({ type: 'settings-changed', data: { settings: 'scope', scopeId, change: 'delete' } });
  });
  return undefined;
};
