import type { Queryable } from '../database/database.ts';
import { findUser } from './users.store.ts';

/** What a user could prove themselves with; undefined when there is no such user. */
export async function findMeansOfProof(db: Queryable, tenantId: string, userId: string) {
  const user = await findUser(db, tenantId, userId);
  return (
    user && {
      hasPassword: user.password_digest !== null,
      hasPrimaryEmail: user.primary_email !== null,
      hasPrimaryPhone: user.primary_phone !== null,
    }
  );
}
