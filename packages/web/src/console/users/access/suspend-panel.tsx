import { ask, plain, useAnnounce, useWords } from '@freehold/client/react/kit';
import type { User } from '@freehold/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { management } from '../../management-client.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useAdministrator } from '../../standing.ts';
import { nameOf } from '../person.ts';

type Props = { readonly user: User; readonly onChange: (user: User) => void };

/** Keeps a person out until they are let in again. */
export function SuspendPanel({ user, onChange }: Props) {
  const { text, rich } = useWords();
  const me = useAdministrator();
  const announce = useAnnounce();
  const [asking, setAsking] = useState(false);
  const { busy, problem, act, forget } = useAction();
  const { isSuspended } = user;

  async function change(): Promise<void> {
    const done = await act(async () => {
      const params = { userId: user.id };
      const next = await ask(management.suspendUser({ params, body: { isSuspended: !isSuspended } }));
      onChange({ ...next, ...(user.ssoIdentities && { ssoIdentities: user.ssoIdentities }) });
    });
    if (!done) return;
    setAsking(false);
    announce(text(isSuspended ? 'console.reactivated' : 'console.suspended'));
  }

  const action = text(isSuspended ? 'console.reactivate' : 'console.suspend');
  if (me.id === user.id)
    return <Panel heading={text('console.suspend_heading')} lead={text('console.suspend_not_yourself')} />;
  return (
    <Panel
      heading={text('console.suspend_heading')}
      lead={text(isSuspended ? 'console.suspended_lead' : 'console.suspend_lead')}
    >
      <div className="fh-actions">
        <Button
          variant="default"
          onClick={() => {
            forget();
            setAsking(true);
          }}
        >
          {action}
        </Button>
      </div>
      {asking ? (
        <ConfirmDialog
          title={rich(isSuspended ? 'console.reactivate_title' : 'console.suspend_title', {
            name: plain(nameOf(user)),
          })}
          lead={text(isSuspended ? 'console.reactivate_lead' : 'console.suspend_lead')}
          action={action}
          busyAction={text('console.saving')}
          danger={!isSuspended}
          busy={busy}
          problem={problem}
          onConfirm={() => void change()}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Panel>
  );
}
