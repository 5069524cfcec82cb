import type { roleRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { lockUser } from '../users/index.ts';
import { checkRolesFor } from './check-role.ts';
import { checkDemotion } from './hold-administration.ts';
import { giveRoles, keepRoles } from './role-holders.store.ts';

/** Sets all roles of a user. */
export const setUserRoles: Operation<typeof roleRoutes.setUserRoles> = async (
  context,
  { params: { userId }, body },
) => {
  const { tenant, transaction } = context;
  const roleIds = [...new Set(body.roleIds)];
  await transaction(async ({ tx, emit }) => {
    await checkDemotion(tx, context, userId, id => !roleIds.includes(id));
    // The lock keeps two calls from ending in a mixture of both.
    if (!(await lockUser(tx, tenant.id, userId))) throw new Problem('entity.not_found');
    await checkRolesFor(tx, tenant.id, 'user', roleIds);
    const holder = { kind: 'user', id: userId } as const;
    const removed = await keepRoles(tx, tenant.id, holder, roleIds);
    const added = await giveRoles(tx, tenant.id, holder, roleIds);
    if (added.length + removed.length > 0) await emit({ type: 'roles-changed', userId, data: { added, removed } });
  });
  return { roleIds };
};
