import type { roleRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { checkRoleType } from './check-role.ts';
import { giveRoleTo, holdHolders } from './role-holders.store.ts';
import { lockRole } from './roles.store.ts';

/** Gives a role to users, all of them or none. */
export const addRoleUsers: Operation<typeof roleRoutes.addRoleUsers> = async (
  { tenant, transaction },
  { params: { id }, body },
) => {
  const userIds = [...new Set(body.userIds)];
  await transaction(async ({ tx, emit }) => {
    const role = await lockRole(tx, tenant.id, id);
    if (!role) throw new Problem('entity.not_exists_with_id');
    checkRoleType('user', role.type);
    const holders = { kind: 'user', ids: userIds } as const;
    if ((await holdHolders(tx, tenant.id, holders)).length < userIds.length)
      throw new Problem('entity.relation_foreign_key_not_found');
    const added = await giveRoleTo(tx, tenant.id, id, holders);
    if (added.length < userIds.length) throw new Problem('role.user_exists');
    for (const userId of added) await emit({ type: 'roles-changed', userId, data: { added: [id], removed: [] } });
  });
  return { userIds, addedUserIds: userIds };
};
