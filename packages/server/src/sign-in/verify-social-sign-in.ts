import type { signInRoutes } from '@freehold/contract';
import { finishSocial } from '../connectors/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { findStep, findVerification, withVerification } from './experience.ts';
import type { Experience } from './interactions.ts';
import type { SignInNeeds } from './needs.ts';
import { assertSocialSignInOpen } from './sign-in-mode.ts';
import { sealIdentity } from './social-proof.ts';

/**
 * Comes back from another provider. The beginning is used up before the provider is asked: of two callbacks at once one
 * gets through, and one that fails is not tried again. `state` must come back, or an attacker's callback could sign
 * somebody else's browser in to the attacker's account.
 */
export const verifySocialSignIn =
  (needs: SignInNeeds): Operation<(typeof signInRoutes)['verifySocialSignIn']> =>
  async (context, { params: { connectorId }, body: { verificationId, connectorData } }) => {
    const { interactions, envelope } = needs;
    const { database, tenant } = context;
    const { interaction, experience } = await findStep(interactions, context);
    const id = verificationId ?? latestOf(experience, connectorId);
    const pending = findVerification(experience, ['Social'], id);
    const { session, ...used } = pending;
    if (pending.connectorId !== connectorId || session === undefined) {
      throw new Problem('session.verification_session_not_found');
    }
    const identity = await finishSocial(context, needs, {
      ...{ connectorId, jti: pending.id, session, data: connectorData, requireState: true },
      consume: () => interactions.saveExperience(interaction, withVerification(experience, used)),
    });
    assertSocialSignInOpen(await loadSignInExperience(database, tenant.id), identity.target);
    const proven = sealIdentity(envelope, tenant.id, pending.id, identity);
    await interactions.saveExperience(
      interaction,
      withVerification(experience, { ...used, identity: proven, verified: true }),
    );
    return { verificationId: pending.id };
  };

const latestOf = ({ verifications }: Experience, connectorId: string): string | undefined =>
  verifications.findLast(verification => verification.type === 'Social' && verification.connectorId === connectorId)
    ?.id;
