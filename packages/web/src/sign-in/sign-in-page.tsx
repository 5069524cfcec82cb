import {
  type FormProblem,
  isSignInOver,
  Notice,
  OtherWays,
  PasswordField,
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
} from '@freehold/client/react/kit';
import { useRef, useState } from 'react';
import { boot } from '../ui/boot.ts';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { goTo } from '../ui/route.ts';
import { appName, draft } from './about.ts';
import { endHere } from './ended.ts';
import type { Identifier } from './experience.ts';
import { IdentifierField } from './identifier-field.tsx';
import { isAboutAddress } from './is-about-address.ts';
import { LeftNotice } from './left-notice.tsx';
import { LinkingNotice } from './linking-notice.tsx';
import { passwordsOnly } from './narrow-ways.ts';
import { ProviderButtons } from './provider-buttons.tsx';
import { sendSignInCode, signInWithPassword } from './sign-in.ts';
import { chooseWho } from './signing-in.ts';
import { methodOf, ways } from './ways.ts';

type Problems = { readonly identifier?: string; readonly password?: string; readonly form?: FormProblem };

const accepts = ways.methods.map(({ identifier }) => identifier);
const atOnce = passwordsOnly(ways.methods);

/**
 * `/sign-in`: who you are, and your password on the same page where nothing else signs in. Otherwise the next page asks
 * for what this person signs in with.
 */
export function SignInPage() {
  const words = useWords();
  const { text, rich } = words;
  const [identifier, setIdentifier] = useState(draft.identifier);
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  // No code could be sent to somebody who has a password as well.
  const [unsent, setUnsent] = useState(false);
  const identifierField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  // Decided once: the field must not change while somebody types the first letter.
  const [known] = useState(draft.identifier !== '' && atOnce);
  const { busy, slow, run } = useTask();
  const announce = useAnnounce();

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
    if (isSignInOver(problem)) endHere();
    else if (problem.code === 'session.invalid_credentials') refuse({ password: problemSentence(problem, words) });
    else if (problem.code.startsWith('connector.')) refuse({ form: sendingProblem(problem, words) });
    else if (isAboutAddress(problem)) refuse({ identifier: problemSentence(problem, words) });
    else refuse({ form: stepProblem(problem, words) });
  }

  function submit(): void {
    if (busy) return;
    const who = readIdentifier(identifier, accepts);
    if ('problem' in who) refuse({ identifier: text(who.problem) });
    else if (!atOnce) goOn(who);
    else if (password === '') refuse({ password: text('password.missing') });
    else {
      setProblems({});
      announce(text('signin.busy'));
      void run(() => signInWithPassword(who, password), explain);
    }
  }

  function goOn(who: Identifier): void {
    setProblems({});
    chooseWho(who);
    const { type, value } = who;
    if (type === 'username' || methodOf(type)?.passwordFirst === true) {
      goTo('/sign-in/password');
      return;
    }
    announce(text('code.sending'));
    setUnsent(false);
    void run(
      async () => {
        await sendSignInCode({ type, value });
        goTo('/sign-in/code');
        return undefined;
      },
      found => {
        setUnsent(methodOf(type)?.password === true && !isAboutAddress(found));
        explain(found);
      },
    );
  }

  const form = (
    <StepForm problem={problems.form} onSubmit={submit}>
      <IdentifierField
        ref={identifierField}
        accepts={accepts}
        description={accepts.includes('phone') ? text('identifier.phone_hint') : undefined}
        value={identifier}
        onChange={value => {
          draft.identifier = value;
          setIdentifier(value);
          setUnsent(false);
        }}
        problem={problems.identifier}
      />
      {atOnce ? (
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
      ) : null}
      <SubmitButton busy={busy} slow={slow} busyLabel={text(atOnce ? 'signin.busy' : 'step.checking')}>
        {text(atOnce ? 'signin.action' : 'step.continue')}
      </SubmitButton>
      {atOnce ? <ForgotPassword /> : null}
      {unsent ? (
        <OtherWays>
          <button type="button" className="fh-link" onClick={() => goTo('/sign-in/password')}>
            {text('signin.use_password')}
          </button>
        </OtherWays>
      ) : null}
    </StepForm>
  );
  return (
    <Page
      task={text('signin.task')}
      firstField={known ? passwordField : identifierField}
      heading={appName === undefined ? text('signin.task') : rich('signin.heading', { app: appName })}
    >
      <LeftNotice />
      <LinkingNotice />
      {accepts.length > 0 ? form : null}
      <ProviderButtons divided={accepts.length > 0} />
      {accepts.length > 0 || boot.signIn.providers.length > 0 ? null : (
        <Notice tone="info">
          <p>{text('signin.no_way')}</p>
        </Notice>
      )}
      {ways.signUp === undefined ? null : (
        <p className="fh-aside">
          <span className="fh-muted">{text('signin.new_here')}</span>{' '}
          <PageLink to="/register">{text('signin.create_account')}</PageLink>
        </p>
      )}
    </Page>
  );
}

/** The way to a new password, where there is one. */
function ForgotPassword() {
  const { text } = useWords();
  if (ways.forgotPassword.length === 0) return null;
  return (
    <OtherWays>
      <PageLink to="/forgot-password">{text('signin.forgot')}</PageLink>
    </OtherWays>
  );
}
