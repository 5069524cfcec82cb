import type { roleRoutes } from '@freehold/contract';
import { type Operation, Page, Problem } from '../operation/index.ts';
import { findUser } from '../users/index.ts';
import { listRolesOf } from './role-holders.store.ts';
import { roleView } from './role-view.ts';

/** Lists the roles of a user, newest first. */
export const listUserRoles: Operation<typeof roleRoutes.listUserRoles> = async (
  { database, tenant, page },
  { params: { userId } },
) => {
  if (!(await findUser(database, tenant.id, userId))) throw new Problem('entity.not_found');
  const { rows, total } = await listRolesOf(database, tenant.id, { kind: 'user', id: userId }, page);
  return new Page(
    rows.map(row => roleView(tenant.id, row)),
    total,
  );
};
