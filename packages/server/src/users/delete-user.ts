import type { userRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import type { AdministrationDependencies, EndingDependencies } from './change-user.ts';
import { deleteUserRow, lockUser } from './users.store.ts';

type Dependencies = Pick<EndingDependencies, 'endAllSessions'> & AdministrationDependencies;

/** Deletes a user: sessions and tokens end, and what the security log holds about them can never be read again. */
export const deleteUser =
  ({ endAllSessions, holdAdministration }: Dependencies): Operation<typeof userRoutes.deleteUser> =>
  async ({ tenant, actor, now, transaction }, { params: { userId } }) => {
    if (actor.kind === 'user' && actor.id === userId) throw new Problem('user.cannot_delete_self');
    await transaction(async ({ tx, emit }) => {
      await holdAdministration(tx, tenant.id, actor);
      if (!(await lockUser(tx, tenant.id, userId))) throw new Problem('entity.not_found');
      // Before the row goes: where the request came from is encrypted with the user's key, which goes with it.
      await emit({ type: 'account-purged', userId });
      await endAllSessions(tx, { tenantId: tenant.id, userId, now });
      await deleteUserRow(tx, tenant.id, userId);
    });
    return undefined;
  };
