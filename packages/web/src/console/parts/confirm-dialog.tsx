import { Dialog, type FormProblem, ProblemNotice, useWords } from '@freehold/client/react/kit';
import { Button, Loader } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef } from 'react';

type Props = {
  readonly title: ReactNode;
  /** What it means, before it is done. */
  readonly lead: ReactNode;
  /** More of that, or what has to be typed. */
  readonly children?: ReactNode;
  /** What the button says: a verb and what it is done to. */
  readonly action: string;
  readonly busyAction: string;
  /** Destroys something, or takes it from somebody. */
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly problem?: FormProblem | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks once more before something is done that cannot be taken back, or that somebody will feel. */
export function ConfirmDialog({
  title,
  lead,
  children,
  action,
  busyAction,
  danger = false,
  busy,
  problem,
  onConfirm,
  onClose,
}: Props) {
  const { text } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!busy) onConfirm();
  }

  return (
    <Dialog title={title} lead={lead} heading={heading} onClose={onClose}>
      <form className="fh-form" noValidate onSubmit={submit}>
        {children}
        {problem === undefined ? null : <ProblemNotice problem={problem} />}
        <div className="fh-actions fh-actions-end">
          <Button variant="default" onClick={onClose}>
            {text('console.cancel')}
          </Button>
          <Button
            type="submit"
            className={danger ? 'fh-danger' : ''}
            aria-disabled={busy || undefined}
            leftSection={busy ? <Loader size="1.125rem" color="currentColor" /> : undefined}
          >
            {busy ? busyAction : action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
