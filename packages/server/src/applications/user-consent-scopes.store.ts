import type { AccountScope } from '@freehold/contract';
import { type Queryable, statement, type Transaction } from '../database/database.ts';

/** A scope of an API that the application may ask for, with that API. */
export interface ConsentResourceScopeRow {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly resource_id: string;
  readonly resource_name: string;
  readonly indicator: string;
}

const addUserScopeRow = statement(
  'user-consent-scopes.add-user-scope',
  `INSERT INTO application_consent_user_scopes (tenant_id, application_id, scope)
   SELECT $1, $2, unnest($3::text[]) ON CONFLICT DO NOTHING`,
);

/** Opens user scopes to the application; returns how many were new. */
export const addUserScopes = (
  tx: Transaction,
  tenantId: string,
  applicationId: string,
  scopes: readonly AccountScope[],
): Promise<number> => tx.run(addUserScopeRow, [tenantId, applicationId, [...scopes]]);

const lockScopes = statement<{ id: string; resource_id: string }>(
  'user-consent-scopes.lock-scopes',
  'SELECT id, resource_id FROM scopes WHERE tenant_id = $1 AND id = ANY ($2::text[]) ORDER BY id FOR SHARE',
);

/** Those of the scopes that exist, with their APIs; they cannot be deleted until the transaction ends. */
export const shareScopes = (tx: Transaction, tenantId: string, ids: readonly string[]) =>
  tx.rows(lockScopes, [tenantId, [...ids]]);

const addResourceScopeRow = statement(
  'user-consent-scopes.add-resource-scope',
  `INSERT INTO application_consent_resource_scopes (tenant_id, application_id, scope_id)
   SELECT $1, $2, unnest($3::text[]) ON CONFLICT DO NOTHING`,
);

/** Opens scopes of APIs to the application; returns how many were new. */
export const addResourceScopes = (
  tx: Transaction,
  tenantId: string,
  applicationId: string,
  ids: readonly string[],
): Promise<number> => tx.run(addResourceScopeRow, [tenantId, applicationId, [...ids]]);

const listUserScopeRows = statement<{ scope: AccountScope }>(
  'user-consent-scopes.list-user-scopes',
  'SELECT scope FROM application_consent_user_scopes WHERE tenant_id = $1 AND application_id = $2',
);

/** The user scopes that the application may ask for. */
export const listUserScopes = async (db: Queryable, tenantId: string, applicationId: string): Promise<AccountScope[]> =>
  (await db.rows(listUserScopeRows, [tenantId, applicationId])).map(({ scope }) => scope);

const listResourceScopeRows = statement<ConsentResourceScopeRow>(
  'user-consent-scopes.list-resource-scopes',
  `SELECT s.id, s.name, s.description, r.id AS resource_id, r.name AS resource_name, r.indicator
   FROM application_consent_resource_scopes c
   JOIN scopes s ON s.tenant_id = c.tenant_id AND s.id = c.scope_id
   JOIN resources r ON r.tenant_id = s.tenant_id AND r.id = s.resource_id
   WHERE c.tenant_id = $1 AND c.application_id = $2 ORDER BY r.created_at, r.id, s.created_at, s.id`,
);

/** The scopes of APIs that the application may ask for, API by API. */
export const listResourceScopes = (
  db: Queryable,
  tenantId: string,
  applicationId: string,
): Promise<readonly ConsentResourceScopeRow[]> => db.rows(listResourceScopeRows, [tenantId, applicationId]);

const removals = {
  'user-scopes': statement(
    'user-consent-scopes.delete-user-scope',
    'DELETE FROM application_consent_user_scopes WHERE tenant_id = $1 AND application_id = $2 AND scope = $3',
  ),
  'resource-scopes': statement(
    'user-consent-scopes.delete-resource-scope',
    'DELETE FROM application_consent_resource_scopes WHERE tenant_id = $1 AND application_id = $2 AND scope_id = $3',
  ),
};

/** Closes a scope to the application; 0 when it was not open. */
export const deleteConsentScope = (
  tx: Transaction,
  tenantId: string,
  applicationId: string,
  type: keyof typeof removals,
  scope: string,
): Promise<number> => tx.run(removals[type], [tenantId, applicationId, scope]);
