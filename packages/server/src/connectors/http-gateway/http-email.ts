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
    name: { en: 'HTTP email' },
    description: { en: 'Hands mails to an HTTP service of yours.' },
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
