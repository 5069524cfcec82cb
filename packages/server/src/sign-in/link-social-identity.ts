import type { SignInExperience } from '@freehold/contract';
import { type InteractionContext, Problem } from '../operation/index.ts';
import { lockUser } from '../users/index.ts';
import { findVerification, passedVerification, type Step } from './experience.ts';
import type { SignInNeeds } from './needs.ts';
import { findProvenUser, findStillProven, proofsOfUsers } from './proven-user.ts';
import { assertSocialSignInOpen } from './sign-in-mode.ts';
import { openIdentity } from './social-proof.ts';
import { link } from './social-user.ts';

/**
 * Links an identity to the account that its owner has proven in this sign-in, by password or code: both are theirs. An
 * address that the two have in common takes no part.
 *
 * @throws Problem 404 `session.identifier_not_found` before somebody was identified, 409 `session.identity_conflict` for
 * an identity of somebody else, `user.identity_already_in_use` when the account has another one at the provider
 */
export async function linkSocialIdentity(
  needs: SignInNeeds,
  context: InteractionContext,
  settings: SignInExperience,
  { experience }: Step,
  verificationId: string | undefined,
): Promise<void> {
  const { tenant } = context;
  const social = passedVerification(experience, ['Social'], verificationId);
  const { userId, identifiedBy } = experience;
  if (userId === undefined) throw new Problem('session.identifier_not_found');
  if (!social.identity) throw new Problem('session.verification_session_not_found');
  assertSocialSignInOpen(settings, social.identity.target);
  await findStillProven(context, needs, findVerification(experience, proofsOfUsers, identifiedBy), userId);

  const owner = await findProvenUser(context, needs, social);
  if (owner) {
    if (owner.id !== userId) throw new Problem('session.identity_conflict');
    return;
  }
  const identity = openIdentity(needs.envelope, tenant.id, social.identity);
  await context.transaction(async change => {
    const user = await lockUser(change.tx, tenant.id, userId);
    if (!user) throw new Problem('session.verification_session_not_found');
    if (user.is_suspended) throw new Problem('user.suspended');
    await link(needs, context, { ...change, user }, identity);
  });
}
