/**
 * Every sentence that people read, once, in every language: what went wrong, what the pages say, and what mails and text messages say.
 *
 * A language is a folder named as its tag in small letters (`en`, `zh-tw`) with one file a section. English says which sentences there are; a translation
 * that lacks one or has one too many does not compile. Sentences are ICU MessageFormat: no sentence is put together
 * from pieces, and no plural is counted by hand.
 *
 * This door loads all languages, as a server needs it: `common`, `errors`, `pages`, `mails`. A page loads one, and of it the sections that it
 * says: `@freehold/messages/<language>/common`, `…/pages` (signing in), `…/account`, `…/console`, with
 * `@freehold/messages/format`; it chooses it with `@freehold/messages/negotiate`.
 *
 * Not here: codes, statuses and titles of problems (`@freehold/contract`), and the choice of which sentence to say.
 */
import type { MessageId, Messages } from './catalogue.ts';
import { messages as de } from './de.ts';
import { messages as en } from './en.ts';
import { messages as es } from './es.ts';
import { createFormatter, type Formatter, type MessageValues } from './format.ts';
import { messages as fr } from './fr.ts';
import { messages as ja } from './ja.ts';
import { type Locale, locales } from './locales.ts';
import { messages as zhCn } from './zh-cn.ts';
import { messages as zhTw } from './zh-tw.ts';

export type {
  AccountKey,
  AccountMessages,
  CommonKey,
  CommonMessages,
  ConsoleKey,
  ConsoleMessages,
  ErrorMessages,
  MailKey,
  MailMessages,
  MessageId,
  Messages,
  PageKey,
  PageMessages,
} from './catalogue.ts';
export { createFormatter, type Formatter, type MessageValue, type MessageValues } from './format.ts';
export { isLocale, type Locale, localeNames, locales } from './locales.ts';
export { negotiateLocale, wishedLanguages } from './negotiate.ts';
export { formatRelativeTime } from './relative-time.ts';

/** All sentences by language. */
export const catalogues: Readonly<Record<Locale, Messages>> = { en, de, es, fr, ja, 'zh-CN': zhCn, 'zh-TW': zhTw };

const flat = (messages: Messages): Readonly<Record<MessageId, string>> =>
  Object.fromEntries(
    Object.entries(messages).flatMap(([section, sentences]) =>
      Object.entries(sentences).map(([key, text]) => [`${section}.${key}`, text]),
    ),
  ) as Record<MessageId, string>;

const formatters = Object.fromEntries(
  locales.map(locale => [locale, createFormatter(locale, flat(catalogues[locale]))]),
) as Record<Locale, Formatter<MessageId>>;

/**
 * A sentence in a language, filled with values. Never throws: without a value that it needs, the sentence comes unfilled.
 *
 * @example formatMessage('fr', 'errors.password_rejected.too_short', { min: 8 })
 */
export const formatMessage = (locale: Locale, id: MessageId, values?: MessageValues): string =>
  formatters[locale].text(id, values);
