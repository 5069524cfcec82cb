import type { roleRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { refuseInternalName, scopesForRole } from './check-role.ts';
import { roleScopeView } from './role-view.ts';
import { insertRoleScopes, lockRole } from './roles.store.ts';

/** Adds scopes to a role, all of them or none. */
export const addRoleScopes: Operation<typeof roleRoutes.addRoleScopes> = async (
  { tenant, transaction },
  { params: { id }, body },
) => {
  const added = await transaction(async ({ tx, emit }) => {
    const role = await lockRole(tx, tenant.id, id);
    if (!role) throw new Problem('entity.not_exists_with_id');
    refuseInternalName(role.name);
    const scopes = await scopesForRole(tx, tenant.id, role.type, body.scopeIds);
    const scopeIds = scopes.map(scope => scope.id);
    const inserted = await insertRoleScopes(tx, tenant.id, id, scopeIds);
    if (inserted.length < scopeIds.length) throw new Problem('role.scope_exists');
    await emit({ type: 'settings-changed', data: { settings: 'role', roleId: id, change: 'add-scopes', scopeIds } });
    return scopes;
  });
  return added.map(scope => roleScopeView(tenant.id, scope));
};
