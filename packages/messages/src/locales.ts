/** The languages that every sentence exists in, as BCP 47 tags; the first is the one that is spoken when nothing else fits. */
export const locales = ['en', 'zh-TW', 'fr'] as const;

/** A language of {@link locales}. */
export type Locale = (typeof locales)[number];

/** What each language calls itself, for a list that people choose from: a name in another language helps nobody. */
export const localeNames: Readonly<Record<Locale, string>> = { en: 'English', 'zh-TW': '繁體中文', fr: 'Français' };

/** Whether a text that came from outside, such as a stored preference, is one of {@link locales}. */
export const isLocale = (text: string): text is Locale => locales.some(locale => locale === text);
