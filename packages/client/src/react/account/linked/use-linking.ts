import { useEffect, useRef, useState } from 'react';
import { useClient } from '../../account-scope.tsx';
import { ask, type FormProblem, Problem, stepProblem, useAnnounce, useTask, useWords } from '../../kit/index.ts';
import { type UseChange, useChange } from '../../use-change.ts';
import { leaveForProvider, type Outing, takeReturn } from './outing.ts';
import type { ProviderRow } from './providers.ts';

/** How far linking has come. */
export type Linking =
  | { readonly at: 'nothing' }
  /** Back from the provider; being checked and linked. */
  | { readonly at: 'linking'; readonly target: string }
  | { readonly at: 'linked'; readonly target: string }
  /** The answer is to no way that this tab has set out on. */
  | { readonly at: 'unasked' }
  /** Declined at the provider. */
  | { readonly at: 'declined'; readonly target: string }
  /** Has come to nothing: set out again. */
  | { readonly at: 'failed'; readonly target: string; readonly problem: FormProblem }
  /** The account there is proven, and not linked yet: what was sent may be sent once more. */
  | { readonly at: 'unfinished'; readonly target: string; readonly problem?: FormProblem };

export interface UseLinking {
  readonly linking: Linking;
  /** The change at the end. */
  readonly change: UseChange;
  /** The provider that the browser is about to leave for. */
  readonly leavingFor: string | undefined;
  readonly leave: (row: ProviderRow) => void;
  /** Sends once more what was not finished. */
  readonly finish: () => void;
  readonly forget: () => void;
}

/**
 * Links an account at a provider: there, back to `callbackUri`, and what came back is proven and linked. Who the person is
 * is asked last, since a proof of it lives in the memory of the page that is left.
 */
export function useLinking(callbackUri: string | undefined, onBack: () => void): UseLinking {
  const client = useClient();
  const words = useWords();
  const { text } = words;
  const { run: runTask } = useTask();
  const change = useChange();
  const announce = useAnnounce();
  const [linking, setLinking] = useState<Linking>({ at: 'nothing' });
  const [leavingFor, setLeavingFor] = useState<string>();
  const proven = useRef<Outing>(undefined);
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current || callbackUri === undefined) return;
    begun.current = true;
    const back = takeReturn(callbackUri);
    if (back === undefined) return;
    onBack();
    const { data, outing } = back;
    if (outing === undefined) setLinking({ at: 'unasked' });
    // RFC 6749 §4.1.2.1: the person, or the provider in their name, has said no.
    else if (data['error'] === 'access_denied' || data['error'] === 'user_cancelled_authorize') {
      setLinking({ at: 'declined', target: outing.target });
    } else void prove(outing, data);
  });

  async function prove(outing: Outing, data: Readonly<Record<string, string>>): Promise<void> {
    const { target, recordId: verificationRecordId } = outing;
    setLinking({ at: 'linking', target });
    try {
      await ask(client.verifySocial({ body: { verificationRecordId, connectorData: data } }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setLinking({ at: 'failed', target, problem: explain(error) });
      return;
    }
    proven.current = outing;
    await link(outing);
  }

  async function link(outing: Outing): Promise<void> {
    const { target, recordId: newIdentifierVerificationRecordId } = outing;
    setLinking({ at: 'linking', target });
    const outcome = await change.run(
      {
        action: 'identity.link',
        send: (proof, _ifMatch, signal) =>
          client.linkIdentity({ body: { newIdentifierVerificationRecordId }, proof, signal }),
        arrived: ({ identities }) => identities && Object.hasOwn(identities, target),
      },
      found => {
        const again = found.code === 'network' || found.status >= 500;
        setLinking({ at: again ? 'unfinished' : 'failed', target, problem: explain(found) });
      },
    );
    if (outcome === 'done') setLinking({ at: 'linked', target });
    else if (outcome === 'cancelled') setLinking({ at: 'unfinished', target });
    else if (outcome === 'lost' || outcome === 'offline') {
      const sentence = text(outcome === 'lost' ? 'state.outcome_lost' : 'state.offline');
      setLinking({ at: 'unfinished', target, problem: { sentence } });
    }
  }

  function explain(found: Problem): FormProblem {
    if (found.code === 'user.identity_already_in_use') {
      return { sentence: text(found.status === 422 ? 'linked.in_use_elsewhere' : 'linked.second_here') };
    }
    if (found.code === 'verification_record.not_found') return { sentence: text('linked.expired') };
    // Nobody can do anything about a connector here: whoever runs the service needs to find it in their log.
    return { ...stepProblem(found, words), ...(found.code.startsWith('connector.') && { requestId: found.requestId }) };
  }

  function leave({ target, name, connectorId }: ProviderRow): void {
    if (connectorId === undefined || callbackUri === undefined || leavingFor !== undefined) return;
    setLinking({ at: 'nothing' });
    setLeavingFor(target);
    announce(text('linked.leaving', { provider: name }));
    void runTask(
      () => leaveForProvider(client, { id: connectorId, target }, callbackUri),
      found => {
        setLeavingFor(undefined);
        setLinking({ at: 'failed', target, problem: explain(found) });
      },
    );
  }

  return {
    linking,
    change,
    leavingFor,
    leave,
    finish: () => {
      if (proven.current && linking.at === 'unfinished') void link(proven.current);
    },
    forget: () => setLinking({ at: 'nothing' }),
  };
}
