import { type Queryable, statement, type Transaction } from '../database/database.ts';

/** Algorithms that a tenant can sign with. */
export const signingAlgorithms = ['ES256', 'RS256'] as const;
export type SigningAlgorithm = (typeof signingAlgorithms)[number];

/** A row of `tenants`. */
export interface TenantRow {
  readonly tenant_id: string;
  readonly endpoint: string | null;
  readonly signing_algorithm: SigningAlgorithm;
  readonly version: number;
}

const columns = 'tenant_id, endpoint, signing_algorithm, version';

const find = statement<TenantRow>('tenants.find', `SELECT ${columns} FROM tenants WHERE tenant_id = $1`);

/** The tenant, or undefined. */
export const findTenantRow = (db: Queryable, tenantId: string): Promise<TenantRow | undefined> =>
  db.row(find, [tenantId]);

const findHost = statement<TenantRow>('tenants.find-by-host', `SELECT ${columns} FROM tenants WHERE host = $1`);

/** The tenant whose own endpoint has this host and port, or undefined. */
export const findTenantRowByHost = (db: Queryable, host: string): Promise<TenantRow | undefined> =>
  db.row(findHost, [host]);

const insert = statement(
  'tenants.insert',
  `INSERT INTO tenants (tenant_id, endpoint, host, signing_algorithm, created_at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (tenant_id) DO NOTHING`,
);

/** Adds a tenant; 0 when there is one of this id already. */
export const insertTenant = (
  tx: Transaction,
  tenantId: string,
  {
    endpoint,
    host,
    algorithm,
    now,
  }: { endpoint: string | null; host: string | null; algorithm: SigningAlgorithm; now: Date },
): Promise<number> => tx.run(insert, [tenantId, endpoint, host, algorithm, now]);

const touch = statement(
  'tenants.change',
  `UPDATE tenants SET version = version + 1, signing_algorithm = coalesce($2, signing_algorithm) WHERE tenant_id = $1`,
);

/** Tells every process that what it remembers of the tenant is old; locks the tenant until the transaction ends. */
export const changeTenant = (tx: Transaction, tenantId: string, algorithm?: SigningAlgorithm): Promise<number> =>
  tx.run(touch, [tenantId, algorithm ?? null]);
