import type { MessageUsage, SignInExperience } from '@freehold/contract';
import { formatMessage, type Locale, type MailKey, type MessageValues, negotiateLocale } from '@freehold/messages';
import type { EmailContent, MessagePayload } from '../connectors/index.ts';
import type { Tenant } from '../operation/index.ts';
import { DEFAULT_TENANT } from '../tenants/index.ts';
import { oneLine } from './fill-template.ts';
import { writeMail } from './mail-layout.ts';
import type { Message } from './messenger.ts';

/** Why a message is sent, to whom and in which language: all that its words depend on. */
export interface Occasion {
  readonly usage: MessageUsage;
  readonly tenant: Tenant;
  readonly locale: Locale;
  readonly settings: SignInExperience;
  readonly application: Message['application'];
  readonly code: string | undefined;
  /** How long the code is good. */
  readonly minutes: number;
  readonly payload: MessagePayload;
}

/** The language that we speak to a person with these wishes, the dearest first. */
export const shippedLocale = (wishes: readonly string[]): Locale => negotiateLocale(wishes.join(','));

type CodeKind = MailKey extends infer Key ? (Key extends `code.${infer Kind}.lead` ? Kind : never) : never;

const codeKinds: Readonly<Partial<Record<MessageUsage, CodeKind>>> = {
  SignIn: 'sign_in',
  Register: 'register',
  ForgotPassword: 'forgot_password',
  Generic: 'generic',
  UserPermissionValidation: 'confirm_yourself',
  BindNewIdentifier: 'confirm_address',
  MfaVerification: 'second_step',
  BindMfa: 'add_second_step',
};

/** The shipped mail, or undefined for a usage that we have no words for. */
export function shippedMail(occasion: Occasion): EmailContent | undefined {
  const { usage, code, minutes, locale, settings, tenant } = occasion;
  const kind = codeKinds[usage];
  if (kind === undefined || code === undefined) return undefined;
  const app = nameOf(occasion);
  const say = (key: MailKey, values: MessageValues = {}) => formatMessage(locale, `mails.${key}`, { app, ...values });
  return writeMail({
    locale,
    subject: say(`code.${kind}.subject`),
    brand: app,
    accent: settings.color.primaryColor,
    lead: say(`code.${kind}.lead`),
    code,
    notes: [say('code.valid', { minutes }), say('code.secret')],
    facts: [],
    advice: [say(`code.${kind}.unasked`)],
    sender: say('layout.sent_by', { host: new URL(tenant.endpoint).host }),
  });
}

/** The shipped text message, or undefined for a usage that we have no words for. */
export function shippedText(occasion: Occasion): string | undefined {
  const { usage, code, minutes, locale } = occasion;
  const kind = codeKinds[usage];
  if (kind === undefined || code === undefined) return undefined;
  const app = nameOf(occasion);
  const say = (key: MailKey, values: MessageValues = {}) => formatMessage(locale, `mails.${key}`, { app, ...values });
  return joinSentences(locale, [
    say(`code.${kind}.sms`, { code }),
    say('code.valid', { minutes }),
    say('code.secret_short'),
  ]);
}

/** Whole sentences one after the other, with a space where the language has one. */
export const joinSentences = (locale: Locale, sentences: readonly string[]): string =>
  sentences.join(/^(?:ja|zh)/.test(locale) ? '' : ' ');

/** Who speaks to the person: the application that they are using, or the installation. */
export const nameOf = ({ application, tenant }: Pick<Occasion, 'application' | 'tenant'>): string =>
  oneLine(application?.name ?? (tenant.id === DEFAULT_TENANT ? 'Freehold' : tenant.id));
