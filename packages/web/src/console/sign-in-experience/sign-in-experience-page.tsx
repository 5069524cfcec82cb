import {
  ask,
  type FormProblem,
  Notice,
  type Problem,
  stepProblem,
  useAnnounce,
  useTask,
  useWords,
} from '@freehold/client/react/kit';
import type { Connector, SignInExperience, SignInExperienceChange } from '@freehold/contract';
import { useEffect, useRef, useState } from 'react';
import { boot } from '../../ui/boot.ts';
import { Page } from '../../ui/page.tsx';
import { usePath } from '../../ui/route.ts';
import { management } from '../management-client.ts';
import { ConsoleLink, openPage } from '../parts/console-link.tsx';
import { LoadedPart } from '../parts/loaded-part.tsx';
import { SaveBar } from '../parts/save-bar.tsx';
import { useKept } from '../parts/use-kept.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { BrandTab } from './brand-tab.tsx';
import { ContentTab } from './content-tab.tsx';
import { type LockOutRisk, lockOut, type Reach } from './lock-out.ts';
import { LockOutDialog } from './lock-out-dialog.tsx';
import { MethodsTab } from './methods-tab.tsx';
import { previewBoot } from './preview-boot.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { ownProblems, refusedProblems } from './problems.ts';
import { SecurityTab } from './security-tab.tsx';
import { changedMeanwhile, changedMembers, type Edits, type Tab, tabOf, tabs } from './settings.ts';
import { SettingsScope } from './settings-scope.tsx';

/** `/console/sign-in-experience`: how people sign in and sign up, with a preview. */
export function SignInExperiencePage() {
  const { text } = useWords();
  const { loaded, reload, put } = useLoaded('sign-in-experience', async () => {
    const [settings, connectors] = await Promise.all([
      ask(management.getSignInExperience()),
      ask(management.listConnectors()),
    ]);
    return { settings, connectors };
  });
  return (
    <Page
      task={text('console.nav_sign_in_experience')}
      heading={text('console.nav_sign_in_experience')}
      lead={text('experience.lead')}
    >
      <LoadedPart loaded={loaded} onRetry={() => void reload()}>
        {({ settings, connectors }) => (
          <Settings saved={settings} connectors={connectors} onRead={next => put({ settings: next, connectors })} />
        )}
      </LoadedPart>
    </Page>
  );
}

type Props = {
  readonly saved: SignInExperience;
  readonly connectors: readonly Connector[];
  /** The settings were read anew, or saved. */
  readonly onRead: (settings: SignInExperience) => void;
};

function Settings({ saved, connectors, onRead }: Props) {
  const words = useWords();
  const { text } = words;
  const path = usePath();
  const here = tabs.find(tab => path.endsWith(`/${tab}`)) ?? 'brand';
  const [edits = {}, setEdits] = useKept<Edits>('sign-in-experience');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [refused, setRefused] = useState<FormProblem>();
  const [isSaved, setIsSaved] = useState(false);
  const [asked, setAsked] = useState<LockOutRisk>();
  const [meanwhile, setMeanwhile] = useState(false);
  const [turn, setTurn] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const { busy, run } = useTask();
  const announce = useAnnounce();

  const settings: SignInExperience = { ...saved, ...edits };
  const change = changedMembers(saved, edits);
  const changes = Object.keys(change).length;
  const reach = reachOf(connectors);

  useEffect(() => {
    if (Object.keys(problems).length === 0) return;
    const first = root.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem]');
    first?.focus();
  }, [problems]);

  /** Shows what is wrong, on the tab where the first of it stands. */
  function refuse(found: Readonly<Record<string, string>>): void {
    const [path] = Object.keys(found);
    const tab = path === undefined ? undefined : tabOf(path);
    if (tab !== undefined && tab !== here) openPage(addressOf(tab));
    setProblems({ ...found });
    announce(Object.values(found)[0] ?? '');
  }

  function begin(): void {
    setRefused(undefined);
    setIsSaved(false);
    const own = ownProblems(settings, words);
    if (Object.keys(own).length > 0) {
      refuse(own);
      return;
    }
    setProblems({});
    const verdict = lockOut(settings, reach);
    // What was like that before is not this change's doing, and must not stand in its way.
    if (verdict === 'none') setRefused({ sentence: text('experience.lock_out_none') });
    else if (verdict !== undefined && lockOut(saved, reach) === undefined) setAsked(verdict);
    else send(change);
  }

  function send(body: SignInExperienceChange): void {
    setAsked(undefined);
    void run(async () => {
      const now = await ask(management.getSignInExperience());
      // There is no version to hold a change against: what is saved is read first, and a second press then overwrites it.
      if (changedMeanwhile(saved, now, body).length > 0) {
        setMeanwhile(true);
        onRead(now);
        announce(text('experience.meanwhile'));
        return undefined;
      }
      onRead(await ask(management.updateSignInExperience({ body })));
      setEdits(undefined);
      setMeanwhile(false);
      setIsSaved(true);
      setTurn(count => count + 1);
      announce(text('console.saved'));
      return undefined;
    }, explain);
  }

  function explain(problem: Problem): void {
    const found = refusedProblems(problem, words);
    if (Object.keys(found).length > 0) refuse(found);
    else setRefused({ ...stepProblem(problem, words), requestId: problem.requestId });
  }

  function discard(): void {
    setEdits(undefined);
    setProblems({});
    setRefused(undefined);
    setMeanwhile(false);
    setTurn(count => count + 1);
  }

  return (
    <SettingsScope
      value={{
        settings,
        problems,
        turn,
        set: (member, value) => {
          setIsSaved(false);
          setEdits({ ...edits, [member]: value });
        },
      }}
    >
      <nav className="fh-tabs" aria-label={text('console.nav_sign_in_experience')}>
        {tabs.map(tab => (
          <ConsoleLink key={tab} to={addressOf(tab)} className="fh-tab" current={tab === here}>
            {text(`experience.tab_${tab}`)}
          </ConsoleLink>
        ))}
      </nav>
      <div className="fh-experience">
        <div className="fh-experience-settings" ref={root}>
          {meanwhile ? (
            <Notice tone="warning">
              <p>{text('experience.meanwhile')}</p>
            </Notice>
          ) : null}
          <div className="fh-experience-tab" key={here}>
            {here === 'brand' ? <BrandTab /> : null}
            {here === 'methods' ? <MethodsTab connectors={connectors} reach={reach} /> : null}
            {here === 'security' ? <SecurityTab /> : null}
            {here === 'content' ? <ContentTab /> : null}
          </div>
          <SaveBar changes={changes} busy={busy} saved={isSaved} problem={refused} onSave={begin} onDiscard={discard} />
        </div>
        <PreviewPanel
          settings={settings}
          given={previewBoot(settings, connectors, reach, text('experience.preview_app'))}
        />
      </div>
      {asked === undefined ? null : (
        <LockOutDialog verdict={asked} onSave={() => send(change)} onClose={() => setAsked(undefined)} />
      )}
    </SettingsScope>
  );
}

const addressOf = (tab: Tab): string => `sign-in-experience/${tab}`;

/** What there is beside the settings. In development messages without a connector stay in the inbox: they are sent, in a way. */
function reachOf(connectors: readonly Connector[]): Reach {
  const has = (type: Connector['type']) => connectors.some(one => one.type === type);
  const connected = { email: has('Email'), phone: has('Sms') };
  return {
    connected,
    senders: { email: boot.development || connected.email, phone: boot.development || connected.phone },
    targets: connectors.filter(({ type }) => type === 'Social').map(({ target }) => target),
  };
}
