import { type Queryable, type SqlValue, statement } from '../database/database.ts';
import { eventExpressions } from '../events/index.ts';
import { type RecordRow, recordInsertion, recordValues } from './records.store.ts';
import { releasing } from './sentinel.store.ts';
import type { Attempt } from './sentinel.ts';

const give = statement<{ id: string }>(
  'password-proof.give',
  `WITH record AS (${recordInsertion} RETURNING id),
   released AS (${releasing('record', 16)}),
   ${eventExpressions(19, 'record')}
   SELECT id FROM record`,
);

/**
 * Writes the record of a proof with its event and gives the attempt's place back, all in one statement and commit. False,
 * with nothing done, when the password has been changed since `passwordUpdatedAt` or the user is gone.
 */
export async function insertProof(
  db: Queryable,
  { tenantId, target, pool, reservedAt }: Attempt,
  record: RecordRow,
  passwordUpdatedAt: Date | null,
  event: readonly SqlValue[],
): Promise<boolean> {
  const values = [...recordValues(tenantId, record, passwordUpdatedAt), target, pool, reservedAt, ...event];
  return (await db.row(give, values)) !== undefined;
}
