import type { signInRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { findStep } from './experience.ts';
import type { SignInNeeds } from './needs.ts';
import { assertEventOpen } from './sign-in-mode.ts';

/** Goes over from signing in to registering, or back. */
export const changeInteractionEvent =
  ({ interactions }: SignInNeeds): Operation<(typeof signInRoutes)['changeInteractionEvent']> =>
  async (context, { body: { interactionEvent } }) => {
    const { interaction, experience } = await findStep(interactions, context);
    assertEventOpen(await loadSignInExperience(context.database, context.tenant.id), interactionEvent);
    // Who was identified by the rules of one event is not identified by those of another.
    const { userId: _, ...kept } = experience;
    await interactions.saveExperience(interaction, { ...kept, event: interactionEvent });
    return undefined;
  };
