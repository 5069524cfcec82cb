import { useWords, type Words } from '@freehold/client/react/kit';
import { type SensitiveAction, type StepUpPolicy, stepUpPresetActions } from '@freehold/contract';
import { useId, useRef, useState } from 'react';
import { Page } from '../../ui/page.tsx';
import { management } from '../management-client.ts';
import { LoadedPart } from '../parts/loaded-part.tsx';
import { SaveBar } from '../parts/save-bar.tsx';
import { type MeanwhileRow, SavedMeanwhile } from '../parts/saved-meanwhile.tsx';
import { Tick } from '../parts/tick.tsx';
import { useGuardedSave, type Versioned, versioned } from '../parts/use-guarded-save.ts';
import { useKeptDraft } from '../parts/use-kept-draft.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { type LoadedSettings, loadSettings } from './load-surroundings.ts';
import {
  actionsLater,
  actionsNow,
  changedActions,
  countChanges,
  layPolicyOver,
  policyChange,
  tightenedActions,
} from './policy-draft.ts';
import { PolicyRow } from './policy-row.tsx';
import { actionNames, ruleSentence } from './policy-words.ts';
import { PresetChoice } from './preset-choice.tsx';
import { Simulator } from './simulator.tsx';
import { TighteningCheck } from './tightening-check.tsx';

/** `/console/proof-policy`: which changes need a proof of identity, and what somebody would be asked. */
export function ProofPolicyPage() {
  const { text } = useWords();
  const { loaded, reload } = useLoaded('proof-policy', loadSettings);
  return (
    <Page task={text('console.nav_proof_policy')} heading={text('console.nav_proof_policy')} lead={text('policy.lead')}>
      <LoadedPart loaded={loaded} onRetry={() => void reload()}>
        {value => <PolicyForm loaded={value} />}
      </LoadedPart>
    </Page>
  );
}

function PolicyForm({ loaded }: { readonly loaded: LoadedSettings }) {
  const words = useWords();
  const { text } = words;
  const id = useId();
  const { version, draft, edit, begin, discard } = useKeptDraft<StepUpPolicy>(
    'proof-policy',
    { value: loaded.policy, etag: loaded.etags.policy },
    isSame,
  );
  const begun = version.value;
  const [checking, setChecking] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const { senders } = loaded;
  const tightened = tightenedActions(begun, draft);

  const { busy, problem, saved, meanwhile, save, settle } = useGuardedSave<StepUpPolicy>({
    begun: version,
    mine: draft,
    isSame,
    read: async () => versioned(await management.getStepUpPolicy(), policy => policy),
    write: async (_, policy, ifMatch) =>
      versioned(await management.updateStepUpPolicy({ body: policyChange(policy), ifMatch }), next => next),
    onSaved: now => begin(now),
  });

  function change(policy: StepUpPolicy): void {
    setChecking(false);
    edit(policy);
  }

  function take(theirs: Versioned<StepUpPolicy>, mine: StepUpPolicy): void {
    setChecking(false);
    begin(theirs, mine);
    settle();
    bar.current?.focus();
  }

  const row = (action: SensitiveAction) => (
    <PolicyRow
      key={action}
      action={action}
      rule={draft.actions[action]}
      preset={stepUpPresetActions[draft.preset][action]}
      onChange={rule => change({ ...draft, actions: { ...draft.actions, [action]: rule } })}
    />
  );

  return (
    <div className="fh-beside">
      <div className="fh-beside-columns">
        <div className="fh-beside-main">
          <PresetChoice draft={draft} onChange={change} />
          <section className="fh-panel" aria-labelledby={id}>
            <h2 id={id}>{text('policy.rows')}</h2>
            <ul className="fh-policy-rows">{actionsNow.map(row)}</ul>
            <details className="fh-later">
              <summary>{text('policy.later')}</summary>
              <p className="fh-muted fh-small">{text('policy.later_lead')}</p>
              <ul className="fh-policy-rows">{actionsLater.map(row)}</ul>
            </details>
          </section>
          <div className="fh-panel">
            <Tick
              label={text('policy.end_others')}
              description={text(draft.endOtherSessions ? 'policy.end_others_on' : 'policy.end_others_off')}
              checked={draft.endOtherSessions}
              onChange={endOtherSessions => change({ ...draft, endOtherSessions })}
            />
          </div>
          {meanwhile === undefined ? null : (
            <SavedMeanwhile
              rows={meanwhileRows(begun, draft, meanwhile.value, words)}
              onKeepMine={() => take(meanwhile, layPolicyOver(begun, draft, meanwhile.value))}
              onTakeTheirs={() => take(meanwhile, meanwhile.value)}
            />
          )}
          {checking ? (
            <TighteningCheck
              draft={draft}
              tightened={tightened}
              senders={senders}
              onSave={() => {
                setChecking(false);
                save();
                bar.current?.focus();
              }}
              onBack={() => {
                setChecking(false);
                bar.current?.focus();
              }}
            />
          ) : null}
          <div className="fh-beside-save" ref={bar} tabIndex={-1}>
            {/* Asked what it means, or whose word counts, one answers there: a second button to save would be a second question. */}
            {checking || meanwhile !== undefined ? null : (
              <SaveBar
                changes={countChanges(begun, draft)}
                busy={busy}
                saved={saved}
                problem={problem}
                onSave={() => (tightened.length > 0 ? setChecking(true) : save())}
                onDiscard={() => {
                  discard();
                  settle();
                }}
              />
            )}
          </div>
        </div>
        <div className="fh-beside-aside">
          <Simulator saved={begun} draft={draft} senders={senders} />
        </div>
      </div>
    </div>
  );
}

const isSame = (one: StepUpPolicy, other: StepUpPolicy): boolean => countChanges(one, other) === 0;

function meanwhileRows(begun: StepUpPolicy, mine: StepUpPolicy, now: StepUpPolicy, words: Words): MeanwhileRow[] {
  const { text } = words;
  const touched = new Set(changedActions(begun, mine));
  const rows: MeanwhileRow[] = changedActions(begun, now).map(action => ({
    key: action,
    name: text(actionNames[action]),
    begun: ruleSentence(begun.actions[action], words),
    now: ruleSentence(now.actions[action], words),
    ...(touched.has(action) && { mine: ruleSentence(mine.actions[action], words) }),
  }));
  if (begun.preset !== now.preset) {
    const preset = (policy: StepUpPolicy) => text(`policy.preset_${policy.preset}`);
    const also = begun.preset !== mine.preset && { mine: preset(mine) };
    rows.unshift({ key: 'preset', name: text('policy.presets'), begun: preset(begun), now: preset(now), ...also });
  }
  if (begun.endOtherSessions !== now.endOtherSessions) {
    const others = (policy: StepUpPolicy) =>
      text(policy.endOtherSessions ? 'policy.end_others_on' : 'policy.end_others_off');
    rows.push({ key: 'others', name: text('policy.end_others'), begun: others(begun), now: others(now) });
  }
  return rows;
}
