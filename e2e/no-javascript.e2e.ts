import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers, journey, launch, overflowsSideways } from './browser.ts';
import {
  createPerson,
  createThirdParty,
  dress,
  newPassword,
  newUsername,
  openRegistration,
  type Person,
  setSignIn,
  type ThirdParty,
  undressed,
} from './operator.ts';
import { beginSignIn, redirectUri, type SignInRequest } from './outside-app.ts';
import { goToSignIn, signedIn } from './steps.ts';

let browser: Browser;
let ada: Person;
let notes: ThirdParty;

beforeAll(async () => {
  await openRegistration();
  ada = await createPerson('Ada Lovelace');
  notes = await createThirdParty('Notes of somebody', redirectUri, { userScopes: ['profile', 'email'] });
  browser = await launch();
});

afterAll(() => browser?.close());

/** An application of somebody else, whose own page is played: where it is sent back to counts, not what it shows. */
async function openApp(page: Page, request: SignInRequest): Promise<void> {
  await page.route(`${redirectUri}**`, route =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Back at the app</h1>' }),
  );
  await page.goto(request.path);
}

const without = { javaScriptEnabled: false };

/**
 * Looks for barriers in what is shown without scripts. The tool that looks is a script itself: it is given the same markup
 * and styles in a browser that runs it, with nothing else that would.
 */
async function findBarriersWithoutScripts(page: Page): Promise<readonly string[]> {
  const markup = (await page.content()).replace(/<script\b[^>]*>.*?<\/script>/gs, '').replace(/<\/?noscript>/g, '');
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const context = await browser.newContext({
    viewport: page.viewportSize(),
    colorScheme: isDark ? 'dark' : 'light',
  });
  try {
    const copy = await context.newPage();
    await copy.route(page.url(), route => route.fulfill({ contentType: 'text/html; charset=utf-8', body: markup }));
    await copy.goto(page.url());
    return await findBarriers(copy);
  } finally {
    await context.close();
  }
}
const backAtTheApp = (page: Page) => page.getByRole('heading', { name: 'Back at the app' }).waitFor();

describe('somebody whose browser runs no scripts', () => {
  it('signs in, allows the application what it asks for, and comes back to it', () =>
    journey(browser, without, async page => {
      await openApp(page, beginSignIn(notes.id));
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Sign in to');
      await page.getByLabel(/Username/).fill(ada.username);
      await page.getByLabel('Password').fill(ada.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL(/\/consent\b/);
      expect(await findBarriersWithoutScripts(page)).toEqual([]);
      expect(await page.getByRole('main').innerText()).toContain('See your email address');
      expect(await page.getByRole('main').innerText()).toContain('Ada Lovelace');
      await page.getByRole('button', { name: 'Allow' }).click();
      await backAtTheApp(page);
      expect(new URL(page.url()).searchParams.get('code')).toBeTruthy();
    }));

  it('may also refuse', () =>
    journey(browser, without, async page => {
      await openApp(page, beginSignIn(notes.id, 'consent login'));
      await page.getByLabel(/Username/).fill(ada.username);
      await page.getByLabel('Password').fill(ada.password);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Cancel' }).click();
      await backAtTheApp(page);
      expect(new URL(page.url()).searchParams.get('error')).toBe('access_denied');
    }));

  it('is told in words what is wrong, types the name no second time, and goes on', () =>
    journey(browser, without, async page => {
      await openApp(page, beginSignIn(notes.id));
      await page.getByLabel(/Username/).fill(ada.username);
      await page.getByLabel('Password').fill('not my password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.locator('[aria-invalid="true"]').waitFor();
      const password = page.getByLabel('Password');
      const description = await password.getAttribute('aria-describedby');
      expect(await page.locator(`[id="${description}"]`).innerText()).toMatch(/isn’t right/);
      expect([await page.getByLabel(/Username/).inputValue(), await password.inputValue()]).toEqual([ada.username, '']);
      expect(await page.locator(':focus').getAttribute('name')).toBe('password');
      expect(await findBarriersWithoutScripts(page)).toEqual([]);
      await password.fill(ada.password);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/consent\b|\/callback\b/);
    }));

  it('reads how to go on after a form that came too late', () =>
    journey(browser, without, async page => {
      await page.goto('/sign-in');
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Start from the app you want to open');
      expect(await findBarriersWithoutScripts(page)).toEqual([]);
    }));

  it('signs in by password where codes sign in as well', () =>
    journey(browser, without, async page => {
      await setSignIn([
        ['username', 'password'],
        ['email', 'code', 'password'],
      ]);
      try {
        await openApp(page, beginSignIn(notes.id, 'login'));
        await page.getByLabel(/Username/).fill(ada.username);
        await page.getByLabel('Password').fill(ada.password);
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/consent\b|\/callback\b/);
      } finally {
        await openRegistration();
      }
    }));

  it('creates an account, told all that is wrong with a password at once', () =>
    journey(browser, { ...without, viewport: { width: 320, height: 640 } }, async page => {
      const newcomer = { username: newUsername(), password: newPassword() };
      await openApp(page, beginSignIn(notes.id, 'login'));
      await page.getByRole('link', { name: 'Create account' }).click();
      await page.getByLabel('Username').fill(newcomer.username);
      await page.getByLabel('Password', { exact: true }).fill('12345678');
      await page.getByRole('button', { name: 'Create account' }).click();
      const reasons = await page.locator('#fh-password-error').textContent();
      expect(reasons?.split('\n')).toHaveLength(2);
      expect(await page.getByLabel('Username').inputValue()).toBe(newcomer.username);
      expect(await page.locator(':focus').getAttribute('name')).toBe('password');
      expect(await findBarriersWithoutScripts(page)).toEqual([]);
      expect(await overflowsSideways(page)).toBe(false);
      await page.getByLabel('Password', { exact: true }).fill(newcomer.password);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Allow' }).click();
      await backAtTheApp(page);
    }));

  it('chooses a language, which stays for all that follows', () =>
    journey(browser, { ...without, viewport: { width: 320, height: 640 } }, async page => {
      await openApp(page, beginSignIn(notes.id, 'consent login'));
      const asked = new URL(page.url()).search;
      await page.getByLabel('Language').selectOption('Deutsch');
      await page.getByRole('button', { name: 'Change language' }).click();
      await page.getByRole('button', { name: 'Anmelden' }).waitFor();
      expect(new URL(page.url()).search).toBe(asked);
      expect(await page.locator('html').getAttribute('lang')).toBe('de');
      await page.getByLabel('Benutzername').fill(ada.username);
      await page.getByLabel('Passwort').fill(ada.password);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Erlauben' }).waitFor();
      await page.getByLabel('Sprache').selectOption('繁體中文');
      await page.getByRole('button', { name: 'Sprache ändern' }).click();
      await page.getByRole('button', { name: '允許' }).click();
      await backAtTheApp(page);
      expect(new URL(page.url()).searchParams.get('code')).toBeTruthy();
    }));

  for (const [locale, action] of Object.entries({
    en: 'Sign in',
    de: 'Anmelden',
    es: 'Iniciar sesión',
    fr: 'Se connecter',
    ja: 'サインイン',
    'zh-CN': '登录',
    'zh-TW': '登入',
  })) {
    it(`reads ${locale} on a small phone without barriers`, () =>
      journey(browser, { ...without, locale, viewport: { width: 320, height: 640 } }, async page => {
        await openApp(page, beginSignIn(notes.id));
        await page.getByRole('button', { name: action, exact: true }).waitFor();
        expect(await page.locator('html').getAttribute('lang')).toBe(locale);
        expect(await overflowsSideways(page)).toBe(false);
        const small = await page
          .locator('main button, main input, footer a, footer button, footer select')
          .evaluateAll(all => all.filter(one => one.getBoundingClientRect().height < 44).map(one => one.outerHTML));
        expect(small).toEqual([]);
        expect(await findBarriersWithoutScripts(page)).toEqual([]);
      }));
  }
});

describe('somebody whose browser runs no scripts and whose system is dark', () => {
  const inTheDark = { ...without, colorScheme: 'dark' } as const;
  const ground = (page: Page) => page.locator('body').evaluate(body => getComputedStyle(body).backgroundColor);
  const [light, dark] = ['rgb(246, 247, 249)', 'rgb(15, 18, 22)'];
  const colour = { primaryColor: '#0b6e5f', darkPrimaryColor: '#ffcc00' };
  afterEach(() => dress(undressed));

  it('has the dark colours and the dark logo of the tenant', async () => {
    const logos = { logoUrl: 'https://logo.example/light.svg', darkLogoUrl: 'https://logo.example/dark.svg' };
    await dress({ color: { ...colour, isDarkModeEnabled: true }, branding: logos });
    await journey(browser, inTheDark, async page => {
      await openApp(page, beginSignIn(notes.id, 'consent login'));
      expect(await ground(page)).toBe(dark);
      const button = page.getByRole('button', { name: 'Sign in' });
      expect(await button.evaluate(one => getComputedStyle(one).backgroundColor)).toBe('rgb(255, 204, 0)');
      const shown = page.getByRole('banner').locator('img:visible');
      expect(await shown.evaluateAll(all => all.map(one => one.getAttribute('src')))).toEqual([logos.darkLogoUrl]);
      await page.getByLabel(/Username/).fill(ada.username);
      await page.getByLabel('Password').fill('not my password');
      await button.click();
      await page.locator('[aria-invalid="true"]').waitFor();
      expect(await findBarriersWithoutScripts(page)).toEqual([]);
      await page.getByLabel('Password').fill(ada.password);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/consent\b/);
      expect(await findBarriersWithoutScripts(page)).toEqual([]);
    });
  });

  it('has light ones where the tenant has no dark ones', async () => {
    await dress({ color: { ...colour, isDarkModeEnabled: false } });
    await journey(browser, inTheDark, async page => {
      await openApp(page, beginSignIn(notes.id));
      expect(await ground(page)).toBe(light);
    });
  });

  it('has those that the application asks for', async () => {
    for (const [colorScheme, asked, found] of [
      ['dark', 'light', light],
      ['light', 'dark', dark],
    ] as const) {
      await journey(browser, { ...without, colorScheme }, async page => {
        const { path } = beginSignIn(notes.id, 'login');
        await openApp(page, { path: `${path}&color_scheme=${asked}` });
        expect(await ground(page)).toBe(found);
      });
    }
  });
});

describe('somebody whose script comes late', () => {
  /** Holds the script back until told. */
  async function slowly(page: Page): Promise<() => void> {
    let release = () => {};
    const released = new Promise<void>(resolve => {
      release = resolve;
    });
    await page.goto('/demo-app');
    await page.route(/\/assets\/sign-in-[^/]*\.js$/, async route => {
      await released;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL(/\/sign-in\b/, { waitUntil: 'commit' });
    await page.locator('.fh-static-button').waitFor();
    return release;
  }
  const arrived = (page: Page) => page.locator('.fh-static-button').waitFor({ state: 'detached' });
  const focused = (page: Page) =>
    page.evaluate(() => {
      const field = document.activeElement as HTMLInputElement;
      return [field.name, field.selectionStart, field.selectionEnd];
    });

  it('loses nothing that was typed, nor the place in it', () =>
    journey(browser, {}, async page => {
      const release = await slowly(page);
      await page.getByLabel(/Username/).fill(ada.username);
      await page.getByLabel('Password').fill(ada.password);
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      release();
      await arrived(page);
      const at = ada.password.length - 2;
      expect(await focused(page)).toEqual(['password', at, at]);
      expect(await page.getByLabel(/Username/).inputValue()).toBe(ada.username);
      await page.keyboard.press('Enter');
      await signedIn(page);
    }));

  it('goes on typing while it comes', () =>
    journey(browser, {}, async page => {
      const release = await slowly(page);
      const typed = `${ada.username}_and_more_that_takes_its_time`;
      await page.getByLabel(/Username/).click();
      setTimeout(release, 150);
      await page.keyboard.type(typed, { delay: 15 });
      await arrived(page);
      expect(await page.getByLabel(/Username/).inputValue()).toBe(typed);
      expect(await focused(page)).toEqual(['identifier', typed.length, typed.length]);
    }));

  it('sees nothing move', () =>
    journey(browser, {}, async page => {
      const release = await slowly(page);
      const places = () =>
        page.evaluate(() =>
          ['.fh-brand', '.fh-card', 'h1', 'input[name=identifier]', 'input[name=password]', 'button[type=submit]'].map(
            selector => {
              const { x, y, width, height } =
                document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
              return [selector, x, y, width, height];
            },
          ),
        );
      const before = await places();
      release();
      await arrived(page);
      expect(await places()).toEqual(before);
    }));

  it('who has sent the form already is told by the page with scripts what was wrong', () =>
    journey(browser, {}, async page => {
      await goToSignIn(page);
      await page.evaluate(
        ([username]) => {
          const form = document.createElement('form');
          form.method = 'post';
          form.action = location.href;
          for (const [name, value] of Object.entries({ identifier: username ?? '', password: 'wrong' })) {
            const field = document.createElement('input');
            field.name = name;
            field.value = value;
            form.append(field);
          }
          document.body.append(form);
          form.submit();
        },
        [ada.username],
      );
      await page.locator('[aria-invalid="true"].mantine-Input-input').waitFor();
      expect(await page.getByLabel(/Username/).inputValue()).toBe(ada.username);
      expect(await page.getByRole('main').innerText()).toMatch(/isn’t right/);
      await page.getByLabel('Password', { exact: true }).fill(ada.password);
      await page.keyboard.press('Enter');
      await signedIn(page);
    }));
});
