import {
  ask,
  Notice,
  type Problem,
  ProblemNotice,
  problemSentence,
  useAnnounce,
  useTask,
  useWords,
} from '@freehold/client/react/kit';
import type { Connector, SignInExperience } from '@freehold/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { management } from '../management-client.ts';
import { ConsoleLink } from '../parts/console-link.tsx';
import { Panel } from '../parts/panel.tsx';
import { callbackAddress } from './callback-address.tsx';
import { localized } from './localized.ts';

type Props = {
  readonly connector: Connector;
  readonly settings: SignInExperience;
  /** Something of the form is not saved: what is tried is what was. */
  readonly isChanged: boolean;
};

type State =
  | { readonly at: 'idle' }
  | { readonly at: 'ready'; readonly url: URL }
  | { readonly at: 'failed'; readonly problem: Problem }
  | { readonly at: 'no-address' };

/** The round trip to a provider, as far as it goes without signing anybody in. */
export function TryProvider({ connector, settings, isChanged }: Props) {
  const words = useWords();
  const { text, rich, locale } = words;
  const [state, setState] = useState<State>({ at: 'idle' });
  const { busy, run } = useTask();
  const announce = useAnnounce();
  const name = localized(connector.name, locale).text;
  const isOffered = settings.socialSignInConnectorTargets.includes(connector.target);

  function prepare(): void {
    if (busy) return;
    const body = { state: crypto.randomUUID(), redirectUri: callbackAddress(connector.id) };
    void run(
      async () => {
        const { redirectTo } = await ask(
          management.createConnectorAuthorizationUri({ params: { id: connector.id }, body }),
        );
        const url = URL.canParse(redirectTo) ? new URL(redirectTo) : undefined;
        // An address such as javascript: would run in this origin.
        const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
        setState(url !== undefined && isWeb ? { at: 'ready', url } : { at: 'no-address' });
        announce(text('connectors.try_ready_short'));
        return undefined;
      },
      problem => setState({ at: 'failed', problem }),
    );
  }

  return (
    <Panel heading={text('connectors.try')} lead={text('connectors.try_lead')}>
      {isChanged ? <p>{text('connectors.try_saved_only')}</p> : null}
      {state.at === 'failed' ? (
        <ProblemNotice
          problem={{ sentence: problemSentence(state.problem, words), requestId: state.problem.requestId }}
        />
      ) : null}
      {state.at === 'no-address' ? (
        <Notice tone="error">
          <p>{text('connectors.try_no_address')}</p>
        </Notice>
      ) : null}
      {state.at === 'ready' ? (
        <Notice tone="ok">
          <p>{rich('connectors.try_ready', { host: <bdi dir="ltr">{state.url.host}</bdi> })}</p>
          <p>
            <a className="fh-link" href={state.url.href} target="_blank" rel="noopener">
              {rich('connectors.try_open', { name })}
            </a>
          </p>
          <p>{text('connectors.try_after')}</p>
        </Notice>
      ) : (
        <div>
          <Button variant="default" onClick={prepare} aria-disabled={busy || undefined}>
            {text(busy ? 'connectors.try_busy' : 'connectors.try_action')}
          </Button>
        </div>
      )}
      {isOffered ? null : (
        <Notice tone="info">
          <p>
            {text('connectors.not_offered')}{' '}
            <ConsoleLink to="sign-in-experience/methods">{text('console.nav_sign_in_experience')}</ConsoleLink>
          </p>
        </Notice>
      )}
    </Panel>
  );
}
