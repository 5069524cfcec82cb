import type { signInRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import type { SignInNeeds } from './needs.ts';

/** Goes back to the application empty-handed. */
export const abortInteraction =
  ({ interactions }: SignInNeeds): Operation<(typeof signInRoutes)['abortInteraction']> =>
  async ({ interaction: { request, response } }) => ({
    redirectTo: await interactions.abort(await interactions.find(request, response)),
  });
