import { type InteractionContext, Problem } from '../operation/index.ts';
import type { Experience, ExperienceVerification, Interaction, Interactions } from './interactions.ts';

/** A sign-in under way, and what has been done in it. */
export interface Step {
  readonly interaction: Interaction;
  readonly experience: Experience;
}

/** How many proofs a sign-in keeps: a person needs one, and the row must not grow with every try. */
const MAX_VERIFICATIONS = 5;

/**
 * The authorization request that waits for somebody to sign in.
 * @throws Problem `session.not_found` (400) without one, and where consent is what is waited for
 */
export async function findLogin(interactions: Interactions, { interaction }: InteractionContext): Promise<Interaction> {
  const found = await interactions.find(interaction.request, interaction.response);
  if (found.prompt !== 'login') throw new Problem('session.not_found');
  return found;
}

/**
 * The same, once `PUT /api/experience` has begun it.
 * @throws Problem `session.not_found` (400)
 */
export async function findStep(interactions: Interactions, context: InteractionContext): Promise<Step> {
  const interaction = await findLogin(interactions, context);
  if (!interaction.experience) throw new Problem('session.not_found');
  return { interaction, experience: interaction.experience };
}

/** The experience with one more verification; the oldest ones make room. */
export const withVerification = (experience: Experience, verification: ExperienceVerification): Experience => ({
  ...experience,
  verifications: [...experience.verifications, verification].slice(-MAX_VERIFICATIONS),
});

/**
 * The verification of this id and type, if it was passed.
 * @throws Problem `session.verification_session_not_found` (404)
 */
export function passedVerification<T extends ExperienceVerification['type']>(
  { verifications }: Experience,
  type: T,
  id: string | undefined,
): Extract<ExperienceVerification, { type: T }> {
  const found = verifications.find(
    (verification): verification is Extract<ExperienceVerification, { type: T }> =>
      verification.id === id && verification.type === type && verification.verified,
  );
  if (!found) throw new Problem('session.verification_session_not_found');
  return found;
}
