import { useWords } from '@freehold/client/react/kit';
import { Page } from '../../ui/page.tsx';

/** `/console/connectors/{id}` and `/console/connectors/new/{factoryId}`: one connector. */
export function ConnectorPage() {
  const { text } = useWords();
  return <Page task={text('console.nav_connectors')} heading={text('console.nav_connectors')} />;
}
