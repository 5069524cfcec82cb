import { createUserKey } from '../events/index.ts';
import type { Envelope } from '../lib/index.ts';
import type { Change } from '../operation/index.ts';
import { rethrowIdentifierProblem } from './identifier-problem.ts';
import { type IdentityRow, insertIdentity } from './identities.store.ts';
import { assignDefaultRoles, insertUser, type NewUserRow, type UserRow } from './users.store.ts';

/**
 * Makes a user within a transaction: the row, the key that encrypts what the security log will hold about them, the
 * tenant's default roles, and the event. Registration and the Management API both come here.
 *
 * @param made `identity` at another provider, with which they come
 * @throws Problem 422 `user.<username|email|phone|identity>_already_in_use`
 */
export async function addUser(
  { tx, emit }: Change,
  made: {
    readonly tenantId: string;
    readonly user: NewUserRow;
    readonly identity?: IdentityRow | undefined;
    readonly now: Date;
    readonly envelope: Envelope;
  },
): Promise<UserRow> {
  const { tenantId, user, identity, now, envelope } = made;
  const row = await insertUser(tx, tenantId, user, now).catch(rethrowIdentifierProblem);
  if (identity) await insertIdentity(tx, tenantId, row.id, identity, now).catch(rethrowIdentifierProblem);
  await createUserKey(tx, envelope, tenantId, row.id);
  await assignDefaultRoles(tx, tenantId, row.id);
  await emit({ type: 'account-created', userId: row.id });
  return row;
}
