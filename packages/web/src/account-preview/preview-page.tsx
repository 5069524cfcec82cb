import { createClient } from '@freehold/client';
import {
  AccountCenter,
  AccountScope,
  type FrameProps,
  FramingProvider,
  NavigationProvider,
  type Place,
  SurroundingsProvider,
  useAccount,
} from '@freehold/client/react';
import { loadWords, Notice, useWords, type Words, WordsProvider } from '@freehold/client/react/kit';
import { useEffect, useMemo, useRef, useState } from 'react';
import { AccountFrame } from '../account/account-frame.tsx';
import { boot } from '../ui/boot.ts';
import { ChooseLanguageContext } from '../ui/choose-language.ts';
import { Frame } from '../ui/frame.tsx';
import { FakeServer } from './fake-server.ts';
import { flashChanges } from './flash-changes.ts';
import { type PreviewScene, sayReady, sceneIn } from './preview-message.ts';

/** `/account/preview`: the account pages of somebody made up, as the console has them shown. */
export function PreviewPage() {
  const { text } = useWords();
  const [scene, setScene] = useState<PreviewScene>();
  const alone = window.parent === window;

  useEffect(() => {
    const listen = (event: MessageEvent) => {
      const next = sceneIn(event);
      if (next !== undefined) setScene(next);
    };
    addEventListener('message', listen);
    if (!alone) sayReady();
    return () => removeEventListener('message', listen);
  }, [alone]);

  if (alone) {
    return (
      <Frame>
        <h1>{text('preview.heading')}</h1>
        <Notice tone="info">
          <p>{text('preview.alone')}</p>
        </Notice>
      </Frame>
    );
  }
  return scene === undefined ? null : <Scene key={scene.persona} scene={scene} />;
}

function Scene({ scene }: { readonly scene: PreviewScene }) {
  const outer = useWords();
  const [words, setWords] = useState<Words>(outer);
  const [place, setPlace] = useState<Place>('');
  // The language is the frame's alone: the one that the console is read in, and the cookie that keeps it, stay.
  const [chosen, setChosen] = useState(scene.locale);
  useEffect(() => setChosen(scene.locale), [scene.locale]);
  useEffect(() => {
    let gone = false;
    void loadWords(chosen, ['common', 'account', 'console']).then(loaded => {
      if (gone) return;
      setWords(loaded);
      document.documentElement.lang = loaded.locale;
    });
    return () => {
      gone = true;
    };
  }, [chosen]);
  useEffect(() => {
    document.documentElement.setAttribute('data-mantine-color-scheme', scene.scheme);
  }, [scene.scheme]);
  useCustomCss(scene.settings.customCss);
  useEffect(holdLinks, []);

  const latest = useRef(words);
  latest.current = words;
  const server = useRef<FakeServer>(undefined);
  server.current ??= new FakeServer(scene, () => latest.current.text('preview.stops'));
  const fake = server.current;
  const client = useMemo(() => createClient({ endpoint: '', token: () => 'sample', fetch: fake.fetch }), [fake]);
  const navigation = useMemo(() => ({ place, go: (to: Place) => setPlace(to) }), [place]);
  const chooseLanguage = useMemo(() => async (locale: string) => setChosen(locale), []);

  return (
    <WordsProvider value={words}>
      <ChooseLanguageContext value={chooseLanguage}>
        <FramingProvider value={framing}>
          <NavigationProvider value={navigation}>
            <AccountScope client={client}>
              <FollowSettings scene={scene} server={fake} />
              <SurroundingsProvider value={surroundings}>
                <AccountFrame>
                  <AccountCenter />
                </AccountFrame>
              </SurroundingsProvider>
            </AccountScope>
          </NavigationProvider>
        </FramingProvider>
      </ChooseLanguageContext>
    </WordsProvider>
  );
}

/** Reads the account anew when what it is answered by has changed, and shows where that changed the page. */
function FollowSettings({ scene, server }: { readonly scene: PreviewScene; readonly server: FakeServer }) {
  const { reload } = useAccount();
  const { settings, policy, senders, experience } = scene;
  // By value: every message brings new objects, also one that only turns the colours.
  const answeredBy = JSON.stringify([
    settings.fields,
    settings.profileFields,
    settings.deleteAccountUrl,
    policy,
    senders,
    experience,
  ]);
  const latest = useRef(scene);
  latest.current = scene;
  const shown = useRef(answeredBy);
  useEffect(() => {
    if (shown.current === answeredBy) return undefined;
    shown.current = answeredBy;
    server.show(latest.current);
    const stop = flashChanges(document.getElementById('root'));
    void reload();
    return stop;
  }, [answeredBy, server, reload]);
  return null;
}

function useCustomCss(css: string | null): void {
  useEffect(() => {
    // A sheet of its own: the policy of the page lets no style element in.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css ?? '');
    document.adoptedStyleSheets = [sheet];
  }, [css]);
}

/** Links out of the account lead nowhere from here: the frame is not a browser. */
function holdLinks(): () => void {
  const hold = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a[href]') !== null) event.preventDefault();
  };
  addEventListener('click', hold, true);
  return () => removeEventListener('click', hold, true);
}

/**
 * A task of the preview. Unlike a page it neither names the tab nor takes the focus when it appears: whoever chooses another
 * person in the console must not find themselves in the frame.
 */
function PreviewTask({ heading, lead, children }: FrameProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) title.current?.focus();
  }, []);
  return (
    <>
      <div className="fh-page-head">
        <h1 ref={title} tabIndex={-1}>
          {heading}
        </h1>
        {lead === undefined ? null : <p className="fh-muted">{lead}</p>}
      </div>
      {children}
    </>
  );
}

const surroundings = { tenantName: boot.tenantName };

const framing = { level: 1, Frame: PreviewTask } as const;
