import type { resourceRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { resourceView, viewWithScopes } from './resource-view.ts';
import { findResource } from './resources.store.ts';

/** Reads an API resource. */
export const getResource: Operation<typeof resourceRoutes.getResource> = async (
  { database, tenant },
  { params, query },
) => {
  const row = await findResource(database, tenant.id, params.id);
  if (!row) throw new Problem('entity.not_exists_with_id');
  const [withScopes] = query.includeScopes ? await viewWithScopes(database, tenant.id, [row]) : [];
  return withScopes ?? resourceView(tenant.id, row);
};
