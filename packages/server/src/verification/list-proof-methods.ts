import {
  actionsEndingOtherSessions,
  type ProofChoice,
  type ProofMethod,
  type verificationRoutes,
} from '@freehold/contract';
import { judgeStepUp, type Senders } from '../account-center/index.ts';
import type { Database } from '../database/database.ts';
import { maskedEmail, maskedPhone } from '../lib/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { findUser, type UserRow } from '../users/index.ts';

/** Tells what the change would ask of the caller, by the very rule that judges the change. */
export const listProofMethods =
  ({
    findSenders,
  }: {
    readonly findSenders: (database: Database, tenantId: string) => Promise<Senders>;
  }): Operation<(typeof verificationRoutes)['listProofMethods']> =>
  async ({ database, principal, tenant }, { query: { action } }) => {
    const [user, senders] = await Promise.all([
      findUser(database, tenant.id, principal.userId),
      findSenders(database, tenant.id),
    ]);
    // Deleted since the token was judged.
    if (!user) throw new Problem('auth.unauthorized');
    const { stepUp, hasPassword, hasPrimaryEmail, hasPrimaryPhone } = principal;
    const { proofNeeded, maxAgeSeconds, singleUse, acceptableMethods } = judgeStepUp(
      stepUp,
      action,
      principal,
      senders,
    );
    const means = [hasPassword, hasPrimaryEmail, hasPrimaryPhone].filter(Boolean);
    return {
      action,
      proofNeeded,
      maxAgeSeconds,
      singleUse,
      onlyStrongest: stepUp.actions[action].strength === 'strongest' && means.length > 1,
      endsOtherSessions: stepUp.endOtherSessions && actionsEndingOtherSessions.some(ending => ending === action),
      methods: acceptableMethods.map(method => choice(user, method)),
    };
  };

// Masked, since the field policy may hide the address itself: enough to know which inbox to look into.
function choice(user: UserRow, method: ProofMethod): ProofChoice {
  if (method === 'email' && user.primary_email !== null) return { method, target: maskedEmail(user.primary_email) };
  if (method === 'phone' && user.primary_phone !== null) return { method, target: maskedPhone(user.primary_phone) };
  return { method };
}
