/**
 * The web pages as the server hands them out: an HTML shell per response, and the files of the web build.
 *
 * Owns the shell with its boot data, the headers that fence a page in, and the list of files that may be
 * served. Does not know the web framework (`http/` mounts it), nor what a page shows (that is the `web`
 * package), nor where its boot data comes from (`sign-in/`, `applications/`, `tenants/`).
 */

export { Html, html, isolated, plainText } from './html.ts';
export type { PageDress } from './html-shell.ts';
export { onwardPage } from './onward-page.ts';
export { isPreview } from './page-headers.ts';
export { keepLocale, pageLocale } from './page-locale.ts';
export { createPages, type PageResponse, type Pages } from './pages.ts';
export { defaultWebRoot } from './web-build.ts';
