import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../i18n/words.tsx';
import type { Problem } from '../ui/api.ts';
import { boot } from '../ui/boot.ts';
import { Field, PasswordField } from '../ui/fields.tsx';
import { useAnnounce } from '../ui/live-region.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { isSignInOver, problemSentence } from '../ui/problem-words.ts';
import { goTo, usePath } from '../ui/route.ts';
import { SubmitButton } from '../ui/submit-button.tsx';
import { useTask } from '../ui/use-task.ts';
import { appName, draft } from './about.ts';
import { registerPassword, registerUsername } from './experience.ts';
import { brokenRules, type Rule, refusedRules } from './password-policy.ts';
import { PasswordRules } from './password-rules.tsx';
import { StartFromAppPage } from './start-from-app-page.tsx';

// The username that the server has accepted. Gone after a reload, and then step two starts over.
let accepted: string | undefined;

// Why a username that was accepted at first was refused in the end.
let refusedLate: string | undefined;

/** `/register` and `/register/password`: one question a screen. */
export function RegisterPage() {
  const path = usePath();
  const [over, setOver] = useState(false);
  const { text } = useWords();
  const closed = !boot.signIn.signUp || boot.signIn.signInMode === 'SignIn';
  const atPassword = path === '/register/password' && accepted !== undefined;
  useEffect(() => {
    if (path === '/register/password' && accepted === undefined) goTo('/register', { replace: true });
  }, [path]);

  if (over) return <StartFromAppPage />;
  if (closed) {
    return (
      <Page task={text('register.task')} heading={text('register.closed_heading')} lead={text('register.closed_lead')}>
        <p>
          <PageLink to="/sign-in">{text('register.sign_in')}</PageLink>
        </p>
      </Page>
    );
  }
  // Keys, so that the second question is a new page with focus on its heading.
  return atPassword ? (
    <ChoosePassword key="password" username={accepted ?? ''} onOver={() => setOver(true)} />
  ) : (
    <ChooseUsername key="username" onOver={() => setOver(true)} />
  );
}

function ChooseUsername({ onOver }: { readonly onOver: () => void }) {
  const words = useWords();
  const { text, rich } = words;
  const [username, setUsername] = useState(draft.username);
  const [problem, setProblem] = useState<{ readonly field?: string; readonly form?: string }>(
    refusedLate === undefined ? {} : { field: refusedLate },
  );
  const field = useRef<HTMLInputElement>(null);
  const { busy, slow, run } = useTask();
  const announce = useAnnounce();

  function refuse(sentence: string): void {
    setProblem({ field: sentence });
    field.current?.focus();
    announce(sentence);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (busy) return;
    const value = username.normalize('NFKC').trim();
    if (value === '') {
      refuse(text('username.missing'));
      return;
    }
    setProblem({});
    void run(
      async () => {
        await registerUsername(value);
        refusedLate = undefined;
        accepted = value;
        goTo('/register/password');
        return undefined;
      },
      found => {
        if (isSignInOver(found)) onOver();
        else if (isAboutUsername(found)) refuse(usernameSentence(found));
        else setProblem({ form: problemSentence(found, words) });
      },
    );
  }

  function usernameSentence(found: Problem): string {
    return found.code === 'guard.invalid_input' ? text('username.charset') : problemSentence(found, words);
  }

  return (
    <Page
      task={text('register.task')}
      heading={appName === undefined ? text('register.task') : rich('register.heading', { app: appName })}
      lead={text('register.step', { step: 1, steps: 2 })}
    >
      <form className="form" method="post" noValidate onSubmit={submit}>
        {problem.form === undefined ? null : (
          <Notice tone="error">
            <p>{problem.form}</p>
          </Notice>
        )}
        <Field
          ref={field}
          name="username"
          label={text('identifier.username')}
          description={text('username.hint')}
          value={username}
          onChange={event => {
            draft.username = event.currentTarget.value;
            setUsername(event.currentTarget.value);
          }}
          problem={problem.field}
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          dir="auto"
          required
        />
        <SubmitButton busy={busy} slow={slow} busyLabel={text('register.checking')}>
          {text('register.continue')}
        </SubmitButton>
      </form>
      {boot.signIn.signInMode === 'Register' ? null : (
        <p className="aside">
          <span className="muted">{text('register.have_account')}</span>{' '}
          <PageLink to="/sign-in">{text('register.sign_in')}</PageLink>
        </p>
      )}
    </Page>
  );
}

function isAboutUsername(problem: Problem): boolean {
  return problem.code.startsWith('user.username_') || problem.code === 'guard.invalid_input';
}

function ChoosePassword({ username, onOver }: { readonly username: string; readonly onOver: () => void }) {
  const words = useWords();
  const { text } = words;
  const policy = boot.signIn.passwordPolicy;
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState<readonly Rule[]>([]);
  const [problem, setProblem] = useState<{ readonly field?: string; readonly form?: string }>({});
  const field = useRef<HTMLInputElement>(null);
  const { busy, slow, run } = useTask();
  const announce = useAnnounce();

  function refuse(rules: readonly Rule[], sentence: string): void {
    setRefused(rules);
    setProblem({ field: sentence });
    field.current?.focus();
    announce(sentence);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (busy) return;
    const broken = brokenRules(password, policy);
    if (broken.length > 0) {
      refuse([], password === '' ? text('password.missing') : ruleSentences(broken));
      return;
    }
    setProblem({});
    setRefused([]);
    announce(text('register.busy'));
    void run(
      () => registerPassword(password),
      found => {
        if (isSignInOver(found)) {
          onOver();
        } else if (found.code === 'password.rejected') {
          const rules = refusedRules(found.data);
          refuse(rules, rules.length === 0 ? problemSentence(found, words) : ruleSentences(rules));
        } else if (found.code.startsWith('user.username_')) {
          // Somebody took the name in the meantime: back to the first question, which says so.
          accepted = undefined;
          refusedLate = problemSentence(found, words);
          goTo('/register', { replace: true });
        } else {
          setProblem({ form: problemSentence(found, words) });
        }
      },
    );
  }

  function ruleSentences(rules: readonly Rule[]): string {
    const values = { min: policy.minLength, max: policy.maxLength, types: policy.characterTypes };
    return rules.map(rule => text(`password.refused.${rule}`, values)).join('\n');
  }

  return (
    <Page
      task={text('register.task')}
      heading={text('register.password_heading')}
      lead={text('register.step', { step: 2, steps: 2 })}
    >
      <form className="form" method="post" noValidate onSubmit={submit}>
        {problem.form === undefined ? null : (
          <Notice tone="error">
            <p>{problem.form}</p>
          </Notice>
        )}
        <div className="who">
          <div>
            <span className="muted small">{text('identifier.username')}</span>
            <bdi className="who-name">{username}</bdi>
          </div>
          <PageLink to="/register">{text('register.change')}</PageLink>
          {/* So that a password manager files the new password under the right name. */}
          <input
            className="visually-hidden"
            name="username"
            autoComplete="username"
            value={username}
            readOnly
            tabIndex={-1}
            aria-hidden="true"
          />
        </div>
        <PasswordField
          ref={field}
          name="new-password"
          label={text('password.label')}
          value={password}
          onChange={event => {
            setPassword(event.currentTarget.value);
            setRefused([]);
          }}
          problem={problem.field}
          autoComplete="new-password"
          required
        />
        <PasswordRules password={password} policy={policy} refused={refused} />
        <SubmitButton busy={busy} slow={slow} busyLabel={text('register.busy')}>
          {text('register.action')}
        </SubmitButton>
      </form>
    </Page>
  );
}
