import type { ProofDemand, SensitiveAction } from '@freehold/contract';
import { useEffect, useState } from 'react';
import { useClient } from '../account-scope.tsx';
import { ask, Problem } from '../kit/index.ts';

/**
 * What a change will ask for and what it will end, so that a page can say it before the press. Undefined while that is not
 * known, for good where it could not be read: the change itself does not depend on it.
 */
export function useDemand(action: SensitiveAction): ProofDemand | undefined {
  const client = useClient();
  const [demand, setDemand] = useState<ProofDemand>();
  useEffect(() => {
    let gone = false;
    ask(client.listProofMethods({ query: { action } })).then(
      found => {
        if (!gone) setDemand(found);
      },
      (error: unknown) => {
        if (!(error instanceof Problem)) throw error;
      },
    );
    return () => {
      gone = true;
    };
  }, [client, action]);
  return demand;
}
