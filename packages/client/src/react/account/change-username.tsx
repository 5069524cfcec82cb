import { useEffect, useRef, useState } from 'react';
import { useClient } from '../account-scope.tsx';
import type { AccountView } from '../account-store.ts';
import { ChangeStatus } from '../change-status.tsx';
import { isOnlyWayIn, signsInWith } from '../fields.ts';
import { Task } from '../frame.tsx';
import {
  Field,
  type Problem,
  plain,
  problemSentence,
  StepForm,
  SubmitButton,
  stepProblem,
  useFieldProblem,
  useWords,
} from '../kit/index.ts';
import { pendingProof } from '../proof/pending-proof.ts';
import { type Change, useChange } from '../use-change.ts';
import { DoneButton } from './done-button.tsx';
import { FieldGate } from './field-gate.tsx';
import { RemovalQuestion } from './removal-question.tsx';
import { RemoveLink } from './remove-link.tsx';
import { useDraft } from './use-draft.ts';
import { useSteps } from './use-steps.ts';
import { brokenUsernameRules } from './username-policy.ts';
import { UsernameRules } from './username-rules.tsx';

type Props = { readonly onDone?: (() => void) | undefined };

/** Adds, changes or removes the username. */
export function ChangeUsername({ onDone }: { readonly onDone?: () => void } = {}) {
  const { text } = useWords();
  return (
    <FieldGate
      field="username"
      task={text('identifier.username')}
      heading={text('identifier.username')}
      value={({ account: { username } }) => (username ? <bdi>{plain(username, 256)}</bdi> : text('value.notSet'))}
    >
      {view => <UsernameTask view={view} onDone={onDone} />}
    </FieldGate>
  );
}

type Step = 'ask' | 'changed' | 'remove' | 'removed';

function UsernameTask({ view, onDone }: Props & { readonly view: AccountView }) {
  const words = useWords();
  const { text, rich } = words;
  const client = useClient();
  const change = useChange();
  const { account, experience } = view;
  const { usernamePolicy: policy } = experience;
  const { draft, keep, drop } = useDraft<{ readonly typed: string }>('username', account.id);
  const [typed, setTyped] = useState(draft?.typed ?? '');
  const { field, problem, refuse, say } = useFieldProblem();
  const { step, turn, go } = useSteps<Step>('ask', change);
  // What it was changed to: reading the account back may have failed.
  const [made, setMade] = useState('');
  const [interrupted] = useState(() => pendingProof(account.id, 'username.change') !== undefined);
  const now = account.username ?? undefined;

  const changeTo = (username: string | null): Change => ({
    action: username === null ? 'username.remove' : 'username.change',
    send: (proof, ifMatch, signal) => client.updateAccount({ body: { username }, proof, ifMatch, signal }),
    arrived: read => read.username === username,
    over: { theirs: read => read.username, mine: username },
  });

  function explain(found: Problem): void {
    // A username that breaks the rules of all usernames is refused before the tenant's policy has seen it.
    if (found.code === 'guard.invalid_input') refuse(text('username.charset'));
    else if (found.code.startsWith('user.username_')) refuse(problemSentence(found, words));
    else say(stepProblem(found, words));
  }

  async function submit(): Promise<void> {
    if (change.busy) return;
    const username = typed.normalize('NFKC').trim();
    if (username === '') return refuse(text('username.missing'));
    if (username === now) return refuse(text('username.same'));
    if (brokenUsernameRules(username, policy).length > 0) return refuse(text('username.broken'));
    say();
    const outcome = await change.run(changeTo(username), explain);
    if (outcome !== 'done' && outcome !== 'theirs') return;
    drop();
    setTyped('');
    if (outcome === 'done') setMade(username);
    go(outcome === 'done' ? 'changed' : 'ask');
  }

  async function remove(onProblem: (problem: Problem) => void): Promise<void> {
    const outcome = await change.run(changeTo(null), onProblem);
    if (outcome === 'done') go('removed');
    if (outcome === 'theirs') go('ask');
  }

  const resume = useRef(submit);
  useEffect(() => {
    if (interrupted) void resume.current();
  }, [interrupted]);

  const value = <bdi>{plain(now ?? '', 256)}</bdi>;
  if (step === 'changed' || step === 'removed') {
    return (
      <Task
        task={text('username.task_change')}
        heading={
          step === 'changed'
            ? rich('username.changed', { value: <bdi>{plain(made, 256)}</bdi> })
            : text('username.removed')
        }
        {...turn}
      >
        <DoneButton onDone={onDone} />
      </Task>
    );
  }
  if (step === 'remove') {
    return (
      <Task
        task={text('username.task_remove')}
        heading={text('username.heading_remove')}
        lead={signsInWith(view, 'username') ? rich('username.lead_remove', { value }) : undefined}
        {...turn}
      >
        <RemovalQuestion
          change={change}
          remove={text('username.remove_action')}
          onRemove={onProblem => void remove(onProblem)}
          onKeep={() => go('ask')}
        />
      </Task>
    );
  }
  return (
    <Task
      task={text(now === undefined ? 'username.task_add' : 'username.task_change')}
      heading={text(now === undefined ? 'username.heading_add' : 'username.heading_change')}
      lead={signsInWith(view, 'username') ? text('username.lead') : undefined}
      firstField={field}
      {...turn}
      startAtField
    >
      <ChangeStatus change={change} />
      <StepForm problem={problem.form} onSubmit={() => void submit()}>
        {now === undefined ? null : <p>{rich('address.now', { value })}</p>}
        <Field
          ref={field}
          name="username"
          label={text('username.new')}
          value={typed}
          onChange={event => {
            const next = event.currentTarget.value;
            setTyped(next);
            keep({ typed: next });
            if (problem.field !== undefined) say();
          }}
          problem={problem.field}
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          dir="auto"
          required
        />
        <UsernameRules username={typed.normalize('NFKC').trim()} policy={policy} />
        <SubmitButton
          busy={change.busy}
          asking={change.asking}
          slow={change.slow}
          busyLabel={text(change.phase === 'proving' ? 'change.proving' : 'change.saving')}
        >
          {text(now === undefined ? 'username.add_action' : 'username.change_action')}
        </SubmitButton>
      </StepForm>
      {now === undefined ? null : (
        <RemoveLink
          words={text('username.remove')}
          refused={isOnlyWayIn(view) ? text('username.only_way_in') : undefined}
          onPress={() => go('remove')}
        />
      )}
    </Task>
  );
}
