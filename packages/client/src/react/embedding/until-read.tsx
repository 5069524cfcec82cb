import { Button, Loader } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAccount } from '../account-scope.tsx';
import { ProblemNotice, stepProblem, useWords } from '../kit/index.ts';

/** Shows a part once there is an account for it to show; before that, that it comes, or why it does not and a way on. */
export function UntilRead({ fallback, children }: { readonly fallback: ReactNode; readonly children: ReactNode }) {
  const { state, reload } = useAccount();
  const words = useWords();
  const [busy, setBusy] = useState(false);
  if (state.at === 'ready') return children;
  if (state.at === 'loading') {
    return fallback ?? <Loader className="fh-waiting" color="var(--fh-muted)" aria-hidden="true" />;
  }

  async function again(): Promise<void> {
    if (busy) return;
    setBusy(true);
    await reload();
    setBusy(false);
  }
  const { sentence } = stepProblem(state.problem, words);
  const { requestId } = state.problem;
  return (
    <div className="fh-form">
      <ProblemNotice problem={{ sentence, requestId }} />
      <div>
        <Button variant="default" aria-disabled={busy || undefined} onClick={() => void again()}>
          {words.text('embedding.try_again')}
        </Button>
      </div>
    </div>
  );
}
