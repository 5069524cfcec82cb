import type { resourceRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { refuseManagementApi } from './own-resource.ts';
import { deleteResourceRow } from './resources.store.ts';

/** Deletes a resource with its scopes, which roles then no longer hold. */
export const deleteResource: Operation<typeof resourceRoutes.deleteResource> = async (
  { tenant, transaction },
  { params: { id } },
) => {
  refuseManagementApi(id);
  await transaction(async ({ tx, emit }) => {
    if ((await deleteResourceRow(tx, tenant.id, id)) === 0) throw new Problem('entity.not_exists_with_id');
    await emit({ type: 'settings-changed', data: { settings: 'resource', resourceId: id, change: 'delete' } });
  });
  return undefined;
};
