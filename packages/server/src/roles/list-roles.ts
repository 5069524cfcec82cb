import type { roleRoutes } from '@freehold/contract';
import { type Operation, Page } from '../operation/index.ts';
import { rethrowSearchProblem } from '../resources/index.ts';
import { roleView } from './role-view.ts';
import { listRoles as listRows } from './roles.store.ts';

/** Lists the roles, newest first, built-in ones included. */
export const listRoles: Operation<typeof roleRoutes.listRoles> = async (
  { database, tenant, page },
  { query: { type, search } },
) => {
  const { rows, total } = await listRows(database, tenant.id, { type, search, page }).catch(rethrowSearchProblem);
  return new Page(
    rows.map(row => roleView(tenant.id, row)),
    total,
  );
};
