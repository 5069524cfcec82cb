import { useWords } from '@freehold/client/react/kit';
import type { User } from '@freehold/contract';
import { Panel } from '../parts/panel.tsx';
import { RawJson } from '../parts/raw-json.tsx';

/** A person as the API shows them. */
export function RawTab({ user }: { readonly user: User }) {
  const { text } = useWords();
  return (
    <Panel heading={text('console.user_raw')} lead={text('console.raw_lead')}>
      <RawJson value={user} label={text('console.user_raw')} />
    </Panel>
  );
}
