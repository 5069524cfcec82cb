import type { FastifyReply, FastifyRequest } from 'fastify';

/** Which origins may call `/api` from a browser. */
export interface CorsPolicy {
  /** Development lets any origin call everything; production only those listed call the Management API. */
  readonly development: boolean;
  readonly managementOrigins: ReadonlySet<string>;
}

const METHODS = 'GET,HEAD,PUT,POST,DELETE,PATCH';

// Any origin may call these: a bearer token is the whole authority, and no cookie is read on them.
const openToEveryone = /^\/api\/(?:my-account|verifications|\.well-known)(?:[/?]|$)/;

/**
 * Sets the CORS headers (Fetch standard) and answers preflight requests. Credentials are never
 * allowed: the experience API reads cookies and must not be callable from another origin.
 * @returns whether the request was a preflight and has been answered.
 */
export function cors(request: FastifyRequest, reply: FastifyReply, policy: CorsPolicy): boolean {
  const origin = request.headers.origin;
  reply.header('vary', 'Origin');
  if (allows(request.url, origin, policy)) {
    reply.header('access-control-allow-origin', origin ?? '*');
    reply.header('access-control-expose-headers', '*');
  }
  const preflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
  if (!preflight) return false;
  reply.header('access-control-allow-methods', METHODS);
  const headers = request.headers['access-control-request-headers'];
  if (headers !== undefined) reply.header('access-control-allow-headers', headers);
  reply.code(204).send();
  return true;
}

function allows(url: string, origin: string | undefined, { development, managementOrigins }: CorsPolicy): boolean {
  if (openToEveryone.test(url)) return true;
  return development || (origin !== undefined && managementOrigins.has(origin));
}
