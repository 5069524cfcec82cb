import { json, type Queryable, statement, type Transaction } from '../database/database.ts';

/** A linked identity at a provider. */
export interface IdentityRow {
  readonly target: string;
  readonly identity_id: string;
  readonly details: Readonly<Record<string, unknown>> | null;
  /** The provider's issuer, where its protocol has one. */
  readonly issuer: string | null;
  readonly connector_id: string | null;
}

const columns = 'target, identity_id, details, issuer, connector_id';

const find = statement<IdentityRow>(
  'identities.find',
  `SELECT ${columns} FROM identities WHERE tenant_id = $1 AND user_id = $2 AND target = $3`,
);

/** The user's identity at a provider, or undefined. */
export const findIdentity = (
  db: Queryable,
  tenantId: string,
  userId: string,
  target: string,
): Promise<IdentityRow | undefined> => db.row(find, [tenantId, userId, target]);

const findOwner = statement<{ user_id: string; issuer: string | null }>(
  'identities.find-owner',
  'SELECT user_id, issuer FROM identities WHERE tenant_id = $1 AND target = $2 AND identity_id = $3',
);

/** Who has linked an identity, whatever its issuer. */
export const findIdentityOwner = (
  db: Queryable,
  tenantId: string,
  target: string,
  identityId: string,
): Promise<{ readonly user_id: string; readonly issuer: string | null } | undefined> =>
  db.row(findOwner, [tenantId, target, identityId]);

const insert = statement(
  'identities.insert',
  `INSERT INTO identities (tenant_id, user_id, created_at, ${columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

/** Writes a new identity. Whether it is somebody else's is for the table's constraint to say. */
export const insertIdentity = (
  tx: Transaction,
  tenantId: string,
  userId: string,
  row: IdentityRow,
  now: Date,
): Promise<number> => tx.run(insert, [tenantId, userId, now, ...values(row)]);

// The same identity once more, as when a service brings its details up to date, stays linked since when it was.
const update = statement(
  'identities.update',
  `UPDATE identities SET identity_id = $5, details = $6, issuer = $7, connector_id = $8,
     created_at = CASE WHEN identity_id = $5 THEN created_at ELSE $3 END
   WHERE tenant_id = $1 AND user_id = $2 AND target = $4`,
);

/** Writes another identity of the same target over the user's. */
export const replaceIdentityRow = (
  tx: Transaction,
  tenantId: string,
  userId: string,
  row: IdentityRow,
  now: Date,
): Promise<number> => tx.run(update, [tenantId, userId, now, ...values(row)]);

const values = ({ target, identity_id, details, issuer, connector_id }: IdentityRow) =>
  [target, identity_id, details === null ? null : json(details), issuer, connector_id] as const;

const remove = statement(
  'identities.delete',
  'DELETE FROM identities WHERE tenant_id = $1 AND user_id = $2 AND target = $3',
);

/** Removes the user's identity at a provider; returns how many there were. */
export const deleteIdentity = (tx: Transaction, tenantId: string, userId: string, target: string): Promise<number> =>
  tx.run(remove, [tenantId, userId, target]);

const listTargets = statement<{ target: string }>(
  'identities.list-targets',
  'SELECT target FROM identities WHERE tenant_id = $1 AND user_id = $2 ORDER BY target',
);

/** The providers at which the user has linked an identity. */
export const listIdentityTargets = async (db: Queryable, tenantId: string, userId: string): Promise<string[]> =>
  (await db.rows(listTargets, [tenantId, userId])).map(({ target }) => target);
