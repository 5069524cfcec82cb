import type { applicationRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { deleteApplicationRow } from './applications.store.ts';

/** Deletes an application with its secrets and roles: it gets no token from then on. */
export const deleteApplication: Operation<typeof applicationRoutes.deleteApplication> = async (
  { tenant, transaction },
  { params: { id } },
) => {
  await transaction(async ({ tx, emit }) => {
    if ((await deleteApplicationRow(tx, tenant.id, id)) === 0) throw new Problem('entity.not_exists_with_id');
    await emit({ type: 'application-changed', data: { applicationId: id, change: 'delete' } });
  });
  return undefined;
};
