import { ask, useWords } from '@freehold/client/react/kit';
import { type ReactNode, useEffect } from 'react';
import { Page } from '../ui/page.tsx';
import { management } from './management-client.ts';
import { NotAnAdministratorPage } from './not-an-administrator-page.tsx';
import { LoadedPart } from './parts/loaded-part.tsx';
import { useLoaded } from './parts/use-loaded.ts';
import { setStanding, useStanding } from './standing.ts';

/** Shows its children to administrators; to everybody else who is signed in, that they are none. */
export function AdministratorOnly({ userId, children }: { readonly userId: string; readonly children: ReactNode }) {
  const { text } = useWords();
  const standing = useStanding();
  const { loaded, reload } = useLoaded(userId, () => ask(management.getUser({ params: { userId } })));
  useEffect(() => {
    if (loaded.at === 'ready') setStanding({ at: 'administrator', user: loaded.value });
  }, [loaded]);

  if (standing.at === 'stranger') return <NotAnAdministratorPage />;
  if (standing.at === 'administrator') return children;
  return (
    <Page task={text('console.task')} heading={text('console.task')}>
      <LoadedPart loaded={loaded} onRetry={() => void reload()}>
        {() => null}
      </LoadedPart>
    </Page>
  );
}
