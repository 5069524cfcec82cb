import type { StepUpPolicy } from '@freehold/contract';
import { effectiveStepUpPolicy } from '../account-center/index.ts';
import type { Database } from '../database/database.ts';
import { type Principal, Problem, type Tenant } from '../operation/index.ts';
import { findPrincipal, type PrincipalRow } from '../sessions/index.ts';

/**
 * Who calls the Account or Verification API: one round trip judges token, session, grant, user and
 * client, and brings the tenant's policy along.
 * @throws Problem 401 for a token that is not good, 403 for one without the scope `openid`.
 */
export async function authenticate(
  database: Database,
  tenant: Tenant,
  builtInClients: ReadonlySet<string>,
  tokenHash: Buffer,
  now: Date,
): Promise<Principal> {
  const row = await findPrincipal(database, tenant.id, tokenHash, now);
  if (!row) throw new Problem('auth.unauthorized');
  const principal = toPrincipal(tenant, row, builtInClients);
  if (!principal.scopes.has('openid')) throw new Problem('auth.forbidden');
  return principal;
}

function toPrincipal(tenant: Tenant, row: PrincipalRow, builtInClients: ReadonlySet<string>): Principal {
  const stepUp: StepUpPolicy = effectiveStepUpPolicy(row);
  return {
    tenantId: tenant.id,
    userId: row.user_id,
    clientId: row.client_id,
    scopes: new Set(row.scope.split(' ')),
    sessionUid: row.session_uid,
    grantId: row.grant_id,
    firstParty: isFirstParty(row, builtInClients),
    accountCenterEnabled: row.enabled,
    fields: row.fields,
    stepUp,
    policyVersion: row.policy_version,
    userVersion: row.user_version,
    scopeBits: row.scope_bits,
    hasPassword: row.has_password,
    hasPrimaryEmail: row.has_email,
    hasPrimaryPhone: row.has_phone,
    eventKey: row.event_key,
  };
}

// A client that can no longer be found counts as a third party's: a deleted application must not
// keep rights that its row would have denied.
function isFirstParty(row: PrincipalRow, builtInClients: ReadonlySet<string>): boolean {
  if (row.client_id === null) return true;
  return row.third_party === null ? builtInClients.has(row.client_id) : !row.third_party;
}
