import {
  type FormProblem,
  isSignInOver,
  ProblemNotice,
  ProviderMark,
  stepProblem,
  useAnnounce,
  useTask,
  useWords,
} from '@freehold/client/react/kit';
import type { PageProvider } from '@freehold/contract';
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { boot } from '../ui/boot.ts';
import { endHere } from './ended.ts';
import { lastProvider } from './last-provider.ts';
import { useLinking } from './linking.ts';
import { goToProvider, providerName } from './social.ts';

type Props = {
  readonly divided: boolean;
  /** Whether the page lets people go; it says why when it does not. */
  readonly mayLeave?: () => boolean;
};

/** The other providers that people may sign in with: a line each, or a grid when there are many. */
export function ProviderButtons({ divided, mayLeave }: Props) {
  const words = useWords();
  const { text, rich, locale } = words;
  const { providers } = boot.signIn;
  const [leaving, setLeaving] = useState<string>();
  const [problem, setProblem] = useState<FormProblem>();
  const { busy, run } = useTask();
  const announce = useAnnounce();
  const linking = useLinking();
  const lastUsed = useId();
  // Whoever is about to link one has just come from there.
  if (providers.length === 0 || linking !== undefined) return null;

  function leave(provider: PageProvider): void {
    if (busy || mayLeave?.() === false) return;
    setProblem(undefined);
    setLeaving(provider.id);
    announce(text('social.leaving', { provider: providerName(provider, locale) }));
    void run(
      () => goToProvider(provider),
      found => (isSignInOver(found) ? endHere() : setProblem(stepProblem(found, words))),
    );
  }

  const few = providers.length <= 3;
  return (
    <div className="fh-providers-part">
      {divided ? <p className="fh-or">{text('social.or')}</p> : null}
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      <ul className={few ? 'fh-providers' : 'fh-providers fh-providers-many'}>
        {providers.map(provider => {
          const name = providerName(provider, locale);
          const going = busy && leaving === provider.id;
          const isLast = provider.target === lastProvider();
          return (
            <li key={provider.id} className="fh-provider">
              <Button
                variant="default"
                fullWidth
                aria-disabled={busy || undefined}
                aria-describedby={isLast ? lastUsed : undefined}
                aria-label={few ? undefined : text('social.continue', { provider: name })}
                leftSection={<ProviderMark of={{ ...provider, name: provider.name['en'] ?? '' }} />}
                onClick={() => leave(provider)}
              >
                {/* One element: the button lays its parts out in a row, which would swallow the spaces between them. */}
                <span>
                  {going ? (
                    rich('social.leaving', { provider: name })
                  ) : few ? (
                    rich('social.continue', { provider: name })
                  ) : (
                    <bdi>{name}</bdi>
                  )}
                </span>
              </Button>
              {isLast ? (
                <span id={lastUsed} className="fh-provider-last">
                  {text('social.last_used')}
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
