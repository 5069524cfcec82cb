import { ChevronIcon } from '@freehold/client/react/kit';
import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';

type Props<Value extends string> = {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly problem?: string | undefined;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[];
  readonly onChange: (value: Value) => void;
};

/** One of a few, in a list as the browser has it. */
export function Choose<Value extends string>({ label, description, problem, value, options, onChange }: Props<Value>) {
  return (
    <NativeSelect
      label={label}
      description={description}
      error={problem}
      rightSection={<ChevronIcon />}
      value={value}
      onChange={event => onChange(options.find(option => option.value === event.currentTarget.value)?.value ?? value)}
    >
      {options.map(option => (
        <option key={option.value} value={option.value} lang={option.lang}>
          {option.label}
        </option>
      ))}
    </NativeSelect>
  );
}
