import type { User } from '@freehold/contract';
import type { Queryable } from '../database/database.ts';
import { Problem } from '../operation/index.ts';
import { findUserWithIdentities, type UserWithIdentities } from './users.store.ts';

/** A user as the Management API shows it. */
export const userView = (user: UserWithIdentities): User => ({
  id: user.id,
  username: user.username,
  primaryEmail: user.primary_email,
  primaryPhone: user.primary_phone,
  name: user.name,
  avatar: user.avatar,
  customData: user.custom_data as User['customData'],
  identities: user.identities,
  lastSignInAt: user.last_sign_in_at?.getTime() ?? null,
  createdAt: user.created_at.getTime(),
  updatedAt: user.updated_at.getTime(),
  profile: user.profile,
  applicationId: user.application_id,
  cimdClientId: user.cimd_client_id,
  isSuspended: user.is_suspended,
  hasPassword: user.password_digest !== null,
});

/**
 * Reads a user for an answer.
 * @throws Problem 404 `entity.not_found`
 */
export async function readUser(db: Queryable, tenantId: string, id: string): Promise<User> {
  const user = await findUserWithIdentities(db, tenantId, id);
  if (!user) throw new Problem('entity.not_found');
  return userView(user);
}
