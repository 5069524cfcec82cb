import type { SocialNeeds, SocialUser } from '../connectors/index.ts';
import { type AccountContext, Problem } from '../operation/index.ts';
import { linkIdentity } from '../users/index.ts';
import { takeSocialIdentity } from '../verification/index.ts';
import { changeAccount } from './change-account.ts';

/** What opens the proof of an identity, and asks its provider. */
export type IdentityNeeds = SocialNeeds;

/**
 * Links a proven identity to the caller's account. The proof is used up in the transaction of the change: one that is
 * refused leaves it as it was.
 */
export const bindIdentity = async (
  context: AccountContext,
  { envelope }: IdentityNeeds,
  { recordId, existing }: { readonly recordId: string; readonly existing: 'refuse' | 'replace' },
): Promise<undefined> => {
  const { principal, now } = context;
  await changeAccount(context, async change => {
    const proven = await takeSocialIdentity(change.tx, principal, { envelope, recordId, now });
    const { target, connectorId, provider, user, tokens } = proven;
    // An object's prototype is no provider.
    if (target === '__proto__') throw new Problem('verification_record.not_found');
    const identity = {
      target,
      identity_id: user.id,
      details: detailsOf(user),
      issuer: user.issuer ?? null,
      connector_id: connectorId,
    };
    const given = tokens && { connectorId, tokens, envelope };
    await linkIdentity(change, principal.tenantId, { identity, provider, given }, { existing, now });
  });
  return undefined;
};

/** What the provider said, as the account shows it. */
const detailsOf = ({ issuer: _, ...details }: SocialUser): Readonly<Record<string, unknown>> => details;
