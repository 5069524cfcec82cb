import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import { ChevronIcon, ErrorText, Field, plain, useWords } from '../../kit/index.ts';
import { type DatePart, dateOrder, dateValue, monthNames, partsOf } from './birthdate.ts';

type Props = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onType: (value: string) => void;
};

/** A birthday in three fields, in the order of the language: a calendar to leaf through decades in helps nobody. */
export function BirthdateField({ name, label, value, problem, onType }: Props) {
  const { text, rich, locale } = useWords();
  const id = useId();
  const parts = partsOf(value);
  const typed = parts ?? { year: '', month: '', day: '' };
  const isWrong = problem !== undefined;
  const marks = { 'aria-invalid': isWrong || undefined, 'aria-describedby': isWrong ? `${id}-error` : undefined };
  const put = (part: DatePart, what: string) => onType(dateValue({ ...typed, [part]: what }));
  const digits = (what: string) => what.normalize('NFKC').replace(/\D/g, '');

  const fields: Readonly<Record<DatePart, React.ReactNode>> = {
    day: (
      <Field
        key="day"
        {...marks}
        name={`${name}-day`}
        label={text('profile.day')}
        autoComplete="bday-day"
        inputMode="numeric"
        maxLength={2}
        value={typed.day}
        onChange={event => put('day', digits(event.currentTarget.value))}
      />
    ),
    month: (
      <NativeSelect
        key="month"
        {...marks}
        name={`${name}-month`}
        label={text('profile.month')}
        autoComplete="bday-month"
        rightSection={<ChevronIcon />}
        value={typed.month}
        onChange={event => put('month', event.currentTarget.value)}
      >
        <option value="" />
        {monthNames(locale).map((month, at) => (
          <option key={month} value={String(at + 1)}>
            {month}
          </option>
        ))}
      </NativeSelect>
    ),
    year: (
      <Field
        key="year"
        {...marks}
        name={`${name}-year`}
        label={text('profile.year')}
        autoComplete="bday-year"
        inputMode="numeric"
        maxLength={4}
        value={typed.year}
        onChange={event => put('year', digits(event.currentTarget.value))}
      />
    ),
  };
  return (
    <fieldset className="fh-birthdate">
      <legend>{label}</legend>
      {parts === undefined ? (
        <p className="fh-muted fh-small">{rich('profile.birthdate_other', { value: plain(value, 200) })}</p>
      ) : null}
      <div className="fh-birthdate-parts">{dateOrder(locale).map(part => fields[part])}</div>
      {isWrong ? (
        <div className="fh-birthdate-error" id={`${id}-error`}>
          <ErrorText>{problem}</ErrorText>
        </div>
      ) : null}
    </fieldset>
  );
}
