import { type Queryable, statement, type Transaction } from '../database/database.ts';
import type { SealedTokens, TokenOwner } from './sealed-tokens.ts';

/** A row of `provider_tokens`, as far as it is read. */
export interface TokensRow {
  readonly connector_id: string;
  /** Encrypted JSON text. */
  readonly tokens: string;
  readonly expires_at: Date | null;
  readonly renewable: boolean;
}

const columns = 'connector_id, tokens, expires_at, renewable';
const owned = 'tenant_id = $1 AND user_id = $2 AND target = $3';
const ownerValues = ({ tenantId, userId, target }: TokenOwner) => [tenantId, userId, target] as const;

const find = statement<TokensRow>('provider-tokens.find', `SELECT ${columns} FROM provider_tokens WHERE ${owned}`);

/** The stored tokens, or undefined. */
export const findTokens = (db: Queryable, owner: TokenOwner): Promise<TokensRow | undefined> =>
  db.row(find, [...ownerValues(owner)]);

const lockConnector = statement<{ id: string }>(
  'provider-tokens.lock-connector',
  'SELECT id FROM connectors WHERE tenant_id = $1 AND id = $2 AND enable_token_storage FOR SHARE',
);

/**
 * Whether the connector keeps tokens, until the transaction ends: whoever turns that off waits, and then deletes what was
 * saved meanwhile.
 */
export const lockKeepingConnector = async (tx: Transaction, tenantId: string, connectorId: string): Promise<boolean> =>
  (await tx.row(lockConnector, [tenantId, connectorId])) !== undefined;

const lock = statement<TokensRow>(
  'provider-tokens.lock',
  `SELECT ${columns} FROM provider_tokens WHERE ${owned} FOR UPDATE`,
);

/** The stored tokens, locked until the transaction ends, or undefined. */
export const lockTokens = (tx: Transaction, owner: TokenOwner): Promise<TokensRow | undefined> =>
  tx.row(lock, [...ownerValues(owner)]);

const save = statement(
  'provider-tokens.save',
  `INSERT INTO provider_tokens AS p
     (tenant_id, user_id, target, connector_id, tokens, expires_at, renewable, updated_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
   ON CONFLICT (tenant_id, user_id, target) DO UPDATE SET
     connector_id = excluded.connector_id, tokens = excluded.tokens, expires_at = excluded.expires_at,
     renewable = excluded.renewable, updated_at = excluded.updated_at,
     renewal = CASE WHEN $9 THEN NULL ELSE p.renewal END,
     renewal_until = CASE WHEN $9 THEN NULL ELSE p.renewal_until END`,
);

/** Writes tokens in the place of what is there. */
export const saveTokensRow = (
  tx: Transaction,
  owner: TokenOwner,
  row: SealedTokens & {
    readonly connectorId: string;
    /** Whoever is renewing the old ones has nothing more to store. */
    readonly endsRenewal: boolean;
  },
  now: Date,
): Promise<number> =>
  tx.run(save, [
    ...ownerValues(owner),
    row.connectorId,
    row.tokens,
    row.expiresAt,
    row.renewable,
    now,
    row.endsRenewal,
  ]);

// Judged and marked in one statement: of many who find the token expired at once, one asks the provider.
const claim = statement<TokensRow>(
  'provider-tokens.claim-renewal',
  `UPDATE provider_tokens SET renewal = $5, renewal_until = $6
   WHERE ${owned} AND expires_at <= $4 AND renewable AND (renewal IS NULL OR renewal_until <= $4)
   RETURNING ${columns}`,
);

/** Takes expired tokens for renewing until `until`; undefined when somebody else has, or they are not to be renewed. */
export const claimRenewal = (
  db: Queryable,
  owner: TokenOwner,
  { renewal, now, until }: { readonly renewal: string; readonly now: Date; readonly until: Date },
): Promise<TokensRow | undefined> => db.row(claim, [...ownerValues(owner), now, renewal, until]);

const finish = statement(
  'provider-tokens.finish-renewal',
  `UPDATE provider_tokens SET tokens = $5, expires_at = $6, renewable = $7, updated_at = $8,
     renewal = NULL, renewal_until = NULL
   WHERE ${owned} AND renewal = $4`,
);

/** Writes renewed tokens; 0 when the old ones have been replaced or removed meanwhile. */
export const finishRenewal = (
  db: Queryable,
  owner: TokenOwner,
  renewal: string,
  { tokens, expiresAt, renewable }: SealedTokens,
  now: Date,
): Promise<number> => db.run(finish, [...ownerValues(owner), renewal, tokens, expiresAt, renewable, now]);

const release = statement(
  'provider-tokens.release-renewal',
  `UPDATE provider_tokens SET renewal = NULL, renewal_until = NULL WHERE ${owned} AND renewal = $4`,
);

/** Lets others renew: it has failed, and may succeed another time. */
export const releaseRenewal = (db: Queryable, owner: TokenOwner, renewal: string): Promise<number> =>
  db.run(release, [...ownerValues(owner), renewal]);

const dropRefused = statement(
  'provider-tokens.drop-refused',
  `DELETE FROM provider_tokens WHERE ${owned} AND renewal = $4`,
);

/** Removes tokens that the provider has refused to renew. */
export const dropRefusedTokens = (db: Queryable, owner: TokenOwner, renewal: string): Promise<number> =>
  db.run(dropRefused, [...ownerValues(owner), renewal]);

const dropExpired = statement(
  'provider-tokens.drop-expired',
  `DELETE FROM provider_tokens WHERE ${owned} AND expires_at <= $4 AND NOT renewable`,
);

/** Removes tokens that have expired and cannot be renewed; 0 when they have been replaced meanwhile. */
export const dropExpiredTokens = (db: Queryable, owner: TokenOwner, now: Date): Promise<number> =>
  db.run(dropExpired, [...ownerValues(owner), now]);

const forget = statement('provider-tokens.forget', `DELETE FROM provider_tokens WHERE ${owned}`);

/** Removes the tokens of an identity. */
export const forgetTokens = (tx: Transaction, owner: TokenOwner): Promise<number> =>
  tx.run(forget, [...ownerValues(owner)]);

const forgetAll = statement(
  'provider-tokens.forget-of-connector',
  'DELETE FROM provider_tokens WHERE tenant_id = $1 AND connector_id = $2',
  { long: true },
);

/** Removes all tokens that came by a connector. */
export const forgetTokensOfConnector = (tx: Transaction, tenantId: string, connectorId: string): Promise<number> =>
  tx.run(forgetAll, [tenantId, connectorId]);
