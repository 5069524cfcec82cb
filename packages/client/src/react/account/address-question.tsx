import type { ProofDemand } from '@freehold/contract';
import { type RefObject, useEffect, useRef } from 'react';
import { useClient } from '../account-scope.tsx';
import { ChangeStatus } from '../change-status.tsx';
import { Task } from '../frame.tsx';
import {
  type Problem,
  problemSentence,
  StepForm,
  SubmitButton,
  sendingProblem,
  stepProblem,
  useFieldProblem,
  useWords,
} from '../kit/index.ts';
import type { UseChange } from '../use-change.ts';
import { type AddressCodeSent, sendAddressCode } from './address-code.tsx';
import { AddressField } from './address-field.tsx';
import { AddressText, type Channel } from './address-text.tsx';
import type { Country } from './phone-field.tsx';
import { isSameAddress, readAddress } from './read-address.ts';
import { RemoveLink } from './remove-link.tsx';

type Props = {
  readonly channel: Channel;
  /** Whether people sign in here with such an address. */
  readonly signsIn: boolean;
  /** The one that there is. */
  readonly now: string | undefined;
  readonly turn: { readonly turn?: number };
  readonly field: RefObject<HTMLInputElement | null>;
  readonly change: UseChange;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly country: Country;
  /** Why the one that was typed cannot be had. */
  readonly refused: string | undefined;
  /** A reload came in the middle of the proof. */
  readonly interrupted: boolean;
  /** A code that is on its way to an address that was typed before. */
  readonly waiting: AddressCodeSent | undefined;
  readonly onSent: (code: AddressCodeSent, demand: ProofDemand) => void;
  readonly onRemove: (() => void) | undefined;
  readonly isOnlyWayIn: boolean;
};

/** Asks for the new address or number. The person proves who they are before anything is sent to it. */
export function AddressQuestion(props: Props) {
  const { channel, signsIn, now, turn, field, change, typed, country, refused, interrupted, waiting, onSent } = props;
  const words = useWords();
  const { text, rich } = words;
  const client = useClient();
  const { problem, refuse, say } = useFieldProblem(field);

  function explain(found: Problem): void {
    if (found.code === 'guard.invalid_input' || found.code === 'entity.value_too_long') {
      refuse(text(channel === 'email' ? 'identifier.not_an_email' : 'identifier.not_a_phone_number'));
    } else if (found.code.startsWith('session.email_blocklist.')) refuse(problemSentence(found, words));
    else if (found.code.startsWith('connector.')) say(sendingProblem(found, words));
    else say(stepProblem(found, words));
  }

  async function submit(): Promise<void> {
    if (change.busy) return;
    const read = await readAddress(channel, typed, country.code);
    if ('problem' in read) return refuse(text(read.problem));
    if (isSameAddress(now, read.value)) return refuse(text(`address.same_${channel}`));
    say();
    await change.runAfterProof(
      `${channel}.change`,
      async (demand, signal) => {
        // Back and forth costs no message.
        const stillWaiting = waiting?.value === read.value && Date.now() < waiting.mayAskAt;
        onSent(stillWaiting ? waiting : await sendAddressCode(client, channel, read.value, { signal }), demand);
      },
      explain,
    );
  }

  const resume = useRef(submit);
  useEffect(() => {
    if (interrupted) void resume.current();
  }, [interrupted]);

  return (
    <Task
      task={text(now === undefined ? `address.task_add_${channel}` : `address.task_change_${channel}`)}
      heading={text(now === undefined ? `address.heading_add_${channel}` : `address.heading_change_${channel}`)}
      lead={text(signsIn ? `address.lead_${channel}` : `address.lead_notices_${channel}`)}
      firstField={field}
      {...turn}
      startAtField
    >
      <ChangeStatus change={change} />
      <StepForm problem={problem.form} onSubmit={() => void submit()}>
        {now === undefined ? null : (
          <p>{rich('address.now', { value: <AddressText channel={channel} value={now} /> })}</p>
        )}
        <AddressField
          ref={field}
          channel={channel}
          value={typed}
          onChange={value => {
            props.onType(value);
            if (problem.field !== undefined) say();
          }}
          country={country}
          problem={problem.field ?? refused}
        />
        <p className="fh-muted fh-small">{text(`address.code_hint_${channel}`)}</p>
        <SubmitButton
          busy={change.busy}
          asking={change.asking}
          slow={change.slow}
          busyLabel={text(change.phase === 'proving' ? 'change.proving' : 'code.sending')}
        >
          {text('step.continue')}
        </SubmitButton>
      </StepForm>
      {props.onRemove === undefined ? null : (
        <RemoveLink
          words={text(`address.remove_${channel}`)}
          refused={props.isOnlyWayIn ? text(`address.only_way_in_${channel}`) : undefined}
          onPress={props.onRemove}
        />
      )}
    </Task>
  );
}
