import { Html, html } from '../reference/html.ts';
import type { ShownMessage } from './mount-inbox.ts';

// A tool for programmers, in English as the reference is.
const style = `
:root{color-scheme:light dark;--page:#f6f7f9;--card:#fff;--ink:#14181f;--soft:#515a69;--line:#dde1e8;--accent:#2456d6;--box:#eef0f4}
@media (prefers-color-scheme:dark){:root{--page:#0f1216;--card:#171b21;--ink:#eceff4;--soft:#a9b2c0;--line:#768192;--accent:#8fb0ff;--box:#1b2a4d}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",sans-serif}
main{max-width:46rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font-size:1.6rem;margin:0 0 .25rem}
p{margin:0 0 1rem}
.soft{color:var(--soft)}
form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end;margin:1.25rem 0}
label{display:block;font-size:.875rem;color:var(--soft)}
input{font:inherit;color:inherit;background:var(--card);border:1px solid var(--soft);border-radius:8px;padding:.45rem .7rem;min-width:min(18rem,100%)}
button,.button{font:inherit;color:var(--accent);background:transparent;border:1px solid var(--accent);border-radius:8px;padding:.45rem .9rem;cursor:pointer;text-decoration:none;display:inline-block}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.news{position:sticky;top:0;padding:.5rem 0;background:var(--page)}
.news:empty{display:none}
ol{list-style:none;margin:0;padding:0}
article{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1.25rem;margin:0 0 1rem;overflow-wrap:anywhere}
h2{font-size:1.05rem;margin:0 0 .25rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .9rem;margin:.25rem 0 0;font-size:.875rem}
dt{color:var(--soft)}
dd{margin:0}
.code{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;margin:.75rem 0}
.code output{font:700 1.75rem/1.2 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;letter-spacing:.12em;background:var(--box);border-radius:8px;padding:.35rem .8rem;user-select:all}
.bubble{background:var(--box);border-radius:12px;padding:.75rem 1rem;margin:.75rem 0 0;white-space:pre-wrap}
details{margin:.75rem 0 0}
summary{cursor:pointer;color:var(--accent)}
pre{white-space:pre-wrap;font:.875rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--box);border-radius:8px;padding:1rem;margin:.5rem 0 0}
iframe{display:block;width:100%;height:34rem;border:1px solid var(--line);border-radius:8px;margin:.5rem 0 0;background:#fff}
`;

// Looks for news and says so; it never takes away what somebody is reading.
const script = `
const news = document.querySelector('.news');
const latest = document.querySelector('main').dataset.latest;
async function look() {
  try {
    const messages = await (await fetch('/dev/inbox/messages' + location.search)).json();
    const count = latest === '' ? messages.length : messages.findIndex(message => message.id === latest);
    if (count !== 0 && news.childElementCount === 0) {
      const link = document.createElement('a');
      link.className = 'button';
      link.href = location.href;
      link.textContent = 'New messages: show';
      news.append(link);
    }
  } catch {}
  setTimeout(look, 2000);
}
setTimeout(look, 2000);
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = 'Copied';
  });
}
`;

/** The page of the inbox. Whatever a message holds is text here; its HTML is shown in a frame that may do nothing. */
export function writeInbox(
  messages: readonly ShownMessage[],
  { to, nonce }: { readonly to: string | undefined; readonly nonce: string },
): string {
  const list = messages.map((message, i) => html`<li>${article(message, i === 0)}</li>`);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Inbox</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${new Html(style)}</style>
</head>
<body>
<main data-latest="${messages[0]?.id ?? ''}">
<h1>Inbox</h1>
<p class="soft">In development, mails and text messages stay here while no connector is configured. They are kept in memory: a restart empties the inbox.</p>
<form method="get" action="/dev/inbox" role="search">
<div><label for="to">Sent to</label><input id="to" name="to" value="${to ?? ''}" autocomplete="off" spellcheck="false"></div>
<button>Filter</button>${to === undefined ? '' : ' '}${to === undefined ? '' : html`<a class="button" href="/dev/inbox">Show all</a>`}
</form>
<div class="news" role="status"></div>
${messages.length === 0 ? html`<p>${to === undefined ? 'Nothing has been sent yet.' : 'Nothing has been sent to this address yet.'}</p>` : html`<ol>${list}</ol>`}
</main>
<script nonce="${nonce}">${new Html(script)}</script>
</body>
</html>
`;
  return page.text;
}

function article({ id, createdAt, channel, to, type, code, subject, html: mail, text }: ShownMessage, open: boolean) {
  const title = subject ?? 'Text message';
  const at = new Date(createdAt).toISOString();
  const opened = open ? ' open' : '';
  return html`<article aria-labelledby="m-${id}">
<h2 id="m-${id}">${title}</h2>
<dl><dt>To</dt><dd>${channel === 'phone' ? '+' : ''}${to}</dd><dt>Kind</dt><dd>${type}</dd><dt>Sent</dt><dd><time datetime="${at}">${at.replace('T', ' ').replace(/\..*$/, ' UTC')}</time></dd></dl>
${code === null ? '' : html`<p class="code"><output aria-label="Code">${code}</output><button type="button" hidden data-copy="${code}">Copy the code</button></p>`}
${
  channel === 'phone'
    ? html`<p class="bubble">${text}</p>`
    : html`${
        mail === undefined
          ? ''
          : html`<details${opened}><summary>The mail</summary><iframe sandbox loading="lazy" title="${title}" src="/dev/inbox/messages/${id}"></iframe></details>`
      }<details><summary>Its text part</summary><pre>${text}</pre></details>`
}
</article>`;
}

const fixed = { 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' } as const;

/** The headers of the page: nothing from elsewhere, no script but ours, in nobody's frame. */
export const inboxHeaders = (nonce: string): Readonly<Record<string, string>> => ({
  ...fixed,
  'content-security-policy': [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    'img-src data:',
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
});

/**
 * The headers of a mail: what it holds may be anybody's, so it is an origin of its own without scripts, forms or frames,
 * also when it is opened by itself. Its styles are inline, as those of mails are.
 */
export const mailHeaders: Readonly<Record<string, string>> = {
  ...fixed,
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data: https:',
    "form-action 'none'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    'sandbox',
  ].join('; '),
};
