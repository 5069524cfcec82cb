import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findBarriers, overflowsSideways } from './browser.ts';
import type { Person } from './operator.ts';

/** Opens a task of the account by its address, as an application links to it, and signs in on the way. */
export async function openTask(page: Page, path: string, { username, password }: Person): Promise<void> {
  await page.goto(path);
  await page.waitForURL(/\/sign-in\b/);
  await page.locator('input[name="identifier"]').fill(username);
  const field = page.locator('input[type="password"]');
  if (!(await field.isVisible())) await page.keyboard.press('Enter');
  await field.fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL(url => url.pathname === path);
}

/** Confirms with the password, in the dialog that a change has opened. */
export async function confirmByPassword(page: Page, password: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type="password"]').fill(password);
  await page.keyboard.press('Enter');
}

/** Nothing that the page shows now is in anybody's way. */
export async function expectNoBarriers(page: Page): Promise<void> {
  expect(await findBarriers(page)).toEqual([]);
  expect(await overflowsSideways(page)).toBe(false);
}
