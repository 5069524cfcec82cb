import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from './locales.ts';

/** What a sentence can be filled with. */
export type MessageValue = string | number | boolean | Date;

/** The values of a sentence by the names of its places. */
export type MessageValues = Readonly<Record<string, MessageValue>>;

/** A compiled sentence. */
export type Sentence = IntlMessageFormat;

/** A sentence as our builds for browsers ship it: parsed, so that no page has to load a parser. */
export type ParsedSentence = ReturnType<Sentence['getAst']>;

/** Compiles a sentence in ICU MessageFormat. `<` is an ordinary character: a sentence is text, never markup. */
export const compile = (locale: Locale, text: string | ParsedSentence): Sentence =>
  new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });

/**
 * Makes the function that fills the sentences of one language.
 *
 * A page that speaks one language loads only that one: `createFormatter('fr', pages)` with `pages` of `@freehold/messages/fr/pages`.
 * Each sentence is compiled once, at its first use.
 */
export const createFormatter = <Key extends string>(
  locale: Locale,
  sentences: Readonly<Record<Key, string | ParsedSentence>>,
): Formatter<Key> => {
  const compiled = new Map<Key, Sentence>();

  const sentence = (key: Key): Sentence => {
    let found = compiled.get(key);
    if (!found) {
      found = compile(locale, sentences[key]);
      compiled.set(key, found);
    }
    return found;
  };

  // Most sentences are as they stand.
  const asItStands = (key: Key): string | undefined => {
    const source = sentences[key];
    return typeof source === 'string' && !/[{}']/.test(source) ? source : undefined;
  };
  const unfilled = (key: Key): string => {
    const source: string | ParsedSentence | undefined = sentences[key];
    return typeof source === 'string' ? source : key;
  };

  return {
    locale,
    text: (key, values) => {
      const plain = asItStands(key);
      if (plain !== undefined) return plain;
      // A missing value makes the library throw. An answer with a hole in it helps more than no answer: this runs while
      // errors are being answered, where one more error would hide the first.
      try {
        return String(sentence(key).format(values));
      } catch {
        return unfilled(key);
      }
    },
    parts: (key, values) => {
      const plain = asItStands(key);
      if (plain !== undefined) return [plain];
      try {
        const filled = sentence(key).format<(typeof values)[string]>(values);
        return Array.isArray(filled) ? filled : [filled];
      } catch {
        return [unfilled(key)];
      }
    },
  };
};

/** Fills the sentences of one language; never throws. */
export interface Formatter<Key extends string> {
  readonly locale: Locale;
  /** The sentence with its values; without a value that it needs, the sentence as it stands in the catalogue. */
  text(key: Key, values?: MessageValues): string;
  /** The same in pieces, for values that are not text, such as an element with its own direction around a name. */
  parts<Part>(key: Key, values: Readonly<Record<string, Part | MessageValue>>): (string | Part | MessageValue)[];
}
