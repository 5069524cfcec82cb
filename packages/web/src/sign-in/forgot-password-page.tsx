import {
  type FormProblem,
  isSignInOver,
  OtherWays,
  type Problem,
  problemSentence,
  readIdentifier,
  StepForm,
  SubmitButton,
  sendingProblem,
  useAnnounce,
  useTask,
  useWords,
} from '@freehold/client/react/kit';
import { useRef, useState } from 'react';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { goTo } from '../ui/route.ts';
import { draft } from './about.ts';
import { begin } from './begin.ts';
import { isWaitingFor, sendCode } from './code-step.ts';
import { endHere } from './ended.ts';
import { IdentifierField } from './identifier-field.tsx';
import { isAboutAddress } from './is-about-address.ts';
import { ways } from './ways.ts';

const accepts = ways.forgotPassword;

/** `/forgot-password`: where a code can be sent to. */
export function ForgotPasswordPage() {
  const { text } = useWords();
  if (accepts.length > 0) return <AskAddress />;
  return (
    <Page task={text('forgot.task')} heading={text('forgot.closed_heading')} lead={text('forgot.closed_lead')}>
      <BackToSignIn />
    </Page>
  );
}

function AskAddress() {
  const words = useWords();
  const { text } = words;
  const [typed, setTyped] = useState(() => ('problem' in readAddress(draft.identifier) ? '' : draft.identifier));
  const [problem, setProblem] = useState<{ readonly field?: string; readonly form?: FormProblem }>({});
  const field = useRef<HTMLInputElement>(null);
  const { busy, slow, run } = useTask();
  const announce = useAnnounce();

  function refuse(sentence: string): void {
    setProblem({ field: sentence });
    field.current?.focus();
    field.current?.select();
    announce(sentence);
  }

  function explain(found: Problem): void {
    if (isSignInOver(found)) endHere();
    else if (isAboutAddress(found)) refuse(problemSentence(found, words));
    else setProblem({ form: sendingProblem(found, words) });
  }

  function submit(): void {
    if (busy) return;
    const to = readAddress(typed);
    if ('problem' in to) {
      refuse(text(to.problem));
      return;
    }
    setProblem({});
    announce(text('code.sending'));
    void run(async () => {
      if (!isWaitingFor('ForgotPassword', to)) await begin('ForgotPassword');
      await sendCode('ForgotPassword', to);
      goTo('/forgot-password/code');
      return undefined;
    }, explain);
  }

  return (
    <Page task={text('forgot.task')} heading={text('forgot.heading')} lead={text('forgot.lead')} firstField={field}>
      <StepForm problem={problem.form} onSubmit={submit}>
        <IdentifierField
          ref={field}
          accepts={accepts}
          description={accepts.includes('phone') ? text('identifier.phone_hint') : undefined}
          value={typed}
          onChange={value => {
            draft.identifier = value;
            setTyped(value);
          }}
          problem={problem.field}
        />
        <SubmitButton busy={busy} slow={slow} busyLabel={text('code.sending')}>
          {text('forgot.send')}
        </SubmitButton>
        <BackToSignIn />
      </StepForm>
    </Page>
  );
}

function BackToSignIn() {
  const { text } = useWords();
  return (
    <OtherWays>
      <PageLink to="/sign-in">{text('forgot.back')}</PageLink>
    </OtherWays>
  );
}

function readAddress(typed: string) {
  const who = readIdentifier(typed, accepts);
  if ('problem' in who) return who;
  // A username is never among what is accepted here.
  const { type, value } = who;
  return type === 'username' ? ({ problem: 'identifier.not_an_email' } as const) : { type, value };
}
