import type { verificationRoutes } from '@freehold/contract';
import type { PasswordHasher } from '../factors/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { loadSignInExperience, sentinelPolicyOf } from '../sign-in-experience/index.ts';
import { findUser, lockUser, rehashPassword, storedPassword, type UserRow } from '../users/index.ts';
import { createPermissionRecord } from './create-permission-record.ts';
import { guardAttempt, userTarget, type Verdict } from './sentinel.ts';

/** Proves who the caller is by their password. A record is made only of a right one. */
export const verifyPassword =
  ({ hasher }: { hasher: PasswordHasher }): Operation<(typeof verificationRoutes)['verifyPassword']> =>
  async (context, { body: { password, action } }) => {
    const { database, principal, tenant, now } = context;
    const [settings, user] = await Promise.all([
      loadSignInExperience(database, tenant.id),
      findUser(database, tenant.id, principal.userId),
    ]);
    const proven = await guardAttempt(
      context,
      {
        target: userTarget(principal.userId),
        pool: 'credentials',
        policy: sentinelPolicyOf(settings),
        failure: { type: 'proof-failed', userId: principal.userId, data: { method: 'password' } },
      },
      () => judge(user, hasher, password),
      async ({ tx, emit }, user) => {
        const current = await lockUser(tx, principal.tenantId, user.id);
        // Changed while it was judged: what was just proven is the old password, and its proofs are dead.
        if (current?.password_updated_at?.getTime() !== user.password_updated_at?.getTime()) {
          throw new Problem('session.invalid_credentials');
        }
        const [record] = await Promise.all([
          createPermissionRecord(tx, principal, 'password', action, now),
          emit({ type: 'proof-given', userId: user.id, data: { method: 'password' } }),
        ]);
        return { user, record };
      },
    );
    await rehashPassword(context, hasher, proven.user, password);
    return proven.record;
  };

async function judge(user: UserRow | undefined, hasher: PasswordHasher, password: string): Promise<Verdict<UserRow>> {
  const stored = storedPassword(user);
  // Somebody without a password is told nothing by the time it takes.
  const right = await (stored ? hasher.verify(password, stored) : hasher.verifyAgainstNothing(password));
  return user && right ? { right, value: user } : { right: false, problem: new Problem('session.invalid_credentials') };
}
