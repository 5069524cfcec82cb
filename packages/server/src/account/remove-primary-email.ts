import type { identifierRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { removeAddress } from './change-address.ts';

/** Removes the caller's primary email, if something else is left to sign in with. */
export const removePrimaryEmail: Operation<(typeof identifierRoutes)['removePrimaryEmail']> = async context => {
  await removeAddress(context, 'email');
  return undefined;
};
