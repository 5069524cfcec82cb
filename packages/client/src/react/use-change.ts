import type { Account, ProofDemand, SensitiveAction } from '@freehold/contract';
import { useEffect, useRef, useState } from 'react';
import type { ClientAnswer } from '../index.ts';
import { useAccount } from './account-scope.tsx';
import type { AccountState, AccountView } from './account-store.ts';
import { useOnChanged } from './changed.ts';
import { type Problem, problemOf, useAnnounce, useTask, useWords } from './kit/index.ts';
import { useProving } from './proof/proof-provider.tsx';

/** What came of a change. */
export type Outcome =
  /** Made, and read back. */
  | 'done'
  /** The person would rather not prove who they are: nothing was changed. */
  | 'cancelled'
  /** No answer came, and the account shows that the change did not arrive. */
  | 'lost'
  /** Not sent at all: the browser has no network. */
  | 'offline'
  /** Somebody else had changed the same thing meanwhile, and the person keeps what those have made of it. */
  | 'theirs';

/** One change of the account. */
export interface Change {
  /** What the step-up policy calls it. */
  readonly action?: SensitiveAction;
  /**
   * Sends it, with the proof to send along. Called again when a proof is needed; never blindly a second time when no answer
   * came. `signal` ends the wait for an answer.
   */
  readonly send: (
    proof: string | undefined,
    ifMatch: string | undefined,
    signal: AbortSignal,
  ) => Promise<Pick<ClientAnswer<never>, 'etag'>>;
  /** Whether an account shows the change: asked where no answer came. Undefined where it does not show. */
  readonly arrived?: (account: Account) => boolean | undefined;
  /**
   * What it puts something else in the place of, as people read it. With it, a change that meets another one of the same
   * account is made all the same where both are about different things, and else the person is asked; without `mine`,
   * where words could not show the two.
   */
  readonly over?: {
    readonly theirs: (account: Account) => string | null | undefined;
    readonly mine?: string | null;
  };
}

/** What a change is at. */
export type Phase =
  | 'idle'
  | 'sending'
  | 'proving'
  /** No answer came, or one that does not tell what was done: the account is being read. */
  | 'checking'
  /** It could not be read either. Waits for `checkAgain`, or for the network to come back. */
  | 'unknown'
  /** Somebody else has changed the same thing. Waits for `keepMine` or `keepTheirs`. */
  | 'conflict';

/** Both values of a conflict, as people read them; absent where the change did not say. */
export interface Conflict {
  readonly mine?: string | null | undefined;
  readonly theirs?: string | null | undefined;
}

export interface UseChange {
  readonly busy: boolean;
  /** The person has to decide before it goes on: nothing is at work meanwhile. */
  readonly asking: boolean;
  /** It takes longer than usual. */
  readonly slow: boolean;
  /** What it is at, for the words on the button. */
  readonly phase: Phase;
  /** What came of the last change. */
  readonly outcome: Outcome | undefined;
  /** What there is to choose from, in the phase `conflict`. */
  readonly conflict: Conflict | undefined;
  /**
   * Makes a change; `onProblem` gets the refusals that are the form's to explain. Resolves once it is known what became of
   * it: undefined after a problem, and for a press while another change is under way.
   */
  readonly run: (change: Change, onProblem: (problem: Problem) => void) => Promise<Outcome | undefined>;
  /**
   * Does what leads to a change, such as sending a code to a new address, after the person has proven what the change will
   * need: somebody who has got hold of their sign-in must not get that far. `signal` ends the wait. Resolves as `run` does.
   */
  readonly runAfterProof: (
    action: SensitiveAction,
    work: (demand: ProofDemand, signal: AbortSignal) => Promise<void>,
    onProblem: (problem: Problem) => void,
  ) => Promise<Outcome | undefined>;
  /** Looks once more whether the change has arrived. */
  readonly checkAgain: () => void;
  readonly keepMine: () => void;
  readonly keepTheirs: () => void;
  /** Ends the wait for an answer: looks what became of the change, or leaves it unknown where that is what takes so long. */
  readonly stopWaiting: () => void;
  readonly reset: () => void;
}

/**
 * Makes changes of the account: asks for a proof of identity where one is needed and sends the same change again with it;
 * finds out what became of a change that was not answered; asks what to keep where somebody else was faster; reads the
 * account back. `ChangeStatus` shows what it is at.
 */
export function useChange(): UseChange {
  const { busy, slow, run: runTask, pause, expectAnswer } = useTask();
  const { current, refresh } = useAccount();
  const proving = useProving();
  const { text } = useWords();
  const announce = useAnnounce();
  const onChanged = useOnChanged();
  const [phase, setPhase] = useState<Phase>('idle');
  const [outcome, setOutcome] = useState<Outcome>();
  const [conflict, setConflict] = useState<Conflict>();
  const waiting = useRef<(answer: 'again' | 'theirs') => void>(undefined);
  const sending = useRef<AbortController>(undefined);

  /** The server alone can be slow: whoever proves who they are, or chooses what to keep, takes the time that it takes. */
  const enter = (next: Phase) => {
    setPhase(next);
    if (next === 'sending' || next === 'checking') expectAnswer();
    else pause();
  };
  /** For the request that comes next, and what is read because of it. */
  const waitAnew = (): AbortController => {
    sending.current = new AbortController();
    return sending.current;
  };
  const answer = (given: 'again' | 'theirs') => {
    waiting.current?.(given);
    waiting.current = undefined;
  };
  const wait = () =>
    new Promise<'again' | 'theirs'>(resolve => {
      waiting.current = resolve;
    });

  useEffect(() => {
    if (phase !== 'unknown') return;
    const check = () => {
      waiting.current?.('again');
      waiting.current = undefined;
    };
    addEventListener('online', check);
    return () => removeEventListener('online', check);
  }, [phase]);

  async function make(change: Change): Promise<Outcome> {
    let proof = change.action === undefined ? undefined : proving.current();
    let asked = false;
    for (;;) {
      if (!navigator.onLine) return 'offline';
      enter('sending');
      const { signal } = waitAnew();
      // A change over somebody else's is refused (RFC 9110 §13.1.1).
      const seen = viewIn(current());
      try {
        await change.send(proof, seen?.etag, signal);
      } catch (error) {
        const problem = problemOf(error);
        if (problem === undefined) throw error;
        // A server that failed does not say how far it had come.
        if (problem.code === 'network' || problem.status >= 500) return findOut(change, problem);
        if (problem.code === 'request.precondition_failed') {
          const settled = await settle(change, seen?.account, problem, signal);
          if (settled !== 'again') return settled;
          continue;
        }
        if (problem.code !== 'verification_record.permission_denied' || change.action === undefined) throw problem;
        enter('proving');
        proof = await proving.ask({ action: change.action, again: asked });
        asked = true;
        if (proof === undefined) return 'cancelled';
        continue;
      }
      if (proof !== undefined) proving.used();
      // It is made, whatever becomes of reading it back: a page that is a moment behind is no failure of the change.
      await refresh(signal).catch(() => undefined);
      return 'done';
    }
  }

  /** What became of a change. @throws Problem where the account does not show it, or the server has said why it was not made */
  async function findOut(change: Change, problem: Problem): Promise<Outcome> {
    for (;;) {
      enter('checking');
      announce(text('state.outcome_checking'));
      const account = await refresh(waitAnew().signal).catch(unlessMistaken);
      if (account !== undefined) {
        const arrived = change.arrived?.(account);
        if (arrived === undefined || (!arrived && problem.code !== 'network')) throw problem;
        announce(text(arrived ? 'state.outcome_arrived' : 'state.outcome_lost'));
        return arrived ? 'done' : 'lost';
      }
      enter('unknown');
      announce(text('change.unknown'));
      await wait();
    }
  }

  /** What to make of an account that is not the one that was seen. @throws Problem */
  async function settle(
    change: Change,
    before: Account | undefined,
    problem: Problem,
    signal: AbortSignal,
  ): Promise<Outcome | 'again'> {
    const now = await refresh(signal).catch(unlessMistaken);
    if (now === undefined) throw problem;
    // A change that went unanswered, sent again by hand, and then it arrived after all.
    if (change.arrived?.(now) === true) return 'done';
    const { over } = change;
    const theirs = over?.theirs(now);
    if (over !== undefined && before !== undefined && theirs === over.theirs(before)) return 'again';
    setConflict({ theirs, mine: over?.mine });
    enter('conflict');
    announce(text('change.conflict'));
    const kept = await wait();
    setConflict(undefined);
    return kept;
  }

  async function work(task: () => Promise<Outcome | undefined>, onProblem: (problem: Problem) => void) {
    // What is still open comes first: a second press asks what became of the first.
    if (phase === 'unknown') answer('again');
    if (busy) return undefined;
    let result: Outcome | undefined;
    await runTask(async () => {
      setOutcome(undefined);
      try {
        result = await task();
      } finally {
        enter('idle');
      }
      setOutcome(result);
      if (result === 'done') onChanged();
      if (result === 'cancelled') announce(text('change.nothing'));
      if (result === 'offline') announce(text('state.offline'));
      return undefined;
    }, onProblem);
    return result;
  }

  return {
    busy,
    asking: phase === 'conflict' || phase === 'unknown',
    slow,
    phase,
    outcome,
    conflict,
    run: (change, onProblem) => work(() => make(change), onProblem),
    runAfterProof: (action, next, onProblem) =>
      work(async () => {
        if (!navigator.onLine) return 'offline';
        enter('proving');
        const demand = await proving.ensure(action);
        if (demand === undefined) return 'cancelled';
        enter('sending');
        await next(demand, waitAnew().signal);
        return undefined;
      }, onProblem),
    checkAgain: () => answer('again'),
    keepMine: () => answer('again'),
    keepTheirs: () => answer('theirs'),
    stopWaiting: () => sending.current?.abort(),
    reset: () => setOutcome(undefined),
  };
}

const viewIn = (state: AccountState): AccountView | undefined => (state.at === 'ready' ? state.view : undefined);

/** A refusal and a missing answer alike: the account is not there to be looked at. */
function unlessMistaken(error: unknown): undefined {
  if (problemOf(error) === undefined) throw error;
  return undefined;
}
