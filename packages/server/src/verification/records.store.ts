import { json, type Queryable, type SqlValue, statement, type Transaction } from '../database/database.ts';

/**
 * What a record proves: that its owner is the owner of the account, or that they control something new. `bind-mfa` proves
 * nothing: it is a code whose message speaks of a second factor.
 */
export type Purpose = 'permission' | 'identifier' | 'identity' | 'authenticator' | 'bind-mfa';

/** A row of `verification_records`. */
export interface RecordRow {
  readonly id: string;
  readonly purpose: Purpose;
  readonly method: string;
  readonly user_id: string;
  readonly session_uid: string | null;
  readonly grant_id: string | null;
  readonly client_id: string | null;
  readonly identifier: string | null;
  readonly action: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly verified_at: Date | null;
}

const columns =
  'id, purpose, method, user_id, session_uid, grant_id, client_id, identifier, action, data, created_at, expires_at, verified_at';

/**
 * Writes a new record. Locks the user as it reads: whoever changes the password meanwhile is waited for and seen, or waits
 * until the record is there to be forgotten with the others. Milliseconds are what the caller has seen of the instant.
 */
export const recordInsertion = `INSERT INTO verification_records (tenant_id, ${columns})
   SELECT $1, $2, $3, $4, u.id, $6, $7, $8, $9, $10, $11, $12, $13, $14
   FROM users u WHERE u.tenant_id = $1 AND u.id = $5
     AND date_trunc('milliseconds', u.password_updated_at) IS NOT DISTINCT FROM $15::timestamptz
   FOR SHARE`;

/** What {@link recordInsertion} takes, `$1` to `$15`: it writes if the password is still that of `passwordUpdatedAt`. */
export const recordValues = (tenantId: string, row: RecordRow, passwordUpdatedAt: Date | null): SqlValue[] => [
  tenantId,
  row.id,
  row.purpose,
  row.method,
  row.user_id,
  row.session_uid,
  row.grant_id,
  row.client_id,
  row.identifier,
  row.action,
  json(row.data),
  row.created_at,
  row.expires_at,
  row.verified_at,
  passwordUpdatedAt,
];

const findUsable = statement<RecordRow>(
  'records.find-usable',
  `SELECT ${columns} FROM verification_records
   WHERE tenant_id = $1 AND id = $2 AND user_id = $3 AND purpose = $4
     AND verified_at IS NOT NULL AND consumed_at IS NULL AND expires_at > $5`,
);

/** A verified, unspent, unexpired record of this user and purpose, or undefined: which of them failed is not told. */
export const findUsableRecord = (
  db: Queryable,
  tenantId: string,
  id: string,
  userId: string,
  purpose: Purpose,
  now: Date,
): Promise<RecordRow | undefined> => db.row(findUsable, [tenantId, id, userId, purpose, now]);

const consume = statement(
  'records.consume',
  `UPDATE verification_records SET consumed_at = $3
   WHERE tenant_id = $1 AND id = $2 AND consumed_at IS NULL AND expires_at > $3`,
);

/** Uses up a record; false when somebody else has done so first. */
export const consumeRecord = async (tx: Transaction, tenantId: string, id: string, now: Date): Promise<boolean> =>
  (await tx.run(consume, [tenantId, id, now])) === 1;

const forget = statement(
  'records.forget-permission',
  `DELETE FROM verification_records WHERE tenant_id = $1 AND user_id = $2 AND method = $3 AND purpose = 'permission'`,
);

/** Deletes the permission proofs that a user gave by `method`: what they proved has changed. */
export const forgetPermissionProofs = (tx: Transaction, tenantId: string, userId: string, method: string) =>
  tx.run(forget, [tenantId, userId, method]);

const forgetAll = statement(
  'records.forget-all',
  'DELETE FROM verification_records WHERE tenant_id = $1 AND user_id = $2',
);

/** Deletes every proof of a user, begun or given: who they are, and that they control something new. */
export const forgetProofs = (tx: Transaction, tenantId: string, userId: string): Promise<number> =>
  tx.run(forgetAll, [tenantId, userId]);
