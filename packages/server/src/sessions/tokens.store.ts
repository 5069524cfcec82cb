import { json, statement, type Transaction } from '../database/database.ts';

/** What every token row is written with. */
export interface TokenWrite {
  /** SHA-256 of the token. */
  readonly id_hash: Buffer;
  readonly account_id: string;
  readonly client_id: string;
  readonly grant_id: string;
  readonly session_uid: string | null;
  /** The protocol engine's document, without what has a column and without the token itself. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly created_at: Date;
  readonly expires_at: Date;
}

/** An opaque access token. */
export interface AccessTokenWrite extends TokenWrite {
  readonly scope: string;
  /** The scopes that the Account API knows, as bits: bit i is the i-th of the contract's `accountScopes`. */
  readonly scope_bits: number;
}

const insertAccess = statement(
  'access-tokens.insert',
  `INSERT INTO access_tokens
     (tenant_id, id_hash, account_id, client_id, grant_id, session_uid, payload, created_at, expires_at, scope, scope_bits)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);

const insertRefresh = statement(
  'refresh-tokens.insert',
  `INSERT INTO refresh_tokens
     (tenant_id, id_hash, account_id, client_id, grant_id, session_uid, payload, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

const insertCode = statement(
  'authorization-codes.insert',
  `INSERT INTO authorization_codes
     (tenant_id, id_hash, account_id, client_id, grant_id, session_uid, payload, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

const values = (tenantId: string, row: TokenWrite) => [
  tenantId,
  row.id_hash,
  row.account_id,
  row.client_id,
  row.grant_id,
  row.session_uid,
  json(row.payload),
  row.created_at,
  row.expires_at,
];

/** Adds an opaque access token. */
export const insertAccessToken = (tx: Transaction, tenantId: string, row: AccessTokenWrite): Promise<number> =>
  tx.run(insertAccess, [...values(tenantId, row), row.scope, row.scope_bits]);

/** Adds a refresh token. */
export const insertRefreshToken = (tx: Transaction, tenantId: string, row: TokenWrite): Promise<number> =>
  tx.run(insertRefresh, values(tenantId, row));

/** Adds an authorization code. */
export const insertAuthorizationCode = (tx: Transaction, tenantId: string, row: TokenWrite): Promise<number> =>
  tx.run(insertCode, values(tenantId, row));

const consumeRefresh = statement(
  'refresh-tokens.consume',
  `UPDATE refresh_tokens SET consumed_at = coalesce(consumed_at, $3)
   WHERE tenant_id = $1 AND id_hash = $2 AND (consumed_at IS NULL OR consumed_at > $4)`,
);

/**
 * Uses a refresh token up; 0 when that happened before `usedSince`, or when its row has gone. Within the
 * grace period it keeps the instant of its first use: the grace is not prolonged by using it.
 */
export const consumeRefreshToken = (
  tx: Transaction,
  tenantId: string,
  idHash: Buffer,
  now: Date,
  usedSince: Date,
): Promise<number> => tx.run(consumeRefresh, [tenantId, idHash, now, usedSince]);

const consumeCode = statement(
  'authorization-codes.consume',
  `UPDATE authorization_codes SET consumed_at = $3 WHERE tenant_id = $1 AND id_hash = $2 AND consumed_at IS NULL`,
);

/** Uses an authorization code up; 0 when that has happened already, or when its row has gone. */
export const consumeAuthorizationCode = (
  tx: Transaction,
  tenantId: string,
  idHash: Buffer,
  now: Date,
): Promise<number> => tx.run(consumeCode, [tenantId, idHash, now]);

const tables = { access: 'access_tokens', refresh: 'refresh_tokens', code: 'authorization_codes' } as const;

/** The kinds of rows that hang on a grant. */
export type TokenTable = keyof typeof tables;
export const tokenTables = Object.keys(tables) as readonly TokenTable[];

const removals = (kind: TokenTable) => ({
  one: statement(`${kind}-tokens.delete`, `DELETE FROM ${tables[kind]} WHERE tenant_id = $1 AND id_hash = $2`),
  ofGrant: statement(
    `${kind}-tokens.delete-of-grant`,
    `DELETE FROM ${tables[kind]} WHERE tenant_id = $1 AND grant_id = $2`,
  ),
});
const remove = { access: removals('access'), refresh: removals('refresh'), code: removals('code') };

/** Removes one token. */
export const deleteToken = (tx: Transaction, tenantId: string, kind: TokenTable, idHash: Buffer): Promise<number> =>
  tx.run(remove[kind].one, [tenantId, idHash]);

/** Removes all tokens and codes of a grant; returns how many there were. */
export async function deleteTokensOfGrant(tx: Transaction, tenantId: string, grantId: string): Promise<number> {
  let removed = 0;
  for (const kind of tokenTables) removed += await tx.run(remove[kind].ofGrant, [tenantId, grantId]);
  return removed;
}
