/** The pages on which people sign in, register, recover and consent. */
import { createHash, randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { createHolder, enterCode } from '../account-people.ts';
import { createThirdParty, newEmail, newPassword, newUsername } from '../operator.ts';
import { scriptHasCome } from '../steps.ts';
import { arrive } from './arrive.ts';
import { furnish } from './settings.ts';
import { shots } from './studio.ts';

const field = (page: Page, kind: string) => page.locator(`main input[autocomplete^="${kind}"]`).first();

async function consent(page: Page, name: string): Promise<void> {
  const { id } = await createThirdParty(name, 'https://notes.example/callback', { userScopes: ['profile', 'email'] });
  const challenge = createHash('sha256').update(randomBytes(32).toString('base64url')).digest('base64url');
  const person = await createHolder();
  const query = new URLSearchParams({
    client_id: id,
    redirect_uri: 'https://notes.example/callback',
    response_type: 'code',
    scope: 'openid offline_access profile email',
    prompt: 'consent',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  await page.goto(`/oidc/auth?${query}`);
  await scriptHasCome(page);
  await field(page, 'username').fill(person.username);
  await page.keyboard.press('Enter');
  await field(page, 'current-password').fill(person.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/consent\b/);
  await page.locator('h1').waitFor();
}

shots('sign-in', furnish, {
  'with a password or a code': async (page, shoot) => {
    const person = await createHolder();
    await arrive(page);
    await shoot('sign-in', { inDocuments: ['light', 'phone-dark-zh-TW'] });
    await page.locator('main button[type="submit"]').click();
    await page.locator('[aria-invalid="true"]').waitFor();
    await shoot('sign-in-error');
    await field(page, 'username').fill(person.username);
    await page.keyboard.press('Enter');
    await field(page, 'current-password').waitFor();
    await shoot('sign-in-password');
    await field(page, 'current-password').fill('wrong');
    await page.keyboard.press('Enter');
    await page.locator('[aria-invalid="true"]').waitFor();
    await shoot('sign-in-password-error');
    await arrive(page);
    await field(page, 'username').fill(person.primaryEmail);
    await page.keyboard.press('Enter');
    await field(page, 'one-time-code').waitFor();
    await shoot('sign-in-code');
    await field(page, 'one-time-code').fill('000000');
    await page.locator('[aria-invalid="true"]').waitFor();
    await shoot('sign-in-code-error');
    await enterCode(page, person.primaryEmail);
    await page.waitForURL(/\/demo-app/);
    await page.locator('main button').first().waitFor();
    await shoot('demo-app');
  },

  registration: async (page, shoot) => {
    const email = newEmail();
    await arrive(page);
    await page.locator('a[href*="/register"]').click();
    await field(page, 'email').waitFor();
    await shoot('register');
    await field(page, 'email').fill(email);
    await page.keyboard.press('Enter');
    await field(page, 'one-time-code').waitFor();
    await shoot('register-code');
    await enterCode(page, email);
    await field(page, 'username').waitFor();
    await shoot('register-username');
    await field(page, 'username').fill(newUsername());
    await page.keyboard.press('Enter');
    await field(page, 'new-password').waitFor();
    await shoot('register-password');
  },

  'an address without an account, and one with': async (page, shoot) => {
    const nobody = newEmail();
    await arrive(page);
    await field(page, 'username').fill(nobody);
    await page.keyboard.press('Enter');
    await enterCode(page, nobody);
    await page.locator('main input').waitFor({ state: 'detached' });
    await shoot('no-account');
    const { primaryEmail } = await createHolder();
    await arrive(page);
    await page.locator('a[href*="/register"]').click();
    await field(page, 'email').fill(primaryEmail);
    await page.keyboard.press('Enter');
    await enterCode(page, primaryEmail);
    await page.locator('main input').waitFor({ state: 'detached' });
    await shoot('account-taken');
  },

  'a forgotten password': async (page, shoot) => {
    const person = await createHolder();
    await arrive(page);
    await field(page, 'username').fill(person.username);
    await page.keyboard.press('Enter');
    await field(page, 'current-password').waitFor();
    await page.locator('a[href*="/forgot-password"]').click();
    await page.waitForURL(/forgot-password/);
    await page.locator('h1').waitFor();
    await shoot('forgot-password');
    await page.locator('main input:not([readonly])').first().fill(person.primaryEmail);
    await page.keyboard.press('Enter');
    await field(page, 'one-time-code').waitFor();
    await shoot('forgot-password-code');
    await enterCode(page, person.primaryEmail);
    await field(page, 'new-password').waitFor();
    await shoot('reset-password');
    await field(page, 'new-password').fill(newPassword());
    await page.keyboard.press('Enter');
    await field(page, 'new-password').waitFor({ state: 'detached' });
    await shoot('reset-password-done');
  },

  consent: async (page, shoot) => {
    await consent(page, 'Notes');
    await shoot('consent', { inDocuments: ['light'] });
  },

  'no application': async (page, shoot) => {
    await page.goto('/sign-in');
    await page.locator('h1').waitFor();
    await shoot('start-from-app');
    await page.goto('/oidc/auth?client_id=nobody');
    await page.locator('h1').waitFor();
    await shoot('error');
    await page.goto('/demo-app');
    await page.locator('main button').first().waitFor();
    await shoot('demo-app-signed-out');
  },
});

const passwordOnly = () => furnish([['username', 'password']]);
shots('sign-in with passwords alone', passwordOnly, {
  page: async (page, shoot) => {
    await arrive(page);
    await shoot('sign-in-one-page');
  },
});
