import { type Database, type SqlValue, statement } from '../database/database.ts';

// SKIP LOCKED: several processes sweep at once and take different rows. By key and not by ctid, which
// distributed engines do not have.
const batch = (table: string, key: string, expired: string) =>
  statement(
    `sweep.${table}`,
    `DELETE FROM ${table} WHERE (tenant_id, ${key}) IN (
       SELECT tenant_id, ${key} FROM ${table} WHERE ${expired} LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    { long: true },
  );

const byExpiry = 'expires_at < $1';

const batches = {
  access_tokens: batch('access_tokens', 'id_hash', byExpiry),
  refresh_tokens: batch('refresh_tokens', 'id_hash', byExpiry),
  authorization_codes: batch('authorization_codes', 'id_hash', byExpiry),
  grants: batch('grants', 'id', byExpiry),
  // Ended ones stay until they would have expired: while a token could name them, they say that it is dead.
  sessions: batch('sessions', 'uid', byExpiry),
  interactions: batch('interactions', 'uid_hash', byExpiry),
  subject_tokens: batch('subject_tokens', 'id_hash', byExpiry),
  social_attempts: batch('social_attempts', 'connector_id, state_hash', byExpiry),
  verification_records: batch('verification_records', 'id', byExpiry),
  verification_codes: batch('verification_codes', 'id', byExpiry),
  message_sends: batch('message_sends', 'counted', 'updated_at < $1'),
  sentinel: batch('sentinel', 'target, pool', 'updated_at < $1 AND (blocked_until IS NULL OR blocked_until < $1)'),
  // A browser gives a device's cookie up after this time, so nobody comes back by it.
  known_devices: batch('known_devices', 'user_id, device_hash', 'last_seen_at < $1'),
  // What has become somebody's avatar stays.
  user_assets: batch(
    'user_assets',
    'id',
    `created_at < $1 AND NOT EXISTS (
       SELECT 1 FROM users u
       WHERE u.tenant_id = user_assets.tenant_id AND u.id = user_assets.user_id AND right(u.avatar, 43) = user_assets.id)`,
  ),
  outbox: batch('outbox', 'id', 'dead_at < $1'),
  hook_deliveries: batch('hook_deliveries', 'id', 'created_at < $1'),
  hook_logs: batch('hook_logs', 'id', 'created_at < $1'),
} as const;

const retentions = statement<{ tenant_id: string; event_retention_days: number }>(
  'sweep.retentions',
  'SELECT tenant_id, event_retention_days FROM tenants',
);

/** How many days each tenant keeps its security events. */
export const listRetentions = (database: Database) => database.rows(retentions);

// Their ids sort by time, so the primary key finds the old ones: an index by time would cost every change.
const events = statement(
  'sweep.security-events',
  `DELETE FROM security_events WHERE tenant_id = $1 AND id IN (
     SELECT id FROM security_events WHERE tenant_id = $1 AND id < $2 ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED)`,
  { long: true },
);

/** Removes at most `limit` events of a tenant with ids before `beforeId`; returns how many. */
export const deleteEvents = (database: Database, tenantId: string, beforeId: string, limit: number): Promise<number> =>
  database.run(events, [tenantId, beforeId, limit]);

/** The tables that are swept. */
export type SweptTable = keyof typeof batches;
export const sweptTables = Object.keys(batches) as readonly SweptTable[];

/** Removes at most `limit` rows of a table whose time was over before `before`; returns how many. */
export const deleteBatch = (database: Database, table: SweptTable, before: Date, limit: number): Promise<number> => {
  const values: readonly SqlValue[] = [before, limit];
  return database.run(batches[table], values);
};
