import type { identityRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { saveTokens, tokensView } from '../provider-tokens/index.ts';
import { findUserByIdentity } from '../users/index.ts';
import { takeSocialIdentity } from '../verification/index.ts';
import type { IdentityNeeds } from './bind-identity.ts';
import { changeAccount } from './change-account.ts';

/**
 * Keeps the tokens of a new proof of a linked identity, in the place of those that are there. The proof is used up in the
 * transaction of the change: one that is refused leaves it as it was.
 */
export const storeIdentityAccessToken =
  ({ envelope }: IdentityNeeds): Operation<(typeof identityRoutes)['storeIdentityAccessToken']> =>
  (context, { params: { target }, body: { verificationRecordId: recordId } }) => {
    const { principal, now } = context;
    const { tenantId, userId } = principal;
    return changeAccount(context, async ({ tx }) => {
      const proven = await takeSocialIdentity(tx, principal, { envelope, recordId, now });
      if (proven.target !== target) throw new Problem('verification_record.social_verification.invalid_target');
      const { connectorId, tokens, user } = proven;
      const owner = await findUserByIdentity(tx, tenantId, { target, id: user.id, issuer: user.issuer });
      if (owner?.id !== userId) throw new Problem('user.identity_not_exists_in_current_user');
      const given = tokens && { connectorId, tokens, envelope };
      if (!given || !(await saveTokens(tx, { tenantId, userId, target }, given, now))) {
        throw new Problem('verification_record.social_verification.token_response_not_found');
      }
      return tokensView(given.tokens, now);
    });
  };
