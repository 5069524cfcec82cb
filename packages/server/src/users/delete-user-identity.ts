import type { userIdentityRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { changeUser } from './change-user.ts';
import type { IdentityDependencies } from './identity-dependencies.ts';
import { unlinkIdentity } from './link-identity.ts';

/** Unlinks an identity of a user; an administrator may take the last way to sign in. */
export const deleteUserIdentity =
  ({ providerName }: IdentityDependencies): Operation<typeof userIdentityRoutes.deleteUserIdentity> =>
  async (context, { params: { userId, target } }) => {
    const { database, tenant, now } = context;
    const provider = await providerName(database, tenant.id, target);
    return changeUser(context, userId, change => unlinkIdentity(change, tenant.id, { target, provider }, now));
  };
