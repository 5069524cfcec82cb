import { ask, Notice, useWords } from '@freehold/client/react/kit';
import type { User } from '@freehold/contract';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { management } from '../../management-client.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { CopiedText } from '../../parts/copied-text.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useAction } from '../../parts/use-action.ts';
import { generatedPassword } from '../generated-password.ts';

type Props = { readonly user: User; readonly onChange: (user: User) => void };

/** Gives a person a new password, which is shown once. */
export function PasswordPanel({ user, onChange }: Props) {
  const { text } = useWords();
  const [asking, setAsking] = useState(false);
  const [password, setPassword] = useState<string>();
  const { busy, problem, act, forget } = useAction();
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (password !== undefined) shown.current?.focus();
  }, [password]);

  async function set(): Promise<void> {
    const made = generatedPassword();
    const done = await act(async () =>
      onChange(await ask(management.setUserPassword({ params: { userId: user.id }, body: { password: made } }))),
    );
    if (!done) return;
    setAsking(false);
    setPassword(made);
  }

  const name = text(user.hasPassword ? 'console.password_reset' : 'console.password_set');
  return (
    <Panel
      heading={text('password.label')}
      lead={text(user.hasPassword ? 'console.password_is_set' : 'console.password_is_not_set')}
    >
      {password === undefined ? null : (
        <div ref={shown} tabIndex={-1} className="fh-told">
          <Notice tone="ok">
            <p>{text('console.password_made')}</p>
          </Notice>
          <CopiedText label={text('console.password_once')} value={password} />
        </div>
      )}
      <div className="fh-actions">
        <Button
          variant="default"
          onClick={() => {
            forget();
            setAsking(true);
          }}
        >
          {name}
        </Button>
      </div>
      {asking ? (
        <ConfirmDialog
          title={name}
          lead={text('console.password_dialog')}
          action={name}
          busyAction={text('console.saving')}
          busy={busy}
          problem={problem}
          onConfirm={() => void set()}
          onClose={() => setAsking(false)}
        >
          <p>{text('console.password_dialog_ends')}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  );
}
