import { isDeepStrictEqual } from 'node:util';
import type { accountRoutes, Profile, ProfileChange } from '@freehold/contract';
import { type Operation, holdsScope } from '../operation/index.ts';
import { updateUser } from '../users/index.ts';
import { changeAccount } from './change-account.ts';

/** Merges a change into the stored profile and returns the whole of it. */
export const updateProfile: Operation<(typeof accountRoutes)['updateProfile']> = async (context, { body }) => {
  const { principal, now } = context;
  const profile = await changeAccount(context, async ({ tx, emit, user }) => {
    const next = merge(user.profile, body);
    if (isDeepStrictEqual(next, user.profile)) return next;
    await updateUser(tx, principal.tenantId, user, { profile: next }, now);
    await emit({ type: 'account-updated', userId: user.id, data: { members: ['profile'] } });
    return next;
  });
  if (holdsScope(principal, 'address')) return profile;
  const { address: _, ...rest } = profile;
  return rest;
};

/** A member replaces, null unsets, absent keeps; `address` is replaced as a whole. */
function merge(stored: Profile, change: ProfileChange): Profile {
  const merged = Object.entries({ ...stored, ...change }).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(merged);
}
