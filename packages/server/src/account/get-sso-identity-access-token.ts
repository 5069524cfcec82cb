import type { identityRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';

/** Has no token to hand out: nobody can sign in through an enterprise's provider yet. */
export const getSsoIdentityAccessToken: Operation<(typeof identityRoutes)['getSsoIdentityAccessToken']> = async () => {
  throw new Problem('secrets.third_party_token_set.token_not_found');
};
