import { Task } from '../frame.tsx';
import { useWords } from '../kit/index.ts';
import { AddressText, type Channel } from './address-text.tsx';
import { DoneButton } from './done-button.tsx';

type Props = {
  readonly channel: Channel;
  readonly now: string | undefined;
  readonly old: string | undefined;
  readonly turn: { readonly turn?: number };
  readonly signedOut: boolean;
  readonly onDone: (() => void) | undefined;
};

/** What was changed, who is told, what else happened. */
export function AddressChanged({ channel, now = '', old, turn, signedOut, onDone }: Props) {
  const { text, rich } = useWords();
  const value = <AddressText channel={channel} value={now} />;
  return (
    <Task
      task={text(`address.task_change_${channel}`)}
      heading={rich(`address.changed_${channel}`, { value })}
      {...turn}
    >
      {old === undefined ? null : <p>{rich('address.told', { old: <AddressText channel={channel} value={old} /> })}</p>}
      {signedOut ? <p>{text('address.signed_out')}</p> : null}
      <DoneButton onDone={onDone} />
    </Task>
  );
}
