import type { userRoutes } from '@freehold/contract';
import { findAccountCenter } from '../account-center/index.ts';
import type { PasswordHasher } from '../factors/index.ts';
import type { Operation } from '../operation/index.ts';
import { changeUser, type EndingDependencies } from './change-user.ts';
import { updateUser } from './users.store.ts';

export interface SetUserPasswordDependencies extends EndingDependencies {
  readonly hasher: PasswordHasher;
}

/** Sets a user's password without asking the password policy: an administrator may hand out a simple first one. */
export const setUserPassword =
  ({
    hasher,
    endAllSessions,
    forgetPermissionProofs,
  }: SetUserPasswordDependencies): Operation<typeof userRoutes.setUserPassword> =>
  async (context, { params: { userId }, body }) => {
    const { tenant, now } = context;
    const { digest, algorithm } = await hasher.hash(body.password);
    return changeUser(context, userId, async ({ tx, emit, user }) => {
      const credential = {
        password_digest: digest,
        password_algorithm: algorithm,
        password_updated_at: now,
        password_expired: false,
      };
      await updateUser(tx, tenant.id, user, credential, now);
      await forgetPermissionProofs(tx, tenant.id, userId, 'password');
      const policy = await findAccountCenter(tx, tenant.id);
      const endedSessions = policy.end_other_sessions
        ? await endAllSessions(tx, { tenantId: tenant.id, userId, now })
        : 0;
      const change = user.password_digest === null ? 'create' : 'update';
      await emit({ type: 'credential-change', userId, data: { credential: 'password', change, endedSessions } });
    });
  };
