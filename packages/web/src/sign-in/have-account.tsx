import { useWords } from '@freehold/client/react/kit';
import { boot } from '../ui/boot.ts';
import { PageLink } from '../ui/page-link.tsx';

/** For people on a page for newcomers who have an account already. */
export function HaveAccount() {
  const { text } = useWords();
  if (boot.signIn.signInMode === 'Register') return null;
  return (
    <p className="fh-aside">
      <span className="fh-muted">{text('register.have_account')}</span>{' '}
      <PageLink to="/sign-in">{text('register.sign_in')}</PageLink>
    </p>
  );
}
