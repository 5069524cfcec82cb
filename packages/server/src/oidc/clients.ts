import { reservedScopes, userScopes } from '@freehold/contract';
import { ACCOUNT_CENTER, applicationSecretAad, builtInNames, CONSOLE, DEMO_APP } from '../applications/index.ts';
import { type Envelope, equalsInConstantTime, newSecret } from '../lib/index.ts';
import type { Tenant } from '../operation/index.ts';
import type { ClientMetadata, EngineClient } from './engine.ts';
import type { ClientRow } from './reads.store.ts';

/** What the engine's client carries for us beside the protocol's metadata. */
export interface OwnMetadata {
  readonly firstParty: boolean;
  readonly custom: CustomClientMetadata;
  readonly secrets: NonNullable<ClientRow['secrets']>;
}

/** Switches of an application (`customClientMetadata`). */
export interface CustomClientMetadata {
  readonly corsAllowedOrigins?: readonly string[];
  /** Seconds. */
  readonly idTokenTtl?: number;
  /** Seconds; `refreshTokenTtlInDays` goes before it. */
  readonly refreshTokenTtl?: number;
  readonly refreshTokenTtlInDays?: number;
  readonly alwaysIssueRefreshToken?: boolean;
  readonly rotateRefreshToken?: boolean;
  readonly allowTokenExchange?: boolean;
}

/** The grant type of token exchange (RFC 8693). */
export const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';

/** Name of {@link OwnMetadata} among the client's metadata. */
export const OWN_METADATA = 'freehold';

/** Our part of a client's metadata. */
export const ownMetadata = (client: EngineClient): OwnMetadata => client[OWN_METADATA] as OwnMetadata;

/** The clients that are the product's own and have no row. */
export const builtInClientIds = (development: boolean): ReadonlySet<string> =>
  new Set(development ? [ACCOUNT_CENTER, CONSOLE, DEMO_APP] : [ACCOUNT_CENTER, CONSOLE]);

/** Where their pages are, below the endpoint of the tenant. */
const builtInPages: ReadonlyMap<string, string> = new Map([
  [ACCOUNT_CENTER, '/account'],
  [CONSOLE, '/console'],
  [DEMO_APP, '/demo-app'],
]);

/** A built-in client as if it had a row, or undefined. */
export function builtInClient(id: string, { endpoint }: Tenant, development: boolean): ClientRow | undefined {
  if (!builtInClientIds(development).has(id)) return undefined;
  const page = `${endpoint}${builtInPages.get(id) ?? ''}`;
  return {
    id,
    name: builtInNames.get(id) ?? id,
    type: 'SPA',
    oidc_client_metadata: { redirectUris: [page], postLogoutRedirectUris: [page] },
    custom_client_metadata: { alwaysIssueRefreshToken: id !== DEMO_APP },
    is_third_party: false,
    user_scopes: null,
    secrets: null,
  };
}

/** What a third party's application may ask for: what is always open, and what the administrator has opened to it. */
export const thirdPartyScopes = (opened: readonly string[]): string[] => [
  ...reservedScopes,
  ...userScopes.filter(scope => opened.includes(scope)),
];

// The engine insists on a secret for confidential clients. This one nobody knows: real secrets are
// compared by `matchesClientSecret`.
const PLACEHOLDER_SECRET = newSecret(43);

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];

/** The protocol's metadata (RFC 7591) of an application; undefined for a type that speaks no OpenID Connect. */
export function clientMetadata(row: ClientRow, algorithm: 'ES256' | 'RS256'): ClientMetadata | undefined {
  const metadata = row.oidc_client_metadata;
  const redirectUris = strings(metadata['redirectUris']);
  const common = {
    client_id: row.id,
    client_name: row.name,
    id_token_signed_response_alg: algorithm,
    [OWN_METADATA]: {
      firstParty: !row.is_third_party,
      custom: row.custom_client_metadata,
      secrets: row.secrets ?? [],
    } satisfies OwnMetadata,
    ...(row.is_third_party ? { scope: thirdPartyScopes(row.user_scopes ?? []).join(' ') } : {}),
  };
  // It acts as any user: a third party's application never may, whatever its row says.
  const exchanges = !row.is_third_party && row.custom_client_metadata['allowTokenExchange'] === true;
  const grants = (...types: string[]) => [...types, ...(exchanges ? [TOKEN_EXCHANGE] : [])];
  const confidential = {
    token_endpoint_auth_method: 'client_secret_basic',
    client_secret: PLACEHOLDER_SECRET,
  } as const;
  const redirected = {
    redirect_uris: redirectUris,
    post_logout_redirect_uris: strings(metadata['postLogoutRedirectUris']),
    grant_types: grants('authorization_code', 'refresh_token'),
    // An application without a redirect URI cannot sign anybody in yet, but may sign out.
    response_types: redirectUris.length > 0 ? (['code'] as const) : [],
  };
  switch (row.type) {
    case 'Native':
      return { ...common, ...redirected, application_type: 'native', token_endpoint_auth_method: 'none' };
    case 'SPA':
      return { ...common, ...redirected, application_type: 'web', token_endpoint_auth_method: 'none' };
    case 'Traditional':
    case 'Protected':
      return { ...common, ...redirected, ...confidential, application_type: 'web' };
    case 'MachineToMachine':
      return {
        ...common,
        ...confidential,
        redirect_uris: [],
        grant_types: grants('client_credentials'),
        response_types: [],
      };
    default:
      return undefined;
  }
}

/** Whether `presented` is one of the client's secrets that have not expired. Compares all of them in constant time. */
export function matchesClientSecret(
  client: EngineClient,
  presented: string,
  { envelope, tenantId, now }: { readonly envelope: Envelope; readonly tenantId: string; readonly now: Date },
): boolean {
  return ownMetadata(client)
    .secrets.filter(({ expires_at }) => expires_at === null || expires_at > now.getTime())
    .map(({ name, value }) => envelope.openText(value, [...applicationSecretAad(tenantId, client.clientId, name)]))
    .reduce((matches, secret) => equalsInConstantTime(secret, presented) || matches, false);
}
