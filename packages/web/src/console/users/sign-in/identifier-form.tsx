import {
  ask,
  Field,
  type Problem,
  problemSentence,
  StepForm,
  SubmitButton,
  useTask,
  useWords,
} from '@freehold/client/react/kit';
import type { User } from '@freehold/contract';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { management } from '../../management-client.ts';
import { phoneOf } from '../person.ts';
import {
  type IdentifierMember,
  identifierHints,
  identifierNames,
  memberOfProblem,
  readTyped,
} from './typed-identifier.ts';

type Props = {
  readonly user: User;
  readonly member: IdentifierMember;
  readonly onDone: (user: User) => void;
  readonly onCancel: () => void;
};

const ways = ['username', 'primaryEmail', 'primaryPhone'] as const;

/** Changes one identifier of a person, or removes it when the field is left empty. */
export function IdentifierForm({ user, member, onDone, onCancel }: Props) {
  const words = useWords();
  const { text } = words;
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState((member === 'primaryPhone' ? phoneOf(user) : user[member]) ?? '');
  const [wrong, setWrong] = useState<string>();
  const [refused, setRefused] = useState<string>();
  const { busy, slow, run } = useTask();
  const hint = identifierHints[member];
  useEffect(() => field.current?.focus(), []);

  const others = ways.some(way => way !== member && user[way] !== null) || Object.keys(user.identities).length > 0;
  const leavesNothing = typed.trim() === '' && !others;

  function submit(): void {
    const read = readTyped(member, typed);
    setRefused(undefined);
    if ('problem' in read) {
      fail(text(read.problem));
      return;
    }
    setWrong(undefined);
    void run(async () => {
      onDone(await ask(management.updateUser({ params: { userId: user.id }, body: { [member]: read.value || null } })));
      return undefined;
    }, explain);
  }

  function fail(sentence: string): void {
    setWrong(sentence);
    field.current?.focus();
  }

  function explain(problem: Problem): void {
    const sentence = problemSentence(problem, words);
    if (memberOfProblem(problem.code) === member || problem.code === 'guard.invalid_input') fail(sentence);
    else setRefused(sentence);
  }

  const changes = member === 'username' ? undefined : text('console.sign_in_change_ends');
  return (
    <div className="fh-row-form">
      <StepForm problem={refused === undefined ? undefined : { sentence: refused }} onSubmit={submit}>
        <Field
          ref={field}
          label={text(identifierNames[member])}
          description={hint === undefined ? undefined : text(hint)}
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
          problem={wrong}
          type={member === 'primaryPhone' ? 'tel' : 'text'}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
        />
        <p className="fh-muted fh-small">{text('console.sign_in_empty_removes')}</p>
        {changes === undefined ? null : <p className="fh-muted fh-small">{changes}</p>}
        {leavesNothing ? <p className="fh-warning">{text('console.sign_in_last')}</p> : null}
        <div className="fh-actions">
          <SubmitButton busy={busy} slow={slow} busyLabel={text('console.saving')}>
            {text('console.save')}
          </SubmitButton>
          <Button variant="default" onClick={onCancel}>
            {text('console.cancel')}
          </Button>
        </div>
      </StepForm>
    </div>
  );
}
