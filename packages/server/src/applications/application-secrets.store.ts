import { type Queryable, statement, type Transaction } from '../database/database.ts';

/** A row of `application_secrets`; `value` is a ciphertext. */
export interface SecretRow {
  readonly name: string;
  readonly value: string;
  readonly created_at: Date;
  readonly expires_at: Date | null;
}

const list = statement<SecretRow>(
  'application-secrets.list',
  `SELECT name, value, created_at, expires_at FROM application_secrets WHERE tenant_id = $1 AND application_id = $2
   ORDER BY created_at, name`,
);

/** The secrets of an application, oldest first. */
export const listSecrets = (db: Queryable, tenantId: string, applicationId: string): Promise<SecretRow[]> =>
  db.rows(list, [tenantId, applicationId]);

const insert = statement(
  'application-secrets.insert',
  `INSERT INTO application_secrets (tenant_id, application_id, name, value, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6)`,
);

/** Writes a new secret. @throws DatabaseError (unique violation) when there is one of this name */
export const insertSecret = (
  tx: Transaction,
  tenantId: string,
  applicationId: string,
  row: SecretRow,
): Promise<number> => tx.run(insert, [tenantId, applicationId, row.name, row.value, row.created_at, row.expires_at]);

const remove = statement(
  'application-secrets.delete',
  'DELETE FROM application_secrets WHERE tenant_id = $1 AND application_id = $2 AND name = $3',
);

/** Deletes a secret; returns how many there were. */
export const deleteSecret = (tx: Transaction, tenantId: string, applicationId: string, name: string): Promise<number> =>
  tx.run(remove, [tenantId, applicationId, name]);
