import type { signInRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import type { SignInNeeds } from './needs.ts';

/** Allows the application what it asks for; only somebody who is signed in gets as far as being asked. */
export const giveConsent =
  ({ interactions }: SignInNeeds): Operation<(typeof signInRoutes)['giveConsent']> =>
  async ({ interaction: { request, response } }) => {
    const interaction = await interactions.find(request, response);
    if (interaction.prompt !== 'consent') throw new Problem('session.not_found');
    return { redirectTo: await interactions.finishConsent(interaction) };
  };
