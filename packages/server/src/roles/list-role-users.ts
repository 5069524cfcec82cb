import type { roleRoutes } from '@freehold/contract';
import { type Operation, Page } from '../operation/index.ts';
import { userView } from '../users/index.ts';
import { existingRole } from './check-role.ts';
import { listUsersWith } from './role-holders.store.ts';

/** Lists the users who have a role, newest first. */
export const listRoleUsers: Operation<typeof roleRoutes.listRoleUsers> = async (
  { database, tenant, page },
  { params: { id } },
) => {
  if (!page) throw new Error('listing the users of a role is always paged');
  await existingRole(database, tenant.id, id);
  const { rows, total } = await listUsersWith(database, tenant.id, id, page);
  return new Page(rows.map(userView), total);
};
