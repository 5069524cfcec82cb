import type { emailTemplateRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { mergeTemplate } from './email-templates.store.ts';
import { templateView } from './template-view.ts';

/** Changes single members of a template's words. */
export const updateEmailTemplate: Operation<typeof emailTemplateRoutes.updateEmailTemplate> = async (
  { transaction, tenant },
  { params: { id }, body: { details } },
) =>
  transaction(async ({ tx, emit }) => {
    const row = await mergeTemplate(tx, tenant.id, id, details);
    if (!row) throw new Problem('entity.not_exists_with_id');
    await emit({ type: 'settings-changed', data: { settings: 'email-templates', change: 'update', ids: [id] } });
    return templateView(tenant.id, row);
  });
