import { type FormProblem, ProblemNotice, useWords } from '@freehold/client/react/kit';
import { Button, Loader } from '@mantine/core';

type Props = {
  /** How many things differ from what is saved. */
  readonly changes: number;
  readonly busy: boolean;
  readonly saved: boolean;
  readonly problem?: FormProblem | undefined;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
};

/** Saving is explicit: nothing that is clicked on the page is in force before it was saved here. */
export function SaveBar({ changes, busy, saved, problem, onSave, onDiscard }: Props) {
  const { text } = useWords();
  return (
    <div
      className="fh-save-bar"
      data-shown={changes > 0 || problem !== undefined || undefined}
      data-saved={saved || undefined}
    >
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      <div className="fh-save-bar-line">
        <span role="status">
          {changes > 0 ? text('console.changes', { count: changes }) : saved ? text('console.saved') : ''}
        </span>
        <Button variant="default" onClick={onDiscard} aria-disabled={changes === 0 || busy || undefined}>
          {text('console.discard')}
        </Button>
        <Button
          onClick={() => {
            if (!busy && changes > 0) onSave();
          }}
          aria-disabled={changes === 0 || busy || undefined}
          leftSection={busy ? <Loader size="1.125rem" color="currentColor" /> : undefined}
        >
          {text(busy ? 'console.saving' : 'console.save')}
        </Button>
      </div>
    </div>
  );
}
