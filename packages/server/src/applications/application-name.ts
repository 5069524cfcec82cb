import type { Queryable } from '../database/database.ts';
import { findApplication } from './applications.store.ts';

/** Names of the clients that are the product's own and have no row. */
const builtIn: ReadonlyMap<string, string> = new Map([
  ['demo-app', 'Live Preview'],
  ['account-center', 'Account Center'],
]);

/** What an application is called, for messages to people; undefined for one that is not known. */
export async function applicationName(db: Queryable, tenantId: string, id: string): Promise<string | undefined> {
  return builtIn.get(id) ?? (await findApplication(db, tenantId, id))?.name;
}
