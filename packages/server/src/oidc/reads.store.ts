import { type Queryable, statement } from '../database/database.ts';
import type { TokenTable } from '../sessions/index.ts';

/** An application as the protocol sees it. */
export interface ClientRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly oidc_client_metadata: Readonly<Record<string, unknown>>;
  readonly custom_client_metadata: Readonly<Record<string, unknown>>;
  readonly is_third_party: boolean;
  /** User scopes that a third party's application may ask for; NULL for others, which may ask for all. */
  readonly user_scopes: readonly string[] | null;
  /** Encrypted; `expires_at` in milliseconds since 1970. */
  readonly secrets:
    | readonly { readonly name: string; readonly value: string; readonly expires_at: number | null }[]
    | null;
}

/** A user as tokens speak of them. */
export interface AccountRow {
  readonly id: string;
  readonly username: string | null;
  readonly name: string | null;
  readonly avatar: string | null;
  readonly primary_email: string | null;
  readonly primary_phone: string | null;
  readonly profile: Readonly<Record<string, unknown>>;
  readonly is_suspended: boolean;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const secrets = `(SELECT jsonb_agg(jsonb_build_object(
       'name', s.name, 'value', s.value, 'expires_at', extract(epoch FROM s.expires_at) * 1000) ORDER BY s.created_at)
     FROM application_secrets s WHERE s.tenant_id = a.tenant_id AND s.application_id = a.id)`;

const userScopes = `CASE WHEN a.is_third_party THEN (SELECT coalesce(jsonb_agg(c.scope), '[]'::jsonb)
     FROM application_consent_user_scopes c WHERE c.tenant_id = a.tenant_id AND c.application_id = a.id) END`;

const findClientById = statement<ClientRow>(
  'oidc.find-client',
  `SELECT a.id, a.name, a.type, a.oidc_client_metadata, a.custom_client_metadata, a.is_third_party,
     ${userScopes} AS user_scopes, ${secrets} AS secrets
   FROM applications a WHERE a.tenant_id = $1 AND a.id = $2`,
);

/** The application with its secrets, or undefined. */
export const findClient = (db: Queryable, tenantId: string, id: string): Promise<ClientRow | undefined> =>
  db.row(findClientById, [tenantId, id]);

const findAccountById = statement<AccountRow>(
  'oidc.find-account',
  `SELECT id, username, name, avatar, primary_email, primary_phone, profile, is_suspended, created_at, updated_at
   FROM users WHERE tenant_id = $1 AND id = $2`,
);

/** The user, or undefined. */
export const findAccountRow = (db: Queryable, tenantId: string, id: string): Promise<AccountRow | undefined> =>
  db.row(findAccountById, [tenantId, id]);

/** Claims that are rarely asked for. */
export interface ExtendedClaimsRow {
  readonly custom_data: Readonly<Record<string, unknown>>;
  readonly roles: readonly string[];
  readonly identities: Readonly<Record<string, unknown>> | null;
  readonly sso_identities: readonly Readonly<Record<string, unknown>>[] | null;
}

const findExtended = statement<ExtendedClaimsRow>(
  'oidc.find-extended-claims',
  `SELECT u.custom_data,
     ARRAY(SELECT r.name FROM user_roles ur JOIN roles r ON r.tenant_id = ur.tenant_id AND r.id = ur.role_id
       WHERE ur.tenant_id = u.tenant_id AND ur.user_id = u.id ORDER BY r.name) AS roles,
     (SELECT jsonb_object_agg(i.target, jsonb_build_object('userId', i.identity_id, 'details', i.details))
       FROM identities i WHERE i.tenant_id = u.tenant_id AND i.user_id = u.id) AS identities,
     (SELECT jsonb_agg(jsonb_build_object('issuer', i.issuer, 'identityId', i.identity_id, 'detail', i.details) ORDER BY i.created_at)
       FROM sso_identities i WHERE i.tenant_id = u.tenant_id AND i.user_id = u.id) AS sso_identities
   FROM users u WHERE u.tenant_id = $1 AND u.id = $2`,
);

/** The rarer claims of a user, or undefined. */
export const findExtendedClaims = (
  db: Queryable,
  tenantId: string,
  id: string,
): Promise<ExtendedClaimsRow | undefined> => db.row(findExtended, [tenantId, id]);

/** An API that tokens are issued for, with the scopes that may be issued. */
export interface ResourceRow {
  readonly access_token_ttl: number;
  readonly scopes: readonly string[];
}

const resource = (name: string, scopes: string, parameters: string) =>
  statement<ResourceRow>(
    `oidc.find-resource${name}`,
    `SELECT r.access_token_ttl, ARRAY(${scopes} ORDER BY 1) AS scopes
     FROM resources r WHERE r.tenant_id = $1 AND r.indicator = $2${parameters}`,
  );

const findWithAll = resource(
  '',
  'SELECT s.name FROM scopes s WHERE s.tenant_id = r.tenant_id AND s.resource_id = r.id',
  '',
);

const throughRoles = (holders: 'user_roles' | 'application_roles', holder: 'user_id' | 'application_id') =>
  `SELECT DISTINCT s.name FROM ${holders} h
     JOIN role_scopes rs ON rs.tenant_id = h.tenant_id AND rs.role_id = h.role_id
     JOIN scopes s ON s.tenant_id = rs.tenant_id AND s.id = rs.scope_id
   WHERE h.tenant_id = r.tenant_id AND h.${holder} = $3 AND s.resource_id = r.id`;

const findOfUser = resource('-of-user', throughRoles('user_roles', 'user_id'), '');
const findOfApplication = resource('-of-application', throughRoles('application_roles', 'application_id'), '');

/** Whose roles say which scopes there are; undefined asks for all. */
export type ScopeHolder = { readonly kind: 'user' | 'application'; readonly id: string } | undefined;

/** The API with this indicator and the scopes that the holder's roles give, or undefined. */
export function findResource(
  db: Queryable,
  tenantId: string,
  indicator: string,
  holder: ScopeHolder,
): Promise<ResourceRow | undefined> {
  if (!holder) return db.row(findWithAll, [tenantId, indicator]);
  return db.row(holder.kind === 'user' ? findOfUser : findOfApplication, [tenantId, indicator, holder.id]);
}

const findOpened = statement<{ name: string }>(
  'oidc.find-consent-scopes-of-resource',
  `SELECT s.name FROM resources r
   JOIN scopes s ON s.tenant_id = r.tenant_id AND s.resource_id = r.id
   JOIN application_consent_resource_scopes c ON c.tenant_id = s.tenant_id AND c.scope_id = s.id
   WHERE r.tenant_id = $1 AND r.indicator = $2 AND c.application_id = $3`,
);

/** Names of the scopes of an API that a third party's application may ask for. */
export const findOpenedScopes = async (
  db: Queryable,
  tenantId: string,
  indicator: string,
  applicationId: string,
): Promise<ReadonlySet<string>> =>
  new Set((await db.rows(findOpened, [tenantId, indicator, applicationId])).map(({ name }) => name));

/** A scope of an API as people read it before they allow it. */
export interface AskedScopeRow {
  readonly resource: string;
  readonly name: string;
  readonly description: string | null;
}

const findAsked = statement<AskedScopeRow>(
  'oidc.find-asked-scopes',
  `SELECT r.name AS resource, s.name, s.description FROM resources r
   JOIN scopes s ON s.tenant_id = r.tenant_id AND s.resource_id = r.id
   JOIN application_consent_resource_scopes c ON c.tenant_id = s.tenant_id AND c.scope_id = s.id
   WHERE r.tenant_id = $1 AND c.application_id = $2 AND r.indicator = ANY ($3::text[]) AND s.name = ANY ($4::text[])
   ORDER BY r.created_at, r.id, s.created_at, s.id`,
);

/** Those of the scopes that these APIs have and that the third party's application may ask for, API by API. */
export const findAskedScopes = (
  db: Queryable,
  tenantId: string,
  applicationId: string,
  asked: { readonly indicators: readonly string[]; readonly scopes: readonly string[] },
): Promise<readonly AskedScopeRow[]> =>
  db.rows(findAsked, [tenantId, applicationId, [...asked.indicators], [...asked.scopes]]);

const findDefault = statement<{ indicator: string }>(
  'oidc.find-default-resource',
  'SELECT indicator FROM resources WHERE tenant_id = $1 AND is_default',
);

/** The indicator of the tenant's default API, or undefined. */
export const findDefaultResource = async (db: Queryable, tenantId: string): Promise<string | undefined> =>
  (await db.row(findDefault, [tenantId]))?.indicator;

/** A token with everything that is judged together with it. */
export interface TokenReading {
  readonly account_id: string;
  readonly client_id: string;
  readonly grant_id: string;
  readonly session_uid: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly consumed_at: Date | null;
  readonly scope: string | null;
  readonly grant_payload: Readonly<Record<string, unknown>>;
  readonly grant_session_uid: string | null;
  readonly grant_created_at: Date;
  readonly grant_expires_at: Date;
  /** NULL for a built-in client, or one that was deleted. */
  readonly client: Omit<ClientRow, 'secrets'> | null;
  readonly client_secrets: ClientRow['secrets'];
  readonly user_id: string | null;
  readonly username: string | null;
  readonly name: string | null;
  readonly avatar: string | null;
  readonly primary_email: string | null;
  readonly primary_phone: string | null;
  readonly profile: AccountRow['profile'] | null;
  readonly is_suspended: boolean | null;
  readonly user_created_at: Date | null;
  readonly user_updated_at: Date | null;
}

// A token without its grant, or of a session that was ended, is no token. A session whose row has gone
// has expired or was signed out of, which offline access outlives.
const reading = (table: string, own: string) =>
  statement<TokenReading>(
    `oidc.read-${table}`,
    `SELECT t.account_id, t.client_id, t.grant_id, t.session_uid, t.payload, t.created_at, t.expires_at, ${own},
       g.payload AS grant_payload, g.session_uid AS grant_session_uid, g.created_at AS grant_created_at,
       g.expires_at AS grant_expires_at,
       CASE WHEN a.id IS NULL THEN NULL ELSE jsonb_build_object('id', a.id, 'name', a.name, 'type', a.type,
         'oidc_client_metadata', a.oidc_client_metadata, 'custom_client_metadata', a.custom_client_metadata,
         'is_third_party', a.is_third_party, 'user_scopes', ${userScopes}) END AS client,
       ${secrets} AS client_secrets,
       u.id AS user_id, u.username, u.name, u.avatar, u.primary_email, u.primary_phone, u.profile, u.is_suspended,
       u.created_at AS user_created_at, u.updated_at AS user_updated_at
     FROM ${table} t
     JOIN grants g ON g.tenant_id = t.tenant_id AND g.id = t.grant_id
     LEFT JOIN sessions se ON se.tenant_id = t.tenant_id AND se.uid = t.session_uid
     LEFT JOIN applications a ON a.tenant_id = t.tenant_id AND a.id = t.client_id
     LEFT JOIN users u ON u.tenant_id = t.tenant_id AND u.id = t.account_id
     WHERE t.tenant_id = $1 AND t.id_hash = $2 AND se.ended_at IS NULL`,
  );

const readings: Readonly<Record<TokenTable, ReturnType<typeof reading>>> = {
  access: reading('access_tokens', 'NULL::timestamptz AS consumed_at, t.scope'),
  refresh: reading('refresh_tokens', 't.consumed_at, NULL::text AS scope'),
  code: reading('authorization_codes', 't.consumed_at, NULL::text AS scope'),
};

/** The token whose SHA-256 is `idHash`, in one round trip with its grant, client and user; undefined when it is none. */
export const readToken = (
  db: Queryable,
  tenantId: string,
  table: TokenTable,
  idHash: Buffer,
): Promise<TokenReading | undefined> => db.row(readings[table], [tenantId, idHash]);
