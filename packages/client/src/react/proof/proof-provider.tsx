import type { SensitiveAction } from '@freehold/contract';
import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useState } from 'react';
import type { Client } from '../../index.ts';
import { Floating } from '../embedding/floating.tsx';
import { ProofDialog } from './proof-dialog.tsx';
import { ProofMemory } from './proof-memory.ts';

/** What a refused change needs a proof for. */
export interface ProofRequest {
  readonly action: SensitiveAction;
  /** A proof was given a moment ago and did not serve: used up, expired, of another session. */
  readonly again: boolean;
}

/** How a change comes by a proof of who the person is. */
export interface Proving {
  /** The proof that this tab has, if any. */
  readonly current: () => string | undefined;
  /** Asks the person. Resolves with the id of the proof, or undefined when they would rather not. */
  readonly ask: (request: ProofRequest) => Promise<string | undefined>;
}

const ProvingContext = createContext<Proving | undefined>(undefined);

interface Asked {
  readonly request: ProofRequest;
  readonly answer: (recordId: string | undefined) => void;
}

/** Asks for proofs of identity in a dialog, one at a time, on behalf of every change below. */
export function ProofProvider({ client, children }: { readonly client: Client; readonly children: ReactNode }) {
  const memory = useRef<ProofMemory>(undefined);
  memory.current ??= new ProofMemory();
  const kept = memory.current;
  const [asked, setAsked] = useState<Asked>();

  const ask = useCallback(
    (request: ProofRequest) =>
      new Promise<string | undefined>(resolve => {
        // A proof that has just been refused is worth nothing to the next change either.
        kept.forget();
        setAsked({ request, answer: resolve });
      }),
    [kept],
  );
  const proving = useMemo(() => ({ current: () => kept.current(), ask }), [kept, ask]);

  return (
    <ProvingContext value={proving}>
      {children}
      {asked === undefined ? null : (
        <Floating>
          <ProofDialog
            client={client}
            request={asked.request}
            onProven={proof => {
              kept.remember(proof);
              setAsked(undefined);
              asked.answer(proof.recordId);
            }}
            onCancel={() => {
              setAsked(undefined);
              asked.answer(undefined);
            }}
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
