import { type ReactNode, useRef, useState } from 'react';
import { plain, useWords } from '../kit/index.ts';

type Props = {
  readonly children: string | null | undefined;
  /** Addresses and numbers read from left to right in every language. */
  readonly ltr?: boolean;
  /** Stands in a link or a heading: cut short, with no way to see the rest. */
  readonly short?: boolean;
};

const long = 500;
const enough = 120;

/** What somebody wrote, made safe to stand here: two lines of it, and all of it for whoever asks. */
export function Value({ children, ltr = false, short = false }: Props): ReactNode {
  const { text } = useWords();
  const [all, setAll] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  const shown = plain(children ?? '', all ? Number.POSITIVE_INFINITY : short ? enough : long);
  if (shown === '') return <span className="fh-muted">{text('value.notSet')}</span>;
  const cut = !short && plain(children ?? '', Number.POSITIVE_INFINITY) !== shown;
  function showAll(): void {
    // The button goes; whoever pressed it reads on here.
    box.current?.focus();
    setAll(true);
  }
  return (
    <>
      {/* The box runs as the page does, whatever direction the value has in it. */}
      <span ref={box} tabIndex={cut ? -1 : undefined} className={all ? 'fh-value' : 'fh-value fh-value-clamped'}>
        <bdi {...(ltr && { dir: 'ltr' })}>{shown}</bdi>
      </span>
      {cut ? (
        <button type="button" className="fh-link fh-small" onClick={showAll}>
          {text('account.show_all')}
        </button>
      ) : null}
    </>
  );
}
