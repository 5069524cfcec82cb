/** The browser that the tests of one file share, with the accounts as those tests need them. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { settle } from './account-pages.ts';
import { journey, launch } from './browser.ts';
import { openRegistration, setAccountApi } from './operator.ts';

/** Somebody with a browser of their own, see `journey`. */
export type Visit = (options: BrowserContextOptions, run: (page: Page) => Promise<void>) => Promise<void>;

/** Readies the server and a browser for the tests of a file. */
export function visitsAfter(ready: () => Promise<unknown>): Visit {
  let browser: Browser;
  beforeAll(async () => {
    await ready();
    browser = await launch();
  });
  afterAll(async () => {
    await settle();
    await setAccountApi(true);
    await browser?.close();
  });
  return (options, run) => journey(browser, options, run);
}

/** People sign in by password, and every field of their account can be changed. */
export const visits = (): Visit =>
  visitsAfter(async () => {
    await openRegistration();
    await settle();
  });
