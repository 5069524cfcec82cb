import { type FormProblem, problemSentence, useTask, useWords } from '@freehold/client/react/kit';
import { useState } from 'react';

/** Runs one change at a time and keeps why the last one was refused, in words. */
export function useAction() {
  const words = useWords();
  const { busy, run } = useTask();
  const [problem, setProblem] = useState<FormProblem>();

  /** Whether it was done. */
  async function act(work: () => Promise<unknown>): Promise<boolean> {
    let done = false;
    setProblem(undefined);
    await run(
      async () => {
        await work();
        done = true;
        return undefined;
      },
      refused =>
        setProblem({
          sentence: problemSentence(refused, words),
          ...(refused.status >= 500 && { requestId: refused.requestId }),
        }),
    );
    return done;
  }
  return { busy, problem, act, forget: () => setProblem(undefined) };
}
