import type { SensitiveAction } from '@freehold/contract';
import { useEffect } from 'react';
import type { Client } from '../../index.ts';
import { useAccount } from '../account-scope.tsx';
import {
  ask,
  PasswordField,
  type Problem,
  StepForm,
  SubmitButton,
  stepProblem,
  UsernameForManagers,
  useAnnounce,
  useFieldProblem,
  useLock,
  useTask,
  useWords,
} from '../kit/index.ts';
import { ownIdentifier } from '../own-identifier.ts';

type Props = {
  readonly client: Client;
  /** What the proof is to serve alone. */
  readonly action: SensitiveAction | undefined;
  readonly password: string;
  readonly onType: (password: string) => void;
  readonly onProven: (recordId: string, startedAt: number) => void;
};

/** Proves who the person is by their password. */
export function ProveByPassword({ client, action, password, onType, onProven }: Props) {
  const words = useWords();
  const { text } = words;
  const { field, problem, refuse, say } = useFieldProblem(undefined, { select: true });
  const { busy, slow, run } = useTask();
  const { locked, lock } = useLock();
  const announce = useAnnounce();
  const { state } = useAccount();
  const who = state.at === 'ready' ? ownIdentifier(state.view.account) : undefined;

  useEffect(() => {
    field.current?.focus();
  }, [field]);

  function explain(found: Problem): void {
    if (found.code === 'session.invalid_credentials') refuse(text('proof.wrong_password'));
    else {
      lock(found);
      say(stepProblem(found, words, 'proof.locked_until'));
    }
  }

  function submit(): void {
    if (busy || locked) return;
    if (password === '') {
      refuse(text('password.missing'));
      return;
    }
    say();
    announce(text('step.checking'));
    const startedAt = Date.now();
    void run(async () => {
      const body = { password, ...(action !== undefined && { action }) };
      const { verificationRecordId } = await ask(client.verifyPassword({ body }));
      onProven(verificationRecordId, startedAt);
      return undefined;
    }, explain);
  }

  return (
    <StepForm problem={problem.form} onSubmit={submit}>
      {who === undefined ? null : <UsernameForManagers who={who} />}
      <PasswordField
        ref={field}
        name="password"
        label={text('password.label')}
        value={password}
        onChange={event => {
          onType(event.currentTarget.value);
          if (problem.field !== undefined) say();
        }}
        problem={problem.field}
        autoComplete="current-password"
        readOnly={locked}
        aria-disabled={locked || undefined}
        required
      />
      <SubmitButton busy={busy} slow={slow} busyLabel={text('step.checking')}>
        {text('proof.confirm')}
      </SubmitButton>
    </StepForm>
  );
}
