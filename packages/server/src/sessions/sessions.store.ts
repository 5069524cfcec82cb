import { json, type Queryable, statement, type Transaction } from '../database/database.ts';

/** A row of `sessions`. */
export interface SessionRow {
  readonly uid: string;
  readonly account_id: string | null;
  readonly login_at: Date | null;
  /** The protocol engine's document, without what has a column and without the cookie's value. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly client_id: string | null;
  readonly created_at: Date;
  readonly expires_at: Date;
}

const columns = 'uid, account_id, login_at, payload, client_id, created_at, expires_at';

const findByHash = statement<SessionRow>(
  'sessions.find-by-hash',
  `SELECT ${columns} FROM sessions WHERE tenant_id = $1 AND id_hash = $2 AND ended_at IS NULL`,
);

/** The session whose cookie's value hashes to `idHash`, unless it was ended. It may have expired. */
export const findSession = (db: Queryable, tenantId: string, idHash: Buffer): Promise<SessionRow | undefined> =>
  db.row(findByHash, [tenantId, idHash]);

const findByUid = statement<SessionRow>(
  'sessions.find-by-uid',
  `SELECT ${columns} FROM sessions WHERE tenant_id = $1 AND uid = $2 AND ended_at IS NULL`,
);

/** The session of this uid, unless it was ended. It may have expired. */
export const findSessionByUid = (db: Queryable, tenantId: string, uid: string): Promise<SessionRow | undefined> =>
  db.row(findByUid, [tenantId, uid]);

/** What a session is written with. */
export interface SessionWrite extends SessionRow {
  readonly id_hash: Buffer;
  /** How and from where the user signed in; undefined keeps what is there. */
  readonly last_submission: Readonly<Record<string, unknown>> | undefined;
}

const insert = statement(
  'sessions.insert',
  `INSERT INTO sessions
     (tenant_id, uid, id_hash, account_id, login_at, payload, last_submission, client_id, expires_at, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

// Never over a session that was ended, and never over another account's: the request that does so has
// read an older state of the session.
const update = statement(
  'sessions.update',
  `UPDATE sessions SET id_hash = $3, account_id = $4, login_at = $5, payload = $6,
     last_submission = coalesce($7, last_submission), client_id = coalesce($8, client_id), expires_at = $9
   WHERE tenant_id = $1 AND uid = $2 AND ended_at IS NULL AND (account_id IS NULL OR account_id = $4)`,
);

const values = (tenantId: string, row: SessionWrite) => [
  tenantId,
  row.uid,
  row.id_hash,
  row.account_id,
  row.login_at,
  json(row.payload),
  row.last_submission === undefined ? null : json(row.last_submission),
  row.client_id,
  row.expires_at,
];

/** Adds a session. */
export const insertSession = (tx: Transaction, tenantId: string, row: SessionWrite): Promise<number> =>
  tx.run(insert, [...values(tenantId, row), row.created_at]);

/** Writes over a session; 0 when it has gone or was ended meanwhile. */
export const updateSession = (tx: Transaction, tenantId: string, row: SessionWrite): Promise<number> =>
  tx.run(update, values(tenantId, row));

const remove = statement('sessions.delete', 'DELETE FROM sessions WHERE tenant_id = $1 AND uid = $2');

/**
 * Removes the session that an application's sign-out ends: its tokens with offline access live on. By uid,
 * since the cookie's value may have been changed by a request that was faster.
 */
export const deleteSession = (tx: Transaction, tenantId: string, uid: string): Promise<number> =>
  tx.run(remove, [tenantId, uid]);

const share = statement<{ uid: string }>(
  'sessions.share',
  'SELECT uid FROM sessions WHERE tenant_id = $1 AND uid = $2 AND account_id = $3 AND ended_at IS NULL FOR SHARE',
);

/** Whether the account's session is still there; nobody ends it until the transaction does. */
export const shareSession = async (
  tx: Transaction,
  tenantId: string,
  uid: string,
  accountId: string,
): Promise<boolean> => (await tx.row(share, [tenantId, uid, accountId])) !== undefined;
