import { type Queryable, statement } from '../database/database.ts';

// The latest of two beginnings with one state counts: the browser that comes back has seen that one last.
const insert = statement(
  'social-attempts.insert',
  `INSERT INTO social_attempts (tenant_id, connector_id, state_hash, session, expires_at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (tenant_id, connector_id, state_hash)
   DO UPDATE SET session = excluded.session, expires_at = excluded.expires_at`,
);

/** Keeps a beginning until `expiresAt`. */
export const insertAttempt = (
  db: Queryable,
  tenantId: string,
  connectorId: string,
  stateHash: Buffer,
  session: string,
  expiresAt: Date,
): Promise<number> => db.run(insert, [tenantId, connectorId, stateHash, session, expiresAt]);

const take = statement<{ session: string; alive: boolean }>(
  'social-attempts.take',
  `DELETE FROM social_attempts WHERE tenant_id = $1 AND connector_id = $2 AND state_hash = $3
   RETURNING session, expires_at > $4 AS alive`,
);

/** Takes a beginning away; undefined when there is none, or it is too old. Of several callers at once one gets it. */
export async function takeAttempt(
  db: Queryable,
  tenantId: string,
  connectorId: string,
  stateHash: Buffer,
  now: Date,
): Promise<string | undefined> {
  const row = await db.row(take, [tenantId, connectorId, stateHash, now]);
  return row?.alive ? row.session : undefined;
}
