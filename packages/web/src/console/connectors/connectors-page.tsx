import { useWords } from '@freehold/client/react/kit';
import { Page } from '../../ui/page.tsx';

/** `/console/connectors`: how messages leave and who else people sign in with. */
export function ConnectorsPage() {
  const { text } = useWords();
  return <Page task={text('console.nav_connectors')} heading={text('console.nav_connectors')} />;
}
