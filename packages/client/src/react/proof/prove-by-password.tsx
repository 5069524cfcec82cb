import type { SensitiveAction } from '@freehold/contract';
import { useRef, useState } from 'react';
import type { Client } from '../../index.ts';
import {
  ask,
  type FormProblem,
  PasswordField,
  type Problem,
  StepForm,
  SubmitButton,
  stepProblem,
  useAnnounce,
  useTask,
  useWords,
} from '../kit/index.ts';
import type { Proof } from './proof-memory.ts';

type Props = {
  readonly client: Client;
  readonly action: SensitiveAction;
  readonly onProven: (proof: Proof) => void;
};

/** Proves who the person is by their password. */
export function ProveByPassword({ client, onProven }: Props) {
  const words = useWords();
  const { text } = words;
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<{ readonly field?: string; readonly form?: FormProblem }>({});
  const field = useRef<HTMLInputElement>(null);
  const { busy, slow, run } = useTask();
  const announce = useAnnounce();

  function refuse(sentence: string): void {
    setProblem({ field: sentence });
    field.current?.focus();
    field.current?.select();
    announce(sentence);
  }

  function explain(found: Problem): void {
    if (found.code === 'session.invalid_credentials') refuse(text('proof.wrong_password'));
    else setProblem({ form: stepProblem(found, words, 'proof.locked_until') });
  }

  function submit(): void {
    if (busy) return;
    if (password === '') {
      refuse(text('password.missing'));
      return;
    }
    setProblem({});
    void run(async () => {
      const record = await ask(client.verifyPassword({ body: { password } }));
      onProven({ recordId: record.verificationRecordId, expiresAt: Date.parse(record.expiresAt) });
      return undefined;
    }, explain);
  }

  return (
    <StepForm problem={problem.form} onSubmit={submit}>
      <PasswordField
        ref={field}
        name="password"
        label={text('password.label')}
        value={password}
        onChange={event => setPassword(event.currentTarget.value)}
        problem={problem.field}
        autoComplete="current-password"
        data-autofocus
        required
      />
      <SubmitButton busy={busy} slow={slow} busyLabel={text('step.checking')}>
        {text('proof.confirm')}
      </SubmitButton>
    </StepForm>
  );
}
