import { useWords } from '@freehold/client/react/kit';
import { Page } from '../ui/page.tsx';
import { SignOutButton } from './frame/sign-out-button.tsx';

/** For whoever is signed in and may not be here: why, and the ways on. */
export function NotAnAdministratorPage() {
  const { text } = useWords();
  return (
    <Page
      task={text('console.stranger_task')}
      heading={text('console.stranger_heading')}
      lead={text('console.stranger_lead')}
    >
      <div className="fh-actions">
        <a className="fh-button" href="/account">
          {text('console.stranger_account')}
        </a>
        <SignOutButton />
      </div>
    </Page>
  );
}
