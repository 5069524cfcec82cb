import type { ApplicationType, CustomClientMetadata, OidcClientMetadata } from '@freehold/contract';
import { json, type Queryable, statement, type Transaction } from '../database/database.ts';

/** A row of `applications`. */
export interface ApplicationRow {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly type: ApplicationType;
  readonly oidc_client_metadata: OidcClientMetadata;
  readonly custom_client_metadata: CustomClientMetadata;
  readonly custom_data: Readonly<Record<string, unknown>>;
  readonly is_third_party: boolean;
  readonly created_at: Date;
}

/** The columns of {@link ApplicationRow}, of `a` (applications). */
export const applicationColumns = `a.id, a.name, a.description, a.type, a.oidc_client_metadata, a.custom_client_metadata,
  a.custom_data, a.is_third_party, a.created_at`;

const insert = statement(
  'applications.insert',
  `INSERT INTO applications (tenant_id, id, name, description, type, oidc_client_metadata, custom_client_metadata,
     custom_data, is_third_party, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

/** Writes a new application. */
export const insertApplication = (tx: Transaction, tenantId: string, row: ApplicationRow): Promise<number> =>
  tx.run(insert, [
    tenantId,
    row.id,
    row.name,
    row.description,
    row.type,
    json(row.oidc_client_metadata),
    json(row.custom_client_metadata),
    json(row.custom_data),
    row.is_third_party,
    row.created_at,
  ]);

const find = statement<ApplicationRow>(
  'applications.find',
  `SELECT ${applicationColumns} FROM applications a WHERE a.tenant_id = $1 AND a.id = $2`,
);

/** The application, or undefined. */
export const findApplication = (db: Queryable, tenantId: string, id: string): Promise<ApplicationRow | undefined> =>
  db.row(find, [tenantId, id]);

const lock = statement<ApplicationRow>(
  'applications.lock',
  `SELECT ${applicationColumns} FROM applications a WHERE a.tenant_id = $1 AND a.id = $2 FOR UPDATE`,
);

/** The application, locked until the transaction ends, or undefined. */
export const lockApplication = (tx: Transaction, tenantId: string, id: string): Promise<ApplicationRow | undefined> =>
  tx.row(lock, [tenantId, id]);

const update = statement(
  'applications.update',
  `UPDATE applications SET name = $3, description = $4, oidc_client_metadata = $5, custom_client_metadata = $6,
     custom_data = $7
   WHERE tenant_id = $1 AND id = $2`,
);

/** Writes a locked application. */
export const saveApplication = (tx: Transaction, tenantId: string, row: ApplicationRow): Promise<number> =>
  tx.run(update, [
    tenantId,
    row.id,
    row.name,
    row.description,
    json(row.oidc_client_metadata),
    json(row.custom_client_metadata),
    json(row.custom_data),
  ]);

const remove = statement('applications.delete', 'DELETE FROM applications WHERE tenant_id = $1 AND id = $2');

/** Deletes an application with its secrets and roles; returns how many there were. */
export const deleteApplicationRow = (tx: Transaction, tenantId: string, id: string): Promise<number> =>
  tx.run(remove, [tenantId, id]);

const filter = `a.tenant_id = $1 AND ($2::text[] IS NULL OR a.type = ANY ($2::text[]))
  AND ($3::boolean IS NULL OR a.is_third_party = $3)
  AND ($4::text IS NULL OR a.id ILIKE $4 OR a.name ILIKE $4 OR a.description ILIKE $4)`;

const list = statement<ApplicationRow>(
  'applications.list',
  `SELECT ${applicationColumns} FROM applications a WHERE ${filter} ORDER BY a.created_at DESC, a.id LIMIT $5 OFFSET $6`,
);

const count = statement<{ total: number }>(
  'applications.count',
  `SELECT count(*) AS total FROM applications a WHERE ${filter}`,
);

/** Which applications; an absent member means any. */
export interface ApplicationFilter {
  readonly types?: readonly ApplicationType[] | undefined;
  readonly isThirdParty?: boolean | undefined;
  /** LIKE pattern over id, name and description. */
  readonly search?: string | undefined;
}

/** One page of the applications, newest first, and how many there are. */
export async function listApplications(
  db: Queryable,
  tenantId: string,
  { types, isThirdParty, search }: ApplicationFilter,
  page: { readonly limit: number; readonly offset: number } | undefined,
) {
  const values = [tenantId, types ?? null, isThirdParty ?? null, search ?? null];
  const [rows, counted] = await Promise.all([
    db.rows(list, [...values, page?.limit ?? null, page?.offset ?? 0]),
    db.row(count, values),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

const hasRole = statement<{ has: boolean }>(
  'applications.has-role',
  `SELECT EXISTS (SELECT 1 FROM application_roles WHERE tenant_id = $1 AND application_id = $2 AND role_id = $3) AS has`,
);

/** Whether the application holds a role. */
export const applicationHasRole = async (
  db: Queryable,
  tenantId: string,
  id: string,
  roleId: string,
): Promise<boolean> => (await db.row(hasRole, [tenantId, id, roleId]))?.has ?? false;

const giveRole = statement(
  'applications.give-role',
  'INSERT INTO application_roles (tenant_id, application_id, role_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
);

const takeRole = statement(
  'applications.take-role',
  'DELETE FROM application_roles WHERE tenant_id = $1 AND application_id = $2 AND role_id = $3',
);

/** Gives or takes one role; returns whether that changed anything. */
export const setApplicationRole = async (
  tx: Transaction,
  tenantId: string,
  { id, roleId, has }: { readonly id: string; readonly roleId: string; readonly has: boolean },
): Promise<boolean> => (await tx.run(has ? giveRole : takeRole, [tenantId, id, roleId])) > 0;
