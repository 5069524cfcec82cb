import { useRef, useState } from 'react';
import { useAnnounce } from './live-region.tsx';
import { Problem } from './problem.ts';
import { useWords } from './words.tsx';

/**
 * Runs one request at a time: a second press while the first is under way does nothing.
 *
 * `run` hands a `Problem` to `onProblem` and lets every other error surface. Work that ends in leaving the
 * page returns `'leaving'`: the button then keeps saying so until the browser has gone. `slow` turns true when
 * an answer takes longer than ten seconds.
 */
export function useTask() {
  const [busy, setBusy] = useState(false);
  const [slow, setSlow] = useState(false);
  const running = useRef(false);
  const announce = useAnnounce();
  const { text } = useWords();

  async function run(work: () => Promise<'leaving' | undefined>, onProblem: (problem: Problem) => void): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    const timer = setTimeout(() => {
      setSlow(true);
      announce(text('state.slow'));
    }, 10_000);
    let result: 'leaving' | undefined;
    try {
      result = await work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      onProblem(error);
    } finally {
      clearTimeout(timer);
      setSlow(false);
      if (result !== 'leaving') {
        running.current = false;
        setBusy(false);
      }
    }
  }
  return { busy, slow, run };
}
