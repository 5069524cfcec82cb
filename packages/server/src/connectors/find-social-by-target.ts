import type { Queryable } from '../database/database.ts';
import { type ConnectorRow, listByTargetRows } from './connectors.store.ts';

const order = ['Web', 'Universal', 'Native'];

/**
 * The connector that links identities of a target; undefined when there is none. Of several, which then serve different
 * platforms, the one for browsers comes first.
 */
export async function findSocialByTarget(
  { database }: { readonly database: Queryable },
  tenantId: string,
  target: string,
): Promise<ConnectorRow | undefined> {
  const rows = await listByTargetRows(database, tenantId, target);
  const rank = ({ platform }: ConnectorRow) => order.indexOf(platform ?? 'Universal');
  return rows.sort((one, other) => rank(one) - rank(other))[0];
}
