import { type AccountContext, type Change, Problem, requireMatch } from '../operation/index.ts';
import { lockUser, type UserRow } from '../users/index.ts';

/** A change of the caller's own account, under way. */
export interface AccountChange extends Change {
  /** The user as it is now, locked until the transaction ends. */
  readonly user: UserRow;
}

/**
 * Runs a change of the caller's own account: locks the user, then judges `If-Match` on what is really
 * there, then changes.
 * @throws Problem 401 when the token or a proof has died since it was judged, 404 when the user has gone, 412 when the
 * account is not the one the caller has seen
 */
export const changeAccount = <T>(context: AccountContext, change: (change: AccountChange) => Promise<T>): Promise<T> =>
  context.transaction(async ({ tx, emit }) => {
    const { principal } = context;
    const user = await lockUser(tx, principal.tenantId, principal.userId);
    if (!user) throw new Problem('entity.not_found');
    // An intruder's request that waited for the lock while the owner changed the password must not go on after it. Whatever
    // ends a person's sessions or proofs changes the user as well: most changes meet the version that was judged.
    if (user.version !== principal.userVersion) await context.judgeAgain(tx);
    requireMatch(context.ifMatch, etagOf(context, user));
    return change({ tx, emit, user });
  });

/** The one that reading the account answers. */
const etagOf = ({ principal }: AccountContext, user: UserRow): string =>
  `"${user.version}.${principal.policyVersion}.${principal.scopeBits}"`;
