import type { AccountKey, CommonKey } from '@freehold/messages';
import type { Locale } from '@freehold/messages/negotiate';
import { useEffect, useMemo, useState } from 'react';
import { makeWords, type Words } from '../kit/index.ts';

/** Sentences of an application's own, by the key of the one that each replaces. */
export type Strings = Readonly<Partial<Record<CommonKey | AccountKey, string>>>;

type Sentences = Readonly<Record<string, string>>;

// Only what our parts say: the bundler of an application makes a file of each of these.
const loaders: Readonly<Record<Locale, () => Promise<readonly Sentences[]>>> = {
  en: () => both(import('@freehold/messages/en/common'), import('@freehold/messages/en/account')),
  de: () => both(import('@freehold/messages/de/common'), import('@freehold/messages/de/account')),
  es: () => both(import('@freehold/messages/es/common'), import('@freehold/messages/es/account')),
  fr: () => both(import('@freehold/messages/fr/common'), import('@freehold/messages/fr/account')),
  ja: () => both(import('@freehold/messages/ja/common'), import('@freehold/messages/ja/account')),
  'zh-CN': () => both(import('@freehold/messages/zh-cn/common'), import('@freehold/messages/zh-cn/account')),
  'zh-TW': () => both(import('@freehold/messages/zh-tw/common'), import('@freehold/messages/zh-tw/account')),
};

async function both(
  common: Promise<{ readonly common: Sentences }>,
  account: Promise<{ readonly account: Sentences }>,
): Promise<readonly Sentences[]> {
  const loaded = await Promise.all([common, account]);
  return [loaded[0].common, loaded[1].account];
}

interface Loaded {
  readonly locale: Locale;
  readonly sentences: Sentences;
}

/**
 * The words of a language. Undefined until the first are there; while another language is fetched, the last one goes on
 * being shown, so that nothing typed is lost.
 *
 * @throws (while rendering) what kept the first from being fetched: for the error boundary of the application
 */
export function useSentences(locale: Locale, strings: Strings | undefined): Words | undefined {
  const [loaded, setLoaded] = useState<Loaded>();
  const [failure, setFailure] = useState<{ readonly error: unknown }>();

  useEffect(() => {
    let current = true;
    loaders[locale]().then(
      parts => {
        if (current) setLoaded({ locale, sentences: Object.assign({}, ...parts) });
      },
      (error: unknown) => {
        if (current) setFailure({ error });
      },
    );
    return () => {
      current = false;
    };
  }, [locale]);

  // An object that is written out in the application's JSX is another one at each render.
  const own = JSON.stringify(strings ?? {});
  const words = useMemo(
    () => loaded && makeWords(loaded.locale, { ...loaded.sentences, ...(JSON.parse(own) as Sentences) }),
    [loaded, own],
  );
  if (words === undefined && failure !== undefined) throw failure.error;
  return words;
}

/** Stands in for words until they are there. */
export const noWords: Words = { locale: 'en', text: () => '', rich: () => null };
