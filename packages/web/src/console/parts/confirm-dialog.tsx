import { type FormProblem, LiveRegion, ProblemNotice, useWords } from '@freehold/client/react/kit';
import { Button, Loader } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';

type Props = {
  readonly title: ReactNode;
  /** What it means, before it is done. */
  readonly children: ReactNode;
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

/**
 * Asks once more before something is done that cannot be taken back, or that somebody will feel.
 *
 * The browser's own dialog: it makes the page behind inert, keeps focus and closes on Esc. The page's live region is inert
 * with it, so there is another one inside.
 */
export function ConfirmDialog({
  title,
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
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });

  useLayoutEffect(() => {
    const opener = document.activeElement;
    const shown = dialog.current;
    shown?.showModal();
    heading.current?.focus();
    return () => {
      shown?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!busy) onConfirm();
  }

  return (
    <dialog
      ref={dialog}
      className="fh-confirm"
      aria-labelledby={`${id}-title`}
      onCancel={event => {
        event.preventDefault();
        close.current();
      }}
      // Esc pressed twice closes it without asking; React would not know.
      onClose={() => {
        if (dialog.current?.open === false) close.current();
      }}
    >
      <LiveRegion>
        <form className="fh-form" method="dialog" noValidate onSubmit={submit}>
          <h2 ref={heading} id={`${id}-title`} tabIndex={-1}>
            {title}
          </h2>
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
      </LiveRegion>
    </dialog>
  );
}
