import { statusRoutes } from '@freehold/contract';
import type { FastifyInstance } from 'fastify';
import type { Queryable } from '../database/index.ts';
import { pingDatabase } from './status.store.ts';

/**
 * Answers whether the process serves, and whether it reaches its database. Not through the pipeline, which asks the
 * database for the tenant of the host: probes name any host, and what restarts processes that do not answer would restart
 * all of them whenever the database is away.
 */
export function mountStatus(server: FastifyInstance, { database }: { readonly database: Queryable }): void {
  const { getStatus, getHealth } = statusRoutes;
  server.get(getStatus.path, { config: { operationId: 'getStatus' } }, (_, reply) =>
    reply.code(204).header('cache-control', 'no-store').send(),
  );
  server.get(getHealth.path, { config: { operationId: 'getHealth' } }, async (_, reply) => {
    await pingDatabase(database);
    return reply.header('cache-control', 'no-store').send({ database: 'ok' });
  });
}
