import type { resourceRoutes } from '@freehold/contract';
import { type Operation, Page, Problem } from '../operation/index.ts';
import { scopeView } from './resource-view.ts';
import { findResource, listScopes as listRows } from './resources.store.ts';
import { rethrowSearchProblem } from './search-problem.ts';

/** Lists the scopes of a resource, oldest first. */
export const listScopes: Operation<typeof resourceRoutes.listScopes> = async (
  { database, tenant, page },
  { params: { resourceId }, query: { search } },
) => {
  if (!(await findResource(database, tenant.id, resourceId))) throw new Problem('entity.not_exists_with_id');
  const { rows, total } = await listRows(database, tenant.id, resourceId, { search, page }).catch(rethrowSearchProblem);
  return new Page(
    rows.map(row => scopeView(tenant.id, row)),
    total,
  );
};
