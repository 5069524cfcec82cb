import type { RefObject } from 'react';
import type { Client } from '../../index.ts';
import { useClient } from '../account-scope.tsx';
import { ChangeStatus } from '../change-status.tsx';
import { Task } from '../frame.tsx';
import { ask, CodeForm, clockOfCode, type Problem, type SentCode, useWords } from '../kit/index.ts';
import { useSurroundings } from '../surroundings.ts';
import type { UseChange } from '../use-change.ts';
import { AddressText, type Channel } from './address-text.tsx';

/** A code on its way to a new address; its record proves nothing before the code was entered. */
export interface AddressCodeSent extends SentCode {
  readonly recordId: string;
  readonly value: string;
}

/** Has a code sent to a new address. @throws Problem */
export async function sendAddressCode(
  client: Client,
  channel: Channel,
  value: string,
  { before, signal }: { readonly before?: AddressCodeSent; readonly signal?: AbortSignal } = {},
): Promise<AddressCodeSent> {
  const sentAt = Date.now();
  const identifier = { type: channel, value };
  const { verificationRecordId: recordId, codeExpiresIn } = await ask(
    client.requestVerificationCode({ body: { identifier }, signal }),
  );
  return { recordId, value, ...clockOfCode(sentAt, codeExpiresIn, before) };
}

type Props = {
  readonly channel: Channel;
  /** The one that stays in use until the code was entered. */
  readonly old: string | undefined;
  readonly turn: { readonly turn?: number };
  readonly field: RefObject<HTMLInputElement | null>;
  readonly change: UseChange;
  readonly first: AddressCodeSent;
  readonly onSent: (code: AddressCodeSent) => void;
  /** @throws Problem */
  readonly onProven: (code: AddressCodeSent) => Promise<void>;
  readonly onProblem: (problem: Problem, code: AddressCodeSent) => boolean;
  /** It is not the right address. */
  readonly onChangeIt: () => void;
};

/** Asks for the code that went to the new address. */
export function AddressCode(props: Props) {
  const { channel, old, turn, field, change, first, onSent, onProven, onProblem, onChangeIt } = props;
  const { text, rich } = useWords();
  const client = useClient();
  const { aboutCodes } = useSurroundings();
  const value = <AddressText channel={channel} value={first.value} />;
  return (
    <Task
      task={text(`address.task_code_${channel}`)}
      heading={text('code.task')}
      firstField={field}
      {...turn}
      startAtField
    >
      <ChangeStatus change={change} />
      <CodeForm
        first={first}
        field={field}
        lead={
          old === undefined
            ? rich('address.code_lead', { value })
            : rich('address.code_lead_old', { value, old: <AddressText channel={channel} value={old} /> })
        }
        to={
          <p className="fh-inline-action">
            <button type="button" className="fh-link" onClick={onChangeIt}>
              {text(`address.change_it_${channel}`)}
            </button>
          </p>
        }
        submit={text(old === undefined ? `address.add_action_${channel}` : `address.change_action_${channel}`)}
        hint={text(`code.not_there_${channel}`)}
        prove={({ recordId }, code) => {
          const identifier = { type: channel, value: first.value };
          return ask(client.verifyVerificationCode({ body: { identifier, verificationId: recordId, code } }));
        }}
        onProven={async (sent, pause) => {
          // The change has a clock of its own, which stands still while the person proves who they are.
          pause();
          await onProven(sent);
          return undefined;
        }}
        onProblem={onProblem}
        sendAnother={async before => {
          const next = await sendAddressCode(client, channel, first.value, { before });
          onSent(next);
          return next;
        }}
        onPause={onSent}
      >
        {() => aboutCodes?.({ type: channel, value: first.value })}
      </CodeForm>
    </Task>
  );
}
