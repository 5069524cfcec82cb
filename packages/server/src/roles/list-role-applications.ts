import type { roleRoutes } from '@freehold/contract';
import { applicationView } from '../applications/index.ts';
import { type Operation, Page } from '../operation/index.ts';
import { existingRole } from './check-role.ts';
import { listApplicationsWith } from './role-holders.store.ts';

/** Lists the applications that have a role, newest first. */
export const listRoleApplications: Operation<typeof roleRoutes.listRoleApplications> = async (
  { database, tenant, page },
  { params: { id } },
) => {
  if (!page) throw new Error('listing the applications of a role is always paged');
  await existingRole(database, tenant.id, id);
  const { rows, total } = await listApplicationsWith(database, tenant.id, id, page);
  return new Page(
    rows.map(row => applicationView(tenant.id, row)),
    total,
  );
};
