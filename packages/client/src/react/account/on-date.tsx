import type { ReactNode } from 'react';
import { useWords, type WordKey } from '../kit/index.ts';

type Props = {
  /** The sentence, with the day at its `date`. */
  readonly say: WordKey;
  /** Milliseconds since the epoch; nothing is said where it is not known. */
  readonly at: number | null | undefined;
};

/** On which day something happened, as people read it where they are. */
export function OnDate({ say, at }: Props): ReactNode {
  const { rich, locale } = useWords();
  if (at === null || at === undefined) return null;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(at);
  return (
    <span className="fh-muted fh-small">
      {rich(say, { date: <time dateTime={new Date(at).toISOString()}>{day}</time> })}
    </span>
  );
}
