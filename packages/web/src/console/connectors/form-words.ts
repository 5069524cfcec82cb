import type { Locale } from '@freehold/messages/negotiate';
import type { FormItem } from './form-draft.ts';

/** What forms and guides of connectors say, by their English. */
export type FormWords = Readonly<Record<string, string>>;

// Not among the sentences of the console: whoever sets up no connector downloads none of it.
const catalogues: Readonly<
  Record<
    Exclude<Locale, 'en'>,
    () => Promise<[{ readonly connectorForms: FormWords }, { readonly connectorGuides: FormWords }]>
  >
> = {
  de: () =>
    Promise.all([
      import('@freehold/messages/de/console/connector-forms'),
      import('@freehold/messages/de/console/connector-guides'),
    ]),
  es: () =>
    Promise.all([
      import('@freehold/messages/es/console/connector-forms'),
      import('@freehold/messages/es/console/connector-guides'),
    ]),
  fr: () =>
    Promise.all([
      import('@freehold/messages/fr/console/connector-forms'),
      import('@freehold/messages/fr/console/connector-guides'),
    ]),
  ja: () =>
    Promise.all([
      import('@freehold/messages/ja/console/connector-forms'),
      import('@freehold/messages/ja/console/connector-guides'),
    ]),
  'zh-CN': () =>
    Promise.all([
      import('@freehold/messages/zh-cn/console/connector-forms'),
      import('@freehold/messages/zh-cn/console/connector-guides'),
    ]),
  'zh-TW': () =>
    Promise.all([
      import('@freehold/messages/zh-tw/console/connector-forms'),
      import('@freehold/messages/zh-tw/console/connector-guides'),
    ]),
};

/** Fetches them in one language. The server's answers are English: there is nothing to fetch for it. */
export async function loadFormWords(locale: Locale): Promise<FormWords> {
  // A form in English is worth more than none.
  if (locale === 'en') return {};
  return catalogues[locale]().then(
    ([{ connectorForms }, { connectorGuides }]) => ({ ...connectorForms, ...connectorGuides }),
    () => ({}),
  );
}

/** A text with the language that it is in; undefined where it is that of the page. */
export type Said = { readonly text: string; readonly lang: 'en' | undefined };

/** The text of a form in the reader's language; in English where it is of a kind that is not built in. */
export function said(words: FormWords, english: string): Said {
  const own = Object.hasOwn(words, english) ? words[english] : undefined;
  return own === undefined ? { text: english, lang: 'en' } : { text: own, lang: undefined };
}

/** What one input says. */
export type ItemWords = {
  readonly label: Said;
  readonly help: Said | undefined;
  readonly placeholder: string | undefined;
  readonly choices: readonly (Said & { readonly value: string })[];
};

/** What one input says, in the reader's language. */
export function itemWords(words: FormWords, item: FormItem): ItemWords {
  const help = item.description ?? item.tooltip;
  return {
    label: said(words, item.label),
    help: help === undefined ? undefined : said(words, help),
    placeholder: item.placeholder === undefined ? undefined : said(words, item.placeholder).text,
    choices: (item.selectItems ?? []).map(({ value, title }) => ({
      value,
      // A value of a protocol, as it is written in every language.
      ...(title === value ? { text: title, lang: undefined } : said(words, title)),
    })),
  };
}
