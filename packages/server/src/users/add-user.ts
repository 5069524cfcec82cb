import { createUserKey } from '../events/index.ts';
import type { Envelope } from '../lib/index.ts';
import type { Change } from '../operation/index.ts';
import { saveTokens } from '../provider-tokens/index.ts';
import { rethrowIdentifierProblem } from './identifier-problem.ts';
import { insertIdentity } from './identities.store.ts';
import type { IdentityLink } from './link-identity.ts';
import { assignDefaultRoles, insertUser, type NewUserRow, type UserRow } from './users.store.ts';

/**
 * Makes a user within a transaction: the row, the key that encrypts what the security log will hold about them, the
 * tenant's default roles, and the event. Registration and the Management API both come here.
 *
 * @param made `link` to an identity at another provider, with which they come
 * @throws Problem 422 `user.<username|email|phone|identity>_already_in_use`
 */
export async function addUser(
  { tx, emit }: Change,
  made: {
    readonly tenantId: string;
    readonly user: NewUserRow;
    readonly link?: Omit<IdentityLink, 'provider'> | undefined;
    readonly now: Date;
    readonly envelope: Envelope;
  },
): Promise<UserRow> {
  const { tenantId, user, link, now, envelope } = made;
  const row = await insertUser(tx, tenantId, user, now).catch(rethrowIdentifierProblem);
  if (link) {
    const { identity, given } = link;
    await insertIdentity(tx, tenantId, row.id, identity, now).catch(rethrowIdentifierProblem);
    if (given) await saveTokens(tx, { tenantId, userId: row.id, target: identity.target }, given, now);
  }
  await createUserKey(tx, envelope, tenantId, row.id);
  await assignDefaultRoles(tx, tenantId, row.id);
  await emit({ type: 'account-created', userId: row.id });
  return row;
}
