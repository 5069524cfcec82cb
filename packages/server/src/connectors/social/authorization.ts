/** The way to the provider and back, alike for OpenID Connect and plain OAuth 2. */
import * as oauth from 'oauth4webapi';
import { type AuthorizationRequest, ConnectorError, type SocialSession } from '../port.ts';

/** What is remembered between the way out and the way back. */
export interface AuthorizationSession {
  readonly redirectUri: string;
  readonly codeVerifier: string;
  readonly nonce: string;
}

/** Random values for one way to a provider and back. */
export const newSession = ({ redirectUri }: AuthorizationRequest): AuthorizationSession => ({
  redirectUri,
  codeVerifier: oauth.generateRandomCodeVerifier(),
  nonce: oauth.generateRandomNonce(),
});

/**
 * What was remembered.
 * @throws ConnectorError when the callback belongs to nothing that was begun here
 */
export function readSession({ redirectUri, codeVerifier, nonce }: SocialSession): AuthorizationSession {
  if (typeof redirectUri !== 'string' || typeof codeVerifier !== 'string' || typeof nonce !== 'string') {
    throw new ConnectorError('insufficient_request_parameters', 'the callback belongs to no authorization of ours');
  }
  return { redirectUri, codeVerifier, nonce };
}

/**
 * The address that the browser is sent to: authorization code with PKCE S256 (RFC 7636), always.
 * @param parameters of the configuration: they add, but replace nothing that protects
 */
export async function authorizationUri(
  endpoint: string,
  parameters: Readonly<Record<string, string>>,
  { state, redirectUri }: AuthorizationRequest,
  { clientId, scope, session }: { clientId: string; scope: string; session: AuthorizationSession },
): Promise<string> {
  const uri = new URL(endpoint);
  const own = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(session.codeVerifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries({ ...parameters, ...own })) {
    if (value !== '') uri.searchParams.set(name, value);
  }
  return uri.href;
}

const callbackMembers = ['code', 'state', 'iss', 'error', 'error_description', 'error_uri', 'response'] as const;

/**
 * The parameters of a callback that matter to the protocol, each at most once.
 * @throws ConnectorError for a parameter that is not text: which of two codes is meant is nobody's guess
 */
export function callbackParameters(data: Readonly<Record<string, unknown>>): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of callbackMembers) {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') throw new ConnectorError('invalid_request_parameters', `${name} is not text`);
    parameters.set(name, value);
  }
  if (!parameters.get('code') && !parameters.get('error')) {
    throw new ConnectorError('invalid_response', 'the callback carries neither a code nor an error');
  }
  return parameters;
}
