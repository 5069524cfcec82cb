import { statement, type Transaction } from '../database/database.ts';

// The account shows its last sign-in and its first application, so its version moves: an ETag must not outlive it.
const record = statement(
  'oidc.record-sign-in',
  `UPDATE users SET last_sign_in_at = $4, application_id = coalesce(application_id, $3),
     locale = coalesce($5, locale), version = version + 1
   WHERE tenant_id = $1 AND id = $2 AND NOT is_suspended`,
);

/** Remembers a sign-in at the user, with the languages that they speak; 0 when there is none or they are suspended. */
export const recordSignIn = (
  tx: Transaction,
  tenantId: string,
  accountId: string,
  clientId: string,
  now: Date,
  languages: string | undefined,
): Promise<number> => tx.run(record, [tenantId, accountId, clientId, now, languages ?? null]);
