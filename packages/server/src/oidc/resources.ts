import { CONSOLE } from '../applications/index.ts';
import type { Queryable } from '../database/database.ts';
import { managementApiIndicator } from '../resources/index.ts';
import type { TenantKeys } from '../tenants/index.ts';
import { ownMetadata } from './clients.ts';
import { type EngineClient, errors, type KoaContextWithOIDC } from './engine.ts';
import { findDefaultResource, findOpenedScopes, findResource, type ScopeHolder } from './reads.store.ts';
import { currentState } from './request-state.ts';

/** Client libraries add this indicator by themselves when they ask for the organizations scope. */
const ORGANIZATIONS = 'urn:logto:resource:organizations';

/** Whose roles decide, when a token is being issued; while consent is asked for, nobody's. */
function holderOf(ctx: KoaContextWithOIDC, client: EngineClient): ScopeHolder {
  if (ctx.oidc.route !== 'token') return undefined;
  const userId = ctx.oidc.account?.accountId;
  return userId === undefined ? { kind: 'application', id: client.clientId } : { kind: 'user', id: userId };
}

// What administrators may do, they do in the console alone. Any application may sign them in and ask for this API's scope;
// it gets what it gets for everybody else: a token without it.
const isManagementApi = (indicator: string, tenantId: string): boolean =>
  indicator === managementApiIndicator(tenantId);

/** What a token of the console says beside the protocol's claims: the grant that it hangs on, which may end before it does. */
export const consoleClaims = (token: { readonly clientId?: string | undefined; readonly grantId?: unknown }) =>
  token.clientId === CONSOLE && typeof token.grantId === 'string' ? { grant_id: token.grantId } : undefined;

/**
 * The API that an indicator names (RFC 8707). What is granted is what was asked for; what is issued is what
 * the roles of the user, or of the machine's application, give at that moment.
 * @throws InvalidTarget for an unknown API
 */
export async function resourceServerInfo(
  database: Queryable,
  { active }: TenantKeys,
  ctx: KoaContextWithOIDC,
  indicator: string,
  client: EngineClient,
) {
  const format = {
    accessTokenFormat: 'jwt',
    audience: indicator,
    jwt: { sign: { alg: active.algorithm, kid: active.kid } },
  } as const;
  if (indicator === ORGANIZATIONS && ctx.oidc.route !== 'token') return { ...format, scope: '' };
  const { tenant } = currentState();
  const holder = holderOf(ctx, client);
  const [found, opened] = await Promise.all([
    findResource(database, tenant.id, indicator, holder),
    // What users were asked for once is no longer issued when the administrator has closed it since.
    ownMetadata(client).firstParty ? undefined : findOpenedScopes(database, tenant.id, indicator, client.clientId),
  ]);
  if (!found) throw new errors.InvalidTarget();
  const withheld = holder?.kind === 'user' && isManagementApi(indicator, tenant.id) && client.clientId !== CONSOLE;
  const scopes = withheld ? [] : opened ? found.scopes.filter(scope => opened.has(scope)) : found.scopes;
  return { ...format, scope: scopes.join(' '), accessTokenTTL: found.access_token_ttl };
}

/**
 * The API of a request that names none. A machine's token is always for an API: without one there is
 * nothing that it could be used for.
 */
export async function defaultResource(database: Queryable, ctx: KoaContextWithOIDC): Promise<string | undefined> {
  const indicator = await findDefaultResource(database, currentState().tenant.id);
  if (indicator === undefined && ctx.oidc.params?.['grant_type'] === 'client_credentials')
    throw new errors.InvalidTarget();
  return indicator;
}
