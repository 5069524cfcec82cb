import { type Queryable, statement, type Transaction } from '../database/database.ts';
import type { SigningAlgorithm } from './tenants.store.ts';

/** A row of `signing_keys`; the private key is encrypted. */
export interface SigningKeyRow {
  readonly kid: string;
  readonly algorithm: SigningAlgorithm;
  readonly private_key: string;
  readonly created_at: Date;
  readonly activates_at: Date;
  readonly expires_at: Date | null;
}

const list = statement<SigningKeyRow>(
  'signing-keys.list',
  `SELECT kid, algorithm, private_key, created_at, activates_at, expires_at FROM signing_keys
   WHERE tenant_id = $1 AND (expires_at IS NULL OR expires_at > $2) ORDER BY activates_at DESC, kid`,
);

/** The keys that have not expired, the latest to become active first. */
export const listSigningKeys = (db: Queryable, tenantId: string, now: Date): Promise<SigningKeyRow[]> =>
  db.rows(list, [tenantId, now]);

const insert = statement(
  'signing-keys.insert',
  `INSERT INTO signing_keys (tenant_id, kid, algorithm, private_key, created_at, activates_at) VALUES ($1, $2, $3, $4, $5, $6)`,
);

/** Adds a key. */
export const insertSigningKey = (
  tx: Transaction,
  tenantId: string,
  key: Omit<SigningKeyRow, 'expires_at'>,
): Promise<number> =>
  tx.run(insert, [tenantId, key.kid, key.algorithm, key.private_key, key.created_at, key.activates_at]);

const retire = statement(
  'signing-keys.retire',
  'UPDATE signing_keys SET expires_at = $2 WHERE tenant_id = $1 AND (expires_at IS NULL OR expires_at > $2)',
);

/** Lets all keys of the tenant expire at `at`, unless they do so earlier. */
export const retireSigningKeys = (tx: Transaction, tenantId: string, at: Date): Promise<number> =>
  tx.run(retire, [tenantId, at]);

const removeExpired = statement(
  'signing-keys.delete-expired',
  'DELETE FROM signing_keys WHERE tenant_id = $1 AND expires_at <= $2',
);

/** Destroys the private keys that have expired. */
export const deleteExpiredSigningKeys = (tx: Transaction, tenantId: string, now: Date): Promise<number> =>
  tx.run(removeExpired, [tenantId, now]);

const findSecretValue = statement<{ value: string }>(
  'tenant-secrets.find',
  'SELECT value FROM tenant_secrets WHERE tenant_id = $1 AND name = $2',
);

/** The ciphertext of a tenant's secret, or undefined. */
export const findTenantSecret = async (db: Queryable, tenantId: string, name: string): Promise<string | undefined> =>
  (await db.row(findSecretValue, [tenantId, name]))?.value;

const insertSecretValue = statement(
  'tenant-secrets.insert',
  'INSERT INTO tenant_secrets (tenant_id, name, value, created_at) VALUES ($1, $2, $3, $4)',
);

/** Adds a secret, encrypted by the caller. */
export const insertTenantSecret = (
  tx: Transaction,
  tenantId: string,
  name: string,
  value: string,
  now: Date,
): Promise<number> => tx.run(insertSecretValue, [tenantId, name, value, now]);
