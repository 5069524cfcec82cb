import type { signInRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { findStep } from './experience.ts';
import type { SignInNeeds } from './needs.ts';
import { assertEventCanBegin } from './sign-in-mode.ts';

/** Goes over from signing in to registering, or back. */
export const changeInteractionEvent =
  (needs: SignInNeeds): Operation<(typeof signInRoutes)['changeInteractionEvent']> =>
  async (context, { body: { interactionEvent } }) => {
    const { interaction, experience } = await findStep(needs.interactions, context);
    const settings = await loadSignInExperience(context.database, context.tenant.id);
    await assertEventCanBegin(needs, context, settings, interactionEvent);
    // Who was identified by the rules of one event is not identified by those of another.
    const { userId: _, identifiedBy: __, passwordReset: ___, ...kept } = experience;
    await needs.interactions.saveExperience(interaction, { ...kept, event: interactionEvent });
    return undefined;
  };
