import type { roleRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { checkRoleType } from './check-role.ts';
import { findOtherTypes, giveRoleTo, holdHolders } from './role-holders.store.ts';
import { lockRole } from './roles.store.ts';

/** Gives a role to machine-to-machine applications, all of them or none. */
export const addRoleApplications: Operation<typeof roleRoutes.addRoleApplications> = async (
  { tenant, transaction },
  { params: { id }, body },
) => {
  const applicationIds = [...new Set(body.applicationIds)];
  await transaction(async ({ tx, emit }) => {
    const role = await lockRole(tx, tenant.id, id);
    if (!role) throw new Problem('entity.not_exists_with_id');
    checkRoleType('application', role.type);
    const holders = { kind: 'application', ids: applicationIds } as const;
    if ((await holdHolders(tx, tenant.id, holders)).length < applicationIds.length)
      throw new Problem('entity.relation_foreign_key_not_found');
    if ((await findOtherTypes(tx, tenant.id, applicationIds)).length > 0)
      throw new Problem('application.invalid_role_type');
    const added = await giveRoleTo(tx, tenant.id, id, holders);
    if (added.length < applicationIds.length) throw new Problem('role.application_exists');
    for (const applicationId of added)
      await emit({ type: 'application-changed', data: { applicationId, change: 'roles', added: [id], removed: [] } });
  });
  return { applicationIds, addedApplicationIds: applicationIds };
};
