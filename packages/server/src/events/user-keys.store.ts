import { type Queryable, statement, type Transaction } from '../database/database.ts';
import type { Envelope } from '../lib/index.ts';

const aadOf = (tenantId: string, userId: string) => ['user_keys', tenantId, userId] as const;

const insert = statement(
  'user-keys.insert',
  'INSERT INTO user_keys (tenant_id, user_id, wrapped_key) VALUES ($1, $2, $3)',
);

/** Gives a new user the key that encrypts the personal values of their events. Deleting the user destroys it. */
export async function createUserKey(tx: Transaction, envelope: Envelope, tenantId: string, userId: string) {
  await tx.run(insert, [tenantId, userId, envelope.newDataKey([...aadOf(tenantId, userId)]).wrapped]);
}

const find = statement<{ wrapped_key: string }>(
  'user-keys.find',
  'SELECT wrapped_key FROM user_keys WHERE tenant_id = $1 AND user_id = $2',
);

/** The user's key, or undefined for a user who has been erased. */
export async function findUserKey(
  db: Queryable,
  envelope: Envelope,
  tenantId: string,
  userId: string,
): Promise<Buffer | undefined> {
  const row = await db.row(find, [tenantId, userId]);
  return row && openUserKey(envelope, tenantId, userId, row.wrapped_key);
}

/** A user's key, out of what the database keeps of it. */
export const openUserKey = (envelope: Envelope, tenantId: string, userId: string, wrapped: string): Buffer =>
  envelope.openDataKey(wrapped, [...aadOf(tenantId, userId)]);

const findMany = statement<{ user_id: string; wrapped_key: string }>(
  'user-keys.find-many',
  'SELECT user_id, wrapped_key FROM user_keys WHERE tenant_id = $1 AND user_id = ANY($2::text[])',
);

/** What the database keeps of the keys of these users; erased ones are not among them. */
export const findUserKeys = (db: Queryable, tenantId: string, userIds: readonly string[]) =>
  db.rows(findMany, [tenantId, userIds]);
