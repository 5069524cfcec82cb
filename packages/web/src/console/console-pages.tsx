import { useWords } from '@freehold/client/react/kit';
import { SignedInOnly } from '../relying-party/signed-in-only.tsx';
import { Frame } from '../ui/frame.tsx';
import { Page } from '../ui/page.tsx';
import { relyingParty } from './relying-party.ts';

/** `/console` and everything below it. */
export function ConsolePages() {
  const { text } = useWords();
  return (
    <Frame wide>
      <SignedInOnly relyingParty={relyingParty} task={text('console.task')}>
        {() => <Page task={text('console.task')} heading={text('console.task')} />}
      </SignedInOnly>
    </Frame>
  );
}
