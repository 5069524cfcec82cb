import type { roleRoutes } from '@freehold/contract';
import { type Operation, Page } from '../operation/index.ts';
import { rethrowSearchProblem } from '../resources/index.ts';
import { existingRole } from './check-role.ts';
import { roleScopeView } from './role-view.ts';
import { listRoleScopes as listRows } from './roles.store.ts';

/** Lists the scopes of a role, each with its resource. */
export const listRoleScopes: Operation<typeof roleRoutes.listRoleScopes> = async (
  { database, tenant, page },
  { params: { id }, query: { search } },
) => {
  await existingRole(database, tenant.id, id);
  const { rows, total } = await listRows(database, tenant.id, id, { search, page }).catch(rethrowSearchProblem);
  return new Page(
    rows.map(row => roleScopeView(tenant.id, row)),
    total,
  );
};
