import type { userRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { userReply } from './user-etag.ts';
import { userView } from './user-view.ts';
import { findSsoIdentities, findUserWithIdentities } from './users.store.ts';

/** Reads a user; the password's digest and company identities only when they are asked for. */
export const getUser: Operation<typeof userRoutes.getUser> = async ({ database, tenant }, { params, query }) => {
  const user = await findUserWithIdentities(database, tenant.id, params.userId);
  if (!user) throw new Problem('entity.not_found');
  return userReply(userView(user), {
    ...(query.includeSsoIdentities && { ssoIdentities: await findSsoIdentities(database, tenant.id, user.id) }),
    ...(query.includePasswordHash && {
      passwordDigest: user.password_digest,
      passwordAlgorithm: user.password_algorithm,
    }),
  });
};
