import type { signInRoutes } from '@freehold/contract';
import { type InteractionContext, type Operation, Problem, Reply } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { findUser } from '../users/index.ts';
import { deviceHash, deviceOf } from './device-cookie.ts';
import { findStep, passedVerification, type Step } from './experience.ts';
import type { Experience, ExperienceVerification } from './interactions.ts';
import type { SignInNeeds } from './needs.ts';
import { personLanguages } from './person-languages.ts';
import { findStillProven, proofsOfUsers } from './proven-user.ts';
import { assertEventOpen } from './sign-in-mode.ts';

/** Hands whoever was identified to the protocol engine. */
export const submitExperience =
  (needs: SignInNeeds): Operation<(typeof signInRoutes)['submitExperience']> =>
  async context => {
    const { interactions, keys } = needs;
    const step = await findStep(interactions, context);
    const { interaction, experience } = step;
    const { event, userId } = experience;
    if (event === 'ForgotPassword') return endRecovery(needs, step);
    if (userId === undefined) throw new Problem('session.identifier_not_found');
    assertEventOpen(await loadSignInExperience(context.database, context.tenant.id), event);
    await assertStillThemselves(needs, context, experience, userId);
    const device = deviceOf(keys, context.tenant, context.interaction.request.headers.cookie);
    // Conditional on what was read above: of two submits at once one wins, and a step in between undoes the judgement.
    const redirectTo = await interactions.finishLogin(interaction, {
      accountId: userId,
      event,
      languages: personLanguages(context, interaction),
      device: deviceHash(device, context.tenant, userId),
      submission: {
        interactionEvent: event,
        userId,
        verificationRecords: experience.verifications.filter(({ verified }) => verified).map(recorded),
        signInContext: signInContext(context),
      },
    });
    return new Reply({ redirectTo }, { headers: { 'set-cookie': device.cookie } });
  };

/**
 * A new password signs nobody in: the sign-in is as it was when the person came, and goes on with the new password.
 *
 * @throws Problem `session.identifier_not_found` (404), `user.missing_profile` (422) while there is no new password
 */
async function endRecovery(
  { interactions }: SignInNeeds,
  { interaction, experience }: Step,
): Promise<Reply<undefined>> {
  if (experience.passwordReset !== true) {
    if (experience.userId === undefined) throw new Problem('session.identifier_not_found');
    throw new Problem('user.missing_profile', { data: { missingProfile: ['password'] } });
  }
  await interactions.saveExperience(interaction, undefined);
  return new Reply(undefined, { status: 204 });
}

/** Judges the person once more as they are now: suspended, deleted or with a new password since they were identified. */
async function assertStillThemselves(
  needs: SignInNeeds,
  context: InteractionContext,
  experience: Experience,
  userId: string,
): Promise<void> {
  if (experience.event !== 'Register') {
    const proof = passedVerification(experience, proofsOfUsers, experience.identifiedBy);
    await findStillProven(context, needs, proof, userId);
    return;
  }
  // They made the account in this very interaction.
  const user = await findUser(context.database, context.tenant.id, userId);
  if (!user) throw new Problem('session.identifier_not_found');
  if (user.is_suspended) throw new Problem('user.suspended');
}

/** How the person signed in, as the session tells it later: proofs that were passed, and no names of a provider. */
const recorded = (verification: ExperienceVerification): Record<string, unknown> => ({
  id: verification.id,
  type: verification.type,
  ...(verification.type === 'Social'
    ? { connectorId: verification.connectorId }
    : { identifier: verification.identifier }),
});

const signInContext = ({ origin: { ip, userAgent } }: InteractionContext): Record<string, string> => ({
  ip,
  ...(userAgent !== undefined && { userAgent }),
});
