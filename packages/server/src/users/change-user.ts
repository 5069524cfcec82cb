import type { User } from '@freehold/contract';
import type { Transaction } from '../database/database.ts';
import { type Change, type ManagementContext, Problem } from '../operation/index.ts';
import { readUser } from './user-view.ts';
import { lockUser, type UserRow } from './users.store.ts';

/** What ends when an administrator takes something from a user; `sessions/` and `verification/` are handed in. */
export interface EndingDependencies {
  /** Ends all sessions of a user with their grants and tokens; returns how many. */
  readonly endAllSessions: (tx: Transaction, user: { tenantId: string; userId: string; now: Date }) => Promise<number>;
  /** Deletes the proofs of who they are that the user gave by `method`. */
  readonly forgetPermissionProofs: (
    tx: Transaction,
    tenantId: string,
    userId: string,
    method: 'password' | 'email' | 'phone',
  ) => Promise<unknown>;
}

/** What taking access from somebody waits for; `roles/` is handed in. */
export interface AdministrationDependencies {
  /**
   * Holds whoever acts as an administrator to being one until the change is done, so that administrators who take access from
   * each other at the same moment do not leave nobody. @throws Problem 401 for somebody who is none any more
   */
  readonly holdAdministration: (
    tx: Transaction,
    tenantId: string,
    actor: ManagementContext['actor'],
  ) => Promise<unknown>;
}

/**
 * Runs an administrator's change of a user, on the row as it really is, and answers the user as it then is.
 *
 * `before` takes the locks that come before the user's: a policy is locked before the users that it rules, or a change
 * of the policy and one of a user would wait for each other.
 *
 * @throws Problem 404 `entity.not_found`
 */
export const changeUser = <B = undefined>(
  { tenant, transaction }: ManagementContext,
  userId: string,
  change: (change: Change & { readonly user: UserRow }, before: B | undefined) => Promise<unknown>,
  before?: (tx: Transaction) => Promise<B>,
): Promise<User> =>
  transaction(async ({ tx, emit }) => {
    const found = await before?.(tx);
    const user = await lockUser(tx, tenant.id, userId);
    if (!user) throw new Problem('entity.not_found');
    await change({ tx, emit, user }, found);
    return readUser(tx, tenant.id, userId);
  });
