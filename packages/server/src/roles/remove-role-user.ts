import type { roleRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { existingRole } from './check-role.ts';
import { checkDemotion } from './hold-administration.ts';
import { takeRole } from './role-holders.store.ts';

/** Takes a role from a user. */
export const removeRoleUser: Operation<typeof roleRoutes.removeRoleUser> = async (
  context,
  { params: { id, userId } },
) => {
  const { tenant, transaction } = context;
  await transaction(async ({ tx, emit }) => {
    await checkDemotion(tx, context, userId, roleId => roleId === id);
    await existingRole(tx, tenant.id, id);
    if ((await takeRole(tx, tenant.id, { kind: 'user', id: userId }, id)) === 0) throw new Problem('entity.not_found');
    await emit({ type: 'roles-changed', userId, data: { added: [], removed: [id] } });
  });
  return undefined;
};
