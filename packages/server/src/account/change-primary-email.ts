import type { identifierRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { checkLength } from '../users/index.ts';
import { checkEmailPolicy, normalizeAddress } from '../verification/index.ts';
import { changeAddress } from './change-address.ts';

/** Sets or changes the caller's primary email to one that they have proven to read. */
export const changePrimaryEmail: Operation<(typeof identifierRoutes)['changePrimaryEmail']> = async (
  context,
  { body: { email, newIdentifierVerificationRecordId: recordId } },
) => {
  const address = normalizeAddress('email', email);
  // Once more: the policy may have become stricter since the code was sent.
  const { emailBlocklistPolicy } = await loadSignInExperience(context.database, context.tenant.id);
  checkEmailPolicy(address, emailBlocklistPolicy);
  checkLength('email', email);
  await changeAddress(context, 'email', { address, recordId });
  return undefined;
};
