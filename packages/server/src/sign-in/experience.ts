import { type InteractionContext, Problem } from '../operation/index.ts';
import type { Experience, ExperienceVerification, Interaction, Interactions } from './interactions.ts';

/** A sign-in under way, and what has been done in it. */
export interface Step {
  readonly interaction: Interaction;
  readonly experience: Experience;
}

/** How many proofs a sign-in keeps: a person needs one or two, and the row must not grow with every try. */
const MAX_VERIFICATIONS = 10;

type VerificationType = ExperienceVerification['type'];
type OfType<T extends VerificationType> = Extract<ExperienceVerification, { type: T }>;

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

/**
 * The experience with one more verification, or with the next state of one that is there; the oldest ones make room, but
 * not the one by which somebody was identified.
 */
export function withVerification(experience: Experience, verification: ExperienceVerification): Experience {
  const { verifications, identifiedBy } = experience;
  const others = verifications.filter(({ id }) => id !== verification.id);
  const surplus = others
    .filter(({ id }) => id !== identifiedBy)
    .slice(0, Math.max(0, others.length + 1 - MAX_VERIFICATIONS));
  return { ...experience, verifications: [...others.filter(other => !surplus.includes(other)), verification] };
}

/**
 * The verification of this id, if it is of one of these types. One of another sign-in, another browser's, is not there.
 * @throws Problem `session.verification_session_not_found` (404)
 */
export function findVerification<T extends VerificationType>(
  { verifications }: Experience,
  types: readonly T[],
  id: string | undefined,
): OfType<T> {
  const found = verifications.find(
    (verification): verification is OfType<T> =>
      verification.id === id && types.some(type => type === verification.type),
  );
  if (!found) throw new Problem('session.verification_session_not_found');
  return found;
}

/**
 * The same, if it was passed and serves what the person is about to do: a code that was sent for a forgotten password
 * serves nothing else, and no other proof serves that.
 * @throws Problem `session.verification_session_not_found` (404)
 */
export function passedVerification<T extends VerificationType>(
  experience: Experience,
  types: readonly T[],
  id: string | undefined,
): OfType<T> {
  const found: ExperienceVerification = findVerification(experience, types, id);
  const isForRecovery = 'event' in found && found.event === 'ForgotPassword';
  if (!found.verified || isForRecovery !== (experience.event === 'ForgotPassword')) {
    throw new Problem('session.verification_session_not_found');
  }
  return found as OfType<T>;
}
