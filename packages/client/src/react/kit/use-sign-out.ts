import { useState } from 'react';
import { useAnnounce } from './live-region.tsx';
import { useTask } from './use-task.ts';
import { useWords } from './words.tsx';

/** Ends the sign-in once at a time, and says when that has failed; `work` leaves the page. */
export function useSignOut(work: (() => Promise<void>) | undefined) {
  const { text } = useWords();
  const announce = useAnnounce();
  const { busy, run } = useTask();
  const [failed, setFailed] = useState(false);

  function signOut(): void {
    setFailed(false);
    void run(
      async () => {
        try {
          await work?.();
          return 'leaving';
        } catch {
          // Whatever it was, the person is still signed in and must not think otherwise.
          setFailed(true);
          announce(text('account.sign_out_failed'));
          return undefined;
        }
      },
      () => {},
    );
  }
  return { busy, failed, signOut };
}
