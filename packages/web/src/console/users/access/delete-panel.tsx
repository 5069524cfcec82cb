import { ask, Field, plain, useWords } from '@freehold/client/react/kit';
import type { User } from '@freehold/contract';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { management } from '../../management-client.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { openPage } from '../../parts/console-link.tsx';
import { leaveSentence } from '../../parts/flash.ts';
import { Panel } from '../../parts/panel.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useAdministrator } from '../../standing.ts';
import { confirmationOf, nameOf } from '../person.ts';

/** Deletes a person, once it was typed who. */
export function DeletePanel({ user }: { readonly user: User }) {
  const { text, rich } = useWords();
  const me = useAdministrator();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { busy, problem, act, forget } = useAction();
  const wanted = confirmationOf(user);

  async function remove(): Promise<void> {
    if (typed.normalize('NFKC').trim() !== wanted.normalize('NFKC').trim()) {
      setWrong(true);
      field.current?.focus();
      return;
    }
    setWrong(false);
    const done = await act(() => ask(management.deleteUser({ params: { userId: user.id } })));
    if (!done) return;
    leaveSentence(text('console.deleted', { name: plain(nameOf(user)) }));
    openPage('users', { replace: true });
  }

  if (me.id === user.id)
    return <Panel heading={text('console.delete_heading')} lead={text('console.delete_not_yourself')} />;
  return (
    <Panel heading={text('console.delete_heading')} lead={text('console.delete_lead')}>
      <div className="fh-actions">
        <Button
          variant="default"
          className="fh-danger-outline"
          onClick={() => {
            forget();
            setTyped('');
            setWrong(false);
            setAsking(true);
          }}
        >
          {text('console.delete')}
        </Button>
      </div>
      {asking ? (
        <ConfirmDialog
          title={rich('console.delete_title', { name: plain(nameOf(user)) })}
          lead={text('console.delete_lead')}
          action={text('console.delete')}
          busyAction={text('console.deleting')}
          danger
          busy={busy}
          problem={problem}
          onConfirm={() => void remove()}
          onClose={() => setAsking(false)}
        >
          <p>{rich('console.delete_type', { value: wanted })}</p>
          <Field
            ref={field}
            label={text('console.delete_field')}
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
            problem={wrong ? text('console.delete_wrong') : undefined}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        </ConfirmDialog>
      ) : null}
    </Panel>
  );
}
