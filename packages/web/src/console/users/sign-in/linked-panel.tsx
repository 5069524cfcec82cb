import { ask, useAnnounce, useWords } from '@freehold/client/react/kit';
import type { User } from '@freehold/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { management } from '../../management-client.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useAction } from '../../parts/use-action.ts';
import { Value } from '../../parts/value.tsx';

type Props = { readonly user: User; readonly onChange: (user: User) => void };

/** Accounts at other providers that open this one. */
export function LinkedPanel({ user, onChange }: Props) {
  const { text, rich } = useWords();
  const announce = useAnnounce();
  const [removing, setRemoving] = useState<string>();
  const { busy, problem, act, forget } = useAction();
  const linked = Object.entries(user.identities);
  const companies = user.ssoIdentities ?? [];

  async function remove(target: string): Promise<void> {
    const done = await act(async () => {
      await ask(management.deleteUserIdentity({ params: { userId: user.id, target } }));
      const query = { includeSsoIdentities: 'true' } as const;
      onChange(await ask(management.getUser({ params: { userId: user.id }, query })));
    });
    if (!done) return;
    setRemoving(undefined);
    announce(text('console.linked_removed'));
  }

  return (
    <Panel heading={text('console.linked')}>
      {linked.length + companies.length === 0 ? <p className="fh-muted">{text('console.linked_none')}</p> : null}
      <ul className="fh-rows" hidden={linked.length + companies.length === 0}>
        {linked.map(([target, { userId, details }]) => (
          <li key={target} className="fh-row">
            <div className="fh-row-words">
              <Value text={target} />
              <span className="fh-muted fh-small">
                <Value text={describe(details) ?? userId} />
              </span>
            </div>
            <Button
              variant="default"
              size="sm"
              onClick={() => {
                forget();
                setRemoving(target);
              }}
            >
              {text('console.linked_remove')}
              <span className="fh-visually-hidden"> {target}</span>
            </Button>
          </li>
        ))}
        {companies.map(({ id, issuer, identityId }) => (
          <li key={id} className="fh-row">
            <div className="fh-row-words">
              <Value text={issuer} ltr />
              <span className="fh-muted fh-small">
                <Value text={identityId} />
              </span>
            </div>
          </li>
        ))}
      </ul>
      {removing === undefined ? null : (
        <ConfirmDialog
          title={rich('console.linked_remove_title', { provider: removing })}
          lead={text('console.linked_remove_lead')}
          action={text('console.linked_remove')}
          busyAction={text('console.saving')}
          danger
          busy={busy}
          problem={problem}
          onConfirm={() => void remove(removing)}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Panel>
  );
}

/** What the provider has said of the account that people would know it by. */
function describe(details: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const known = ['email', 'name'].map(member => details?.[member]);
  return known.find((value): value is string => typeof value === 'string' && value !== '');
}
