import { isDeepStrictEqual } from 'node:util';
import type { userRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { changeUser } from './change-user.ts';
import { mergeProfile } from './merge-profile.ts';
import { updateUser } from './users.store.ts';

/** Merges into the profile of a user and returns the whole of it. */
export const updateUserProfile: Operation<typeof userRoutes.updateUserProfile> = async (
  context,
  { params: { userId }, body },
) => {
  const { tenant, now } = context;
  const user = await changeUser(context, userId, async ({ tx, emit, user: locked }) => {
    const profile = mergeProfile(locked.profile, body.profile);
    if (isDeepStrictEqual(profile, locked.profile)) return;
    await updateUser(tx, tenant.id, locked, { profile }, now);
    await emit({ type: 'account-updated', userId, data: { members: ['profile'] } });
  });
  return user.profile;
};
