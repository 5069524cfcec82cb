import { type Locale, negotiateLocale } from '@freehold/messages/negotiate';
import { useSyncExternalStore } from 'react';

/** The language of `wished`, or else of the page around, or else of the browser: the first that there are sentences in. */
export function usePageLanguage(wished: string | undefined): Locale {
  const page = useSyncExternalStore(watchPage, languageOfPage, noLanguage);
  return negotiateLocale(wished === undefined || wished === '' ? page : wished);
}

// An application that switches its language says so on the document, and ours follows.
function watchPage(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['lang'] });
  return () => observer.disconnect();
}

const languageOfPage = (): string =>
  [document.documentElement.lang, ...navigator.languages].filter(tag => tag !== '').join(',');

const noLanguage = (): string => '';
