import { z } from 'zod';
import {
  ConnectorError,
  type ConnectorMetadata,
  type ConnectorTools,
  type EmailFactory,
  type LocalizedText,
  type SmsFactory,
} from '../port.ts';
import { validateWith } from '../validate-config.ts';
import type { Inbox } from './inbox.ts';

/** Anything goes, as long as its templates are templates. */
const config = z.looseObject({
  templates: z
    .array(
      z.looseObject({
        usageType: z.string(),
        content: z.string(),
        subject: z.string().optional(),
        contentType: z.enum(['text/plain', 'text/html']).optional(),
      }),
    )
    .optional(),
});

const metadataOf = (
  id: string,
  target: string,
  name: LocalizedText,
  description: LocalizedText,
): ConnectorMetadata => ({
  id,
  target,
  platform: null,
  name,
  description,
  logo: `data:image/svg+xml,${encodeURIComponent(logo)}`,
  logoDark: null,
  readme: 'Sends nothing: messages are kept in the inbox at `/dev/inbox`. It exists in development only.',
  configTemplate: JSON.stringify({ templates: [] }, null, 2),
  formItems: [{ key: 'templates', label: 'Templates', type: 'Json', required: false, defaultValue: [] }],
});

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#2456d6" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M3 13h5l1.5 3h5L16 13h5"/><path d="M5 5h14l2 8v6H3v-6z"/></svg>';

const emailFactory = (id: string, target: string, name: LocalizedText): EmailFactory => ({
  type: 'Email',
  developmentOnly: true,
  metadata: metadataOf(id, target, name, {
    en: 'Keeps mails in the inbox of the development server.',
    'zh-TW': '把郵件留在開發伺服器的收件匣。',
    'zh-CN': '把邮件留在开发服务器的收件箱。',
    ja: 'メールを開発用サーバーの受信トレイに保管します。',
    fr: 'Garde les e-mails dans la boîte du serveur de développement.',
    de: 'Behält E-Mails im Postfach des Entwicklungsservers.',
    es: 'Guarda los correos en la bandeja del servidor de desarrollo.',
  }),
  secretPaths: [],
  validate: validateWith(config),
  connect: (_, tools) => ({ sendMessage: message => inboxOf(tools).keepEmail(tools.tenantId, message) }),
});

/** Keeps mails in the inbox; also what stands in while no other is configured. */
export const mockEmailService = emailFactory('mock-email-service', 'mock-mail', {
  en: 'Mock mail service',
  'zh-TW': '模擬郵件服務',
  'zh-CN': '模拟邮件服务',
  ja: '模擬メールサービス',
  fr: 'Service d’e-mails factice',
  de: 'Mail-Attrappe',
  es: 'Servicio de correo simulado',
});

/** A second one, to see one sender take the place of another. */
export const mockEmailServiceAlternative = emailFactory('mock-email-service-alternative', 'mock-mail-alternative', {
  en: 'Mock mail service, alternative',
  'zh-TW': '模擬郵件服務（另一個）',
  'zh-CN': '模拟邮件服务（另一个）',
  ja: '模擬メールサービス（2つ目）',
  fr: 'Service d’e-mails factice, autre',
  de: 'Mail-Attrappe, zweite',
  es: 'Servicio de correo simulado, alternativo',
});

/** Keeps text messages in the inbox; also what stands in while no other is configured. */
export const mockShortMessageService: SmsFactory = {
  type: 'Sms',
  developmentOnly: true,
  metadata: metadataOf(
    'mock-short-message-service',
    'mock-short-message-service',
    {
      en: 'Mock text message service',
      'zh-TW': '模擬簡訊服務',
      'zh-CN': '模拟短信服务',
      ja: '模擬SMSサービス',
      fr: 'Service de SMS factice',
      de: 'SMS-Attrappe',
      es: 'Servicio de mensajes simulado',
    },
    {
      en: 'Keeps text messages in the inbox of the development server.',
      'zh-TW': '把簡訊留在開發伺服器的收件匣。',
      'zh-CN': '把短信留在开发服务器的收件箱。',
      ja: 'SMSを開発用サーバーの受信トレイに保管します。',
      fr: 'Garde les SMS dans la boîte du serveur de développement.',
      de: 'Behält SMS im Postfach des Entwicklungsservers.',
      es: 'Guarda los mensajes de texto en la bandeja del servidor de desarrollo.',
    },
  ),
  secretPaths: [],
  validate: validateWith(config),
  connect: (_, tools) => ({ sendMessage: message => inboxOf(tools).keepSms(tools.tenantId, message) }),
};

function inboxOf({ inbox }: ConnectorTools): Inbox {
  if (!inbox) throw new ConnectorError('not_implemented', 'there is no inbox in production');
  return inbox;
}
