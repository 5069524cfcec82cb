import { type Queryable, statement } from '../database/database.ts';
import { type UserRow, userColumns } from './users.store.ts';

const find = statement<UserRow>(
  'users.find-by-identity',
  `SELECT ${userColumns} FROM users WHERE tenant_id = $1 AND id = (
     SELECT i.user_id FROM identities i
     WHERE i.tenant_id = $1 AND i.target = $2 AND i.identity_id = $3 AND (i.issuer IS NULL OR i.issuer = $4))`,
);

/**
 * The user who has linked exactly this identity: target, id and issuer. An identity that was linked without an issuer (by
 * an administrator, by plain OAuth 2) is known by target and id alone; one that was linked at an issuer is never found for
 * another, or a connector that is pointed elsewhere later would open the accounts of the old place.
 */
export const findUserByIdentity = (
  db: Queryable,
  tenantId: string,
  identity: { readonly target: string; readonly id: string; readonly issuer: string | undefined },
): Promise<UserRow | undefined> => db.row(find, [tenantId, identity.target, identity.id, identity.issuer ?? null]);
