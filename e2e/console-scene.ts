/** A product of its own with an administrator at its console: its settings are nobody else's. */
import { randomBytes } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { findBarriers, journey, overflowsSideways } from './browser.ts';
import { managementOf, newDataFolder, type OwnServer, startServer } from './own-server.ts';

export interface ConsoleScene {
  readonly url: string;
  /** Calls the Management API. @throws Error where it refuses */
  manage(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Opens a page of the console as the administrator. */
  at(path: string, run: (page: Page) => Promise<void>, options?: BrowserContextOptions): Promise<void>;
  /** Looks at a page as somebody who comes from an application. */
  visit(run: (page: Page) => Promise<void>, options?: BrowserContextOptions): Promise<void>;
  end(): Promise<unknown>;
}

/** Starts a product and makes its administrator. */
export async function openConsole(browser: Browser): Promise<ConsoleScene> {
  const server: OwnServer = await startServer(await newDataFolder());
  const { url } = server;
  const call = await managementOf(url);
  const manage = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await call(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const person = { username: 'grace', password: `${randomBytes(9).toString('base64url')}-Qx7` };
  const { id } = (await manage('POST', '/api/users', { ...person, name: 'Grace Hopper' })) as { id: string };
  await manage('POST', `/api/users/${id}/roles`, { roleIds: ['administrator'] });
  return {
    url,
    manage,
    at: (path, run, options = {}) =>
      journey(browser, { baseURL: url, viewport: { width: 1280, height: 800 }, ...options }, async page => {
        await page.goto(path);
        await page.waitForURL(/\/sign-in\b/);
        await page.locator('input').first().fill(person.username);
        const password = page.locator('input[type="password"]');
        // Where there is more than a password, the name is asked for first.
        if ((await password.count()) === 0) await page.locator('button[type="submit"]').click();
        await password.fill(person.password);
        await page.locator('button[type="submit"]').click();
        await page.waitForURL(/\/console/);
        await page.locator('main h2, main form').first().waitFor();
        await run(page);
      }),
    visit: (run, options = {}) =>
      journey(browser, { baseURL: url, ...options }, async page => {
        await page.goto('/demo-app');
        await page.getByRole('button', { name: 'Sign in', exact: true }).click();
        await page.waitForURL(/\/sign-in\b/);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await run(page);
      }),
    end: () => server.end('SIGKILL'),
  };
}

/** What keeps somebody out of the page as it stands: barriers, and having to scroll sideways. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const barriers = await findBarriers(page);
  return (await overflowsSideways(page)) ? [...barriers, 'it scrolls sideways'] : barriers;
}
