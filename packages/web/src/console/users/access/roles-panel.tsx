import { ask, ChevronIcon, ProblemNotice, plain, useAnnounce, useWords } from '@freehold/client/react/kit';
import type { Role, User } from '@freehold/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { management } from '../../management-client.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { LoadedPart } from '../../parts/loaded-part.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useLoaded } from '../../parts/use-loaded.ts';
import { Value } from '../../parts/value.tsx';
import { useAdministrator } from '../../standing.ts';
import { nameOf } from '../person.ts';
import { ADMINISTRATOR, roleName } from './role-name.ts';

async function readRoles(userId: string) {
  const [held, all] = await Promise.all([
    ask(management.listUserRoles({ params: { userId } })),
    ask(management.listRoles({ query: { type: 'User' } })),
  ]);
  return { held, open: all.filter(({ id }) => !held.some(role => role.id === id)) };
}

/** Which roles a person has, that of administrators among them. */
export function RolesPanel({ user }: { readonly user: User }) {
  const words = useWords();
  const { text, rich } = words;
  const me = useAdministrator();
  const announce = useAnnounce();
  const { loaded, reload } = useLoaded(user.id, () => readRoles(user.id));
  const { busy, problem, act, forget } = useAction();
  const [asked, setAsked] = useState<{ readonly role: Role; readonly give: boolean }>();
  const isMe = me.id === user.id;

  async function change(role: Role, give: boolean): Promise<void> {
    const done = await act(async () => {
      await ask(
        give
          ? management.addUserRoles({ params: { userId: user.id }, body: { roleIds: [role.id] } })
          : management.removeUserRole({ params: { userId: user.id, roleId: role.id } }),
      );
      await reload();
    });
    if (!done) return;
    setAsked(undefined);
    announce(text('console.saved'));
  }

  /** Only what opens everything is asked about twice. */
  function begin(role: Role, give: boolean): void {
    forget();
    if (role.id === ADMINISTRATOR) setAsked({ role, give });
    else void change(role, give);
  }

  return (
    <Panel heading={text('console.roles')} lead={text('console.roles_lead')}>
      {problem === undefined || asked !== undefined ? null : <ProblemNotice problem={problem} />}
      <LoadedPart loaded={loaded} onRetry={() => void reload()}>
        {({ held, open }) => (
          <>
            {held.length === 0 ? <p className="fh-muted">{text('console.roles_none')}</p> : null}
            <ul className="fh-rows" hidden={held.length === 0}>
              {held.map(role => (
                <li key={role.id} className="fh-row">
                  <div className="fh-row-words">
                    <Value text={roleName(role, words)} />
                    <span className="fh-muted fh-small">
                      {role.id === ADMINISTRATOR ? (
                        text(isMe ? 'console.roles_not_yourself' : 'console.role_administrator_lead')
                      ) : (
                        <Value text={role.description} />
                      )}
                    </span>
                  </div>
                  {isMe && role.id === ADMINISTRATOR ? null : (
                    <Button variant="default" size="sm" onClick={() => begin(role, false)}>
                      {text('console.roles_take')}
                      <span className="fh-visually-hidden"> {roleName(role, words)}</span>
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            <GiveRole open={open} busy={busy} onGive={role => begin(role, true)} />
          </>
        )}
      </LoadedPart>
      {asked === undefined ? null : (
        <ConfirmDialog
          title={rich(asked.give ? 'console.administrator_make_title' : 'console.administrator_take_title', {
            name: plain(nameOf(user)),
          })}
          lead={text(asked.give ? 'console.administrator_make_lead' : 'console.administrator_take_lead')}
          action={text(asked.give ? 'console.administrator_make' : 'console.administrator_take')}
          busyAction={text('console.saving')}
          danger={!asked.give}
          busy={busy}
          problem={problem}
          onConfirm={() => void change(asked.role, asked.give)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Panel>
  );
}

type GiveProps = { readonly open: readonly Role[]; readonly busy: boolean; readonly onGive: (role: Role) => void };

function GiveRole({ open, busy, onGive }: GiveProps) {
  const words = useWords();
  const { text } = words;
  const [chosen, setChosen] = useState('');
  const role = open.find(({ id }) => id === chosen) ?? open[0];
  if (role === undefined) return null;
  return (
    <form
      className="fh-inline-form"
      onSubmit={event => {
        event.preventDefault();
        if (!busy) onGive(role);
      }}
    >
      <NativeSelect
        label={text('console.roles_another')}
        rightSection={<ChevronIcon />}
        value={role.id}
        onChange={event => setChosen(event.currentTarget.value)}
      >
        {open.map(each => (
          <option key={each.id} value={each.id}>
            {roleName(each, words)}
          </option>
        ))}
      </NativeSelect>
      <Button type="submit" variant="default" aria-disabled={busy || undefined}>
        {text('console.roles_give')}
      </Button>
    </form>
  );
}
