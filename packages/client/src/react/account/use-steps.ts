import { useState } from 'react';

/** The steps of a task, and how many of them the person has taken: each is a new page to whoever reads it. */
export function useSteps<Step extends string>(first: Step) {
  const [{ step, turn }, set] = useState<{ readonly step: Step; readonly turn: number }>({ step: first, turn: 0 });
  return {
    step,
    /** For `Task`. */
    turn: turn === 0 ? {} : { turn },
    go: (next: Step) => set(before => ({ step: next, turn: before.turn + 1 })),
  };
}
