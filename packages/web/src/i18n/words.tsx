import type { PageKey } from '@freehold/messages';
import { createFormatter, type MessageValues } from '@freehold/messages/format';
import { isLocale, type Locale } from '@freehold/messages/negotiate';
import { createContext, createElement, Fragment, type ReactNode, use } from 'react';

/** The sentences of one language, ready to be filled in. */
export type Words = {
  readonly locale: Locale;
  /** A sentence as text: for labels, titles and announcements. */
  text(key: PageKey, values?: MessageValues): string;
  /** A sentence as content of the page: texts that fill it are isolated, so that they cannot turn it around. */
  rich(key: PageKey, values: Readonly<Record<string, ReactNode>>): ReactNode;
};

// One file a language, so that nobody downloads the others; the server preloads the one it chose.
const catalogues: Readonly<Record<Locale, () => Promise<{ readonly pages: Readonly<Record<PageKey, string>> }>>> = {
  en: () => import('@freehold/messages/en/pages'),
  de: () => import('@freehold/messages/de/pages'),
  es: () => import('@freehold/messages/es/pages'),
  fr: () => import('@freehold/messages/fr/pages'),
  ja: () => import('@freehold/messages/ja/pages'),
  'zh-CN': () => import('@freehold/messages/zh-cn/pages'),
  'zh-TW': () => import('@freehold/messages/zh-tw/pages'),
};

/** Fetches the sentences of one language; English for a tag that there is no language for. */
export async function loadWords(tag: string): Promise<Words> {
  const locale = isLocale(tag) ? tag : 'en';
  const { pages } = await catalogues[locale]();
  const formatter = createFormatter(locale, pages);
  return {
    locale,
    text: formatter.text,
    rich(key, values) {
      const isolated = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolate(value)]));
      const parts = formatter.parts<ReactNode>(key, isolated);
      return createElement(Fragment, undefined, ...(parts as ReactNode[]));
    },
  };
}

function isolate(value: ReactNode): ReactNode {
  return typeof value === 'string' ? <bdi>{value}</bdi> : value;
}

const WordsContext = createContext<Words | undefined>(undefined);

export const WordsProvider = WordsContext.Provider;

/** The words of the page's language. */
export function useWords(): Words {
  const words = use(WordsContext);
  if (words === undefined) throw new Error('useWords needs a WordsProvider above it');
  return words;
}
