import type { verificationRoutes } from '@freehold/contract';
import type { PasswordHasher } from '../factors/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { sentinelPolicyInForce } from '../sign-in-experience/index.ts';
import { rehashPassword, storedPassword } from '../users/index.ts';
import { createPermissionRecord } from './create-permission-record.ts';
import { type JudgedPasswordRow, reserveJudgedPassword } from './judged-password.store.ts';
import { insertProof } from './password-proof.store.ts';
import { guardAndSettle, userTarget, type Verdict, windowStartOf } from './sentinel.ts';

/**
 * Proves who the caller is by their password. A record is made only of a right one. One round trip before the hash and one
 * behind it: beside a hash the round trips are what a proof costs.
 */
export const verifyPassword =
  ({ hasher }: { hasher: PasswordHasher }): Operation<(typeof verificationRoutes)['verifyPassword']> =>
  async (context, { body: { password, action } }) => {
    const { database, principal, tenant, now } = context;
    const { userId } = principal;
    const key = { target: userTarget(userId), pool: 'credentials' } as const;
    const user = await reserveJudgedPassword(
      database,
      { tenantId: tenant.id, ...key },
      { userId, now, windowStart: windowStartOf(now) },
    );
    // Deleted since the token was judged.
    if (!user) throw new Problem('auth.unauthorized');
    const record = await guardAndSettle(
      context,
      {
        ...key,
        policy: sentinelPolicyInForce(user.policy ?? undefined),
        reservedAt: user.reserved_at,
        failure: { type: 'proof-failed', userId, data: { method: 'password' } },
      },
      () => judge(user, hasher, password),
      async (_, [attempt]) => {
        const record = createPermissionRecord(principal, 'password', action, now);
        const event = await context.prepareEvent({ type: 'proof-given', userId, data: { method: 'password' } });
        const isGiven = await insertProof(database, attempt, record, user.password_updated_at, event);
        // Changed while it was judged: what was just proven is the old password, and its proofs are dead.
        if (!isGiven) throw new Problem('session.invalid_credentials');
        return record;
      },
    );
    await rehashPassword(context, hasher, user, password);
    return { verificationRecordId: record.id, expiresAt: record.expires_at.toISOString() };
  };

async function judge(user: JudgedPasswordRow, hasher: PasswordHasher, password: string): Promise<Verdict<undefined>> {
  const stored = storedPassword(user);
  // Somebody without a password is told nothing by the time it takes.
  const right = await (stored ? hasher.verify(password, stored) : hasher.verifyAgainstNothing(password));
  return right ? { right, value: undefined } : { right, problem: new Problem('session.invalid_credentials') };
}
