import { useRef, useState } from 'react';
import { useAnnounce } from './live-region.tsx';
import { Problem } from './problem.ts';
import { useWords } from './words.tsx';

/**
 * Runs one request at a time: a second press while the first is under way does nothing.
 *
 * `run` hands a `Problem` to `onProblem` and lets every other error surface. Work that ends in leaving the
 * page returns `'leaving'`: the button then keeps saying so until the browser has gone. `slow` turns true when
 * an answer takes longer than ten seconds; work that waits for a person meanwhile calls `pause`, and `expectAnswer` when it
 * waits for the server again.
 */
export function useTask() {
  const [busy, setBusy] = useState(false);
  const [slow, setSlow] = useState(false);
  const running = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const announce = useAnnounce();
  const { text } = useWords();

  function pause(): void {
    clearTimeout(timer.current);
    setSlow(false);
  }

  function expectAnswer(): void {
    pause();
    timer.current = setTimeout(() => {
      setSlow(true);
      announce(text('state.slow'));
    }, 10_000);
  }

  async function run(work: () => Promise<'leaving' | undefined>, onProblem: (problem: Problem) => void): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    expectAnswer();
    let result: 'leaving' | undefined;
    try {
      result = await work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      onProblem(error);
    } finally {
      pause();
      if (result !== 'leaving') {
        running.current = false;
        setBusy(false);
      }
    }
  }
  return { busy, slow, run, pause, expectAnswer };
}
