import type { ReactNode } from 'react';

type Props<Value extends string> = {
  readonly name: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
};

/** A few choices side by side: radio buttons as the browser has them, so that arrow keys do what they always do. */
export function ChoiceGroup<Value extends string>({ name, value, options, onChange }: Props<Value>): ReactNode {
  return (
    <div className="fh-choices">
      {options.map(option => (
        <label key={option.value} className="fh-choice">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
