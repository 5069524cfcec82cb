import type { ProofDemand, SensitiveAction } from '@freehold/contract';
import { createContext, type ReactNode, use, useMemo, useRef, useState } from 'react';
import type { Client } from '../../index.ts';
import { Floating } from '../embedding/floating.tsx';
import { ask as call } from '../kit/index.ts';
import { dropPendingProof } from './pending-proof.ts';
import { ProofDialog } from './proof-dialog.tsx';
import { type Proof, ProofMemory } from './proof-memory.ts';

/** What a change needs a proof for. */
export interface ProofRequest {
  readonly action: SensitiveAction;
  /** A proof was given a moment ago and did not serve: used up, expired, of another session. */
  readonly again: boolean;
  /** What the policy asks, by whoever has already asked the server. */
  readonly demand?: ProofDemand;
}

/** How a change comes by a proof of who the person is. */
export interface Proving {
  /** The proof that this tab has, if any. */
  readonly current: () => string | undefined;
  /** Asks the person. Resolves with the id of the proof, or undefined when they would rather not. */
  readonly ask: (request: ProofRequest) => Promise<string | undefined>;
  /**
   * Sees to it that the person has proven what `action` will need, before anything is done for it. Resolves with what the
   * policy asks, or undefined when they would rather not. @throws Problem
   */
  readonly ensure: (action: SensitiveAction) => Promise<ProofDemand | undefined>;
  /** A change has been made with the proof. */
  readonly used: () => void;
}

const ProvingContext = createContext<Proving | undefined>(undefined);

interface Asked {
  readonly request: ProofRequest;
  readonly answer: (proof: Proof | undefined) => void;
}

/**
 * Asks for proofs of identity in a dialog, on behalf of every change below. Whoever needs one while somebody is asked takes
 * the answer to that: nobody is asked twice for two things that they have pressed.
 */
export function ProofProvider({ client, children }: { readonly client: Client; readonly children: ReactNode }) {
  const [asked, setAsked] = useState<Asked>();
  const memory = useRef<ProofMemory>(undefined);
  memory.current ??= new ProofMemory();
  const kept = memory.current;

  const proving = useMemo((): Proving => {
    let answer: Promise<Proof | undefined> | undefined;
    async function ask(request: ProofRequest): Promise<string | undefined> {
      answer ??= askThem(request).finally(() => {
        answer = undefined;
      });
      return (await answer)?.recordId;
    }

    async function askThem(request: ProofRequest): Promise<Proof | undefined> {
      // A proof that has just been refused is worth nothing to the next change either.
      kept.forget();
      const proof = await new Promise<Proof | undefined>(resolve => setAsked({ request, answer: resolve }));
      setAsked(undefined);
      dropPendingProof();
      if (proof !== undefined) kept.remember(proof);
      return proof;
    }
    return {
      current: () => kept.current(),
      ask,
      async ensure(action) {
        const demand = await call(client.listProofMethods({ query: { action } }));
        if (!demand.proofNeeded || kept.meets(demand)) return demand;
        return (await ask({ action, again: false, demand })) === undefined ? undefined : demand;
      },
      used: () => kept.used(),
    };
  }, [client, kept]);

  return (
    <ProvingContext value={proving}>
      {children}
      {asked === undefined ? null : (
        <Floating>
          <ProofDialog
            client={client}
            request={asked.request}
            onProven={asked.answer}
            onCancel={() => asked.answer(undefined)}
          />
        </Floating>
      )}
    </ProvingContext>
  );
}

/** How a change comes by a proof. */
export function useProving(): Proving {
  const proving = use(ProvingContext);
  if (proving === undefined) throw new Error('Mount it below FreeholdProvider');
  return proving;
}
