import { isDeepStrictEqual } from 'node:util';
import type { userRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { changeUser } from './change-user.ts';
import { checkCustomData } from './limits.ts';
import { updateUser } from './users.store.ts';

/** Merges into the custom data of a user: members of the same name are replaced, all others kept. */
export const updateUserCustomData: Operation<typeof userRoutes.updateUserCustomData> = async (
  context,
  { params: { userId }, body },
) => {
  const { tenant, now } = context;
  const user = await changeUser(context, userId, async ({ tx, emit, user: locked }) => {
    const custom_data = { ...locked.custom_data, ...body.customData };
    checkCustomData(custom_data);
    if (isDeepStrictEqual(custom_data, locked.custom_data)) return;
    await updateUser(tx, tenant.id, locked, { custom_data }, now);
    await emit({ type: 'account-updated', userId, data: { members: ['customData'] } });
  });
  return user.customData;
};
