import type { MessageUsage, SignInExperience } from '@freehold/contract';
import { formatMessage, type Locale, type MailKey, type MessageValues, negotiateLocale } from '@freehold/messages';
import { isTenantsOwn } from '../applications/index.ts';
import type { EmailContent, MessagePayload } from '../connectors/index.ts';
import type { Tenant } from '../operation/index.ts';
import { tenantNameOf } from '../tenants/index.ts';
import { oneLine } from './fill-template.ts';
import { writeMail } from './mail-layout.ts';
import type { Message } from './messenger.ts';
import type { NoticeWords } from './notice-words.ts';

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
  /** What a notice says. */
  readonly words: NoticeWords | undefined;
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

/**
 * Kinds whose code stands in the subject, so that it can be read off the notification. Not the others: a proof of who
 * somebody is and a new password must not be had from a phone that lies locked on a table.
 */
const readOffNotification = ['sign_in', 'register', 'confirm_address'] as const;

const hasCodeInSubject = (kind: CodeKind): kind is (typeof readOffNotification)[number] =>
  readOffNotification.some(one => one === kind);

/** The shipped mail, or undefined for a usage that we have no words for. */
export function shippedMail(occasion: Occasion): EmailContent | undefined {
  const { locale, settings, tenant } = occasion;
  const app = nameOf(occasion);
  const words = occasion.words ?? codeWords(occasion, app);
  if (!words) return undefined;
  const host = new URL(tenant.endpoint).host;
  return writeMail({
    locale,
    brand: app,
    accent: settings.color.primaryColor,
    sender: formatMessage(locale, 'mails.layout.sent_by', { app, host }),
    ...words,
  });
}

/** Usages whose code is typed on our own pages and nowhere else; those of the Account API are typed in other people's, too. */
const typedHere: readonly MessageUsage[] = ['SignIn', 'Register', 'ForgotPassword'];

/** The shipped text message, or undefined for a usage that we have no words for. */
export function shippedText(occasion: Occasion): string | undefined {
  const { code, locale, tenant, words } = occasion;
  if (words) return joinSentences(locale, words.short);
  const kind = codeKinds[occasion.usage];
  if (kind === undefined || code === undefined) return undefined;
  const app = nameOf(occasion);
  const text = joinSentences(locale, [
    formatMessage(locale, `mails.code.${kind}.sms`, { app, code }),
    formatMessage(locale, 'mails.code.secret_short'),
  ]);
  // Until when it is good would be a second segment in Chinese, and each is paid for.
  return typedHere.includes(occasion.usage) ? text + boundTo(tenant.endpoint, code) : text;
}

/**
 * The last line of an origin-bound code (https://wicg.github.io/sms-one-time-codes/): a phone offers the code to pages of
 * this host, and not to one that only looks like them. The format knows https and its own port alone.
 */
function boundTo(endpoint: string, code: string): string {
  const { protocol, hostname, port } = new URL(endpoint);
  return protocol === 'https:' && port === '' ? `\n@${hostname} #${code}` : '';
}

function codeWords({ usage, code, minutes, locale }: Occasion, app: string) {
  const kind = codeKinds[usage];
  if (kind === undefined || code === undefined) return undefined;
  const say = (key: MailKey, values: MessageValues = {}) => formatMessage(locale, `mails.${key}`, { app, ...values });
  return {
    heading: say(`code.${kind}.subject`),
    subject: hasCodeInSubject(kind) ? say(`code.${kind}.subject_with_code`, { code }) : say(`code.${kind}.subject`),
    lead: say(`code.${kind}.lead`),
    code,
    discreet: !hasCodeInSubject(kind),
    notes: [say('code.valid', { minutes }), say('code.secret')],
    facts: [],
    advice: [say(`code.${kind}.unasked`)],
  };
}

/** Whole sentences one after the other, with a space where the language has one. */
const joinSentences = (locale: Locale, sentences: readonly string[]): string =>
  sentences.join(/^(?:ja|zh)/.test(locale) ? '' : ' ');

/** Who speaks to the person: the application that they are using, or the installation. */
export const nameOf = ({ application, settings }: Pick<Occasion, 'application' | 'settings'>): string =>
  oneLine(application === undefined || isTenantsOwn(application.id) ? tenantNameOf(settings) : application.name);
