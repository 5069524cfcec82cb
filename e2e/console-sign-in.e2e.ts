import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './browser.ts';
import { type ConsoleScene, faultsOf, openConsole } from './console-scene.ts';
import { tabTo } from './keyboard.ts';

let browser: Browser;
let scene: ConsoleScene;
let shipped: Record<string, unknown>;

type Settings = Record<string, unknown> & {
  readonly signIn: { readonly methods: readonly { readonly identifier: string }[] };
};
const settings = () => scene.manage('GET', '/api/sign-in-exp') as Promise<Settings>;

beforeAll(async () => {
  browser = await launch();
  scene = await openConsole(browser);
  const { tenantId: _, id: __, ...rest } = await settings();
  shipped = rest;
});
afterEach(() => scene.manage('PATCH', '/api/sign-in-exp', shipped));
afterAll(() => Promise.all([browser?.close(), scene?.end()]));

const pageOf = (tab: string) => `/console/sign-in-experience/${tab}`;
const preview = (page: Page) => page.frameLocator('iframe[title="Preview"]');
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();
const isSaved = (page: Page) => page.locator('.fh-save-bar').getByText('Saved.').waitFor();

/** Saves, and waits until the server has it. */
async function saveAll(page: Page): Promise<void> {
  const answer = page.waitForResponse(response => response.request().method() === 'PATCH' && response.ok());
  await save(page);
  await answer;
  await isSaved(page);
}

const email = (page: Page) => page.getByRole('group', { name: 'Email address' });

describe('an administrator who decides how people sign in', () => {
  it('turns codes on, sees it in the preview before it is saved, and on the real page after', async () => {
    await scene.at(pageOf('methods'), async page => {
      await preview(page).getByLabel('Username', { exact: true }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await email(page).getByLabel('One-time code').check();
      await email(page).getByText('codes stay in the inbox of this development server').waitFor();
      await preview(page).getByLabel('Username or email address').waitFor();
      await page.getByText('1 change').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect((await settings()).signIn.methods).toHaveLength(1);
      await page.getByLabel('Page', { exact: true }).selectOption('code');
      await preview(page).getByText('ada@example.com').waitFor();
      await page.getByLabel('Page', { exact: true }).selectOption('error');
      await preview(page).getByText('The account or password isn’t right').waitFor();
      await page.getByText('The preview as text').click();
      await page.locator('details').getByText('The account or password isn’t right').waitFor();
      await saveAll(page);
    });
    expect((await settings()).signIn.methods.map(({ identifier }) => identifier)).toEqual(['username', 'email']);
    await scene.visit(page => page.getByLabel('Username or email address').waitFor());
  });

  it('sends only what was changed', () =>
    scene.at(pageOf('content'), async page => {
      const sent = page.waitForRequest(request => request.method() === 'PATCH');
      await page.getByLabel('Terms of use').fill('https://acme.example/terms');
      await page.getByLabel('Email address of the help desk').fill('help@acme.example');
      await preview(page).getByRole('link', { name: 'Terms' }).waitFor();
      await saveAll(page);
      expect((await sent).postDataJSON()).toEqual({
        termsOfUseUrl: 'https://acme.example/terms',
        supportEmail: 'help@acme.example',
      });
      await page.getByLabel('Terms of use').fill('');
      await saveAll(page);
      expect(await settings()).toMatchObject({ termsOfUseUrl: null, supportEmail: 'help@acme.example' });
    }));

  it('is told what becomes of a colour that would be hard to read, and sees it', async () => {
    await scene.at(pageOf('brand'), async page => {
      await page.getByLabel('Colour', { exact: true }).fill('#ffcc00');
      await page.getByText(/We darkened your colour for words and links: 1\.\d → 4\.\d/).waitFor();
      await page.getByText('It hardly stands out from the page').waitFor();
      await page.getByText('Black words on it').first().waitFor();
      const button = preview(page).getByRole('button', { name: 'Sign in', exact: true });
      await expect.poll(() => button.evaluate(one => getComputedStyle(one).backgroundColor)).toBe('rgb(255, 204, 0)');
      expect(await faultsOf(page)).toEqual([]);
      await page.getByLabel('Colour', { exact: true }).fill('yellow');
      await save(page);
      await page.getByText('Enter a colour such as #2456d6.').first().waitFor();
      await page.getByLabel('Colour', { exact: true }).fill('#ffcc00');
      await saveAll(page);
    });
    await scene.visit(async page => {
      const button = page.getByRole('button', { name: 'Sign in', exact: true });
      expect(await button.evaluate(one => getComputedStyle(one).backgroundColor)).toBe('rgb(255, 204, 0)');
    });
  });

  it('cannot lock everybody out', async () => {
    await scene.at(pageOf('methods'), async page => {
      await page.getByRole('group', { name: 'Username' }).getByLabel('Password').uncheck();
      await preview(page).getByText('No way to sign in has been set up here yet.').waitFor();
      await save(page);
      await page.getByRole('alert').getByText('There would be no way left to sign in, not even for you.').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Discard' }).click();
      expect(await page.getByRole('group', { name: 'Username' }).getByLabel('Password').isChecked()).toBe(true);
    });
    expect((await settings()).signIn.methods).toHaveLength(1);
  });

  it('is asked once more before providers that are not connected are all that is left', async () => {
    await scene.manage('PATCH', '/api/sign-in-exp', { socialSignInConnectorTargets: ['gone'] });
    await scene.at(pageOf('methods'), async page => {
      await page.getByText('Not connected any more').waitFor();
      await page.getByRole('group', { name: 'Username' }).getByLabel('Password').uncheck();
      await save(page);
      const dialog = page.getByRole('dialog');
      await dialog.getByText('none of those offered is connected').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      expect((await settings()).signIn.methods).toHaveLength(1);
      await save(page);
      await dialog.getByRole('button', { name: 'Save anyway' }).click();
      await isSaved(page);
    });
    expect((await settings()).signIn.methods).toHaveLength(0);
  });

  it('is brought to the field that is wrong, on whichever tab it is', () =>
    scene.at(pageOf('security'), async page => {
      const tries = page.getByLabel('Tries before the pause');
      await tries.fill('0');
      await page.getByRole('link', { name: 'Content', exact: true }).click();
      await page.getByLabel('Privacy policy').fill('not an address');
      await save(page);
      await page.waitForURL(/\/security$/);
      await page.getByText('Enter a whole number from 1 to 1,000.').first().waitFor();
      expect(await tries.evaluate(field => field === document.activeElement)).toBe(true);
      expect(await faultsOf(page)).toEqual([]);
      await tries.fill('５');
      await save(page);
      await page.waitForURL(/\/content$/);
      await page.getByText('Enter a web address that begins with https://.').first().waitFor();
      const privacy = page.getByLabel('Privacy policy');
      expect(await privacy.evaluate(field => field === document.activeElement)).toBe(true);
      expect(await faultsOf(page)).toEqual([]);
      await privacy.fill('https://acme.example/privacy');
      await saveAll(page);
      expect(await settings()).toMatchObject({ sentinelPolicy: { maxAttempts: 5, lockoutDuration: 60 } });
    }));

  it('learns that usernames differ in nothing but case, at the switch', async () => {
    for (const username of ['Case_Twin', 'case_twin']) await scene.manage('POST', '/api/users', { username });
    await scene.at(pageOf('security'), async page => {
      await page.getByLabel('Capital and small letters are different').uncheck();
      await save(page);
      await page
        .locator('.fh-tick-problem')
        .getByText(/case|capital/i)
        .waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  it('does not overwrite unseen what somebody else has saved meanwhile', () =>
    scene.at(pageOf('content'), async page => {
      const address = page.getByLabel('Email address of the help desk');
      await address.fill('me@acme.example');
      await scene.manage('PATCH', '/api/sign-in-exp', { supportEmail: 'they@acme.example' });
      await save(page);
      const conflict = page.getByRole('region', { name: /Somebody else has saved/ });
      expect(await conflict.innerText()).toMatch(/they@acme\.example[\s\S]*me@acme\.example/);
      expect(await settings()).toMatchObject({ supportEmail: 'they@acme.example' });
      expect(await address.inputValue()).toBe('me@acme.example');
      await conflict.getByRole('button', { name: 'Keep my changes' }).click();
      await saveAll(page);
      expect(await settings()).toMatchObject({ supportEmail: 'me@acme.example' });
    }));

  it('puts providers in order', async () => {
    const made = (await scene.manage('POST', '/api/connectors', { connectorId: 'mock-social-connector' })) as {
      id: string;
    };
    const oidc = {
      connectorId: 'oidc',
      config: { issuer: 'https://id.example.com', clientId: 'a', clientSecret: 'b' },
      metadata: { target: 'acme-id', name: { en: 'Acme' } },
    };
    const other = (await scene.manage('POST', '/api/connectors', oidc)) as { id: string };
    await scene.at(pageOf('methods'), async page => {
      await page.getByRole('button', { name: 'Offer Mock Social' }).click();
      await page.getByRole('button', { name: 'Offer Acme' }).click();
      await preview(page).getByRole('button', { name: 'Continue with Acme' }).waitFor();
      await page.getByRole('button', { name: 'Move Acme up' }).click();
      expect(await page.getByRole('status').first().innerText()).not.toBe('');
      await saveAll(page);
      expect(await faultsOf(page)).toEqual([]);
    });
    expect(await settings()).toMatchObject({ socialSignInConnectorTargets: ['acme-id', 'mock-social'] });
    for (const { id } of [made, other]) await scene.manage('DELETE', `/api/connectors/${id}`);
  });
});

describe('the preview', () => {
  it('can be looked at and not used: nothing is sent, and focus stays with the settings', () =>
    scene.at(pageOf('content'), async page => {
      const field = page.getByLabel('Terms of use');
      await preview(page).getByLabel('Username', { exact: true }).waitFor();
      const requests: string[] = [];
      page.on('request', request => {
        if (request.frame() !== page.mainFrame() && !/\/(?:assets|sign-in\/preview)/.test(request.url()))
          requests.push(request.url());
      });
      await field.click();
      await page.keyboard.type('https://a.example');
      await preview(page).getByRole('link', { name: 'Terms' }).waitFor();
      expect(await field.evaluate(one => one === document.activeElement)).toBe(true);
      const frame = page.frames().find(one => one.url().includes('/sign-in/preview'));
      await frame?.evaluate(() => {
        const form = document.querySelector('form');
        form?.requestSubmit();
        for (const one of document.querySelectorAll('button, a')) (one as HTMLElement).click();
      });
      await preview(page).getByRole('heading', { level: 1 }).waitFor();
      expect(requests.filter(url => url.includes('/api/'))).toEqual([]);
    }));

  it('shows another language, the dark, and a computer, and leaves the console as it is', () =>
    scene.at(pageOf('brand'), async page => {
      await page.getByLabel('Language', { exact: true }).last().selectOption('ja');
      await preview(page).getByRole('button', { name: 'サインイン', exact: true }).waitFor();
      await page.getByLabel('Appearance', { exact: true }).last().selectOption('dark');
      await expect.poll(() => preview(page).locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
      await page.getByLabel('Screen').selectOption('desktop');
      await expect
        .poll(() =>
          preview(page)
            .locator('html')
            .evaluate(() => innerWidth),
        )
        .toBe(1024);
      await page.getByRole('heading', { name: 'Preview' }).waitFor();
      await page.getByLabel('Page', { exact: true }).selectOption('register');
      await preview(page).getByRole('heading', { level: 1 }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    }));

  it('is framed by our own pages alone, and may call nobody', async () => {
    const { headers } = await fetch(`${scene.url}/sign-in/preview`);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    // Whatever anybody presses in it: there is nobody that it may call.
    expect(headers.get('content-security-policy')).toContain("connect-src 'none'; form-action 'none'");
    expect((await fetch(`${scene.url}/sign-in`)).headers.get('content-security-policy')).toContain(
      "frame-ancestors 'none'",
    );
  });
});

describe('whoever the administrator is', () => {
  it('changes and saves with the keyboard alone', async () => {
    await scene.at(pageOf('brand'), async page => {
      await tabTo(page, page.getByRole('link', { name: 'Methods', exact: true }));
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/methods$/);
      await tabTo(page, email(page).getByLabel('Password'));
      await page.keyboard.press('Space');
      await tabTo(page, page.getByRole('button', { name: 'Save', exact: true }));
      await page.keyboard.press('Enter');
      await isSaved(page);
    });
    expect((await settings()).signIn.methods).toHaveLength(2);
  });

  it.each([
    ['on a small phone', { viewport: { width: 320, height: 640 } }],
    ['in the dark', { colorScheme: 'dark' }],
    ['in Traditional Chinese', { locale: 'zh-TW', viewport: { width: 320, height: 640 } }],
    ['in German on a small phone', { locale: 'de', viewport: { width: 320, height: 640 } }],
  ] as const)('%s everything can be read and reached', async (_, options) => {
    await scene.at(
      pageOf('brand'),
      async page => {
        for (const tab of ['brand', 'methods', 'security', 'content']) {
          await page.goto(pageOf(tab));
          await page.locator('.fh-experience-tab').waitFor();
          await page.frameLocator('iframe').locator('h1').waitFor();
          expect([tab, await faultsOf(page)]).toEqual([tab, []]);
        }
      },
      options,
    );
  });
});
