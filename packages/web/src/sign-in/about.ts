import { boot } from '../ui/boot.ts';
import { plain } from '../ui/plain.ts';

/** The application that the sign-in leads to, as headings show it. */
export const appName = boot.application === undefined ? undefined : plain(boot.application.name);

/**
 * What somebody has typed, kept while they move between the pages of one sign-in.
 * In memory only, and never a password.
 */
export const draft = { identifier: loginHint(), username: '' };

// The application may know whom it sends (OpenID Connect Core §3.1.2.1, login_hint).
function loginHint(): string {
  return plain(new URLSearchParams(location.search).get('login_hint') ?? '', 256);
}
