import type { emailTemplateRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { findTemplate } from './email-templates.store.ts';
import { templateView } from './template-view.ts';

/** One template. */
export const getEmailTemplate: Operation<typeof emailTemplateRoutes.getEmailTemplate> = async (
  { database, tenant },
  { params: { id } },
) => {
  const row = await findTemplate(database, tenant.id, id);
  if (!row) throw new Problem('entity.not_exists_with_id');
  return templateView(tenant.id, row);
};
