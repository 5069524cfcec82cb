import { boot } from '../ui/boot.ts';
import { Frame } from '../ui/frame.tsx';
import { usePath } from '../ui/route.ts';
import { start } from '../ui/start.tsx';
import './styles.css';
import { CallbackPage } from './callback-page.tsx';
import { ConsentPage } from './consent-page.tsx';
import { decodedPart } from './decoded-part.ts';
import { DirectPage } from './direct-page.tsx';
import { useEnded } from './ended.ts';
import { ErrorPage } from './error-page.tsx';
import { ForgotPasswordCodePage } from './forgot-password-code-page.tsx';
import { ForgotPasswordPage } from './forgot-password-page.tsx';
import { recallLastProvider } from './last-provider.ts';
import { PasswordPage } from './password-page.tsx';
import { RegisterPage } from './register-page.tsx';
import { ResetPasswordPage } from './reset-password-page.tsx';
import { SignInCodePage } from './sign-in-code-page.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { StartFromAppPage } from './start-from-app-page.tsx';
import { takeOver } from './taken-over.ts';

recallLastProvider();
void start(<SignInPages />, ['common', 'pages'], takeOver);

function SignInPages() {
  const path = usePath();
  const ended = useEnded();
  return <Frame>{ended ? <StartFromAppPage /> : pageFor(path)}</Frame>;
}

function pageFor(path: string) {
  if (path === '/error' || boot.error !== undefined) return <ErrorPage />;
  if (!boot.interaction) return <StartFromAppPage />;
  if (path === '/consent') return <ConsentPage />;
  const [, area, page, name] = path.split('/');
  if (area === 'register') return <RegisterPage />;
  if (area === 'forgot-password') return page === 'code' ? <ForgotPasswordCodePage /> : <ForgotPasswordPage />;
  if (area === 'reset-password') return <ResetPasswordPage />;
  if (area === 'callback') return <CallbackPage connectorId={decodedPart(page)} />;
  if (area === 'direct') return <DirectPage target={decodedPart(name)} />;
  if (area === 'sign-in' && page === 'password') return <PasswordPage />;
  if (area === 'sign-in' && page === 'code') return <SignInCodePage />;
  // Where nobody signs in to what there is already, the page for newcomers is the first one.
  return boot.signIn.signInMode === 'Register' ? <RegisterPage /> : <SignInPage />;
}
