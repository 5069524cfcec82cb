import type { Page } from 'playwright-core';
import { createPerson, makeAdministrator, type Person } from '../operator.ts';

let grace: Promise<Person> | undefined;

/** Opens a page of the console as its administrator. */
export async function enterConsole(page: Page, path: string): Promise<void> {
  grace ??= createPerson('Grace Hopper').then(async person => {
    await makeAdministrator(person);
    return person;
  });
  await signIn(page, path, await grace);
}

async function signIn(page: Page, path: string, { username, password }: Person): Promise<void> {
  await page.goto(path);
  await page.waitForURL(/\/sign-in\b/);
  await page.locator('input[autocomplete^="username"]').first().fill(username);
  await page.keyboard.press('Enter');
  const field = page.locator('input[autocomplete="current-password"]');
  await field.fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL(url => url.pathname === path);
  await page.locator('main h1').waitFor();
}
