import type { ExperienceProgress, signInRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { findStep } from './experience.ts';
import type { ChosenProfile, ExperienceVerification } from './interactions.ts';
import type { SignInNeeds } from './needs.ts';

/** What has been done so far, member by member: a digest must not slip out with the rest. */
export const getExperience =
  ({ interactions }: SignInNeeds): Operation<(typeof signInRoutes)['getExperience']> =>
  async context => {
    const { event, userId, profile = {}, verifications } = (await findStep(interactions, context)).experience;
    return {
      interactionEvent: event,
      ...(userId !== undefined && { userId }),
      profile: profileView(profile),
      verificationRecords: verifications.map(verificationView),
    };
  };

const profileView = ({ username, email, phone, social, password }: ChosenProfile): ExperienceProgress['profile'] => ({
  ...(username !== undefined && { username }),
  ...(email !== undefined && { email }),
  ...(phone !== undefined && { phone }),
  ...(social && { social: { connectorId: social.connectorId, target: social.target } }),
  password: password !== undefined,
});

function verificationView(verification: ExperienceVerification): ExperienceProgress['verificationRecords'][number] {
  const { id, type, verified } = verification;
  if (verification.type === 'Social') return { id, type, verified, connectorId: verification.connectorId };
  const identifier = { type: verification.identifier.type, value: verification.identifier.value };
  return { id, type, verified, identifier, ...('event' in verification && { interactionEvent: verification.event }) };
}
