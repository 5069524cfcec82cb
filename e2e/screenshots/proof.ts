import type { Page } from 'playwright-core';

/** The dialog that confirms who somebody is. */
export const dialog = (page: Page) => page.locator('dialog[open]');

/** Confirms by password in the dialog, in any language. */
export async function proveByPassword(page: Page, password: string): Promise<void> {
  await dialog(page).locator('input[autocomplete="current-password"]').fill(password);
  await dialog(page).locator('button[type="submit"]').click();
  await dialog(page).waitFor({ state: 'detached' });
}
