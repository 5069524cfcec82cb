import type { Queryable } from '../database/database.ts';
import { findFactory } from './factories.ts';
import { findSocialByTarget } from './find-social-by-target.ts';

/** How people call the provider of a target: the connector's name, or the target where there is none any more. */
export async function providerName(database: Queryable, tenantId: string, target: string): Promise<string> {
  const row = await findSocialByTarget({ database }, tenantId, target);
  // A name is no secret of development.
  return row?.metadata.name?.en ?? (row && findFactory(true, row.factory_id)?.metadata.name.en) ?? target;
}
