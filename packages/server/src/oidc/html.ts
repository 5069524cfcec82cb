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
  /** What to do now. */
  readonly next?: string;
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
export function renderPage(ctx: KoaContextWithOIDC, { title, text, next, form = '', script, code }: PlainPage): void {
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
${next === undefined ? '' : `<p>${escapeHtml(next)}</p>`}
${form}
${code === undefined ? '' : `<p><code>${escapeHtml(code)}</code></p>`}
</main>
${script === undefined ? '' : `<script nonce="${nonce}">${script}</script>`}
</body>
</html>
`;
}

// As the other pages look, in what can be said without loading anything: a broken request must not need a database.
const styles = `:root{color-scheme:light dark;--page:#f6f7f9;--card:#fff;--line:#dde1e8;--text:#14181f;--muted:#515a69;--accent:#2456d6;--on-accent:#fff;--focus:#2456d6}
@media (prefers-color-scheme:dark){:root{--page:#0f1216;--card:#171b21;--line:#2c333d;--text:#eceff4;--muted:#a9b2c0;--accent:#8fb0ff;--on-accent:#0b1530;--focus:#a6c1ff}}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
main{box-sizing:border-box;max-inline-size:25rem;margin:max(1rem,14vh) auto 1rem;padding:1.5rem;border:1px solid var(--line);border-radius:10px;background:var(--card)}
h1{margin:0 0 .5rem;font-size:1.5rem;font-weight:600;line-height:1.3;text-wrap:balance}
p{margin:0 0 1rem}
main>:last-child{margin-block-end:0}
code{color:var(--muted);font-size:.875rem}
button{min-block-size:2.75rem;padding:.5rem 1rem;border:1px solid transparent;border-radius:6px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;cursor:pointer}
button:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
@media (max-width:40rem){body{background:var(--card)}main{margin-block-start:0;border:0;border-radius:0}}`;
