import { isDeepStrictEqual } from 'node:util';
import type { accountRoutes } from '@freehold/contract';
import { holdsScope, type Operation } from '../operation/index.ts';
import { mergeProfile, updateUser } from '../users/index.ts';
import { changeAccount } from './change-account.ts';

/** Merges a change into the stored profile and returns the whole of it. */
export const updateProfile: Operation<(typeof accountRoutes)['updateProfile']> = async (context, { body }) => {
  const { principal, now } = context;
  const profile = await changeAccount(context, async ({ tx, emit, user }) => {
    const next = mergeProfile(user.profile, body);
    if (isDeepStrictEqual(next, user.profile)) return next;
    await updateUser(tx, principal.tenantId, user, { profile: next }, now);
    await emit({ type: 'account-updated', userId: user.id, data: { members: ['profile'] } });
    return next;
  });
  if (holdsScope(principal, 'address')) return profile;
  const { address: _, ...rest } = profile;
  return rest;
};
