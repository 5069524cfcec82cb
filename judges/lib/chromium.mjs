/** A real browser for the clients that live in one: Debian's Chromium, without a window. */
import process from 'node:process';
import { chromium } from 'playwright-core';
import { endpoint } from './environment.mjs';

/** Starts the browser that the tests of a file share. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.E2E_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * Runs `journey` on a page of a fresh profile. It fails at its end when a page threw an error that nobody caught, even
 * if everything looked right.
 */
export async function inFreshProfile(browser, journey) {
  const context = await browser.newContext({ locale: 'en' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const uncaught = [];
  page.on('pageerror', error => uncaught.push(String(error)));
  try {
    await journey(page);
  } finally {
    await context.close();
  }
  if (uncaught.length > 0) throw new Error(`the page threw: ${uncaught.join('; ')}`);
}

/**
 * Types a person's name and password on the server's own pages, wherever these ask for them: on one page or on two.
 * Found by what password managers find them by, so that it is the same in all languages.
 */
export async function signInOnPage(page, { username, password }) {
  await page.waitForURL(url => url.href.startsWith(`${endpoint}/sign-in`));
  const passwordField = page.locator('input[autocomplete="current-password"]');
  const identifier = page.locator('input[autocomplete~="username"]').locator('visible=true').first();
  await identifier.fill(username);
  if (!(await passwordField.isVisible())) await identifier.press('Enter');
  await passwordField.fill(password);
  await passwordField.press('Enter');
}
