import { z } from 'zod';
import { configOf, Templates, templatesItem } from '../config-parts.ts';
import type { SmsFactory } from '../port.ts';
import { refuse } from '../refuse-answer.ts';
import { textMessageSymbol } from '../symbols.ts';
import { validateWith } from '../validate-config.ts';

const Word = z.string().regex(/^\w+$/, 'must be letters and digits');

const TwilioConfig = configOf({
  accountSID: Word,
  authToken: Word,
  fromMessagingServiceSID: Word,
  templates: Templates,
});

/** Text messages through Twilio's Programmable Messaging. */
export const twilioSms: SmsFactory = {
  type: 'Sms',
  secretPaths: ['authToken'],
  metadata: {
    id: 'twilio-short-message-service',
    target: 'twilio-sms',
    platform: null,
    name: { en: 'Twilio SMS' },
    description: {
      en: 'Sends text messages through Twilio.',
      'zh-TW': '透過 Twilio 傳送簡訊。',
      'zh-CN': '通过 Twilio 发送短信。',
      ja: 'TwilioでSMSを送信します。',
      fr: 'Envoie les SMS par Twilio.',
      de: 'Verschickt SMS über Twilio.',
      es: 'Envía mensajes de texto a través de Twilio.',
    },
    logo: textMessageSymbol,
    logoDark: null,
    readme: `# Twilio SMS

1. In the Twilio console, read *Account SID* and *Auth Token*.
2. Under Messaging → Services, make a messaging service with a sender, and copy its SID (\`MG…\`).
3. \`templates\` (optional): your own words, \`[{ "usageType": "Generic", "content": "… {{code}} …" }]\`.
`,
    formItems: [
      { key: 'accountSID', label: 'Account SID', type: 'Text', required: true, placeholder: 'AC…' },
      { key: 'authToken', label: 'Auth token', type: 'Text', required: true, isConfidential: true },
      {
        key: 'fromMessagingServiceSID',
        label: 'SID of the messaging service',
        type: 'Text',
        required: true,
        placeholder: 'MG…',
      },
      templatesItem({ usageType: 'Generic', content: 'Your code is {{code}}.' }),
    ],
  },
  validate: validateWith(TwilioConfig),
  connect: (config, { outbound }) => {
    const { accountSID, authToken, fromMessagingServiceSID } = TwilioConfig.parse(config);
    const url = `https://api.twilio.com/2010-04-01/Accounts/${accountSID}/Messages.json`;
    const authorization = `Basic ${Buffer.from(`${accountSID}:${authToken}`).toString('base64')}`;
    return {
      sendMessage: async ({ to, text }) => {
        const body = new URLSearchParams({ To: `+${to}`, MessagingServiceSid: fromMessagingServiceSID, Body: text });
        const response = await outbound.fetch(url, { method: 'POST', headers: { authorization }, body });
        if (!response.ok) throw await refuse(response);
      },
    };
  },
};
