import type { AccountKey, CommonKey, ConsoleKey, PageKey } from '@freehold/messages';
import { createFormatter, type MessageValues } from '@freehold/messages/format';
import { isLocale, type Locale } from '@freehold/messages/negotiate';
import { createContext, createElement, Fragment, type ReactNode, use } from 'react';

/** A key of any sentence that a browser says. */
export type WordKey = CommonKey | PageKey | AccountKey | ConsoleKey;

/** The parts that the sentences of a language come in; a page loads those that it says. */
export type WordSection = 'common' | 'pages' | 'account' | 'console';

/** The sentences of one language, ready to be filled in. */
export type Words = {
  readonly locale: Locale;
  /** A sentence as text: for labels, titles and announcements. */
  text(key: WordKey, values?: MessageValues): string;
  /** A sentence as content of the page: texts that fill it are isolated, so that they cannot turn it around. */
  rich(key: WordKey, values: Readonly<Record<string, ReactNode>>): ReactNode;
};

type Sentences = Readonly<Record<string, string>>;
type Loaders = Readonly<Record<WordSection, () => Promise<Sentences>>>;

// One file for each language and section, so that nobody downloads the others; our server preloads those that it chose.
const catalogues: Readonly<Record<Locale, Loaders>> = {
  en: {
    common: async () => (await import('@freehold/messages/en/common')).common,
    pages: async () => (await import('@freehold/messages/en/pages')).pages,
    account: async () => (await import('@freehold/messages/en/account')).account,
    console: async () => (await import('@freehold/messages/en/console')).consoleWords,
  },
  de: {
    common: async () => (await import('@freehold/messages/de/common')).common,
    pages: async () => (await import('@freehold/messages/de/pages')).pages,
    account: async () => (await import('@freehold/messages/de/account')).account,
    console: async () => (await import('@freehold/messages/de/console')).consoleWords,
  },
  es: {
    common: async () => (await import('@freehold/messages/es/common')).common,
    pages: async () => (await import('@freehold/messages/es/pages')).pages,
    account: async () => (await import('@freehold/messages/es/account')).account,
    console: async () => (await import('@freehold/messages/es/console')).consoleWords,
  },
  fr: {
    common: async () => (await import('@freehold/messages/fr/common')).common,
    pages: async () => (await import('@freehold/messages/fr/pages')).pages,
    account: async () => (await import('@freehold/messages/fr/account')).account,
    console: async () => (await import('@freehold/messages/fr/console')).consoleWords,
  },
  ja: {
    common: async () => (await import('@freehold/messages/ja/common')).common,
    pages: async () => (await import('@freehold/messages/ja/pages')).pages,
    account: async () => (await import('@freehold/messages/ja/account')).account,
    console: async () => (await import('@freehold/messages/ja/console')).consoleWords,
  },
  'zh-CN': {
    common: async () => (await import('@freehold/messages/zh-cn/common')).common,
    pages: async () => (await import('@freehold/messages/zh-cn/pages')).pages,
    account: async () => (await import('@freehold/messages/zh-cn/account')).account,
    console: async () => (await import('@freehold/messages/zh-cn/console')).consoleWords,
  },
  'zh-TW': {
    common: async () => (await import('@freehold/messages/zh-tw/common')).common,
    pages: async () => (await import('@freehold/messages/zh-tw/pages')).pages,
    account: async () => (await import('@freehold/messages/zh-tw/account')).account,
    console: async () => (await import('@freehold/messages/zh-tw/console')).consoleWords,
  },
};

/**
 * Fetches the sentences of one language; English for a tag that there is no language for.
 *
 * @param overrides sentences of an application's own, in place of ours
 */
export async function loadWords(
  tag: string,
  sections: readonly WordSection[],
  overrides: Partial<Readonly<Record<WordKey, string>>> = {},
): Promise<Words> {
  const locale = isLocale(tag) ? tag : 'en';
  const loaded = await Promise.all(sections.map(section => catalogues[locale][section]()));
  return makeWords(locale, Object.assign({}, ...loaded, overrides));
}

/** Words out of sentences that were fetched already. */
export function makeWords(locale: Locale, sentences: Sentences): Words {
  const formatter = createFormatter(locale, sentences as Readonly<Record<WordKey, string>>);
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
