import type { Role, RoleScope } from '@freehold/contract';
import { resourceView, scopeView } from '../resources/index.ts';
import type { RoleRow, RoleScopeRow } from './roles.store.ts';

/** A role as the API shows it. */
export const roleView = (tenantId: string, row: RoleRow): Role => ({
  tenantId,
  id: row.id,
  name: row.name,
  description: row.description,
  type: row.type,
  isDefault: row.is_default,
});

/** A scope of a role as the API shows it, with the resource that it belongs to. */
export const roleScopeView = (tenantId: string, row: RoleScopeRow): RoleScope => ({
  ...scopeView(tenantId, row),
  resource: resourceView(tenantId, {
    id: row.resource_of_id,
    name: row.resource_of_name,
    indicator: row.resource_of_indicator,
    is_default: row.resource_of_is_default,
    access_token_ttl: row.resource_of_access_token_ttl,
    created_at: row.resource_of_created_at,
  }),
});
