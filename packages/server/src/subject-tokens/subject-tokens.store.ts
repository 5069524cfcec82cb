import { type Queryable, statement, type Transaction } from '../database/database.ts';

/** A row of `subject_tokens`. */
export interface SubjectTokenRow {
  readonly user_id: string;
  /** Who asked for it: an application or a user of the Management API. */
  readonly creator_kind: 'application' | 'user';
  readonly creator_id: string;
  readonly created_at: Date;
  readonly expires_at: Date;
}

const insert = statement(
  'subject-tokens.insert',
  `INSERT INTO subject_tokens
     (tenant_id, id_hash, user_id, creator_kind, creator_id, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);

/** Adds a token. @param idHash SHA-256 of it */
export const insertSubjectToken = (
  tx: Transaction,
  tenantId: string,
  idHash: Buffer,
  row: SubjectTokenRow,
): Promise<number> =>
  tx.run(insert, [tenantId, idHash, row.user_id, row.creator_kind, row.creator_id, row.created_at, row.expires_at]);

const find = statement<SubjectTokenRow>(
  'subject-tokens.find',
  `SELECT user_id, creator_kind, creator_id, created_at, expires_at FROM subject_tokens
   WHERE tenant_id = $1 AND id_hash = $2 AND consumed_at IS NULL AND expires_at > $3`,
);

/** A token that can still be used, or undefined. */
export const findSubjectToken = (
  db: Queryable,
  tenantId: string,
  idHash: Buffer,
  now: Date,
): Promise<SubjectTokenRow | undefined> => db.row(find, [tenantId, idHash, now]);

// Whoever suspends or deletes a user locks the row first, so either they see what is issued under this lock, or
// nothing is issued.
const shareUser = statement<{ id: string }>(
  'subject-tokens.share-user',
  'SELECT id FROM users WHERE tenant_id = $1 AND id = $2 AND NOT is_suspended FOR SHARE',
);

const consume = statement(
  'subject-tokens.consume',
  `UPDATE subject_tokens SET consumed_at = $4
   WHERE tenant_id = $1 AND id_hash = $2 AND user_id = $3 AND consumed_at IS NULL AND expires_at > $4`,
);

/**
 * Uses a token up, while its user can neither be suspended nor deleted until the transaction ends; false when it was
 * used, has expired or its user may not be acted for any more.
 */
export async function takeSubjectToken(
  tx: Transaction,
  tenantId: string,
  { idHash, userId }: { readonly idHash: Buffer; readonly userId: string },
  now: Date,
): Promise<boolean> {
  if (!(await tx.row(shareUser, [tenantId, userId]))) return false;
  return (await tx.run(consume, [tenantId, idHash, userId, now])) > 0;
}
