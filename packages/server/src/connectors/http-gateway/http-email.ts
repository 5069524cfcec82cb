import type { EmailFactory } from '../port.ts';
import { mailSymbol } from '../symbols.ts';
import { validateWith } from '../validate-config.ts';
import {
  GatewayConfig,
  gatewayForm,
  gatewayReadme,
  gatewaySecrets,
  gatewaySecretsGoTo,
  postMessage,
} from './post-message.ts';

/** Mail through an HTTP gateway of the operator's. */
export const httpEmail: EmailFactory = {
  type: 'Email',
  secretPaths: gatewaySecrets,
  secretsGoTo: gatewaySecretsGoTo,
  metadata: {
    id: 'http-email',
    target: 'http-email',
    platform: null,
    name: {
      en: 'HTTP email',
      'zh-TW': 'HTTP 郵件',
      'zh-CN': 'HTTP 邮件',
      ja: 'HTTPメール',
      fr: 'E-mail par HTTP',
      de: 'E-Mail über HTTP',
      es: 'Correo por HTTP',
    },
    description: {
      en: 'Hands mails to an HTTP service of yours.',
      'zh-TW': '將郵件交給你自己的 HTTP 服務。',
      'zh-CN': '将邮件交给您自己的 HTTP 服务。',
      ja: 'メールを自社のHTTPサービスに渡します。',
      fr: 'Remet les e-mails à un service HTTP à vous.',
      de: 'Übergibt E-Mails an einen eigenen HTTP-Dienst.',
      es: 'Entrega los correos a un servicio HTTP propio.',
    },
    logo: mailSymbol,
    logoDark: null,
    readme: `# HTTP email

Every mail is one \`POST\` of JSON to \`endpoint\`:

\`\`\`json
{
  "to": "ada@example.com",
  "type": "SignIn",
  "payload": { "code": "123456", "locale": "en" },
  "ip": "192.0.2.1",
  "subject": "…", "html": "…", "text": "…"
}
\`\`\`

\`type\` says what it is for and \`payload\` what about: write your own mail from them, or send \`subject\`, \`html\` and
\`text\` as they are. \`replyTo\` and \`sendFrom\` are there when a template sets them.
${gatewayReadme}`,
    formItems: gatewayForm,
  },
  validate: validateWith(GatewayConfig),
  connect: (config, tools) => {
    const gateway = GatewayConfig.parse(config);
    return {
      sendMessage: ({ to, usage, payload, ip, content }) =>
        postMessage(gateway, tools, { to, type: usage, payload, ip, ...content }),
    };
  },
};
