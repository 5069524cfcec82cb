import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { methodsOf, type Route } from '@freehold/contract';
import { negotiateLocale } from '@freehold/messages';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { newId } from '../lib/index.ts';
import { Problem } from '../operation/index.ts';
import { acceptJson } from './accept-json.ts';
import { cors } from './cors.ts';
import { type Log, requestLine } from './log.ts';
import type { Pipeline } from './pipeline.ts';
import { problemMediaType, problemResponse } from './problem-response.ts';
import { toProblem } from './to-problem.ts';

/** The server as the composition root passes it on: what it is made of stays in this folder. */
export type HttpServer = FastifyInstance;

/** Settings of the HTTP server itself. */
export interface ServerOptions {
  readonly log: Log;
  /** Proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed. */
  readonly trustProxy: boolean | string[];
  /** The endpoint is https: browsers are told never to try without. */
  readonly secure: boolean;
  /** Serves everything below `/oidc`; a request that it takes never reaches the routes. */
  readonly oidc: (request: IncomingMessage, response: ServerResponse) => void;
  /** All routes of the API, to tell 405 from 404. */
  readonly routes: readonly Route[];
}

/** Bodies of more than 256 kB are refused before they are read. */
const BODY_LIMIT = 256 * 1024;

/**
 * A client that dribbles its request must not hold a connection for ever (Slowloris). Given to the server itself: the
 * framework's setting of this name is for servers that it makes.
 */
export const timeouts = { headersTimeout: 15_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 };

const isOidc = (url: string | undefined): boolean => url !== undefined && /^\/oidc(?:[/?]|$)/.test(url);

/** The contract's schemas judge bodies, not the framework's: its two compilers would only be loaded, at every start. */
function noSchemas(): never {
  throw new Error('routes have no schemas of the framework');
}

/** Makes the HTTP server without routes: limits, request ids, headers, errors, log. */
export function createServer(pipeline: Pipeline, options: ServerOptions): HttpServer {
  const fixedHeaders = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    // A year, as browsers' preload lists ask; sub-domains are their owners' business.
    ...(options.secure && { 'strict-transport-security': 'max-age=31536000' }),
  };
  const server = Fastify({
    bodyLimit: BODY_LIMIT,
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    routerOptions: { maxParamLength: 256 },
    trustProxy: options.trustProxy,
    genReqId: () => newId(16),
    requestIdHeader: false,
    logger: false,
    forceCloseConnections: 'idle',
    // An address that cannot be decoded is refused before there is a route, and so before the hooks below.
    frameworkErrors: (error, request, reply) => {
      reply.headers({ ...fixedHeaders, 'logto-core-request-id': request.id });
      refuse(error, request, reply);
    },
    serverFactory: handler =>
      // The protocol engine brings its own request handling: it is dispatched before the framework.
      createHttpServer(timeouts, (request, response) =>
        isOidc(request.url) ? options.oidc(request, response) : handler(request, response),
      ),
  });
  if (pipeline.checkAnswer) server.decorate('checkAnswer', pipeline.checkAnswer);
  acceptJson(server);
  // Hooks with callbacks: a promise a hook and request is what they would cost most.
  server.addHook('onRequest', (request, reply, done) => {
    // The framework would take the host from it, behind a proxy that passes on what the client has sent: the tenant is
    // found by `Host` alone, here as in the protocol engine.
    delete request.raw.headers['x-forwarded-host'];
    reply.headers({ ...fixedHeaders, 'logto-core-request-id': request.id });
    if (!(request.url.startsWith('/api/') && cors(request, reply, pipeline.cors))) done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    options.log.info(requestLine(request, reply), 'request');
    done();
  });
  server.setErrorHandler((error: FastifyError | Error, request, reply) => refuse(error, request, reply));
  server.setNotFoundHandler((request, reply) => refuse(notFound(options.routes, request), request, reply));

  /** A path that no route has is refused before anybody has asked for the tenant. */
  const endpointOf = (request: FastifyRequest): Promise<string> =>
    pipeline.findTenant(request.host).then(
      tenant => tenant.endpoint,
      () => '',
    );

  async function refuse(error: Error, request: FastifyRequest, reply: FastifyReply) {
    const problem = toProblem(error);
    if (problem.code === 'server.internal_error') {
      options.log.error({ requestId: request.id, err: problem.options.cause }, 'unforeseen error');
    }
    // What a connector could not do is the operator's to mend. Its text has been freed of secrets where it was thrown.
    if (problem.code.startsWith('connector.') && problem.options.cause instanceof Error) {
      const { message: reason } = problem.options.cause;
      options.log.warn({ requestId: request.id, code: problem.code, reason }, 'a connector failed');
    }
    pipeline.onProblem?.(problem.code);
    readToTheEnd(request, reply);
    const page = await server.problemPage?.(request, problem);
    if (page)
      return reply
        .code(page.status)
        .headers({ ...problem.options.headers, ...page.headers })
        .send(page.body);
    const locale = negotiateLocale(request.headers['accept-language']);
    const endpoint = request.source?.tenant.endpoint ?? (await endpointOf(request));
    const response = problemResponse(problem, locale, endpoint);
    reply.code(response.status).headers({ 'cache-control': 'no-store', ...response.headers });
    return reply.header('content-type', problemMediaType).send(response.body);
  }

  return server;
}

/**
 * Lets a client that is still sending finish, and keeps the connection. The framework would close it with the rest
 * unread, and the reset that follows can take away the answer which says why. The server's time limit ends this too.
 */
function readToTheEnd(request: FastifyRequest, reply: FastifyReply): void {
  reply.removeHeader('connection');
  request.raw.resume();
}

function notFound(routes: readonly Route[], request: FastifyRequest): Problem {
  const [path = ''] = request.url.split('?');
  const allowed = routes.filter(route => matches(route.path, path)).flatMap(methodsOf);
  if (allowed.length === 0) return new Problem('request.not_found');
  return new Problem('request.method_not_allowed', { headers: { allow: [...new Set(allowed)].join(', ') } });
}

function matches(pattern: string, path: string): boolean {
  const expected = pattern.split('/');
  const actual = path.split('/');
  return (
    expected.length === actual.length &&
    expected.every((part, i) => (part.startsWith(':') ? actual[i] !== '' : part === actual[i]))
  );
}
