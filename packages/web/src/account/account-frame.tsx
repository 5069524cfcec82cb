import { useWords } from '@freehold/client/react/kit';
import type { ReactNode } from 'react';
import { Brand, LanguageSelect, LegalLinks } from '../ui/frame.tsx';

type Props = {
  /** Where the logo leads: back to the application that somebody came from. */
  readonly home?: string | undefined;
  /** Who is signed in, once that is known. */
  readonly menu?: ReactNode;
  readonly children: ReactNode;
};

/** What stands around the account pages: whose they are, language and account above, legal links below. */
export function AccountFrame({ home, menu, children }: Props) {
  const { text } = useWords();
  return (
    <div className="fh-account">
      <a className="fh-skip" href="#fh-content">
        {text('account.skip')}
      </a>
      <header className="fh-account-head">
        {home === undefined ? (
          <div className="fh-brand">
            <Brand />
          </div>
        ) : (
          <a className="fh-brand" href={home}>
            <Brand />
          </a>
        )}
        <LanguageSelect />
        {menu}
      </header>
      <main className="fh-account-body">{children}</main>
      <footer className="fh-footer fh-account-foot">
        <LegalLinks />
      </footer>
    </div>
  );
}
