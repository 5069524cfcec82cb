import type { IncomingMessage } from 'node:http';
import type { KnownTenant } from '../tenants/index.ts';
import { answerError, withCode } from './answers.ts';
import { type Engine, errors, type KoaContextWithOIDC } from './engine.ts';
import { type Form, normalizeQuery, readForm } from './read-request.ts';
import { redirectedToGet } from './redirect-to-get.ts';
import { RequestState, runWithState } from './request-state.ts';
import { type RequestSource, type SettleNeeds, settle } from './settle.ts';

/** What serving needs. */
export interface ServeNeeds extends SettleNeeds {
  /** Client address (behind trusted proxies) and request id. */
  readonly sourceOf: (request: IncomingMessage) => RequestSource;
}

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
];

/** Runs every request of the engine in a state of its own, and writes that state before the answer leaves. */
export function serveWithState(engine: Engine, needs: ServeNeeds, tenant: KnownTenant): void {
  const failuresOf = new WeakMap<object, unknown>();
  // The engine's types know each event by itself; all of these carry the context first and the error second.
  const events: NodeJS.EventEmitter = engine;
  for (const event of failures) events.on(event, (ctx: object, error: unknown) => failuresOf.set(ctx, error));
  events.on('error', err => needs.log.error({ err }, 'unforeseen error of the protocol engine'));
  engine.use(async (ctx: KoaContextWithOIDC, next) => {
    const started = performance.now();
    const source = needs.sourceOf(ctx.req);
    const state = new RequestState(tenant, needs.clock());
    ctx.set({
      'logto-core-request-id': source.requestId,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      // For the pages that the engine writes itself (a form that sends itself): it adds the hash of its script. Our own
      // pages have a policy of theirs.
      'content-security-policy': "default-src 'none'; script-src; base-uri 'none'; frame-ancestors 'none'",
      'x-frame-options': 'DENY',
    });
    await runWithState(state, async () => {
      await answer(ctx, next, state, failuresOf);
      await settle(ctx, state, needs, source);
    });
    const body = withCode(ctx, tenant.endpoint, asJson(ctx), state.failure);
    if (body !== ctx.body) ctx.body = body;
    needs.log.info({ ...facts(ctx, tenant, started), requestId: source.requestId }, 'request');
  });
}

/**
 * A revocation has nothing to say, and what it says is ignored (RFC 7009, section 2.2); the engine says it as empty text.
 * Client libraries read every answer as JSON: some refuse another type, and have their applications believe that the
 * tokens still live.
 */
const asJson = (ctx: KoaContextWithOIDC): unknown =>
  ctx.oidc?.route === 'revocation' && ctx.body === '' ? {} : ctx.body;

/** The line of one request: the endpoint's name stands in for the address, which can hold codes and tokens. */
const facts = (ctx: KoaContextWithOIDC, tenant: KnownTenant, started: number): object => ({
  tenant: tenant.id,
  method: ctx.method,
  route: ctx.oidc?.route === undefined ? '(none)' : `oidc ${ctx.oidc.route}`,
  status: ctx.status,
  milliseconds: Math.round((performance.now() - started) * 10) / 10,
});

/** Lets the engine answer; what it throws past its own handlers, and what it lets pass, is answered here. */
async function answer(
  ctx: KoaContextWithOIDC,
  next: () => Promise<unknown>,
  state: RequestState,
  failuresOf: WeakMap<object, unknown>,
): Promise<void> {
  try {
    normalizeQuery(ctx);
    if (await redirectedToGet(ctx, state.tenant.issuer)) return;
    const form = ctx.method === 'POST' && /^\/token\/?$/i.test(ctx.path) ? await readForm(ctx) : undefined;
    expectToken(form, state);
    await next();
    // The engine names a route only when there is one.
    if (ctx.oidc === undefined) throw new errors.InvalidRequest('there is no such endpoint', 404);
    state.failure = failuresOf.get(ctx);
    if (state.failure === undefined && ctx.status >= 400) state.failure = new errors.InvalidRequest('', ctx.status);
    if (state.failure === undefined && form?.['organization_id']) throw noOrganizations();
    if (isUnknownClient(state.failure)) ctx.status = 400;
  } catch (error) {
    answerError(ctx, state, error);
  }
}

/** There are no organizations, so nobody is a member of one. */
const noOrganizations = () =>
  new errors.InsufficientScope('organization tokens are not available', 'urn:logto:scope:organizations');

/** A machine that names a client which does not exist is told apart from one with a wrong secret. */
const isUnknownClient = (failure: unknown): boolean =>
  failure instanceof errors.InvalidClientAuth && failure.error_detail === 'client not found';

/** Which token the request brings, so that its client, grant and user are read together with it. */
function expectToken(form: Form | undefined, state: RequestState): void {
  const { refresh_token: refresh, code } = form ?? {};
  if (typeof refresh === 'string' && refresh !== '') state.expected = { table: 'refresh', value: refresh };
  else if (typeof code === 'string' && code !== '') state.expected = { table: 'code', value: code };
}
