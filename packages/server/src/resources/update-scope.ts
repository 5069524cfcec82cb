import type { resourceRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { checkScopeName, refuseManagementApi, rethrowResourceProblem } from './own-resource.ts';
import { scopeView } from './resource-view.ts';
import { lockScope, saveScope } from './resources.store.ts';

/** Changes name or description of a scope. Tokens in circulation keep the old name until they expire. */
export const updateScope: Operation<typeof resourceRoutes.updateScope> = async (
  { tenant, transaction },
  { params: { resourceId, scopeId }, body },
) => {
  refuseManagementApi(resourceId);
  if (body.name !== undefined) checkScopeName(body.name);
  const row = await transaction(async ({ tx, emit }) => {
    const locked = await lockScope(tx, tenant.id, resourceId, scopeId);
    if (!locked) throw new Problem('entity.not_exists_with_id');
    if (Object.keys(body).length === 0) return locked;
    const description = body.description === undefined ? locked.description : body.description;
    const next = { ...locked, name: body.name ?? locked.name, description };
    await saveScope(tx, tenant.id, next).catch(rethrowResourceProblem);
    await emit({ type: 'settings-changed', data: { settings: 'scope', scopeId, change: 'update' } });
    return next;
  });
  return scopeView(tenant.id, row);
};
