import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import { canonicalAddress, newId } from '../lib/index.ts';
import type { Origin } from '../operation/index.ts';

/**
 * Says of requests that do not pass through the framework where they come from, as the framework does
 * for the others: `X-Forwarded-For` counts only as far as configured proxies have written it.
 */
export function createSourceOf(trustProxy: boolean | string[]) {
  const trusts = proxyAddr.compile(Array.isArray(trustProxy) ? trustProxy : []);
  return (request: IncomingMessage): { requestId: string; origin: Origin } => ({
    requestId: newId(16),
    origin: {
      ip: canonicalAddress(proxyAddr(request, trusts)) ?? 'unknown',
      userAgent: request.headers['user-agent'],
    },
  });
}
