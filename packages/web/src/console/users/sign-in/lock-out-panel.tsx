import { ask, Notice, ProblemNotice, useAnnounce, useWords } from '@freehold/client/react/kit';
import type { User } from '@freehold/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { management } from '../../management-client.ts';
import { Panel } from '../../parts/panel.tsx';
import { useAction } from '../../parts/use-action.ts';

/** Lets somebody try again who has tried too often. */
export function LockOutPanel({ user }: { readonly user: User }) {
  const { text } = useWords();
  const announce = useAnnounce();
  const [released, setReleased] = useState(false);
  const { busy, problem, act } = useAction();

  async function release(): Promise<void> {
    setReleased(false);
    const body = { targetType: 'User' as const, targets: [user.id] };
    const done = await act(() => ask(management.releaseLockout({ body })));
    setReleased(done);
    if (done) announce(text('console.lock_out_released'));
  }

  return (
    <Panel heading={text('console.lock_out')} lead={text('console.lock_out_lead')}>
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      {released ? (
        <Notice tone="ok">
          <p>{text('console.lock_out_released')}</p>
        </Notice>
      ) : null}
      <div className="fh-actions">
        <Button variant="default" onClick={() => void release()} aria-disabled={busy || undefined}>
          {text(busy ? 'console.saving' : 'console.lock_out_release')}
        </Button>
      </div>
    </Panel>
  );
}
