import type { User } from '@freehold/contract';
import { type Database, json, type Queryable, statement, type Transaction } from '../database/database.ts';

/** A row of `users`. */
export interface UserRow {
  readonly id: string;
  readonly username: string | null;
  readonly username_key: string | null;
  readonly primary_email: string | null;
  readonly email_key: string | null;
  readonly primary_phone: string | null;
  readonly name: string | null;
  readonly avatar: string | null;
  readonly profile: Readonly<Record<string, unknown>>;
  readonly custom_data: Readonly<Record<string, unknown>>;
  readonly password_digest: string | null;
  readonly password_algorithm: string | null;
  readonly password_updated_at: Date | null;
  readonly password_expired: boolean;
  readonly application_id: string | null;
  readonly cimd_client_id: string | null;
  readonly is_suspended: boolean;
  readonly last_sign_in_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly version: number;
}

/** Members of a user that operations set; the store keeps the unique keys, version and update time. */
export type UserChange = Partial<Omit<UserRow, 'id' | 'created_at' | 'updated_at' | 'version'>>;

/** The columns of {@link UserRow}. */
export const userColumns = `id, username, username_key, primary_email, email_key, primary_phone, name, avatar, profile, custom_data,
  password_digest, password_algorithm, password_updated_at, password_expired, application_id, cimd_client_id,
  is_suspended, last_sign_in_at, created_at, updated_at, version`;

const findById = statement<UserRow>(
  'users.find-by-id',
  `SELECT ${userColumns} FROM users WHERE tenant_id = $1 AND id = $2`,
);

/** The user, or undefined. */
export const findUser = (db: Queryable, tenantId: string, id: string): Promise<UserRow | undefined> =>
  db.row(findById, [tenantId, id]);

const lockById = statement<UserRow>(
  'users.lock',
  `SELECT ${userColumns} FROM users WHERE tenant_id = $1 AND id = $2 FOR UPDATE`,
);

/**
 * The user, locked until the transaction ends. Every change of an identifier or factor takes this
 * lock first, so that "at least one way to sign in remains" is judged on what is really there.
 */
export const lockUser = (tx: Transaction, tenantId: string, id: string): Promise<UserRow | undefined> =>
  tx.row(lockById, [tenantId, id]);

const update = statement<UserRow>(
  'users.update',
  `UPDATE users SET username = $3, username_key = $4, primary_email = $5, email_key = $6, primary_phone = $7, name = $8,
     avatar = $9, profile = $10, custom_data = $11, password_digest = $12, password_algorithm = $13,
     password_updated_at = $14, password_expired = $15, application_id = $16, cimd_client_id = $17,
     is_suspended = $18, last_sign_in_at = $19, updated_at = $20, version = version + 1
   WHERE tenant_id = $1 AND id = $2
   RETURNING ${userColumns}`,
);

/**
 * Writes `change` over a user that the transaction has locked. One statement for every change:
 * a statement a column set would multiply the prepared statements of each connection.
 */
export async function updateUser(
  tx: Transaction,
  tenantId: string,
  locked: UserRow,
  change: UserChange,
  now: Date,
): Promise<UserRow> {
  const next = { ...locked, ...change };
  const row = await tx.row(update, [
    tenantId,
    locked.id,
    next.username,
    next.username_key,
    next.primary_email,
    next.email_key,
    next.primary_phone,
    next.name,
    next.avatar,
    json(next.profile),
    json(next.custom_data),
    next.password_digest,
    next.password_algorithm,
    next.password_updated_at,
    next.password_expired,
    next.application_id,
    next.cimd_client_id,
    next.is_suspended,
    next.last_sign_in_at,
    now,
  ]);
  if (!row) throw new Error('a locked user has gone');
  return row;
}

const countIdentities = statement<{ linked: number }>(
  'users.count-identities',
  `SELECT (SELECT count(*) FROM identities WHERE tenant_id = $1 AND user_id = $2)
        + (SELECT count(*) FROM sso_identities WHERE tenant_id = $1 AND user_id = $2) AS linked`,
);

/** How many social and company identities are linked to the user. */
export async function countLinkedIdentities(db: Database | Transaction, tenantId: string, id: string): Promise<number> {
  return (await db.row(countIdentities, [tenantId, id]))?.linked ?? 0;
}

const replace = statement(
  'users.replace-digest',
  `UPDATE users SET password_digest = $4, password_algorithm = $5
   WHERE tenant_id = $1 AND id = $2 AND password_digest = $3`,
);

/** Writes a better digest of the same password, if the password is still the one of `seen`. */
export const replaceDigest = (
  db: Database,
  tenantId: string,
  id: string,
  seen: string,
  next: { readonly digest: string; readonly algorithm: string },
) => db.run(replace, [tenantId, id, seen, next.digest, next.algorithm]);

const insert = statement<UserRow>(
  'users.insert',
  `INSERT INTO users (tenant_id, id, username, username_key, primary_email, email_key, primary_phone, name, avatar, profile,
     custom_data, password_digest, password_algorithm, password_updated_at, application_id, created_at, updated_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16)
   RETURNING ${userColumns}`,
);

/** Members of a user that are set at the start; all others have their defaults. */
export type NewUserRow = Pick<UserRow, 'id'> & Partial<Omit<UserRow, 'created_at' | 'updated_at' | 'version'>>;

/** Writes a new user. Whether an identifier is taken is for the table's constraints to say. */
export async function insertUser(tx: Transaction, tenantId: string, user: NewUserRow, now: Date): Promise<UserRow> {
  const row = await tx.row(insert, [
    tenantId,
    user.id,
    user.username ?? null,
    user.username_key ?? null,
    user.primary_email ?? null,
    user.email_key ?? null,
    user.primary_phone ?? null,
    user.name ?? null,
    user.avatar ?? null,
    json(user.profile ?? {}),
    json(user.custom_data ?? {}),
    user.password_digest ?? null,
    user.password_algorithm ?? null,
    user.password_updated_at ?? null,
    user.application_id ?? null,
    now,
  ]);
  if (!row) throw new Error('a new user was not stored');
  return row;
}

const assignDefaults = statement(
  'users.assign-default-roles',
  `INSERT INTO user_roles (tenant_id, user_id, role_id)
   SELECT tenant_id, $2, id FROM roles WHERE tenant_id = $1 AND type = 'User' AND is_default`,
);

/** Gives a new user the tenant's default roles. */
export const assignDefaultRoles = (tx: Transaction, tenantId: string, userId: string): Promise<number> =>
  tx.run(assignDefaults, [tenantId, userId]);

const remove = statement('users.delete', 'DELETE FROM users WHERE tenant_id = $1 AND id = $2');

/** Deletes a user with everything that hangs on the row, their key included. */
export const deleteUserRow = (tx: Transaction, tenantId: string, id: string): Promise<number> =>
  tx.run(remove, [tenantId, id]);

const rekey = statement(
  'users.rekey-usernames',
  `UPDATE users SET username_key = CASE WHEN $2::boolean THEN username ELSE lower(username) END,
     version = version + 1, updated_at = $3
   WHERE tenant_id = $1 AND username IS NOT NULL
     AND username_key <> CASE WHEN $2::boolean THEN username ELSE lower(username) END`,
  { long: true },
);

/**
 * Gives every username of a tenant the key that must be unique when case matters, or does not. Usernames are ASCII, so
 * the database's `lower` and JavaScript's agree.
 * @throws DatabaseError of `users_username_key` when two usernames differ in case only
 */
export const rekeyUsernames = (tx: Transaction, tenantId: string, caseSensitive: boolean, now: Date): Promise<number> =>
  tx.run(rekey, [tenantId, caseSensitive, now]);

/** SQL for the identities of `u` (users) as a map by target. */
const identityMap = `(SELECT coalesce(jsonb_object_agg(i.target,
    jsonb_build_object('userId', i.identity_id) ||
    CASE WHEN i.details IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('details', i.details) END), '{}'::jsonb)
  FROM identities i WHERE i.tenant_id = u.tenant_id AND i.user_id = u.id) AS identities`;

/** The columns of {@link UserWithIdentities}, of `u` (users). */
export const userWithIdentitiesColumns = `${userColumns
  .split(',')
  .map(column => `u.${column.trim()}`)
  .join(', ')}, ${identityMap}`;

/** A user with the map of their identities. */
export interface UserWithIdentities extends UserRow {
  readonly identities: User['identities'];
}

const findWith = statement<UserWithIdentities>(
  'users.find-with-identities',
  `SELECT ${userWithIdentitiesColumns} FROM users u WHERE tenant_id = $1 AND id = $2`,
);

/** The user with the map of their identities, or undefined. */
export const findUserWithIdentities = (
  db: Queryable,
  tenantId: string,
  id: string,
): Promise<UserWithIdentities | undefined> => db.row(findWith, [tenantId, id]);

type SsoIdentityValue = NonNullable<User['ssoIdentities']>[number];

const ssoIdentities = statement<SsoIdentityValue>(
  'users.sso-identities',
  `SELECT id, issuer, identity_id AS "identityId", connector_id AS "ssoConnectorId", details AS detail
   FROM sso_identities WHERE tenant_id = $1 AND user_id = $2 ORDER BY id`,
);

/** The company identities of a user. */
export const findSsoIdentities = (db: Queryable, tenantId: string, userId: string): Promise<SsoIdentityValue[]> =>
  db.rows(ssoIdentities, [tenantId, userId]);
