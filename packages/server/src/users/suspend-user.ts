import type { userRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { type AdministrationDependencies, changeUser, type EndingDependencies } from './change-user.ts';
import { updateUser } from './users.store.ts';

type Dependencies = Pick<EndingDependencies, 'endAllSessions'> & AdministrationDependencies;

/** Suspends a user, whose sessions and tokens end at once, or lifts the suspension. */
export const suspendUser =
  ({ endAllSessions, holdAdministration }: Dependencies): Operation<typeof userRoutes.suspendUser> =>
  async (context, { params: { userId }, body: { isSuspended } }) => {
    const { tenant, actor, now } = context;
    if (isSuspended && actor.kind === 'user' && actor.id === userId) throw new Problem('user.cannot_suspend_self');
    return changeUser(
      context,
      userId,
      async ({ tx, emit, user }) => {
        if (user.is_suspended !== isSuspended) {
          await updateUser(tx, tenant.id, user, { is_suspended: isSuspended }, now);
          await emit({ type: isSuspended ? 'account-disabled' : 'account-enabled', userId });
        }
        // Also for somebody who is suspended already: asked for again, it must be true.
        if (isSuspended) await endAllSessions(tx, { tenantId: tenant.id, userId, now });
      },
      tx => holdAdministration(tx, tenant.id, actor),
    );
  };
