import type { EmailTemplateDetails } from '@freehold/contract';
import { json, type Queryable, statement, type Transaction } from '../database/database.ts';

/** A row of `email_templates`. */
export interface EmailTemplateRow {
  readonly id: string;
  readonly language_tag: string;
  readonly template_type: string;
  readonly details: EmailTemplateDetails;
  readonly created_at: Date;
}

const columns = 'id, language_tag, template_type, details, created_at';

const ofType = statement<EmailTemplateRow>(
  'email-templates.of-type',
  `SELECT ${columns} FROM email_templates WHERE tenant_id = $1 AND template_type = $2 ORDER BY language_tag`,
);

/** Every template of a type, one a language. */
export const templatesOfType = (db: Queryable, tenantId: string, type: string): Promise<EmailTemplateRow[]> =>
  db.rows(ofType, [tenantId, type]);

const list = statement<EmailTemplateRow>(
  'email-templates.list',
  `SELECT ${columns} FROM email_templates
   WHERE tenant_id = $1 AND ($2::text IS NULL OR language_tag = $2) AND ($3::text IS NULL OR template_type = $3)
   ORDER BY language_tag, template_type`,
);

/** The templates of a tenant, of one language or one type where these are given. */
export const listTemplates = (
  db: Queryable,
  tenantId: string,
  {
    languageTag,
    templateType,
  }: { readonly languageTag?: string | undefined; readonly templateType?: string | undefined },
): Promise<EmailTemplateRow[]> => db.rows(list, [tenantId, languageTag ?? null, templateType ?? null]);

const find = statement<EmailTemplateRow>(
  'email-templates.find',
  `SELECT ${columns} FROM email_templates WHERE tenant_id = $1 AND id = $2`,
);

/** A template by its id, or undefined. */
export const findTemplate = (db: Queryable, tenantId: string, id: string): Promise<EmailTemplateRow | undefined> =>
  db.row(find, [tenantId, id]);

const put = statement<EmailTemplateRow>(
  'email-templates.put',
  `INSERT INTO email_templates (tenant_id, id, language_tag, template_type, details, created_at)
   VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT ON CONSTRAINT email_templates_key DO UPDATE SET details = excluded.details
   RETURNING ${columns}`,
);

/** Writes a template over the one of the same language and type; that one keeps its id. */
export async function putTemplate(
  tx: Transaction,
  tenantId: string,
  row: Omit<EmailTemplateRow, 'details'> & { readonly details: object },
): Promise<EmailTemplateRow> {
  const { id, language_tag, template_type, details, created_at } = row;
  const stored = await tx.row(put, [tenantId, id, language_tag, template_type, json(details), created_at]);
  if (!stored) throw new Error('a template was not stored');
  return stored;
}

const merge = statement<EmailTemplateRow>(
  'email-templates.merge',
  `UPDATE email_templates SET details = details || $3 WHERE tenant_id = $1 AND id = $2 RETURNING ${columns}`,
);

/** Writes members over those of a template; undefined when there is none. */
export const mergeTemplate = (
  tx: Transaction,
  tenantId: string,
  id: string,
  details: object,
): Promise<EmailTemplateRow | undefined> => tx.row(merge, [tenantId, id, json(details)]);

const remove = statement('email-templates.delete', 'DELETE FROM email_templates WHERE tenant_id = $1 AND id = $2');

/** Removes a template; returns how many. */
export const deleteTemplate = (tx: Transaction, tenantId: string, id: string): Promise<number> =>
  tx.run(remove, [tenantId, id]);
