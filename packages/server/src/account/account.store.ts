import { accountFields, accountMembers, accountScopes } from '@freehold/contract';
import { type Queryable, statement } from '../database/database.ts';
import { tokenIsGood } from '../sessions/index.ts';

/** The whole account as the database writes it, and what decides how much of it leaves the house. */
export interface AccountRow {
  /** JSON text of all members of `accountMembers`. */
  readonly account: string;
  /** Version of the user. */
  readonly version: number;
  /** Version of the tenant's policy. */
  readonly policy_version: number;
  /** The fields that the policy opens, as bits: bit i is the i-th of the contract's `accountFields`. */
  readonly readable: number;
}

/** The account of a token's owner, or what stands in its way. */
export interface OwnAccountRow extends AccountRow {
  readonly enabled: boolean;
  /** The token's scopes, as bits: bit i is the i-th of the contract's `accountScopes`. */
  readonly scope_bits: number;
}

const addressBit = 1 << accountScopes.indexOf('address');

const milliseconds = (column: string) => `(date_part('epoch', ${column}) * 1000)::bigint`;

const { scope: linksScope, field: linksField } = accountMembers.identities;

/** Linked identities are in tables of their own: looked up only where they will be seen. */
const linksShow = (scopeBits: string) =>
  `${scopeBits} & ${1 << accountScopes.indexOf(linksScope)} <> 0 AND c.readable & ${1 << accountFields.indexOf(linksField)} <> 0`;

/**
 * SQL that writes the account of `u` (users) under the policy `c` (account_centers). The database writes all members
 * and JavaScript leaves out those that a token may not see: a condition for each of them in SQL costs more than the
 * rest of the statement.
 * @param scopeBits SQL of the scopes: `address` is a member of the profile, so it is left out here
 */
const accountText = (scopeBits: string) => `json_build_object(
    'id', u.id, 'username', u.username, 'name', u.name, 'avatar', u.avatar,
    'profile', CASE WHEN ${scopeBits} & ${addressBit} <> 0 THEN u.profile ELSE u.profile - 'address' END,
    'primaryEmail', u.primary_email, 'primaryPhone', u.primary_phone,
    'identities', CASE WHEN ${linksShow(scopeBits)} THEN (SELECT coalesce(json_object_agg(i.target, CASE WHEN i.details IS NULL
        THEN json_build_object('userId', i.identity_id)
        ELSE json_build_object('userId', i.identity_id, 'details', i.details) END), '{}')
      FROM identities i WHERE i.tenant_id = u.tenant_id AND i.user_id = u.id) END,
    'ssoIdentities', CASE WHEN ${linksShow(scopeBits)} THEN (SELECT coalesce(json_agg(json_build_object('id', e.id, 'issuer', e.issuer,
        'identityId', e.identity_id, 'ssoConnectorId', e.connector_id, 'detail', e.details) ORDER BY e.id), '[]')
      FROM sso_identities e WHERE e.tenant_id = u.tenant_id AND e.user_id = u.id) END,
    'customData', u.custom_data,
    'hasPassword', u.password_digest IS NOT NULL, 'password', u.password_digest IS NOT NULL,
    'lastSignInAt', ${milliseconds('u.last_sign_in_at')}, 'createdAt', ${milliseconds('u.created_at')},
    'updatedAt', ${milliseconds('u.updated_at')},
    'applicationId', u.application_id, 'cimdClientId', u.cimd_client_id, 'isSuspended', u.is_suspended,
    'hasSecurityVerificationMethod',
      u.password_digest IS NOT NULL OR u.primary_email IS NOT NULL OR u.primary_phone IS NOT NULL)::text`;

/** SQL that finds the owner `u` of a good token `t`, and the policy `c` of their tenant. */
const ofToken = `FROM access_tokens t
   JOIN users u ON u.tenant_id = t.tenant_id AND u.id = t.account_id
   JOIN account_centers c ON c.tenant_id = t.tenant_id
   WHERE t.tenant_id = $1 AND t.id_hash = $2 AND ${tokenIsGood}`;

const findOwn = statement<OwnAccountRow>(
  'account.find-own',
  `SELECT c.enabled, c.readable, c.version AS policy_version, t.scope_bits, u.version,
     ${accountText('t.scope_bits')} AS account
   ${ofToken}`,
);

/** Judges the token whose SHA-256 is `tokenHash` and reads its owner's account, in one round trip. */
export const findOwnAccount = (db: Queryable, tenantId: string, tokenHash: Buffer, now: Date) =>
  db.row(findOwn, [tenantId, tokenHash, now]);

/** The ways of a token's owner to sign in, with what decides how much of it leaves the house. */
export interface OwnSignInMethodsRow extends Pick<OwnAccountRow, 'enabled' | 'readable' | 'scope_bits'> {
  /** JSON text of all members of `signInMethodMembers`. */
  readonly methods: string;
}

const findOwnMethods = statement<OwnSignInMethodsRow>(
  'account.find-own-sign-in-methods',
  `SELECT c.enabled, c.readable, t.scope_bits, json_build_object(
     'password', json_build_object(
       'isSet', u.password_digest IS NOT NULL, 'updatedAt', ${milliseconds('u.password_updated_at')}),
     'identities', (SELECT coalesce(json_object_agg(i.target,
         json_build_object('linkedAt', ${milliseconds('i.created_at')}) ORDER BY i.target), '{}')
       FROM identities i WHERE i.tenant_id = u.tenant_id AND i.user_id = u.id))::text AS methods
   ${ofToken}`,
);

/** Judges the token whose SHA-256 is `tokenHash` and reads its owner's ways to sign in, in one round trip. */
export const findOwnSignInMethods = (db: Queryable, tenantId: string, tokenHash: Buffer, now: Date) =>
  db.row(findOwnMethods, [tenantId, tokenHash, now]);

const find = statement<AccountRow>(
  'account.find',
  `SELECT c.readable, c.version AS policy_version, u.version, ${accountText('$3::integer')} AS account
   FROM users u JOIN account_centers c ON c.tenant_id = u.tenant_id
   WHERE u.tenant_id = $1 AND u.id = $2`,
);

/** The account of a user, for a token with these scopes. */
export const findAccount = (db: Queryable, tenantId: string, userId: string, scopeBits: number) =>
  db.row(find, [tenantId, userId, scopeBits]);
