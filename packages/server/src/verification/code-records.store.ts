import type { SensitiveAction } from '@freehold/contract';
import { json, type Queryable, statement, type Transaction } from '../database/database.ts';
import type { Channel } from './code.ts';
import { type Holder, held, holder } from './record-holder.store.ts';
import type { Purpose } from './records.store.ts';

/** What the record of a code can prove once the code was entered. */
export type CodePurpose = Extract<Purpose, 'permission' | 'identifier' | 'bind-mfa'>;

/** The record of a code that was sent. */
export interface CodeRecord {
  readonly id: string;
  readonly purpose: CodePurpose;
  readonly channel: Channel;
  /** Normalized. */
  readonly address: string;
  /** As it is to be stored. */
  readonly value: string;
  /** The one action that it proves who somebody is for. */
  readonly action?: SensitiveAction | undefined;
}

/** SQL: the address in $6 by the channel in $7 is one of `u` (users) now. */
const isOwn = `CASE $7::text WHEN 'email' THEN u.email_key ELSE u.primary_phone END = $6::text`;

// Shares the user as it reads: a change of the address waits until the record is there to be forgotten with the others,
// or is waited for and seen.
const insert = statement(
  'code-records.insert',
  `INSERT INTO verification_records
     (tenant_id, user_id, session_uid, grant_id, client_id, identifier, method, id, purpose, data, created_at, expires_at, action)
   SELECT $1, u.id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
   FROM users u WHERE u.tenant_id = $1 AND u.id = $2 AND ($9 = 'identifier' OR ${isOwn})
   FOR SHARE`,
);

/** Writes the record of a code; 0 when it is for an own address that is the user's no more. */
export const insertCodeRecord = (
  tx: Transaction,
  principal: Holder,
  { id, purpose, channel, address, value, action }: CodeRecord,
  { now, expiresAt }: { readonly now: Date; readonly expiresAt: Date },
): Promise<number> =>
  tx.run(insert, [
    ...holder(principal),
    address,
    channel,
    id,
    purpose,
    json({ value }),
    now,
    expiresAt,
    action ?? null,
  ]);

const remove = statement('code-records.delete', 'DELETE FROM verification_records WHERE tenant_id = $1 AND id = $2');

/** Removes the record of a code that could not be sent. */
export const deleteCodeRecord = (tx: Transaction, tenantId: string, id: string): Promise<number> =>
  tx.run(remove, [tenantId, id]);

const find = statement<{ purpose: CodePurpose; address: string }>(
  'code-records.find',
  `SELECT r.purpose, r.identifier AS address FROM verification_records r
   WHERE ${held} AND r.id = $6 AND r.method = $7 AND r.expires_at > $8
     AND r.purpose IN ('permission', 'identifier', 'bind-mfa')`,
);

/** The caller's record of a code that was sent by `channel`, while it lasts. */
export const findCodeRecord = (
  db: Queryable,
  principal: Holder,
  { id, channel }: Pick<CodeRecord, 'id' | 'channel'>,
  now: Date,
): Promise<{ readonly purpose: CodePurpose; readonly address: string } | undefined> =>
  db.row(find, [...holder(principal), id, channel, now]);

const shareOwner = statement<{ id: string }>(
  'code-records.share-owner',
  `SELECT u.id FROM users u WHERE u.tenant_id = $1 AND u.id = $2 AND (
     CASE $4::text WHEN 'email' THEN u.email_key ELSE u.primary_phone END = $3::text) FOR SHARE`,
);

/** Whether the address is the user's, kept so until the transaction ends. */
export const keepsAddress = async (
  tx: Transaction,
  { tenantId, userId }: Holder,
  { channel, address }: Pick<CodeRecord, 'channel' | 'address'>,
): Promise<boolean> => (await tx.row(shareOwner, [tenantId, userId, address, channel])) !== undefined;

const verify = statement(
  'code-records.verify',
  `UPDATE verification_records SET verified_at = $3
   WHERE tenant_id = $1 AND id = $2 AND verified_at IS NULL AND consumed_at IS NULL AND expires_at > $3`,
);

/** Notes that the code was entered; 0 when the record is gone. */
export const markCodeRecordVerified = (tx: Transaction, tenantId: string, id: string, now: Date): Promise<number> =>
  tx.run(verify, [tenantId, id, now]);

const consume = statement<{ value: string }>(
  'code-records.consume-identifier',
  `UPDATE verification_records r SET consumed_at = $9
   WHERE ${held} AND r.identifier = $6 AND r.method = $7 AND r.id = $8 AND r.purpose = 'identifier'
     AND r.verified_at IS NOT NULL AND r.consumed_at IS NULL AND r.expires_at > $9
   RETURNING r.data ->> 'value' AS value`,
);

/** Uses up the caller's proof that they control a new address; returns the address as the code went to it. */
export const consumeIdentifierRecord = async (
  tx: Transaction,
  principal: Holder,
  { id, channel, address }: Pick<CodeRecord, 'id' | 'channel' | 'address'>,
  now: Date,
): Promise<string | undefined> => (await tx.row(consume, [...holder(principal), address, channel, id, now]))?.value;
