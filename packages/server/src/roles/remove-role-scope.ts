import type { roleRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { refuseInternalName } from './check-role.ts';
import { deleteRoleScope, lockRole } from './roles.store.ts';

/** Takes a scope from a role: tokens issued from then on lack it. */
export const removeRoleScope: Operation<typeof roleRoutes.removeRoleScope> = async (
  { tenant, transaction },
  { params: { id, scopeId } },
) => {
  await transaction(async ({ tx, emit }) => {
    const role = await lockRole(tx, tenant.id, id);
    if (!role) throw new Problem('entity.not_exists_with_id');
    refuseInternalName(role.name);
    if ((await deleteRoleScope(tx, tenant.id, id, scopeId)) === 0) throw new Problem('entity.not_found');
    const data = { settings: 'role', roleId: id, change: 'remove-scope', scopeIds: [scopeId] };
    await emit({ type: 'settings-changed', data });
  });
  return undefined;
};
