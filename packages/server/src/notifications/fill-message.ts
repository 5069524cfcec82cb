import type { EmailContent, MessagePayload } from '../connectors/index.ts';
import { fillTemplate } from './fill-template.ts';
import type { Template } from './find-template.ts';
import { htmlToText } from './html-to-text.ts';

/** A mail in the words of a template. One in HTML gets a part in plain text beside it. */
export function fillMail(template: Template, payload: MessagePayload): EmailContent {
  const { replyTo, sendFrom } = template;
  const html = template.contentType === 'text/html' ? fillTemplate(template.content, payload, 'html') : undefined;
  return {
    subject: fillTemplate(template.subject, payload, 'text'),
    html,
    text: html === undefined ? fillTemplate(template.content, payload, 'text') : htmlToText(html),
    ...(replyTo !== undefined && { replyTo: fillTemplate(replyTo, payload, 'header') }),
    ...(sendFrom !== undefined && { sendFrom: fillTemplate(sendFrom, payload, 'header') }),
  };
}

/** A text message in the words of a template. */
export const fillText = ({ content }: Pick<Template, 'content'>, payload: MessagePayload): string =>
  fillTemplate(content, payload, 'text');
