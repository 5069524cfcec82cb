import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { settle } from './account-pages.ts';
import { enterCode, type Holder } from './account-people.ts';
import { findBarriers, overflowsSideways } from './browser.ts';
import { replaceConnector, setSignIn, setStepUp } from './operator.ts';

/** Every field can be changed, with the proofs that are shipped; people sign in by password. */
export async function settleTasks(signIn: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await settle();
  await setStepUp();
  await setSignIn([['username', 'password']], signIn);
}

/** Sets up a provider that is not there: what it would answer, `answerWith` says. */
export const haveMockProvider = () =>
  replaceConnector('mock-social', { connectorId: 'mock-social-connector', config: {} });

/** What a provider sends back with the browser; nothing leaves the browser without it. */
export type Said = Readonly<Record<string, string>> | undefined;

/** Answers in the place of the provider that is not there. */
export async function answerWith(page: Page, said: Said): Promise<void> {
  await page.unroute('http://mock-social/**');
  await page.route('http://mock-social/**', route => {
    if (said === undefined) return route.fulfill({ status: 204 });
    const asked = new URL(route.request().url());
    const back = new URL(asked.searchParams.get('redirect_uri') ?? '');
    back.search = String(new URLSearchParams({ state: asked.searchParams.get('state') ?? '', ...said }));
    return route.fulfill({ status: 303, headers: { location: String(back) } });
  });
}

/** Opens a task of the account by its address, as an application links to it, and signs in on the way, in any language. */
export async function openTask(
  page: Page,
  path: string,
  { username, password, primaryEmail }: Omit<Partial<Holder>, 'id'>,
): Promise<void> {
  await page.goto(path);
  await page.waitForURL(/\/sign-in\b/);
  await page.locator('input[name="identifier"]').fill(username ?? primaryEmail ?? '');
  if (password === undefined) {
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sign-in\/code\b/);
    await enterCode(page, primaryEmail ?? '');
  } else {
    const field = page.locator('input[type="password"]');
    if (!(await field.isVisible())) await page.keyboard.press('Enter');
    await field.fill(password);
    await page.keyboard.press('Enter');
  }
  await page.waitForURL(url => url.pathname === path);
  await page.locator('.fh-center h1, .fh-console h1').first().waitFor();
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
