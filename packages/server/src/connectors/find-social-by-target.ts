import type { Queryable } from '../database/database.ts';
import { type ConnectorRow, listByTargetRows } from './connectors.store.ts';

const order = ['Web', 'Universal', 'Native'];
const rank = ({ platform }: ConnectorRow) => order.indexOf(platform ?? 'Universal');

/** Connectors with those for browsers first. */
export const preferBrowsers = (rows: readonly ConnectorRow[]): ConnectorRow[] =>
  rows.toSorted((one, other) => rank(one) - rank(other));

/**
 * The connector that links identities of a target; undefined when there is none. Of several, which then serve different
 * platforms, the one for browsers comes first.
 */
export async function findSocialByTarget(
  { database }: { readonly database: Queryable },
  tenantId: string,
  target: string,
): Promise<ConnectorRow | undefined> {
  return preferBrowsers(await listByTargetRows(database, tenantId, target))[0];
}
