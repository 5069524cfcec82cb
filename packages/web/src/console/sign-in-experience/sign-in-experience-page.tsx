import { useWords } from '@freehold/client/react/kit';
import { Page } from '../../ui/page.tsx';

/** `/console/sign-in-experience`: how people sign in and sign up, with a preview. */
export function SignInExperiencePage() {
  const { text } = useWords();
  return <Page task={text('console.nav_sign_in_experience')} heading={text('console.nav_sign_in_experience')} />;
}
