import { Button, Loader } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { useWords } from './words.tsx';

type Props = {
  readonly busy: boolean;
  /** Whether the work takes so long that the button says so instead. */
  readonly slow: boolean;
  /** The page asks the person something first: the button does nothing, and does not say that it works. */
  readonly asking?: boolean;
  /** What the button says while it works: a spinner alone tells a screen reader nothing. */
  readonly busyLabel: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
  /** It takes something away that does not come back: the only thing that is red. */
  readonly destroys?: boolean;
  readonly children: ReactNode;
};

/**
 * The one primary action of a form.
 *
 * Never `disabled` while it works: that would drop the keyboard focus; the form ignores a second press instead.
 */
export function SubmitButton({ busy, slow, asking = false, busyLabel, ref, destroys = false, children }: Props) {
  const { text } = useWords();
  const works = busy && !asking;
  return (
    <Button
      ref={ref}
      type="submit"
      {...(destroys && { className: 'fh-removes' })}
      fullWidth
      aria-disabled={busy || undefined}
      leftSection={works ? <Loader size="1.125rem" color="currentColor" /> : undefined}
    >
      {works ? (slow ? text('state.slow') : busyLabel) : children}
    </Button>
  );
}
