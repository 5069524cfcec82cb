import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { baseUrl, chromiumPath } from './environment.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Starts the browser that all journeys of a file share; each journey gets a profile of its own. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * Runs a journey in a fresh profile, in English unless told otherwise. It fails at its end when the page threw
 * an error or did something that the content security policy refused, even if everything looked right.
 */
export async function journey(
  browser: Browser,
  options: BrowserContextOptions,
  run: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    baseURL: baseUrl,
    locale: 'en',
    viewport: { width: 1000, height: 760 },
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('console', message => {
    if (/Content Security Policy|Trusted(?:HTML|Script)|Refused to/i.test(message.text()))
      complaints.push(message.text());
  });
  try {
    await run(page);
    expect(complaints).toEqual([]);
  } catch (error) {
    if (error instanceof Error) error.message += await shownBy(page);
    throw error;
  } finally {
    await context.close();
  }
}

/** Where a page is and what it says, for a failure that cannot be looked at any more. */
async function shownBy(page: Page): Promise<string> {
  const text = await page
    .locator('body')
    .innerText({ timeout: 1000 })
    .catch(() => '(nothing)');
  return `\n--- ${page.url()} ---\n${text.slice(0, 2000)}\n---`;
}

/**
 * Looks for accessibility faults in what the page shows now; says which rule, where and why.
 *
 * @param inFrame in what its frame shows, in place of the page around it
 * @param leastRules how many rules have to find something to judge: a page that has not painted yet passes everything
 */
export async function findBarriers(page: Page, { inFrame = false, leastRules = 20 } = {}): Promise<readonly string[]> {
  // In a world of its own: the page keeps its policy, which would refuse a script from outside.
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: (inFrame ? frameTree.childFrames?.[0] : frameTree)?.frame.id ?? '',
  });
  await session.send('Runtime.evaluate', { expression: axe, contextId });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId,
    awaitPromise: true,
    returnByValue: true,
    expression: `axe.run(document, { resultTypes: ['violations'] }).then(({ violations, passes }) => ({
      rulesRun: passes.length + violations.length,
      barriers: violations.flatMap(({ id, nodes }) => nodes.map(node => id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary)),
    }))`,
  });
  await session.detach();
  if (exceptionDetails !== undefined) throw new Error(`axe did not run: ${exceptionDetails.text}`);
  const { rulesRun, barriers } = result.value as { rulesRun: number; barriers: string[] };
  if (rulesRun < leastRules) throw new Error(`axe found next to nothing to judge (${rulesRun} rules)`);
  return barriers;
}

/** Whether the page has to be scrolled sideways. */
export function overflowsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
}

/** Whether the browser would ask before the tab is closed over what the page shows. */
export function asksBeforeClosing(page: Page): Promise<boolean> {
  return page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
}
