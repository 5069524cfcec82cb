/**
 * Which address shows which page, and what a page is told before it starts.
 *
 * `mount-pages.ts` lists the addresses; `boot.ts` puts together what a page knows; `dress.ts` what makes it the tenant's own;
 * `sign-in-form.ts` is the way in for browsers without scripts. How a page is written is `../pages/`'s, what it shows the
 * `web` package's. It decides nothing about who may sign in: the form walks the steps of `sign-in/`, as scripts do.
 */
export { mountPages } from './mount-pages.ts';
export type { PageNeeds } from './needs.ts';
