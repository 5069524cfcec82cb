/**
 * The path that every request of the API walks, on one page:
 *
 *   tenant → caller (401, 403) → account center enabled (400) → body, query, params (400)
 *   → the route's guards, in its order → a file, where it takes one → the operation → answer
 *
 * A route lists what it needs as data; this file is the only place that enforces it. If a new
 * operation makes you edit it, you are inventing a new kind of guard.
 */
import { type HttpMethod, methodsOf, type Route, type Routes, type SentFile } from '@freehold/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sha256 } from '../lib/index.ts';
import {
  type Context,
  etagOfText,
  type Handlers,
  JsonText,
  OneTripRead,
  Page,
  Problem,
  Reply,
} from '../operation/index.ts';
import { authenticate } from './authenticate.ts';
import { bearerToken } from './bearer.ts';
import { type ContextSource, createContext, type Proof } from './context.ts';
import { enforce } from './guards.ts';
import { isFromElsewhere } from './own-pages.ts';
import { pageHeaders, readPage } from './pagination.ts';
import type { Pipeline } from './pipeline.ts';
import { takeForms, withFilePart } from './read-file-part.ts';
import { validate } from './validate.ts';

/** Mounts a group of routes with their handlers. The key is the operation's name in logs and tests. */
export function mount<R extends Routes>(
  server: FastifyInstance,
  pipeline: Pipeline,
  routes: R,
  handlers: Handlers<R>,
): void {
  for (const [operationId, definition] of Object.entries(routes)) {
    const handler = handlers[operationId as keyof R];
    const operation = { operationId, definition, handler: handler as Operation };
    for (const method of methodsOf(definition)) mountOne(server, pipeline, method, operation);
  }
}

type Operation = OneTripRead | ((context: Context, input: Record<string, unknown>) => Promise<unknown>);

interface Mounted {
  readonly operationId: string;
  readonly definition: Route;
  readonly handler: Operation;
}

function mountOne(server: FastifyInstance, pipeline: Pipeline, method: HttpMethod, operation: Mounted): void {
  const { definition, handler, operationId } = operation;
  const route = {
    method,
    url: definition.path,
    config: { operationId },
    ...(handler instanceof OneTripRead ? oneTrip(pipeline, operation, handler) : inSteps(pipeline, operation, handler)),
  };
  if (!definition.file) {
    server.route(route);
    return;
  }
  // A scope of its own: no other route takes forms.
  server.register(async scope => {
    takeForms(scope);
    scope.route(route);
  });
}

/** Token and answer are one statement's, and there is no body: nothing to do in steps. */
function oneTrip({ database, clock, findTenant }: Pipeline, operation: Mounted, { read }: OneTripRead) {
  return {
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const now = clock();
      const tenant = await findTenant(request.host);
      request.source = { tenant, now };
      const tokenHash = sha256(bearerToken(request.headers.authorization));
      return answer(reply, operation, await read({ database, tenantId: tenant.id, tokenHash, now }), request);
    },
  };
}

function inSteps(pipeline: Pipeline, operation: Mounted, handler: Exclude<Operation, OneTripRead>) {
  const { definition } = operation;
  return {
    // Before the body is read: a caller without a good token learns nothing about the rest.
    onRequest: async (request: FastifyRequest) => {
      request.source = await identify(pipeline, definition, request);
    },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const { source } = request;
      const input = {
        params: validate('params', definition.params, request.params),
        query: validate('query', definition.query, request.query),
        body: validate('body', definition.body, request.body),
      };
      const page = definition.pagination && readPage(searchOf(request), definition.pagination);
      const proofs = await judgeGuards(pipeline, definition, source, input.body, request);
      const context = createContext(pipeline, source, request, reply, { page, proofs });
      const work = (file?: SentFile) => handler(context, { ...input, file });
      const result = await (definition.file
        ? withFilePart(request.raw, definition.file, senderOf(source), work)
        : work());
      return answer(reply, operation, result, request, page);
    },
  };
}

/** Who calls, as far as the route asks. */
async function identify(pipeline: Pipeline, definition: Route, request: FastifyRequest): Promise<ContextSource> {
  const now = pipeline.clock();
  const tenant = await pipeline.findTenant(request.host);
  const base = { tenant, now };
  const { authorization } = request.headers;
  switch (definition.caller) {
    case 'account': {
      const tokenHash = sha256(bearerToken(authorization));
      const principal = await authenticate(pipeline.database, tenant, pipeline.builtInClients, tokenHash, now);
      if (!principal.accountCenterEnabled) throw new Problem('account_center.not_enabled');
      return { ...base, principal, tokenHash };
    }
    case 'management':
      return { ...base, manager: await pipeline.authenticateManager(tenant, bearerToken(authorization)) };
    case 'interaction':
      // As if the cookie, which is what it asks for, had not come along.
      if (isFromElsewhere(request.headers, tenant)) throw new Problem('session.not_found');
      return base;
    default:
      return base;
  }
}

/** Who sends a file: a person of a tenant. Callers that are no person share the places of one. */
const senderOf = ({ tenant, principal }: ContextSource): string => `${tenant.id} ${principal?.userId}`;

/** Enforces the route's guards in its order; returns the proofs that the change leans on. */
async function judgeGuards(
  { database, findProof }: Pipeline,
  definition: Route,
  { principal, now }: ContextSource,
  body: unknown,
  request: FastifyRequest,
): Promise<Proof[]> {
  const proofs: Proof[] = [];
  if (!principal) return proofs;
  const header = request.headers['logto-verification-id'];
  for (const guard of definition.guards ?? []) {
    await enforce(guard, principal, body, async action => {
      const proof = await findProof(database, principal, action, typeof header === 'string' ? header : undefined, now);
      if (proof) proofs.push(proof);
    });
  }
  return proofs;
}

/** Writes what an operation returned. */
function answer(
  reply: FastifyReply,
  { definition, operationId }: Mounted,
  result: unknown,
  request: FastifyRequest,
  page?: ReturnType<typeof readPage>,
): FastifyReply {
  const [status, schema] = Object.entries(definition.responses)[0] ?? ['204', null];
  reply.code(Number(status)).header('cache-control', 'no-store');
  if (result instanceof JsonText) return sendJson(request, reply, result.text, result.etag);
  let body = result;
  let etag: string | undefined;
  if (result instanceof Reply) {
    reply.code(result.status ?? Number(status)).headers({ ...result.headers });
    body = result.body;
    etag = result.headers['etag'];
  } else if (result instanceof Page) {
    const [path = ''] = request.url.split('?');
    reply.headers(pageHeaders(result, page, request.source.tenant.endpoint, path, searchOf(request)));
    body = result.items;
  }
  if (body === undefined) return reply.send();
  request.server.checkAnswer?.(operationId, schema, body);
  return sendJson(request, reply, JSON.stringify(body), etag);
}

/**
 * Sends JSON. A read answers 304 when the caller already has it (RFC 9110 §13.1.2); a change tells the ETag of what it
 * has made, so that the next one can be guarded by it without another read.
 */
function sendJson(request: FastifyRequest, reply: FastifyReply, text: string, etag: string | undefined): FastifyReply {
  if (etag !== undefined) reply.header('etag', etag);
  if (request.method === 'GET' || request.method === 'HEAD') {
    const tag = etag ?? etagOfText(text);
    reply.header('etag', tag);
    const known = request.headers['if-none-match'];
    if (known !== undefined && matchesEtag(known, tag)) return reply.code(304).send();
  }
  return reply.header('content-type', 'application/json; charset=utf-8').send(text);
}

const matchesEtag = (header: string, etag: string): boolean =>
  header.split(',').some(candidate => candidate.trim() === '*' || candidate.trim().replace(/^W\//, '') === etag);

const searchOf = (request: FastifyRequest): URLSearchParams => new URLSearchParams(request.url.split('?')[1] ?? '');
