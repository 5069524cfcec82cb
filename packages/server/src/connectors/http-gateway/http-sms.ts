import type { SmsFactory } from '../port.ts';
import { textMessageSymbol } from '../symbols.ts';
import { validateWith } from '../validate-config.ts';
import {
  GatewayConfig,
  gatewayForm,
  gatewayReadme,
  gatewaySecrets,
  gatewaySecretsGoTo,
  postMessage,
} from './post-message.ts';

/** Text messages through an HTTP gateway of the operator's. */
export const httpSms: SmsFactory = {
  type: 'Sms',
  secretPaths: gatewaySecrets,
  secretsGoTo: gatewaySecretsGoTo,
  metadata: {
    id: 'http-sms',
    target: 'http-sms',
    platform: null,
    name: {
      en: 'HTTP SMS',
      'zh-TW': 'HTTP 簡訊',
      'zh-CN': 'HTTP 短信',
      ja: 'HTTP SMS',
      fr: 'SMS par HTTP',
      de: 'SMS über HTTP',
      es: 'SMS por HTTP',
    },
    description: {
      en: 'Hands text messages to an HTTP service of yours.',
      'zh-TW': '將簡訊交給你自己的 HTTP 服務。',
      'zh-CN': '将短信交给您自己的 HTTP 服务。',
      ja: 'SMSを自社のHTTPサービスに渡します。',
      fr: 'Remet les SMS à un service HTTP à vous.',
      de: 'Übergibt SMS an einen eigenen HTTP-Dienst.',
      es: 'Entrega los mensajes de texto a un servicio HTTP propio.',
    },
    logo: textMessageSymbol,
    logoDark: null,
    readme: `# HTTP SMS

Every text message is one \`POST\` of JSON to \`endpoint\`:

\`\`\`json
{
  "to": "886912345678",
  "type": "SignIn",
  "payload": { "code": "123456", "locale": "en" },
  "ip": "192.0.2.1",
  "text": "…"
}
\`\`\`

\`to\` is country code and number, digits only. \`type\` says what the message is for and \`payload\` what about: write your
own words from them, or send \`text\` as it is.
${gatewayReadme}`,
    formItems: gatewayForm,
  },
  validate: validateWith(GatewayConfig),
  connect: (config, tools) => {
    const gateway = GatewayConfig.parse(config);
    return {
      sendMessage: ({ to, usage, payload, ip, text }) =>
        postMessage(gateway, tools, { to, type: usage, payload, ip, text }),
    };
  },
};
