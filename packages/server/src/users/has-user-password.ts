import type { userRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { findUser } from './users.store.ts';

/** Reads whether a user has a password. */
export const hasUserPassword: Operation<typeof userRoutes.hasUserPassword> = async (
  { database, tenant },
  { params },
) => {
  const user = await findUser(database, tenant.id, params.userId);
  if (!user) throw new Problem('entity.not_found');
  return { hasPassword: user.password_digest !== null };
};
