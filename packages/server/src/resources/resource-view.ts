import type { ApiResource, ApiScope } from '@freehold/contract';
import type { Queryable } from '../database/database.ts';
import { findScopesOf, type ResourceRow, type ScopeRow } from './resources.store.ts';

/** A resource as the API shows it. */
export const resourceView = (tenantId: string, row: ResourceRow): ApiResource => ({
  tenantId,
  id: row.id,
  name: row.name,
  indicator: row.indicator,
  isDefault: row.is_default,
  accessTokenTtl: row.access_token_ttl,
});

/** A scope as the API shows it. */
export const scopeView = (tenantId: string, row: ScopeRow): ApiScope => ({
  tenantId,
  id: row.id,
  resourceId: row.resource_id,
  name: row.name,
  description: row.description,
  createdAt: row.created_at.getTime(),
});

/** Resources as the API shows them, each with its scopes. */
export async function viewWithScopes(db: Queryable, tenantId: string, rows: readonly ResourceRow[]) {
  const ids = rows.map(({ id }) => id);
  const scopes = await findScopesOf(db, tenantId, ids);
  return rows.map(row => ({
    ...resourceView(tenantId, row),
    scopes: scopes.filter(scope => scope.resource_id === row.id).map(scope => scopeView(tenantId, scope)),
  }));
}
