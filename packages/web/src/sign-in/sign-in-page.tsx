import {
  type FormProblem,
  isSignInOver,
  Notice,
  OtherWays,
  PasswordField,
  type Problem,
  ProblemNotice,
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
import { useEffect, useRef, useState } from 'react';
import { boot } from '../ui/boot.ts';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { goTo } from '../ui/route.ts';
import { appName, draft } from './about.ts';
import { useAgreement } from './agreement.tsx';
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
import { typedBefore } from './taken-over.ts';
import { methodOf, ways } from './ways.ts';

type Problems = { readonly identifier?: string; readonly password?: string; readonly form?: FormProblem };

/** What a preview shows as typed and refused. */
export type ShownSignIn = { readonly identifier: string; readonly problems: Problems };

const accepts = ways.methods.map(({ identifier }) => identifier);
const atOnce = passwordsOnly(ways.methods);

/** Why the form that was sent before this script came was refused. */
function refusedBefore(): Problems {
  const { refusal } = boot;
  if (refusal === undefined) return {};
  const { about, sentence, requestId } = refusal;
  return about === 'form' ? { form: { sentence, requestId } } : { [about]: sentence };
}

/**
 * `/sign-in`: who you are, and your password on the same page where nothing else signs in. Otherwise the next page asks
 * for what this person signs in with.
 */
export function SignInPage({ shown }: { readonly shown?: ShownSignIn }) {
  const words = useWords();
  const { text, rich } = words;
  const [identifier, setIdentifier] = useState(shown?.identifier ?? draft.identifier);
  const [password, setPassword] = useState(typedBefore.password);
  const agreement = useAgreement('sign-in');
  const [problems, setProblems] = useState<Problems>(() => shown?.problems ?? refusedBefore());
  // No code could be sent to somebody who has a password as well.
  const [unsent, setUnsent] = useState(false);
  const identifierField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  // Decided once: the field must not change while somebody types the first letter.
  const [known] = useState(draft.identifier !== '' && atOnce);
  const { busy, slow, run } = useTask();
  const announce = useAnnounce();

  // Whoever was typing goes on where they were: the field is another one, and they must not notice.
  useEffect(() => {
    const { focus } = typedBefore;
    if (focus === undefined) return;
    delete typedBefore.focus;
    const form = identifierField.current?.form;
    const field = form?.querySelector<HTMLElement>(
      focus.field === 'submit' ? 'button[type="submit"]' : `input[name="${focus.field}"]`,
    );
    field?.focus();
    if (field instanceof HTMLInputElement && focus.start !== null) field.setSelectionRange(focus.start, focus.end);
  }, []);

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
    else if (!atOnce) {
      if (hasAgreed()) goOn(who);
    } else if (password === '') refuse({ password: text('password.missing') });
    else if (!hasAgreed()) return;
    else {
      setProblems({});
      announce(text('signin.busy'));
      void run(() => signInWithPassword(who, password), explain);
    }
  }

  /** Says what is missing when it is not; other providers are left for from here, too. */
  function hasAgreed(): boolean {
    if (!agreement.missing) return true;
    setProblems({ form: { sentence: text('agree.missing') } });
    return false;
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

  const fields = (
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
      {agreement.box}
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
      {accepts.length > 0 ? (
        fields
      ) : (
        <>
          {problems.form === undefined ? null : <ProblemNotice problem={problems.form} />}
          {agreement.box}
        </>
      )}
      <ProviderButtons divided={accepts.length > 0} mayLeave={hasAgreed} />
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
