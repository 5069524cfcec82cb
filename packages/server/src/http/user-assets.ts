import type { FastifyInstance } from 'fastify';
import type { Database } from '../database/database.ts';
import { Problem, type Tenant } from '../operation/index.ts';
import { findUserAsset } from '../user-assets/index.ts';

/** A digest: whatever else is asked for is not there. */
const address = /^[\w-]{43}$/;

/**
 * Serves what people have uploaded, to whoever knows the address. It comes from the origin of the sign-in pages, so it
 * must never become a document or a script there: its type is what its bytes are, no browser may guess another, and opened
 * by itself it stands in a sandbox that loads nothing.
 */
export function mountUserAssets(
  server: FastifyInstance,
  { database, findTenant }: { readonly database: Database; readonly findTenant: (host: string) => Promise<Tenant> },
): void {
  const config = { operationId: 'user asset' };
  server.get<{ Params: { id: string } }>('/user-assets/:id', { config }, async (request, reply) => {
    const tenant = await findTenant(request.host);
    const { id } = request.params;
    if (!address.test(id)) throw new Problem('request.not_found');
    const forever = {
      // The address names the content, so what is behind it never changes.
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${id}"`,
      // Applications show their people's pictures on pages of their own.
      'cross-origin-resource-policy': 'cross-origin',
    };
    // Who has it need not ask the database.
    if (request.headers['if-none-match'] === forever.etag) return reply.code(304).headers(forever).send();
    const found = await findUserAsset(database, tenant.id, id);
    if (!found) throw new Problem('request.not_found');
    reply.headers({
      ...forever,
      'content-type': found.content_type,
      'content-disposition': 'inline',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    return reply.send(Buffer.from(found.bytes));
  });
}
