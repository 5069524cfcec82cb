import { statement, type Transaction } from '../database/database.ts';

// What was known before is read in the statement that writes, on the rows of before it: whoever has locked the user knows
// that nobody writes beside them.
const remember = statement<{ known: boolean; others: number }>(
  'known-devices.remember',
  `WITH before AS (
     SELECT coalesce(bool_or(device_hash = $3), false) AS known, count(*) AS others
     FROM known_devices WHERE tenant_id = $1 AND user_id = $2),
   written AS (
     INSERT INTO known_devices (tenant_id, user_id, device_hash, first_seen_at, last_seen_at)
     VALUES ($1, $2, $3, $4, $4)
     ON CONFLICT (tenant_id, user_id, device_hash) DO UPDATE SET last_seen_at = excluded.last_seen_at
     RETURNING 1)
   SELECT known, others FROM before CROSS JOIN written`,
);

/** More browsers than anybody has; each sign-in counts them. */
const MOST = 100;

// Last by hash: of devices that were seen at one instant it is clear which go.
const forgetOldest = statement(
  'known-devices.forget-oldest',
  `DELETE FROM known_devices WHERE tenant_id = $1 AND user_id = $2 AND device_hash IN (
     SELECT device_hash FROM known_devices WHERE tenant_id = $1 AND user_id = $2 AND device_hash <> $3
     ORDER BY last_seen_at DESC, device_hash OFFSET $4)`,
);

/**
 * Remembers that a user, whose row the transaction has locked, signed in on a device. The last hundred are known: a
 * program, or a browser that keeps no cookies, is a new device at every sign-in.
 * @param deviceHash of the device and the user together: two users of one device cannot be told from each other's rows
 * @returns whether they had before; `first` when no device of theirs was known
 */
export async function rememberDevice(
  tx: Transaction,
  tenantId: string,
  userId: string,
  deviceHash: Buffer,
  now: Date,
): Promise<'known' | 'first' | 'new'> {
  const seen = await tx.row(remember, [tenantId, userId, deviceHash, now]);
  if (!seen) throw new Error('a device was not remembered');
  if (seen.known) return 'known';
  if (seen.others >= MOST) await tx.run(forgetOldest, [tenantId, userId, deviceHash, MOST - 1]);
  return seen.others === 0 ? 'first' : 'new';
}
