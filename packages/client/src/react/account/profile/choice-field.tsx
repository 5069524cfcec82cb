import { NativeSelect } from '@mantine/core';
import { ChevronIcon, ErrorText, plain, useWords } from '../../kit/index.ts';
import type { Choice } from './choices.ts';

type Props = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly problem: string | undefined;
  readonly autoComplete?: string;
  readonly onType: (value: string) => void;
};

/** One of many, or none; what the account has is among them whatever it is. */
export function ChoiceField({ choices, value, problem, onType, ...props }: Props) {
  const { text } = useWords();
  const isKnown = value === '' || choices.some(choice => choice.value === value);
  return (
    <NativeSelect
      {...props}
      value={value}
      error={problem === undefined ? undefined : <ErrorText>{problem}</ErrorText>}
      rightSection={<ChevronIcon />}
      onChange={event => onType(event.currentTarget.value)}
    >
      <option value="">{text('value.notSet')}</option>
      {isKnown ? null : <option value={value}>{plain(value)}</option>}
      {choices.map(choice => (
        <option key={choice.value} value={choice.value}>
          {choice.name}
        </option>
      ))}
    </NativeSelect>
  );
}
