import type { PageEntry } from '@freehold/contract';

/**
 * The headers of an HTML page.
 *
 * `script-src 'self'` without a nonce: every script is a file of the build, and the nonce is for the style
 * element of the component library alone. Trusted Types turn a mistake that would write HTML into an error.
 * `form-action 'self'` also stops redirects after a form post in Chromium, which is why pages finish with
 * `location.assign`.
 */
export function pageHeaders(entry: PageEntry, nonce: string): Readonly<Record<string, string>> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      // A page of ours in a frame of ours: the console shows the account pages to administrators. The preview knows nobody
      // and changes nothing, so that there is nothing to be tricked into; every other page stays out of every frame.
      `frame-ancestors ${entry === 'account-preview' ? "'self'" : "'none'"}`,
      ...(entry === 'console' ? ["frame-src 'self'"] : []),
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
    // For browsers that do not know frame-ancestors: a framed sign-in page can be clicked through.
    'x-frame-options': entry === 'account-preview' ? 'SAMEORIGIN' : 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    // An application may run the sign-in in a popup that it opened and waits for; `same-origin` would cut
    // that tie, and the application would never hear of the code. Our own pages need no opener.
    'cross-origin-opener-policy': entry === 'sign-in' ? 'unsafe-none' : 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  };
}
