import type { identityRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { bindIdentity, type IdentityNeeds } from './bind-identity.ts';

/** Links a proven identity; one that the caller has at the same provider stays in the way. */
export const linkIdentity =
  (needs: IdentityNeeds): Operation<(typeof identityRoutes)['linkIdentity']> =>
  (context, { body }) =>
    bindIdentity(context, needs, { recordId: body.newIdentifierVerificationRecordId, existing: 'refuse' });
