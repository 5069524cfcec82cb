import type { PasswordAlgorithm, StoredPassword } from '../factors/index.ts';
import type { UserRow } from './users.store.ts';

/** The user's password as it is stored, or undefined for somebody without one. */
export function storedPassword(
  user: Pick<UserRow, 'password_digest' | 'password_algorithm'> | undefined,
): StoredPassword | undefined {
  if (!user || user.password_digest === null || user.password_algorithm === null) return undefined;
  // The column only ever holds what this product has written.
  return { digest: user.password_digest, algorithm: user.password_algorithm as PasswordAlgorithm };
}
