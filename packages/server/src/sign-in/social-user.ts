import type { SignInExperience } from '@freehold/contract';
import type { SocialIdentity } from '../connectors/index.ts';
import { type Change, type InteractionContext, Problem } from '../operation/index.ts';
import { saveTokens } from '../provider-tokens/index.ts';
import {
  emailKey,
  findUserByIdentifier,
  findUserByIdentity,
  type IdentityLink,
  linkIdentity,
  lockUser,
  type UserChange,
  type UserRow,
  updateUser,
} from '../users/index.ts';
import type { SocialVerification } from './interactions.ts';
import type { SignInNeeds } from './needs.ts';
import { findProvenUser, type ProofOfUser } from './proven-user.ts';
import { openIdentity } from './social-proof.ts';

/**
 * The user of an identity at a provider: who has linked exactly it. An address that both have is a hint, and no proof: only
 * where the tenant wants it so, and the provider says that it has verified the address, which is proven here like every
 * address of an account, the identity is linked to that account.
 *
 * @throws Problem 404 `user.identity_not_exist`, with a masked hint to an account that has the verified address
 */
export async function identifyBySocial(
  needs: SignInNeeds,
  context: InteractionContext,
  settings: SignInExperience,
  proof: SocialVerification,
): Promise<UserRow> {
  const { database, tenant } = context;
  if (!proof.identity) throw new Problem('session.verification_session_not_found');
  const owner = await findProvenUser(context, needs, proof);
  if (owner) return owner;
  const identity = openIdentity(needs.envelope, tenant.id, proof.identity);
  const { email } = identity.user;
  const related =
    email === undefined ? undefined : await findUserByIdentifier(database, tenant.id, 'email', emailKey(email));
  if (related && email !== undefined && settings.socialSignIn.automaticAccountLinking === true) {
    if (related.is_suspended) throw new Problem('user.suspended');
    if (await linkByAddress(needs, context, related, identity, email)) return related;
  }
  throw new Problem('user.identity_not_exist', {
    ...(related && email !== undefined && { data: { relatedUser: { type: 'email', value: masked(email) } } }),
  });
}

/** Whether the identity is now linked; not when the account has another of that provider, or the address no more. */
const linkByAddress = (
  needs: SignInNeeds,
  context: InteractionContext,
  { id }: UserRow,
  identity: SocialIdentity,
  email: string,
): Promise<boolean> =>
  context
    .transaction(async change => {
      const user = await lockUser(change.tx, context.tenant.id, id);
      if (!user || user.is_suspended || user.email_key !== emailKey(email)) return false;
      await link(needs, context, { ...change, user }, identity);
      return true;
    })
    .catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'user.identity_already_in_use') return false;
      throw error;
    });

/**
 * Links a proven identity to a locked user, who is the one that acts.
 * @throws Problem `user.identity_already_in_use`: 422 for somebody else's, 400 when the user has another of that provider
 */
export async function link(
  needs: Pick<SignInNeeds, 'envelope'>,
  { tenant, now }: Pick<InteractionContext, 'tenant' | 'now'>,
  { tx, emit, user }: Change & { readonly user: UserRow },
  identity: SocialIdentity,
): Promise<void> {
  const actor = { kind: 'user', id: user.id } as const;
  await linkIdentity(
    { tx, emit: event => emit({ ...event, actor }), user },
    tenant.id,
    { ...identityLink(needs, identity), provider: identity.provider },
    { existing: 'refuse', now },
  );
}

/** The identity as it is stored with its owner, and what the provider has given for it. */
export function identityLink(
  { envelope }: Pick<SignInNeeds, 'envelope'>,
  { target, connectorId, user, tokens }: SocialIdentity,
): Omit<IdentityLink, 'provider'> {
  const { issuer, ...details } = user;
  return {
    identity: { target, identity_id: user.id, details, issuer: issuer ?? null, connector_id: connectorId },
    given: tokens && { connectorId, tokens, envelope },
  };
}

/** Who signs in with a linked identity has been given fresh tokens by its provider: they take the place of the stored ones. */
export async function keepProvidersTokens(
  { envelope }: SignInNeeds,
  { tenant, now, transaction }: InteractionContext,
  proof: ProofOfUser,
  userId: string,
): Promise<void> {
  if (proof.type !== 'Social' || !proof.identity) return;
  const { connectorId, target, user, tokens } = openIdentity(envelope, tenant.id, proof.identity);
  if (!tokens) return;
  await transaction(async ({ tx }) => {
    await lockUser(tx, tenant.id, userId);
    // Unlinked since it was proven: tokens are kept with an identity or not at all.
    const owner = await findUserByIdentity(tx, tenant.id, { target, id: user.id, issuer: user.issuer });
    if (owner?.id === userId)
      await saveTokens(tx, { tenantId: tenant.id, userId, target }, { connectorId, tokens, envelope }, now);
  });
}

/** Name and picture follow the provider's at every sign-in, where the connector is set so. */
export async function followProvider(
  { envelope }: SignInNeeds,
  context: InteractionContext,
  proof: ProofOfUser,
  seen: UserRow,
): Promise<void> {
  if (proof.type !== 'Social' || !proof.identity) return;
  const { tenant, now } = context;
  const { syncProfile, user: said } = openIdentity(envelope, tenant.id, proof.identity);
  if (!syncProfile || Object.keys(differences(seen, said)).length === 0) return;
  await context.transaction(async ({ tx, emit }) => {
    const user = await lockUser(tx, tenant.id, seen.id);
    const change = user ? differences(user, said) : {};
    const members = Object.keys(change);
    if (!user || members.length === 0) return;
    await updateUser(tx, tenant.id, user, change, now);
    const actor = { kind: 'user', id: user.id } as const;
    await emit({ type: 'account-updated', userId: user.id, actor, data: { members, by: 'provider' } });
  });
}

function differences(user: UserRow, { name, avatar }: SocialIdentity['user']): UserChange {
  return {
    ...(name !== undefined && name !== user.name && { name }),
    ...(avatar !== undefined && avatar !== user.avatar && { avatar }),
  };
}

/** `ada@example.com` as `a•••@example.com`: enough for its owner to recognize. */
const masked = (email: string): string => email.replace(/^(.)[^@]*/u, '$1•••');
