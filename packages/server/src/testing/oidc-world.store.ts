import { json, type Queryable, statement } from '../database/database.ts';
import { newSecret, sha256 } from '../lib/index.ts';

const insertApplication = statement(
  'test-oidc.insert-application',
  `INSERT INTO applications
     (tenant_id, id, name, type, oidc_client_metadata, custom_client_metadata, is_third_party, created_at)
   VALUES ($1, $2, $2, $3, $4, $5, $6, $7)`,
);

export interface ApplicationRow {
  readonly id: string;
  readonly type: string;
  readonly metadata: object;
  readonly custom: object;
  readonly thirdParty: boolean;
}

export const addApplication = (db: Queryable, tenantId: string, row: ApplicationRow, now: Date) =>
  db.run(insertApplication, [tenantId, row.id, row.type, json(row.metadata), json(row.custom), row.thirdParty, now]);

const insertUserScope = statement(
  'test-oidc.insert-user-scope',
  'INSERT INTO application_consent_user_scopes (tenant_id, application_id, scope) VALUES ($1, $2, $3)',
);

/** Lets a third party's application ask for a user scope. */
export const openUserScope = (db: Queryable, tenantId: string, applicationId: string, scope: string) =>
  db.run(insertUserScope, [tenantId, applicationId, scope]);

const insertSecret = statement(
  'test-oidc.insert-secret',
  `INSERT INTO application_secrets (tenant_id, application_id, name, value, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)`,
);

export const addSecret = (
  db: Queryable,
  tenantId: string,
  applicationId: string,
  { name, value, now, expiresAt }: { name: string; value: string; now: Date; expiresAt: Date | null },
) => db.run(insertSecret, [tenantId, applicationId, name, value, now, expiresAt]);

const insertResource = statement(
  'test-oidc.insert-resource',
  'INSERT INTO resources (tenant_id, id, name, indicator, is_default, created_at) VALUES ($1, $2, $2, $3, $4, $5)',
);
const insertScope = statement(
  'test-oidc.insert-scope',
  'INSERT INTO scopes (tenant_id, id, resource_id, name, created_at) VALUES ($1, $2, $3, $4, $5)',
);
const insertRole = statement(
  'test-oidc.insert-role',
  'INSERT INTO roles (tenant_id, id, name, type, created_at) VALUES ($1, $2, $2, $3, $4)',
);
const insertRoleScope = statement(
  'test-oidc.insert-role-scope',
  'INSERT INTO role_scopes (tenant_id, role_id, scope_id) VALUES ($1, $2, $3)',
);
const insertUserRole = statement(
  'test-oidc.insert-user-role',
  'INSERT INTO user_roles (tenant_id, user_id, role_id) VALUES ($1, $2, $3)',
);
const insertApplicationRole = statement(
  'test-oidc.insert-application-role',
  'INSERT INTO application_roles (tenant_id, application_id, role_id) VALUES ($1, $2, $3)',
);
const deleteUserRole = statement(
  'test-oidc.delete-user-role',
  'DELETE FROM user_roles WHERE tenant_id = $1 AND user_id = $2 AND role_id = $3',
);

export async function addResource(
  db: Queryable,
  tenantId: string,
  {
    id,
    indicator,
    scopes,
    isDefault,
  }: { id: string; indicator: string; scopes: readonly string[]; isDefault: boolean },
  now: Date,
) {
  await db.run(insertResource, [tenantId, id, indicator, isDefault, now]);
  for (const scope of scopes) await db.run(insertScope, [tenantId, `${id}-${scope}`, id, scope, now]);
}

export async function addRole(
  db: Queryable,
  tenantId: string,
  { id, type, scopeIds }: { id: string; type: 'User' | 'MachineToMachine'; scopeIds: readonly string[] },
  now: Date,
) {
  await db.run(insertRole, [tenantId, id, type, now]);
  for (const scopeId of scopeIds) await db.run(insertRoleScope, [tenantId, id, scopeId]);
}

export const giveUserRole = (db: Queryable, tenantId: string, userId: string, roleId: string) =>
  db.run(insertUserRole, [tenantId, userId, roleId]);
export const takeUserRole = (db: Queryable, tenantId: string, userId: string, roleId: string) =>
  db.run(deleteUserRole, [tenantId, userId, roleId]);
export const giveApplicationRole = (db: Queryable, tenantId: string, applicationId: string, roleId: string) =>
  db.run(insertApplicationRole, [tenantId, applicationId, roleId]);

const removeTenant = statement('test-oidc.delete-tenant', 'DELETE FROM tenants WHERE tenant_id = $1');
export const deleteTenant = (db: Queryable, tenantId: string) => db.run(removeTenant, [tenantId]);

const suspend = statement('test-oidc.suspend', 'UPDATE users SET is_suspended = true WHERE tenant_id = $1 AND id = $2');
export const suspendUser = (db: Queryable, tenantId: string, userId: string) => db.run(suspend, [tenantId, userId]);

const count = (table: string) =>
  statement<{ count: number }>(
    `test-oidc.count-${table}`,
    `SELECT count(*) AS count FROM ${table} WHERE tenant_id = $1`,
  );
const counts = {
  sessions: count('sessions'),
  grants: count('grants'),
  access_tokens: count('access_tokens'),
  refresh_tokens: count('refresh_tokens'),
  authorization_codes: count('authorization_codes'),
  interactions: count('interactions'),
} as const;
export type CountedTable = keyof typeof counts;

export const countRows = async (db: Queryable, tenantId: string, table: CountedTable): Promise<number> =>
  (await db.row(counts[table], [tenantId]))?.count ?? 0;

const dump = statement<{ row: unknown }>(
  'test-oidc.dump',
  `SELECT to_jsonb(s) AS row FROM sessions s WHERE tenant_id = $1
   UNION ALL SELECT to_jsonb(g) FROM grants g WHERE tenant_id = $1
   UNION ALL SELECT to_jsonb(a) FROM access_tokens a WHERE tenant_id = $1
   UNION ALL SELECT to_jsonb(r) FROM refresh_tokens r WHERE tenant_id = $1
   UNION ALL SELECT to_jsonb(c) FROM authorization_codes c WHERE tenant_id = $1
   UNION ALL SELECT to_jsonb(i) FROM interactions i WHERE tenant_id = $1
   UNION ALL SELECT to_jsonb(k) FROM signing_keys k WHERE tenant_id = $1
   UNION ALL SELECT to_jsonb(t) FROM tenant_secrets t WHERE tenant_id = $1`,
);

/** Everything that the provider has stored for a tenant, as text. */
export const dumpTenant = async (db: Queryable, tenantId: string): Promise<string> =>
  JSON.stringify((await db.rows(dump, [tenantId])).map(({ row }) => row));

const lastSignIn = statement<{ last_sign_in_at: Date | null; application_id: string | null; version: number }>(
  'test-oidc.last-sign-in',
  'SELECT last_sign_in_at, application_id, version FROM users WHERE tenant_id = $1 AND id = $2',
);
export const findLastSignIn = (db: Queryable, tenantId: string, userId: string) =>
  db.row(lastSignIn, [tenantId, userId]);

const sessionsOf = statement<{
  uid: string;
  last_submission: unknown;
  client_id: string | null;
  ended_at: Date | null;
}>(
  'test-oidc.sessions-of',
  'SELECT uid, last_submission, client_id, ended_at FROM sessions WHERE tenant_id = $1 AND account_id = $2 ORDER BY created_at',
);
export const listSessions = (db: Queryable, tenantId: string, userId: string) =>
  db.rows(sessionsOf, [tenantId, userId]);

const refreshTokenDays = statement<{ days: number }>(
  'test-oidc.refresh-token-days',
  `SELECT (extract(epoch FROM expires_at - created_at) / 86400)::float8 AS days FROM refresh_tokens
   WHERE tenant_id = $1 AND client_id = $2 ORDER BY created_at DESC LIMIT 1`,
);
export const findRefreshTokenDays = async (db: Queryable, tenantId: string, clientId: string): Promise<number> =>
  (await db.row(refreshTokenDays, [tenantId, clientId]))?.days ?? 0;

const age = statement(
  'test-oidc.age-refresh-tokens',
  `UPDATE refresh_tokens SET created_at = created_at - make_interval(secs => $3), expires_at = expires_at - make_interval(secs => $3)
   WHERE tenant_id = $1 AND client_id = $2`,
);
/** Makes an application's refresh tokens older. */
export const ageRefreshTokens = (db: Queryable, tenantId: string, clientId: string, seconds: number) =>
  db.run(age, [tenantId, clientId, seconds]);

const insertGrant = statement(
  'test-oidc.insert-grant',
  `INSERT INTO grants (tenant_id, id, account_id, client_id, payload, created_at, expires_at)
   VALUES ($1, $2, $3, $4, '{}', $5, $6)`,
);
const insertToken = statement(
  'test-oidc.insert-token',
  `INSERT INTO access_tokens (tenant_id, id_hash, account_id, client_id, grant_id, scope, scope_bits, payload, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, 'openid', 1, '{}', $6, $7)`,
);

/** A grant with an access token and no session, as token exchange makes them. */
export async function addTokenWithoutSession(
  db: Queryable,
  tenantId: string,
  { userId, clientId, now }: { userId: string; clientId: string; now: Date },
): Promise<{ token: string; grantId: string }> {
  const token = newSecret(43);
  const grantId = newSecret(43);
  const expiresAt = new Date(now.getTime() + 3_600_000);
  await db.run(insertGrant, [tenantId, grantId, userId, clientId, now, expiresAt]);
  await db.run(insertToken, [tenantId, sha256(token), userId, clientId, grantId, now, expiresAt]);
  return { token, grantId };
}

const grantsOf = statement<{ count: number }>(
  'test-oidc.count-grants-of',
  'SELECT count(*) AS count FROM grants WHERE tenant_id = $1 AND account_id = $2',
);
export const countGrantsOf = async (db: Queryable, tenantId: string, userId: string): Promise<number> =>
  (await db.row(grantsOf, [tenantId, userId]))?.count ?? 0;

const spend = statement(
  'test-oidc.spend-refresh-tokens',
  'UPDATE refresh_tokens SET consumed_at = $3 WHERE tenant_id = $1 AND account_id = $2',
);
/** Makes a user's refresh tokens used up at an instant, as another process would. */
export const spendRefreshTokens = (db: Queryable, tenantId: string, userId: string, at: Date) =>
  db.run(spend, [tenantId, userId, at]);

const insertSentinel = statement(
  'test-oidc.insert-sentinel',
  `INSERT INTO sentinel (tenant_id, target, pool, updated_at, blocked_until) VALUES ($1, $2, 'password', $3, $4)`,
);
const insertOutbox = statement(
  'test-oidc.insert-outbox',
  `INSERT INTO outbox (tenant_id, id, channel, topic, event_id, created_at, available_at, dead_at)
   VALUES ($1, $2, 'notice', 'x', 'x', $3, $3, $4)`,
);

export interface Sweepable {
  readonly sentinel: readonly { target: string; updatedAt: Date; blockedUntil: Date | null }[];
  readonly outbox: readonly { id: string; availableAt: Date; deadAt: Date | null }[];
}

export async function addSweepable(db: Queryable, tenantId: string, { sentinel, outbox }: Sweepable) {
  for (const one of sentinel) await db.run(insertSentinel, [tenantId, one.target, one.updatedAt, one.blockedUntil]);
  for (const one of outbox) await db.run(insertOutbox, [tenantId, one.id, one.availableAt, one.deadAt]);
}

const sweepable = statement<{ name: string }>(
  'test-oidc.list-sweepable',
  `SELECT target AS name FROM sentinel WHERE tenant_id = $1
   UNION ALL SELECT id FROM outbox WHERE tenant_id = $1 AND topic = 'x' ORDER BY name`,
);
export const listSweepable = async (db: Queryable, tenantId: string): Promise<string[]> =>
  (await db.rows(sweepable, [tenantId])).map(({ name }) => name);

const copyKey = statement(
  'test-oidc.copy-signing-key',
  `UPDATE signing_keys k SET kid = o.kid, private_key = o.private_key FROM signing_keys o
   WHERE k.tenant_id = $2 AND o.tenant_id = $1`,
);
const bumpVersion = statement(
  'test-oidc.bump-version',
  'UPDATE tenants SET version = version + 1 WHERE tenant_id = $1',
);
/** Puts one tenant's ciphertext into another tenant's row, as somebody with access to the database could. */
export async function copySigningKey(db: Queryable, from: string, to: string) {
  await db.run(copyKey, [from, to]);
  await db.run(bumpVersion, [to]);
}
