import type { userRoutes } from '@freehold/contract';
import type { PasswordHasher } from '../factors/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { rehashPassword } from './rehash-password.ts';
import { storedPassword } from './stored-password.ts';
import { findUser } from './users.store.ts';

/** Answers whether a password is the user's: for services that migrate accounts. Proves nothing to the Account API. */
export const verifyUserPassword =
  ({ hasher }: { readonly hasher: PasswordHasher }): Operation<typeof userRoutes.verifyUserPassword> =>
  async (context, { params: { userId }, body: { password } }) => {
    const user = await findUser(context.database, context.tenant.id, userId);
    if (!user) throw new Problem('entity.not_found');
    const stored = storedPassword(user);
    const right = stored ? await hasher.verify(password, stored) : await hasher.verifyAgainstNothing(password);
    if (!right) throw new Problem('session.invalid_credentials');
    await rehashPassword(context, hasher, user, password);
    return undefined;
  };
