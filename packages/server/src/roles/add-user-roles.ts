import type { roleRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { lockUser } from '../users/index.ts';
import { checkRolesFor } from './check-role.ts';
import { giveRoles } from './role-holders.store.ts';

/** Gives roles to a user; those that the user has already stay as they are. */
export const addUserRoles: Operation<typeof roleRoutes.addUserRoles> = async (
  { tenant, transaction },
  { params: { userId }, body },
) => {
  const roleIds = [...new Set(body.roleIds)];
  const addedRoleIds = await transaction(async ({ tx, emit }) => {
    if (!(await lockUser(tx, tenant.id, userId))) throw new Problem('entity.not_found');
    await checkRolesFor(tx, tenant.id, 'user', roleIds);
    const added = await giveRoles(tx, tenant.id, { kind: 'user', id: userId }, roleIds);
    if (added.length > 0) await emit({ type: 'roles-changed', userId, data: { added, removed: [] } });
    return added;
  });
  return { roleIds, addedRoleIds };
};
