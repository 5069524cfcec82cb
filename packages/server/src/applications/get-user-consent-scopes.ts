import { type UserConsentScopes, type userConsentScopeRoutes, userScopes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { findApplication } from './applications.store.ts';
import { type ConsentResourceScopeRow, listResourceScopes, listUserScopes } from './user-consent-scopes.store.ts';

/** Reads what a third party's application may ask its users for. */
export const getUserConsentScopes: Operation<typeof userConsentScopeRoutes.getUserConsentScopes> = async (
  { database, tenant },
  { params: { id } },
) => {
  const [application, opened, rows] = await Promise.all([
    findApplication(database, tenant.id, id),
    listUserScopes(database, tenant.id, id),
    listResourceScopes(database, tenant.id, id),
  ]);
  if (!application) throw new Problem('entity.not_exists_with_id');
  return {
    organizationScopes: [],
    resourceScopes: byResource(rows),
    organizationResourceScopes: [],
    userScopes: userScopes.filter(scope => opened.includes(scope)),
  };
};

/** The rows come API by API. */
function byResource(rows: readonly ConsentResourceScopeRow[]): UserConsentScopes['resourceScopes'] {
  const groups: UserConsentScopes['resourceScopes'] = [];
  for (const { id, name, description, ...row } of rows) {
    const scope = { id, name, description };
    const last = groups.at(-1);
    if (last?.resource.id === row.resource_id) last.scopes.push(scope);
    else {
      const resource = { id: row.resource_id, name: row.resource_name, indicator: row.indicator };
      groups.push({ resource, scopes: [scope] });
    }
  }
  return groups;
}
