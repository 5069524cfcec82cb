import type { roleRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { existingRole } from './check-role.ts';
import { takeRole } from './role-holders.store.ts';

/** Takes a role from an application. */
export const removeRoleApplication: Operation<typeof roleRoutes.removeRoleApplication> = async (
  { tenant, transaction },
  { params: { id, applicationId } },
) => {
  await transaction(async ({ tx, emit }) => {
    await existingRole(tx, tenant.id, id);
    const holder = { kind: 'application', id: applicationId } as const;
    if ((await takeRole(tx, tenant.id, holder, id)) === 0) throw new Problem('entity.not_found');
    await emit({ type: 'application-changed', data: { applicationId, change: 'roles', added: [], removed: [id] } });
  });
  return undefined;
};
