import { useRef, useState } from 'react';
import { Problem } from './api.ts';

/**
 * Runs one request at a time: a second press while the first is under way does nothing.
 *
 * `run` hands a `Problem` to `onProblem` and lets every other error surface. Work that ends in leaving the
 * page returns `'leaving'`: the button then keeps saying so until the browser has gone.
 */
export function useTask() {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);

  async function run(work: () => Promise<'leaving' | undefined>, onProblem: (problem: Problem) => void): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    let result: 'leaving' | undefined;
    try {
      result = await work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      onProblem(error);
    } finally {
      if (result !== 'leaving') {
        running.current = false;
        setBusy(false);
      }
    }
  }
  return { busy, run };
}
