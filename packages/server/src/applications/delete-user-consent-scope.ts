import type { userConsentScopeRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { lockApplication } from './applications.store.ts';
import { deleteConsentScope } from './user-consent-scopes.store.ts';

/** Lets a third party's application ask its users for less: its next tokens lack the scope, whatever users have allowed. */
export const deleteUserConsentScope: Operation<typeof userConsentScopeRoutes.deleteUserConsentScope> = async (
  { tenant, transaction },
  { params: { id, scopeType, scopeId } },
) => {
  await transaction(async ({ tx, emit }) => {
    if (!(await lockApplication(tx, tenant.id, id))) throw new Problem('entity.not_exists_with_id');
    const removed =
      scopeType === 'user-scopes' || scopeType === 'resource-scopes'
        ? await deleteConsentScope(tx, tenant.id, id, scopeType, scopeId)
        : 0;
    if (removed === 0) throw new Problem('entity.not_found');
    await emit({ type: 'application-changed', data: { applicationId: id, change: 'delete-user-consent-scope' } });
  });
  return undefined;
};
