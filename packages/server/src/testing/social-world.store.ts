import { type Database, statement } from '../database/database.ts';

export interface StoredRecord {
  readonly purpose: string;
  readonly method: string;
  readonly user_id: string;
  readonly session_uid: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

const records = statement<StoredRecord>(
  'social-world.records',
  `SELECT purpose, method, user_id, session_uid, data FROM verification_records WHERE tenant_id = $1 AND id = $2`,
);

/** A verification record as it is stored. */
export const recordsOf = (db: Database, tenantId: string, id: string) => db.rows(records, [tenantId, id]);

const attempts = statement<{ waiting: number }>(
  'social-world.attempts',
  'SELECT count(*) AS waiting FROM social_attempts WHERE tenant_id = $1',
);

/** How many beginnings of services wait for their callback. */
export const countAttempts = async (db: Database, tenantId: string) => (await db.row(attempts, [tenantId]))?.waiting;

const issuers = statement<{ user_id: string; issuer: string | null; connector_id: string | null }>(
  'social-world.issuers',
  `SELECT user_id, issuer, connector_id FROM identities WHERE tenant_id = $1 AND target = $2 AND identity_id = $3`,
);

/** Whose an identity is, and where it was linked. */
export const linksOf = (db: Database, tenantId: string, target: string, identityId: string) =>
  db.rows(issuers, [tenantId, target, identityId]);

const tokens = statement<Record<string, unknown> & { renewable: boolean }>(
  'social-world.tokens',
  'SELECT * FROM provider_tokens WHERE tenant_id = $1 AND user_id = $2',
);

/** Tokens of providers as they are stored for a user. */
export const storedTokens = (db: Database, tenantId: string, userId: string) => db.rows(tokens, [tenantId, userId]);
