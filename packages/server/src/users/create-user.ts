import type { Transaction } from '../database/index.ts';
import { createUserKey } from '../events/index.ts';
import type { Envelope } from '../lib/index.ts';
import { giveDefaultRoles, insertUser } from './create-user.store.ts';
import type { UserChange } from './users.store.ts';

/**
 * Stores a new user with the key of their events and the tenant's default roles. What the user is made of has been
 * judged before; that nobody else has the identifiers is judged here, by the constraints. Emits nothing: whether a
 * person registered or an administrator made the account is the caller's to say.
 *
 * @throws DatabaseError (unique violation) of `users_username_key`, `users_email_key` or `users_phone_key`
 */
export async function createUser(
  tx: Transaction,
  envelope: Envelope,
  { tenantId, id, user, now }: { tenantId: string; id: string; user: UserChange; now: Date },
): Promise<void> {
  await insertUser(tx, tenantId, id, user, now);
  await createUserKey(tx, envelope, tenantId, id);
  await giveDefaultRoles(tx, tenantId, id);
}
