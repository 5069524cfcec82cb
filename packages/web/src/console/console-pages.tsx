import { useWords } from '@freehold/client/react/kit';
import { SignedInOnly } from '../relying-party/signed-in-only.tsx';
import { Frame } from '../ui/frame.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { usePath } from '../ui/route.ts';
import { relyingParty } from './relying-party.ts';
import { pageAt, sections } from './routes.tsx';

/** `/console` and everything below it. */
export function ConsolePages() {
  const { text } = useWords();
  return (
    <Frame wide>
      <SignedInOnly relyingParty={relyingParty} task={text('console.task')}>
        {() => <Console />}
      </SignedInOnly>
    </Frame>
  );
}

function Console() {
  const { text } = useWords();
  const path = usePath();
  return (
    <>
      <nav aria-label={text('console.task')}>
        <ul>
          {sections.map(({ path: to, name }) => (
            <li key={to}>
              <PageLink to={to === '' ? '/console' : `/console/${to}`}>{text(name)}</PageLink>
            </li>
          ))}
        </ul>
      </nav>
      {pageAt(path)}
    </>
  );
}
