import type { ProofDemand } from '@freehold/contract';
import { useState } from 'react';
import { useClient } from '../account-scope.tsx';
import { Task } from '../frame.tsx';
import { type Problem, useWords } from '../kit/index.ts';
import type { UseChange } from '../use-change.ts';
import { AddressText, type Channel } from './address-text.tsx';
import { demandOf } from './demand-of.ts';
import { DoneButton } from './done-button.tsx';
import { addressIn } from './read-address.ts';
import { RemovalQuestion } from './removal-question.tsx';

type Props = {
  readonly channel: Channel;
  /** Whether people sign in here with such an address. */
  readonly signsIn: boolean;
  readonly old: string;
  readonly turn: { readonly turn?: number };
  readonly change: UseChange;
  readonly removed: boolean;
  readonly onRemoved: () => void;
  readonly onKeep: () => void;
  readonly onDone: (() => void) | undefined;
};

/** Says what a removal means, removes, and says what became of it. */
export function RemoveAddress({ channel, signsIn, old, turn, change, removed, onRemoved, onKeep, onDone }: Props) {
  const { text, rich } = useWords();
  const client = useClient();
  const [demand, setDemand] = useState<ProofDemand>();
  const action = `${channel}.remove` as const;
  const task = text(`address.task_remove_${channel}`);
  const value = <AddressText channel={channel} value={old} />;

  async function remove(onProblem: (problem: Problem) => void): Promise<void> {
    const known = await demandOf(change, action, onProblem);
    if (known === undefined) return;
    setDemand(known);
    const outcome = await change.run(
      {
        action,
        send: (proof, ifMatch, signal) =>
          channel === 'email'
            ? client.removePrimaryEmail({ proof, ifMatch, signal })
            : client.removePrimaryPhone({ proof, ifMatch, signal }),
        arrived: account => addressIn(account, channel) === null,
        over: { theirs: account => addressIn(account, channel), mine: null },
      },
      onProblem,
    );
    if (outcome === 'done') onRemoved();
    if (outcome === 'theirs') onKeep();
  }

  if (removed) {
    // A method by that channel among those that were asked for: then there is something to send a notice with, too.
    const told = demand?.methods.some(({ method }) => method === channel) === true;
    return (
      <Task task={task} heading={text(`address.removed_${channel}`)} {...turn}>
        {told ? <p>{rich('address.told', { old: value })}</p> : null}
        {demand?.endsOtherSessions === true ? <p>{text('address.signed_out')}</p> : null}
        <DoneButton onDone={onDone} />
      </Task>
    );
  }
  return (
    <Task
      task={task}
      heading={text(`address.heading_remove_${channel}`)}
      lead={rich(signsIn ? `address.lead_remove_${channel}` : `address.lead_remove_notices_${channel}`, { value })}
      {...turn}
    >
      <RemovalQuestion
        change={change}
        remove={text(`address.remove_action_${channel}`)}
        onRemove={onProblem => void remove(onProblem)}
        onKeep={onKeep}
      />
    </Task>
  );
}
