import { useWords } from '@freehold/client/react/kit';
import { type ReactNode, useEffect, useRef } from 'react';
import { boot } from '../../ui/boot.ts';
import { Frame } from '../../ui/frame.tsx';
import type { PreviewScreen } from '../../ui/preview-order.ts';
import { start } from '../../ui/start.tsx';
import { draft } from '../about.ts';
import { signInLead } from '../about-words.ts';
import { CodePage } from '../code-page.tsx';
import type { Identifier } from '../experience.ts';
import { ForgotPasswordPage } from '../forgot-password-page.tsx';
import { passwordsOnly } from '../narrow-ways.ts';
import { EnterPassword } from '../password-page.tsx';
import { RegisterPage } from '../register-page.tsx';
import { SignInPage } from '../sign-in-page.tsx';
import { ways } from '../ways.ts';

/** Shows one screen, and tells the console what can be read on it. */
export function showScreen(screen: PreviewScreen): void {
  if (screen === 'error') draft.identifier = somebody().value;
  void start(<Screen>{pageOf(screen)}</Screen>, ['common', 'pages']);
}

function Screen({ children }: { readonly children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After the first paint: the pages set themselves up in effects of their own.
    const timer = setTimeout(() => {
      const text = root.current?.innerText ?? '';
      parent.postMessage({ kind: 'freehold:preview-shown', text }, location.origin);
    });
    return () => clearTimeout(timer);
  }, []);
  return (
    // Inert: nothing here is to be used, and no field may take the focus away from the settings beside it.
    <div ref={root} inert>
      <Frame>{children}</Frame>
    </div>
  );
}

function pageOf(screen: PreviewScreen): ReactNode {
  if (screen === 'register') return <RegisterPage />;
  if (screen === 'forgot') return <ForgotPasswordPage />;
  if (screen === 'code') return <Code />;
  // Where the password has a page of its own, that is where it is refused.
  const isAlone = ways.methods.some(({ password }) => password) && !passwordsOnly(ways.methods);
  if (screen === 'error' && isAlone) return <EnterPassword who={somebody()} refused={boot.refusal?.sentence} />;
  return boot.signIn.signInMode === 'Register' ? <RegisterPage /> : <SignInPage />;
}

/** Somebody who signs in with a password. */
function somebody(): Identifier {
  const type = ways.methods.find(({ password }) => password)?.identifier ?? 'username';
  return { type, value: { username: 'ada', email: 'ada@example.com', phone: '886912345678' }[type] };
}

function Code() {
  const words = useWords();
  const type = ways.methods.find(({ code }) => code)?.identifier === 'phone' ? 'phone' : 'email';
  const sentAt = Date.now();
  return (
    <CodePage
      event="SignIn"
      task={words.text('signin.task')}
      lead={signInLead(words)}
      changeAt="/sign-in"
      onProven={async () => undefined}
      step={{
        event: 'SignIn',
        to: { type, value: type === 'phone' ? '886912345678' : 'ada@example.com' },
        verificationId: '',
        sentAt,
        endsAt: sentAt + boot.signIn.codeLifetime * 1000,
        sends: 1,
        mayAskAt: sentAt + 30_000,
      }}
    />
  );
}
