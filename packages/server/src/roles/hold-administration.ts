import type { Transaction } from '../database/database.ts';
import { type ManagementContext, Problem } from '../operation/index.ts';
import { managementApi } from '../resources/index.ts';
import { isAdministrator, lockAdministration } from './management-access.store.ts';

/**
 * Holds whoever acts as an administrator to being one until the transaction ends. All such transactions of a tenant wait for
 * each other: of two administrators who take access from one another at the same moment the second is none any more, and at
 * least one remains. To be called before anything else is locked.
 *
 * Applications are free: a machine that is to take everything away may.
 *
 * @throws Problem 401, as the next request would answer
 */
export async function holdAdministration(
  tx: Transaction,
  tenantId: string,
  actor: ManagementContext['actor'],
): Promise<void> {
  if (actor.kind !== 'user') return;
  await lockAdministration(tx, tenantId);
  if (!(await isAdministrator(tx, tenantId, actor.id))) throw new Problem('auth.unauthorized');
}

/**
 * What stands before roles are taken from a user: nobody gives up administration by themselves, and whoever takes it from
 * another is an administrator still.
 *
 * @param isTaken whether the role of administrators is among them
 * @throws Problem 400 `user.cannot_demote_self`; 401
 */
export async function checkDemotion(
  tx: Transaction,
  { tenant, actor }: Pick<ManagementContext, 'tenant' | 'actor'>,
  userId: string,
  isTaken: (roleId: string) => boolean,
): Promise<void> {
  if (!isTaken(managementApi.administratorRoleId)) return;
  if (actor.kind === 'user' && actor.id === userId) throw new Problem('user.cannot_demote_self');
  await holdAdministration(tx, tenant.id, actor);
}
