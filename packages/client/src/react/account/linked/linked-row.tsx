import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useAccountView } from '../../account-scope.tsx';
import { fieldState } from '../../fields.ts';
import { ProviderMark, useAnnounce, useWords } from '../../kit/index.ts';
import { PlaceLink, useNavigation } from '../../navigation.tsx';
import { OnDate } from '../on-date.tsx';
import type { LinkedAccount, ProviderRow } from './providers.ts';
import { Unlink } from './unlink.tsx';
import { type NeedFirst, neededBeforeUnlinking } from './without-it.ts';

type Props = {
  readonly row: ProviderRow;
  readonly editable: boolean;
  /** The browser is about to leave for some provider. */
  readonly leavingFor: string | undefined;
  readonly canLink: boolean;
  readonly onLink: (row: ProviderRow) => void;
  readonly onUnlinked: (row: ProviderRow) => void;
};

/** One provider: what is linked there, and the one thing to do about it. */
export function LinkedRow({ row, editable, leavingFor, canLink, onLink, onUnlinked }: Props) {
  const { rich, text } = useWords();
  const view = useAccountView();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const announce = useAnnounce();
  const reasonId = useId();
  const needed = row.linked && editable ? neededBeforeUnlinking(view, row.target) : undefined;
  const closed = useRef(false);
  useEffect(() => {
    if (!open && closed.current) opener.current?.focus();
    closed.current = open;
  }, [open]);

  function unlink(): void {
    if (needed === undefined) setOpen(true);
    else announce(text(`linked.need_${needed}`));
  }

  let action: ReactNode = null;
  if (editable && row.linked !== undefined && !open) {
    action = (
      <Button
        ref={opener}
        variant="default"
        aria-disabled={needed !== undefined || undefined}
        {...(needed !== undefined && { 'aria-describedby': reasonId })}
        aria-label={text('linked.unlink_provider', { provider: row.name })}
        onClick={unlink}
      >
        {text('linked.unlink')}
      </Button>
    );
  } else if (editable && canLink && row.linked === undefined && row.connectorId !== undefined) {
    const leaving = leavingFor === row.target;
    action = (
      <Button
        variant="default"
        aria-disabled={leavingFor !== undefined || undefined}
        aria-label={text(leaving ? 'linked.leaving' : 'linked.link_provider', { provider: row.name })}
        onClick={() => onLink(row)}
      >
        {text(leaving ? 'linked.leaving_short' : 'linked.link')}
      </Button>
    );
  }
  return (
    <li className="fh-linked">
      <div className="fh-linked-row">
        <ProviderMark of={row} />
        <div className="fh-linked-who">
          <span className="fh-linked-name">
            <bdi>{row.name}</bdi>
          </span>
          {row.linked === undefined ? <span className="fh-muted">{text('linked.not_linked')}</span> : who(row.linked)}
          {row.linked === undefined ? null : (
            <OnDate say="linked.since" at={view.methods?.identities?.[row.target]?.linkedAt} />
          )}
        </div>
        {action}
      </div>
      {needed === undefined ? null : (
        <div id={reasonId} className="fh-linked-reason fh-muted">
          <p>{text(`linked.need_${needed}`)}</p>
          <WayToAdd needed={needed} />
        </div>
      )}
      {open && row.linked !== undefined ? (
        <Unlink
          row={row}
          title={rich('linked.unlink_heading', { provider: row.name })}
          onDone={() => onUnlinked(row)}
          onKeep={() => setOpen(false)}
        />
      ) : null}
    </li>
  );
}

function who({ name, email, id }: LinkedAccount): ReactNode {
  const address = email === undefined ? undefined : <bdi dir="ltr">{email}</bdi>;
  if (name === undefined && address === undefined) {
    return (
      <span className="fh-muted fh-linked-value">
        <bdi>{id}</bdi>
      </span>
    );
  }
  return (
    <>
      {name === undefined ? null : (
        <span className="fh-muted fh-linked-value">
          <bdi>{name}</bdi>
        </span>
      )}
      {address === undefined ? null : <span className="fh-muted fh-linked-value">{address}</span>}
    </>
  );
}

/** Where what is missing can be added; as far as the account's fields are open. */
function WayToAdd({ needed }: { readonly needed: NeedFirst }) {
  const { text } = useWords();
  const view = useAccountView();
  if (useNavigation() === undefined) return null;
  const places = [
    { field: 'password', to: 'security/password', key: 'linked.add_password', for: 'password' },
    { field: 'email', to: 'security/email', key: 'linked.add_email', for: 'another_way' },
    { field: 'phone', to: 'security/phone', key: 'linked.add_phone', for: 'another_way' },
  ] as const;
  return places
    .filter(place => place.for === needed && fieldState(view, place.field) === 'edit')
    .map(({ to, key }) => (
      <p key={key}>
        <PlaceLink to={to}>{text(key)}</PlaceLink>
      </p>
    ));
}
