import type { Pages } from '../pages/index.ts';
import { type Part, parts } from './documents.ts';
import { html, writeDocument } from './html.ts';

/** `/docs`: which references there are. */
export function docsIndex(pages: Pages): string {
  const body = html`<main class="plain">
<h1>Reference</h1>
<p class="lead">Every operation of this server, as it is installed.</p>
<ul>
${parts.map(({ path, name }) => html`<li><a href="/docs/${path}">${name}</a></li>\n`)}</ul>
<h2>For programs</h2>
<ul>
<li><a href="/api/swagger.json">The whole API as OpenAPI 3.1</a></li>
<li><a href="/oidc/.well-known/openid-configuration">OpenID Connect discovery</a></li>
</ul>
<h2>When something is refused</h2>
<ul>
<li><a href="/errors">All problem codes, and what to do about each</a></li>
</ul>
</main>`;
  return writeDocument({ title: 'Reference · Freehold', path: '/docs', body, files: pages.files('reference') });
}

/** `/docs/<part>`: one reference in the viewer. Undefined when the viewer has not been built. */
export function docsPage(pages: Pages, { path, name }: Part): string | undefined {
  const files = pages.files('reference-viewer');
  if (!files) return undefined;
  const source = `/docs/${path}/openapi.json`;
  // The viewer brings a `main` of its own.
  const body = html`<div data-document="${source}"></div>
<noscript><p class="plain">This page needs JavaScript. Its content for programs: <a href="${source}">OpenAPI 3.1</a>.</p></noscript>`;
  return writeDocument({ title: `${name} · Freehold`, path: `/docs/${path}`, body, files, script: true });
}
