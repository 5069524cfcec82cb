import type { roleRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { checkDemotion } from './hold-administration.ts';
import { takeRole } from './role-holders.store.ts';

/** Takes one role from a user. */
export const removeUserRole: Operation<typeof roleRoutes.removeUserRole> = async (
  context,
  { params: { userId, roleId } },
) => {
  const { tenant, transaction } = context;
  await transaction(async ({ tx, emit }) => {
    await checkDemotion(tx, context, userId, id => id === roleId);
    const taken = await takeRole(tx, tenant.id, { kind: 'user', id: userId }, roleId);
    if (taken === 0) throw new Problem('entity.not_found');
    await emit({ type: 'roles-changed', userId, data: { added: [], removed: [roleId] } });
  });
  return undefined;
};
