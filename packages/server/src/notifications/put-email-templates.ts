import type { emailTemplateRoutes } from '@freehold/contract';
import { newRecordId } from '../lib/index.ts';
import type { Operation } from '../operation/index.ts';
import { putTemplate } from './email-templates.store.ts';
import { templateView } from './template-view.ts';

/** Writes templates, each over the one of its language and type. Of two for the same place the later one stays. */
export const putEmailTemplates: Operation<typeof emailTemplateRoutes.putEmailTemplates> = async (
  { transaction, tenant, now },
  { body: { templates } },
) => {
  const byPlace = new Map(templates.map(template => [`${template.templateType} ${template.languageTag}`, template]));
  // In one order, so that two requests at once wait for each other and not in a circle.
  const sorted = [...byPlace].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, template]) => template);
  return transaction(async ({ tx, emit }) => {
    const rows = [];
    for (const { languageTag, templateType, details } of sorted) {
      rows.push(
        await putTemplate(tx, tenant.id, {
          id: newRecordId(),
          language_tag: languageTag,
          template_type: templateType,
          details,
          created_at: now,
        }),
      );
    }
    await emit({
      type: 'settings-changed',
      data: { settings: 'email-templates', change: 'put', ids: rows.map(row => row.id) },
    });
    return rows.map(row => templateView(tenant.id, row));
  });
};
