import type { Queryable } from '../database/database.ts';
import { findConnector } from './connectors.store.ts';

/** Whose identities a connector links, by its id; undefined when there is none, or it is no provider. */
export async function findSocialTarget(
  database: Queryable,
  tenantId: string,
  connectorId: string,
): Promise<string | undefined> {
  return (await findConnector(database, tenantId, connectorId))?.target ?? undefined;
}
