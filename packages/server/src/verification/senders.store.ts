import { type Queryable, statement } from '../database/database.ts';

const find = statement<{ email: boolean; phone: boolean }>(
  'senders.find',
  `SELECT EXISTS (SELECT 1 FROM connectors WHERE tenant_id = $1 AND type = 'Email') AS email,
     EXISTS (SELECT 1 FROM connectors WHERE tenant_id = $1 AND type = 'Sms') AS phone`,
);

/** By which channels the tenant has a connector to send messages. */
export const findSenders = async (db: Queryable, tenantId: string): Promise<{ email: boolean; phone: boolean }> =>
  (await db.row(find, [tenantId])) ?? { email: false, phone: false };
