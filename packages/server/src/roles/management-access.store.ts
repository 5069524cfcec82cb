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
       JOIN grants g ON g.tenant_id = h.tenant_id AND g.account_id = h.user_id
     WHERE h.tenant_id = $1 AND h.user_id = $3 AND s.scope_id = $4 AND NOT u.is_suspended
       AND g.id = $5 AND g.expires_at > $6) AS holds`,
);

/**
 * Whether an application, or a user who is not suspended, holds at this moment what the whole Management API needs. A
 * user's token is good for as long as the grant that it was issued on: signing out a device that was lost must not leave
 * everything open to whoever has it until the token expires.
 */
export async function holdsManagementScope(
  db: Queryable,
  tenantId: string,
  {
    kind,
    id,
    grantId = null,
  }: { readonly kind: 'application' | 'user'; readonly id: string; readonly grantId?: string | null },
  now: Date,
): Promise<boolean> {
  const of = (wanted: typeof kind) => (kind === wanted ? id : null);
  const row = await db.row(holds, [tenantId, of('application'), of('user'), managementApi.scopeId, grantId, now]);
  return row?.holds ?? false;
}
