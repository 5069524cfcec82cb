import { ask, Field, useWords } from '@freehold/client/react/kit';
import type { User } from '@freehold/contract';
import { useEffect, useState } from 'react';
import { management } from '../../management-client.ts';
import { Instant } from '../../parts/instant.tsx';
import { Panel } from '../../parts/panel.tsx';
import { SaveBar } from '../../parts/save-bar.tsx';
import { useAction } from '../../parts/use-action.ts';
import { Value } from '../../parts/value.tsx';
import { addressTexts, changedFields, type DraftField, draftOf, patchOf, profileTexts } from './profile-draft.ts';

type Props = { readonly user: User; readonly onChange: (user: User) => void };

/** What is known of a person beside how they sign in. */
export function ProfileTab({ user, onChange }: Props) {
  const { text } = useWords();
  const [before, setBefore] = useState(() => draftOf(user));
  const [draft, setDraft] = useState(before);
  const [saved, setSaved] = useState(false);
  const { busy, problem, act, forget } = useAction();
  const changed = changedFields(before, draft);
  useUnsavedWarning(changed.length > 0);

  const put = (field: DraftField, value: string) => {
    setSaved(false);
    setDraft(now => ({ ...now, [field]: value }));
  };

  async function save(): Promise<void> {
    const done = await act(async () => {
      const params = { userId: user.id };
      const now = await ask(management.getUser({ params }));
      const next = await ask(management.updateUser({ params, body: patchOf(now, draft, changed) }));
      onChange(next);
      setBefore(draftOf(next));
      setDraft(draftOf(next));
    });
    setSaved(done);
  }

  const field = (name: DraftField) => (
    <Field
      key={name}
      label={text(`console.profile_${name.replace('.', '_')}` as Parameters<typeof text>[0])}
      value={draft[name]}
      onChange={event => put(name, event.currentTarget.value)}
      maxLength={2048}
      autoComplete="off"
    />
  );
  return (
    <>
      <form
        className="fh-panels"
        onSubmit={event => {
          event.preventDefault();
          if (!busy && changed.length > 0) void save();
        }}
      >
        <Panel heading={text('console.user_profile')} lead={text('console.profile_lead')}>
          <div className="fh-columns">{(['name', ...profileTexts] as const).map(field)}</div>
        </Panel>
        <Panel heading={text('console.profile_address')}>
          <div className="fh-columns">{addressTexts.map(name => field(`address.${name}`))}</div>
        </Panel>
        {/* Enter in a field saves; the bar has the button that people see. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
      <Panel heading={text('console.user_facts')}>
        <dl className="fh-facts">
          <dt>{text('console.user_id')}</dt>
          <dd>
            <Value text={user.id} ltr />
          </dd>
          <dt>{text('console.user_created')}</dt>
          <dd>
            <Instant at={user.createdAt} />
          </dd>
          <dt>{text('console.users_last_sign_in')}</dt>
          <dd>{user.lastSignInAt === null ? text('console.users_never') : <Instant at={user.lastSignInAt} />}</dd>
        </dl>
      </Panel>
      <SaveBar
        changes={changed.length}
        busy={busy}
        saved={saved}
        problem={problem}
        onSave={() => void save()}
        onDiscard={() => {
          forget();
          setDraft(before);
        }}
      />
    </>
  );
}

/** The browser asks before it leaves a page with something that is not saved. */
function useUnsavedWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [unsaved]);
}
