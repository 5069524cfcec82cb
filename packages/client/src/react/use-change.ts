import type { Account, SensitiveAction } from '@freehold/contract';
import { useRef, useState } from 'react';
import type { ClientAnswer } from '../index.ts';
import { useAccount } from './account-scope.tsx';
import { type Problem, problemOf, useAnnounce, useTask, useWords } from './kit/index.ts';
import { useProving } from './proof/proof-provider.tsx';

/** What came of a change. */
export type Outcome =
  /** Made, and read back. */
  | 'done'
  /** The person would rather not prove who they are: nothing was changed. */
  | 'cancelled'
  /** No answer came, and the account shows that the change did not arrive. */
  | 'lost';

/** One change of the account. */
export interface Change {
  /** What the step-up policy calls it. */
  readonly action?: SensitiveAction;
  /**
   * Sends it, with the proof to send along. Called again when a proof is needed; never blindly a second time when no answer
   * came.
   */
  readonly send: (proof: string | undefined, ifMatch: string | undefined) => Promise<Pick<ClientAnswer<never>, 'etag'>>;
  /** Whether an account shows the change: asked where no answer came. Undefined where it does not show. */
  readonly arrived?: (account: Account) => boolean | undefined;
}

export interface UseChange {
  readonly busy: boolean;
  /** It takes longer than usual. */
  readonly slow: boolean;
  /** What it is at, for the words on the button. */
  readonly phase: 'idle' | 'sending' | 'proving' | 'checking';
  /** What came of the last change. */
  readonly outcome: Outcome | undefined;
  /** Makes a change; `onProblem` gets the refusals that are the form's to explain. */
  readonly run: (change: Change, onProblem: (problem: Problem) => void) => Promise<Outcome | undefined>;
  readonly reset: () => void;
}

/**
 * Makes changes of the account: asks for a proof of identity where one is needed and sends the same change again with it;
 * finds out what became of a change that was not answered; reads the account back.
 */
export function useChange(): UseChange {
  const { busy, slow, run: runTask } = useTask();
  const { state, refresh } = useAccount();
  const { current, ask } = useProving();
  const { text } = useWords();
  const announce = useAnnounce();
  const [phase, setPhase] = useState<UseChange['phase']>('idle');
  const [outcome, setOutcome] = useState<Outcome>();
  // What the account was when the form was filled in: a change over somebody else's is refused (RFC 9110 §13.1.1).
  const etag = state.at === 'ready' ? state.view.etag : undefined;
  const latest = useRef(etag);
  latest.current = etag;

  async function make(change: Change): Promise<Outcome> {
    let proof = change.action === undefined ? undefined : current();
    for (let tries = 0; ; tries++) {
      setPhase('sending');
      try {
        await change.send(proof, latest.current);
      } catch (error) {
        const problem = problemOf(error);
        if (problem === undefined) throw error;
        if (problem.code === 'network') return findOut(change, problem);
        if (problem.code !== 'verification_record.permission_denied' || change.action === undefined) throw problem;
        setPhase('proving');
        proof = await ask({ action: change.action, again: tries > 0 && proof !== undefined });
        if (proof === undefined) return 'cancelled';
        continue;
      }
      // It is made, whatever becomes of reading it back: a page that is a moment behind is no failure of the change.
      await refresh().catch(() => undefined);
      return 'done';
    }
  }

  async function findOut(change: Change, problem: Problem): Promise<Outcome> {
    setPhase('checking');
    announce(text('state.outcome_checking'));
    const account = await refresh().catch(() => undefined);
    const arrived = account === undefined ? undefined : change.arrived?.(account);
    if (arrived === undefined) throw problem;
    announce(text(arrived ? 'state.outcome_arrived' : 'state.outcome_lost'));
    return arrived ? 'done' : 'lost';
  }

  async function run(change: Change, onProblem: (problem: Problem) => void): Promise<Outcome | undefined> {
    let result: Outcome | undefined;
    setOutcome(undefined);
    await runTask(async () => {
      result = await make(change);
      setOutcome(result);
      return undefined;
    }, onProblem);
    setPhase('idle');
    return result;
  }

  return { busy, slow, phase, outcome, run, reset: () => setOutcome(undefined) };
}
