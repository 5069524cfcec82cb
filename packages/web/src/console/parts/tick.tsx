import { type ReactNode, useId } from 'react';

type Props = {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly problem?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
};

/** One thing that is on or off: a check box as the browser has it, with all of its line to press. */
export function Tick({ label, description, problem, checked, onChange }: Props) {
  const id = useId();
  const notes = [description && `${id}-description`, problem && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="fh-tick">
      <label>
        <input
          type="checkbox"
          checked={checked}
          onChange={event => onChange(event.currentTarget.checked)}
          aria-describedby={notes === '' ? undefined : notes}
          aria-invalid={problem === undefined ? undefined : true}
        />
        <span>{label}</span>
      </label>
      {description ? (
        <p className="fh-muted fh-small" id={`${id}-description`}>
          {description}
        </p>
      ) : null}
      {problem === undefined ? null : (
        <p className="fh-tick-problem fh-small" id={`${id}-error`}>
          {problem}
        </p>
      )}
    </div>
  );
}
