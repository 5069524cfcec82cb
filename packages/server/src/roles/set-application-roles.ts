import type { roleRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { lockApplicationHolder } from './application-holder.ts';
import { giveRoles, keepRoles } from './role-holders.store.ts';

/** Sets all roles of an application. */
export const setApplicationRoles: Operation<typeof roleRoutes.setApplicationRoles> = async (
  { tenant, transaction },
  { params: { applicationId }, body },
) => {
  const roleIds = [...new Set(body.roleIds)];
  await transaction(async ({ tx, emit }) => {
    const holder = await lockApplicationHolder(tx, tenant.id, applicationId, roleIds);
    const removed = await keepRoles(tx, tenant.id, holder, roleIds);
    const added = await giveRoles(tx, tenant.id, holder, roleIds);
    if (added.length + removed.length > 0)
      await emit({ type: 'application-changed', data: { applicationId, change: 'roles', added, removed } });
  });
  return { roleIds };
};
