import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ChangeStatus } from '../change-status.tsx';
import { type FormProblem, type Problem, StepForm, SubmitButton, stepProblem, useWords } from '../kit/index.ts';
import type { UseChange } from '../use-change.ts';

type Props = {
  readonly change: UseChange;
  readonly remove: ReactNode;
  readonly onRemove: (onProblem: (problem: Problem) => void) => void;
  readonly onKeep: () => void;
};

/** Removes, or keeps: what it means stands above. */
export function RemovalQuestion({ change, remove, onRemove, onKeep }: Props) {
  const words = useWords();
  const { text } = words;
  const [problem, setProblem] = useState<FormProblem>();
  function submit(): void {
    if (change.busy) return;
    setProblem(undefined);
    onRemove(found => setProblem(stepProblem(found, words)));
  }
  return (
    <>
      <ChangeStatus change={change} />
      <StepForm problem={problem} onSubmit={submit}>
        <div className="fh-choose">
          <SubmitButton
            destroys
            busy={change.busy}
            asking={change.asking}
            slow={change.slow}
            busyLabel={text(change.phase === 'proving' ? 'change.proving' : 'address.removing')}
          >
            {remove}
          </SubmitButton>
          <Button variant="default" fullWidth onClick={onKeep}>
            {text('address.keep')}
          </Button>
        </div>
      </StepForm>
    </>
  );
}
