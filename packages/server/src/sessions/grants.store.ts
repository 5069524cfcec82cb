import { json, type Queryable, statement, type Transaction } from '../database/database.ts';

/** A row of `grants`. */
export interface GrantRow {
  readonly id: string;
  readonly account_id: string;
  readonly client_id: string;
  readonly session_uid: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly created_at: Date;
  readonly expires_at: Date;
}

const find = statement<GrantRow>(
  'grants.find',
  `SELECT id, account_id, client_id, session_uid, payload, created_at, expires_at
   FROM grants WHERE tenant_id = $1 AND id = $2`,
);

/** The grant, or undefined. It may have expired. */
export const findGrant = (db: Queryable, tenantId: string, id: string): Promise<GrantRow | undefined> =>
  db.row(find, [tenantId, id]);

const insert = statement(
  'grants.insert',
  `INSERT INTO grants (tenant_id, id, account_id, client_id, session_uid, payload, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

/** Adds a grant. */
export const insertGrant = (tx: Transaction, tenantId: string, row: GrantRow): Promise<number> =>
  tx.run(insert, [
    tenantId,
    row.id,
    row.account_id,
    row.client_id,
    row.session_uid,
    json(row.payload),
    row.created_at,
    row.expires_at,
  ]);

const update = statement('grants.update', 'UPDATE grants SET payload = $3 WHERE tenant_id = $1 AND id = $2');

/** Writes what a grant now allows; 0 when it was revoked meanwhile. */
export const updateGrant = (
  tx: Transaction,
  tenantId: string,
  id: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<number> => tx.run(update, [tenantId, id, json(payload)]);

const remove = statement('grants.delete', 'DELETE FROM grants WHERE tenant_id = $1 AND id = $2');

/** Removes a grant; its tokens are dead from then on, but their rows are the caller's to remove. */
export const deleteGrant = (tx: Transaction, tenantId: string, id: string): Promise<number> =>
  tx.run(remove, [tenantId, id]);

const share = statement<{ id: string }>(
  'grants.share',
  'SELECT id FROM grants WHERE tenant_id = $1 AND id = $2 AND account_id = $3 FOR SHARE',
);

/**
 * Whether the grant is still there; nobody revokes it until the transaction ends. Who revokes deletes
 * the grant first and its tokens then, so a token that is written under this lock does not escape.
 */
export const shareGrant = async (tx: Transaction, tenantId: string, id: string, accountId: string): Promise<boolean> =>
  (await tx.row(share, [tenantId, id, accountId])) !== undefined;
