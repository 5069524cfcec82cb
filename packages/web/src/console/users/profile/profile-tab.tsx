import { Field, plain, useWords } from '@freehold/client/react/kit';
import type { User } from '@freehold/contract';
import { useRef } from 'react';
import { management } from '../../management-client.ts';
import { Instant } from '../../parts/instant.tsx';
import { Panel } from '../../parts/panel.tsx';
import { SaveBar } from '../../parts/save-bar.tsx';
import { SavedMeanwhile } from '../../parts/saved-meanwhile.tsx';
import { useGuardedSave, type Versioned, versioned } from '../../parts/use-guarded-save.ts';
import { useKeptDraft } from '../../parts/use-kept-draft.ts';
import { Value } from '../../parts/value.tsx';
import {
  addressTexts,
  changedFields,
  type Draft,
  type DraftField,
  draftOf,
  layOver,
  patchOf,
  profileTexts,
} from './profile-draft.ts';

type Props = { readonly read: Versioned<User>; readonly onRead: (read: Versioned<User>) => void };

/** What is known of a person beside how they sign in. */
export function ProfileTab({ read, onRead }: Props) {
  const { text } = useWords();
  const user = read.value;
  const { version, draft, edit, begin, discard } = useKeptDraft<Draft>(
    `profile of ${user.id}`,
    { value: draftOf(user), etag: read.etag },
    isSame,
  );
  const before = version.value;
  const bar = useRef<HTMLDivElement>(null);
  const changed = changedFields(before, draft);

  const put = (name: DraftField, value: string) => edit({ ...draft, [name]: value });

  const params = { userId: user.id };
  function answered(answer: { readonly body: User; readonly etag: string | undefined }): Versioned<Draft> {
    onRead(versioned(answer, now => ({ ...user, ...now })));
    return versioned(answer, draftOf);
  }
  const { busy, problem, saved, meanwhile, save, settle } = useGuardedSave<Draft>({
    begun: version,
    mine: draft,
    isSame,
    read: async () => answered(await management.getUser({ params })),
    write: async (begun, mine, ifMatch) =>
      answered(await management.updateUser({ params, body: patchOf(begun, mine), ifMatch })),
    onSaved: now => begin(now),
  });

  function take(theirs: Versioned<Draft>, mine: Draft): void {
    begin(theirs, mine);
    settle();
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
          if (!busy && changed.length > 0 && meanwhile === undefined) save();
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
          rows={changedFields(before, meanwhile.value).map(name => {
            const said = (one: Draft) => plain(one[name], 300) || text('value.notSet');
            return {
              key: name,
              name: nameOf(name),
              begun: said(before),
              now: said(meanwhile.value),
              ...(changed.includes(name) && { mine: said(draft) }),
            };
          })}
          onKeepMine={() => take(meanwhile, layOver(before, draft, meanwhile.value))}
          onTakeTheirs={() => take(meanwhile, meanwhile.value)}
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
            onSave={save}
            onDiscard={() => {
              discard();
              settle();
            }}
          />
        ) : null}
      </div>
    </>
  );
}

const isSame = (one: Draft, other: Draft): boolean => changedFields(one, other).length === 0;
