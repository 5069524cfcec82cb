import { plain, useWords } from '@freehold/client/react/kit';
import { type ReactNode, useState } from 'react';
import { offersAppearances } from '../../ui/appearance.ts';
import { boot } from '../../ui/boot.ts';
import { useStanding } from '../standing.ts';
import { AppearanceChoice } from './appearance-choice.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { MenuIcon } from './menu-icon.tsx';
import { Navigation } from './navigation.tsx';
import { SignOutButton } from './sign-out-button.tsx';
import { WhoIsSignedIn } from './who-is-signed-in.tsx';

/**
 * What stands around every page of the console: whose it is, where one can go, who is signed in, language and appearance. On
 * a phone all but the first hides behind one button.
 */
export function ConsoleFrame({ children }: { readonly children: ReactNode }) {
  const { text } = useWords();
  const standing = useStanding();
  const [open, setOpen] = useState(false);
  const tenant = plain(boot.tenantName);
  return (
    <div className="fh-console">
      <a className="fh-skip" href="#main">
        {text('console.skip')}
      </a>
      <header className="fh-console-head">
        <div className="fh-console-brand">
          <span className="fh-brand-mark" aria-hidden="true">
            {[...tenant][0]?.toLocaleUpperCase()}
          </span>
          <bdi className="fh-one-line">{tenant}</bdi>
        </div>
        <button
          type="button"
          className="fh-menu-button"
          aria-expanded={open}
          aria-controls="console-menu"
          onClick={() => setOpen(!open)}
        >
          <MenuIcon />
          {text('console.menu')}
        </button>
      </header>
      <div className="fh-console-menu" id="console-menu" data-open={open || undefined}>
        {standing.at === 'administrator' ? <Navigation onOpen={() => setOpen(false)} /> : null}
        <section className="fh-console-tools" aria-label={text('console.tools')}>
          {standing.at === 'administrator' ? <WhoIsSignedIn user={standing.user} /> : null}
          <LanguageChoice />
          {offersAppearances() ? <AppearanceChoice /> : null}
          {standing.at === 'administrator' ? <SignOutButton /> : null}
        </section>
      </div>
      <main className="fh-console-main" id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
