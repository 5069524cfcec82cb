import { ask, Field, plain, useWords } from '@freehold/client/react/kit';
import type { User } from '@freehold/contract';
import { useRef, useState } from 'react';
import { management } from '../../management-client.ts';
import { Instant } from '../../parts/instant.tsx';
import { Panel } from '../../parts/panel.tsx';
import { SaveBar } from '../../parts/save-bar.tsx';
import { SavedMeanwhile } from '../../parts/saved-meanwhile.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useKeptDraft } from '../../parts/use-kept-draft.ts';
import { Value } from '../../parts/value.tsx';
import {
  addressTexts,
  changedFields,
  clashes,
  type Draft,
  type DraftField,
  draftOf,
  layOver,
  patchOf,
  profileTexts,
} from './profile-draft.ts';

type Props = { readonly user: User; readonly onChange: (user: User) => void };

/** What is known of a person beside how they sign in. */
export function ProfileTab({ user, onChange }: Props) {
  const { text } = useWords();
  const { version, draft, edit, begin, discard } = useKeptDraft<Draft>(`profile of ${user.id}`, asRead(user), isSame);
  const before = version.value;
  const [saved, setSaved] = useState(false);
  const [meanwhile, setMeanwhile] = useState<User>();
  const bar = useRef<HTMLDivElement>(null);
  const { busy, problem, act, forget } = useAction();
  const changed = changedFields(before, draft);

  const put = (name: DraftField, value: string) => {
    setSaved(false);
    edit({ ...draft, [name]: value });
  };

  const save = () =>
    act(async () => {
      const params = { userId: user.id };
      const now = await ask(management.getUser({ params }));
      if (clashes(before, draft, draftOf(now))) {
        setMeanwhile(now);
        return;
      }
      const next = await ask(management.updateUser({ params, body: patchOf(now, draft, changed) }));
      onChange(next);
      begin(asRead(next));
      setSaved(true);
    });

  function take(theirs: User, mine: Draft): void {
    onChange({ ...user, ...theirs });
    begin(asRead(theirs), mine);
    setMeanwhile(undefined);
    // What had the focus is gone.
    bar.current?.focus();
  }

  const nameOf = (name: DraftField) => text(`console.profile_${name.replace('.', '_')}` as Parameters<typeof text>[0]);
  const field = (name: DraftField) => (
    <Field
      key={name}
      label={nameOf(name)}
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
          if (!busy && changed.length > 0 && meanwhile === undefined) void save();
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
      {meanwhile === undefined ? null : (
        <SavedMeanwhile
          sentence={text('console.profile_conflict')}
          rows={changedFields(before, draftOf(meanwhile)).map(name => {
            const said = (one: Draft) => plain(one[name], 300) || text('value.notSet');
            return {
              key: name,
              name: nameOf(name),
              begun: said(before),
              now: said(draftOf(meanwhile)),
              ...(changed.includes(name) && { mine: said(draft) }),
            };
          })}
          onKeepMine={() => take(meanwhile, layOver(before, draft, draftOf(meanwhile)))}
          onTakeTheirs={() => take(meanwhile, draftOf(meanwhile))}
        />
      )}
      <div className="fh-beside-save" ref={bar} tabIndex={-1}>
        {/* What is to become of both is answered above. */}
        {meanwhile === undefined ? (
          <SaveBar
            changes={changed.length}
            busy={busy}
            saved={saved}
            problem={problem}
            onSave={() => void save()}
            onDiscard={() => {
              forget();
              discard();
            }}
          />
        ) : null}
      </div>
    </>
  );
}

// A user has no ETag: what was read before is held against what is read when saving.
const asRead = (user: User) => ({ value: draftOf(user), etag: undefined });

const isSame = (one: Draft, other: Draft): boolean => changedFields(one, other).length === 0;
