import { type FormEvent, useRef, useState } from 'react';
import { useWords } from '../i18n/words.tsx';
import type { Problem } from '../ui/api.ts';
import { boot } from '../ui/boot.ts';
import { Field, PasswordField } from '../ui/fields.tsx';
import { useAnnounce } from '../ui/live-region.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { isSignInOver, lockedUntil, problemSentence } from '../ui/problem-words.ts';
import { SubmitButton } from '../ui/submit-button.tsx';
import { useTask } from '../ui/use-task.ts';
import { appName, draft } from './about.ts';
import { signInWithPassword } from './experience.ts';
import { identifierLabel, readIdentifier } from './identifier.ts';
import { StartFromAppPage } from './start-from-app-page.tsx';

type Problems = { readonly identifier?: string; readonly password?: string; readonly form?: string };

/** `/sign-in`: who you are and your password, on one page, because a password is the only method for now. */
export function SignInPage() {
  const words = useWords();
  const { text, rich } = words;
  const { methods, signUp, signInMode } = boot.signIn;
  const [identifier, setIdentifier] = useState(draft.identifier);
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const [over, setOver] = useState(false);
  const identifierField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  // Decided once: the field must not change while somebody types the first letter.
  const [known] = useState(draft.identifier !== '');
  const { busy, slow, run } = useTask();
  const announce = useAnnounce();

  if (over) return <StartFromAppPage />;

  function refuse(found: Problems): void {
    setProblems(found);
    const field =
      found.identifier !== undefined ? identifierField : found.password !== undefined ? passwordField : undefined;
    field?.current?.focus();
    field?.current?.select();
    const sentence = found.identifier ?? found.password;
    if (sentence !== undefined) announce(sentence);
  }

  function explain(problem: Problem): void {
    const time = lockedUntil(problem, words.locale);
    const sentence = problemSentence(problem, words);
    if (isSignInOver(problem)) setOver(true);
    else if (time !== undefined) refuse({ form: text('signin.locked_until', { time }) });
    else refuse(problem.code === 'session.invalid_credentials' ? { password: sentence } : { form: sentence });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (busy) return;
    const who = readIdentifier(identifier, methods);
    if ('problem' in who) {
      refuse({ identifier: text(who.problem) });
    } else if (password === '') {
      refuse({ password: text('password.missing') });
    } else {
      setProblems({});
      announce(text('signin.busy'));
      void run(() => signInWithPassword(who, password), explain);
    }
  }

  return (
    <Page
      task={text('signin.task')}
      firstField={known ? passwordField : identifierField}
      heading={appName === undefined ? text('signin.task') : rich('signin.heading', { app: appName })}
    >
      <form className="form" method="post" noValidate onSubmit={submit}>
        {problems.form === undefined ? null : (
          <Notice tone="error">
            <p>{problems.form}</p>
          </Notice>
        )}
        <Field
          ref={identifierField}
          name="identifier"
          label={text(identifierLabel(methods))}
          description={methods.includes('phone') ? text('identifier.phone_hint') : undefined}
          value={identifier}
          onChange={event => {
            draft.identifier = event.currentTarget.value;
            setIdentifier(event.currentTarget.value);
          }}
          problem={problems.identifier}
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          inputMode={
            methods.length === 1 && methods[0] !== 'username' ? (methods[0] === 'email' ? 'email' : 'tel') : 'text'
          }
          dir="auto"
          required
        />
        <PasswordField
          ref={passwordField}
          name="password"
          label={text('password.label')}
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
          problem={problems.password}
          autoComplete="current-password"
          required
        />
        <SubmitButton busy={busy} slow={slow} busyLabel={text('signin.busy')}>
          {text('signin.action')}
        </SubmitButton>
      </form>
      {signUp && signInMode !== 'SignIn' ? (
        <p className="aside">
          <span className="muted">{text('signin.new_here')}</span>{' '}
          <PageLink to="/register">{text('signin.create_account')}</PageLink>
        </p>
      ) : null}
    </Page>
  );
}
