import { useWords } from '@freehold/client/react/kit';
import { Page } from '../../ui/page.tsx';

/** `/console`: what a fresh installation still needs. */
export function HomePage() {
  const { text } = useWords();
  return <Page task={text('console.nav_home')} heading={text('console.nav_home')} />;
}
