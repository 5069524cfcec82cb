/** What a first visit may cost: a person on a slow phone waits for every kilobyte, and leaves. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { journey, launch } from './browser.ts';
import {
  createPerson,
  dress,
  openRegistration,
  type Person,
  setAccountApi,
  setAccountCss,
  undressed,
} from './operator.ts';
import { enter, goToSignIn } from './steps.ts';

let browser: Browser;
let ada: Person;

beforeAll(async () => {
  await openRegistration();
  await setAccountApi(true);
  ada = await createPerson('Ada Lovelace');
  // As a tenant has it: its colours and its own rules are files of their own.
  await dress({ color: { ...undressed.color, primaryColor: '#0b6e5f' }, customCss: 'h1 { letter-spacing: 0 }' });
  await setAccountCss('h1 { letter-spacing: 0 }');
  browser = await launch();
});

afterAll(async () => {
  await dress(undressed);
  await setAccountCss(null);
  await browser?.close();
});

interface Loaded {
  readonly type: string;
  readonly url: string;
  bytes: number;
}

/** Writes down what the page loads from now on, as it comes over the wire, and from no cache. */
async function listen(page: Page): Promise<readonly Loaded[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const loaded = new Map<string, Loaded>();
  const all: Loaded[] = [];
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    const one = { type, url: response.url, bytes: 0 };
    loaded.set(requestId, one);
    if (!one.url.startsWith('data:')) all.push(one);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = loaded.get(requestId);
    if (one !== undefined) one.bytes = encodedDataLength;
  });
  return all;
}

const sum = (all: readonly Loaded[], type: string): number =>
  all.filter(one => one.type === type).reduce((total, { bytes }) => total + bytes, 0);
const fromElsewhere = (all: readonly Loaded[], page: Page): readonly string[] =>
  all.map(({ url }) => url).filter(url => new URL(url).origin !== new URL(page.url()).origin);

describe('the first visit', () => {
  it('to sign in loads at most 110 kB of scripts and 20 kB of styles, in 12 requests, all from here', () =>
    journey(browser, {}, async page => {
      await goToSignIn(page);
      const all = await listen(page);
      await page.reload({ waitUntil: 'networkidle' });
      expect(sum(all, 'Script')).toBeGreaterThan(20_000);
      console.log(sum(all, 'Script'), sum(all, 'Stylesheet'), all.length);
      expect(sum(all, 'Script')).toBeLessThan(110_000);
      expect(sum(all, 'Stylesheet')).toBeGreaterThan(1_000);
      expect(sum(all, 'Stylesheet')).toBeLessThan(20_000);
      expect(all.length).toBeLessThanOrEqual(12);
      expect(fromElsewhere(all, page)).toEqual([]);
    }));

  it.each([
    ['/account', 180_000],
    ['/console', 250_000],
  ])('to %s loads at most %i bytes of scripts, all from here', (path, most) =>
    journey(browser, {}, async page => {
      await page.goto(path);
      await page.waitForURL(/\/sign-in\b/);
      await enter(page, ada.username, ada.password);
      await page.waitForURL(new RegExp(`${path}(?:\\?|$)`));
      await page.waitForLoadState('networkidle');
      const all = await listen(page);
      await page.reload({ waitUntil: 'networkidle' });
      expect(sum(all, 'Script')).toBeGreaterThan(20_000);
      expect(sum(all, 'Script')).toBeLessThan(most);
      expect(sum(all, 'Stylesheet')).toBeLessThan(20_000);
      expect(fromElsewhere(all, page)).toEqual([]);
    }),
  );
});

/** A mid-range phone on a slow mobile network: 1.6 Mbit/s, 150 ms there and back, a fourth of this machine. */
async function onSlowPhone(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

interface Felt {
  readonly painted: number;
  readonly usable: number;
  readonly takenOver: number;
  readonly shifted: number;
}

/** Has the page measure itself, from its first moment on. */
const watch = (context: BrowserContext) =>
  context.addInitScript(() => {
    const felt = { painted: 0, usable: 0, takenOver: 0, shifted: 0 };
    Object.assign(window, { felt });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) {
        if (entry.name === 'first-contentful-paint') felt.painted = entry.startTime;
      }
    }).observe({ type: 'paint', buffered: true });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) felt.shifted += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    new MutationObserver(() => {
      if (felt.usable === 0 && document.querySelector('button[type=submit]')) felt.usable = performance.now();
      if (felt.takenOver === 0 && document.querySelector('.mantine-Button-root')) felt.takenOver = performance.now();
    }).observe(document, { childList: true, subtree: true });
  });

describe('on a slow phone', () => {
  it('the sign-in page is there within 1.5 s, can be used within 3 s, and nothing on it jumps', () =>
    journey(browser, { viewport: { width: 390, height: 760 }, hasTouch: true, isMobile: true }, async page => {
      await watch(page.context());
      await goToSignIn(page);
      await onSlowPhone(page);
      // The best of three: other work on this machine can only make it slower.
      const times: Felt[] = [];
      for (let i = 0; i < 3; i++) {
        await page.reload({ waitUntil: 'networkidle' });
        times.push(await page.evaluate(() => (window as unknown as { felt: Felt }).felt));
      }
      const best = (of: (felt: Felt) => number) => Math.min(...times.map(of));
      expect(best(({ painted }) => painted)).toBeGreaterThan(150);
      expect(best(({ painted }) => painted)).toBeLessThanOrEqual(1500);
      expect(best(({ usable, painted }) => Math.max(usable, painted))).toBeLessThanOrEqual(3000);
      expect(best(({ takenOver }) => takenOver)).toBeGreaterThan(0);
      expect(best(({ takenOver }) => takenOver)).toBeLessThanOrEqual(3000);
      expect(Math.max(...times.map(({ shifted }) => shifted))).toBeLessThanOrEqual(0.02);
    }));
});
