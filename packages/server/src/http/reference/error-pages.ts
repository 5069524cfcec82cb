import { type ErrorCode, errorSpec, errors, methodsOf, problemsOf, type Route, type Routes } from '@freehold/contract';
import { formatMessage, formatRelativeTime, type Locale } from '@freehold/messages';
import type { Pages } from '../pages/index.ts';
import { partOf } from './documents.ts';
import { type Html, html, prose, writeDocument } from './html.ts';

const codes = Object.keys(errors) as ErrorCode[];

const statusesOf = (code: ErrorCode): number[] => {
  const { status, alsoStatus = [] } = errorSpec(code);
  return [status, ...alsoStatus];
};

/** `/errors`: every problem code by family. */
export function errorIndex(pages: Pages): string {
  const body = html`<main class="plain">
<h1>Problem codes</h1>
<p class="lead">A refusal is <code>application/problem+json</code> with a <code>code</code> from this list. A code never changes its meaning.</p>
${[...byFamily()].map(([family, members]) => familyTable(family, members))}</main>`;
  return writeDocument({ title: 'Problem codes · Freehold', path: '/errors', body, files: pages.files('reference') });
}

function byFamily(): Map<string, ErrorCode[]> {
  const families = new Map<string, ErrorCode[]>();
  for (const code of codes) {
    const [family = ''] = code.split('.');
    families.set(family, [...(families.get(family) ?? []), code]);
  }
  return families;
}

const familyTable = (family: string, members: readonly ErrorCode[]): Html => html`<h2 id="${family}">${family}</h2>
<table>
<thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Title</th></tr></thead>
<tbody>
${members.map(
  code =>
    html`<tr><td><a href="/errors/${code}">${code}</a></td><td>${statusesOf(code).join(', ')}</td><td>${errorSpec(code).title}</td></tr>\n`,
)}</tbody>
</table>
`;

/** `/errors/<code>`: what `type` of a refusal leads to, with the sentence that people read in `locale`. */
export function errorPage(pages: Pages, groups: readonly Routes[], code: ErrorCode, locale: Locale): string {
  const { title, when, fix } = errorSpec(code);
  const statuses = statusesOf(code);
  const body = html`<main class="plain">
<p class="lead"><a href="/errors">Problem codes</a></p>
<h1>${title}</h1>
<p class="lead"><code>${code}</code>, HTTP status ${statuses.join(' or ')}</p>
<h2>When it happens</h2>
<p>${prose(when)}</p>
<h2>What to do</h2>
<p>${prose(fix)}</p>
<h2>What people read</h2>
<blockquote lang="${locale}">${formatMessage(locale, `errors.${code}`, sample(locale))}</blockquote>
${answeredBy(groups, code)}</main>`;
  return writeDocument({
    title: `${title} · Freehold`,
    path: `/errors/${code}`,
    body,
    files: pages.files('reference'),
  });
}

/** Values for the few sentences that have places: an example reads better than the places do. */
const sample = (locale: Locale) => ({
  part: 'body',
  min: 8,
  max: 256,
  relativeTime: formatRelativeTime(locale, 600),
});

/** More operations than this are no help: the code says something about the caller, not about the operation. */
const mostOperations = 12;

function answeredBy(groups: readonly Routes[], code: ErrorCode): Html {
  const operations = groups
    .flatMap(group => Object.entries<Route>(group))
    .filter(([, route]) => problemsOf(route).some(problem => problem.code === code));
  if (operations.length === 0 || operations.length > mostOperations) return html``;
  return html`<h2>Operations that answer it</h2>
<ul>
${operations.map(([name, route]) => operationLink(name, route))}</ul>
`;
}

function operationLink(name: string, route: Route): Html {
  const call = html`<code>${methodsOf(route)[0] ?? ''} ${route.path}</code>`;
  const part = partOf(route);
  return part
    ? html`<li>${call} <a href="/docs/${part.path}#/${part.tag}/${name}">${route.summary}</a></li>\n`
    : html`<li>${call} ${route.summary}</li>\n`;
}

/** `/errors/<anything else>`. */
export function unknownErrorPage(pages: Pages): string {
  const body = html`<main class="plain">
<h1>No such problem code</h1>
<p>This server answers no problem with this code. <a href="/errors">All problem codes</a></p>
</main>`;
  return writeDocument({ title: 'No such problem code · Freehold', path: '', body, files: pages.files('reference') });
}
