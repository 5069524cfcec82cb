/** Prevents: a first start that serves pages on which nobody can sign in. */
import process from 'node:process';

/** Signs the demonstration user in, in a browser, with the password that the start has printed. */
export async function signInFirst({ baseUrl, output }) {
  const [, username, password] = /demo user\s+(\S+) \/ (\S+)/.exec(output()) ?? [];
  if (password === undefined) throw new Error(`the start printed no demo user:\n${output()}`);
  // Not before it is needed: this run begins in a clone in which nothing is installed.
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: process.env.E2E_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ locale: 'en' });
    await page.goto(`${baseUrl}/demo-app`);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.locator('.fh-static-button').waitFor({ state: 'detached' });
    await page.getByLabel(/Username/).fill(username);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).waitFor();
  } finally {
    await browser.close();
  }
}
