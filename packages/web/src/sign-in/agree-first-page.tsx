import {
  type FormProblem,
  isSignInOver,
  OtherWays,
  StepForm,
  SubmitButton,
  stepProblem,
  useTask,
  useWords,
} from '@freehold/client/react/kit';
import { useState } from 'react';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { useAgreement } from './agreement.tsx';
import { endHere } from './ended.ts';
import { registerIdentity } from './registration.ts';

/** Back from a provider as somebody new, where accounts are created for those alone who agree to the terms. */
export function AgreeFirstPage({ verificationId }: { readonly verificationId: string }) {
  const words = useWords();
  const { text } = words;
  const [problem, setProblem] = useState<FormProblem>();
  const { busy, slow, run } = useTask();
  const { missing, box } = useAgreement('register');

  function register(): void {
    if (busy) return;
    setProblem(missing ? { sentence: text('agree.missing') } : undefined);
    if (missing) return;
    void run(
      () => registerIdentity(verificationId),
      found => (isSignInOver(found) ? endHere() : setProblem(stepProblem(found, words))),
    );
  }

  return (
    <Page task={text('register.task')} heading={text('register.task')}>
      <StepForm problem={problem} onSubmit={register}>
        {box}
        <SubmitButton busy={busy} slow={slow} busyLabel={text('register.busy')}>
          {text('register.action')}
        </SubmitButton>
        <OtherWays>
          <PageLink to="/sign-in">{text('social.other_way')}</PageLink>
        </OtherWays>
      </StepForm>
    </Page>
  );
}
