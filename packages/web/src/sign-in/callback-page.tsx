import { type FormProblem, isSignInOver, Problem, stepProblem, useWords } from '@freehold/client/react/kit';
import { useEffect, useRef, useState } from 'react';
import { boot } from '../ui/boot.ts';
import { goTo } from '../ui/route.ts';
import { AgreeFirstPage } from './agree-first-page.tsx';
import { type Arrival, arrive } from './arrive.ts';
import { endHere } from './ended.ts';
import { comeFrom } from './last-provider.ts';
import { NotLinkedPage } from './not-linked-page.tsx';
import { leaveNotice } from './page-notice.ts';
import { ProgressPage } from './progress-page.tsx';
import { ProviderFailedPage } from './provider-failed-page.tsx';
import { RelatedAccountPage } from './related-account-page.tsx';
import { providerName, takeReturn } from './social.ts';

/** `/callback/{connectorId}`: back from another provider. */
export function CallbackPage({ connectorId }: { readonly connectorId: string }) {
  const words = useWords();
  const { text, rich, locale } = words;
  const provider = boot.signIn.providers.find(({ id }) => id === connectorId);
  const name = provider && providerName(provider, locale);
  const [arrival, setArrival] = useState<Arrival>();
  const [problem, setProblem] = useState<FormProblem>();
  const begun = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const { data, outing } = takeReturn(connectorId);
    if (outing === undefined || provider === undefined || name === undefined) {
      setProblem({ sentence: text('social.not_here') });
      return;
    }
    // OAuth 2.0 (RFC 6749 §4.1.2.1): the person, or the provider in their name, has said no.
    if (data['error'] === 'access_denied' || data['error'] === 'user_cancelled_authorize') {
      leaveNotice({ tone: 'info', sentence: text('social.cancelled', { provider: name }) });
      goTo('/sign-in', { replace: true });
      return;
    }
    comeFrom(provider.target);
    arrive(outing, data, { isGone: () => gone.current }).then(setArrival, (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      if (gone.current) return;
      if (isSignInOver(error)) endHere();
      else setProblem(stepProblem(error, words));
    });
  }, [connectorId, provider, name, words, text]);

  if (problem !== undefined || provider === undefined || name === undefined) {
    const shown = problem ?? { sentence: text('social.not_here') };
    return <ProviderFailedPage provider={provider} problem={shown} onProblem={setProblem} />;
  }
  if (arrival?.kind === 'related') {
    return <RelatedAccountPage provider={name} email={arrival.email} verificationId={arrival.verificationId} />;
  }
  if (arrival?.kind === 'must-agree') return <AgreeFirstPage verificationId={arrival.verificationId} />;
  if (arrival?.kind === 'unlinked') return <NotLinkedPage provider={name} />;
  return (
    <ProgressPage
      task={text('social.task', { provider: name })}
      heading={rich('social.heading', { provider: name })}
      onCancel={() => {
        gone.current = true;
        goTo('/sign-in', { replace: true });
      }}
    />
  );
}
