import type { Page } from 'playwright-core';
import { scriptHasCome } from '../steps.ts';

/** Goes from the demo app to the sign-in page, in any language. */
export async function arrive(page: Page): Promise<void> {
  await page.goto('/demo-app');
  await page.locator('main button').first().click();
  await page.waitForURL(/\/sign-in\b/);
  await page.locator('h1').waitFor();
  await scriptHasCome(page);
}
