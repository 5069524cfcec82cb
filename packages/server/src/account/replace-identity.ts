import type { identityRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { bindIdentity, type IdentityNeeds } from './bind-identity.ts';

/** Links a proven identity, in the place of one that the caller has at the same provider. */
export const replaceIdentity =
  (needs: IdentityNeeds): Operation<(typeof identityRoutes)['replaceIdentity']> =>
  (context, { body }) =>
    bindIdentity(context, needs, { recordId: body.newIdentifierVerificationRecordId, existing: 'replace' });
