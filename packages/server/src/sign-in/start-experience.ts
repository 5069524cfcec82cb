import type { signInRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { findLogin } from './experience.ts';
import type { SignInNeeds } from './needs.ts';
import { assertEventOpen } from './sign-in-mode.ts';

/** Begins to sign in or to register; what was done before in the same interaction is forgotten. */
export const startExperience =
  ({ interactions }: SignInNeeds): Operation<(typeof signInRoutes)['startExperience']> =>
  async (context, { body: { interactionEvent } }) => {
    const interaction = await findLogin(interactions, context);
    assertEventOpen(await loadSignInExperience(context.database, context.tenant.id), interactionEvent);
    await interactions.saveExperience(interaction, { event: interactionEvent, verifications: [] });
    return undefined;
  };
