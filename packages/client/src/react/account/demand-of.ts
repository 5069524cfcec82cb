import type { ProofDemand, SensitiveAction } from '@freehold/contract';
import type { Problem } from '../kit/index.ts';
import type { UseChange } from '../use-change.ts';

/**
 * What a change asks for and what it will end, to be said afterwards; the person has proven by then what it needs. Undefined
 * where they would rather not, or after a problem.
 */
export async function demandOf(
  { runAfterProof }: UseChange,
  action: SensitiveAction,
  onProblem: (problem: Problem) => void,
): Promise<ProofDemand | undefined> {
  let found: ProofDemand | undefined;
  await runAfterProof(
    action,
    async demand => {
      found = demand;
    },
    onProblem,
  );
  return found;
}
