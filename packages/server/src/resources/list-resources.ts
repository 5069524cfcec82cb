import type { resourceRoutes } from '@freehold/contract';
import { type Operation, Page } from '../operation/index.ts';
import { resourceView, viewWithScopes } from './resource-view.ts';
import { listResources as listRows } from './resources.store.ts';

/** Lists the API resources, oldest first. */
export const listResources: Operation<typeof resourceRoutes.listResources> = async (
  { database, tenant, page },
  { query },
) => {
  const { rows, total } = await listRows(database, tenant.id, page);
  const items = query.includeScopes
    ? await viewWithScopes(database, tenant.id, rows)
    : rows.map(row => resourceView(tenant.id, row));
  return new Page(items, total);
};
