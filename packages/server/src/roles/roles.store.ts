import type { RoleType } from '@freehold/contract';
import { type Queryable, statement, type Transaction } from '../database/database.ts';
import type { ResourceRow, ScopeRow } from '../resources/index.ts';

/** A row of `roles`. */
export interface RoleRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type: RoleType;
  readonly is_default: boolean;
  readonly created_at: Date;
}

/** Rows to read; undefined reads all. */
export type Window = { readonly limit: number; readonly offset: number } | undefined;

/** The columns of {@link RoleRow}, of `r` (roles). */
export const roleColumns = 'r.id, r.name, r.description, r.type, r.is_default, r.created_at';

const insert = statement(
  'roles.insert',
  `INSERT INTO roles (tenant_id, id, name, description, type, is_default, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);

/** Writes a new role. @throws DatabaseError of `roles_name_key` */
export const insertRole = (tx: Transaction, tenantId: string, row: RoleRow): Promise<number> =>
  tx.run(insert, [tenantId, row.id, row.name, row.description, row.type, row.is_default, row.created_at]);

const find = statement<RoleRow>(
  'roles.find',
  `SELECT ${roleColumns} FROM roles r WHERE r.tenant_id = $1 AND r.id = $2`,
);

/** The role, or undefined. */
export const findRole = (db: Queryable, tenantId: string, id: string): Promise<RoleRow | undefined> =>
  db.row(find, [tenantId, id]);

const lock = statement<RoleRow>(
  'roles.lock',
  `SELECT ${roleColumns} FROM roles r WHERE r.tenant_id = $1 AND r.id = $2 FOR UPDATE`,
);

/** The role, locked until the transaction ends, or undefined. */
export const lockRole = (tx: Transaction, tenantId: string, id: string): Promise<RoleRow | undefined> =>
  tx.row(lock, [tenantId, id]);

const findMany = statement<RoleRow>(
  'roles.find-many',
  `SELECT ${roleColumns} FROM roles r WHERE r.tenant_id = $1 AND r.id = ANY ($2::text[])`,
);

/** Those of the roles that are there. */
export const findRoles = (db: Queryable, tenantId: string, ids: readonly string[]): Promise<RoleRow[]> =>
  db.rows(findMany, [tenantId, ids]);

const filter = `r.tenant_id = $1 AND ($2::text IS NULL OR r.type = $2)
  AND ($3::text IS NULL OR r.name ILIKE $3 OR r.description ILIKE $3)`;

const list = statement<RoleRow>(
  'roles.list',
  `SELECT ${roleColumns} FROM roles r WHERE ${filter} ORDER BY r.created_at DESC, r.id LIMIT $4 OFFSET $5`,
);

const count = statement<{ total: number }>('roles.count', `SELECT count(*) AS total FROM roles r WHERE ${filter}`);

/** One page of the roles, newest first, and how many there are. */
export async function listRoles(
  db: Queryable,
  tenantId: string,
  {
    type,
    search,
    page,
  }: { readonly type?: RoleType | undefined; readonly search?: string | undefined; readonly page: Window },
) {
  const values = [tenantId, type ?? null, search ?? null];
  const [rows, counted] = await Promise.all([
    db.rows(list, [...values, page?.limit ?? null, page?.offset ?? 0]),
    db.row(count, values),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

const update = statement(
  'roles.update',
  'UPDATE roles SET name = $3, description = $4, is_default = $5 WHERE tenant_id = $1 AND id = $2',
);

/** Writes a locked role. @throws DatabaseError of `roles_name_key` */
export const saveRole = (tx: Transaction, tenantId: string, row: RoleRow): Promise<number> =>
  tx.run(update, [tenantId, row.id, row.name, row.description, row.is_default]);

const remove = statement('roles.delete', 'DELETE FROM roles WHERE tenant_id = $1 AND id = $2');

/** Deletes a role and takes it from all who have it; returns how many there were. */
export const deleteRoleRow = (tx: Transaction, tenantId: string, id: string): Promise<number> =>
  tx.run(remove, [tenantId, id]);

/** A scope with the resource that it belongs to. */
export type RoleScopeRow = ScopeRow & { readonly [K in keyof ResourceRow as `resource_of_${K}`]: ResourceRow[K] };

const scopeColumns = `s.id, s.resource_id, s.name, s.description, s.created_at, a.id AS resource_of_id,
  a.name AS resource_of_name, a.indicator AS resource_of_indicator, a.is_default AS resource_of_is_default,
  a.access_token_ttl AS resource_of_access_token_ttl, a.created_at AS resource_of_created_at`;

const scopesWithResources = `scopes s JOIN resources a ON a.tenant_id = s.tenant_id AND a.id = s.resource_id`;

const scopesById = statement<RoleScopeRow>(
  'roles.scopes-by-id',
  `SELECT ${scopeColumns} FROM ${scopesWithResources} WHERE s.tenant_id = $1 AND s.id = ANY ($2::text[])
   ORDER BY s.created_at, s.id`,
);

/** Those of the scopes that are there. */
export const findScopes = (db: Queryable, tenantId: string, ids: readonly string[]): Promise<RoleScopeRow[]> =>
  db.rows(scopesById, [tenantId, ids]);

const scopeFilter = `rs.tenant_id = $1 AND rs.role_id = $2 AND ($3::text IS NULL OR s.name ILIKE $3 OR s.description ILIKE $3)`;
const heldScopes = `role_scopes rs JOIN scopes s ON s.tenant_id = rs.tenant_id AND s.id = rs.scope_id
  JOIN resources a ON a.tenant_id = s.tenant_id AND a.id = s.resource_id`;

const listScopeRows = statement<RoleScopeRow>(
  'roles.list-scopes',
  `SELECT ${scopeColumns} FROM ${heldScopes} WHERE ${scopeFilter} ORDER BY s.created_at, s.id LIMIT $4 OFFSET $5`,
);

const countScopeRows = statement<{ total: number }>(
  'roles.count-scopes',
  `SELECT count(*) AS total FROM ${heldScopes} WHERE ${scopeFilter}`,
);

/** One page of the scopes of a role, oldest first, and how many there are. */
export async function listRoleScopes(
  db: Queryable,
  tenantId: string,
  roleId: string,
  { search, page }: { readonly search: string | undefined; readonly page: Window },
) {
  const values = [tenantId, roleId, search ?? null];
  const [rows, counted] = await Promise.all([
    db.rows(listScopeRows, [...values, page?.limit ?? null, page?.offset ?? 0]),
    db.row(countScopeRows, values),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

const addScopes = statement<{ scope_id: string }>(
  'roles.add-scopes',
  `INSERT INTO role_scopes (tenant_id, role_id, scope_id) SELECT $1, $2, unnest($3::text[])
   ON CONFLICT DO NOTHING RETURNING scope_id`,
);

/** Adds scopes to a role; returns those that it did not have. */
export const insertRoleScopes = async (
  tx: Transaction,
  tenantId: string,
  roleId: string,
  scopeIds: readonly string[],
): Promise<string[]> => (await tx.rows(addScopes, [tenantId, roleId, scopeIds])).map(row => row.scope_id);

const removeScope = statement(
  'roles.remove-scope',
  'DELETE FROM role_scopes WHERE tenant_id = $1 AND role_id = $2 AND scope_id = $3',
);

/** Takes a scope from a role; returns how many there were. */
export const deleteRoleScope = (tx: Transaction, tenantId: string, roleId: string, scopeId: string): Promise<number> =>
  tx.run(removeScope, [tenantId, roleId, scopeId]);
