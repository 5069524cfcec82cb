import { randomBytes } from 'node:crypto';
import { formatMessage, type MessageId, negotiateLocale } from '@freehold/messages';
import type { KoaContextWithOIDC } from './engine.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, character => escapes[character] ?? '');

/** A page in the protocol's own steps: a sentence, and perhaps a form. */
export interface PlainPage {
  readonly title: string;
  readonly text: string;
  /** Markup of a form, made of trusted parts. */
  readonly form?: string;
  /** A script that runs at once. */
  readonly script?: string;
  readonly code?: string;
}

/** The sentence in the language of the request. */
export const sentence = (ctx: Pick<KoaContextWithOIDC, 'get'>, id: MessageId): string =>
  formatMessage(negotiateLocale(ctx.get('accept-language') || undefined), id);

/**
 * Answers with a page of its own: nothing is loaded and nothing but the given script runs.
 *
 * No `form-action`: browsers hold it against the redirect that follows the form, which leads to the application.
 */
export function renderPage(ctx: KoaContextWithOIDC, { title, text, form = '', script, code }: PlainPage): void {
  const nonce = randomBytes(16).toString('base64');
  const locale = negotiateLocale(ctx.get('accept-language') || undefined);
  ctx.type = 'html';
  ctx.set({
    'content-security-policy': `default-src 'none'; img-src data:; style-src 'nonce-${nonce}'; script-src ${script ? `'nonce-${nonce}'` : "'none'"}; base-uri 'none'; frame-ancestors 'none'`,
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
  });
  ctx.body = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${styles}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
${form}
${code === undefined ? '' : `<p><code>${escapeHtml(code)}</code></p>`}
</main>
${script === undefined ? '' : `<script nonce="${nonce}">${script}</script>`}
</body>
</html>
`;
}

const styles = `:root{color-scheme:light dark;font-family:system-ui,sans-serif;line-height:1.5}
body{margin:0;min-height:100vh;display:grid;place-items:center}
main{max-width:28rem;padding:1.5rem}
h1{font-size:1.5rem;margin:0 0 .5rem}
code{font-size:.875rem;opacity:.75}
button{font:inherit;padding:.5rem 1rem}`;
