/** The account pages as an administrator has settled them, and people who open them. */
import type { Page } from 'playwright-core';
import { call, type Person } from './operator.ts';
import { enter } from './steps.ts';

const everything = ['name', 'avatar', 'profile', 'email', 'phone', 'password', 'username', 'social'];

/** The same access to each of these fields; to every one that there is unless told otherwise. */
export const fields = (access: 'Edit' | 'ReadOnly', names: readonly string[] = everything) =>
  Object.fromEntries(names.map(name => [name, access]));

/** Settles the account pages; whatever is not named is as it was shipped, with every field open. */
export const settle = (settings: object = {}) =>
  call('PATCH', '/api/account-center', {
    enabled: true,
    fields: fields('Edit'),
    profileFields: null,
    deleteAccountUrl: null,
    ...settings,
  });

/** Opens an account page, in English, as somebody who is not signed in yet. */
export async function openAs(page: Page, person: Person, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForURL(/\/sign-in\b/);
  await page.getByLabel(/Username/).waitFor();
  await enter(page, person.username, person.password);
  await page.waitForURL(/\/account\b/);
}

/** Waits for the page with this heading. */
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

/** The card with this heading. */
export const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** What an administrator sees of somebody's account. */
export const stored = (person: Person) => call('GET', `/api/users/${person.id}`) as Promise<Record<string, unknown>>;

/** Whether the first element of a kind has focus. */
export const isFocused = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate(element => element === document.activeElement);
