import type { signInRoutes } from '@freehold/contract';
import { findSocialTarget, startSocial } from '../connectors/index.ts';
import { newRecordId } from '../lib/index.ts';
import type { Operation } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { findStep, withVerification } from './experience.ts';
import type { SignInNeeds } from './needs.ts';
import { assertSocialSignInOpen } from './sign-in-mode.ts';

/**
 * Begins to sign in at another provider. The beginning belongs to this sign-in: a callback that an attacker has begun is
 * worth nothing in anybody else's browser.
 */
export const startSocialSignIn =
  (needs: SignInNeeds): Operation<(typeof signInRoutes)['startSocialSignIn']> =>
  async (context, { params: { connectorId }, body }) => {
    const { database, tenant } = context;
    const { interaction, experience } = await findStep(needs.interactions, context);
    const target = await findSocialTarget(database, tenant.id, connectorId);
    // What is no provider at all is named as such below.
    if (target !== undefined) assertSocialSignInOpen(await loadSignInExperience(database, tenant.id), target);
    const id = newRecordId();
    const { authorizationUri, session } = await startSocial(context, needs, { ...body, connectorId, jti: id });
    await needs.interactions.saveExperience(
      interaction,
      withVerification(experience, { id, type: 'Social', connectorId, session, verified: false }),
    );
    return { verificationId: id, authorizationUri };
  };
