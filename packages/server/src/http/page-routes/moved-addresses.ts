import type { FastifyInstance } from 'fastify';
import type { PageNeeds } from './needs.ts';
import { searchOf } from './visit.ts';

/** Tasks of the account that applications link to by the names that they have elsewhere. */
const moved: Readonly<Record<string, string>> = {
  '/account/email': '/account/security/email',
  '/account/phone': '/account/security/phone',
  '/account/username': '/account/security/username',
  '/account/password': '/account/security/password',
  // Where password managers send people whose password has leaked (W3C, A Well-Known URL for Changing Passwords).
  '/.well-known/change-password': '/account/security/password',
};

/**
 * Mounts addresses that lead to others. Not for ever: browsers keep a permanent redirect, and nothing would bring it back.
 *
 * A password manager that finds the well-known address first looks whether this server answers just anything with a page
 * (`/.well-known/resource-that-should-not-exist-…`): like every other address that nobody has, that one is 404.
 */
export function mountMovedAddresses(server: FastifyInstance, { findTenant }: Pick<PageNeeds, 'findTenant'>): void {
  for (const [from, to] of Object.entries(moved)) {
    server.get(from, { config: { operationId: `moved ${from}` } }, async (request, reply) => {
      const { endpoint } = await findTenant(request.host);
      return reply.header('cache-control', 'no-cache').redirect(`${endpoint}${to}${searchOf(request)}`, 302);
    });
  }
}
