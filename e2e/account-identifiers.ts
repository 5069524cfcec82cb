/** The tasks that change an email address, a phone number or a username, and what people meet on their way through them. */
import type { Page } from 'playwright-core';
import { settle } from './account-pages.ts';
import { setSignIn, setStepUp } from './operator.ts';

/** Where the tasks are. */
export const tasks = {
  email: '/account/security/email',
  phone: '/account/security/phone',
  username: '/account/security/username',
} as const;

/** Every field can be changed, with the proofs that are shipped; people sign in by password, and by a code to their address. */
export async function settleIdentifiers(): Promise<void> {
  await setSignIn([
    ['username', 'password'],
    ['email', 'code'],
  ]);
  await settle();
  await setStepUp();
}

/** The dialog that confirms who somebody is. */
export const dialog = (page: Page) => page.getByRole('dialog');

/** The heading of the step that the person is at. */
export const step = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** What has focus, as it is written. */
export const focused = (page: Page) => page.evaluate(() => document.activeElement?.outerHTML ?? '');

/** Confirms by password in the dialog. */
export async function prove(page: Page, password: string): Promise<void> {
  await dialog(page).waitFor();
  await dialog(page).getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'detached' });
}
