import type { Transaction } from '../database/database.ts';
import {
  deleteInteractionsOf,
  deleteOtherRights,
  deleteRightsOfSession,
  deleteSubjectTokensOf,
  markOtherSessionsEnded,
  markSessionEnded,
} from './end-sessions.store.ts';

interface Account {
  readonly tenantId: string;
  readonly userId: string;
  readonly now: Date;
  /** SHA-256 of the uid of a sign-in under way that stays: the person is in the middle of it. */
  readonly exceptInteraction?: Buffer;
}

/** The caller's own, which stays: a session, or after token exchange a grant without one. */
export interface OwnSession {
  readonly sessionUid: string | null;
  readonly grantId: string | null;
}

/**
 * Ends one session of the user at once, with its grants, tokens and proofs.
 *
 * @returns false when the user has no living session of this uid; nothing was changed then
 */
export async function endSession(
  tx: Transaction,
  { tenantId, userId, sessionUid, now }: Account & { readonly sessionUid: string },
): Promise<boolean> {
  const ended = await markSessionEnded(tx, tenantId, userId, sessionUid, now);
  if (ended === 0) return false;
  await deleteRightsOfSession(tx, tenantId, userId, sessionUid);
  return true;
}

/**
 * Ends every session of the user but the caller's own, with their grants, tokens and proofs: also what
 * outlived its session (offline access after a sign-out), what never had one (token exchange), and
 * sign-ins under way, which could otherwise be finished with what is no longer true.
 *
 * @returns how many living sessions were ended
 */
export async function endOtherSessions(
  tx: Transaction,
  { tenantId, userId, except, exceptInteraction, now }: Account & { readonly except: OwnSession },
): Promise<number> {
  const ended = await markOtherSessionsEnded(tx, tenantId, userId, except.sessionUid, now);
  await deleteOtherRights(tx, tenantId, userId, except);
  await deleteInteractionsOf(tx, tenantId, userId, exceptInteraction ?? null);
  return ended;
}

/**
 * Ends all sessions of the user, with everything that hangs on them, and what others could begin in their name:
 * suspension, deletion. Returns how many lived.
 */
export async function endAllSessions(tx: Transaction, account: Account): Promise<number> {
  const ended = await endOtherSessions(tx, { ...account, except: { sessionUid: null, grantId: null } });
  await deleteSubjectTokensOf(tx, account.tenantId, account.userId);
  return ended;
}
