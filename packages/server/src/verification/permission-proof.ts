import type { ProofMethod, SensitiveAction, StepUpVerdict } from '@freehold/contract';
import { judgeStepUp, type Senders } from '../account-center/index.ts';
import type { Database, Transaction } from '../database/database.ts';
import { type Principal, Problem } from '../operation/index.ts';
import { consumeRecord, findUsableRecord, type RecordRow } from './records.store.ts';

/** The proof that a request leans on. */
export interface PermissionProof {
  readonly recordId: string;
  /** Must be used up in the transaction of the change. */
  readonly singleUse: boolean;
}

/**
 * Finds the proof that the tenant's policy asks of the caller for `action`; undefined when it asks none.
 *
 * Only a *permission* record counts: that somebody controls a new address or authenticator says nothing
 * about who they are (a registration that passed for a proof was CVE-2026-55377). It must be the
 * caller's own, made by the same session and client, and fresh and strong enough; under the preset `strict` it must have
 * been given for this very action.
 *
 * @param findSenders by which channels a code can be sent: asked only when the answer depends on it
 * @throws Problem 401 `verification_record.permission_denied`, alike for all reasons; `data` and the
 * challenge (RFC 9470) say what would do.
 */
export const findPermissionProof =
  (findSenders: (database: Database, tenantId: string) => Promise<Senders>) =>
  async (
    database: Database,
    principal: Principal,
    action: SensitiveAction,
    recordId: string | undefined,
    now: Date,
  ): Promise<PermissionProof | undefined> => {
    const { tenantId, userId, stepUp } = principal;
    const verdict = judgeStepUp(stepUp, action, principal);
    if (!verdict.proofNeeded) return undefined;
    const found = recordId
      ? await findUsableRecord(database, tenantId, recordId, userId, 'permission', now)
      : undefined;
    const record = found && isOfCaller(found, principal) ? found : undefined;
    const bound = (judged: StepUpVerdict) => stepUp.preset === 'strict' && judged.singleUse;
    if (record && suffices(record, verdict, { action, bound: bound(verdict), now })) {
      return { recordId: record.id, singleUse: verdict.singleUse };
    }
    // Of the strongest methods one by which nothing can be sent does not count; and a refusal offers none such.
    const possible = judgeStepUp(stepUp, action, principal, await findSenders(database, tenantId));
    if (!record || !suffices(record, possible, { action, bound: bound(possible), now }))
      throw permissionDenied(action, possible, bound(possible));
    return { recordId: record.id, singleUse: possible.singleUse };
  };

/** A record taken from one session, or by one client from another, is worth nothing elsewhere. */
function isOfCaller(record: RecordRow, { sessionUid, grantId, clientId }: Principal): boolean {
  if (record.client_id !== clientId) return false;
  return sessionUid === null
    ? record.session_uid === null && record.grant_id === grantId
    : record.session_uid === sessionUid;
}

interface Wanted {
  readonly action: SensitiveAction;
  /** Only a proof that was given for this very action will do: one given to rename oneself removes no address. */
  readonly bound: boolean;
  readonly now: Date;
}

function suffices(record: RecordRow, verdict: StepUpVerdict, { action, bound, now }: Wanted): boolean {
  if (record.action !== action && (bound || record.action !== null)) return false;
  if (!verdict.acceptableMethods.includes(record.method as ProofMethod)) return false;
  const age = now.getTime() - (record.verified_at?.getTime() ?? 0);
  return age <= verdict.maxAgeSeconds * 1000;
}

function permissionDenied(
  action: SensitiveAction,
  { acceptableMethods, maxAgeSeconds }: StepUpVerdict,
  bound: boolean,
): Problem {
  return new Problem('verification_record.permission_denied', {
    data: { action, acceptableMethods, maxAgeSeconds, ...(bound && { boundToAction: true }) },
    headers: {
      'www-authenticate': `Bearer error="insufficient_user_authentication", error_description="A fresh proof of identity is needed", max_age="${maxAgeSeconds}"`,
    },
  });
}

/**
 * Judges a proof that may be used again once more, when the change has locked the user: what it was given by may have
 * changed since, or the session in which it was given may have ended.
 * @throws Problem 401 when it is gone
 */
export async function requirePermissionProof(tx: Transaction, principal: Principal, recordId: string, now: Date) {
  const { tenantId, userId } = principal;
  if (!(await findUsableRecord(tx, tenantId, recordId, userId, 'permission', now)))
    throw new Problem('verification_record.permission_denied');
}

/**
 * Uses up a single-use proof in the transaction of the change: of parallel changes with one proof, one
 * goes through.
 * @throws Problem 401 when it has been used up meanwhile
 */
export async function consumePermissionProof(tx: Transaction, tenantId: string, recordId: string, now: Date) {
  if (!(await consumeRecord(tx, tenantId, recordId, now))) throw new Problem('verification_record.permission_denied');
}
