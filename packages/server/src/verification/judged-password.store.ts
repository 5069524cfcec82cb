import { type Queryable, statement } from '../database/database.ts';
import { sentinelPolicyInForce } from '../sign-in-experience/index.ts';
import type { UserRow } from '../users/index.ts';
import { type AttemptKey, reserving } from './sentinel.store.ts';

/** What a password is judged by: the tenant's policy, the user's digest, and the place that the attempt has taken. */
export interface JudgedPasswordRow
  extends Pick<UserRow, 'id' | 'password_digest' | 'password_algorithm' | 'password_updated_at'> {
  /** As it is stored: `sentinelPolicyInForce` fills it up. */
  readonly policy: Parameters<typeof sentinelPolicyInForce>[0] | null;
  /** NULL when there was no place. */
  readonly reserved_at: Date | null;
}

const reserve = statement<JudgedPasswordRow>(
  'judged-password.reserve',
  `WITH judged AS (
     SELECT e.settings -> 'sentinelPolicy' AS policy,
       coalesce((e.settings -> 'sentinelPolicy' ->> 'maxAttempts')::integer, $7) AS max_attempts,
       u.id, u.password_digest, u.password_algorithm, u.password_updated_at
     FROM users u JOIN sign_in_experiences e ON e.tenant_id = u.tenant_id
     WHERE u.tenant_id = $1 AND u.id = $6),
   place AS (${reserving('judged')})
   SELECT policy, id, password_digest, password_algorithm, password_updated_at,
     (SELECT reserved_at FROM place) AS reserved_at
   FROM judged`,
);

/**
 * Takes a place for an attempt at a user's password and reads all that judging it needs to know, in one round trip and one
 * commit; undefined when the user has gone.
 */
export const reserveJudgedPassword = (
  db: Queryable,
  { tenantId, target, pool }: AttemptKey,
  { userId, now, windowStart }: { userId: string; now: Date; windowStart: Date },
): Promise<JudgedPasswordRow | undefined> => {
  const { maxAttempts } = sentinelPolicyInForce(undefined);
  return db.row(reserve, [tenantId, target, pool, now, windowStart, userId, maxAttempts]);
};
