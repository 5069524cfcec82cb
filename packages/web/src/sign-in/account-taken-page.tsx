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
import type { CodeStep } from './code-step.ts';
import { endHere } from './ended.ts';
import { signInInstead } from './registration.ts';
import { methodOf } from './ways.ts';

type Props = { readonly step: CodeStep; readonly changeAt: string };

/** The address that was just proven has an account already: its owner may simply sign in. */
export function AccountTakenPage({ step, changeAt }: Props) {
  const words = useWords();
  const { text, rich } = words;
  const [problem, setProblem] = useState<FormProblem>();
  const { busy, slow, run } = useTask();
  const offered = methodOf(step.to.type)?.code === true;

  function signIn(): void {
    setProblem(undefined);
    void run(
      () => signInInstead(step),
      found => (isSignInOver(found) ? endHere() : setProblem(stepProblem(found, words))),
    );
  }

  return (
    <Page
      task={text('register.task')}
      heading={text('register.taken_heading')}
      lead={rich(offered ? 'register.taken_lead' : 'register.taken_only', { value: <IdentifierText of={step.to} /> })}
    >
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      {offered ? (
        <Button fullWidth aria-disabled={busy || undefined} onClick={signIn}>
          {busy ? text(slow ? 'state.slow' : 'signin.busy') : text('signin.action')}
        </Button>
      ) : null}
      <OtherWays>
        {offered ? null : <PageLink to="/sign-in">{text('signin.action')}</PageLink>}
        <PageLink to={changeAt}>{text('signin.other')}</PageLink>
      </OtherWays>
    </Page>
  );
}
