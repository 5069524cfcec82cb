import type { NewUser, userRoutes } from '@freehold/contract';
import { type PasswordHasher, type StoredPassword, validateDigest } from '../factors/index.ts';
import { type Envelope, newUserId } from '../lib/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { usernamePolicyForWrite } from '../sign-in-experience/index.ts';
import { addUser } from './add-user.ts';
import { userColumnsOf, usernameChange } from './user-columns.ts';
import { readUser } from './user-view.ts';

export interface CreateUserDependencies {
  readonly hasher: PasswordHasher;
  /** Wraps the key of the user's own data. */
  readonly envelope: Envelope;
}

/** Creates a user, with a password or a digest that another system made. */
export const createUser =
  ({ hasher, envelope }: CreateUserDependencies): Operation<typeof userRoutes.createUser> =>
  async ({ tenant, now, transaction }, { body }) => {
    const columns = userColumnsOf(body);
    // Hashing takes long and is done before the transaction: it would hold locks, or the only connection.
    const password = await passwordOf(body, hasher);
    // When another system's password was chosen, nobody here knows.
    const madeAt = body.passwordDigest === undefined ? now : null;
    const id = newUserId();
    return transaction(async change => {
      const { tx } = change;
      const username = body.username ? usernameChange(body.username, await usernamePolicyForWrite(tx, tenant.id)) : {};
      await addUser(change, {
        tenantId: tenant.id,
        user: { id, ...columns, ...username, ...(password && passwordColumns(password, madeAt)) },
        now,
        envelope,
      });
      return readUser(tx, tenant.id, id);
    });
  };

async function passwordOf(body: NewUser, hasher: PasswordHasher): Promise<StoredPassword | undefined> {
  const { password, passwordDigest: digest, passwordAlgorithm: algorithm } = body;
  if (digest === undefined) return password === undefined ? undefined : hasher.hash(password);
  if (password !== undefined) throw new Problem('user.password_and_digest');
  if (algorithm === undefined) throw new Problem('user.password_algorithm_required');
  // A digest that nothing matches would be an account that its owner cannot enter, found out at their first try.
  if (!validateDigest(algorithm, digest))
    throw new Problem('entity.invalid_input', { data: { member: 'passwordDigest' } });
  return { digest, algorithm };
}

const passwordColumns = ({ digest, algorithm }: StoredPassword, madeAt: Date | null) => ({
  password_digest: digest,
  password_algorithm: algorithm,
  password_updated_at: madeAt,
});
