import { useWords } from '@freehold/client/react/kit';
import { useEffect } from 'react';
import { Page } from '../ui/page.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { goTo, usePath } from '../ui/route.ts';
import { RegisterCode } from './register-code.tsx';
import { FirstQuestion } from './register-first.tsx';
import { LaterQuestion } from './register-later.tsx';
import { ChoosePassword } from './register-password.tsx';
import { currentRegistration } from './registration.ts';
import { ways } from './ways.ts';

/** `/register` and what lies below it: one question a screen. */
export function RegisterPage() {
  const path = usePath();
  const { text } = useWords();
  const begun = currentRegistration();
  const needsMemory = path === '/register/password' || path === '/register/more';
  const lost = needsMemory && begun === undefined;
  useEffect(() => {
    if (lost) goTo('/register', { replace: true });
  }, [lost]);

  if (ways.signUp === undefined) {
    return (
      <Page task={text('register.task')} heading={text('register.closed_heading')} lead={text('register.closed_lead')}>
        <p>
          <PageLink to="/sign-in">{text('register.sign_in')}</PageLink>
        </p>
      </Page>
    );
  }
  // Keys, so that each question is a new page with focus on its heading.
  if (path === '/register/code') return <RegisterCode key="code" />;
  if (begun !== undefined && path === '/register/password') return <ChoosePassword key="password" />;
  const [missing] = begun?.missing ?? [];
  if (path === '/register/more' && missing !== undefined && missing !== 'password') {
    return <LaterQuestion key={missing} asks={missing} />;
  }
  return <FirstQuestion key="first" />;
}
