import type { PasswordHasher } from '../factors/index.ts';
import { type Context, Problem } from '../operation/index.ts';
import { storedPassword } from './stored-password.ts';
import { replaceDigest, type UserRow } from './users.store.ts';

/**
 * Replaces an imported or outdated digest after its password has just been seen to be right. Nothing
 * that the user would notice changes, so there is no event and the account keeps its version; a
 * password that was changed meanwhile stays. That there is no time to hash it now must not keep its
 * owner out: then the next success does it.
 */
export async function rehashPassword(
  { database, tenant }: Pick<Context, 'database' | 'tenant'>,
  hasher: PasswordHasher,
  user: Pick<UserRow, 'id' | 'password_digest' | 'password_algorithm'>,
  password: string,
): Promise<void> {
  const stored = storedPassword(user);
  if (!stored || !hasher.needsRehash(stored, password)) return;
  const next = await hasher.hash(password).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'server.busy') return undefined;
    throw error;
  });
  if (next) await replaceDigest(database, tenant.id, user.id, stored.digest, next);
}
