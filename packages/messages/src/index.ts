/**
 * Every sentence that people read, once, in every language: what went wrong, and what the pages say.
 *
 * A language is a folder (`en`, `zh-tw`, `fr`) with one file a section. English says which sentences there are; a translation
 * that lacks one or has one too many does not compile. Sentences are ICU MessageFormat: no sentence is put together
 * from pieces, and no plural is counted by hand.
 *
 * This door loads all languages, as a server needs it. A page loads one: `@freehold/messages/<language>/pages` with
 * `@freehold/messages/format`, and chooses it with `@freehold/messages/negotiate`.
 *
 * Not here: codes, statuses and titles of problems (`@freehold/contract`), and the choice of which sentence to say.
 */
import type { MessageId, Messages } from './catalogue.ts';
import { messages as en } from './en.ts';
import { createFormatter, type Formatter, type MessageValues } from './format.ts';
import { messages as fr } from './fr.ts';
import type { Locale } from './locales.ts';
import { messages as zhTw } from './zh-tw.ts';

export type { ErrorMessages, MessageId, Messages, PageKey, PageMessages } from './catalogue.ts';
export { createFormatter, type Formatter, type MessageValue, type MessageValues } from './format.ts';
export { isLocale, type Locale, localeNames, locales } from './locales.ts';
export { negotiateLocale } from './negotiate.ts';
export { formatRelativeTime } from './relative-time.ts';

/** All sentences by language. */
export const catalogues: Readonly<Record<Locale, Messages>> = { en, 'zh-TW': zhTw, fr };

const flat = (messages: Messages): Readonly<Record<MessageId, string>> =>
  Object.fromEntries(
    Object.entries(messages).flatMap(([section, sentences]) =>
      Object.entries(sentences).map(([key, text]) => [`${section}.${key}`, text]),
    ),
  ) as Record<MessageId, string>;

const formatters: Readonly<Record<Locale, Formatter<MessageId>>> = {
  en: createFormatter('en', flat(en)),
  'zh-TW': createFormatter('zh-TW', flat(zhTw)),
  fr: createFormatter('fr', flat(fr)),
};

/**
 * A sentence in a language, filled with values. Never throws: without a value that it needs, the sentence comes unfilled.
 *
 * @example formatMessage('fr', 'errors.password_rejected.too_short', { min: 8 })
 */
export const formatMessage = (locale: Locale, id: MessageId, values?: MessageValues): string =>
  formatters[locale].text(id, values);
