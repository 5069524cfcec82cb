import {
  type FormProblem,
  isSignInOver,
  OtherWays,
  PasswordField,
  type Problem,
  problemSentence,
  StepForm,
  SubmitButton,
  sendingProblem,
  stepProblem,
  UsernameForManagers,
  useAnnounce,
  useTask,
  useWords,
} from '@freehold/client/react/kit';
import { useEffect, useRef, useState } from 'react';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { goTo } from '../ui/route.ts';
import { signInLead } from './about-words.ts';
import { endHere } from './ended.ts';
import type { Identifier } from './experience.ts';
import { LeftNotice } from './left-notice.tsx';
import { LinkingNotice } from './linking-notice.tsx';
import { sendSignInCode, signInWithPassword } from './sign-in.ts';
import { chosenWho } from './signing-in.ts';
import { methodOf, ways } from './ways.ts';
import { Who } from './who.tsx';

/** `/sign-in/password`: the password of whoever the page before has asked for. */
export function PasswordPage() {
  const [who] = useState(chosenWho);
  useEffect(() => {
    if (who === undefined) goTo('/sign-in', { replace: true });
  }, [who]);
  return who === undefined ? null : <EnterPassword who={who} />;
}

/** The same for somebody who is known; `refused` is what a preview shows as the answer to a wrong one. */
export function EnterPassword({ who, refused }: { readonly who: Identifier; readonly refused?: string | undefined }) {
  const words = useWords();
  const { text } = words;
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<{ readonly field?: string; readonly form?: FormProblem }>(
    refused === undefined ? {} : { field: refused },
  );
  const field = useRef<HTMLInputElement>(null);
  const { busy, slow, run } = useTask();
  const announce = useAnnounce();

  function refuse(sentence: string): void {
    setProblem({ field: sentence });
    field.current?.focus();
    field.current?.select();
    announce(sentence);
  }

  function submit(): void {
    if (busy) return;
    if (password === '') {
      refuse(text('password.missing'));
      return;
    }
    setProblem({});
    announce(text('signin.busy'));
    void run(
      () => signInWithPassword(who, password),
      found => {
        if (isSignInOver(found)) endHere();
        else if (found.code === 'session.invalid_credentials') refuse(problemSentence(found, words));
        else setProblem({ form: stepProblem(found, words) });
      },
    );
  }

  function takeCode(): void {
    const { type, value } = who;
    if (busy || type === 'username') return;
    setProblem({});
    announce(text('code.sending'));
    void run(
      async () => {
        await sendSignInCode({ type, value });
        goTo('/sign-in/code');
        return undefined;
      },
      (found: Problem) => (isSignInOver(found) ? endHere() : setProblem({ form: sendingProblem(found, words) })),
    );
  }

  return (
    <Page
      task={text('signin.task')}
      heading={text('signin.password_heading')}
      lead={signInLead(words)}
      firstField={field}
      startAtField
    >
      <LeftNotice />
      <LinkingNotice />
      <StepForm problem={problem.form} onSubmit={submit}>
        <Who who={who} changeAt="/sign-in" />
        <UsernameForManagers who={who} />
        <PasswordField
          ref={field}
          name="password"
          label={text('password.label')}
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
          problem={problem.field}
          autoComplete="current-password"
          required
        />
        <SubmitButton busy={busy} slow={slow} busyLabel={text('signin.busy')}>
          {text('signin.action')}
        </SubmitButton>
        <OtherWays>
          {methodOf(who.type)?.code === true ? (
            <button type="button" className="fh-link" onClick={takeCode}>
              {text('signin.use_code')}
            </button>
          ) : null}
          {ways.forgotPassword.length > 0 ? <PageLink to="/forgot-password">{text('signin.forgot')}</PageLink> : null}
        </OtherWays>
      </StepForm>
    </Page>
  );
}
