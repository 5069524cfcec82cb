import { type Queryable, statement } from '../database/database.ts';
import type { sentinelPolicyInForce } from '../sign-in-experience/index.ts';
import type { UserRow } from '../users/index.ts';

/** What a password is judged by: the tenant's policy, and the user's digest. */
export interface JudgedPasswordRow
  extends Pick<UserRow, 'id' | 'password_digest' | 'password_algorithm' | 'password_updated_at'> {
  /** As it is stored: `sentinelPolicyInForce` fills it up. */
  readonly policy: Parameters<typeof sentinelPolicyInForce>[0] | null;
}

const find = statement<JudgedPasswordRow>(
  'judged-password.find',
  `SELECT e.settings -> 'sentinelPolicy' AS policy,
     u.id, u.password_digest, u.password_algorithm, u.password_updated_at
   FROM users u JOIN sign_in_experiences e ON e.tenant_id = u.tenant_id
   WHERE u.tenant_id = $1 AND u.id = $2`,
);

/** All that judging a user's password needs to know, in one round trip; undefined when the user has gone. */
export const findJudgedPassword = (db: Queryable, tenantId: string, userId: string) => db.row(find, [tenantId, userId]);
