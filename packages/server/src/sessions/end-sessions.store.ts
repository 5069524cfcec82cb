import { statement, type Transaction } from '../database/database.ts';

// The address from which somebody signed in is of no use to a session that is over.
const endOne = statement(
  'end-sessions.one',
  `UPDATE sessions SET ended_at = $4, last_submission = NULL
   WHERE tenant_id = $1 AND account_id = $2 AND uid = $3 AND ended_at IS NULL`,
);

/** Marks one session of the account as ended; 0 when there is none that still lives. */
export const markSessionEnded = (tx: Transaction, tenantId: string, accountId: string, uid: string, now: Date) =>
  tx.run(endOne, [tenantId, accountId, uid, now]);

const tokensOfSession = (table: 'grants' | 'access_tokens' | 'refresh_tokens' | 'authorization_codes') =>
  statement(
    `end-sessions.${table}-of-session`,
    `DELETE FROM ${table} WHERE tenant_id = $1 AND account_id = $2 AND session_uid = $3`,
  );

const proofsOfSession = statement(
  'end-sessions.proofs-of-session',
  'DELETE FROM verification_records WHERE tenant_id = $1 AND user_id = $2 AND session_uid = $3',
);

// Grants first: a token that is being issued at this moment holds its grant, so when the grants are gone
// all tokens of them have been written, and the later statements see them.
const ofSession = [
  tokensOfSession('grants'),
  tokensOfSession('authorization_codes'),
  tokensOfSession('refresh_tokens'),
  tokensOfSession('access_tokens'),
  proofsOfSession,
];

/** Removes grants, codes, tokens and proofs of one session. */
export async function deleteRightsOfSession(tx: Transaction, tenantId: string, accountId: string, uid: string) {
  for (const one of ofSession) await tx.run(one, [tenantId, accountId, uid]);
}

const endOthers = statement(
  'end-sessions.others',
  `UPDATE sessions SET ended_at = $4, last_submission = NULL
   WHERE tenant_id = $1 AND account_id = $2 AND ended_at IS NULL AND expires_at > $4 AND uid IS DISTINCT FROM $3`,
);

/** Marks all sessions of the account as ended but the one of `exceptUid`; returns how many lived. */
export const markOtherSessionsEnded = (
  tx: Transaction,
  tenantId: string,
  accountId: string,
  exceptUid: string | null,
  now: Date,
): Promise<number> => tx.run(endOthers, [tenantId, accountId, exceptUid, now]);

const otherRights = (
  table: 'grants' | 'access_tokens' | 'refresh_tokens' | 'authorization_codes' | 'verification_records',
  grantColumn: 'id' | 'grant_id' = 'grant_id',
  accountColumn: 'account_id' | 'user_id' = 'account_id',
) =>
  statement(
    `end-sessions.other-${table}`,
    `DELETE FROM ${table} WHERE tenant_id = $1 AND ${accountColumn} = $2
       AND ($3::text IS NULL OR session_uid IS DISTINCT FROM $3) AND ($4::text IS NULL OR ${grantColumn} IS DISTINCT FROM $4)`,
  );

// In the order of `ofSession`, and for its reason.
const ofOthers = [
  otherRights('grants', 'id'),
  otherRights('authorization_codes'),
  otherRights('refresh_tokens'),
  otherRights('access_tokens'),
  otherRights('verification_records', 'grant_id', 'user_id'),
];

/** Removes grants, codes, tokens and proofs of the account but those of the session or grant that stays. */
export async function deleteOtherRights(
  tx: Transaction,
  tenantId: string,
  accountId: string,
  except: { readonly sessionUid: string | null; readonly grantId: string | null },
) {
  for (const one of ofOthers) await tx.run(one, [tenantId, accountId, except.sessionUid, except.grantId]);
}

const interactionsOf = statement(
  'end-sessions.interactions',
  'DELETE FROM interactions WHERE tenant_id = $1 AND account_id = $2 AND uid_hash IS DISTINCT FROM $3::bytea',
);

/** Removes the sign-ins under way in which the account has been identified, but the one of `exceptUidHash`. */
export const deleteInteractionsOf = (
  tx: Transaction,
  tenantId: string,
  accountId: string,
  exceptUidHash: Buffer | null,
): Promise<number> => tx.run(interactionsOf, [tenantId, accountId, exceptUidHash]);

const subjectTokensOf = statement(
  'end-sessions.subject-tokens',
  'DELETE FROM subject_tokens WHERE tenant_id = $1 AND user_id = $2',
);

/** Removes the tokens with which somebody could still begin to act as the user. */
export const deleteSubjectTokensOf = (tx: Transaction, tenantId: string, userId: string): Promise<number> =>
  tx.run(subjectTokensOf, [tenantId, userId]);
