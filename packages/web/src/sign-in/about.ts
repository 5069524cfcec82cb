import { plain } from '@freehold/client/react/kit';
import { boot } from '../ui/boot.ts';

/** The application that the sign-in leads to, as headings show it. */
export const appName = boot.application === undefined ? undefined : plain(boot.application.name);

/**
 * What somebody has typed to say who they are, kept while they move between the pages of one sign-in: nobody types it
 * twice. In memory only, and never a password.
 */
export const draft = { identifier: loginHint() };

// The application may know whom it sends (OpenID Connect Core §3.1.2.1, login_hint).
function loginHint(): string {
  return plain(new URLSearchParams(location.search).get('login_hint') ?? '', 256);
}
