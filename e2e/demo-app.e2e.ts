import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers, journey, launch, overflowsSideways } from './browser.ts';
import { createPerson, newUsername, openRegistration, type Person, setAccountApi } from './operator.ts';
import { errorOf, signedIn, signIn } from './steps.ts';

let browser: Browser;
let ada: Person;
let grace: Person;

beforeAll(async () => {
  await openRegistration();
  await setAccountApi(true);
  [ada, grace] = await Promise.all([createPerson('Ada Lovelace'), createPerson('Grace Hopper')]);
  browser = await launch();
});

afterAll(() => browser?.close());

describe('somebody on the demo app', () => {
  it('sees what the app was told, and that their picture is not set', () =>
    journey(browser, {}, async page => {
      await signIn(page, ada);
      const claim = (name: string) =>
        page
          .getByRole('region', { name: 'What the app was told' })
          .locator('.fh-value', { hasText: name })
          .locator('dd')
          .innerText();
      expect(await claim('sub')).toBe(ada.id);
      expect(await claim('aud')).toBe('demo-app');
      await page.getByText('Ada Lovelace').first().waitFor();
      expect(await page.getByLabel('Picture').getAttribute('placeholder')).toBe('Not set');
      expect(await findBarriers(page)).toEqual([]);
    }));

  it('changes name and username, and signs in with the new one', () =>
    journey(browser, {}, async page => {
      const username = newUsername();
      await signIn(page, grace);
      await page.getByLabel('Name', { exact: true }).fill('Grace Brewster Hopper');
      await page.getByLabel('Username', { exact: true }).fill(username);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.locator('.fh-notice', { hasText: 'Saved.' }).waitFor();
      expect(await page.getByRole('status').innerText()).toBe('Saved.');
      await page.reload();
      await signedIn(page);
      expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Grace Brewster Hopper');
      grace = { ...grace, username };
      await page.context().clearCookies();
      await page.evaluate(() => sessionStorage.clear());
      await signIn(page, grace);
    }));

  it('hears the server’s reason at the field, and never loads a stranger’s picture', () =>
    journey(browser, {}, async page => {
      const elsewhere: string[] = [];
      page.on('request', request => {
        if (new URL(request.url()).host === 'pictures.example') elsewhere.push(request.url());
      });
      await signIn(page, ada);
      await page.getByLabel('Username', { exact: true }).fill(grace.username);
      await page.getByRole('button', { name: 'Save' }).click();
      expect(await errorOf(page, 'Username')).toMatch(/taken/);
      await page.getByLabel('Username', { exact: true }).fill(ada.username);
      await page.getByLabel('Picture').fill('https://pictures.example/ada.png');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.locator('.fh-notice', { hasText: 'Saved.' }).waitFor();
      await page.reload();
      await signedIn(page);
      expect(await page.getByLabel('Picture').inputValue()).toBe('https://pictures.example/ada.png');
      expect(elsewhere).toEqual([]);
    }));

  it('signs out, and the next sign-in asks again', () =>
    journey(browser, {}, async page => {
      await signIn(page, ada);
      await page.getByRole('button', { name: 'Sign out', exact: true }).click();
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.waitForURL(/\/sign-in\b/);
    }));

  it('is told what the operator has to do while the Account API is off', () =>
    journey(browser, {}, async page => {
      await setAccountApi(false);
      try {
        await signIn(page, ada);
        await page.getByRole('link', { name: '/console/account-pages' }).waitFor();
        expect(await findBarriers(page)).toEqual([]);
      } finally {
        await setAccountApi(true);
      }
    }));

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`fits a small phone and has no barriers, ${colorScheme}`, () =>
      journey(browser, { colorScheme, viewport: { width: 320, height: 640 } }, async page => {
        await page.goto('/demo-app');
        await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
        expect(await findBarriers(page)).toEqual([]);
        await signIn(page, ada);
        expect(await overflowsSideways(page)).toBe(false);
        expect(await findBarriers(page)).toEqual([]);
      }));
  }
});
