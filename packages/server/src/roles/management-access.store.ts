import { type Queryable, statement, type Transaction } from '../database/database.ts';
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

// Not FOR UPDATE: giving somebody the role refers to this row, and must not wait.
const lock = statement<{ id: string }>(
  'roles.lock-administration',
  'SELECT id FROM roles WHERE tenant_id = $1 AND id = $2 FOR NO KEY UPDATE',
);

/** Lets one transaction of a tenant at a time take access from administrators. */
export const lockAdministration = (tx: Transaction, tenantId: string): Promise<unknown> =>
  tx.row(lock, [tenantId, managementApi.administratorRoleId]);

const administrator = statement<{ is: boolean }>(
  'roles.is-administrator',
  `SELECT EXISTS (
     SELECT 1 FROM user_roles h JOIN users u ON u.tenant_id = h.tenant_id AND u.id = h.user_id
     WHERE h.tenant_id = $1 AND h.user_id = $2 AND h.role_id = $3 AND NOT u.is_suspended) AS is`,
);

/** Whether a user is an administrator who can act. */
export const isAdministrator = async (tx: Transaction, tenantId: string, userId: string): Promise<boolean> =>
  (await tx.row(administrator, [tenantId, userId, managementApi.administratorRoleId]))?.is ?? false;
