import { useState } from 'react';
import type { Problem } from './problem.ts';
import { useSecondsUntil } from './use-seconds.ts';

/** Whether too many tries have closed a way, until the pause that the server has named is over. */
export function useLock(): { readonly locked: boolean; readonly lock: (problem: Problem) => boolean } {
  const [until, setUntil] = useState(0);
  const left = useSecondsUntil(until);
  return {
    locked: left > 0,
    /** Tells whether it is such a refusal. */
    lock(problem) {
      if (problem.code !== 'session.verification_blocked_too_many_attempts') return false;
      if (problem.retryAfter !== undefined) setUntil(Date.now() + problem.retryAfter * 1000);
      return true;
    },
  };
}
