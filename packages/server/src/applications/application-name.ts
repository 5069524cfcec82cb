import type { Queryable } from '../database/database.ts';
import { findApplication } from './applications.store.ts';
import { builtInNames } from './built-in-applications.ts';

/** What an application is called, for messages to people; undefined for one that is not known. */
export async function applicationName(db: Queryable, tenantId: string, id: string): Promise<string | undefined> {
  return builtInNames.get(id) ?? (await findApplication(db, tenantId, id))?.name;
}
