/** Email templates: what an administrator writes in place of the shipped mails. */
import { z } from 'zod';
import { Id, Text } from '../formats.ts';
import { messageUsages } from '../messages.ts';
import { route } from '../route.ts';

/** A well-formed language tag (BCP 47) in its usual spelling: `zh-tw` becomes `zh-TW`. */
export const LanguageTag = z
  .string()
  .max(35)
  .transform((value, context) => {
    const tag = canonical(value);
    if (tag === undefined) context.addIssue({ code: 'custom', message: 'must be a language tag such as en or pt-BR' });
    return tag ?? '';
  });

function canonical(value: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(value)[0];
  } catch {
    return undefined;
  }
}

const places = 'May hold places such as `{{code}}`, `{{user.name}}`, `{{application.name}}`';

/** The words of one mail. */
export const EmailTemplateDetails = z.object({
  subject: Text.min(1).max(512).describe(places),
  content: Text.min(1).max(65_536).describe(`${places}; what they hold is escaped in HTML`),
  contentType: z.enum(['text/html', 'text/plain']).optional().describe('Default: `text/html`'),
  replyTo: Text.max(512).optional().describe(places),
  sendFrom: Text.max(512).optional().describe(`In place of the connector's sender. ${places}`),
});
export type EmailTemplateDetails = z.output<typeof EmailTemplateDetails>;

const TemplateType = z.enum(messageUsages);

/** A stored template. */
export const EmailTemplate = z.object({
  tenantId: z.string(),
  id: z.string(),
  languageTag: z.string(),
  templateType: z.string(),
  details: EmailTemplateDetails,
  createdAt: z.int().describe('Milliseconds since the epoch'),
});
export type EmailTemplate = z.output<typeof EmailTemplate>;

const TemplateId = z.object({ id: Id });

export const emailTemplateRoutes = {
  putEmailTemplates: route({
    method: 'PUT',
    path: '/api/email-templates',
    summary: 'Write email templates',
    description: 'A template of the same language and type is written over and keeps its id; all others stay.',
    tag: 'Management',
    caller: 'management',
    body: z.object({
      templates: z
        .array(z.object({ languageTag: LanguageTag, templateType: TemplateType, details: EmailTemplateDetails }))
        .min(1)
        .max(500),
    }),
    responses: { 200: z.array(EmailTemplate) },
    errors: [],
  }),
  listEmailTemplates: route({
    method: 'GET',
    path: '/api/email-templates',
    summary: 'List the email templates',
    tag: 'Management',
    caller: 'management',
    query: z.object({ languageTag: LanguageTag.optional(), templateType: TemplateType.optional() }),
    responses: { 200: z.array(EmailTemplate) },
    errors: [],
  }),
  getEmailTemplate: route({
    method: 'GET',
    path: '/api/email-templates/:id',
    summary: 'Read an email template',
    tag: 'Management',
    caller: 'management',
    params: TemplateId,
    responses: { 200: EmailTemplate },
    errors: ['entity.not_exists_with_id'],
  }),
  updateEmailTemplate: route({
    method: 'PATCH',
    path: '/api/email-templates/:id',
    summary: 'Change the words of an email template',
    description: 'Members of `details` that are left out stay as they are.',
    tag: 'Management',
    caller: 'management',
    params: TemplateId,
    body: z.object({ details: EmailTemplateDetails.partial() }),
    responses: { 200: EmailTemplate },
    errors: ['entity.not_exists_with_id'],
  }),
  deleteEmailTemplate: route({
    method: 'DELETE',
    path: '/api/email-templates/:id',
    summary: 'Delete an email template',
    tag: 'Management',
    caller: 'management',
    params: TemplateId,
    responses: { 204: null },
    errors: ['entity.not_exists_with_id'],
  }),
} as const;
