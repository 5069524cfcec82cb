import {
  type FormProblem,
  IdentifierText,
  isSignInOver,
  OtherWays,
  ProblemNotice,
  stepProblem,
  useTask,
  useWords,
} from '@freehold/client/react/kit';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { useAgreement } from './agreement.tsx';
import type { CodeStep } from './code-step.ts';
import { endHere } from './ended.ts';
import { registerProven } from './registration.ts';
import { ways } from './ways.ts';

type Props = { readonly step: CodeStep; readonly task: string; readonly changeAt: string };

/** Nobody has the address that was just proven. Only its owner learns that. */
export function NoAccountPage({ step, task, changeAt }: Props) {
  const words = useWords();
  const { text, rich } = words;
  const [problem, setProblem] = useState<FormProblem>();
  const { busy, slow, run } = useTask();
  const { missing, box } = useAgreement('register');
  // A code that was sent for a forgotten password opens nothing else.
  const mayRegister = step.event === 'SignIn' && ways.signUp?.identifiers.includes(step.to.type) === true;

  function register(): void {
    setProblem(missing ? { sentence: text('agree.missing') } : undefined);
    if (missing) return;
    void run(
      () => registerProven(step),
      found => (isSignInOver(found) ? endHere() : setProblem(stepProblem(found, words))),
    );
  }

  return (
    <Page
      task={task}
      heading={text('signin.no_account_heading')}
      lead={rich('signin.no_account_lead', { value: <IdentifierText of={step.to} /> })}
    >
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      {mayRegister ? box : null}
      {mayRegister ? (
        <Button fullWidth aria-disabled={busy || undefined} onClick={register}>
          {busy ? text(slow ? 'state.slow' : 'register.busy') : text('signin.create_with')}
        </Button>
      ) : null}
      <OtherWays>
        <PageLink to={changeAt}>{text('signin.other')}</PageLink>
        {!mayRegister && ways.signUp !== undefined ? (
          <PageLink to="/register">{text('signin.create_account')}</PageLink>
        ) : null}
      </OtherWays>
    </Page>
  );
}
