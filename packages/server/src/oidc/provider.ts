import { accountScopes } from '@freehold/contract';
import type { Database } from '../database/database.ts';
import type { Clock, Envelope } from '../lib/index.ts';
import { type KnownTenant, signingAlgorithms, type TenantKeys } from '../tenants/index.ts';
import { findAccount } from './accounts.ts';
import { createAdapterFactory } from './adapter.ts';
import { renderError } from './answers.ts';
import { claimsByScope } from './claims.ts';
import { matchesClientSecret, OWN_METADATA, ownMetadata } from './clients.ts';
import { type Configuration, type Engine, type EngineClient, errors, Provider } from './engine.ts';
import { createInteractionPolicy, interactionUrl } from './interaction-policy.ts';
import { renderSignedOut, renderSignOut } from './protocol-pages.ts';
import { consoleClaims, defaultResource, resourceServerInfo } from './resources.ts';
import { registerTokenExchange } from './token-exchange.ts';
import { issueRefreshToken, rotateRefreshToken, ttl } from './token-policy.ts';

/** What one tenant's provider is made of. */
export interface ProviderNeeds {
  readonly database: Database;
  readonly envelope: Envelope;
  readonly clock: Clock;
  readonly development: boolean;
}

/** Parameters of authorization requests that are ours or that client libraries are known to add. */
const EXTRA_PARAMETERS = [
  'first_screen',
  'interaction_mode',
  'direct_sign_in',
  'color_scheme',
  'identifier',
  'one_time_token',
  'google_one_tap_credential',
  'organization_id',
];

/** Sets the engine up for one tenant. */
export function createProvider(needs: ProviderNeeds, tenant: KnownTenant, keys: TenantKeys): Engine {
  const provider = new Provider(tenant.issuer, configuration(needs, tenant, keys));
  compareSecretsOurselves(provider, needs, tenant);
  neverBelieveTheRequest(provider, tenant);
  registerTokenExchange(provider, needs, keys);
  return provider;
}

function configuration(needs: ProviderNeeds, tenant: KnownTenant, keys: TenantKeys): Configuration {
  const { database, development } = needs;
  const { pathname, protocol } = new URL(tenant.endpoint);
  const basePath = pathname.replace(/\/$/, '');
  const cookie = {
    httpOnly: true,
    sameSite: 'lax',
    signed: true,
    path: '/',
    overwrite: true,
    secure: protocol === 'https:',
  } as const;
  return {
    adapter: createAdapterFactory({ database, development, algorithm: keys.active.algorithm }),
    jwks: { keys: keys.signing.map(key => key.privateJwk) },
    cookies: { keys: [keys.cookieKey], long: cookie, short: cookie },
    scopes: [...accountScopes],
    claims: Object.fromEntries(Object.entries(claimsByScope).map(([scope, claims]) => [scope, [...claims]])),
    // Applications read claims from the ID token; the standard would have them ask userinfo.
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    enabledJWA: {
      idTokenSigningAlgValues: [...signingAlgorithms],
      requestObjectSigningAlgValues: [...signingAlgorithms],
    },
    clientDefaults: { id_token_signed_response_alg: keys.active.algorithm },
    extraClientMetadata: { properties: [OWN_METADATA] },
    extraParams: EXTRA_PARAMETERS,
    pkce: { required: (_ctx, client) => client.clientAuthMethod === 'none' },
    ttl,
    issueRefreshToken,
    rotateRefreshToken,
    extraTokenClaims: (_ctx, token) => consoleClaims(token),
    findAccount: (_ctx, id) => findAccount(database, id),
    clientBasedCORS: (_ctx, origin, client) => allowsOrigin(client, origin),
    interactions: {
      policy: createInteractionPolicy(),
      url: (_ctx, interaction) => interactionUrl(basePath, interaction.prompt.name, interaction.params),
    },
    renderError,
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      clientCredentials: { enabled: true },
      introspection: { enabled: true, allowedPolicy: (_ctx, client, token) => mayIntrospect(client, token.clientId) },
      revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => mayRevoke(client, token.clientId) },
      rpInitiatedLogout: { enabled: true, logoutSource: renderSignOut, postLogoutSuccessSource: renderSignedOut },
      resourceIndicators: {
        enabled: true,
        defaultResource: async (ctx, _client, oneOf) => oneOf ?? defaultResource(database, ctx),
        getResourceServerInfo: (ctx, indicator, client) => resourceServerInfo(database, keys, ctx, indicator, client),
        // A token request that names no API gets the opaque token of the Account API, whatever was granted.
        useGrantedResource: async () => false,
      },
    },
  };
}

/** RFC 7662, section 4: who may not know a token is told nothing of it, and only who can prove who they are may ask. */
const mayIntrospect = (client: EngineClient, owner: string | undefined): boolean =>
  client.clientAuthMethod !== 'none' && client.clientId === owner;

/** RFC 7009, section 2.1: a token of another client is not revoked. */
function mayRevoke(client: EngineClient, owner: string | undefined): boolean {
  if (client.clientId === owner) return true;
  if (client.clientAuthMethod === 'none') return false;
  throw new errors.InvalidRequest('the token was issued to another client');
}

/** Browsers may call from the origins of the application's redirect URIs and from those that it lists. */
export function allowsOrigin(client: EngineClient, origin: string): boolean {
  // Sandboxed frames and files all share the origin `null`: it identifies nobody.
  if (origin === 'null') return false;
  const listed = ownMetadata(client).custom.corsAllowedOrigins ?? [];
  const redirected = (client.redirectUris ?? []).map(uri => (URL.canParse(uri) ? new URL(uri).origin : undefined));
  return redirected.includes(origin) || listed.includes(origin);
}

/** An application may have several secrets, encrypted in their rows; the engine knows of one in the clear. */
function compareSecretsOurselves(
  provider: Engine,
  { envelope, clock }: ProviderNeeds,
  { id: tenantId }: KnownTenant,
): void {
  Object.defineProperty(provider.Client.prototype, 'compareClientSecret', {
    value(this: EngineClient, presented: string) {
      return matchesClientSecret(this, presented, { envelope, tenantId, now: clock() });
    },
  });
}

/**
 * Every address that the engine writes comes from the tenant's endpoint. The engine would take protocol,
 * host and path from the request, where a forged header or a proxy in between decides them.
 */
function neverBelieveTheRequest(provider: Engine, { endpoint }: KnownTenant): void {
  const { host, protocol } = new URL(endpoint);
  Object.defineProperties(provider.request, {
    protocol: { get: () => protocol.slice(0, -1) },
    host: { get: () => host },
  });
  Object.defineProperty(provider.OIDCContext.prototype, 'urlFor', {
    value: (name: string, options?: Record<string, unknown>) => provider.urlFor(name, options),
  });
}
