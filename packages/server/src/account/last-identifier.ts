import type { Transaction } from '../database/database.ts';
import { Problem } from '../operation/index.ts';
import { countLinkedIdentities, type UserChange, type UserRow } from '../users/index.ts';

/**
 * Refuses a change after which nothing would be left to sign in with. Judged on the user as locked: of two requests at
 * once that each remove one of the last two, the second sees what the first has left.
 * @throws Problem 400 `user.last_sign_in_method_required`
 */
export async function assertIdentifierRemains(
  tx: Transaction,
  tenantId: string,
  locked: UserRow,
  change: UserChange,
): Promise<void> {
  const next = { ...locked, ...change };
  if (next.username !== null || next.primary_email !== null || next.primary_phone !== null) return;
  if ((await countLinkedIdentities(tx, tenantId, locked.id)) === 0) {
    throw new Problem('user.last_sign_in_method_required');
  }
}
