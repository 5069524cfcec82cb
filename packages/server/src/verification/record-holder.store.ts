import type { Principal } from '../operation/index.ts';

/** The person, session (where there is none, grant) and client that a record belongs to. */
export type Holder = Pick<Principal, 'tenantId' | 'userId' | 'sessionUid' | 'grantId' | 'clientId'>;

/** SQL: `r` (verification_records) belongs to tenant $1, user $2, session $3, grant $4 and client $5. */
export const held = `r.tenant_id = $1 AND r.user_id = $2 AND r.session_uid IS NOT DISTINCT FROM $3::text
  AND ($3::text IS NOT NULL OR r.grant_id IS NOT DISTINCT FROM $4::text) AND r.client_id IS NOT DISTINCT FROM $5::text`;

/** The first five parameters of a statement with {@link held}. */
export const holder = ({ tenantId, userId, sessionUid, grantId, clientId }: Holder) =>
  [tenantId, userId, sessionUid, grantId, clientId] as const;
