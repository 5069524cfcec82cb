import { Notice, plain, useWords } from '@freehold/client/react/kit';
import type { Senders, SensitiveAction, StepUpPolicy, User } from '@freehold/contract';
import { Button, Loader } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { meansOf } from '../../account-preview/index.ts';
import { management } from '../management-client.ts';
import { ConsoleLink } from '../parts/console-link.tsx';
import { LoadedPart } from '../parts/loaded-part.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { shutOut } from './policy-draft.ts';
import { actionNames } from './policy-words.ts';

type Props = {
  readonly draft: StepUpPolicy;
  readonly tightened: readonly SensitiveAction[];
  readonly senders: Senders;
  readonly onSave: () => void;
  readonly onBack: () => void;
};

/** As many users as one page of the API holds: the answer is about them, and says so. */
const sampleSize = 100;
/** So many are named; the rest are counted. */
const namedAtMost = 5;

/** Before a policy that asks for more is saved: who, of the newest users, could not do something at all any more. */
export function TighteningCheck({ draft, tightened, senders, onSave, onBack }: Props) {
  const { text } = useWords();
  const region = useRef<HTMLElement>(null);
  useEffect(() => region.current?.focus(), []);
  const { loaded, reload } = useLoaded('sample', async () => {
    const { body } = await management.listUsers({ page: 1, pageSize: sampleSize });
    return body;
  });
  return (
    <section className="fh-diff" ref={region} tabIndex={-1} aria-labelledby="tightening-heading">
      <h2 id="tightening-heading">{text('policy.tightens')}</h2>
      {loaded.at === 'loading' ? <Loader className="fh-waiting" color="var(--fh-muted)" /> : null}
      {loaded.at === 'loading' ? null : (
        <LoadedPart loaded={loaded} onRetry={() => void reload()}>
          {people => <Sample people={people} draft={draft} tightened={tightened} senders={senders} />}
        </LoadedPart>
      )}
      <div className="fh-actions">
        <Button onClick={onSave}>{text('policy.save_anyway')}</Button>
        <Button variant="default" onClick={onBack}>
          {text('policy.back')}
        </Button>
      </div>
    </section>
  );
}

type SampleProps = Pick<Props, 'draft' | 'tightened' | 'senders'> & { readonly people: readonly User[] };

function Sample({ people, draft, tightened, senders }: SampleProps) {
  const { text } = useWords();
  const found = tightened
    .map(action => ({ action, out: shutOut(people, meansOf, draft, action, senders) }))
    .filter(({ out }) => out.length > 0);
  if (found.length === 0) {
    return (
      <Notice tone="ok">
        <p>{text('policy.sample_none', { total: people.length })}</p>
      </Notice>
    );
  }
  const everybody = [...new Set(found.flatMap(({ out }) => out))];
  return (
    <>
      <Notice tone="warning">
        <p>{text('policy.sample_some', { total: people.length, count: everybody.length })}</p>
      </Notice>
      <ul className="fh-diff-rows">
        {found.map(({ action, out }) => (
          <li key={action}>
            <strong>{text(actionNames[action])}</strong>
            <p>{text('policy.sample_count', { count: out.length })}</p>
          </li>
        ))}
      </ul>
      <ul className="fh-people">
        {everybody.slice(0, namedAtMost).map(person => (
          <li key={person.id}>
            <ConsoleLink to={`users/${encodeURIComponent(person.id)}`}>
              <bdi>{personName(person)}</bdi>
            </ConsoleLink>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What somebody is known by, safe to stand in a list. */
export const personName = ({ name, username, primaryEmail, primaryPhone, id }: User): string =>
  [name, username, primaryEmail, primaryPhone, id].map(text => plain(text ?? '')).find(text => text !== '') ?? id;
