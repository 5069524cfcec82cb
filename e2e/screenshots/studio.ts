/** Shows pages in every look and takes their pictures. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers, journey, launch, overflowsSideways } from '../browser.ts';
import { looks, wantedLooks } from './looks.ts';
import { documents, folder } from './places.ts';

/** Takes a picture of what the page shows now; fails at its end where somebody is kept out of it. */
export type Shoot = (
  name: string,
  options?: {
    /** Only what the window shows, not the whole page. */
    readonly window?: boolean;
    /** The looks in which the documents show what the window shows. */
    readonly inDocuments?: readonly string[];
  },
) => Promise<void>;

/** A walk through pages; it may be walked in any language, so it goes by what elements are, not by what they say. */
export type Walk = (page: Page, shoot: Shoot) => Promise<void>;

/** Walks through pages in every look, on the settings that `arrange` makes. */
export function shots(
  area: string,
  arrange: () => Promise<void>,
  walks: Readonly<Record<string, Walk>>,
  options: BrowserContextOptions = {},
): void {
  describe(area, () => {
    let browser: Browser;
    beforeAll(async () => {
      await arrange();
      browser = await launch();
    });
    afterAll(() => browser?.close());
    describe.each(wantedLooks)('%s', look => {
      it.each(Object.entries(walks))('%s', async (_, walk) => {
        const faults: string[] = [];
        const window = { viewport: { width: 1100, height: 800 }, reducedMotion: 'reduce' as const };
        await journey(browser, { ...window, ...options, ...looks[look] }, async page => {
          await walk(page, async (name, { window: isWindow = false, inDocuments = [] } = {}) => {
            await settle(page);
            // We have no sentences in such a language yet; the page has to be ready for them.
            if (look === 'right-to-left')
              await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
            // As it looks when somebody reads it: a pointer changes what it is over.
            await page.mouse.move(0, 0);
            await page.screenshot({ path: `${folder}/${name}.${look}.png`, fullPage: !isWindow });
            if (inDocuments.includes(look) && process.env['DOCS'] === '1') {
              await page.screenshot({ path: `${documents}/${look === 'light' ? name : `${name}-${look}`}.png` });
            }
            faults.push(...(await faultsOf(page)).map(fault => `${name}: ${fault}`));
          });
        });
        expect(faults).toEqual([]);
      });
    });
  });
}

async function faultsOf(page: Page): Promise<readonly string[]> {
  const barriers = await findBarriers(page, { leastRules: 10 });
  return (await overflowsSideways(page)) ? [...barriers, 'it scrolls sideways'] : barriers;
}

/** Waits until nothing is asked for and nothing moves. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => {})));
  });
}
