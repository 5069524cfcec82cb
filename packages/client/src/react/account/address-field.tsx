import type { RefObject } from 'react';
import { Field, useWords } from '../kit/index.ts';
import type { Channel } from './address-text.tsx';
import { type Country, PhoneField } from './phone-field.tsx';

type Props = {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly channel: Channel;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly country: Country;
  readonly problem?: string | undefined;
};

/** The field for a new address or number. */
export function AddressField({ ref, channel, value, onChange, country, problem }: Props) {
  const { text } = useWords();
  if (channel === 'phone') {
    return <PhoneField ref={ref} value={value} onChange={onChange} country={country} problem={problem} />;
  }
  return (
    <Field
      ref={ref}
      name="email"
      label={text('email.new')}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      problem={problem}
      autoComplete="email"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      inputMode="email"
      dir="auto"
      required
    />
  );
}
