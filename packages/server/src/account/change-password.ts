import type { accountRoutes } from '@freehold/contract';
import { type BreachCheck, checkPassword, type PasswordHasher, type PasswordPolicy } from '../factors/index.ts';
import { type AccountContext, hasSecurityMethod, type Operation, Problem } from '../operation/index.ts';
import { endOtherSessions } from '../sessions/index.ts';
import { loadSignInExperience, passwordPolicyOf } from '../sign-in-experience/index.ts';
import { findUser, storedPassword, type UserRow, updateUser } from '../users/index.ts';
import { forgetPermissionProofs } from '../verification/index.ts';
import { changeAccount } from './change-account.ts';

/** What changing a password needs from the rest of the house. */
export interface ChangePasswordNeeds {
  readonly hasher: PasswordHasher;
  /** Asked about the new password, where the operator has configured it. */
  readonly breachCheck: BreachCheck | undefined;
}

/**
 * Sets or changes the caller's password. Judging and hashing come before the transaction, which then
 * writes only if the password is still the one that was judged.
 */
export const changePassword =
  (needs: ChangePasswordNeeds): Operation<(typeof accountRoutes)['changePassword']> =>
  async (context, { body: { password } }) => {
    const { principal, database, now } = context;
    const { tenantId, userId, stepUp } = principal;
    const seen = await findUser(database, tenantId, userId);
    if (!seen) throw new Problem('entity.not_found');
    const policy = passwordPolicyOf(await loadSignInExperience(database, tenantId));
    await judge(password, policy, seen, needs);
    const { digest, algorithm } = await needs.hasher.hash(password);
    await changeAccount(context, async ({ tx, emit, user }) => {
      // Somebody else was faster: the proof of the old password has died with it, and a first password that needed none
      // must not replace one that now exists.
      if (user.password_digest !== seen.password_digest) throw new Problem('verification_record.permission_denied');
      const credential = {
        password_digest: digest,
        password_algorithm: algorithm,
        password_updated_at: now,
        password_expired: false,
      };
      await updateUser(tx, tenantId, user, credential, now);
      const ended = stepUp.endOtherSessions ? await endOthers(context, tx) : 0;
      if (stepUp.preset !== 'compatible') await forgetPermissionProofs(tx, tenantId, userId, 'password');
      await emit({
        type: 'credential-change',
        userId,
        data: {
          credential: 'password',
          change: seen.password_digest === null ? 'create' : 'update',
          proven: hasSecurityMethod(principal),
          endedSessions: ended,
        },
      });
    });
    return undefined;
  };

const endOthers = ({ principal, now }: AccountContext, tx: Parameters<typeof endOtherSessions>[0]): Promise<number> => {
  const { tenantId, userId, sessionUid, grantId } = principal;
  return endOtherSessions(tx, { tenantId, userId, except: { sessionUid, grantId }, now });
};

async function judge(
  password: string,
  policy: PasswordPolicy,
  user: UserRow,
  { hasher, breachCheck }: ChangePasswordNeeds,
) {
  const issues = await checkPassword(
    password,
    policy,
    {
      username: user.username,
      name: user.name,
      primaryEmail: user.primary_email,
      primaryPhone: user.primary_phone,
    },
    { breachCheck },
  );
  if (issues.length > 0) throw new Problem('password.rejected', { data: issues });
  const stored = storedPassword(user);
  if (stored && (await hasher.verify(password, stored))) {
    throw new Problem('user.same_password');
  }
}
