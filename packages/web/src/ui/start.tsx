import './styles.css';
import { type MantineColorSchemeManager, MantineProvider } from '@mantine/core';
import { type ReactNode, StrictMode, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { directionOf, rememberLocale } from '../i18n/languages.ts';
import { loadWords, type Words, WordsProvider } from '../i18n/words.tsx';
import { boot, nonce } from './boot.ts';
import { ChooseLanguageContext } from './choose-language.ts';
import { LiveRegion } from './live-region.tsx';
import { theme } from './theme.ts';

/** Shows a page of this build in the language that the server chose. */
export async function start(page: ReactNode): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The HTML shell has no #root');
  const words = await loadWords(boot.locale);
  createRoot(root).render(
    <StrictMode>
      <Start words={words}>{page}</Start>
    </StrictMode>,
  );
}

// A page that the browser kept alive and shows again after Back belongs to a sign-in that may be over:
// only the server knows.
addEventListener('pageshow', event => {
  if (event.persisted) location.reload();
});

function Start({ words: first, children }: { readonly words: Words; readonly children: ReactNode }) {
  const [words, setWords] = useState(first);
  const chooseLanguage = useMemo(
    () => async (locale: string) => {
      const next = await loadWords(locale);
      rememberLocale(next.locale);
      setWords(next);
    },
    [],
  );
  useEffect(() => {
    document.documentElement.lang = words.locale;
    document.documentElement.dir = directionOf(words.locale);
  }, [words]);

  return (
    // The variables of the theme and the helper classes are in our style sheets: nothing is left that would
    // have to be written into the page. The nonce is for parts that write a style element of their own.
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={documentScheme}
      withCssVariables={false}
      withGlobalClasses={false}
      getStyleNonce={() => nonce}
    >
      <WordsProvider value={words}>
        <ChooseLanguageContext value={chooseLanguage}>
          <LiveRegion>{children}</LiveRegion>
        </ChooseLanguageContext>
      </WordsProvider>
    </MantineProvider>
  );
}

// color-scheme.ts has set the attribute before the first paint and follows the system; the provider
// would otherwise overwrite it with what it kept in local storage.
const documentScheme: MantineColorSchemeManager = {
  get: () => (document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark' ? 'dark' : 'light'),
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
};
