import type { verificationRoutes } from '@freehold/contract';
import type { PasswordHasher } from '../factors/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { sentinelPolicyInForce } from '../sign-in-experience/index.ts';
import { rehashPassword, storedPassword } from '../users/index.ts';
import { createPermissionRecord } from './create-permission-record.ts';
import { findJudgedPassword, type JudgedPasswordRow } from './judged-password.store.ts';
import { guardAttempt, userTarget, type Verdict } from './sentinel.ts';

/** Proves who the caller is by their password. A record is made only of a right one. */
export const verifyPassword =
  ({ hasher }: { hasher: PasswordHasher }): Operation<(typeof verificationRoutes)['verifyPassword']> =>
  async (context, { body: { password, action } }) => {
    const { database, principal, tenant, now } = context;
    const user = await findJudgedPassword(database, tenant.id, principal.userId);
    // Deleted since the token was judged.
    if (!user) throw new Problem('auth.unauthorized');
    const record = await guardAttempt(
      context,
      {
        target: userTarget(user.id),
        pool: 'credentials',
        policy: sentinelPolicyInForce(user.policy ?? undefined),
        failure: { type: 'proof-failed', userId: user.id, data: { method: 'password' } },
      },
      () => judge(user, hasher, password),
      async ({ tx, emit }) => {
        const [record] = await Promise.all([
          createPermissionRecord(tx, principal, 'password', action, now, user.password_updated_at),
          emit({ type: 'proof-given', userId: user.id, data: { method: 'password' } }),
        ]);
        // Changed while it was judged: what was just proven is the old password, and its proofs are dead.
        if (!record) throw new Problem('session.invalid_credentials');
        return record;
      },
    );
    await rehashPassword(context, hasher, user, password);
    return record;
  };

async function judge(user: JudgedPasswordRow, hasher: PasswordHasher, password: string): Promise<Verdict<undefined>> {
  const stored = storedPassword(user);
  // Somebody without a password is told nothing by the time it takes.
  const right = await (stored ? hasher.verify(password, stored) : hasher.verifyAgainstNothing(password));
  return right ? { right, value: undefined } : { right, problem: new Problem('session.invalid_credentials') };
}
