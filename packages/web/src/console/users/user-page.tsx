import { useWords } from '@freehold/client/react/kit';
import { Page } from '../../ui/page.tsx';

/** `/console/users/{id}`: one person. */
export function UserPage() {
  const { text } = useWords();
  return <Page task={text('console.nav_users')} heading={text('console.nav_users')} />;
}
