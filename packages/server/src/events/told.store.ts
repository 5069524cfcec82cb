import { type Queryable, statement } from '../database/database.ts';
import type { OutboxRow } from './outbox.store.ts';

const find = statement<{ told: string[] }>(
  'outbox.find-told',
  'SELECT told FROM outbox WHERE tenant_id = $1 AND id = $2',
);

/** Which recipients of a leased row have been told by an earlier try. */
export const findTold = async (db: Queryable, row: OutboxRow): Promise<readonly string[]> =>
  (await db.row(find, [row.tenantId, row.id]))?.told ?? [];

const mark = statement(
  'outbox.mark-told',
  'UPDATE outbox SET told = array_append(told, $3) WHERE tenant_id = $1 AND id = $2',
);

/** Remembers that a recipient has been told: the next try of the row leaves them out. */
export const markTold = (db: Queryable, row: OutboxRow, recipient: string): Promise<number> =>
  db.run(mark, [row.tenantId, row.id, recipient]);
