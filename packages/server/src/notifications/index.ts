/**
 * Messages to people: codes that they asked for, and notices of what happened to their account.
 *
 * Owns the templates (the tenant's, the connector's, the shipped ones), their languages, and the delivery of notices from
 * the outbox, at least once, in the person's language. How a message travels is `connectors/`', what a code is worth is
 * `verification/`'s.
 */
import type { emailTemplateRoutes } from '@freehold/contract';
import type { Handlers } from '../operation/index.ts';
import { deleteEmailTemplate } from './delete-email-template.ts';
import { getEmailTemplate } from './get-email-template.ts';
import { listEmailTemplates } from './list-email-templates.ts';
import { putEmailTemplates } from './put-email-templates.ts';
import { updateEmailTemplate } from './update-email-template.ts';

export { createMessenger, type MessengerNeeds } from './create-messenger.ts';
export { messageUser } from './message-user.ts';
export type { Message, MessageContext, MessageUser, Messenger } from './messenger.ts';
export { createNoticeWorker, type NoticeWorker } from './notice-worker.ts';
export { trackMessages } from './track-messages.ts';

/** The operations of {@link emailTemplateRoutes}. */
export const emailTemplateHandlers = {
  putEmailTemplates,
  listEmailTemplates,
  getEmailTemplate,
  updateEmailTemplate,
  deleteEmailTemplate,
} satisfies Handlers<typeof emailTemplateRoutes>;
