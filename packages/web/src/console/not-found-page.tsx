import { useWords } from '@freehold/client/react/kit';
import { Page } from '../ui/page.tsx';
import { ConsoleLink } from './parts/console-link.tsx';

/** For an address that is none of ours, or of somebody who is not there any more. */
export function NotFoundPage() {
  const { text } = useWords();
  return (
    <Page
      task={text('console.not_found_task')}
      heading={text('console.not_found_task')}
      lead={text('console.not_found_lead')}
    >
      <p>
        <ConsoleLink to="">{text('console.not_found_home')}</ConsoleLink>
      </p>
    </Page>
  );
}
