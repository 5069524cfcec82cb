import { useWords } from '../i18n/words.tsx';
import { boot } from '../ui/boot.ts';
import { Frame } from '../ui/frame.tsx';
import { usePath } from '../ui/route.ts';
import { start } from '../ui/start.tsx';
import './sign-in.css';
import { ConsentPage } from './consent-page.tsx';
import { ErrorPage } from './error-page.tsx';
import { RegisterPage } from './register-page.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { StartFromAppPage } from './start-from-app-page.tsx';

void start(<SignInPages />);

function SignInPages() {
  const path = usePath();
  // A page is built anew in another language, except its fields: see the pages' own state.
  useWords();
  return <Frame>{pageFor(path)}</Frame>;
}

function pageFor(path: string) {
  if (path === '/error' || boot.error !== undefined) return <ErrorPage />;
  if (!boot.interaction) return <StartFromAppPage />;
  if (path === '/consent') return <ConsentPage />;
  if (path === '/register' || path.startsWith('/register/')) return <RegisterPage />;
  return <SignInPage />;
}
