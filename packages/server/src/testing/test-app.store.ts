import { type Database, statement } from '../database/database.ts';

const tenant = statement(
  'test-app.insert-tenant',
  `WITH t AS (INSERT INTO tenants (tenant_id, endpoint, created_at) VALUES ($1, $2, $3) RETURNING tenant_id),
     c AS (INSERT INTO account_centers (tenant_id) SELECT tenant_id FROM t)
   INSERT INTO sign_in_experiences (tenant_id) SELECT tenant_id FROM t`,
);

/** Writes a tenant with shipped settings. */
export const insertTenant = (db: Database, id: string, endpoint: string, now: Date) =>
  db.run(tenant, [id, endpoint, now]);

export interface SignInRow {
  readonly tenantId: string;
  readonly userId: string;
  readonly clientId: string | null;
  /** Session to make; null where it exists or the token has none. */
  readonly sessionUid: string | null;
  readonly tokenSessionUid: string | null;
  readonly grantId: string;
  readonly tokenHash: Buffer;
  readonly scope: string;
  readonly scopeBits: number;
  readonly now: Date;
  readonly expiresAt: Date;
}

const session = statement(
  'test.insert-session',
  `INSERT INTO sessions (tenant_id, uid, id_hash, account_id, login_at, payload, client_id, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, '{}', $6, $5, $7)`,
);
const grant = statement(
  'test.insert-grant',
  `INSERT INTO grants (tenant_id, id, account_id, client_id, session_uid, payload, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, '{}', $6, $7)`,
);
const token = statement(
  'test.insert-token',
  `INSERT INTO access_tokens
     (tenant_id, id_hash, account_id, client_id, grant_id, session_uid, scope, scope_bits, payload, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '{}', $9, $10)`,
);

/** Writes a session, a grant and an access token. */
export async function insertSignIn(db: Database, row: SignInRow): Promise<void> {
  const far = new Date(row.now.getTime() + 14 * 86_400_000);
  await db.transaction(async tx => {
    if (row.sessionUid !== null) {
      await tx.run(session, [row.tenantId, row.sessionUid, row.tokenHash, row.userId, row.now, row.clientId, far]);
    }
    await tx.run(grant, [row.tenantId, row.grantId, row.userId, row.clientId ?? '', row.tokenSessionUid, row.now, far]);
    await tx.run(token, [
      row.tenantId,
      row.tokenHash,
      row.userId,
      row.clientId,
      row.grantId,
      row.tokenSessionUid,
      row.scope,
      row.scopeBits,
      row.now,
      row.expiresAt,
    ]);
  });
}

interface EventWithOutbox {
  readonly id: string;
  readonly type: string;
  readonly user_id: string | null;
  readonly data: Record<string, unknown>;
  readonly outbox: string[];
}

const events = statement<EventWithOutbox>(
  'test.events-since',
  `SELECT e.id, e.type, e.user_id, e.data,
     ARRAY(SELECT o.channel || ':' || o.topic FROM outbox o WHERE o.tenant_id = e.tenant_id AND o.event_id = e.id ORDER BY o.channel) AS outbox
   FROM security_events e WHERE e.tenant_id = $1 AND e.id > $2 ORDER BY e.id`,
);

/** Events after the one with id `seen`. */
export const eventsSince = (db: Database, tenantId: string, seen: string) => db.rows(events, [tenantId, seen]);

const outbox = statement<{ channel: string; topic: string; attempts: number; dead: boolean }>(
  'test.outbox',
  'SELECT channel, topic, attempts, dead_at IS NOT NULL AS dead FROM outbox WHERE tenant_id = $1 ORDER BY id',
);

/** What must still leave the house, oldest first. */
export const outboxOf = (db: Database, tenantId: string) => db.rows(outbox, [tenantId]);

const locale = statement('test.set-locale', 'UPDATE users SET locale = $3 WHERE tenant_id = $1 AND id = $2');

/** Sets the languages that a user has last signed in with. */
export const setLocale = (db: Database, tenantId: string, userId: string, languages: string | null) =>
  db.run(locale, [tenantId, userId, languages]);

/** What a tenant has settled and made: people, applications, settings. Not what passes by, such as counts of tries. */
const kept = [
  'account_centers',
  'sign_in_experiences',
  'users',
  'identities',
  'applications',
  'application_secrets',
  'resources',
  'scopes',
  'roles',
  'user_roles',
  'application_roles',
  'connectors',
  'email_templates',
  'hooks',
  'application_consent_user_scopes',
  'application_consent_resource_scopes',
];

const fingerprint = statement<{ state: string }>(
  'test.fingerprint',
  `SELECT concat_ws(' ', ${kept
    .map(table => `(SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${table} t WHERE t.tenant_id = $1)`)
    .join(', ')}) AS state`,
);

/** Differs when anything that a tenant keeps differs. */
export const fingerprintOf = async (db: Database, tenantId: string): Promise<string | undefined> =>
  (await db.row(fingerprint, [tenantId]))?.state;
