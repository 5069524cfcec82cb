import { CrossIcon, Field, plain, useAnnounce, useWords } from '@freehold/client/react/kit';
import { Button } from '@mantine/core';
import { type RefObject, useId, useState } from 'react';
import { Value } from '../parts/value.tsx';
import { isBeginning, readOrigin } from './related-origin.ts';

type Props = {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  /** What is typed and not yet in the list. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** Saving was tried with it. */
  readonly isInTheWay: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
};

/** Addresses beside the one of the pages at which passkeys shall work. */
export function RelatedOrigins({ value, onChange, typed, onType, isInTheWay, field }: Props) {
  const { text, rich } = useWords();
  const announce = useAnnounce();
  const id = useId();
  const [tried, setTried] = useState(false);
  const read = readOrigin(typed, value);

  function problem() {
    const isQuiet = isBeginning(typed) && !tried;
    if (read.problem !== undefined && !isQuiet)
      return rich(`fields.origins_bad_${read.problem}`, { origin: read.origin ?? '' });
    return isInTheWay ? text('fields.origins_unadded') : undefined;
  }

  function add(): void {
    setTried(read.problem !== undefined);
    field.current?.focus();
    if (read.problem !== undefined) return;
    onChange([...value, read.origin]);
    onType('');
    announce(text('fields.origins_added', { origin: read.origin }));
  }

  function remove(origin: string): void {
    onChange(value.filter(other => other !== origin));
    announce(text('fields.origins_removed', { origin: plain(origin) }));
    // The button that had the focus is gone.
    field.current?.focus();
  }

  return (
    <section className="fh-panel" aria-labelledby={id}>
      <h2 id={id}>{text('fields.origins_heading')}</h2>
      <p className="fh-muted">{text('fields.origins_lead')}</p>
      {value.length === 0 ? (
        <p className="fh-muted">{text('fields.origins_none')}</p>
      ) : (
        <ul className="fh-order">
          {value.map(origin => (
            <li key={origin} className="fh-order-row">
              <span>
                <Value text={origin} ltr />
              </span>
              <button
                type="button"
                className="fh-icon-button"
                aria-label={text('fields.origins_remove', { origin: plain(origin) })}
                onClick={() => remove(origin)}
              >
                <CrossIcon />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        className="fh-form"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          add();
        }}
      >
        <Field
          ref={field}
          label={text('fields.origins_field')}
          description={text('fields.origins_field_hint')}
          type="url"
          inputMode="url"
          autoComplete="off"
          dir="ltr"
          maxLength={2048}
          value={typed}
          problem={problem()}
          onChange={event => {
            setTried(false);
            onType(event.currentTarget.value);
          }}
        />
        <div className="fh-actions">
          <Button type="submit" variant="default">
            {text('fields.origins_add')}
          </Button>
        </div>
      </form>
    </section>
  );
}
