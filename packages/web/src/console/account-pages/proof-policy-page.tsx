import { useWords } from '@freehold/client/react/kit';
import { Page } from '../../ui/page.tsx';

/** `/console/proof-policy`: which changes need a proof of identity, and what somebody would be asked. */
export function ProofPolicyPage() {
  const { text } = useWords();
  return <Page task={text('console.nav_proof_policy')} heading={text('console.nav_proof_policy')} />;
}
