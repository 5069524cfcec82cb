import type { EmailTemplate } from '@freehold/contract';
import type { EmailTemplateRow } from './email-templates.store.ts';

/** A template as the API shows it. */
export const templateView = (tenantId: string, row: EmailTemplateRow): EmailTemplate => ({
  tenantId,
  id: row.id,
  languageTag: row.language_tag,
  templateType: row.template_type,
  details: row.details,
  createdAt: row.created_at.getTime(),
});
