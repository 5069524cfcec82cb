import type { PasswordHasher } from '../factors/index.ts';
import type { Context } from '../operation/index.ts';
import { storedPassword } from './stored-password.ts';
import { replaceDigest, type UserRow } from './users.store.ts';

/**
 * Replaces an imported or outdated digest after its password has just been seen to be right. Nothing
 * that the user would notice changes, so there is no event and the account keeps its version; a
 * password that was changed meanwhile stays.
 */
export async function rehashPassword(
  { database, tenant }: Pick<Context, 'database' | 'tenant'>,
  hasher: PasswordHasher,
  user: UserRow,
  password: string,
): Promise<void> {
  const stored = storedPassword(user);
  if (!stored || !hasher.needsRehash(stored, password)) return;
  await replaceDigest(database, tenant.id, user.id, stored.digest, await hasher.hash(password));
}
