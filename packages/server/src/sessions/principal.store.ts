import { type Queryable, statement } from '../database/database.ts';

/** Token, session, grant, user, client and policy of one request, judged in one round trip. */
export interface PrincipalRow {
  readonly user_id: string;
  readonly client_id: string | null;
  readonly scope: string;
  readonly scope_bits: number;
  readonly session_uid: string | null;
  readonly grant_id: string | null;
  /** NULL when the client has no row: a built-in one, or one that was deleted. */
  readonly third_party: boolean | null;
  readonly user_version: number;
  readonly has_password: boolean;
  readonly has_email: boolean;
  readonly has_phone: boolean;
  /** NULL for a user without a key. */
  readonly event_key: string | null;
  readonly enabled: boolean;
  readonly fields: Readonly<Record<string, 'Off' | 'ReadOnly' | 'Edit'>>;
  readonly policy_version: number;
  readonly step_up_preset: string;
  readonly step_up_actions: Readonly<Record<string, unknown>>;
  readonly end_other_sessions: boolean;
}

/**
 * What makes an opaque access token good, as SQL over `t` (access_tokens) and `u` (users): it has not
 * expired, its user is there and not suspended, its grant is there, and its session was not ended.
 * A session whose row is gone has merely expired: a token with offline access outlives it.
 */
export const tokenIsGood = `t.expires_at > $3 AND NOT u.is_suspended
  AND (t.grant_id IS NULL OR EXISTS (
    SELECT 1 FROM grants g WHERE g.tenant_id = t.tenant_id AND g.id = t.grant_id AND g.expires_at > $3))
  AND (t.session_uid IS NULL OR NOT EXISTS (
    SELECT 1 FROM sessions s WHERE s.tenant_id = t.tenant_id AND s.uid = t.session_uid AND s.ended_at IS NOT NULL))`;

const find = statement<PrincipalRow>(
  'principal.find',
  `SELECT t.account_id AS user_id, t.client_id, t.scope, t.scope_bits, t.session_uid, t.grant_id,
     (SELECT a.is_third_party FROM applications a WHERE a.tenant_id = t.tenant_id AND a.id = t.client_id) AS third_party,
     u.version AS user_version, u.password_digest IS NOT NULL AS has_password,
     u.primary_email IS NOT NULL AS has_email, u.primary_phone IS NOT NULL AS has_phone,
     (SELECT k.wrapped_key FROM user_keys k WHERE k.tenant_id = t.tenant_id AND k.user_id = t.account_id) AS event_key,
     c.enabled, c.fields, c.version AS policy_version, c.step_up_preset, c.step_up_actions, c.end_other_sessions
   FROM access_tokens t
   JOIN users u ON u.tenant_id = t.tenant_id AND u.id = t.account_id
   JOIN account_centers c ON c.tenant_id = t.tenant_id
   WHERE t.tenant_id = $1 AND t.id_hash = $2 AND ${tokenIsGood}`,
);

/** Who holds the token whose SHA-256 is `tokenHash`, or undefined when it is not good (any more). */
export const findPrincipal = (
  db: Queryable,
  tenantId: string,
  tokenHash: Buffer,
  now: Date,
): Promise<PrincipalRow | undefined> => db.row(find, [tenantId, tokenHash, now]);
