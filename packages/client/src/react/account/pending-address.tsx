import type { Account } from '@freehold/contract';
import { useId, useState } from 'react';
import { useAnnounce, useSecondsUntil, useWords } from '../kit/index.ts';
import { PlaceLink } from '../navigation.tsx';
import type { AddressCodeSent } from './address-code.tsx';
import { codeAlive, useAddressDraft } from './address-draft.ts';
import { AddressText, type Channel } from './address-text.tsx';
import { addressIn, isSameAddress } from './read-address.ts';

type Props = {
  readonly channel: Channel;
  readonly account: Account;
  /** Id of what the row is called: "Continue" and "Cancel" stand on more than one. */
  readonly label: string;
  readonly onCancelled: () => void;
};

/** The new address or number that a code is on its way to: the way on to entering it, and the way out. */
export function PendingAddress({ channel, account, label, onCancelled }: Props) {
  const { text } = useWords();
  const announce = useAnnounce();
  const { draft, drop } = useAddressDraft(channel, account.id);
  const [code, setCode] = useState(() => codeAlive(draft));
  if (code === undefined || isSameAddress(addressIn(account, channel), code.value)) return null;
  return (
    <Waiting
      {...{ channel, code, label }}
      onCancel={() => {
        drop();
        setCode(undefined);
        announce(text('change.nothing'));
        onCancelled();
      }}
    />
  );
}

type WaitingProps = Pick<Props, 'channel' | 'label'> & {
  readonly code: AddressCodeSent;
  readonly onCancel: () => void;
};

function Waiting({ channel, code, label, onCancel }: WaitingProps) {
  const { text } = useWords();
  const id = useId();
  const left = useSecondsUntil(code.endsAt);
  if (left === 0) return null;
  return (
    <div className="fh-row-pending">
      <span className="fh-muted">
        <AddressText channel={channel} value={code.value} />
      </span>
      <span className="fh-muted fh-small">{text('address.waiting')}</span>
      <span className="fh-row-pending-actions">
        <PlaceLink to={`security/${channel}`} labelledBy={`${id}-continue ${label}`}>
          <span id={`${id}-continue`}>{text('step.continue')}</span>
        </PlaceLink>
        <button
          type="button"
          className="fh-link"
          id={`${id}-cancel`}
          aria-labelledby={`${id}-cancel ${label}`}
          onClick={onCancel}
        >
          {text('proof.cancel')}
        </button>
      </span>
    </div>
  );
}
