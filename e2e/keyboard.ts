/** Somebody who has a keyboard and nothing else: nothing here needs a pointer, or moves focus by any other means. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Person } from './operator.ts';

/** More than any page has controls: whoever needs more does not get there at all. */
const mostPresses = 150;

/** Presses Tab until the control has focus, and sees there that it has. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < mostPresses; presses++) {
    if (await target.evaluate(element => element === document.activeElement)) {
      expect([`${target}`, await target.evaluate(showsFocus)]).toEqual([`${target}`, true]);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never gets to ${target}`);
}

/** Whether the element has a ring around it, and nothing lies over it. */
function showsFocus(element: Element): boolean {
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { x, y, width, height } = element.getBoundingClientRect();
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  return outlineStyle !== 'none' && outlineWidth !== '0px' && top !== null && element.contains(top);
}

/** Gets to a control and presses it. */
export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Gets to a field and types into it. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** Waits until the page has put focus where one goes on: at its heading, or in the field that it asks for. */
export const landsOn = (page: Page, target: Locator): Promise<void> => page.locator(':focus').and(target).waitFor();

/** Signs in on the sign-in page, whether or not it asks for the password on a page of its own. */
export async function signInByKeys(
  page: Page,
  { username, password }: Pick<Person, 'username' | 'password'>,
): Promise<void> {
  await page.locator('.fh-static-button').waitFor({ state: 'detached' });
  await landsOn(page, page.locator('input[name="identifier"]'));
  await page.keyboard.type(username);
  const field = page.locator('input[type="password"]');
  if (await field.isVisible()) await tabTo(page, field);
  else await page.keyboard.press('Enter');
  await landsOn(page, field);
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}
