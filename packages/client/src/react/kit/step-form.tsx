import type { FormEvent, ReactNode } from 'react';
import { Notice } from './notice.tsx';
import type { FormProblem } from './step-words.ts';

type Props = {
  readonly problem?: FormProblem | undefined;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
};

/** The form of one step, and above it why it was refused as a whole. */
export function StepForm({ problem, onSubmit, children }: Props) {
  function submit(event: FormEvent): void {
    event.preventDefault();
    onSubmit();
  }
  return (
    <form className="fh-form" method="post" noValidate onSubmit={submit}>
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      {children}
    </form>
  );
}

/** A refusal, with the id that helps to find out more where nobody can do anything about it here. */
export function ProblemNotice({ problem: { sentence, requestId } }: { readonly problem: FormProblem }) {
  return (
    <Notice tone="error">
      <p>{sentence}</p>
      {requestId === undefined ? null : (
        <p className="fh-request-id" dir="ltr">
          {requestId}
        </p>
      )}
    </Notice>
  );
}
