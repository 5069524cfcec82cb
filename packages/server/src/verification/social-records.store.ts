import { json, type Queryable, statement, type Transaction } from '../database/database.ts';
import { type Holder, held, holder } from './record-holder.store.ts';

/** What the record of an identity at a provider holds: the beginning first, then who it was. Both encrypted. */
export interface SocialRecordData {
  readonly connectorId: string;
  /** Present until the callback is exchanged. */
  readonly session?: string;
  /** Present once it has been. */
  readonly identity?: string;
}

/** SQL: `r` is the social record $6 of whom {@link held} names, and alive at $7. */
const heldSocial = `${held}
  AND r.id = $6 AND r.purpose = 'identity' AND r.method = 'social' AND r.expires_at > $7 AND r.consumed_at IS NULL`;

const insert = statement(
  'social-records.insert',
  `INSERT INTO verification_records
     (tenant_id, user_id, session_uid, grant_id, client_id, id, created_at, expires_at, data, purpose, method)
   SELECT $1, u.id, $3, $4, $5, $6, $7, $8, $9, 'identity', 'social'
   FROM users u WHERE u.tenant_id = $1 AND u.id = $2`,
);

/** Writes a record that waits for its callback; 0 when the user has gone. */
export const insertSocialRecord = (
  db: Queryable,
  principal: Holder,
  { id, data, now, expiresAt }: { id: string; data: SocialRecordData; now: Date; expiresAt: Date },
): Promise<number> => db.run(insert, [...holder(principal), id, now, expiresAt, json(data)]);

const findPending = statement<{ data: SocialRecordData }>(
  'social-records.find-pending',
  `SELECT r.data FROM verification_records r
   WHERE ${heldSocial} AND r.verified_at IS NULL AND r.data ->> 'session' IS NOT NULL`,
);

/** The caller's record that waits for its callback, or undefined. */
export const findPendingSocialRecord = (
  db: Queryable,
  principal: Holder,
  id: string,
  now: Date,
): Promise<{ readonly data: SocialRecordData } | undefined> => db.row(findPending, [...holder(principal), id, now]);

const claim = statement(
  'social-records.claim',
  `UPDATE verification_records r SET data = r.data - 'session'
   WHERE ${heldSocial} AND r.verified_at IS NULL AND r.data ->> 'session' IS NOT NULL`,
);

/** Takes the beginning out of the record, so that no other callback uses it; 0 when another one has. */
export const claimSocialRecord = (db: Queryable, principal: Holder, id: string, now: Date): Promise<number> =>
  db.run(claim, [...holder(principal), id, now]);

const verify = statement(
  'social-records.verify',
  `UPDATE verification_records r SET verified_at = $7, data = $8 WHERE ${heldSocial} AND r.verified_at IS NULL`,
);

/** Notes who came back; 0 when the record has gone or run out. */
export const markSocialRecordVerified = (
  db: Queryable,
  principal: Holder,
  id: string,
  data: SocialRecordData,
  now: Date,
): Promise<number> => db.run(verify, [...holder(principal), id, now, json(data)]);

const consume = statement<{ data: SocialRecordData }>(
  'social-records.consume',
  `UPDATE verification_records r SET consumed_at = $7
   WHERE ${heldSocial} AND r.verified_at IS NOT NULL
   RETURNING r.data`,
);

/** Uses up the caller's proof of an identity at a provider; undefined when there is none, or no more. */
export const consumeSocialRecord = (
  tx: Transaction,
  principal: Holder,
  id: string,
  now: Date,
): Promise<{ readonly data: SocialRecordData } | undefined> => tx.row(consume, [...holder(principal), id, now]);
