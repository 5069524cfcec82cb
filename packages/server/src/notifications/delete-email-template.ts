import type { emailTemplateRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { deleteTemplate } from './email-templates.store.ts';

/** Removes a template: what lies below it, of the connector or shipped, speaks again. */
export const deleteEmailTemplate: Operation<typeof emailTemplateRoutes.deleteEmailTemplate> = async (
  { transaction, tenant },
  { params: { id } },
) =>
  transaction(async ({ tx, emit }) => {
    if ((await deleteTemplate(tx, tenant.id, id)) === 0) throw new Problem('entity.not_exists_with_id');
    await emit({ type: 'settings-changed', data: { settings: 'email-templates', change: 'delete', ids: [id] } });
    return undefined;
  });
