import { AlertIcon, plain, useWords } from '@freehold/client/react/kit';
import type { SecurityLog, User } from '@freehold/contract';
import { Instant } from '../../parts/instant.tsx';
import { RawJson } from '../../parts/raw-json.tsx';
import { Value } from '../../parts/value.tsx';
import { eventSentence } from './event-sentence.ts';

type Props = {
  readonly log: SecurityLog;
  readonly user: User;
  readonly names: ReadonlyMap<string, string>;
};

/** One thing that happened: the sentence, who did it from where, and everything that is known on demand. */
export function EventItem({ log, user, names }: Props) {
  const { text, rich } = useWords();
  const { payload, createdAt } = log;
  const sentence = eventSentence(log);
  const values = Object.fromEntries(Object.entries(sentence.values).map(([name, value]) => [name, plain(value, 200)]));
  return (
    <li className="fh-event">
      <p className="fh-event-sentence">
        {payload.result === 'Error' ? <AlertIcon /> : null}
        {isolates(sentence.key) ? rich(sentence.key, values) : text(sentence.key, values)}
      </p>
      <p className="fh-muted fh-small fh-event-about">
        <Instant at={createdAt} />
        <Actor payload={payload} user={user} names={names} />
        {payload.ip === undefined ? null : <Value text={payload.ip} ltr />}
      </p>
      <Changed personal={payload.personal} />
      <details className="fh-details">
        <summary>{text('console.activity_details')}</summary>
        <RawJson value={log} label={text('console.activity_details')} />
      </details>
    </li>
  );
}

// A place that chooses between words is filled as it is; one that shows a foreign name isolates it.
const isolates = (key: string): boolean => /identity_|event_other/.test(key);

type ActorProps = { readonly payload: SecurityLog['payload']; readonly user: User; readonly names: Props['names'] };

function Actor({ payload: { actor, applicationId }, user, names }: ActorProps) {
  const { text, rich } = useWords();
  if (actor.kind === 'system') return <span>{text('console.actor_system')}</span>;
  if (actor.kind === 'application')
    return <span>{rich('console.actor_application', { name: plain(actor.id ?? applicationId ?? '') })}</span>;
  if (actor.id === user.id) return <span>{text('console.actor_themself')}</span>;
  const name = names.get(actor.id ?? '') ?? actor.id ?? '';
  return <span>{rich('console.actor_administrator', { name: plain(name) })}</span>;
}

/** The old and the new value, where the event says them. */
function Changed({ personal }: { readonly personal: SecurityLog['payload']['personal'] }) {
  const { text } = useWords();
  const values = [
    ['console.activity_old', personal?.['old']],
    ['console.activity_new', personal?.['new']],
  ] as const;
  const shown = values.filter((pair): pair is [(typeof pair)[0], string] => typeof pair[1] === 'string');
  if (shown.length === 0) return null;
  return (
    <dl className="fh-facts fh-small">
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{text(name)}</dt>
          <dd>
            <Value text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
