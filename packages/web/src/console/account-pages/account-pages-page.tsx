import { useWords } from '@freehold/client/react/kit';
import { Page } from '../../ui/page.tsx';

/** `/console/account-pages`: what people see and change of their account, with a preview. */
export function AccountPagesPage() {
  const { text } = useWords();
  return <Page task={text('console.nav_account_pages')} heading={text('console.nav_account_pages')} />;
}
