import {
  type FormProblem,
  isSignInOver,
  OtherWays,
  ProblemNotice,
  plain,
  stepProblem,
  useTask,
  useWords,
} from '@freehold/client/react/kit';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { goTo } from '../ui/route.ts';
import { useAgreement } from './agreement.tsx';
import { endHere } from './ended.ts';
import { linkAfterSignIn } from './linking.ts';
import { registerIdentity } from './registration.ts';
import { ways } from './ways.ts';

type Props = { readonly provider: string; readonly email: string; readonly verificationId: string };

/** An account has the same address: its owner links the provider by signing in, and nobody else gets in. */
export function RelatedAccountPage({ provider, email, verificationId }: Props) {
  const words = useWords();
  const { text, rich } = words;
  const [problem, setProblem] = useState<FormProblem>();
  const { busy, slow, run } = useTask();
  const { missing, box } = useAgreement('register');
  // There are other ways on while an account is being created: whoever takes one does not want it.
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  function register(): void {
    setProblem(missing ? { sentence: text('agree.missing') } : undefined);
    if (missing) return;
    void run(
      () => registerIdentity(verificationId, () => gone.current),
      found => (isSignInOver(found) ? endHere() : setProblem(stepProblem(found, words))),
    );
  }

  return (
    <Page
      task={text('social.task', { provider })}
      heading={text('social.related_heading')}
      lead={rich('social.related_lead', { provider, email: <bdi dir="ltr">{plain(email, 256)}</bdi> })}
    >
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      <Button
        fullWidth
        aria-disabled={busy || undefined}
        onClick={() => {
          if (busy) return;
          linkAfterSignIn({ verificationId, provider });
          goTo('/sign-in');
        }}
      >
        {text('social.related_link')}
      </Button>
      {ways.signUp === undefined ? null : box}
      {ways.signUp === undefined ? null : (
        <Button variant="default" fullWidth aria-disabled={busy || undefined} onClick={register}>
          {busy ? text(slow ? 'state.slow' : 'register.busy') : text('social.related_new')}
        </Button>
      )}
      <OtherWays>
        <PageLink to="/sign-in">{text('social.other_way')}</PageLink>
      </OtherWays>
    </Page>
  );
}
