import type { FastifyReply, FastifyRequest } from 'fastify';

/** The structured log: an object of facts, a sentence. Never a token, code, password or secret. */
export interface Log {
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
}

/**
 * The line of one request. The route's pattern stands in for the address: queries and paths can hold
 * codes, tokens and addresses, and headers always do.
 */
export function requestLine(request: FastifyRequest, reply: FastifyReply): object {
  return {
    requestId: request.id,
    tenant: request.source?.tenant.id,
    method: request.method,
    route: request.routeOptions.url ?? '(none)',
    operation: request.routeOptions.config.operationId,
    status: reply.statusCode,
    milliseconds: Math.round(reply.elapsedTime * 10) / 10,
  };
}
