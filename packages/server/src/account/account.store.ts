import { type AccountMember, accountFields, accountMembers, accountScopes } from '@freehold/contract';
import { type Queryable, statement } from '../database/database.ts';
import { tokenIsGood } from '../sessions/index.ts';

// The account as JSON text, written by the database from the one table of members, scopes and
// fields: parsing rows in JavaScript and printing them again costs more than the query itself.

const scopeBit = (scope: string) => 1 << accountScopes.findIndex(known => known === scope);
const fieldBit = (field: string) => 1 << accountFields.findIndex(known => known === field);

const text = (column: string) => `coalesce(to_json(${column})::text, 'null')`;
const milliseconds = (column: string) => `coalesce((extract(epoch FROM ${column}) * 1000)::bigint::text, 'null')`;
const truth = (condition: string) => `CASE WHEN ${condition} THEN 'true' ELSE 'false' END`;

/** Bits of the scopes that a scope-bits expression must hold for the profile's `address`. */
const addressBit = scopeBit('address');

function memberText(member: AccountMember, scopeBits: string): string {
  switch (member) {
    case 'id':
      return text('u.id');
    case 'username':
      return text('u.username');
    case 'name':
      return text('u.name');
    case 'avatar':
      return text('u.avatar');
    case 'profile':
      return `CASE WHEN ${scopeBits} & ${addressBit} <> 0 THEN u.profile ELSE u.profile - 'address' END::text`;
    case 'primaryEmail':
      return text('u.primary_email');
    case 'primaryPhone':
      return text('u.primary_phone');
    case 'identities':
      return `(SELECT coalesce(json_object_agg(i.target, CASE WHEN i.details IS NULL
           THEN json_build_object('userId', i.identity_id)
           ELSE json_build_object('userId', i.identity_id, 'details', i.details) END), '{}')
         FROM identities i WHERE i.tenant_id = u.tenant_id AND i.user_id = u.id)::text`;
    case 'ssoIdentities':
      return `(SELECT coalesce(json_agg(json_build_object('id', e.id, 'issuer', e.issuer, 'identityId', e.identity_id,
           'ssoConnectorId', e.connector_id, 'detail', e.details) ORDER BY e.id), '[]')
         FROM sso_identities e WHERE e.tenant_id = u.tenant_id AND e.user_id = u.id)::text`;
    case 'customData':
      return 'u.custom_data::text';
    case 'hasPassword':
    case 'password':
      return truth('u.password_digest IS NOT NULL');
    case 'lastSignInAt':
      return milliseconds('u.last_sign_in_at');
    case 'createdAt':
      return milliseconds('u.created_at');
    case 'updatedAt':
      return milliseconds('u.updated_at');
    case 'applicationId':
      return text('u.application_id');
    case 'cimdClientId':
      return text('u.cimd_client_id');
    case 'isSuspended':
      return 'u.is_suspended::text';
    case 'hasSecurityVerificationMethod':
      return truth('u.password_digest IS NOT NULL OR u.primary_email IS NOT NULL OR u.primary_phone IS NOT NULL');
  }
}

/** SQL that writes the account of `u` (users) under the policy `c` (account_centers), for the scopes in `scopeBits`. */
function accountText(scopeBits: string): string {
  const members = Object.entries(accountMembers).map(
    ([name, rule]: [string, { scope?: string; field?: string }], i) => {
      const member = `'${i === 0 ? '' : ','}"${name}":' || ${memberText(name as AccountMember, scopeBits)}`;
      const conditions = [
        ...(rule.scope ? [`${scopeBits} & ${scopeBit(rule.scope)} <> 0`] : []),
        ...(rule.field ? [`c.readable & ${fieldBit(rule.field)} <> 0`] : []),
      ];
      return conditions.length === 0 ? member : `CASE WHEN ${conditions.join(' AND ')} THEN ${member} ELSE '' END`;
    },
  );
  return `'{' || ${members.join('\n || ')} || '}'`;
}

const etagText = (scopeBits: string) => `'"' || u.version || '.' || c.version || '.' || ${scopeBits} || '"'`;

/** The account of a token's owner, or what stands in its way. */
export interface OwnAccountRow {
  readonly enabled: boolean;
  readonly openid: boolean;
  readonly etag: string;
  readonly account: string;
}

const findOwn = statement<OwnAccountRow>(
  'account.find-own',
  `SELECT c.enabled, t.scope_bits & ${scopeBit('openid')} <> 0 AS openid, ${etagText('t.scope_bits')} AS etag,
     ${accountText('t.scope_bits')} AS account
   FROM access_tokens t
   JOIN users u ON u.tenant_id = t.tenant_id AND u.id = t.account_id
   JOIN account_centers c ON c.tenant_id = t.tenant_id
   WHERE t.tenant_id = $1 AND t.id_hash = $2 AND ${tokenIsGood}`,
);

/** Judges the token whose SHA-256 is `tokenHash` and reads its owner's account, in one round trip. */
export const findOwnAccount = (db: Queryable, tenantId: string, tokenHash: Buffer, now: Date) =>
  db.row(findOwn, [tenantId, tokenHash, now]);

const find = statement<Pick<OwnAccountRow, 'etag' | 'account'>>(
  'account.find',
  `SELECT ${etagText('$3::integer')} AS etag, ${accountText('$3::integer')} AS account
   FROM users u JOIN account_centers c ON c.tenant_id = u.tenant_id
   WHERE u.tenant_id = $1 AND u.id = $2`,
);

/** The account as a token with these scopes sees it. */
export const findAccountText = (db: Queryable, tenantId: string, userId: string, scopeBits: number) =>
  db.row(find, [tenantId, userId, scopeBits]);
