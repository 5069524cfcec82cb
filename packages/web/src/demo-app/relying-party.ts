import * as oauth from 'oauth4webapi';
import { boot } from '../ui/boot.ts';

/** Identity of the demonstration with the provider: a public client, so there is no secret in this file. */
const client: oauth.Client = { client_id: 'demo-app' };
const scopes = 'openid offline_access profile email phone custom_data address identities';
const redirectUri = `${boot.endpoint}/demo-app`;

/** What a finished sign-in leaves with the application. */
export type SignedIn = {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly idToken: string;
  readonly claims: oauth.IDToken;
};

// Session storage: ends with the tab. A production application keeps tokens on its server instead, where a
// script that got into the page cannot read them.
const pendingKey = (state: string) => `demo-app:pending:${state}`;
const tokensKey = 'demo-app:tokens';

/** Plain HTTP is for a provider on this machine; anywhere else the library refuses it. */
const http = { [oauth.allowInsecureRequests]: new URL(boot.endpoint).hostname === 'localhost' || boot.development };

let discovered: Promise<oauth.AuthorizationServer> | undefined;

function provider(): Promise<oauth.AuthorizationServer> {
  discovered ??= (async () => {
    const issuer = new URL(`${boot.endpoint}/oidc`);
    return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, http));
  })();
  return discovered;
}

/** Leaves for the provider (authorization code with PKCE S256, state and nonce). */
export async function beginSignIn(locale: string): Promise<void> {
  const as = await provider();
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  sessionStorage.setItem(pendingKey(state), JSON.stringify({ verifier, nonce }));
  const url = new URL(as.authorization_endpoint ?? '');
  url.search = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: scopes,
    // Without it the provider grants no offline_access (OpenID Connect Core §11), so no refresh token.
    prompt: 'consent',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ui_locales: locale,
  }).toString();
  location.assign(url);
}

/** Whether the page was opened by the provider's answer. */
export function isCallback(): boolean {
  const query = new URLSearchParams(location.search);
  return query.has('state') && (query.has('code') || query.has('error'));
}

/** Finishes a sign-in from the provider's answer in the address bar; the answer can be used once. */
export async function finishSignIn(): Promise<SignedIn> {
  const answer = new URL(location.href);
  // First, so that neither a reload nor the history offers a used code again.
  history.replaceState(null, '', answer.pathname);
  const state = answer.searchParams.get('state') ?? '';
  const pending = sessionStorage.getItem(pendingKey(state));
  sessionStorage.removeItem(pendingKey(state));
  if (pending === null) throw new UnknownSignIn();
  const { verifier, nonce } = JSON.parse(pending) as { verifier: string; nonce: string };

  const as = await provider();
  const parameters = oauth.validateAuthResponse(as, client, answer, state);
  const response = await oauth.authorizationCodeGrantRequest(
    as,
    client,
    oauth.None(),
    parameters,
    redirectUri,
    verifier,
    http,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(as, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  // Over TLS straight from the token endpoint the signature may be left unchecked; checking it costs one request
  // and shows how.
  await oauth.validateApplicationLevelSignature(as, response, http);
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  if (claims === undefined || tokens.id_token === undefined) throw new Error('The provider sent no ID token');
  return keep({
    accessToken: tokens.access_token,
    refreshToken: tokens.refresh_token,
    idToken: tokens.id_token,
    claims,
  });
}

/** Gets a new access token without the person, or undefined when only a new sign-in will do. */
export async function refresh(signedIn: SignedIn): Promise<SignedIn | undefined> {
  if (signedIn.refreshToken === undefined) return undefined;
  const as = await provider();
  try {
    const response = await oauth.refreshTokenGrantRequest(as, client, oauth.None(), signedIn.refreshToken, http);
    const tokens = await oauth.processRefreshTokenResponse(as, client, response);
    return keep({
      accessToken: tokens.access_token,
      refreshToken: tokens.refresh_token ?? signedIn.refreshToken,
      idToken: tokens.id_token ?? signedIn.idToken,
      claims: oauth.getValidatedIdTokenClaims(tokens) ?? signedIn.claims,
    });
  } catch (error) {
    if (!(error instanceof oauth.ResponseBodyError)) throw error;
    forget();
    return undefined;
  }
}

/** Ends the sign-in: gives the tokens back, forgets them, and asks the provider to end its own session. */
export async function signOut(signedIn: SignedIn): Promise<void> {
  forget();
  const as = await provider();
  const token = signedIn.refreshToken ?? signedIn.accessToken;
  await oauth.processRevocationResponse(await oauth.revocationRequest(as, client, oauth.None(), token, http));
  const url = new URL(as.end_session_endpoint ?? '');
  url.search = new URLSearchParams({
    client_id: client.client_id,
    post_logout_redirect_uri: redirectUri,
  }).toString();
  location.assign(url);
}

/** The sign-in that this tab still holds. */
export function remembered(): SignedIn | undefined {
  const kept = sessionStorage.getItem(tokensKey);
  return kept === null ? undefined : (JSON.parse(kept) as SignedIn);
}

/** Drops the tokens of this tab without telling the provider. */
export function forget(): void {
  sessionStorage.removeItem(tokensKey);
}

/** The answer belongs to no sign-in of this tab: an old link, another tab, or a forged one. */
export class UnknownSignIn extends Error {}

/** The sentence of an OAuth error, as the provider wrote it. */
export function providerSays(error: unknown): string {
  if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError) {
    return error.error_description ?? error.error;
  }
  return error instanceof Error ? error.message : String(error);
}

function keep(signedIn: SignedIn): SignedIn {
  sessionStorage.setItem(tokensKey, JSON.stringify(signedIn));
  return signedIn;
}
