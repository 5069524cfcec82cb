import {
  type FormProblem,
  isSignInOver,
  OtherWays,
  ProblemNotice,
  ProviderMark,
  stepProblem,
  useTask,
  useWords,
} from '@freehold/client/react/kit';
import type { PageProvider } from '@freehold/contract';
import { Button } from '@mantine/core';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { endHere } from './ended.ts';
import { goToProvider, providerName } from './social.ts';

type Props = {
  /** Undefined for one that is not offered here. */
  readonly provider: PageProvider | undefined;
  readonly problem: FormProblem;
  readonly onProblem: (problem: FormProblem) => void;
};

/** Signing in at a provider has come to nothing: why, once more, or another way. */
export function ProviderFailedPage({ provider, problem, onProblem }: Props) {
  const words = useWords();
  const { text, rich, locale } = words;
  const { busy, run } = useTask();
  const name = provider && providerName(provider, locale);
  return (
    <Page
      task={text('signin.task')}
      heading={name === undefined ? text('error.heading') : rich('social.failed_heading', { provider: name })}
    >
      <ProblemNotice problem={problem} />
      {provider === undefined || name === undefined ? null : (
        <Button
          variant="default"
          fullWidth
          aria-disabled={busy || undefined}
          leftSection={<ProviderMark of={{ ...provider, name: provider.name['en'] ?? '' }} />}
          onClick={() =>
            void run(
              () => goToProvider(provider),
              found => (isSignInOver(found) ? endHere() : onProblem(stepProblem(found, words))),
            )
          }
        >
          <span>{rich(busy ? 'social.leaving' : 'social.continue', { provider: name })}</span>
        </Button>
      )}
      <OtherWays>
        <PageLink to="/sign-in">{text('social.other_way')}</PageLink>
      </OtherWays>
    </Page>
  );
}
