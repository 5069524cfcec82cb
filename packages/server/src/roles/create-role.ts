import type { roleRoutes } from '@freehold/contract';
import { newRecordId } from '../lib/index.ts';
import type { Operation } from '../operation/index.ts';
import { refuseInternalName, rethrowRoleProblem, scopesForRole } from './check-role.ts';
import { roleView } from './role-view.ts';
import { insertRole, insertRoleScopes, type RoleRow } from './roles.store.ts';

/** Creates a role with its scopes. */
export const createRole: Operation<typeof roleRoutes.createRole> = async ({ tenant, now, transaction }, { body }) => {
  refuseInternalName(body.name);
  const row: RoleRow = {
    id: newRecordId(),
    name: body.name,
    description: body.description ?? '',
    type: body.type ?? 'User',
    is_default: body.isDefault ?? false,
    created_at: now,
  };
  await transaction(async ({ tx, emit }) => {
    const scopes = await scopesForRole(tx, tenant.id, row.type, body.scopeIds ?? []);
    await insertRole(tx, tenant.id, row).catch(rethrowRoleProblem);
    const scopeIds = scopes.map(({ id }) => id);
    if (scopeIds.length > 0) await insertRoleScopes(tx, tenant.id, row.id, scopeIds);
    await emit({ type: 'settings-changed', data: { settings: 'role', roleId: row.id, change: 'create', scopeIds } });
  });
  return roleView(tenant.id, row);
};
