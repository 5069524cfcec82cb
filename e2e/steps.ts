import type { Page } from 'playwright-core';
import type { Person } from './operator.ts';

/** Opens the demo app and goes on to the sign-in page, as somebody who wants to use an application. */
export async function goToSignIn(page: Page, button: string | RegExp = 'Sign in'): Promise<void> {
  await page.goto('/demo-app');
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.waitForURL(/\/sign-in\b/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await scriptHasCome(page);
}

/** Waits until the script has taken the place of the form that stands on the page before it. */
export async function scriptHasCome(page: Page): Promise<void> {
  await page.locator('.fh-static-button').waitFor({ state: 'detached' });
}

/** Fills in the sign-in page in English and presses the button. */
export async function enter(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel(/Username/).fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Signs in on the demo app and waits until it shows the account or why it cannot. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await goToSignIn(page);
  await enter(page, person.username, person.password);
  await signedIn(page);
}

/** Waits until the demo app knows who is there. */
export async function signedIn(page: Page, signOut: string | RegExp = 'Sign out'): Promise<void> {
  await page.waitForURL(/\/demo-app$/);
  await page.getByRole('button', { name: signOut, exact: true }).waitFor();
}

/** The accessible error of a field, as a screen reader reads it with the field. */
export async function errorOf(page: Page, label: string | RegExp): Promise<string> {
  const field = page.getByLabel(label, { exact: true });
  await page.locator('[aria-invalid="true"]').first().waitFor();
  const ids = (await field.getAttribute('aria-describedby')) ?? '';
  const texts = await Promise.all(
    ids
      .split(' ')
      .filter(id => id.endsWith('-error'))
      .map(id => page.locator(`[id="${id}"]`).innerText()),
  );
  return texts.join(' ').trim();
}
