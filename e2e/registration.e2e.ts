import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers, journey, launch, overflowsSideways } from './browser.ts';
import {
  codesFor,
  createReachable,
  findByEmail,
  newEmail,
  newPassword,
  newUsername,
  setAccountApi,
  setSignIn,
} from './operator.ts';
import { errorOf, goToSignIn, signedIn } from './steps.ts';

let browser: Browser;

beforeAll(async () => {
  await setAccountApi(true);
  browser = await launch();
});

afterAll(() => browser?.close());

const code = (page: Page) => page.getByLabel('Code', { exact: true });

async function enterCode(page: Page, address: string): Promise<void> {
  await code(page).waitFor();
  await code(page).fill((await codesFor(address))[0] ?? '');
}

async function goToRegister(page: Page): Promise<void> {
  await goToSignIn(page);
  await page.getByRole('link', { name: 'Create account' }).click();
  await page.getByRole('heading', { name: /^Create your/ }).waitFor();
}

describe('somebody new, where accounts have an address, a name and a password', () => {
  beforeAll(() =>
    setSignIn(
      [
        ['username', 'password'],
        ['email', 'code', 'password'],
      ],
      {
        signUp: {
          identifiers: ['email'],
          password: true,
          verify: true,
          secondaryIdentifiers: [{ identifier: 'username' }],
        },
      },
    ),
  );

  it('answers one question a page and comes back to the app signed in', () =>
    journey(browser, {}, async page => {
      const [email, username, password] = [newEmail(), newUsername(), newPassword()];
      await goToRegister(page);
      await page.getByText('Step 1 of 4').waitFor();
      const field = page.getByLabel('Email address');
      expect(await field.getAttribute('autocomplete')).toBe('email');
      await field.fill('not an address');
      await page.keyboard.press('Enter');
      expect(await errorOf(page, 'Email address')).toMatch(/isn’t an email address/);
      await field.fill(email);
      await page.keyboard.press('Enter');
      await page.getByText('Step 2 of 4').waitFor();
      await page.getByText('We’ve sent a 6-digit code to this address.').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await enterCode(page, email);
      await page.getByText('Step 3 of 4').waitFor();
      await page.getByRole('heading', { name: 'Choose a username' }).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      // What was typed for the address is no username.
      expect(await page.getByLabel('Username').inputValue()).toBe('');
      await page.getByLabel('Username').fill(username);
      await page.keyboard.press('Enter');
      await page.getByText('Step 4 of 4').waitFor();
      await page.getByText(email).waitFor();
      await page.getByLabel('Password', { exact: true }).fill(email);
      await page.keyboard.press('Enter');
      expect(await errorOf(page, 'Password')).toMatch(/email address/);
      await page.getByLabel('Password', { exact: true }).fill(password);
      await page.keyboard.press('Enter');
      await signedIn(page);
      expect(await findByEmail(email)).toMatchObject({ username, primaryEmail: email });
    }));

  it('goes on after the tab was loaded anew while they looked for the code', () =>
    journey(browser, {}, async page => {
      const email = newEmail();
      await goToRegister(page);
      await page.getByLabel('Email address').fill(email);
      await page.keyboard.press('Enter');
      await code(page).waitFor();
      await page.reload();
      await enterCode(page, email);
      await page.getByText('Step 3 of 4').waitFor();
    }));

  it('fits a small phone in the dark', () =>
    journey(browser, { colorScheme: 'dark', viewport: { width: 320, height: 640 } }, async page => {
      const email = newEmail();
      await goToRegister(page);
      await page.getByLabel('Email address').fill(email);
      await page.keyboard.press('Enter');
      await code(page).waitFor();
      expect(await overflowsSideways(page)).toBe(false);
      expect(await findBarriers(page)).toEqual([]);
    }));
});

describe('somebody who forgot that they have an account', () => {
  it('signs in to it with the code that they have just entered', () =>
    journey(browser, {}, async page => {
      await setSignIn([['email', 'code']], { signUp: { identifiers: ['email'], password: false, verify: true } });
      const ada = await createReachable('Ada Lovelace');
      await goToRegister(page);
      await page.getByLabel('Email address').fill(ada.email);
      await page.keyboard.press('Enter');
      await enterCode(page, ada.email);
      await page.getByRole('heading', { name: 'You already have an account' }).waitFor();
      expect(await page.getByRole('main').innerText()).toContain(ada.email);
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await signedIn(page);
      await page.getByText('Ada Lovelace').first().waitFor();
    }));
});

describe('somebody with a phone number and nothing else', () => {
  it('creates an account and signs in with it', () =>
    journey(browser, {}, async page => {
      await setSignIn([['phone', 'code']], { signUp: { identifiers: ['phone'], password: false, verify: true } });
      const national = String(900_000_000 + Math.floor(Math.random() * 99_999_999));
      const shown = `+886 ${national.slice(0, 3)} ${national.slice(3, 6)} ${national.slice(6)}`;
      await goToRegister(page);
      await page.getByText('Step 1 of 2').waitFor();
      const field = page.getByLabel('Phone number');
      expect(await field.getAttribute('autocomplete')).toBe('tel');
      await field.fill(`0${national}`);
      await page.keyboard.press('Enter');
      expect(await errorOf(page, 'Phone number')).toMatch(/country code/);
      await field.fill(shown);
      await page.keyboard.press('Enter');
      await page.getByText(`+886${national}`).waitFor();
      await enterCode(page, `886${national}`);
      await signedIn(page);
    }));
});
