import { NativeSelect } from '@mantine/core';
import { type RefObject, useMemo } from 'react';
import { ChevronIcon, Field, usePhoneNumbers, useWords } from '../kit/index.ts';

/** The country of numbers that are typed without their code, and the change of it. */
export interface Country {
  readonly code: string;
  readonly choose: (code: string) => void;
}

type Props = {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly country: Country;
  readonly problem?: string | undefined;
};

/** A phone number, typed any way: the country is found by typing its name, and follows a number that names another. */
export function PhoneField({ ref, value, onChange, country, problem }: Props) {
  const words = useWords();
  const { text, locale } = words;
  const numbers = usePhoneNumbers();
  const countries = useMemo(() => numbers?.countries(locale), [numbers, locale]);
  const read = numbers?.read(value, country.code);

  function type(typed: string): void {
    onChange(typed);
    const found = numbers?.read(typed, country.code);
    if (found !== undefined && found.country !== country.code) country.choose(found.country);
  }

  return (
    <>
      {countries === undefined ? null : (
        <NativeSelect
          label={text('phone.country')}
          name="country"
          autoComplete="country"
          value={country.code}
          onChange={event => country.choose(event.currentTarget.value)}
          rightSection={<ChevronIcon />}
        >
          {countries.map(({ code, name, calling }) => (
            <option key={code} value={code}>
              {`${name} (+${calling})`}
            </option>
          ))}
        </NativeSelect>
      )}
      <Field
        ref={ref}
        name="tel"
        label={text('phone.new')}
        description={
          numbers === undefined || read === undefined
            ? text(numbers === undefined ? 'identifier.phone_hint' : 'phone.hint')
            : words.rich('phone.reads', { number: <bdi dir="ltr">{numbers.show(read.digits)}</bdi> })
        }
        value={value}
        onChange={event => type(event.currentTarget.value)}
        problem={problem}
        autoComplete="tel"
        inputMode="tel"
        dir="ltr"
        required
      />
    </>
  );
}
