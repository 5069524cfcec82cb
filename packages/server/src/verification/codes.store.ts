import { type Queryable, statement, type Transaction } from '../database/database.ts';
import type { KeyedHash } from '../lib/index.ts';
import type { CodeBinding } from './code.ts';

/** What is known of a code that was sent. */
export interface CodeRow {
  readonly channel: string;
  readonly address: string;
  readonly key_id: string;
  /** Wrong tries so far. */
  readonly tries: number;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly consumed_at: Date | null;
}

// A code that an administrator sends again to the same address takes the place of the one before.
const save = statement(
  'codes.save',
  `INSERT INTO verification_codes (tenant_id, id, channel, address, mac, key_id, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
   ON CONFLICT (tenant_id, id) DO UPDATE SET channel = excluded.channel, address = excluded.address, mac = excluded.mac,
     key_id = excluded.key_id, tries = 0, created_at = excluded.created_at, expires_at = excluded.expires_at,
     consumed_at = NULL`,
);

/** Keeps the hash of a code. */
export const saveCode = (
  tx: Transaction,
  { tenantId, id, channel, address }: CodeBinding,
  { mac, keyId }: KeyedHash,
  { now, expiresAt }: { readonly now: Date; readonly expiresAt: Date },
): Promise<number> => tx.run(save, [tenantId, id, channel, address, mac, keyId, now, expiresAt]);

const remove = statement(
  'codes.delete',
  'DELETE FROM verification_codes WHERE tenant_id = $1 AND id = $2 AND mac = $3',
);

/** Forgets a code that could not be sent, unless another has taken its place meanwhile. */
export const deleteCode = (tx: Transaction, { tenantId, id }: CodeBinding, { mac }: KeyedHash): Promise<number> =>
  tx.run(remove, [tenantId, id, mac]);

const find = statement<CodeRow>(
  'codes.find',
  `SELECT channel, address, key_id, tries, created_at, expires_at, consumed_at
   FROM verification_codes WHERE tenant_id = $1 AND id = $2`,
);

/** A code that was sent, used or not. */
export const findCode = (db: Queryable, tenantId: string, id: string): Promise<CodeRow | undefined> =>
  db.row(find, [tenantId, id]);

const judge = statement<{ is_right: boolean; tries: number }>(
  'codes.judge',
  `UPDATE verification_codes SET
     tries = CASE WHEN mac = $5 THEN tries ELSE tries + 1 END,
     consumed_at = CASE WHEN mac = $5 THEN $6::timestamptz END
   WHERE tenant_id = $1 AND id = $2 AND channel = $3 AND address = $4 AND consumed_at IS NULL
     AND expires_at > $6::timestamptz AND created_at > $7::timestamptz AND tries < $8
   RETURNING consumed_at IS NOT NULL AS is_right, tries`,
);

/** What one guess was. */
export type Judgement = { readonly isRight: true } | { readonly isRight: false; readonly triesLeft: number };

/**
 * Judges one guess, counts it when it is wrong and uses the code up when it is right, all in one statement: parallel
 * guesses queue on the row, so of a hundred no more than `maxTries` are compared and no more than one is right.
 *
 * @returns undefined when the code is not there to be guessed (any more): nothing was compared then
 */
export async function judgeCode(
  db: Queryable,
  { tenantId, id, channel, address }: CodeBinding,
  guess: { readonly mac: Buffer; readonly now: Date; readonly bornAfter: Date; readonly maxTries: number },
): Promise<Judgement | undefined> {
  const { mac, now, bornAfter, maxTries } = guess;
  const judged = await db.row(judge, [tenantId, id, channel, address, mac, now, bornAfter, maxTries]);
  if (!judged) return undefined;
  // Counted by the statement itself: of parallel guesses each is told another number.
  return judged.is_right ? { isRight: true } : { isRight: false, triesLeft: maxTries - judged.tries };
}
