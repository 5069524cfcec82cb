import type { roleRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { refuseInternalName } from './check-role.ts';
import { deleteRoleRow, lockRole } from './roles.store.ts';

/** Deletes a role and takes it from all who have it. */
export const deleteRole: Operation<typeof roleRoutes.deleteRole> = async (
  { tenant, transaction },
  { params: { id } },
) => {
  await transaction(async ({ tx, emit }) => {
    const role = await lockRole(tx, tenant.id, id);
    if (!role) throw new Problem('entity.not_exists_with_id');
    refuseInternalName(role.name);
    await deleteRoleRow(tx, tenant.id, id);
    await emit({ type: 'settings-changed', data: { settings: 'role', roleId: id, change: 'delete' } });
  });
  return undefined;
};
