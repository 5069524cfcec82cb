import type { verificationRoutes } from '@freehold/contract';
import type { PasswordHasher } from '../factors/index.ts';
import { type AccountContext, type Operation, Problem } from '../operation/index.ts';
import { loadSignInExperience, sentinelPolicyOf } from '../sign-in-experience/index.ts';
import { findUser, rehashPassword, storedPassword, type UserRow } from '../users/index.ts';
import { createPermissionRecord } from './create-permission-record.ts';
import { guardAttempt, userTarget, type Verdict } from './sentinel.ts';

/** Proves who the caller is by their password. A record is made only of a right one. */
export const verifyPassword =
  ({ hasher }: { hasher: PasswordHasher }): Operation<(typeof verificationRoutes)['verifyPassword']> =>
  async (context, { body: { password, action } }) => {
    const { database, principal, tenant, now } = context;
    const policy = sentinelPolicyOf(await loadSignInExperience(database, tenant.id));
    const user = await guardAttempt(
      context,
      {
        target: userTarget(principal.userId),
        pool: 'credentials',
        policy,
        failure: { type: 'proof-failed', userId: principal.userId, data: { method: 'password' } },
      },
      () => judge(context, hasher, password),
    );
    await rehashPassword(context, hasher, user, password);
    return context.transaction(async ({ tx, emit }) => {
      await emit({ type: 'proof-given', userId: principal.userId, data: { method: 'password' } });
      return createPermissionRecord(tx, principal, 'password', action, now);
    });
  };

async function judge(
  { database, principal }: AccountContext,
  hasher: PasswordHasher,
  password: string,
): Promise<Verdict<UserRow>> {
  const user = await findUser(database, principal.tenantId, principal.userId);
  const stored = storedPassword(user);
  if (!user || !stored) {
    // Somebody without a password is told nothing by the time it takes.
    await hasher.verifyAgainstNothing(password);
    return { right: false, problem: new Problem('session.invalid_credentials') };
  }
  const right = await hasher.verify(password, stored);
  return right ? { right, value: user } : { right, problem: new Problem('session.invalid_credentials') };
}
