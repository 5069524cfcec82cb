import * as oauth from 'oauth4webapi';

/** What a finished sign-in leaves with the application. */
export type SignedIn = {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly idToken: string;
  readonly claims: oauth.IDToken;
};

/** A page as the provider knows it: a public client, so there is no secret in it. */
export type Registration = {
  /** Public base URL of the provider; the issuer is `<endpoint>/oidc`. */
  readonly endpoint: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  /** Indicator of an API that access tokens are asked for later (RFC 8707); the sign-in has to name it. */
  readonly resource?: string;
  /** Whether plain HTTP may be spoken: with a provider on this machine, and nowhere else. */
  readonly insecure: boolean;
};

/** How a sign-in begins. */
export type Beginning = {
  readonly locale: string;
  /** Comes back from the sign-in as it is: where in the application it was begun. */
  readonly returnTo?: string;
  /** More parameters of the authorization request. */
  readonly more?: Readonly<Record<string, string>>;
};

/** The answer belongs to no sign-in of this tab: an old link, another tab, or a forged one. */
export class UnknownSignIn extends Error {}

/** The sentence of an OAuth error, as the provider wrote it; undefined for any other error. */
export function providerSays(error: unknown): string | undefined {
  const isOfOAuth = error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError;
  return isOfOAuth ? (error.error_description ?? error.error) : undefined;
}

/** Whether the page was opened by an answer to `redirectUri`: other addresses may get answers of other providers. */
export function isCallback(redirectUri: string): boolean {
  const query = new URLSearchParams(location.search);
  const isAnswer = query.has('state') && (query.has('code') || query.has('error'));
  return isAnswer && location.pathname === new URL(redirectUri).pathname;
}

/**
 * An application that signs people in with OpenID Connect (authorization code with PKCE). Tokens lie in session storage: they
 * end with the tab. A production application with a server keeps them there instead, where a script that got into the page
 * cannot read them.
 */
export function createRelyingParty({ endpoint, clientId, redirectUri, scope, resource, insecure }: Registration) {
  const client: oauth.Client = { client_id: clientId };
  const http = { [oauth.allowInsecureRequests]: insecure };
  const pendingKey = (state: string) => `${clientId}:pending:${state}`;
  const tokensKey = `${clientId}:tokens`;
  let discovered: Promise<oauth.AuthorizationServer> | undefined;
  let renewing: Promise<SignedIn | undefined> | undefined;

  function provider(): Promise<oauth.AuthorizationServer> {
    discovered ??= (async () => {
      const issuer = new URL(`${endpoint}/oidc`);
      return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, http));
    })();
    // What failed once is asked again.
    discovered.catch(() => {
      discovered = undefined;
    });
    return discovered;
  }

  function keep(signedIn: SignedIn): SignedIn {
    sessionStorage.setItem(tokensKey, JSON.stringify(signedIn));
    return signedIn;
  }

  /** The sign-in that this tab still holds. */
  function remembered(): SignedIn | undefined {
    const kept = sessionStorage.getItem(tokensKey);
    return kept === null ? undefined : (JSON.parse(kept) as SignedIn);
  }

  /** Drops the tokens of this tab without telling the provider. */
  function forget(): void {
    sessionStorage.removeItem(tokensKey);
  }

  /** Leaves for the provider (authorization code with PKCE S256, state and nonce). */
  async function beginSignIn({ locale, returnTo, more = {} }: Beginning): Promise<void> {
    const as = await provider();
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const nonce = oauth.generateRandomNonce();
    sessionStorage.setItem(pendingKey(state), JSON.stringify({ verifier, nonce, returnTo }));
    const url = new URL(as.authorization_endpoint ?? '');
    url.search = new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope,
      // Without it the provider grants no offline_access (OpenID Connect Core §11), so no refresh token.
      prompt: 'consent',
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ui_locales: locale,
      ...(resource !== undefined && { resource }),
      ...more,
    }).toString();
    location.assign(url);
  }

  /** Finishes a sign-in from the provider's answer in the address bar; the answer can be used once. */
  async function finishSignIn(): Promise<{ readonly signedIn: SignedIn; readonly returnTo: string | undefined }> {
    const answer = new URL(location.href);
    // First, so that neither a reload nor the history offers a used code again.
    history.replaceState(null, '', answer.pathname);
    const state = answer.searchParams.get('state') ?? '';
    const pending = sessionStorage.getItem(pendingKey(state));
    sessionStorage.removeItem(pendingKey(state));
    if (pending === null) throw new UnknownSignIn();
    const { verifier, nonce, returnTo } = JSON.parse(pending) as { verifier: string; nonce: string; returnTo?: string };

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
    const signedIn = keep({
      accessToken: tokens.access_token,
      refreshToken: tokens.refresh_token,
      idToken: tokens.id_token,
      claims,
    });
    return { signedIn, returnTo };
  }

  async function renew(signedIn: SignedIn): Promise<SignedIn | undefined> {
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

  /**
   * Gets a new access token without the person, or undefined when only a new sign-in will do. Calls that come meanwhile wait
   * for the same one: a refresh token serves once.
   */
  function refresh(signedIn: SignedIn): Promise<SignedIn | undefined> {
    renewing ??= renew(signedIn).finally(() => {
      renewing = undefined;
    });
    return renewing;
  }

  /** An access token for the API of the registration; undefined when only a new sign-in will do. */
  async function resourceToken(): Promise<{ readonly token: string; readonly expiresAt: number } | undefined> {
    const signedIn = remembered();
    if (signedIn?.refreshToken === undefined || resource === undefined) return undefined;
    const as = await provider();
    try {
      const response = await oauth.refreshTokenGrantRequest(as, client, oauth.None(), signedIn.refreshToken, {
        ...http,
        additionalParameters: { resource },
      });
      const tokens = await oauth.processRefreshTokenResponse(as, client, response);
      keep({ ...signedIn, refreshToken: tokens.refresh_token ?? signedIn.refreshToken });
      return { token: tokens.access_token, expiresAt: Date.now() + (tokens.expires_in ?? 0) * 1000 };
    } catch (error) {
      if (!(error instanceof oauth.ResponseBodyError)) throw error;
      return undefined;
    }
  }

  /**
   * Ends the sign-in: gives the tokens back, forgets them, and asks the provider to end its own session. Where that fails, the
   * person is signed in as before.
   */
  async function signOut(signedIn: SignedIn): Promise<void> {
    const as = await provider();
    const token = signedIn.refreshToken ?? signedIn.accessToken;
    await oauth.processRevocationResponse(await oauth.revocationRequest(as, client, oauth.None(), token, http));
    // Not before: whoever tries again gives back the tokens that there are by then.
    forget();
    // What was typed in a task, and what is known of a code on its way: whoever is next at this tab need not find it.
    for (const key of Object.keys(sessionStorage)) if (key.startsWith('freehold:')) sessionStorage.removeItem(key);
    const url = new URL(as.end_session_endpoint ?? '');
    url.search = new URLSearchParams({ client_id: clientId, post_logout_redirect_uri: redirectUri }).toString();
    location.assign(url);
  }

  return { redirectUri, beginSignIn, finishSignIn, refresh, resourceToken, signOut, remembered, forget };
}

export type RelyingParty = ReturnType<typeof createRelyingParty>;
