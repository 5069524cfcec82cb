import { type Queryable, statement } from '../database/database.ts';
import { managementApi } from '../resources/index.ts';

const holds = statement<{ holds: boolean }>(
  'roles.holds-management-scope',
  `SELECT EXISTS (
     SELECT 1 FROM application_roles h JOIN role_scopes s ON s.tenant_id = h.tenant_id AND s.role_id = h.role_id
     WHERE h.tenant_id = $1 AND h.application_id = $2 AND s.scope_id = $4
     UNION ALL
     SELECT 1 FROM user_roles h JOIN role_scopes s ON s.tenant_id = h.tenant_id AND s.role_id = h.role_id
       JOIN users u ON u.tenant_id = h.tenant_id AND u.id = h.user_id
     WHERE h.tenant_id = $1 AND h.user_id = $3 AND s.scope_id = $4 AND NOT u.is_suspended) AS holds`,
);

/** Whether an application, or a user who is not suspended, holds at this moment what the whole Management API needs. */
export async function holdsManagementScope(
  db: Queryable,
  tenantId: string,
  { kind, id }: { readonly kind: 'application' | 'user'; readonly id: string },
): Promise<boolean> {
  const of = (wanted: typeof kind) => (kind === wanted ? id : null);
  const row = await db.row(holds, [tenantId, of('application'), of('user'), managementApi.scopeId]);
  return row?.holds ?? false;
}
