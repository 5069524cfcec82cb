import type { userRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { changeUser } from './change-user.ts';
import { updateUser } from './users.store.ts';

/** Marks a password as expired, or not. Needs password expiration to be on: the mark would mean nothing without it. */
export const expireUserPassword: Operation<typeof userRoutes.expireUserPassword> = async (
  context,
  { params: { userId }, body: { isExpired } },
) => {
  const { tenant, database, now } = context;
  const { passwordExpiration } = await loadSignInExperience(database, tenant.id);
  if (!passwordExpiration.enabled) throw new Problem('sign_in_experiences.password_expiration_not_enabled');
  return changeUser(context, userId, async ({ tx, emit, user }) => {
    if (user.password_expired === isExpired) return;
    await updateUser(tx, tenant.id, user, { password_expired: isExpired }, now);
    const change = isExpired ? 'expire' : 'renew';
    await emit({ type: 'credential-change', userId, data: { credential: 'password', change } });
  });
};
