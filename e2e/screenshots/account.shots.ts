/** My account: each page, each task from its beginning to its end, the dialog, and what goes wrong. */
import type { Page } from 'playwright-core';
import { fields } from '../account-pages.ts';
import { createHolder, createUnreachable, enterCode, newPhone } from '../account-people.ts';
import { answerWith, openTask } from '../account-tasks.ts';
import { linkFor, newEmail, newPassword, openFields } from '../operator.ts';
import { createAda } from './people.ts';
import { dialog, proveByPassword } from './proof.ts';
import { furnish } from './settings.ts';
import { type Shoot, shots } from './studio.ts';

const submit = (page: Page) => page.locator('main button[type="submit"]').first();
/** Opens pages one after another, as somebody who is signed in. */
async function openAll(page: Page, shoot: Shoot, pages: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await page.locator('main h1').waitFor();
    await shoot(name);
  }
}

shots('my account', furnish, {
  pages: async (page, shoot) => {
    const person = await createAda();
    await linkFor(person, 'mock-social', { userId: person.id, details: { name: 'Ada of Mock', email: newEmail() } });
    await openTask(page, '/account/security/email', person);
    await page.goto('/account');
    await page.locator('main h1').waitFor();
    await shoot('account', { inDocuments: ['light', 'phone-dark-zh-TW'] });
    await page.locator('.fh-account-button').click();
    await shoot('account-menu', { window: true });
    await openAll(page, shoot, {
      'account-profile': '/account/profile',
      'account-security': '/account/security',
      'account-username': '/account/security/username',
      'account-linked': '/account/security/linked',
      'account-nowhere': '/account/nowhere',
    });
    await page.goto('/account/profile');
    await page.locator('main input[autocomplete="given-name"]').fill('Augusta Ada');
    await shoot('account-profile-editing');
    await page.goto('/account/security/linked');
    await page.locator('main .fh-linked button').last().click();
    await shoot('account-unlink');
  },

  'change of an email address': async (page, shoot) => {
    const person = await createAda();
    await openTask(page, '/account/security/email', person);
    await shoot('email');
    await submit(page).click();
    await page.locator('[aria-invalid="true"]').waitFor();
    await shoot('email-error');
    const next = 'ada@new.example';
    await page.locator('main input[autocomplete="email"]').fill(next);
    await submit(page).click();
    await dialog(page).waitFor();
    await shoot('email-proof', { window: true, inDocuments: ['light', 'phone-de'] });
    await dialog(page).locator('input[autocomplete="current-password"]').fill('wrong');
    await dialog(page).locator('button[type="submit"]').click();
    await dialog(page).locator('[aria-invalid="true"]').waitFor();
    await shoot('email-proof-error', { window: true });
    await proveByPassword(page, person.password);
    await page.locator('main input[autocomplete="one-time-code"]').waitFor();
    await shoot('email-code');
    await page.locator('main input[autocomplete="one-time-code"]').fill('000000');
    await page.locator('[aria-invalid="true"]').waitFor();
    await shoot('email-code-error');
    await enterCode(page, next);
    await page.locator('main input').waitFor({ state: 'detached' });
    await shoot('email-done', { inDocuments: ['dark'] });
  },

  'proof by a code, other ways, removal': async (page, shoot) => {
    const person = await createAda();
    await openTask(page, '/account/security/email', person);
    await page.locator('main input[autocomplete="email"]').fill(newEmail());
    await submit(page).click();
    await dialog(page).waitFor();
    await dialog(page).locator('button').last().click();
    await shoot('proof-other-ways', { window: true });
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await shoot('proof-cancelled');
  },

  'phone number': async (page, shoot) => {
    const person = await createHolder();
    await openTask(page, '/account/security/phone', person);
    await shoot('phone');
    const next = newPhone();
    await page.locator('main input[autocomplete="tel"]').fill(`+${next}`);
    await submit(page).click();
    await proveByPassword(page, person.password);
    await page.locator('main input[autocomplete="one-time-code"]').waitFor();
    await shoot('phone-code');
    await enterCode(page, next);
    await page.locator('main input').waitFor({ state: 'detached' });
    await shoot('phone-done');
  },

  password: async (page, shoot) => {
    const person = await createAda();
    await openTask(page, '/account/security/password', person);
    await shoot('password');
    await page.locator('main input[autocomplete="new-password"]').fill('abc');
    await submit(page).click();
    await page.locator('[aria-invalid="true"]').waitFor();
    await shoot('password-error', { inDocuments: ['light'] });
    await page.locator('main input[autocomplete="new-password"]').fill(newPassword());
    await submit(page).click();
    await proveByPassword(page, person.password);
    await page.locator('main input[autocomplete="new-password"]').waitFor({ state: 'detached' });
    await shoot('password-done');
  },

  'a linked account': async (page, shoot) => {
    const person = await createAda();
    await answerWith(page, { nothing: 'useful' });
    await openTask(page, '/account/security/linked', person);
    await page.locator('main .fh-linked button').click();
    await page.locator('main [role="alert"]').waitFor();
    await shoot('linked-failed');
    await answerWith(page, { code: 'c', userId: person.id, name: 'Ada of Mock', email: newEmail() });
    await page.locator('main .fh-stopped button').click();
    await proveByPassword(page, person.password);
    await page.locator('main .fh-came-of-it').waitFor();
    await shoot('linked-done');
  },

  'somebody who cannot be written to': async (page, shoot) => {
    const person = await createUnreachable();
    await openTask(page, '/account/security/password', person);
    await openAll(page, shoot, { 'account-attention': '/account', 'account-security-empty': '/account/security' });
  },

  'on the way from an application': async (page, shoot) => {
    const person = await createAda();
    await openTask(page, '/account/security/username', person);
    const redirect = new URL('/demo-app', page.url()).href;
    await page.goto(`/account/security/username?${new URLSearchParams({ redirect })}`);
    await page.locator('main h1').waitFor();
    await shoot('way-back');
  },

  'the network is cut': async (page, shoot) => {
    const person = await createAda();
    await openTask(page, '/account/security/username', person);
    await page.context().setOffline(true);
    await page.locator('.fh-offline').waitFor();
    await shoot('offline');
    await page.context().setOffline(false);
  },
});

shots('an account that is read only', () => furnish().then(() => openFields({ ...fields('Edit'), ...readOnly })), {
  pages: async (page, shoot) => {
    const person = await createAda();
    await page.goto('/account/security/email');
    await page.waitForURL(/\/sign-in\b/);
    await openTask(page, '/account/security/email', person);
    await openAll(page, shoot, {
      'read-only-email': '/account/security/email',
      'read-only-profile': '/account/profile',
      'read-only-security': '/account/security',
      'closed-password': '/account/security/password',
    });
  },
});

const readOnly = {
  name: 'ReadOnly',
  avatar: 'ReadOnly',
  profile: 'ReadOnly',
  username: 'ReadOnly',
  email: 'ReadOnly',
  phone: 'ReadOnly',
  password: 'Off',
} as const;
