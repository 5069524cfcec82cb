import type { ProofChoice } from '@freehold/contract';
import { useRef, useState } from 'react';
import type { Client } from '../../index.ts';
import {
  ask,
  codeLength,
  digitsOf,
  Field,
  type FormProblem,
  type Problem,
  problemSentence,
  StepForm,
  SubmitButton,
  sendingProblem,
  stepProblem,
  useAnnounce,
  useTask,
  useWords,
} from '../kit/index.ts';
import type { Proof } from './proof-memory.ts';

type Props = {
  readonly client: Client;
  readonly choice: ProofChoice;
  readonly onProven: (proof: Proof) => void;
};

/** Proves who the person is by a code to an address of theirs. Nothing is sent before they ask for it. */
export function ProveByCode({ client, choice, onProven }: Props) {
  const words = useWords();
  const { text } = words;
  const [sent, setSent] = useState<Proof>();
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<{ readonly field?: string; readonly form?: FormProblem }>({});
  const field = useRef<HTMLInputElement>(null);
  const { busy, slow, run } = useTask();
  const announce = useAnnounce();
  const identifier = { type: choice.method === 'phone' ? 'phone' : 'email', own: true } as const;
  const target = (choice.target ?? '').replace('***', '•••');

  function explain(found: Problem): void {
    if (found.code === 'verification_code.code_mismatch') {
      setProblem({ field: problemSentence(found, words) });
      announce(problemSentence(found, words));
      field.current?.select();
    } else setProblem({ form: stepProblem(found, words, 'code.locked_until') });
  }

  function send(): void {
    setProblem({});
    void run(
      async () => {
        const record = await ask(client.requestVerificationCode({ body: { identifier } }));
        setSent({ recordId: record.verificationRecordId, expiresAt: Date.parse(record.expiresAt) });
        return undefined;
      },
      found => setProblem({ form: sendingProblem(found, words) }),
    );
  }

  function hand(digits: string): void {
    if (busy || sent === undefined) return;
    if (digits.length < codeLength) {
      setProblem({ field: text('code.missing') });
      return;
    }
    setProblem({});
    void run(async () => {
      await ask(client.verifyVerificationCode({ body: { identifier, verificationId: sent.recordId, code: digits } }));
      onProven(sent);
      return undefined;
    }, explain);
  }

  function type(typed: string): void {
    const digits = digitsOf(typed);
    setCode(digits);
    if (digits.length === codeLength && digits !== code) hand(digits);
  }

  if (sent === undefined) {
    return (
      <StepForm problem={problem.form} onSubmit={send}>
        <p>{words.rich(choice.method === 'phone' ? 'proof.code_to_phone' : 'proof.code_to_email', { target })}</p>
        <SubmitButton busy={busy} slow={slow} busyLabel={text('code.sending')}>
          {text('proof.send_code')}
        </SubmitButton>
      </StepForm>
    );
  }
  return (
    <StepForm problem={problem.form} onSubmit={() => hand(code)}>
      <Field
        ref={field}
        className="fh-code"
        name="one-time-code"
        label={text('code.label')}
        value={code}
        onChange={event => type(event.currentTarget.value)}
        problem={problem.field}
        inputMode="numeric"
        pattern="[0-9]*"
        autoComplete="one-time-code"
        dir="ltr"
        data-autofocus
        required
      />
      <SubmitButton busy={busy} slow={slow} busyLabel={text('step.checking')}>
        {text('proof.confirm')}
      </SubmitButton>
    </StepForm>
  );
}
