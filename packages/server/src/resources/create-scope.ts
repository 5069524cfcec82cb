import type { resourceRoutes } from '@freehold/contract';
import { newRecordId } from '../lib/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { checkScopeName, refuseManagementApi, rethrowResourceProblem } from './own-resource.ts';
import { scopeView } from './resource-view.ts';
import { insertScope, lockResource } from './resources.store.ts';

/** Creates a scope of a resource. */
export const createScope: Operation<typeof resourceRoutes.createScope> = async (
  { tenant, now, transaction },
  { params: { resourceId }, body },
) => {
  refuseManagementApi(resourceId);
  checkScopeName(body.name);
  const row = {
    id: newRecordId(),
    resource_id: resourceId,
    name: body.name,
    description: body.description ?? null,
    created_at: now,
  };
  await transaction(async ({ tx, emit }) => {
    if (!(await lockResource(tx, tenant.id, resourceId))) throw new Problem('entity.not_exists_with_id');
    await insertScope(tx, tenant.id, row).catch(rethrowResourceProblem);
    await emit({ type: 'settings-changed', data: { settings: 'scope', scopeId: row.id, change: 'create' } });
  });
  return scopeView(tenant.id, row);
};
