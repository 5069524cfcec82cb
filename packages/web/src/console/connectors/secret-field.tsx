import { PasswordField, useWords } from '@freehold/client/react/kit';
import { SECRET_MASK } from '@freehold/contract';
import { Textarea } from '@mantine/core';
import { type ReactNode, useId, useRef } from 'react';

type Props = {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly placeholder?: string | undefined;
  readonly value: string;
  /** Whether one is saved, which stays as long as no other is typed. */
  readonly isSaved: boolean;
  readonly lines?: boolean;
  readonly required: boolean;
  readonly problem?: ReactNode;
  readonly onChange: (value: string) => void;
};

/** A secret: typed and never shown again. A saved one stays until somebody presses Replace. */
export function SecretField(props: Props) {
  const { label, description, placeholder, value, isSaved, lines = false, required, problem, onChange } = props;
  const { text } = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  if (value === SECRET_MASK) {
    return (
      <div className="fh-kept-secret">
        <span className="fh-kept-label" id={id}>
          {label}
        </span>
        <div className="fh-actions">
          <span className="fh-muted">{text('connectors.secret_saved')}</span>
          <button
            type="button"
            className="fh-link"
            aria-describedby={id}
            onClick={() => {
              onChange('');
              requestAnimationFrame(() => field.current?.focus());
            }}
          >
            {text('connectors.secret_replace')}
          </button>
        </div>
        {problem === undefined ? null : <p className="fh-tick-problem fh-small">{problem}</p>}
      </div>
    );
  }
  const shared = {
    label,
    description: isSaved ? text(required ? 'connectors.secret_new' : 'connectors.secret_new_or_none') : description,
    placeholder,
    value,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value),
    autoComplete: 'off',
    required,
  };
  return (
    <div>
      {lines ? (
        <Textarea {...shared} size="md" ref={field} error={problem} rows={6} className="fh-mono" spellCheck={false} />
      ) : (
        // Password managers would offer the reader's own password for it.
        <PasswordField {...shared} ref={field} problem={problem} autoComplete="new-password" />
      )}
      {isSaved ? (
        <button type="button" className="fh-link fh-small fh-below" onClick={() => onChange(SECRET_MASK)}>
          {text('connectors.secret_keep')}
        </button>
      ) : null}
    </div>
  );
}
