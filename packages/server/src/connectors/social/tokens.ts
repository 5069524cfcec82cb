import * as oauth from 'oauth4webapi';
import { ConnectorError, type ConnectorErrorCode, type TokenResponse } from '../port.ts';
import { judgeStatus, type RequestOptions, readObject } from './provider.ts';

/** How the token endpoint writes its answer; the standard is JSON. */
export const tokenResponseTypes = ['query-string', 'json'] as const;
export type TokenResponseType = (typeof tokenResponseTypes)[number];

/** What providers call a code that they do not take. The second is GitHub's, who says it with status 200. */
const badCode: ReadonlySet<unknown> = new Set(['invalid_grant', 'bad_verification_code']);

/** What they call a refresh token that they do not take; the second is GitHub's. */
const badRefreshToken: ReadonlySet<unknown> = new Set(['invalid_grant', 'bad_refresh_token']);

/**
 * Asks for fresh tokens (RFC 6749 §6): with the scope that they have.
 * @throws ConnectorError `authorization_failed` for a refresh token that is not taken
 */
export async function askForFreshTokens(
  server: oauth.AuthorizationServer,
  { client, clientAuth, type }: { client: oauth.Client; clientAuth: oauth.ClientAuth; type: TokenResponseType },
  refreshToken: string,
  options: RequestOptions,
): Promise<TokenResponse> {
  const response = await oauth.refreshTokenGrantRequest(server, client, clientAuth, refreshToken, options);
  return readTokens(response, type, { bad: badRefreshToken, code: 'authorization_failed' });
}

const refusedCode = { bad: badCode, code: 'social_auth_code_invalid' } as const;

/**
 * The body of a token endpoint's answer, whatever status it comes with: some say an error with 200.
 * @param refusal what a refusal of what was exchanged is called there and here
 * @throws ConnectorError
 */
export async function readTokens(
  response: Response,
  type: TokenResponseType,
  refusal: { readonly bad: ReadonlySet<unknown>; readonly code: ConnectorErrorCode } = refusedCode,
): Promise<Record<string, unknown>> {
  // A provider that cannot tell who we are is set up wrongly, or we are: not what the person can mend.
  if (response.status !== 401) judgeStatus(response, 'general');
  const body = await readBody(response, type);
  if (typeof body['error'] === 'string') {
    const code = refusal.bad.has(body['error']) ? refusal.code : 'general';
    throw new ConnectorError(code, `the token endpoint answers ${body['error'].slice(0, 100)}`);
  }
  if (!response.ok || typeof body['access_token'] !== 'string' || body['access_token'] === '') {
    throw new ConnectorError('invalid_response', `the token endpoint answers ${response.status} without a token`);
  }
  return body;
}

/** What the answer says of itself goes before what was configured: providers change from one form to the other. */
async function readBody(response: Response, configured: TokenResponseType): Promise<Record<string, unknown>> {
  const said = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  const isForm =
    said === 'application/x-www-form-urlencoded' || (said !== 'application/json' && configured === 'query-string');
  if (!isForm) return readObject(response);
  return Object.fromEntries(new URLSearchParams(await response.text()));
}
