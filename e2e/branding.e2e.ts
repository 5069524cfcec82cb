import { createServer, type Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers, journey, launch, overflowsSideways } from './browser.ts';
import {
  createPerson,
  dress,
  newUsername,
  openRegistration,
  type Person,
  setAccountApi,
  setAccountCss,
  undressed,
} from './operator.ts';
import { enter, goToSignIn, signedIn } from './steps.ts';

let browser: Browser;
let ada: Person;
let pictures: Server;
let picturesAt: string;
const asked: string[] = [];

beforeAll(async () => {
  await openRegistration();
  await setAccountApi(true);
  ada = await createPerson('Ada Lovelace');
  // A host of the tenant's: logos lie there, and it tells what it was asked for.
  pictures = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.referer ?? 'without referrer'}`);
    if (!request.url?.endsWith('.svg')) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'image/svg+xml' });
    response.end(
      '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="50"><rect width="400" height="50" fill="#888"/></svg>',
    );
  }).listen(0, 'localhost');
  await new Promise(resolve => pictures.once('listening', resolve));
  const address = pictures.address();
  picturesAt = `http://localhost:${typeof address === 'object' ? address?.port : ''}`;
  browser = await launch();
});

afterEach(async () => {
  await dress(undressed);
  await setAccountCss(null);
});

afterAll(async () => {
  await browser?.close();
  pictures?.close();
});

const styleOf = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
const submit = 'main button[type="submit"]';

describe('a tenant’s colours', () => {
  // Too light for white words, too light for links, too dark for a dark page, and white on white.
  it.each([
    ['#ffcc00', '#ffcc00', 'rgb(0, 0, 0)'],
    ['#101040', '#101040', 'rgb(255, 255, 255)'],
    ['#ffffff', '#000000', 'rgb(0, 0, 0)'],
  ])(
    '%s, dark %s: are on the page, and everything can still be read',
    async (primaryColor, darkPrimaryColor, words) => {
      await dress({ color: { primaryColor, darkPrimaryColor, isDarkModeEnabled: true } });
      for (const colorScheme of ['light', 'dark'] as const) {
        await journey(browser, { colorScheme }, async page => {
          await goToSignIn(page);
          expect(await findBarriers(page)).toEqual([]);
          if (colorScheme === 'light') expect(await styleOf(page, submit, 'color')).toBe(words);
          await enter(page, ada.username, 'wrong');
          await page.locator('[aria-invalid="true"]').waitFor();
          expect(await findBarriers(page)).toEqual([]);
          // What means the same everywhere is the same everywhere.
          const focus = colorScheme === 'light' ? '#2456d6' : '#a6c1ff';
          expect(await styleOf(page, 'html', '--fh-focus')).toBe(focus);
        });
      }
    },
  );

  it('do not come in the dark where the tenant has no dark ones', async () => {
    await dress({ color: { primaryColor: '#0b6e5f', darkPrimaryColor: '#0b6e5f', isDarkModeEnabled: false } });
    await journey(browser, { colorScheme: 'dark' }, async page => {
      await goToSignIn(page);
      expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('light');
      expect(await styleOf(page, 'body', 'background-color')).toBe('rgb(246, 247, 249)');
    });
  });
});

describe('a tenant’s logo', () => {
  it('stands in its box, named by the tenant, and its host learns nothing but that it is shown', async () => {
    await dress({ branding: { logoUrl: `${picturesAt}/logo.svg`, darkLogoUrl: `${picturesAt}/dark.svg` } });
    for (const [colorScheme, shown] of [
      ['light', '/logo.svg'],
      ['dark', '/dark.svg'],
    ] as const) {
      await journey(browser, { colorScheme }, async page => {
        asked.length = 0;
        await goToSignIn(page);
        const logo = page.getByRole('banner').getByRole('img');
        expect(await logo.getAttribute('src')).toBe(picturesAt + shown);
        expect(await logo.getAttribute('alt')).toBe('Freehold');
        await expect.poll(() => logo.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
        const box = await logo.boundingBox();
        expect([box?.width, box?.height]).toEqual([160, 40]);
        expect(asked.every(line => line.endsWith('without referrer'))).toBe(true);
        expect(await findBarriers(page)).toEqual([]);
      });
    }
    await journey(browser, { viewport: { width: 320, height: 640 } }, async page => {
      await goToSignIn(page);
      expect(await overflowsSideways(page)).toBe(false);
    });
  });

  it('that does not load gives way to the name', async () => {
    await dress({ branding: { logoUrl: `${picturesAt}/gone.png` } });
    await journey(browser, {}, async page => {
      await goToSignIn(page);
      await page.getByRole('banner').getByText('Freehold').waitFor();
      expect(await page.getByRole('banner').getByRole('img').count()).toBe(0);
    });
  });
});

describe('an administrator’s own rules', () => {
  it('win over ours without a fight, and can be left out', async () => {
    // One class and one element, against rules of ours that are far more specific.
    await dress({ customCss: '.fh-card { border-top: 4px solid rgb(1, 2, 3) } button { border-radius: 17px }' });
    await journey(browser, {}, async page => {
      await goToSignIn(page);
      expect(await styleOf(page, '.fh-card', 'border-top-color')).toBe('rgb(1, 2, 3)');
      expect(await styleOf(page, submit, 'border-top-left-radius')).toBe('17px');
      await page.goto(`${page.url()}&custom_css=0`);
      await page.locator('main .mantine-Button-root').waitFor();
      expect(await styleOf(page, '.fh-card', 'border-top-color')).not.toBe('rgb(1, 2, 3)');
      expect(await styleOf(page, submit, 'border-top-left-radius')).toBe('6px');
    });
  });

  it('are others for the account pages', async () => {
    await setAccountCss('h1 { color: rgb(4, 5, 6) }');
    await journey(browser, {}, async page => {
      await page.goto('/account');
      await page.waitForURL(/\/sign-in\b/);
      expect(await styleOf(page, 'h1', 'color')).not.toBe('rgb(4, 5, 6)');
      await enter(page, ada.username, ada.password);
      await page.waitForURL(/\/account\b/);
      await page.locator('h1').waitFor();
      // The heading of the page that waits gives way to that of the account.
      await expect.poll(() => styleOf(page, 'h1', 'color')).toBe('rgb(4, 5, 6)');
    });
  });

  it('load nothing from elsewhere, so that no rule can tell what somebody types', async () => {
    await dress({
      customCss: `@import url("${picturesAt}/import.css");
        @font-face { font-family: spy; src: url("${picturesAt}/font.woff2") }
        body { font-family: spy; background: url("${picturesAt}/back.svg") }
        input[value^="a"] { background: url("${picturesAt}/typed-a.svg") }`,
    });
    asked.length = 0;
    const context = await browser.newContext({ locale: 'en' });
    try {
      const page = await context.newPage();
      const refused: string[] = [];
      page.on('console', message => refused.push(message.text()));
      await page.goto(new URL('/demo-app', process.env['E2E_BASE_URL']).href);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByLabel(/Username/).fill('ada');
      await page.waitForLoadState('networkidle');
      expect(refused.filter(text => text.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(3);
      expect(asked).toEqual([]);
    } finally {
      await context.close();
    }
  });
});

describe('terms that have to be agreed to', () => {
  it('are ticked once by whoever signs in', async () => {
    await dress({ agreeToTermsPolicy: 'Manual' });
    await journey(browser, {}, async page => {
      await goToSignIn(page);
      await enter(page, ada.username, ada.password);
      await page.getByText('Tick the box to agree first.').first().waitFor();
      expect(await findBarriers(page)).toEqual([]);
      const box = page.getByRole('checkbox', { name: 'I agree to the terms of use and the privacy policy.' });
      expect((await box.boundingBox())?.height).toBeGreaterThanOrEqual(24);
      await page.getByText('I agree to the terms of use').click();
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await signedIn(page);
    });
  });

  it('are asked of newcomers alone where the tenant says so', async () => {
    await dress({ agreeToTermsPolicy: 'ManualRegistrationOnly' });
    await journey(browser, {}, async page => {
      await goToSignIn(page);
      expect(await page.getByRole('checkbox').count()).toBe(0);
      await page.getByRole('link', { name: 'Create account' }).click();
      await page.getByLabel('Username').fill(newUsername());
      await page.keyboard.press('Enter');
      await page.getByText('Tick the box to agree first.').first().waitFor();
      await page.getByRole('checkbox').check();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByText('Step 2 of 2').waitFor();
    });
  });
});
