import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers, journey, launch, overflowsSideways } from './browser.ts';
import { createPerson, newPassword, newUsername, openRegistration, type Person, setAccountApi } from './operator.ts';
import { enter, errorOf, goToSignIn, scriptHasCome, signedIn } from './steps.ts';

/** The files that the sentences of the pages come in. */
const sentences = /\/assets\/(?:common|pages)-[^/]+\.js$/;

let browser: Browser;
let ada: Person;

beforeAll(async () => {
  await openRegistration();
  await setAccountApi(true);
  ada = await createPerson('Ada Lovelace');
  browser = await launch();
});

afterAll(() => browser?.close());

describe('somebody who has an account', () => {
  it('signs in with username and password and comes back to the app', () =>
    journey(browser, {}, async page => {
      await goToSignIn(page);
      expect(await page.title()).toMatch(/^Sign in · \S/);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^Sign in to \S/);
      await enter(page, ada.username, ada.password);
      await signedIn(page);
      await page.getByText(ada.username).first().waitFor();
      expect(new URL(page.url()).search).toBe('');
    }));

  it('is told at the field when the password is wrong, and keeps what was typed', () =>
    journey(browser, {}, async page => {
      await goToSignIn(page);
      await enter(page, ada.username, 'not my password');
      expect(await errorOf(page, 'Password')).toMatch(/isn’t right/);
      expect(
        await page.getByLabel('Password', { exact: true }).evaluate(field => field === document.activeElement),
      ).toBe(true);
      expect(await page.getByLabel(/Username/).inputValue()).toBe(ada.username);
      expect(await page.getByRole('status').innerText()).toMatch(/isn’t right/);
      expect(await findBarriers(page)).toEqual([]);
      await page.getByLabel('Password', { exact: true }).fill(ada.password);
      await page.keyboard.press('Enter');
      await signedIn(page);
    }));

  it('is told which field is empty, first things first', () =>
    journey(browser, {}, async page => {
      await goToSignIn(page);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      expect(await errorOf(page, /Username/)).not.toBe('');
      expect(await page.getByLabel(/Username/).evaluate(field => field === document.activeElement)).toBe(true);
    }));

  it('signs in with the keyboard alone, and looks at the password on the way', () =>
    journey(browser, {}, async page => {
      await page.goto('/demo-app');
      await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/sign-in\b/);
      await page.getByLabel(/Username/).waitFor();
      await scriptHasCome(page);
      await page.keyboard.type(ada.username);
      await page.keyboard.press('Tab');
      await page.keyboard.type(ada.password);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      expect(await page.getByLabel('Password', { exact: true }).getAttribute('type')).toBe('text');
      expect(
        await page.getByRole('button', { name: 'Hide password' }).evaluate(button => button === document.activeElement),
      ).toBe(true);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await signedIn(page);
    }));

  it('is told when another language cannot be loaded, keeps what was typed, and chooses it again', () =>
    journey(browser, {}, async page => {
      await goToSignIn(page);
      await page.getByLabel(/Username/).fill(ada.username);
      await page.route(sentences, route => route.abort());
      await page.getByLabel('Language').selectOption('de');
      await page.getByRole('alert').filter({ hasText: 'That language couldn’t be loaded.' }).waitFor();
      expect(await page.getByLabel('Language').inputValue()).toBe('en');
      expect(await findBarriers(page)).toEqual([]);
      expect(await overflowsSideways(page)).toBe(false);
      await page.unroute(sentences);
      await page.getByLabel('Language').selectOption('de');
      await page.getByLabel('Sprache').waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      expect(await page.getByLabel(/Benutzername/).inputValue()).toBe(ada.username);
    }));

  it('is told when the page has no sentences at all, and loads it again', () =>
    journey(browser, {}, async page => {
      await page.route(sentences, route => route.abort());
      await page.goto('/demo-app');
      await page.getByRole('alert').filter({ hasText: 'This page couldn’t be loaded.' }).waitFor();
      await page.unroute(sentences);
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    }));

  it('composes Chinese words without sending the form', () =>
    journey(browser, {}, async page => {
      await goToSignIn(page);
      const stopped = (isComposing: boolean) =>
        page.getByLabel(/Username/).evaluate((field, composing) => {
          const press = new KeyboardEvent('keydown', {
            key: 'Enter',
            isComposing: composing,
            bubbles: true,
            cancelable: true,
          });
          field.dispatchEvent(press);
          return press.defaultPrevented;
        }, isComposing);
      expect(await stopped(true)).toBe(true);
      expect(await stopped(false)).toBe(false);
    }));

  it('is recognised by password managers', () =>
    journey(browser, {}, async page => {
      await goToSignIn(page);
      expect(await page.getByLabel(/Username/).getAttribute('autocomplete')).toBe('username');
      expect(await page.getByLabel('Password', { exact: true }).getAttribute('autocomplete')).toBe('current-password');
    }));
});

describe('somebody who is new', () => {
  it('creates an account and comes back to the app signed in', () =>
    journey(browser, {}, async page => {
      const username = newUsername();
      await goToSignIn(page);
      await page.getByRole('link', { name: 'Create account' }).click();
      const heading = page.getByRole('heading', { level: 1 });
      expect(await heading.evaluate(element => element === document.activeElement)).toBe(true);
      await page.getByRole('link', { name: 'Sign in' }).click();
      await page.getByRole('heading', { level: 1, name: /^Sign in/ }).waitFor();
      expect(await heading.evaluate(element => element === document.activeElement)).toBe(true);
      await page.goBack();
      await page.getByText('Step 1 of 2').waitFor();
      await page.getByLabel('Username').fill(ada.username);
      await page.keyboard.press('Enter');
      expect(await errorOf(page, 'Username')).toMatch(/taken/);

      await page.getByLabel('Username').fill(username);
      await page.keyboard.press('Enter');
      await page.getByText('Step 2 of 2').waitFor();
      expect(await heading.evaluate(element => element === document.activeElement)).toBe(true);
      expect(await findBarriers(page)).toEqual([]);

      // What was typed lives in memory: after a reload the first question is asked again.
      await page.reload();
      await page.getByText('Step 1 of 2').waitFor();
      expect(new URL(page.url()).pathname).toBe('/register');
      await page.getByLabel('Username').fill(username);
      await page.keyboard.press('Enter');
      await page.getByText('Step 2 of 2').waitFor();

      await page.getByLabel('Password', { exact: true }).fill('abc');
      await page.keyboard.press('Enter');
      expect(await errorOf(page, 'Password')).toMatch(/at least \d+ characters/);
      await page.getByLabel('Password', { exact: true }).fill('12345678');
      await page.keyboard.press('Enter');
      await page.getByRole('listitem').filter({ hasText: 'Not yet.' }).first().waitFor();
      expect(await findBarriers(page)).toEqual([]);

      await page.getByLabel('Password', { exact: true }).fill(newPassword());
      await page.keyboard.press('Enter');
      await signedIn(page);
      await page.getByText(username).first().waitFor();
    }));
});

describe('somebody who reads Traditional Chinese', () => {
  it('signs in without meeting another language', () =>
    journey(browser, { locale: 'zh-TW' }, async page => {
      await goToSignIn(page, '登入');
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-TW');
      expect(await page.title()).toMatch(/^登入 · /);
      await page.getByLabel(/使用者名稱/).fill(ada.username);
      await page.getByLabel('密碼', { exact: true }).fill('不是這個');
      await page.keyboard.press('Enter');
      expect(await errorOf(page, '密碼')).toMatch(/密碼不正確/);
      expect(await findBarriers(page)).toEqual([]);
      await page.getByLabel('密碼', { exact: true }).fill(ada.password);
      await page.keyboard.press('Enter');
      await signedIn(page, '登出');
    }));

  it('switches to it on the page, keeps what was typed, and finds it again on the next page', () =>
    journey(browser, {}, async page => {
      await goToSignIn(page);
      await page.getByLabel(/Username/).fill('half-typed');
      await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: '繁體中文' });
      await page.getByRole('button', { name: '登入', exact: true }).waitFor();
      expect(await page.getByLabel(/使用者名稱/).inputValue()).toBe('half-typed');
      await page.goto('/demo-app');
      await page.getByRole('button', { name: '登入', exact: true }).waitFor();
    }));
});

describe('every page of signing in', () => {
  const pages = [
    ['sign-in', async () => {}],
    [
      'register',
      async (page: import('playwright-core').Page) => page.getByRole('link', { name: 'Create account' }).click(),
    ],
  ] as const;

  for (const [name, open] of pages) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`${name} fits a small phone and has no barriers, ${colorScheme}`, () =>
        journey(browser, { colorScheme, viewport: { width: 320, height: 640 } }, async page => {
          await goToSignIn(page);
          await open(page);
          await page.getByRole('textbox').first().waitFor();
          expect(await overflowsSideways(page)).toBe(false);
          const small = await page
            .locator('main button, main input:not([readonly]), footer a, footer select')
            .evaluateAll(elements =>
              elements.filter(element => element.getBoundingClientRect().height < 44).map(element => element.outerHTML),
            );
          expect(small).toEqual([]);
          expect(await findBarriers(page)).toEqual([]);
        }));
    }
  }

  it('points the way to people who come without a sign-in under way', () =>
    journey(browser, {}, async page => {
      await page.goto('/sign-in');
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Start from the app you want to open');
      expect(await findBarriers(page)).toEqual([]);
    }));
});
