import type { identifierRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { removeAddress } from './change-address.ts';

/** Removes the caller's primary phone, if something else is left to sign in with. */
export const removePrimaryPhone: Operation<(typeof identifierRoutes)['removePrimaryPhone']> = async context => {
  await removeAddress(context, 'phone');
  return undefined;
};
