import type { roleRoutes } from '@freehold/contract';
import { lockApplication } from '../applications/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { takeRole } from './role-holders.store.ts';

/** Takes one role from an application. */
export const removeApplicationRole: Operation<typeof roleRoutes.removeApplicationRole> = async (
  { tenant, transaction },
  { params: { applicationId, roleId } },
) => {
  await transaction(async ({ tx, emit }) => {
    if (!(await lockApplication(tx, tenant.id, applicationId))) throw new Problem('entity.not_exists_with_id');
    const taken = await takeRole(tx, tenant.id, { kind: 'application', id: applicationId }, roleId);
    if (taken === 0) throw new Problem('entity.not_found');
    await emit({ type: 'application-changed', data: { applicationId, change: 'roles', added: [], removed: [roleId] } });
  });
  return undefined;
};
