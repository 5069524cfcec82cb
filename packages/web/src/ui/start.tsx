import {
  directionOf,
  LiveRegion,
  loadWords,
  Notice,
  rememberLocale,
  theme,
  type WordSection,
  type Words,
  WordsProvider,
} from '@freehold/client/react/kit';
import './styles.css';
import { type MantineColorSchemeManager, MantineProvider } from '@mantine/core';
import { type ReactNode, StrictMode, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { boot, nonce } from './boot.ts';
import { ChooseLanguageContext } from './choose-language.ts';
import { lastOf } from './last-of.ts';
import { sayNothingLoads } from './nothing-loads.ts';

/**
 * Shows a page of this build in the language that the server chose. `sections` are the sentences that it says.
 *
 * @param takeOver reads what stands on the page already, right before it makes room: between the two nobody can type
 */
export async function start(
  page: ReactNode,
  sections: readonly WordSection[],
  takeOver?: () => Promise<() => void>,
): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The HTML shell has no #root');
  // English where the language of the reader cannot be fetched: a page that they may not read well, but a page.
  const words = await loadWords(boot.locale, sections)
    .catch(() => loadWords('en', sections))
    .catch(() => undefined);
  if (words === undefined) {
    sayNothingLoads(root);
    return;
  }
  const read = await takeOver?.();
  const react = createRoot(root);
  read?.();
  flushSync(() =>
    react.render(
      <StrictMode>
        <Start words={words} sections={sections}>
          {page}
        </Start>
      </StrictMode>,
    ),
  );
}

// A page that the browser kept alive and shows again after Back belongs to a sign-in that may be over:
// only the server knows.
addEventListener('pageshow', event => {
  if (event.persisted) location.reload();
});

type Props = {
  readonly words: Words;
  readonly sections: readonly WordSection[];
  readonly children: ReactNode;
};

function Start({ words: first, sections, children }: Props) {
  const [words, setWords] = useState(first);
  const [failed, setFailed] = useState(false);
  const notice = useRef<HTMLDivElement>(null);
  const chooseLanguage = useMemo(() => {
    const load = lastOf((locale: string) => loadWords(locale, sections));
    return async (locale: string) => {
      setFailed(false);
      try {
        const next = await load(locale);
        if (next === undefined) return;
        rememberLocale(next.locale);
        setWords(next);
      } catch {
        // A file that could not be fetched; the choice can be made once more.
        setFailed(true);
      }
    };
  }, [sections]);
  useEffect(() => {
    // The choice of language may stand at the very end of the page.
    if (failed) notice.current?.scrollIntoView({ block: 'nearest' });
  }, [failed]);
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
          <LiveRegion>
            {failed ? (
              <div ref={notice} className="fh-language-failed">
                <Notice tone="error">
                  <p>{words.text('footer.language_failed')}</p>
                </Notice>
              </div>
            ) : null}
            {children}
          </LiveRegion>
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
