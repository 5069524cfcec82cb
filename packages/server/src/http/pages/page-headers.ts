import type { PageEntry } from '@freehold/contract';
import type { PageDress } from './html-shell.ts';

/** Shown in a frame of the console, and nowhere else. It gets what it shows from there and calls nobody. */
export const isPreview = (entry: PageEntry): boolean => entry === 'sign-in-preview' || entry === 'account-preview';

/**
 * The headers of an HTML page.
 *
 * `script-src 'self'` without a nonce: every script is a file of the build, and the nonce is for the style
 * element of the component library alone. Trusted Types turn a mistake that would write HTML into an error.
 * `form-action 'self'` also stops redirects after a form post in Chromium, which is why pages finish with
 * `location.assign`, and forms without scripts with a page that leads on.
 */
export function pageHeaders(
  entry: PageEntry,
  nonce: string,
  { pictureOrigins = [], hasForm = false }: Pick<PageDress, 'pictureOrigins' | 'hasForm'> = {},
): Readonly<Record<string, string>> {
  const preview = isPreview(entry);
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      ["img-src 'self' data: blob:", ...pictureOrigins].join(' '),
      "font-src 'self'",
      // Whatever is pressed in a preview, nothing of it is sent.
      `connect-src ${preview ? "'none'" : "'self'"}`,
      `form-action ${preview ? "'none'" : "'self'"}`,
      `frame-ancestors ${preview ? "'self'" : "'none'"}`,
      ...(entry === 'console' ? ["frame-src 'self'"] : []),
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
    // For browsers that do not know frame-ancestors: a framed sign-in page can be clicked through.
    'x-frame-options': preview ? 'SAMEORIGIN' : 'DENY',
    'x-content-type-options': 'nosniff',
    // Older browsers send a form without referrer as one from nowhere (`Origin: null`), which nobody could tell from one
    // from elsewhere. The address of a page with a form holds no code and no token.
    'referrer-policy': hasForm ? 'same-origin' : 'no-referrer',
    // An application may run the sign-in in a popup that it opened and waits for; `same-origin` would cut
    // that tie, and the application would never hear of the code. Our own pages need no opener.
    'cross-origin-opener-policy': entry === 'sign-in' ? 'unsafe-none' : 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  };
}
