import {
  type FormProblem,
  isSignInOver,
  type Problem,
  problemSentence,
  readIdentifier,
  StepForm,
  SubmitButton,
  sendingProblem,
  stepProblem,
  useAnnounce,
  useTask,
  useWords,
  type WordKey,
} from '@freehold/client/react/kit';
import type { PageIdentifier } from '@freehold/contract';
import { type ReactNode, useRef, useState } from 'react';
import { Page } from '../ui/page.tsx';
import { draft } from './about.ts';
import { endHere } from './ended.ts';
import type { Identifier } from './experience.ts';
import { IdentifierField } from './identifier-field.tsx';

type Props = {
  readonly heading: ReactNode;
  readonly progress: string | undefined;
  readonly accepts: readonly PageIdentifier[];
  /** Why what was typed before is refused by now. */
  readonly refused?: string | undefined;
  readonly onAnswer: (who: Identifier) => Promise<'leaving' | undefined>;
  /** Takes a problem of `onAnswer`; false leaves it to the page. */
  readonly onProblem?: (problem: Problem) => boolean;
  readonly before?: ReactNode;
  /** What stands above the button, such as a box to tick. */
  readonly last?: ReactNode;
  /** Why one may not go on yet; undefined when one may. */
  readonly notYet?: string | undefined;
  readonly children?: ReactNode;
};

/** Asks somebody new for a username or an address. */
export function AccountQuestion({
  heading,
  progress,
  accepts,
  refused,
  onAnswer,
  onProblem,
  before,
  last,
  notYet,
  children,
}: Props) {
  const words = useWords();
  const { text } = words;
  const [typed, setTyped] = useState(() => (fits(draft.identifier, accepts) ? draft.identifier : ''));
  const [problem, setProblem] = useState<{ readonly field?: string; readonly form?: FormProblem }>(
    refused === undefined ? {} : { field: refused },
  );
  const field = useRef<HTMLInputElement>(null);
  const { busy, slow, run } = useTask();
  const announce = useAnnounce();

  function refuse(sentence: string): void {
    setProblem({ field: sentence });
    field.current?.focus();
    announce(sentence);
  }

  function explain(found: Problem): void {
    if (isSignInOver(found)) endHere();
    else if (onProblem?.(found) === true) setProblem({});
    else if (isAboutWhatWasTyped(found)) refuse(sentenceFor(found));
    else if (found.code.startsWith('connector.')) setProblem({ form: sendingProblem(found, words) });
    else setProblem({ form: stepProblem(found, words) });
  }

  // A username that breaks the rules of all usernames is refused before the tenant's policy has seen it.
  function sentenceFor(found: Problem): string {
    const charset = found.code === 'guard.invalid_input' && accepts.includes('username');
    return charset ? text('username.charset') : problemSentence(found, words);
  }

  function submit(): void {
    if (busy) return;
    const who = readIdentifier(typed, accepts);
    if ('problem' in who) {
      refuse(text(who.problem === 'identifier.missing' ? missingKey(accepts) : who.problem));
      return;
    }
    if (notYet !== undefined) {
      setProblem({ form: { sentence: notYet } });
      return;
    }
    setProblem({});
    announce(text('register.checking'));
    void run(() => onAnswer(who), explain);
  }

  return (
    <Page task={text('register.task')} heading={heading} lead={progress} firstField={field}>
      {before}
      {accepts.length === 0 ? null : (
        <StepForm problem={problem.form} onSubmit={submit}>
          <IdentifierField
            ref={field}
            accepts={accepts}
            description={text(hintFor(accepts))}
            value={typed}
            onChange={value => {
              draft.identifier = value;
              setTyped(value);
            }}
            problem={problem.field}
            newcomer
          />
          {last}
          <SubmitButton busy={busy} slow={slow} busyLabel={text('register.checking')}>
            {text('register.continue')}
          </SubmitButton>
        </StepForm>
      )}
      {children}
    </Page>
  );
}

// What was typed to sign in is what people expect to register, unless it cannot be.
function fits(typed: string, accepts: readonly PageIdentifier[]): boolean {
  const who = readIdentifier(typed, ['username', 'email', 'phone']);
  return !('problem' in who) && accepts.includes(who.type);
}

function missingKey(accepts: readonly PageIdentifier[]): WordKey {
  return accepts.length === 1 && accepts[0] === 'username' ? 'username.missing' : 'register.missing';
}

function hintFor(accepts: readonly PageIdentifier[]): WordKey {
  const [username, email, phone] = (['username', 'email', 'phone'] as const).map(one => accepts.includes(one));
  if (username) return email || phone ? 'register.hint_mixed' : 'username.hint';
  if (email && phone) return 'register.hint_either';
  return phone ? 'register.hint_phone' : 'register.hint_email';
}

function isAboutWhatWasTyped({ code }: Problem): boolean {
  return (
    /^user\.(?:username_|email_already|phone_already|invalid_phone)/.test(code) ||
    code === 'guard.invalid_input' ||
    code.startsWith('session.email_blocklist.')
  );
}
