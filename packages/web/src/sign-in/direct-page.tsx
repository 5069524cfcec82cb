import { type FormProblem, isSignInOver, Problem, stepProblem, useWords } from '@freehold/client/react/kit';
import { useEffect, useRef, useState } from 'react';
import { boot } from '../ui/boot.ts';
import { goTo } from '../ui/route.ts';
import { endHere } from './ended.ts';
import { ProgressPage } from './progress-page.tsx';
import { ProviderFailedPage } from './provider-failed-page.tsx';
import { goToProvider, providerName } from './social.ts';

/** `/direct/social/{target}`: the application has chosen the provider, so nobody has to. */
export function DirectPage({ target }: { readonly target: string }) {
  const words = useWords();
  const { text, rich, locale } = words;
  const provider = boot.signIn.providers.find(one => one.target === target);
  const [problem, setProblem] = useState<FormProblem>();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    if (provider === undefined) {
      goTo('/sign-in', { replace: true });
      return;
    }
    goToProvider(provider, { replace: true }).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      if (isSignInOver(error)) endHere();
      else setProblem(stepProblem(error, words));
    });
  }, [provider, words]);

  if (provider === undefined) return null;
  if (problem !== undefined) {
    return <ProviderFailedPage provider={provider} problem={problem} onProblem={setProblem} />;
  }
  const name = providerName(provider, locale);
  return (
    <ProgressPage
      task={text('social.task', { provider: name })}
      heading={rich('social.heading', { provider: name })}
      onCancel={() => goTo('/sign-in', { replace: true })}
    />
  );
}
