import {
  Field,
  Notice,
  type Problem,
  plain,
  problemSentence,
  SubmitButton,
  useAnnounce,
  useTask,
  useWords,
  type WordKey,
} from '@freehold/client/react/kit';
import { type FormEvent, useRef, useState } from 'react';
import type { SignedIn } from '../relying-party/relying-party.ts';
import { type Account, type AccountChange, changeAccount } from './account.ts';
import { Values } from './values.tsx';

const editable = ['name', 'avatar', 'username'] as const;
type EditableField = (typeof editable)[number];

const rules: Readonly<Partial<Record<EditableField, WordKey>>> = {
  avatar: 'demo.avatarHint',
  username: 'username.charset',
};

type Props = {
  readonly account: Account;
  readonly signedIn: SignedIn;
  readonly onChanged: (account: Account, signedIn: SignedIn) => void;
};

/** The account as the Account API returned it, and a form for the three fields a person changes most. */
export function AccountCard({ account, signedIn, onChanged }: Props) {
  const words = useWords();
  const { text } = words;
  const [typed, setTyped] = useState<Partial<Record<EditableField, string>>>({});
  const [problem, setProblem] = useState<{ readonly field?: EditableField; readonly sentence: string }>();
  const [saved, setSaved] = useState(false);
  const fields = {
    name: useRef<HTMLInputElement>(null),
    avatar: useRef<HTMLInputElement>(null),
    username: useRef<HTMLInputElement>(null),
  };
  const { busy, slow, run } = useTask();
  const announce = useAnnounce();
  const shown = editable.filter(field => field in account);

  function refuse(found: Problem): void {
    const field = fieldOf(found);
    // A validation error of the API speaks about the request; people need to hear about what they typed.
    const rule = found.code === 'guard.invalid_input' && field !== undefined ? rules[field] : undefined;
    const sentence = rule === undefined ? problemSentence(found, words) : text(rule);
    setProblem({ sentence, ...(field === undefined ? {} : { field }) });
    if (field !== undefined) {
      fields[field].current?.focus();
      announce(sentence);
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (busy) return;
    setSaved(false);
    setProblem(undefined);
    const change = changed(account, typed);
    if (Object.keys(change).length === 0) {
      announce(text('demo.nothingToSave'));
      setProblem({ sentence: text('demo.nothingToSave') });
      return;
    }
    void run(async () => {
      const result = await changeAccount(signedIn, change);
      setTyped({});
      setSaved(true);
      announce(text('demo.saved'));
      onChanged(result.account, result.signedIn);
      return undefined;
    }, refuse);
  }

  return (
    <section className="fh-section" aria-labelledby="account">
      <h2 id="account">{text('demo.account')}</h2>
      <Person account={account} />
      {shown.length === 0 ? (
        <Notice tone="info">
          <p>{text('demo.noFields')}</p>
        </Notice>
      ) : (
        <form className="fh-form" method="post" noValidate onSubmit={submit}>
          {saved ? (
            <Notice tone="ok">
              <p>{text('demo.saved')}</p>
            </Notice>
          ) : null}
          {problem !== undefined && problem.field === undefined ? (
            <Notice tone="error">
              <p>{problem.sentence}</p>
            </Notice>
          ) : null}
          {shown.map(field => (
            <Field
              key={field}
              ref={fields[field]}
              name={field}
              label={text(`demo.field.${field}`)}
              description={field === 'avatar' ? text('demo.avatarHint') : undefined}
              placeholder={text('value.notSet')}
              value={typed[field] ?? current(account, field)}
              onChange={event => setTyped({ ...typed, [field]: event.currentTarget.value })}
              problem={problem?.field === field ? problem.sentence : undefined}
              autoComplete={field === 'avatar' ? 'photo' : field}
              inputMode={field === 'avatar' ? 'url' : 'text'}
              spellCheck={false}
              dir="auto"
            />
          ))}
          <SubmitButton busy={busy} slow={slow} busyLabel={text('demo.saving')}>
            {text('demo.save')}
          </SubmitButton>
        </form>
      )}
      <Values values={account} />
    </section>
  );
}

// Initials, never the picture itself: its address was written by a user, and fetching it would tell a stranger's
// server who looks at this page. The content security policy would refuse it too.
function Person({ account }: { readonly account: Account }) {
  const { text } = useWords();
  const name = plain(current(account, 'name'));
  const username = plain(current(account, 'username'));
  const initials = [...new Intl.Segmenter().segment(name || username)]
    .filter(
      ({ segment, index }, _, all) =>
        index === 0 || all.find(other => other.index === index - 1)?.segment === ' ' || segment === '',
    )
    .slice(0, 2)
    .map(({ segment }) => segment.toLocaleUpperCase())
    .join('');
  return (
    <div className="fh-person">
      <span className="fh-person-picture" aria-hidden="true">
        {initials === '' ? '·' : initials}
      </span>
      <span>
        {name === '' ? (
          <span className="fh-muted">{text('demo.noName')}</span>
        ) : (
          <bdi className="fh-person-name">{name}</bdi>
        )}
        {username === '' ? null : <bdi className="fh-muted fh-small">{username}</bdi>}
      </span>
    </div>
  );
}

function current(account: Account, field: EditableField): string {
  const value = account[field];
  return typeof value === 'string' ? value : '';
}

/** What differs from the account. An emptied field is sent as `null`, which unsets it. */
function changed(account: Account, typed: Partial<Record<EditableField, string>>): AccountChange {
  return Object.fromEntries(
    Object.entries(typed)
      .filter(([field, value]) => value.trim() !== current(account, field as EditableField))
      .map(([field, value]) => [field, value.trim() === '' ? null : value.trim()]),
  );
}

/** Which field a refusal is about, as far as its code or its validation issues tell. */
function fieldOf(problem: Problem): EditableField | undefined {
  if (problem.code.startsWith('user.username_')) return 'username';
  if (problem.code !== 'guard.invalid_input') return undefined;
  const paths = JSON.stringify(problem.data ?? '');
  return editable.find(field => paths.includes(`"path":["${field}"`));
}
