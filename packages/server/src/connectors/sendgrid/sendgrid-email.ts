import { z } from 'zod';
import { configOf, HeaderValue, MailboxText, Templates, templatesItem } from '../config-parts.ts';
import { isAddress, oneMailbox } from '../one-address.ts';
import { ConnectorError, type EmailFactory, type EmailMessage } from '../port.ts';
import { refuse } from '../refuse-answer.ts';
import { mailSymbol } from '../symbols.ts';
import { validateWith } from '../validate-config.ts';

const SendGridConfig = configOf({
  apiKey: HeaderValue,
  fromEmail: MailboxText,
  fromName: z.string().optional(),
  templates: Templates,
});

/** Mail through SendGrid's Mail Send API, version 3. */
export const sendgridEmail: EmailFactory = {
  type: 'Email',
  secretPaths: ['apiKey'],
  metadata: {
    id: 'sendgrid-email-service',
    target: 'sendgrid-mail',
    platform: null,
    name: { en: 'SendGrid' },
    description: {
      en: 'Sends mail through SendGrid.',
      'zh-TW': '透過 SendGrid 寄送郵件。',
      'zh-CN': '通过 SendGrid 发送邮件。',
      ja: 'SendGridでメールを送信します。',
      fr: 'Envoie les e-mails par SendGrid.',
      de: 'Verschickt E-Mails über SendGrid.',
      es: 'Envía correos a través de SendGrid.',
    },
    logo: mailSymbol,
    logoDark: null,
    readme: `# SendGrid

1. In SendGrid, verify the sender or its domain.
2. Make an API key that may do *Mail Send* and nothing else.
3. \`fromEmail\` is the verified sender, \`fromName\` the name that people see.
4. \`templates\` (optional): your own words, \`[{ "usageType": "Generic", "type": "text/html", "subject": "…",
   "content": "… {{code}} …" }]\`.

Links are not rewritten for counting clicks: a link that proves something is for one person alone.
`,
    formItems: [
      { key: 'apiKey', label: 'API key', type: 'Text', required: true, isConfidential: true, placeholder: 'SG.…' },
      { key: 'fromEmail', label: 'From', type: 'Text', required: true, placeholder: 'no-reply@example.com' },
      { key: 'fromName', label: 'Name of the sender', type: 'Text', placeholder: 'Example' },
      templatesItem({
        usageType: 'Generic',
        type: 'text/html',
        subject: 'Your code is {{code}}',
        content: '<p>Your code is <strong>{{code}}</strong>.</p>',
      }),
    ],
  },
  validate: validateWith(SendGridConfig),
  connect: (config, { outbound }) => {
    const parsed = SendGridConfig.parse(config);
    return {
      sendMessage: async message => {
        const response = await outbound.fetch('https://api.sendgrid.com/v3/mail/send', {
          method: 'POST',
          headers: { authorization: `Bearer ${parsed.apiKey}`, 'content-type': 'application/json' },
          body: JSON.stringify(requestOf(parsed, message)),
        });
        if (!response.ok) throw await refuse(response);
      },
    };
  },
};

function requestOf({ fromEmail, fromName }: z.output<typeof SendGridConfig>, { to, content }: EmailMessage): object {
  if (!isAddress(to))
    throw new ConnectorError('invalid_request_parameters', 'the recipient is not exactly one address');
  const configured = oneMailbox(fromEmail);
  const from = oneMailbox(content.sendFrom) ?? (configured && { ...configured, name: fromName ?? configured.name });
  const replyTo = oneMailbox(content.replyTo);
  return {
    personalizations: [{ to: [{ email: to }] }],
    from: from && { email: from.address, ...(from.name !== '' && { name: from.name }) },
    ...(replyTo && { reply_to: { email: replyTo.address } }),
    subject: content.subject.replaceAll(/\s+/g, ' '),
    // Plain text has to come first.
    content: [
      { type: 'text/plain', value: content.text },
      ...(content.html === undefined ? [] : [{ type: 'text/html', value: content.html }]),
    ],
    tracking_settings: { click_tracking: { enable: false }, open_tracking: { enable: false } },
  };
}
