import type { signInRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { findStep } from './experience.ts';
import type { SignInNeeds } from './needs.ts';

/** What has been done so far, member by member: a digest must not slip out with the rest. */
export const getExperience =
  ({ interactions }: SignInNeeds): Operation<(typeof signInRoutes)['getExperience']> =>
  async context => {
    const { event, userId, profile, verifications } = (await findStep(interactions, context)).experience;
    return {
      interactionEvent: event,
      ...(userId !== undefined && { userId }),
      profile: {
        ...(profile?.username !== undefined && { username: profile.username }),
        password: profile?.password !== undefined,
      },
      verificationRecords: verifications.map(({ id, type, verified, identifier }) => ({
        id,
        type,
        verified,
        identifier: { type: identifier.type, value: identifier.value },
      })),
    };
  };
