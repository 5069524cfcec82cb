import type { userConsentScopeRoutes } from '@freehold/contract';
import type { Transaction } from '../database/database.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { managementApi } from '../resources/index.ts';
import { lockApplication } from './applications.store.ts';
import { addResourceScopes, addUserScopes, shareScopes } from './user-consent-scopes.store.ts';

/** Lets a third party's application ask its users for more. What it may ask for already is passed over. */
export const addUserConsentScopes: Operation<typeof userConsentScopeRoutes.addUserConsentScopes> = async (
  { tenant, transaction },
  { params: { id }, body },
) => {
  await transaction(async ({ tx, emit }) => {
    const application = await lockApplication(tx, tenant.id, id);
    if (!application) throw new Problem('entity.not_exists_with_id');
    // Others are the tenant's own: nothing would be held back from them by a list.
    if (!application.is_third_party) throw new Problem('application.third_party_application_only');
    // There are no organizations, so none of their scopes exists.
    refuse([...(body.organizationScopes ?? []), ...(body.organizationResourceScopes ?? [])]);
    const scopeIds = [...new Set(body.resourceScopes ?? [])];
    await checkScopes(tx, tenant.id, scopeIds);
    const added =
      (await addUserScopes(tx, tenant.id, id, [...new Set(body.userScopes ?? [])])) +
      (await addResourceScopes(tx, tenant.id, id, scopeIds));
    if (added === 0) return;
    await emit({ type: 'application-changed', data: { applicationId: id, change: 'add-user-consent-scopes' } });
  });
  return undefined;
};

/** Nobody who signs in can hold the Management API's scope: asking people for it could only mislead them. */
async function checkScopes(tx: Transaction, tenantId: string, ids: readonly string[]): Promise<void> {
  const rows = await shareScopes(tx, tenantId, ids);
  const known = new Set(rows.filter(row => row.resource_id !== managementApi.resourceId).map(row => row.id));
  refuse(ids.filter(id => !known.has(id)));
}

function refuse(scopeIds: readonly string[]): void {
  if (scopeIds.length > 0) throw new Problem('application.user_consent_scopes_not_found', { data: { scopeIds } });
}
