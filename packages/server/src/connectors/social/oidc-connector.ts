/** Signing in at an OpenID provider: authorization code, PKCE, nonce, a pinned issuer. */
import { decodeJwt } from 'jose';
import * as oauth from 'oauth4webapi';
import { ConnectorError, type SocialConnector } from '../port.ts';
import { authorizationUri, callbackParameters, newSession, readSession } from './authorization.ts';
import { judgeStatus, type ProviderTools, type RequestOptions, withProvider } from './provider.ts';
import { askForFreshTokens, readTokens } from './tokens.ts';
import { type SocialClaims, socialUser } from './user-fields.ts';

type Claims = Readonly<Record<string, unknown>>;

/** What has been judged and may be read. */
export interface OidcDocuments {
  readonly idToken: oauth.IDToken;
  /** Of the same subject; absent where the ID token says all or the provider has no such endpoint. */
  readonly userInfo: Claims | undefined;
  /** The callback: nobody has signed it. */
  readonly callback: Claims;
}

export interface OidcSettings {
  readonly clientId: string;
  readonly clientAuth: oauth.ClientAuth;
  /** The one issuer that is believed, or for a provider of many tenants which one these claims must be of. */
  readonly issuer: string | ((claims: Claims) => string | undefined);
  /** Those that are missing are discovered at the issuer. */
  readonly endpoints: {
    readonly authorization: string | undefined;
    readonly token: string | undefined;
    readonly jwks: string | undefined;
    readonly userInfo: string | undefined;
  };
  readonly scope: string;
  /** Asked for whatever the scope is: without them the answer could not be read. */
  readonly neededScopes: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
  readonly algorithms: readonly string[] | undefined;
  /** Seconds by which the clocks may differ. */
  readonly clockTolerance: number;
  readonly read: (documents: OidcDocuments) => SocialClaims;
}

/** Signatures by a key that is published: those by a shared secret would let whoever reads the config sign. */
const defaultAlgorithms = `RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519`.split(' ');

/** How long discovered metadata is believed, in milliseconds. */
const METADATA_LIFETIME_MS = 600_000;

export function oidcConnector(settings: OidcSettings, tools: ProviderTools): SocialConnector {
  const findServer = createServerSource(settings);
  const keys: oauth.JWKSCacheInput = {};
  const client: oauth.Client = { client_id: settings.clientId, [oauth.clockTolerance]: settings.clockTolerance };

  return {
    authorize: request =>
      withProvider(tools, async options => {
        const endpoint = endpointOf(await findServer(options), 'authorization_endpoint', tools.development);
        const session = newSession(request);
        const scope = withNeeded(request.scope ?? settings.scope, settings.neededScopes);
        const parameters = { ...settings.parameters, nonce: session.nonce };
        return {
          authorizationUri: await authorizationUri(endpoint, parameters, request, {
            clientId: settings.clientId,
            scope,
            session,
          }),
          session: { ...session },
        };
      }),

    identify: (data, remembered) =>
      withProvider(tools, async options => {
        const session = readSession(remembered);
        const parameters = callbackParameters(data);
        const server = await findServer(options);
        const saidIssuer = parameters.get('iss') ?? undefined;
        const pinned = typeof settings.issuer === 'string';
        // Without a pinned issuer the parameter is compared with the ID token's, once that has been judged.
        const expecting = pinned ? server : { ...server, issuer: saidIssuer ?? server.issuer };
        const callback = oauth.validateAuthResponse(expecting, client, parameters, oauth.skipStateCheck);
        const { redirectUri, codeVerifier, nonce } = session;
        const response = await oauth.authorizationCodeGrantRequest(
          server,
          client,
          settings.clientAuth,
          callback,
          redirectUri,
          codeVerifier,
          options,
        );
        const tokens = await readTokens(response, 'json');
        const judged = { ...server, issuer: expectedIssuer(settings.issuer, server, tokens) };
        if (saidIssuer !== undefined && saidIssuer !== judged.issuer) {
          throw new ConnectorError('invalid_response', 'the callback names another issuer than the ID token');
        }
        const idToken = await judgeIdToken(judged, client, tokens, nonce, { ...options, [oauth.jwksCache]: keys });
        const userInfo = await askUserInfo(judged, client, String(tokens['access_token']), idToken, options);
        const user = socialUser({ issuer: idToken.iss, ...settings.read({ idToken, userInfo, callback: data }) });
        return { user, tokenResponse: tokens };
      }),

    // An ID token that comes along says nothing new, and is not read.
    renew: refreshToken =>
      withProvider(tools, async options => {
        const { clientAuth } = settings;
        return askForFreshTokens(
          await findServer(options),
          { client, clientAuth, type: 'json' },
          refreshToken,
          options,
        );
      }),
  };
}

const withNeeded = (scope: string, needed: readonly string[]): string =>
  [...new Set([...needed, ...scope.split(/\s+/).filter(Boolean)])].join(' ');

/** The provider's metadata: as configured, the rest discovered (OpenID Connect Discovery §4) and kept for a while. */
function createServerSource({ issuer, endpoints, algorithms }: OidcSettings) {
  const configured: oauth.AuthorizationServer = {
    issuer: typeof issuer === 'string' ? issuer : 'urn:freehold:judged-by-claims',
    id_token_signing_alg_values_supported: [...(algorithms ?? defaultAlgorithms)],
    ...(endpoints.authorization !== undefined && { authorization_endpoint: endpoints.authorization }),
    ...(endpoints.token !== undefined && { token_endpoint: endpoints.token }),
    ...(endpoints.jwks !== undefined && { jwks_uri: endpoints.jwks }),
    ...(endpoints.userInfo !== undefined && { userinfo_endpoint: endpoints.userInfo }),
  };
  const isWhole = configured.authorization_endpoint && configured.token_endpoint && configured.jwks_uri;
  let found: { readonly server: oauth.AuthorizationServer; readonly until: number } | undefined;

  return async (options: RequestOptions): Promise<oauth.AuthorizationServer> => {
    if (isWhole || typeof issuer !== 'string') return configured;
    if (found && performance.now() < found.until) return found.server;
    const url = new URL(issuer);
    const response = await oauth.discoveryRequest(url, { ...options, algorithm: 'oidc' });
    judgeStatus(response, 'invalid_response');
    const discovered = await oauth.processDiscoveryResponse(url, response);
    // The issuer as the provider writes it (with or without the last slash): so do its tokens.
    const server = { ...discovered, ...configured, issuer: discovered.issuer };
    found = { server, until: performance.now() + METADATA_LIFETIME_MS };
    return server;
  };
}

/** An address that a browser is sent to: what a discovery document says is not yet an address of the web. */
function endpointOf(server: oauth.AuthorizationServer, member: 'authorization_endpoint', insecure: boolean): string {
  const text = server[member];
  const url = text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || (insecure && url?.protocol === 'http:')) return url.href;
  throw new ConnectorError('invalid_response', `the provider has no ${member} that a browser may be sent to`);
}

function expectedIssuer(
  rule: OidcSettings['issuer'],
  server: oauth.AuthorizationServer,
  { id_token: token }: Readonly<Record<string, unknown>>,
): string {
  if (typeof rule === 'string') return server.issuer;
  try {
    const issuer = typeof token === 'string' ? rule(decodeJwt(token)) : undefined;
    if (issuer !== undefined) return issuer;
  } catch (cause) {
    throw invalidIdToken('the ID token cannot be read', cause);
  }
  throw invalidIdToken('the ID token is of an issuer that is not believed');
}

const invalidIdToken = (message: string, cause?: unknown) =>
  new ConnectorError('social_invalid_id_token', message, { cause });

/** Issuer, audience, authorized party, expiry, nonce, algorithm and signature (OpenID Connect Core §3.1.3.7). */
async function judgeIdToken(
  server: oauth.AuthorizationServer,
  client: oauth.Client,
  tokens: Readonly<Record<string, unknown>>,
  expectedNonce: string,
  options: RequestOptions & oauth.JWKSCacheOptions,
): Promise<oauth.IDToken> {
  const response = Response.json({ token_type: 'bearer', ...tokens });
  let claims: oauth.IDToken | undefined;
  try {
    const checks = { expectedNonce, requireIdToken: true };
    claims = oauth.getValidatedIdTokenClaims(
      await oauth.processAuthorizationCodeResponse(server, client, response, checks),
    );
  } catch (error) {
    throw invalidIdToken(error instanceof Error ? error.message : 'no good ID token', error);
  }
  if (!claims) throw invalidIdToken('there is no ID token');
  try {
    await oauth.validateApplicationLevelSignature(server, response, options);
  } catch (error) {
    throw isAboutKeys(error) ? error : invalidIdToken('the signature is not the provider’s', error);
  }
  return claims;
}

/** The provider's keys could not be had: that says nothing about the token. */
function isAboutKeys(error: unknown): boolean {
  const codes: readonly unknown[] = [oauth.RESPONSE_IS_NOT_CONFORM, oauth.RESPONSE_IS_NOT_JSON];
  return !(error instanceof oauth.OperationProcessingError || error instanceof oauth.UnsupportedOperationError)
    ? true
    : codes.includes(error.code);
}

/** Asks for what the ID token does not say. An answer about somebody else is refused. */
async function askUserInfo(
  server: oauth.AuthorizationServer,
  client: oauth.Client,
  accessToken: string,
  idToken: oauth.IDToken,
  options: RequestOptions,
): Promise<Claims | undefined> {
  if (server.userinfo_endpoint === undefined) return undefined;
  if (idToken['email'] !== undefined && idToken['name'] !== undefined) return undefined;
  const response = await oauth.userInfoRequest(server, client, accessToken, options);
  judgeStatus(response, 'social_invalid_access_token');
  return oauth.processUserInfoResponse(server, client, idToken.sub, response);
}
