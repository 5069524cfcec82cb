import type { identityRoutes } from '@freehold/contract';
import { renewTokens } from '../connectors/index.ts';
import type { Operation } from '../operation/index.ts';
import { findFreshTokens, tokensView } from '../provider-tokens/index.ts';
import type { IdentityNeeds } from './bind-identity.ts';

/** Hands out the access token of a linked identity, renewed at its provider when it has expired. */
export const getIdentityAccessToken =
  (needs: IdentityNeeds): Operation<(typeof identityRoutes)['getIdentityAccessToken']> =>
  async (context, { params: { target } }) => {
    const { database, principal, now } = context;
    const { tenantId, userId } = principal;
    const tokens = await findFreshTokens(
      {
        ...{ database, envelope: needs.envelope, now },
        renew: (connectorId, refreshToken) => renewTokens(context, needs, connectorId, refreshToken),
      },
      { tenantId, userId, target },
    );
    return tokensView(tokens, now);
  };
