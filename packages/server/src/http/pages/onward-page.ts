import { formatMessage, type Locale } from '@freehold/messages';
import { html } from './html.ts';
import type { PageResponse } from './pages.ts';

/**
 * A page that only leads on, for the answer to a form that was sent without scripts. A redirect would do in Firefox;
 * Chromium holds `form-action 'self'` of the page with the form against every redirect that follows, and the last one leads
 * to the application.
 */
export function onwardPage(address: string, locale: Locale): PageResponse {
  const go = formatMessage(locale, 'pages.over.go_on');
  const { text } = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${address}">
<title>${go}</title>
<link rel="icon" href="data:,">
</head>
<body>
<p><a href="${address}">${go}</a></p>
</body>
</html>
`;
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; img-src data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
    body: text,
  };
}
