import type { signInRoutes } from '@freehold/contract';
import { type InteractionContext, type Operation, Problem, Reply } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { findUser } from '../users/index.ts';
import { deviceHash, deviceOf } from './device-cookie.ts';
import { findStep } from './experience.ts';
import { findProven } from './identify-user.ts';
import type { Experience, PasswordVerification } from './interactions.ts';
import type { SignInNeeds } from './needs.ts';
import { personLanguages } from './person-languages.ts';
import { assertEventOpen } from './sign-in-mode.ts';

/** Hands whoever was identified to the protocol engine. */
export const submitExperience =
  ({ interactions, keys }: SignInNeeds): Operation<(typeof signInRoutes)['submitExperience']> =>
  async context => {
    const { interaction, experience } = await findStep(interactions, context);
    const { event, userId } = experience;
    if (userId === undefined) throw new Problem('session.identifier_not_found');
    assertEventOpen(await loadSignInExperience(context.database, context.tenant.id), event);
    await assertStillThemselves(context, experience, userId);
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
        verificationRecords: experience.verifications.map(({ id, type, identifier }) => ({ id, type, identifier })),
        signInContext: signInContext(context),
      },
    });
    return new Reply({ redirectTo }, { headers: { 'set-cookie': device.cookie } });
  };

/** Judges the person once more as they are now: suspended, deleted or with a new password since they were identified. */
async function assertStillThemselves(
  context: InteractionContext,
  { event, verifications }: Experience,
  userId: string,
): Promise<void> {
  if (event !== 'Register') {
    const proof = verifications.find(
      (verification): verification is PasswordVerification =>
        verification.type === 'Password' && verification.verified && verification.userId === userId,
    );
    if (!proof) throw new Problem('session.verification_session_not_found');
    await findProven(context, proof);
    return;
  }
  // They made the account in this very interaction.
  const user = await findUser(context.database, context.tenant.id, userId);
  if (!user) throw new Problem('session.identifier_not_found');
  if (user.is_suspended) throw new Problem('user.suspended');
}

const signInContext = ({ origin: { ip, userAgent } }: InteractionContext): Record<string, string> => ({
  ip,
  ...(userAgent !== undefined && { userAgent }),
});
