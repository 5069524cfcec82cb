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
