import { ChevronIcon, CrossIcon, useAnnounce, useWords } from '@freehold/client/react/kit';
import { accountProfileFields } from '@freehold/contract';
import { Button, NativeSelect } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { ArrowDownIcon, ArrowUpIcon } from './arrow-icons.tsx';

type ProfileField = (typeof accountProfileFields)[number];

type Props = {
  readonly value: readonly string[] | undefined;
  readonly onChange: (value: readonly string[] | undefined) => void;
};

const isKnown = (name: string): name is ProfileField => accountProfileFields.some(field => field === name);

/** Which details of a profile the pages show, and in which order. */
export function ProfileFields({ value, onChange }: Props) {
  const { text } = useWords();
  const id = useId();
  return (
    <section className="fh-panel" aria-labelledby={id}>
      <h2 id={id}>{text('fields.profile_heading')}</h2>
      {value === undefined ? (
        <>
          <p className="fh-muted">{text('fields.profile_usual')}</p>
          <div className="fh-actions">
            <Button variant="default" onClick={() => onChange([...accountProfileFields])}>
              {text('fields.profile_choose')}
            </Button>
          </div>
        </>
      ) : (
        <OwnList value={value.filter(isKnown)} onChange={onChange} />
      )}
    </section>
  );
}

type ListProps = { readonly value: readonly ProfileField[]; readonly onChange: Props['onChange'] };

function OwnList({ value, onChange }: ListProps) {
  const { text } = useWords();
  const announce = useAnnounce();
  const list = useRef<HTMLUListElement>(null);
  const [moved, setMoved] = useState<{ readonly name: ProfileField; readonly by: 1 | -1 }>();
  const rest = accountProfileFields.filter(name => !value.includes(name));
  const [adding, setAdding] = useState<string>('');
  const chosen = rest.find(name => name === adding) ?? rest[0];

  // The button goes with its row; the focus goes with the button, on to the other one at an end of the list.
  useEffect(() => {
    if (moved === undefined) return;
    const buttons = [
      ...(list.current?.querySelectorAll<HTMLButtonElement>(`[data-field="${moved.name}"] button`) ?? []),
    ];
    const wanted = buttons[moved.by === -1 ? 0 : 1];
    (wanted?.ariaDisabled === 'true' ? buttons[moved.by === -1 ? 1 : 0] : wanted)?.focus();
  }, [moved]);

  function move(name: ProfileField, by: 1 | -1): void {
    const from = value.indexOf(name);
    const to = from + by;
    if (to < 0 || to >= value.length) return;
    const next = value.filter(other => other !== name);
    next.splice(to, 0, name);
    onChange(next);
    setMoved({ name, by });
    announce(text('fields.profile_moved', { name: text(`fields.detail_${name}`), place: to + 1, count: value.length }));
  }

  const onKey = (name: ProfileField) => (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(name, event.key === 'ArrowUp' ? -1 : 1);
  };

  return (
    <>
      {value.length === 0 ? <p className="fh-muted">{text('fields.profile_empty')}</p> : null}
      <ul className="fh-order" ref={list}>
        {value.map((name, at) => {
          const label = text(`fields.detail_${name}`);
          return (
            <li key={name} data-field={name} className="fh-order-row">
              <span>{label}</span>
              <button
                type="button"
                className="fh-icon-button"
                aria-label={text('fields.profile_up', { name: label })}
                aria-disabled={at === 0 || undefined}
                onClick={() => move(name, -1)}
                onKeyDown={onKey(name)}
              >
                <ArrowUpIcon />
              </button>
              <button
                type="button"
                className="fh-icon-button"
                aria-label={text('fields.profile_down', { name: label })}
                aria-disabled={at === value.length - 1 || undefined}
                onClick={() => move(name, 1)}
                onKeyDown={onKey(name)}
              >
                <ArrowDownIcon />
              </button>
              <button
                type="button"
                className="fh-icon-button"
                aria-label={text('fields.profile_remove', { name: label })}
                onClick={() => onChange(value.filter(other => other !== name))}
              >
                <CrossIcon />
              </button>
            </li>
          );
        })}
      </ul>
      <div className="fh-actions">
        {chosen === undefined ? null : (
          <>
            <NativeSelect
              aria-label={text('fields.profile_add_label')}
              rightSection={<ChevronIcon />}
              value={chosen}
              onChange={event => setAdding(event.currentTarget.value)}
            >
              {rest.map(name => (
                <option key={name} value={name}>
                  {text(`fields.detail_${name}`)}
                </option>
              ))}
            </NativeSelect>
            <Button variant="default" onClick={() => onChange([...value, chosen])}>
              {text('fields.profile_add')}
            </Button>
          </>
        )}
        <Button variant="default" onClick={() => onChange(undefined)}>
          {text('fields.profile_reset')}
        </Button>
      </div>
    </>
  );
}
