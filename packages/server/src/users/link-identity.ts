import { isUniqueViolation } from '../database/index.ts';
import { type Change, Problem } from '../operation/index.ts';
import { forgetTokens, type GivenTokens, saveTokens } from '../provider-tokens/index.ts';
import {
  deleteIdentity,
  findIdentity,
  findIdentityOwner,
  type IdentityRow,
  insertIdentity,
  replaceIdentityRow,
} from './identities.store.ts';
import { type UserRow, updateUser } from './users.store.ts';

/** An identity to link, and how people call its provider. */
export interface IdentityLink {
  readonly identity: IdentityRow;
  readonly provider: string;
  /** What the provider lets an application do as it. */
  readonly given?: GivenTokens | undefined;
}

/** A change of a user that the transaction has locked. */
export interface UserInChange extends Change {
  readonly user: UserRow;
}

/**
 * Links an identity to a locked user.
 *
 * What is read first only chooses the words of the refusal: whether two users may have one identity is for the table's
 * constraint to say, which two who link it at once cannot both pass.
 *
 * @param existing what happens to an identity of the same target that the user has: `refuse` with 400, `replace`
 * @returns whether the target is new to the user
 * @throws Problem 422 `user.identity_already_in_use`, 400 when refused for an own one
 */
export async function linkIdentity(
  { tx, emit, user }: UserInChange,
  tenantId: string,
  { identity, provider, given }: IdentityLink,
  { existing, now }: { readonly existing: 'refuse' | 'replace'; readonly now: Date },
): Promise<boolean> {
  const { target } = identity;
  const owner = await findIdentityOwner(tx, tenantId, target, identity.identity_id);
  if (owner && owner.user_id !== user.id) throw new Problem('user.identity_already_in_use');
  const own = await findIdentity(tx, tenantId, user.id, target);
  if (own && existing === 'refuse') throw new Problem('user.identity_already_in_use', { status: 400 });
  const write = own ? replaceIdentityRow : insertIdentity;
  await write(tx, tenantId, user.id, identity, now).catch((error: unknown) => {
    throw isUniqueViolation(error, 'identities_identity_key') ? new Problem('user.identity_already_in_use') : error;
  });
  const place = { tenantId, userId: user.id, target };
  // They act as somebody else at the provider: tokens never outlast their identity.
  if (own && own.identity_id !== identity.identity_id) await forgetTokens(tx, place);
  if (given) await saveTokens(tx, place, given, now);
  await updateUser(tx, tenantId, user, {}, now);
  await emit({
    type: 'identity-linked',
    userId: user.id,
    data: { target, provider, change: own ? 'replace' : 'link', connectorId: identity.connector_id },
    personal: { identityId: identity.identity_id, ...(own && { replaced: own.identity_id }) },
  });
  return own === undefined;
}

/**
 * Unlinks the identity of a locked user. Whether something to sign in with is left is the caller's to judge, in the same
 * transaction.
 * @throws Problem 404 `user.identity_not_exist`
 */
export async function unlinkIdentity(
  { tx, emit, user }: UserInChange,
  tenantId: string,
  { target, provider }: { readonly target: string; readonly provider: string },
  now: Date,
): Promise<void> {
  const own = await findIdentity(tx, tenantId, user.id, target);
  if (!own) throw new Problem('user.identity_not_exist');
  await deleteIdentity(tx, tenantId, user.id, target);
  await updateUser(tx, tenantId, user, {}, now);
  await emit({
    type: 'identity-unlinked',
    userId: user.id,
    data: { target, provider, connectorId: own.connector_id },
    personal: { identityId: own.identity_id },
  });
}
