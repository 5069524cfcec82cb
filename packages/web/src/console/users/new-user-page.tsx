import {
  ask,
  Field,
  type Problem,
  plain,
  problemSentence,
  StepForm,
  SubmitButton,
  useTask,
  useWords,
} from '@freehold/client/react/kit';
import type { User } from '@freehold/contract';
import { Checkbox } from '@mantine/core';
import { type RefObject, useRef, useState } from 'react';
import { Page } from '../../ui/page.tsx';
import { management } from '../management-client.ts';
import { ConsoleLink } from '../parts/console-link.tsx';
import { CopiedText } from '../parts/copied-text.tsx';
import { generatedPassword } from './generated-password.ts';
import { nameOf } from './person.ts';
import {
  type IdentifierMember,
  identifierHints,
  identifierNames,
  identifiers,
  memberOfProblem,
  readTyped,
} from './sign-in/typed-identifier.ts';
import { UpLink } from './up-link.tsx';

interface Made {
  readonly user: User;
  readonly password: string | undefined;
}

/** `/console/users/new`: makes an account for somebody. */
export function NewUserPage() {
  const [made, setMade] = useState<Made>();
  return made === undefined ? (
    <NewUserForm onMade={setMade} />
  ) : (
    <MadePage {...made} onAnother={() => setMade(undefined)} />
  );
}

const nothing = { username: '', primaryEmail: '', primaryPhone: '' };

function NewUserForm({ onMade }: { readonly onMade: (made: Made) => void }) {
  const words = useWords();
  const { text } = words;
  const nameField = useRef<HTMLInputElement>(null);
  const fields = {
    username: useRef<HTMLInputElement>(null),
    primaryEmail: useRef<HTMLInputElement>(null),
    primaryPhone: useRef<HTMLInputElement>(null),
  } satisfies Record<IdentifierMember, RefObject<HTMLInputElement | null>>;
  const [name, setName] = useState('');
  const [typed, setTyped] = useState<Readonly<Record<IdentifierMember, string>>>(nothing);
  const [withPassword, setWithPassword] = useState(true);
  const [wrong, setWrong] = useState<Partial<Readonly<Record<IdentifierMember, string>>>>({});
  const [refused, setRefused] = useState<string>();
  const { busy, slow, run } = useTask();

  function submit(): void {
    setRefused(undefined);
    const found: Partial<Record<IdentifierMember, string>> = {};
    const body: Partial<Record<IdentifierMember, string>> = {};
    for (const member of identifiers) {
      const read = readTyped(member, typed[member]);
      if ('problem' in read) found[member] = text(read.problem);
      else if (read.value !== '') body[member] = read.value;
    }
    if (Object.keys(found).length + Object.keys(body).length === 0) found.username = text('console.new_user_missing');
    setWrong(found);
    const first = identifiers.find(member => found[member] !== undefined);
    if (first !== undefined) {
      fields[first].current?.focus();
      return;
    }
    void run(async () => {
      const password = withPassword ? generatedPassword() : undefined;
      const sent = { ...body, ...(name.trim() !== '' && { name: name.trim() }), ...(password && { password }) };
      onMade({ user: await ask(management.createUser({ body: sent })), password });
      return undefined;
    }, explain);
  }

  function explain(problem: Problem): void {
    const member = memberOfProblem(problem.code);
    const sentence = problemSentence(problem, words);
    if (member === undefined) {
      setRefused(sentence);
      return;
    }
    setWrong({ [member]: sentence });
    fields[member].current?.focus();
  }

  return (
    <>
      <UpLink />
      <Page
        task={text('console.users_create')}
        heading={text('console.users_create')}
        lead={text('console.new_user_lead')}
        firstField={nameField}
      >
        <section className="fh-panel fh-narrow">
          <StepForm problem={refused === undefined ? undefined : { sentence: refused }} onSubmit={submit}>
            <Field
              ref={nameField}
              label={text('console.profile_name')}
              value={name}
              onChange={event => setName(event.currentTarget.value)}
              autoComplete="off"
            />
            {identifiers.map(member => {
              const hint = identifierHints[member];
              return (
                <Field
                  key={member}
                  ref={fields[member]}
                  label={text(identifierNames[member])}
                  description={hint === undefined ? undefined : text(hint)}
                  value={typed[member]}
                  onChange={event => {
                    const { value } = event.currentTarget;
                    setTyped(now => ({ ...now, [member]: value }));
                  }}
                  problem={wrong[member]}
                  type={member === 'primaryPhone' ? 'tel' : 'text'}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  dir="ltr"
                />
              );
            })}
            <Checkbox
              label={text('console.new_user_password')}
              description={text('console.new_user_password_hint')}
              checked={withPassword}
              onChange={event => setWithPassword(event.currentTarget.checked)}
            />
            <SubmitButton busy={busy} slow={slow} busyLabel={text('console.saving')}>
              {text('console.users_create')}
            </SubmitButton>
          </StepForm>
        </section>
      </Page>
    </>
  );
}

function MadePage({ user, password, onAnother }: Made & { readonly onAnother: () => void }) {
  const { text, rich } = useWords();
  return (
    <Page
      key="made"
      task={text('console.new_user_made_task')}
      heading={rich('console.new_user_made', { name: plain(nameOf(user)) })}
      lead={text(password === undefined ? 'console.new_user_made_without' : 'console.password_made')}
    >
      {password === undefined ? null : (
        <section className="fh-panel fh-narrow">
          <CopiedText label={text('console.password_once')} value={password} />
        </section>
      )}
      <div className="fh-actions">
        <ConsoleLink to={`users/${encodeURIComponent(user.id)}`} className="fh-button">
          {text('console.new_user_open')}
        </ConsoleLink>
        <button type="button" className="fh-link" onClick={onAnother}>
          {text('console.new_user_another')}
        </button>
      </div>
    </Page>
  );
}
