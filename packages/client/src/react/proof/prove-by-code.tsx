import type { SensitiveAction } from '@freehold/contract';
import { useEffect, useRef, useState } from 'react';
import type { Client } from '../../index.ts';
import {
  ask,
  CodeForm,
  clockOfCode,
  type FormProblem,
  StepForm,
  SubmitButton,
  sendingProblem,
  useAnnounce,
  useTask,
  useWords,
} from '../kit/index.ts';
import { useSurroundings } from '../surroundings.ts';
import type { ProofCode } from './pending-proof.ts';
import { readableTarget } from './readable-target.ts';

type Props = {
  readonly client: Client;
  readonly channel: 'email' | 'phone';
  /** What the proof is to serve alone. */
  readonly action: SensitiveAction | undefined;
  /** Masked. */
  readonly target: string;
  /** The code that is on its way already. */
  readonly sent: ProofCode | undefined;
  readonly onSent: (code: ProofCode) => void;
  readonly onProven: (recordId: string, startedAt: number) => void;
};

/** Proves who the person is by a code to an address of theirs. Nothing is sent before they ask for it. */
export function ProveByCode({ client, channel, action, target: masked, sent, onSent, onProven }: Props) {
  const words = useWords();
  const { aboutCodes } = useSurroundings();
  const { text } = words;
  const [problem, setProblem] = useState<FormProblem>();
  const field = useRef<HTMLInputElement>(null);
  const { busy, slow, run } = useTask();
  const announce = useAnnounce();
  const identifier = { type: channel, own: true } as const;
  const target = <bdi dir="ltr">{readableTarget(masked)}</bdi>;
  const isSent = sent !== undefined;

  useEffect(() => {
    if (isSent) field.current?.focus();
  }, [isSent]);

  async function request(before?: ProofCode): Promise<ProofCode> {
    const sentAt = Date.now();
    const body = { identifier, ...(action !== undefined && { action }) };
    const sent = await ask(client.requestVerificationCode({ body }));
    const code = { recordId: sent.verificationRecordId, ...clockOfCode(sentAt, sent.codeExpiresIn, before) };
    onSent(code);
    return code;
  }

  if (sent === undefined) {
    const send = () => {
      setProblem(undefined);
      announce(text('code.sending'));
      void run(
        async () => {
          await request();
          return undefined;
        },
        found => setProblem(sendingProblem(found, words)),
      );
    };
    return (
      <StepForm problem={problem} onSubmit={send}>
        <p>{words.rich(`proof.code_to_${channel}`, { target })}</p>
        <SubmitButton busy={busy} slow={slow} busyLabel={text('code.sending')}>
          {text('proof.send_code')}
        </SubmitButton>
      </StepForm>
    );
  }
  return (
    <CodeForm
      first={sent}
      field={field}
      lead={words.rich(`proof.code_sent_${channel}`, { target })}
      submit={text('proof.confirm')}
      hint={text(`proof.not_there_${channel}`)}
      prove={({ recordId }, code) =>
        ask(client.verifyVerificationCode({ body: { identifier, verificationId: recordId, code } }))
      }
      onProven={async ({ recordId, sentAt }) => {
        onProven(recordId, sentAt);
        return undefined;
      }}
      sendAnother={request}
      onPause={onSent}
    >
      {() => aboutCodes?.({ type: channel })}
    </CodeForm>
  );
}
