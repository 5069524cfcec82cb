import { type Queryable, statement, type Transaction } from '../database/database.ts';

/** A row of `resources`. */
export interface ResourceRow {
  readonly id: string;
  readonly name: string;
  readonly indicator: string;
  readonly is_default: boolean;
  /** Seconds. */
  readonly access_token_ttl: number;
  readonly created_at: Date;
}

/** A row of `scopes`. */
export interface ScopeRow {
  readonly id: string;
  readonly resource_id: string;
  readonly name: string;
  readonly description: string | null;
  readonly created_at: Date;
}

const columns = 'id, name, indicator, is_default, access_token_ttl, created_at';
const scopeColumns = 'id, resource_id, name, description, created_at';

const insert = statement<ResourceRow>(
  'resources.insert',
  `INSERT INTO resources (tenant_id, ${columns}) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${columns}`,
);

/** Writes a new resource. @throws DatabaseError of `resources_indicator_key` */
export const insertResource = (tx: Transaction, tenantId: string, row: ResourceRow): Promise<number> =>
  tx.run(insert, [tenantId, row.id, row.name, row.indicator, row.is_default, row.access_token_ttl, row.created_at]);

const find = statement<ResourceRow>(
  'resources.find',
  `SELECT ${columns} FROM resources WHERE tenant_id = $1 AND id = $2`,
);

/** The resource, or undefined. */
export const findResource = (db: Queryable, tenantId: string, id: string): Promise<ResourceRow | undefined> =>
  db.row(find, [tenantId, id]);

const lock = statement<ResourceRow>(
  'resources.lock',
  `SELECT ${columns} FROM resources WHERE tenant_id = $1 AND id = $2 FOR UPDATE`,
);

/** The resource, locked until the transaction ends, or undefined. */
export const lockResource = (tx: Transaction, tenantId: string, id: string): Promise<ResourceRow | undefined> =>
  tx.row(lock, [tenantId, id]);

const list = statement<ResourceRow>(
  'resources.list',
  `SELECT ${columns} FROM resources WHERE tenant_id = $1 ORDER BY created_at, id LIMIT $2 OFFSET $3`,
);

const count = statement<{ total: number }>(
  'resources.count',
  'SELECT count(*) AS total FROM resources WHERE tenant_id = $1',
);

/** Rows to read; undefined reads all. */
type Window = { readonly limit: number; readonly offset: number } | undefined;

/** One page of the resources, oldest first, and how many there are. */
export async function listResources(db: Queryable, tenantId: string, page: Window) {
  const [rows, counted] = await Promise.all([
    db.rows(list, [tenantId, page?.limit ?? null, page?.offset ?? 0]),
    db.row(count, [tenantId]),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

const update = statement<ResourceRow>(
  'resources.update',
  `UPDATE resources SET name = $3, is_default = $4, access_token_ttl = $5 WHERE tenant_id = $1 AND id = $2
   RETURNING ${columns}`,
);

/** Writes a locked resource. */
export async function saveResource(tx: Transaction, tenantId: string, row: ResourceRow): Promise<ResourceRow> {
  const saved = await tx.row(update, [tenantId, row.id, row.name, row.is_default, row.access_token_ttl]);
  if (!saved) throw new Error('a locked resource has gone');
  return saved;
}

const lockAll = statement<{ id: string }>(
  'resources.lock-all',
  'SELECT id FROM resources WHERE tenant_id = $1 ORDER BY id FOR UPDATE',
);

const clearDefault = statement(
  'resources.clear-default',
  'UPDATE resources SET is_default = false WHERE tenant_id = $1 AND is_default',
);

/** No resource is the default one any more. Locks all resources, so that of parallel calls the last one wins. */
export async function clearDefaultResource(tx: Transaction, tenantId: string): Promise<void> {
  await tx.rows(lockAll, [tenantId]);
  await tx.run(clearDefault, [tenantId]);
}

const remove = statement('resources.delete', 'DELETE FROM resources WHERE tenant_id = $1 AND id = $2');

/** Deletes a resource with its scopes; returns how many there were. */
export const deleteResourceRow = (tx: Transaction, tenantId: string, id: string): Promise<number> =>
  tx.run(remove, [tenantId, id]);

const insertScopeRow = statement(
  'scopes.insert',
  `INSERT INTO scopes (tenant_id, ${scopeColumns}) VALUES ($1, $2, $3, $4, $5, $6)`,
);

/** Writes a new scope. @throws DatabaseError of `scopes_name_key`, or of the foreign key when the resource has gone */
export const insertScope = (tx: Transaction, tenantId: string, row: ScopeRow): Promise<number> =>
  tx.run(insertScopeRow, [tenantId, row.id, row.resource_id, row.name, row.description, row.created_at]);

const lockScopeRow = statement<ScopeRow>(
  'scopes.lock',
  `SELECT ${scopeColumns} FROM scopes WHERE tenant_id = $1 AND resource_id = $2 AND id = $3 FOR UPDATE`,
);

/** The scope of a resource, locked until the transaction ends, or undefined. */
export const lockScope = (
  tx: Transaction,
  tenantId: string,
  resourceId: string,
  id: string,
): Promise<ScopeRow | undefined> => tx.row(lockScopeRow, [tenantId, resourceId, id]);

const updateScopeRow = statement(
  'scopes.update',
  'UPDATE scopes SET name = $3, description = $4 WHERE tenant_id = $1 AND id = $2',
);

/** Writes a locked scope. @throws DatabaseError of `scopes_name_key` */
export const saveScope = (tx: Transaction, tenantId: string, row: ScopeRow): Promise<number> =>
  tx.run(updateScopeRow, [tenantId, row.id, row.name, row.description]);

const removeScope = statement(
  'scopes.delete',
  'DELETE FROM scopes WHERE tenant_id = $1 AND resource_id = $2 AND id = $3',
);

/** Deletes a scope of a resource; returns how many there were. */
export const deleteScopeRow = (tx: Transaction, tenantId: string, resourceId: string, id: string): Promise<number> =>
  tx.run(removeScope, [tenantId, resourceId, id]);

const scopeFilter = `tenant_id = $1 AND resource_id = $2 AND ($3::text IS NULL OR name ILIKE $3 OR description ILIKE $3)`;

const listScopeRows = statement<ScopeRow>(
  'scopes.list',
  `SELECT ${scopeColumns} FROM scopes WHERE ${scopeFilter} ORDER BY created_at, id LIMIT $4 OFFSET $5`,
);

const countScopeRows = statement<{ total: number }>(
  'scopes.count',
  `SELECT count(*) AS total FROM scopes WHERE ${scopeFilter}`,
);

/** One page of the scopes of a resource, oldest first, and how many there are. */
export async function listScopes(
  db: Queryable,
  tenantId: string,
  resourceId: string,
  { search, page }: { readonly search: string | undefined; readonly page: Window },
) {
  const filter = [tenantId, resourceId, search ?? null];
  const [rows, counted] = await Promise.all([
    db.rows(listScopeRows, [...filter, page?.limit ?? null, page?.offset ?? 0]),
    db.row(countScopeRows, filter),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

const scopesOf = statement<ScopeRow>(
  'scopes.of-resources',
  `SELECT ${scopeColumns} FROM scopes WHERE tenant_id = $1 AND resource_id = ANY ($2::text[]) ORDER BY created_at, id`,
);

/** The scopes of several resources, oldest first. */
export const findScopesOf = (db: Queryable, tenantId: string, resourceIds: readonly string[]): Promise<ScopeRow[]> =>
  db.rows(scopesOf, [tenantId, resourceIds]);
