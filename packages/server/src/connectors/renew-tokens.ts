import { type Context, Problem } from '../operation/index.ts';
import { type ProviderTokens, readTokenResponse } from '../provider-tokens/index.ts';
import { connectorProblem } from './connector-problem.ts';
import { ConnectorError } from './port.ts';
import { openProvider, type SocialNeeds } from './social-steps.ts';

/**
 * Asks a provider for fresh tokens.
 *
 * @throws Problem 422 `session.invalid_connector_id`, `connector.token_storage_not_supported` where it gives none or the
 * connector keeps none, and `connector.*`: of these `authorization_failed` for a refresh token that it does not take
 */
export async function renewTokens(
  context: Pick<Context, 'database' | 'tenant' | 'now'>,
  needs: SocialNeeds,
  connectorId: string,
  refreshToken: string,
): Promise<ProviderTokens> {
  const { row, connector } = await openProvider(context, needs, connectorId);
  if (!row.enable_token_storage || !connector.renew) throw new Problem('connector.token_storage_not_supported');
  try {
    const tokens = readTokenResponse(await connector.renew(refreshToken), context.now);
    if (tokens) return tokens;
    throw new ConnectorError('invalid_response', 'the provider answers without a token that can be kept');
  } catch (error) {
    throw connectorProblem(error, connectorId);
  }
}
