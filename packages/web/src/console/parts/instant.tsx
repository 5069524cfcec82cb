import { useWords } from '@freehold/client/react/kit';

/** A point in time as people read it where they are; milliseconds since the epoch. */
export function Instant({ at }: { readonly at: number }) {
  const { locale } = useWords();
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return <time dateTime={new Date(at).toISOString()}>{format.format(at)}</time>;
}
