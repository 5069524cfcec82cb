import { plain } from '@freehold/client/react/kit';

/** The text in the reader's language, or in English: with which of the two it is. */
export function localized(
  texts: Readonly<Record<string, string>>,
  locale: string,
): { readonly text: string; readonly lang: string } {
  const own = texts[locale];
  return own === undefined
    ? { text: plain(texts['en'] ?? '', 200), lang: 'en' }
    : { text: plain(own, 200), lang: locale };
}
