import { useState } from 'react';
import type { UseChange } from '../use-change.ts';

/**
 * The steps of a task, and how many of them the person has taken: each is a new page to whoever reads it, on which what came of
 * the change before is over.
 */
export function useSteps<Step extends string>(first: Step, { reset }: Pick<UseChange, 'reset'>) {
  const [{ step, turn }, set] = useState<{ readonly step: Step; readonly turn: number }>({ step: first, turn: 0 });
  return {
    step,
    /** For `Task`. */
    turn: turn === 0 ? {} : { turn },
    go(next: Step): void {
      reset();
      set(before => ({ step: next, turn: before.turn + 1 }));
    },
  };
}
