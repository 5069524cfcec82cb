import type { applicationRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { deleteSecret } from './application-secrets.store.ts';
import { lockApplication } from './applications.store.ts';

/** Deletes a secret: whoever still uses it gets no token from then on. */
export const deleteApplicationSecret: Operation<typeof applicationRoutes.deleteApplicationSecret> = async (
  { tenant, transaction },
  { params: { id, name } },
) => {
  await transaction(async ({ tx, emit }) => {
    if (!(await lockApplication(tx, tenant.id, id))) throw new Problem('entity.not_exists_with_id');
    if ((await deleteSecret(tx, tenant.id, id, name)) === 0) throw new Problem('entity.not_found');
    await emit({ type: 'application-changed', data: { applicationId: id, change: 'delete-secret' } });
  });
  return undefined;
};
