import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SecurityEvent } from '@freehold/contract';
import { LRUCache } from 'lru-cache';
import { type Database, DatabaseUnavailable, type Transaction } from '../database/database.ts';
import { recordEvent } from '../events/index.ts';
import { type Clock, type Envelope, newId } from '../lib/index.ts';
import type { Origin, Tenant } from '../operation/index.ts';
import type { Interactions } from '../sign-in/index.ts';
import type { KnownTenant, LoadTenantKeys, TenantDirectory, TenantKeys } from '../tenants/index.ts';
import { errorBody, withCode } from './answers.ts';
import { type Engine, engineNotices, errors, type KoaContextWithOIDC } from './engine.ts';
import { flush, type OnReuse, OvertakenError } from './flush.ts';
import { createInteractions } from './interactions.ts';
import { renderError } from './protocol-pages.ts';
import { createProvider } from './provider.ts';
import { type Form, normalizeQuery, readForm } from './read-request.ts';
import { RequestState, runWithState } from './request-state.ts';

/** Where a request comes from, as the edge judges it. */
export interface RequestSource {
  readonly requestId: string;
  readonly origin: Origin;
}

/** What the provider needs from the rest of the house. */
export interface OidcNeeds {
  readonly database: Database;
  readonly envelope: Envelope;
  readonly clock: Clock;
  readonly tenants: TenantDirectory;
  readonly keys: LoadTenantKeys;
  /** Whether the demonstration client exists. */
  readonly development: boolean;
  readonly log: {
    info(facts: object, sentence: string): void;
    warn(facts: object, sentence: string): void;
    error(facts: object, sentence: string): void;
  };
  /** Client address (behind trusted proxies) and request id. By default what the socket says, and a new id. */
  readonly sourceOf?: (request: IncomingMessage) => RequestSource;
}

/** The OpenID provider. */
export interface Oidc {
  /**
   * Serves one tenant's requests below `/oidc`. The path may come with that prefix or without it, when
   * `originalUrl` keeps it.
   */
  callback(tenant: Tenant): (request: IncomingMessage, response: ServerResponse) => void;
  /** The port through which the sign-in pages finish authorization requests. */
  readonly interactions: Interactions;
  /** Forgets the tenant's provider in this process. */
  invalidate(tenantId: string): void;
}

/** The engine of one tenant. */
export interface OpenEngine {
  readonly engine: Engine;
  readonly tenant: KnownTenant;
  readonly serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** Finds a tenant's engine; a new one when its keys or version have changed. */
export type EngineOf = (tenant: Pick<Tenant, 'id'>) => Promise<OpenEngine>;

/** Tenants whose engines stay in memory: about 45 kB each. */
const ENGINES = 500;

const socketSource = (request: IncomingMessage): RequestSource => ({
  requestId: newId(16),
  origin: { ip: request.socket.remoteAddress ?? '', userAgent: request.headers['user-agent'] },
});

/** Opens the provider. */
export function createOidc(given: OidcNeeds): Oidc {
  const needs = { ...given, sourceOf: given.sourceOf ?? socketSource };
  for (const notice of engineNotices.splice(0))
    needs.log.info({ notice }, 'the protocol engine says something to operators');
  const engines = new LRUCache<string, OpenEngine & { keys: TenantKeys }>({ max: ENGINES });

  const engineOf: EngineOf = async ({ id }) => {
    const tenant = await needs.tenants.find(id);
    const keys = await needs.keys(tenant);
    const known = engines.get(id);
    if (known && known.keys === keys && known.tenant.version === tenant.version) return known;
    const engine = createProvider(needs, tenant, keys);
    serveWithState(engine, needs, tenant);
    const made = { engine, tenant, keys, serve: engine.callback() };
    engines.set(id, made);
    return made;
  };

  return {
    interactions: createInteractions({ ...needs, engineOf }),
    invalidate(tenantId) {
      engines.delete(tenantId);
      needs.tenants.forget();
    },
    callback: tenant => (request, response) => {
      stripMount(request);
      engineOf(tenant).then(
        ({ serve }) => serve(request, response),
        error => refuse(needs, error, response),
      );
    },
  };
}

/** The engine routes on the path below its mount, and keeps the whole one as `originalUrl`. */
function stripMount(request: IncomingMessage & { originalUrl?: string }): void {
  const { url = '/' } = request;
  request.originalUrl ??= url;
  if (/^\/oidc(?:[/?]|$)/.test(url)) request.url = url.slice('/oidc'.length).replace(/^(?!\/)/, '/');
}

/** Before there is an engine, only the database or the tenant's keys can have failed. */
function refuse({ log }: Pick<OidcNeeds, 'log'>, error: unknown, response: ServerResponse): void {
  log.error({ err: error }, 'the provider of a tenant cannot be opened');
  const status = error instanceof DatabaseUnavailable ? 503 : 500;
  const name = status === 503 ? 'temporarily_unavailable' : 'server_error';
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ error: name, code: `oidc.${name}`, message: name }));
}

type Needs = OidcNeeds & Required<Pick<OidcNeeds, 'sourceOf'>>;

/** Events of the engine that say that a request has failed. */
const failures = [
  'authorization.error',
  'grant.error',
  'userinfo.error',
  'revocation.error',
  'introspection.error',
  'end_session.error',
  'end_session_confirm.error',
  'end_session_success.error',
  'server_error',
] as const;

/** Runs every request of the engine in a state of its own, and writes that state before the answer leaves. */
function serveWithState(engine: Engine, needs: Needs, tenant: KnownTenant): void {
  const failuresOf = new WeakMap<object, unknown>();
  for (const event of failures) {
    // The engine's types know each event by itself; all of these carry the context first and the error second.
    (engine as NodeJS.EventEmitter).on(event, (ctx: KoaContextWithOIDC, error: unknown) => failuresOf.set(ctx, error));
  }
  (engine as NodeJS.EventEmitter).on('error', error =>
    needs.log.error({ err: error }, 'unforeseen error of the protocol engine'),
  );
  engine.use(async (ctx: KoaContextWithOIDC, next) => {
    const started = performance.now();
    const source = needs.sourceOf(ctx.req);
    const state = new RequestState(tenant, needs.clock());
    ctx.set({
      'logto-core-request-id': source.requestId,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    await runWithState(state, async () => {
      await answer(ctx, next, state, failuresOf);
      await settle(ctx, state, needs, source);
    });
    ctx.body = withCode(ctx, tenant.endpoint, ctx.body, state.failure);
    needs.log.info(
      {
        requestId: source.requestId,
        tenant: tenant.id,
        method: ctx.method,
        route: ctx.oidc?.route === undefined ? '(none)' : `oidc ${ctx.oidc.route}`,
        status: ctx.status,
        milliseconds: Math.round((performance.now() - started) * 10) / 10,
      },
      'request',
    );
  });
}

/** Lets the engine answer; an error that it throws past its own handlers is answered here. */
async function answer(
  ctx: KoaContextWithOIDC,
  next: () => Promise<unknown>,
  state: RequestState,
  failuresOf: WeakMap<object, unknown>,
): Promise<void> {
  try {
    const form = ctx.method === 'POST' && /^\/token\/?$/i.test(ctx.path) ? await readForm(ctx) : undefined;
    normalizeQuery(ctx);
    expectToken(ctx, form, state);
    await next();
    state.failure = failuresOf.get(ctx);
    if (state.failure === undefined && ctx.status >= 400) state.failure = new errors.InvalidRequest('', ctx.status);
    if (state.failure === undefined && form?.['organization_id']) throw noOrganizations();
    if (isUnknownClient(state.failure)) ctx.status = 400;
    if (ctx.status === 404 && ctx.oidc?.route === undefined)
      throw new errors.InvalidRequest('there is no such endpoint', 404);
  } catch (error) {
    fail(ctx, state, error);
  }
}

/** There are no organizations, so nobody is a member of one. */
const noOrganizations = () =>
  new errors.InsufficientScope('organization tokens are not available', 'urn:logto:scope:organizations');

/** A machine that names a client which does not exist is told apart from one with a wrong secret. */
const isUnknownClient = (failure: unknown): boolean =>
  failure instanceof errors.InvalidClientAuth && failure.error_detail === 'client not found';

/** Which token the request brings, so that its client, grant and user are read together with it. */
function expectToken(ctx: KoaContextWithOIDC, form: Form | undefined, state: RequestState): void {
  const { refresh_token: refresh, code } = form ?? {};
  if (typeof refresh === 'string' && refresh !== '') state.expected = { table: 'refresh', value: refresh };
  else if (typeof code === 'string' && code !== '') state.expected = { table: 'code', value: code };
  else if (ctx.path === '/me') {
    const [, token] = /^Bearer (\S+)$/i.exec(ctx.get('authorization')) ?? [];
    if (token) state.expected = { table: 'access', value: token };
  }
}

/** Answers with an error in place of whatever the engine has said. */
function fail(ctx: KoaContextWithOIDC, state: RequestState, error: unknown): void {
  state.failure = error;
  const known = error instanceof errors.OIDCProviderError ? error : unforeseen(error);
  ctx.remove('location');
  ctx.status = known.statusCode;
  ctx.remove('content-type');
  renderError(ctx, errorBody(known), known);
}

function unforeseen(error: unknown): InstanceType<typeof errors.OIDCProviderError> {
  const unavailable = error instanceof DatabaseUnavailable;
  const known = new errors.OIDCProviderError(
    unavailable ? 503 : 500,
    unavailable ? 'temporarily_unavailable' : 'server_error',
  );
  known.error_description = 'the server could not answer';
  return known;
}

/** Writes what the request wants written: all of it when it succeeded, revocations and sessions when it failed. */
async function settle(
  ctx: KoaContextWithOIDC,
  state: RequestState,
  needs: Needs,
  source: RequestSource,
): Promise<void> {
  if (state.failure !== undefined) state.dropIssued();
  report(ctx, state, needs, source);
  const onReuse: OnReuse = (tx, reused) =>
    record(tx, needs, state, source, {
      userId: reused.accountId,
      clientId: reused.clientId,
      sessionUid: reused.sessionUid,
    });
  try {
    await flush(needs.database, state, onReuse);
  } catch (error) {
    if (!(error instanceof OvertakenError)) {
      needs.log.error(
        { requestId: source.requestId, err: error },
        'the answer of a protocol request could not be stored',
      );
      fail(ctx, state, error);
      return;
    }
    fail(
      ctx,
      state,
      error.what === 'session' ? new errors.SessionNotFound('session not found') : new errors.InvalidGrant(),
    );
    if (error.usedTwice !== undefined) await revokeFamily(needs.database, state, error.usedTwice, onReuse);
  }
}

/** Two requests used one code or token, and this one was slower: the family is revoked, as for any reuse. */
async function revokeFamily(database: Database, state: RequestState, grantId: string, onReuse: OnReuse): Promise<void> {
  const revocation = new RequestState(state.tenant, state.now);
  revocation.revokedGrants.add(grantId);
  const spent = state.consumed.find(one => one.grantId === grantId);
  const reading =
    spent?.table === 'refresh' && state.expected
      ? await state.readings.get(`refresh ${state.expected.value}`)
      : undefined;
  if (reading) {
    const { account_id: accountId, client_id: clientId, session_uid: sessionUid } = reading;
    revocation.reused = { accountId, clientId, grantId, sessionUid };
  }
  await flush(database, revocation, onReuse);
}

/** An error that is no refusal of the protocol is ours: it is logged, since the answer hides it. */
function report(ctx: KoaContextWithOIDC, state: RequestState, { log }: Needs, { requestId }: RequestSource): void {
  const { failure } = state;
  if (failure === undefined || failure instanceof errors.OIDCProviderError) return;
  log.error({ requestId, err: failure }, 'unforeseen error of the protocol engine');
  if (failure instanceof DatabaseUnavailable) fail(ctx, state, failure);
}

function record(
  tx: Transaction,
  { envelope }: Needs,
  { tenant, now }: RequestState,
  { requestId, origin }: RequestSource,
  { userId, clientId, sessionUid }: { userId: string; clientId: string; sessionUid: string | null },
): Promise<void> {
  const event: SecurityEvent = { type: 'refresh-token-reused', userId, actor: { kind: 'application', id: clientId } };
  const actor = { kind: 'system' } as const;
  return recordEvent(tx, envelope, { tenantId: tenant.id, now, requestId, origin, actor, clientId, sessionUid }, event);
}
