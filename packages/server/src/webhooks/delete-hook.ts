import type { hookRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { deleteHookRow } from './hooks.store.ts';

/** Deletes a webhook with what waits for it and with its log. */
export const deleteHook: Operation<typeof hookRoutes.deleteHook> = async (
  { tenant, transaction },
  { params: { id } },
) => {
  await transaction(async ({ tx, emit }) => {
    if ((await deleteHookRow(tx, tenant.id, id)) === 0) throw new Problem('entity.not_found');
    await emit({ type: 'settings-changed', data: { settings: 'hook', hookId: id, change: 'delete' } });
  });
  return undefined;
};
