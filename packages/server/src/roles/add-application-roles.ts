import type { roleRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { lockApplicationHolder } from './application-holder.ts';
import { giveRoles } from './role-holders.store.ts';

/** Gives roles to an application; those that it has already stay as they are. */
export const addApplicationRoles: Operation<typeof roleRoutes.addApplicationRoles> = async (
  { tenant, transaction },
  { params: { applicationId }, body },
) => {
  const roleIds = [...new Set(body.roleIds)];
  const addedRoleIds = await transaction(async ({ tx, emit }) => {
    const holder = await lockApplicationHolder(tx, tenant.id, applicationId, roleIds);
    const added = await giveRoles(tx, tenant.id, holder, roleIds);
    if (added.length > 0)
      await emit({ type: 'application-changed', data: { applicationId, change: 'roles', added, removed: [] } });
    return added;
  });
  return { roleIds, addedRoleIds };
};
