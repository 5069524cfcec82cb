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
  return <Frame>{pageFor(usePath())}</Frame>;
}

function pageFor(path: string) {
  if (path === '/error' || boot.error !== undefined) return <ErrorPage />;
  if (!boot.interaction) return <StartFromAppPage />;
  if (path === '/consent') return <ConsentPage />;
  if (path === '/register' || path.startsWith('/register/')) return <RegisterPage />;
  return <SignInPage />;
}
