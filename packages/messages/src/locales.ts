/**
 * The languages that every sentence exists in, as BCP 47 tags. The first is the one that is spoken when nothing else fits; then come
 * those with Latin letters by their own names, then the others: the order of the list that people choose from.
 */
export const locales = ['en', 'de', 'es', 'fr', 'ja', 'zh-CN', 'zh-TW'] as const;

/** A language of {@link locales}. */
export type Locale = (typeof locales)[number];

/** What each language calls itself, for a list that people choose from: a name in another language helps nobody. */
export const localeNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ja: '日本語',
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
};

/** Whether a text that came from outside, such as a stored preference, is one of {@link locales}. */
export const isLocale = (text: string): text is Locale => locales.some(locale => locale === text);
