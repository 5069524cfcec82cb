import { type FormProblem, type Problem, useAnnounce, useWords } from '@freehold/client/react/kit';
import type { Connector, SignInExperience } from '@freehold/contract';
import { useEffect, useRef, useState } from 'react';
import { boot } from '../../ui/boot.ts';
import { Page } from '../../ui/page.tsx';
import { usePath } from '../../ui/route.ts';
import { management } from '../management-client.ts';
import { ConsoleLink, openPage } from '../parts/console-link.tsx';
import { LoadedPart } from '../parts/loaded-part.tsx';
import { SaveBar } from '../parts/save-bar.tsx';
import { SavedMeanwhile } from '../parts/saved-meanwhile.tsx';
import { useGuardedSave, type Versioned, versioned } from '../parts/use-guarded-save.ts';
import { useKeptDraft } from '../parts/use-kept-draft.ts';
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
import { changedMembers, type Edits, type Tab, tabOf, tabs } from './settings.ts';
import { layOver, meanwhileRows } from './settings-diff.ts';
import { SettingsScope } from './settings-scope.tsx';

/** `/console/sign-in-experience`: how people sign in and sign up, with a preview. */
export function SignInExperiencePage() {
  const { text } = useWords();
  const { loaded, reload } = useLoaded('sign-in-experience', async () => {
    const [settings, { body: connectors }] = await Promise.all([
      management.getSignInExperience(),
      management.listConnectors(),
    ]);
    return { settings: versioned(settings, same), connectors };
  });
  return (
    <Page
      task={text('console.nav_sign_in_experience')}
      heading={text('console.nav_sign_in_experience')}
      lead={text('experience.lead')}
    >
      <LoadedPart loaded={loaded} onRetry={() => void reload()}>
        {({ settings, connectors }) => <Settings read={settings} connectors={connectors} />}
      </LoadedPart>
    </Page>
  );
}

type Props = {
  readonly read: Versioned<SignInExperience>;
  readonly connectors: readonly Connector[];
};

const same = (settings: SignInExperience): SignInExperience => settings;
const countChanges = (one: SignInExperience, other: SignInExperience): number =>
  Object.keys(changedMembers(one, other)).length;
const isSame = (one: SignInExperience, other: SignInExperience): boolean => countChanges(one, other) === 0;

function Settings({ read, connectors }: Props) {
  const words = useWords();
  const { text } = words;
  const path = usePath();
  const here = tabs.find(tab => path.endsWith(`/${tab}`)) ?? 'brand';
  const kept = useKeptDraft<SignInExperience>('sign-in-experience', read, isSame);
  const { version, draft: settings } = kept;
  const saved = version.value;
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [refused, setRefused] = useState<FormProblem>();
  const [asked, setAsked] = useState<LockOutRisk>();
  const [turn, setTurn] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const announce = useAnnounce();

  const changes = countChanges(saved, settings);
  const reach = reachOf(connectors);

  const guarded = useGuardedSave<SignInExperience>({
    begun: version,
    mine: settings,
    isSame,
    read: async () => versioned(await management.getSignInExperience(), same),
    write: async (begun, mine, ifMatch) =>
      versioned(await management.updateSignInExperience({ body: changedMembers(begun, mine), ifMatch }), same),
    onSaved: now => {
      kept.begin(now);
      setTurn(count => count + 1);
    },
    onRefused: explain,
  });
  const { meanwhile } = guarded;

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
    else send();
  }

  function send(): void {
    setAsked(undefined);
    guarded.save();
  }

  function explain(problem: Problem): boolean {
    const found = refusedProblems(problem, words);
    const isShown = Object.keys(found).length > 0;
    if (isShown) refuse(found);
    return isShown;
  }

  function discard(): void {
    kept.discard();
    forget();
  }

  /** What was said of the last save is no longer so, and fields begin anew. */
  function forget(): void {
    setProblems({});
    setRefused(undefined);
    guarded.settle();
    setTurn(count => count + 1);
  }

  /** What the other has saved is what the page begins with now; what was typed here lies over it, or is gone. */
  function take(theirs: Versioned<SignInExperience>, mine: Edits | undefined): void {
    kept.begin(theirs, { ...theirs.value, ...mine });
    forget();
    // What had the focus is gone.
    bar.current?.focus();
  }

  return (
    <SettingsScope
      value={{
        settings,
        problems,
        turn,
        set: (member, value) => {
          kept.edit({ ...settings, [member]: value });
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
          <div className="fh-experience-tab" key={here}>
            {here === 'brand' ? <BrandTab /> : null}
            {here === 'methods' ? <MethodsTab connectors={connectors} reach={reach} /> : null}
            {here === 'security' ? <SecurityTab /> : null}
            {here === 'content' ? <ContentTab /> : null}
          </div>
          {meanwhile === undefined ? null : (
            <SavedMeanwhile
              rows={meanwhileRows(saved, settings, meanwhile.value, words)}
              onKeepMine={() => take(meanwhile, layOver(saved, settings, meanwhile.value))}
              onTakeTheirs={() => take(meanwhile, undefined)}
            />
          )}
          <div className="fh-beside-save" ref={bar} tabIndex={-1}>
            {/* What is to become of both is answered above. */}
            {meanwhile === undefined ? (
              <SaveBar
                changes={changes}
                busy={guarded.busy}
                saved={guarded.saved}
                problem={refused ?? guarded.problem}
                onSave={begin}
                onDiscard={discard}
              />
            ) : null}
          </div>
        </div>
        <PreviewPanel
          settings={settings}
          given={previewBoot(settings, connectors, reach, text('experience.preview_app'))}
        />
      </div>
      {asked === undefined ? null : <LockOutDialog verdict={asked} onSave={send} onClose={() => setAsked(undefined)} />}
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
