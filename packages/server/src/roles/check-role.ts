import type { RoleType } from '@freehold/contract';
import { isUniqueViolation, type Queryable } from '../database/database.ts';
import { Problem } from '../operation/index.ts';
import { internalRolePrefix, managementApi } from '../resources/index.ts';
import type { HolderKind } from './role-holders.store.ts';
import { findRole, findRoles, findScopes, type RoleRow, type RoleScopeRow } from './roles.store.ts';

/** @throws Problem 403 `role.internal_role_violation`: such names belong to the product */
export function refuseInternalName(name: string): void {
  if (name.startsWith(internalRolePrefix)) throw new Problem('role.internal_role_violation');
}

/** @throws Problem 404 `entity.not_exists_with_id` */
export async function existingRole(db: Queryable, tenantId: string, id: string): Promise<RoleRow> {
  const role = await findRole(db, tenantId, id);
  if (!role) throw new Problem('entity.not_exists_with_id');
  return role;
}

/** Turns the violation of the unique name into its problem (422) and passes every other error on. */
export function rethrowRoleProblem(error: unknown): never {
  throw isUniqueViolation(error, 'roles_name_key') ? new Problem('role.name_in_use') : error;
}

/**
 * The scopes that a role of this type is to get.
 *
 * @throws Problem 404 `entity.relation_foreign_key_not_found`; 403 when people would get the whole Management API
 */
export async function scopesForRole(
  db: Queryable,
  tenantId: string,
  type: RoleType,
  scopeIds: readonly string[],
): Promise<RoleScopeRow[]> {
  const scopes = await findScopes(db, tenantId, scopeIds);
  if (scopes.length < new Set(scopeIds).size) throw new Problem('entity.relation_foreign_key_not_found');
  if (type === 'User' && scopes.some(scope => scope.resource_id === managementApi.resourceId))
    throw new Problem('role.management_api_scopes_not_assignable_to_user_role');
  return scopes;
}

/**
 * Refuses roles that are not there or not for this kind of holder.
 *
 * @throws Problem 404 `entity.relation_foreign_key_not_found`, 422 `role.invalid_type`, `application.invalid_role_type`
 */
export async function checkRolesFor(
  db: Queryable,
  tenantId: string,
  kind: HolderKind,
  roleIds: readonly string[],
): Promise<void> {
  const roles = await findRoles(db, tenantId, roleIds);
  if (roles.length < new Set(roleIds).size) throw new Problem('entity.relation_foreign_key_not_found');
  for (const { type } of roles) checkRoleType(kind, type);
}

/** @throws Problem 422 when roles of this type are not for this kind of holder */
export function checkRoleType(kind: HolderKind, type: RoleType): void {
  if (kind === 'user' && type !== 'User') throw new Problem('role.invalid_type');
  if (kind === 'application' && type !== 'MachineToMachine') throw new Problem('application.invalid_role_type');
}
