import type { signInRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { findLogin } from './experience.ts';
import type { SignInNeeds } from './needs.ts';
import { assertEventCanBegin } from './sign-in-mode.ts';

/** Begins to sign in, to register or to recover an account; what was done before in the same interaction is forgotten. */
export const startExperience =
  (needs: SignInNeeds): Operation<(typeof signInRoutes)['startExperience']> =>
  async (context, { body: { interactionEvent } }) => {
    const interaction = await findLogin(needs.interactions, context);
    const settings = await loadSignInExperience(context.database, context.tenant.id);
    await assertEventCanBegin(needs, context, settings, interactionEvent);
    await needs.interactions.saveExperience(interaction, { event: interactionEvent, verifications: [] });
    return undefined;
  };
