import { useAnnounce, useWords } from '@freehold/client/react/kit';
import type { User } from '@freehold/contract';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Panel } from '../../parts/panel.tsx';
import { Value } from '../../parts/value.tsx';
import { phoneOf } from '../person.ts';
import { IdentifierForm } from './identifier-form.tsx';
import { type IdentifierMember, identifierNames, identifiers } from './typed-identifier.ts';

type Props = { readonly user: User; readonly onChange: (user: User) => void };

/** Username, email address and phone number, each with its own form. */
export function IdentifiersPanel({ user, onChange }: Props) {
  const { text } = useWords();
  const announce = useAnnounce();
  const [editing, setEditing] = useState<IdentifierMember>();
  const [changed, setChanged] = useState<IdentifierMember>();
  return (
    <Panel heading={text('console.sign_in_identifiers')}>
      <ul className="fh-rows">
        {identifiers.map(member => (
          <li key={member} className="fh-row">
            {editing === member ? (
              <IdentifierForm
                user={user}
                member={member}
                onDone={next => {
                  onChange(next);
                  setEditing(undefined);
                  setChanged(member);
                  announce(text('console.saved'));
                }}
                onCancel={() => {
                  setEditing(undefined);
                  setChanged(member);
                }}
              />
            ) : (
              <Row
                user={user}
                member={member}
                focus={changed === member}
                onEdit={() => {
                  setChanged(undefined);
                  setEditing(member);
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type RowProps = {
  readonly user: User;
  readonly member: IdentifierMember;
  /** The form that stood here has closed: its button takes the focus back. */
  readonly focus: boolean;
  readonly onEdit: () => void;
};

function Row({ user, member, focus, onEdit }: RowProps) {
  const { text } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const value = member === 'primaryPhone' ? phoneOf(user) : (user[member] ?? undefined);
  const name = text(identifierNames[member]);
  useEffect(() => {
    if (focus) button.current?.focus();
  }, [focus]);
  return (
    <>
      <div className="fh-row-words">
        <span className="fh-muted fh-small">{name}</span>
        {value === undefined ? (
          <span className="fh-muted">{text('value.notSet')}</span>
        ) : (
          <Value text={value} ltr={member !== 'username'} />
        )}
      </div>
      <Button ref={button} variant="default" size="sm" onClick={onEdit}>
        {text(value === undefined ? 'console.add' : 'console.change')}
        <span className="fh-visually-hidden"> {name}</span>
      </Button>
    </>
  );
}
