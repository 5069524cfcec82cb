import { Notice, useTask, useWords } from '@freehold/client/react/kit';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { signOut } from '../sign-out.ts';

/** Signs out of the console. */
export function SignOutButton() {
  const { text } = useWords();
  const { busy, run } = useTask();
  const [failed, setFailed] = useState(false);

  function leave(): void {
    setFailed(false);
    void run(
      async () => {
        try {
          await signOut();
        } catch {
          setFailed(true);
          return undefined;
        }
        return 'leaving';
      },
      () => setFailed(true),
    );
  }
  return (
    <>
      <Button variant="default" onClick={leave} aria-disabled={busy || undefined}>
        {text(busy ? 'console.signing_out' : 'console.sign_out')}
      </Button>
      {failed ? (
        <Notice tone="error">
          <p>{text('problem.network')}</p>
        </Notice>
      ) : null}
    </>
  );
}
