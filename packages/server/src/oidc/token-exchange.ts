/**
 * Token exchange (RFC 8693), as far as it is offered: an application that its administrator lets act for users exchanges
 * a subject token for an access token of the token's user.
 *
 * The access token hangs on a grant of its own, without a session: proofs that it gives are bound to that grant, and it
 * ends with whatever ends all sessions of the user. There is no refresh token and no ID token: who wants to act for
 * longer asks the Management API again, which writes down who and why.
 */
import { accountScopes } from '@freehold/contract';
import type { Database } from '../database/database.ts';
import { sha256 } from '../lib/index.ts';
import { findSubjectToken } from '../subject-tokens/index.ts';
import type { TenantKeys } from '../tenants/index.ts';
import { findAccount } from './accounts.ts';
import { TOKEN_EXCHANGE } from './clients.ts';
import { toSeconds } from './documents.ts';
import { type Engine, type EngineAccessToken, type EngineClient, errors, type TokenContext } from './engine.ts';
import { currentState } from './request-state.ts';
import { resourceServerInfo } from './resources.ts';

const SUBJECT_TOKEN = 'urn:logto:token-type:impersonation_token';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';

const parameters = [
  'subject_token',
  'subject_token_type',
  'actor_token',
  'actor_token_type',
  'requested_token_type',
  'audience',
  'resource',
  'scope',
] as const;

type Context = TokenContext<{ readonly [P in (typeof parameters)[number]]?: string | readonly string[] }>;

interface Needs {
  readonly database: Database;
}

/** Teaches the engine the grant. Which applications may use it is in their metadata (`clients.ts`). */
export function registerTokenExchange(provider: Engine, needs: Needs, keys: TenantKeys): void {
  provider.registerGrantType<Context['oidc']['params']>(
    TOKEN_EXCHANGE,
    async ctx => {
      const request = readRequest(ctx);
      const subject = await findSubject(ctx, needs, request.subjectToken);
      const { client } = ctx.oidc;
      const token = new provider.AccessToken({ client, accountId: subject.userId, grantId: '', gty: TOKEN_EXCHANGE });
      await address(ctx, token, { ...request, client }, { ...needs, keys });
      token.grantId = await allow(provider, token, client, request.resource);
      ctx.oidc.entity('AccessToken', token);
      const accessToken = await token.save();
      currentState().exchange = { ...subject, clientId: client.clientId, resource: request.resource };
      ctx.body = {
        access_token: accessToken,
        issued_token_type: ACCESS_TOKEN,
        token_type: 'Bearer',
        expires_in: token.expiration,
        scope: token.scope ?? '',
      };
    },
    parameters,
    ['audience', 'resource'],
  );
}

interface ExchangeRequest {
  readonly subjectToken: string;
  readonly resource: string | undefined;
  readonly scopes: ReadonlySet<string>;
}

/** @throws InvalidRequest, InvalidTarget for what is malformed or not offered (RFC 8693, section 2.2.2) */
function readRequest({ oidc: { params } }: Context): ExchangeRequest {
  const one = (name: (typeof parameters)[number]) => {
    const value = params[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const subjectToken = one('subject_token');
  const type = one('subject_token_type');
  if (subjectToken === undefined || type === undefined)
    throw new errors.InvalidRequest("missing required parameter(s) 'subject_token' and 'subject_token_type'");
  // An access token or ID token says that somebody has signed in, not that another application may act for them.
  if (type !== SUBJECT_TOKEN) throw new errors.InvalidRequest('unsupported subject_token_type');
  if (params.actor_token !== undefined || params.actor_token_type !== undefined)
    throw new errors.InvalidRequest('actor tokens are not supported');
  if ((one('requested_token_type') ?? ACCESS_TOKEN) !== ACCESS_TOKEN)
    throw new errors.InvalidRequest('unsupported requested_token_type');
  // Left out of account, it would be a token for somebody else than was meant.
  if (params.audience !== undefined && params.audience !== '')
    throw new errors.InvalidTarget('name the API with resource');
  if (Array.isArray(params.resource)) throw new errors.InvalidTarget('only a single resource is supported');
  return { subjectToken, resource: one('resource'), scopes: new Set((one('scope') ?? '').split(' ').filter(Boolean)) };
}

/** Whom the token is of. Judged anew: since it was made, they may have been suspended or deleted. */
async function findSubject(ctx: Context, { database }: Needs, subjectToken: string) {
  const { tenant, now } = currentState();
  const idHash = sha256(subjectToken);
  const found = await findSubjectToken(database, tenant.id, idHash, now);
  const account = found && (await findAccount(database, found.user_id));
  if (!found || !account) throw new errors.InvalidGrant('subject token is unknown, used or expired');
  ctx.oidc.entity('Account', account);
  const creator = { kind: found.creator_kind, id: found.creator_id };
  return { idHash, userId: found.user_id, creator };
}

/** Whom the token is for, and what it opens there: what was asked for, as far as application and user have it. */
async function address(
  ctx: Context,
  token: EngineAccessToken,
  { resource, scopes, client }: ExchangeRequest & { readonly client: EngineClient },
  { database, keys }: Needs & { readonly keys: TenantKeys },
): Promise<void> {
  if (resource === undefined) {
    // Without a refresh token there is no offline access.
    token.scope = accountScopes.filter(scope => scopes.has(scope) && scope !== 'offline_access').join(' ');
    return;
  }
  const info = await resourceServerInfo(database, keys, ctx, resource, client);
  token.resourceServer = new ctx.oidc.provider.ResourceServer(resource, info);
  token.scope =
    info.scope
      .split(' ')
      .filter(scope => scopes.has(scope))
      .join(' ') || undefined;
}

/** The grant that the token hangs on, for as long as the token lives. */
function allow(
  provider: Engine,
  token: EngineAccessToken,
  { clientId }: EngineClient,
  resource: string | undefined,
): Promise<string> {
  const grant = new provider.Grant({ clientId, accountId: token.accountId });
  const scope = token.scope ?? '';
  if (resource === undefined) grant.addOIDCScope(scope);
  else grant.addResourceScope(resource, scope);
  // The token is issued a moment later.
  grant.exp = toSeconds(currentState().now) + token.expiration + 60;
  return grant.save();
}
