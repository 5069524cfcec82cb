import { escapeHtml } from '../pages/html-shell.ts';
import type { EntryFiles } from '../pages/web-build.ts';
import { parts } from './documents.ts';

/** Markup that is ready to be sent: everything that is not ours in it has been escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Value = Html | string | number | readonly Html[];

/** Writes markup. What is put in is escaped, unless it is markup already. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const written = values.map(value => {
    if (value instanceof Html) return value.text;
    return typeof value === 'object' ? value.map(each => each.text).join('') : escapeHtml(String(value));
  });
  return new Html(strings.map((part, i) => part + (written[i] ?? '')).join(''));
}

/** Prose of the contract, in which names of code stand between backticks. */
export const prose = (text: string): Html =>
  new Html(
    text
      .split('`')
      .map((piece, i) => (i % 2 === 1 ? html`<code>${piece}</code>` : html`${piece}`).text)
      .join(''),
  );

export interface Document {
  readonly title: string;
  /** Path of the page, to mark it in the list of pages. */
  readonly path: string;
  readonly body: Html;
  readonly files: EntryFiles | undefined;
  /** Runs the entry's script. Without it the page is refused any. */
  readonly script?: boolean;
}

const places = [
  ...parts.map(({ path, name }) => ({ path: `/docs/${path}`, name })),
  { path: '/errors', name: 'Problem codes' },
];

/** A whole page with the list of pages on top. */
export function writeDocument({ title, path, body, files, script = false }: Document): string {
  const link = (place: { path: string; name: string }) =>
    place.path === path
      ? html`<a href="${place.path}" aria-current="page">${place.name}</a>`
      : html`<a href="${place.path}">${place.name}</a>`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
${(files?.styles ?? []).map(href => html`<link rel="stylesheet" href="${href}">\n`)}${
  script && files
    ? [
        ...files.preload.map(href => html`<link rel="modulepreload" href="${href}">\n`),
        html`<script type="module" src="${files.script}"></script>\n`,
      ]
    : []
}</head>
<body>
<header class="site-header"><nav aria-label="Reference"><a class="name" href="/docs">Freehold</a>${places.map(link)}</nav></header>
${body}
</body>
</html>
`;
  return page.text;
}

/** The headers of a page: nothing from elsewhere, nothing inline, and no script unless the page runs ours. */
export const documentHeaders = (script: boolean): Readonly<Record<string, string>> => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  // Problem codes are explained with the sentence that the reader would have seen.
  vary: 'Accept-Language, Cookie',
  'content-security-policy': [
    "default-src 'none'",
    ...(script ? ["script-src 'self'", "connect-src 'self'"] : []),
    "style-src 'self'",
    "img-src 'self' data:",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
});
