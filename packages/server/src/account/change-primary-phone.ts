import type { identifierRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { normalizeAddress } from '../verification/index.ts';
import { changeAddress } from './change-address.ts';

/** Sets or changes the caller's primary phone to one that they have proven to have. */
export const changePrimaryPhone: Operation<(typeof identifierRoutes)['changePrimaryPhone']> = async (
  context,
  { body: { phone, newIdentifierVerificationRecordId: recordId } },
) => {
  await changeAddress(context, 'phone', { address: normalizeAddress('phone', phone), recordId });
  return undefined;
};
