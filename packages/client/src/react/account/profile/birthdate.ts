/** A date of birth while it is typed: digits, or nothing yet. */
export interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

export type DatePart = keyof DateParts;

const none: DateParts = { year: '', month: '', day: '' };

/**
 * Reads what is stored: `YYYY-MM-DD`, `0000-MM-DD` where the year is not said, `YYYY` alone (OpenID Connect Core §5.1), and
 * what is being typed. Undefined for any other text: applications may have stored what they liked.
 */
export function partsOf(value: string): DateParts | undefined {
  if (value === '') return none;
  if (/^\d{4}$/.test(value)) return { ...none, year: value };
  const [, year = '', month = '', day = ''] = /^(\d{0,4})-(\d{0,2})-(\d{0,2})$/.exec(value) ?? [];
  if (year === '' && month === '' && day === '') return value === '--' ? none : undefined;
  return { year: year === '0000' ? '' : year, month: bare(month), day: bare(day) };
}

const bare = (digits: string): string => digits.replace(/^0(?=\d)/, '');

/** Writes it down: as it is stored where it is a date, else as it is typed. */
export function dateValue({ year, month, day }: DateParts): string {
  if (year === '' && month === '' && day === '') return '';
  if (month === '' && day === '' && year.length === 4) return year;
  if (month !== '' && day !== '' && (year === '' || year.length === 4)) {
    return `${year === '' ? '0000' : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  return `${year}-${month}-${day}`;
}

/** What is wrong with a date of birth; undefined for a good one, and for none. */
export function birthdateProblem(value: string, today: Date): 'incomplete' | 'impossible' | 'future' | undefined {
  if (value === '') return undefined;
  const parts = partsOf(value);
  if (parts === undefined) return 'incomplete';
  const { year, month, day } = parts;
  if (year !== '' && year.length !== 4) return 'incomplete';
  if ((month === '') !== (day === '')) return 'incomplete';
  // A leap year, where none is said: the 29th of February is somebody's birthday.
  const date = new Date(
    Date.UTC(year === '' ? 2000 : Number(year), month === '' ? 0 : Number(month) - 1, day === '' ? 1 : Number(day)),
  );
  if (year !== '') date.setUTCFullYear(Number(year));
  if (month !== '' && (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)))
    return 'impossible';
  if (year === '0000') return 'impossible';
  return year !== '' && date > today ? 'future' : undefined;
}

/** The order in which a language writes a date. */
export function dateOrder(locale: string): readonly DatePart[] {
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'long', calendar: 'gregory' }).formatToParts(0);
  return parts.map(({ type }) => type).filter(type => type === 'year' || type === 'month' || type === 'day');
}

/** The names of the months. */
export function monthNames(locale: string): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', calendar: 'gregory', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2000, month, 1)));
}

/** A date of birth in words; what is none as it is. */
export function birthdateText(value: string, locale: string): string {
  const parts = partsOf(value);
  if (parts === undefined || birthdateProblem(value, new Date(8.64e15)) !== undefined) return value;
  const { year, month, day } = parts;
  if (month === '') return year;
  const date = new Date(Date.UTC(2000, Number(month) - 1, Number(day)));
  if (year !== '') date.setUTCFullYear(Number(year));
  return new Intl.DateTimeFormat(locale, {
    ...(year !== '' && { year: 'numeric' }),
    month: 'long',
    day: 'numeric',
    calendar: 'gregory',
    timeZone: 'UTC',
  }).format(date);
}
