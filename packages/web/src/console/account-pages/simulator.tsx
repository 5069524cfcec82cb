import { ChevronIcon, Field, useWords } from '@freehold/client/react/kit';
import {
  isSameRule,
  judgeByPolicy,
  type Senders,
  type SensitiveAction,
  type StepUpPolicy,
  type User,
} from '@freehold/contract';
import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { accountOf, meansOf, type PersonaId, personas } from '../../account-preview/index.ts';
import { management } from '../management-client.ts';
import { LoadedPart } from '../parts/loaded-part.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { actionsLater, actionsNow } from './policy-draft.ts';
import { actionNames } from './policy-words.ts';
import { personName } from './tightening-check.tsx';
import { Verdict } from './verdict.tsx';

type Props = {
  readonly saved: StepUpPolicy;
  readonly draft: StepUpPolicy;
  readonly senders: Senders;
};

/** What the policy would ask of somebody: as it is saved, and as it stands on the page. */
export function Simulator({ saved, draft, senders }: Props) {
  const { text } = useWords();
  const id = useId();
  const [who, setWho] = useState<PersonaId | 'user'>('full');
  const [action, setAction] = useState<SensitiveAction>('email.change');
  const [user, setUser] = useState<User>();
  const differs = !isSameRule(saved.actions[action], draft.actions[action]);
  const means = who === 'user' ? user && meansOf(user) : meansOf(accountOf(who, 'google'));
  return (
    <section className="fh-panel" aria-labelledby={id}>
      <h2 id={id}>{text('simulate.heading')}</h2>
      <div className="fh-preview-controls">
        <NativeSelect
          label={text('preview.persona')}
          rightSection={<ChevronIcon />}
          value={who}
          onChange={event => setWho(personas.find(one => one === event.currentTarget.value) ?? 'user')}
        >
          {personas.map(one => (
            <option key={one} value={one}>
              {text(`preview.persona_${one}`)}
            </option>
          ))}
          <option value="user">{text('simulate.user')}</option>
        </NativeSelect>
        <NativeSelect
          label={text('simulate.action')}
          rightSection={<ChevronIcon />}
          value={action}
          onChange={event => setAction(event.currentTarget.value as SensitiveAction)}
        >
          {actionsNow.map(one => (
            <option key={one} value={one}>
              {text(actionNames[one])}
            </option>
          ))}
          <optgroup label={text('policy.later')}>
            {actionsLater.map(one => (
              <option key={one} value={one}>
                {text(actionNames[one])}
              </option>
            ))}
          </optgroup>
        </NativeSelect>
      </div>
      {who === 'user' ? <UserSearch chosen={user} onChoose={setUser} /> : null}
      {means === undefined ? null : (
        <dl className="fh-answers" aria-live="polite">
          <div>
            <dt>{text('simulate.saved')}</dt>
            <dd>
              {who === 'user' && user !== undefined ? (
                <ServersVerdict userId={user.id} action={action} policy={saved} />
              ) : (
                <Verdict judgement={judgeByPolicy(saved, action, means, senders)} />
              )}
            </dd>
          </div>
          {differs ? (
            <div>
              <dt>{text('simulate.draft')}</dt>
              <dd>
                <Verdict judgement={judgeByPolicy(draft, action, means, senders)} />
              </dd>
            </div>
          ) : null}
        </dl>
      )}
    </section>
  );
}

/** A person of the tenant under the saved policy: here the server itself can be asked, so it is. */
function ServersVerdict({
  userId,
  action,
  policy,
}: {
  readonly userId: string;
  readonly action: SensitiveAction;
  readonly policy: StepUpPolicy;
}) {
  const rule = JSON.stringify(policy.actions[action]);
  const { loaded, reload } = useLoaded(`${userId} ${action} ${rule}`, async () => {
    const { body } = await management.simulateStepUp({ body: { userId, action } });
    return body;
  });
  return (
    <LoadedPart loaded={loaded} onRetry={() => void reload()}>
      {verdict => <Verdict judgement={verdict} />}
    </LoadedPart>
  );
}

type SearchProps = { readonly chosen: User | undefined; readonly onChoose: (user: User | undefined) => void };

function UserSearch({ chosen, onChoose }: SearchProps) {
  const { text } = useWords();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const { loaded, reload } = useLoaded(asked, async () => {
    if (asked === '') return undefined;
    const { body } = await management.listUsers({ query: { search: `%${asked}%` }, page: 1, pageSize: 10 });
    return body;
  });
  function search(event: FormEvent): void {
    event.preventDefault();
    onChoose(undefined);
    setAsked(typed.trim());
  }
  return (
    <>
      <form className="fh-search" onSubmit={search}>
        <Field
          label={text('simulate.search')}
          type="search"
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {text('simulate.find')}
        </Button>
      </form>
      <LoadedPart loaded={loaded} onRetry={() => void reload()}>
        {found =>
          found === undefined ? null : found.length === 0 ? (
            <p role="status">{text('simulate.nobody')}</p>
          ) : (
            <fieldset className="fh-plain-set">
              <legend className="fh-visually-hidden">{text('simulate.user')}</legend>
              {found.map(user => (
                <label key={user.id} className="fh-found">
                  <input
                    type="radio"
                    name="simulated-user"
                    checked={user.id === chosen?.id}
                    onChange={() => onChoose(user)}
                  />
                  <bdi>{personName(user)}</bdi>
                </label>
              ))}
            </fieldset>
          )
        }
      </LoadedPart>
    </>
  );
}
