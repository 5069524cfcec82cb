import type { User, userIdentityRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { findIdentity, type IdentityRow } from './identities.store.ts';
import { readUser } from './user-view.ts';

/** Reads an identity of a user. */
export const getUserIdentity: Operation<typeof userIdentityRoutes.getUserIdentity> = async (
  { database, tenant },
  { params: { userId, target } },
) => {
  await readUser(database, tenant.id, userId);
  const identity = await findIdentity(database, tenant.id, userId, target);
  if (!identity) throw new Problem('user.identity_not_exist');
  return { identity: identityView(identity) };
};

const identityView = ({ identity_id, details }: IdentityRow): User['identities'][string] => ({
  userId: identity_id,
  // Written from JSON, read as JSON.
  ...(details !== null && { details: details as User['identities'][string]['details'] }),
});
