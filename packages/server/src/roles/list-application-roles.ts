import type { roleRoutes } from '@freehold/contract';
import { findApplication } from '../applications/index.ts';
import { type Operation, Page, Problem } from '../operation/index.ts';
import { listRolesOf } from './role-holders.store.ts';
import { roleView } from './role-view.ts';

/** Lists the roles of an application, newest first. */
export const listApplicationRoles: Operation<typeof roleRoutes.listApplicationRoles> = async (
  { database, tenant, page },
  { params: { applicationId: id } },
) => {
  if (!(await findApplication(database, tenant.id, id))) throw new Problem('entity.not_exists_with_id');
  const { rows, total } = await listRolesOf(database, tenant.id, { kind: 'application', id }, page);
  return new Page(
    rows.map(row => roleView(tenant.id, row)),
    total,
  );
};
