import { templatesItem } from '../config-parts.ts';
import { callDeadlines } from '../guard-calls.ts';
import type { EmailFactory } from '../port.ts';
import { mailSymbol } from '../symbols.ts';
import { validateWith } from '../validate-config.ts';
import { SmtpConfig } from './smtp-config.ts';
import { connectSmtp } from './smtp-connector.ts';
import { smtpReadme } from './smtp-readme.ts';

const template = {
  usageType: 'Generic',
  contentType: 'text/html',
  subject: 'Your code is {{code}}',
  content: '<p>Your code is <strong>{{code}}</strong>.</p>',
};

/**
 * Mail through an SMTP server.
 * @param deadline for one message, in milliseconds
 */
export const createSmtpFactory = ({
  deadline = callDeadlines.message,
}: {
  readonly deadline?: number;
} = {}): EmailFactory => ({
  type: 'Email',
  secretPaths: [
    'auth.pass',
    'auth.clientSecret',
    'auth.refreshToken',
    'auth.accessToken',
    'auth.privateKey',
    'tls.key',
    'tls.passphrase',
  ],
  secretsGoTo: ['host', 'auth.accessUrl'],
  metadata: {
    id: 'simple-mail-transfer-protocol',
    target: 'smtp',
    platform: null,
    name: {
      en: 'Mail server (SMTP)',
      'zh-TW': '郵件伺服器（SMTP）',
      'zh-CN': '邮件服务器（SMTP）',
      ja: 'メールサーバー（SMTP）',
      fr: 'Serveur de messagerie (SMTP)',
      de: 'Mailserver (SMTP)',
      es: 'Servidor de correo (SMTP)',
    },
    description: {
      en: 'Sends mail through any SMTP server.',
      'zh-TW': '透過任何 SMTP 伺服器寄送郵件。',
      'zh-CN': '通过任意 SMTP 服务器发送邮件。',
      ja: '任意のSMTPサーバーでメールを送信します。',
      fr: 'Envoie les e-mails par n’importe quel serveur SMTP.',
      de: 'Verschickt E-Mails über einen beliebigen SMTP-Server.',
      es: 'Envía correos a través de cualquier servidor SMTP.',
    },
    logo: mailSymbol,
    logoDark: null,
    readme: smtpReadme,
    configTemplate: JSON.stringify(
      {
        host: 'smtp.example.com',
        port: 587,
        requireTLS: true,
        auth: { user: '', pass: '' },
        fromEmail: 'Example <no-reply@example.com>',
        templates: [template],
      },
      null,
      2,
    ),
    formItems: [
      { key: 'host', label: 'Host', type: 'Text', required: true, placeholder: 'smtp.example.com' },
      { key: 'port', label: 'Port', type: 'Number', required: true, placeholder: '587' },
      {
        key: 'auth',
        label: 'Sign in with',
        type: 'Json',
        isConfidential: true,
        defaultValue: { user: '', pass: '' },
        description: '`user` and `pass`, or OAuth 2 as the guide says. Leave it out for a server that asks nobody.',
      },
      {
        key: 'fromEmail',
        label: 'From',
        type: 'Text',
        required: true,
        placeholder: 'Example <no-reply@example.com>',
      },
      { key: 'replyTo', label: 'Answers go to', type: 'Text', placeholder: 'help@example.com' },
      templatesItem(template),
      { key: 'secure', label: 'TLS from the start', type: 'Switch', defaultValue: false, description: 'Port 465' },
      {
        key: 'requireTLS',
        label: 'Refuse to send without TLS',
        type: 'Switch',
        defaultValue: true,
        description: 'Ports 587 and 25: whoever sits in between could otherwise switch it off, and read the password.',
      },
      { key: 'ignoreTLS', label: 'Never use TLS', type: 'Switch', defaultValue: false },
      { key: 'tls', label: 'TLS options', type: 'Json', isConfidential: true, defaultValue: {} },
      { key: 'servername', label: 'Name in the certificate', type: 'Text' },
      { key: 'name', label: 'Own name, said to the server', type: 'Text' },
      { key: 'localAddress', label: 'Own address to connect from', type: 'Text' },
      { key: 'connectionTimeout', label: 'Time to connect (ms)', type: 'Number' },
      { key: 'greetingTimeout', label: 'Time to greet (ms)', type: 'Number' },
      { key: 'socketTimeout', label: 'Time without a word (ms)', type: 'Number' },
      { key: 'dnsTimeout', label: 'Time to look up the name (ms)', type: 'Number' },
      { key: 'customHeaders', label: 'Further headers', type: 'Json', defaultValue: {} },
    ],
  },
  validate: validateWith(SmtpConfig),
  connect: (config, tools) => connectSmtp(SmtpConfig.parse(config), tools, deadline),
});
