import { useWords } from '@freehold/client/react/kit';
import { SignedInOnly } from '../relying-party/signed-in-only.tsx';
import { usePath } from '../ui/route.ts';
import { AdministratorOnly } from './administrator-only.tsx';
import { ConsoleFrame } from './frame/console-frame.tsx';
import { relyingParty } from './relying-party.ts';
import { pageAt } from './routes.tsx';

/** `/console` and everything below it. */
export function ConsolePages() {
  const { text } = useWords();
  return (
    <ConsoleFrame>
      <SignedInOnly relyingParty={relyingParty} task={text('console.task')}>
        {signedIn => (
          <AdministratorOnly userId={signedIn.claims.sub}>
            <Console />
          </AdministratorOnly>
        )}
      </SignedInOnly>
    </ConsoleFrame>
  );
}

function Console() {
  return pageAt(usePath());
}
