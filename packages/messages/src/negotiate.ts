import { type Locale, locales } from './locales.ts';

export { isLocale, type Locale, localeNames, locales } from './locales.ts';

/** A header longer than this is cut: no browser sends so much, and the work stays bounded whatever arrives. */
const longestHeader = 1024;

/** `q` of RFC 9110, section 12.4.2: 0 to 1 with at most three decimals. */
const quality = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/i;

/**
 * What a range finds when nothing of it is cut off, in lower case. Hong Kong and Macao write Traditional Chinese; Chinese of
 * any other place, or of none, is Simplified, as the default script of `zh` is (CLDR, likely subtags).
 */
const tags: Readonly<Record<string, Locale>> = {
  en: 'en',
  de: 'de',
  es: 'es',
  fr: 'fr',
  ja: 'ja',
  zh: 'zh-CN',
  'zh-cn': 'zh-CN',
  'zh-hans': 'zh-CN',
  'zh-hant': 'zh-TW',
  'zh-hk': 'zh-TW',
  'zh-mo': 'zh-TW',
  'zh-tw': 'zh-TW',
};

const exact = (range: string): Locale | undefined => (Object.hasOwn(tags, range) ? tags[range] : undefined);

/**
 * Cuts subtags off the end until something is found (RFC 4647, section 3.4). A single-letter subtag need not go together with
 * what follows it, as the RFC says: none of our tags ends in one.
 */
const lookUp = (range: string): Locale | undefined => {
  const subtags = range.split('-');
  for (; subtags.length > 0; subtags.pop()) {
    const found = exact(subtags.join('-'));
    if (found) return found;
  }
  return undefined;
};

interface Wish {
  readonly range: string;
  readonly quality: number;
}

const wish = (part: string): Wish | undefined => {
  const [range = '', ...parameters] = part.split(';').map(text => text.trim().toLowerCase());
  if (range === '' || range.length > 64) return undefined;
  if (parameters.length === 0) return { range, quality: 1 };
  const value = parameters.length === 1 ? quality.exec(parameters[0] ?? '')?.[1] : undefined;
  return value === undefined ? undefined : { range, quality: Number(value) };
};

/**
 * The ranges of an `Accept-Language` header by falling `q`, equal ones in their order; without those that are refused, and
 * without `*`, which wishes nothing in particular. Never throws, and returns at most ten.
 */
export const wishedLanguages = (acceptLanguage: string | undefined): string[] =>
  readWishes(acceptLanguage)
    .filter(({ range, quality }) => quality > 0 && /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/.test(range))
    .sort((a, b) => b.quality - a.quality)
    .map(({ range }) => range)
    .slice(0, 10);

const readWishes = (acceptLanguage = ''): Wish[] => {
  const parts = acceptLanguage.slice(0, longestHeader).split(',');
  // The cut may have gone through a tag: half of `fro` is not `fr`.
  if (acceptLanguage.length > longestHeader) parts.pop();
  return parts.map(wish).filter(one => one !== undefined);
};

/**
 * The language to answer in: the look-up of RFC 4647, section 3.4, over an `Accept-Language` header.
 *
 * `fr-CA` finds `fr`; `zh-Hant`, `zh-Hant-HK`, `zh-HK` and `zh-MO` find `zh-TW`, any other `zh` finds `zh-CN`. Ranges are
 * tried by falling `q`, equal ones in their order; `*` wishes nothing in particular; `q=0` refuses. What cannot be read is
 * passed over, and a header of any length costs the same bounded work. Never throws.
 *
 * @example negotiateLocale('fr-CA, en;q=0.8') // 'fr'
 */
export const negotiateLocale = (acceptLanguage: string | undefined, fallback: Locale = 'en'): Locale => {
  if (!acceptLanguage) return fallback;
  const wishes = readWishes(acceptLanguage);
  const refused = new Set(wishes.filter(one => one.quality === 0).map(one => exact(one.range)));
  for (const { range } of wishes.filter(one => one.quality > 0).sort((a, b) => b.quality - a.quality)) {
    const found = lookUp(range);
    if (found && !refused.has(found)) return found;
  }
  return refused.has(fallback) ? (locales.find(locale => !refused.has(locale)) ?? fallback) : fallback;
};
