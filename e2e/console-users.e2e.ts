import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asksBeforeClosing, findBarriers, journey, launch, overflowsSideways } from './browser.ts';
import {
  call,
  createAccount,
  createPerson,
  createReachable,
  endAdministration,
  makeAdministrator,
  newUsername,
  openRegistration,
  type Person,
  passwordOpens,
  readAccount,
  setAccountApi,
} from './operator.ts';
import { signIn } from './steps.ts';

let browser: Browser;
let grace: Person;

beforeAll(async () => {
  await openRegistration();
  await setAccountApi(true);
  grace = await createPerson('Grace Hopper');
  await makeAdministrator(grace);
  browser = await launch();
});

afterAll(() => browser?.close());

/** Opens a page of the console, signing in on the way, and waits for its heading. */
async function enterConsole(page: Page, path = '/console', person = grace): Promise<void> {
  await page.goto(path);
  await page.waitForURL(/\/sign-in\b/);
  const password = page.locator('input[type="password"]');
  await page.locator('input').first().fill(person.username);
  await password.fill(person.password);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL(/\/console/);
  await page.locator('nav.fh-console-nav, main h1').filter({ visible: true }).first().waitFor();
}

const atConsole = (
  path: string,
  run: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> =>
  journey(browser, { viewport: { width: 1280, height: 800 }, ...options }, async page => {
    await enterConsole(page, path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await run(page);
  });

const dialog = (page: Page) => page.getByRole('dialog');

describe('an administrator', () => {
  it('signs in, sees who is signed in and what is still to do', () =>
    atConsole('/console', async page => {
      await page.getByRole('heading', { name: 'First steps' }).waitFor();
      expect(await page.title()).toMatch(/^Start · \S/);
      const steps = page.locator('ol.fh-steps > li');
      expect(await steps.count()).toBe(5);
      await page.getByRole('heading', { name: 'There is an administrator Done' }).waitFor();
      await page.getByText('Grace Hopper').first().waitFor();
      expect(await findBarriers(page)).toEqual([]);
    }));

  it('finds a person among many by name, address, number, part of any and status, and can send the address of what was found', async () => {
    const mark = newUsername();
    const found = await createAccount({
      username: mark,
      name: 'Zoë Müller-Kovač',
      primaryEmail: `${mark}@example.com`,
      primaryPhone: `88691${String(Date.now()).slice(-7)}`,
    });
    const { primaryPhone } = (await readAccount(found)) ?? {};
    for (let i = 0; i < 22; i++) await createAccount({ username: newUsername() });
    await atConsole('/console/users', async page => {
      const row = page.getByRole('row').filter({ hasText: mark });
      await page
        .getByRole('main')
        .getByText(/^\d+ people$/)
        .waitFor();
      await page.getByRole('link', { name: 'Next page' }).click();
      await page.waitForURL(/page=2/);
      const field = page.getByLabel('Find people');
      for (const typed of [mark.slice(2), `${mark}@EXAMPLE`, `+${primaryPhone}`, `0${String(primaryPhone).slice(3)}`]) {
        await field.fill(typed);
        await page.getByRole('main').getByText('1 person', { exact: true }).waitFor();
        await row.waitFor();
      }
      await field.fill(mark);
      await page.waitForURL(url => url.searchParams.get('search') === mark && !url.searchParams.has('page'));
      await page.reload();
      await page.getByRole('link', { name: 'Zoë Müller-Kovač' }).waitFor();
      expect(await field.inputValue()).toBe(mark);
      expect(await findBarriers(page)).toEqual([]);
      await field.fill(`${mark}%`);
      await page.getByText(`Nobody matches ${mark}%.`).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('link', { name: 'Show everybody' }).click();
      await page
        .getByRole('main')
        .getByText(/^\d+ people$/)
        .waitFor();
      expect(await field.inputValue()).toBe('');

      await call('PATCH', `/api/users/${found}/is-suspended`, { isSuspended: true });
      const status = page.getByLabel('Status');
      await status.selectOption('Suspended');
      await page.waitForURL(/\?status=suspended$/);
      await row.waitFor();
      expect(await page.getByRole('row').filter({ hasText: 'Active' }).count()).toBe(0);
      await field.fill(mark);
      await page.waitForURL(url => url.searchParams.get('search') === mark);
      await page.getByRole('main').getByText('1 person', { exact: true }).waitFor();
      await status.selectOption('Active');
      await page.getByText(`Nobody active matches ${mark}.`).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.goBack();
      await row.waitFor();
      await page.reload();
      await row.waitFor();
      expect([await status.inputValue(), await field.inputValue()]).toEqual(['suspended', mark]);
    });
  });

  it('suspends somebody and brings them back', async () => {
    const bob = await createPerson('Bob Sled');
    await atConsole(`/console/users/${bob.id}/access`, async page => {
      await page.getByRole('button', { name: 'Suspend', exact: true }).click();
      await dialog(page).getByText('Signs this person out everywhere at once').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      // Esc leaves, and nothing was done.
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'hidden' });
      expect(await readAccount(bob.id)).toMatchObject({ isSuspended: false });
      await page.getByRole('button', { name: 'Suspend', exact: true }).click();
      await dialog(page).getByRole('button', { name: 'Suspend' }).click();
      await page.getByText('Suspended', { exact: true }).waitFor();
      expect(await readAccount(bob.id)).toMatchObject({ isSuspended: true });
      await page.getByRole('button', { name: 'Let in again' }).click();
      await dialog(page).getByRole('button', { name: 'Let in again' }).click();
      await page.getByText('Active', { exact: true }).waitFor();
      expect(await readAccount(bob.id)).toMatchObject({ isSuspended: false });
    });
  });

  it('resets a password, which is shown once', async () => {
    const bob = await createPerson('Bob Sled');
    await atConsole(`/console/users/${bob.id}/sign-in`, async page => {
      await page.getByRole('button', { name: 'Reset password' }).click();
      await dialog(page).getByRole('button', { name: 'Reset password' }).click();
      const secret = await page.locator('code.fh-secret').innerText();
      expect(await findBarriers(page)).toEqual([]);
      expect(await passwordOpens(bob.id, secret)).toBe(true);
      expect(await passwordOpens(bob.id, bob.password)).toBe(false);
      await page.reload();
      await page.getByRole('button', { name: 'Reset password' }).waitFor();
      expect(await page.getByText(secret).count()).toBe(0);
    });
  });

  it('changes how somebody signs in, and is told at the field what can’t be', async () => {
    const [bob, taken] = [await createPerson('Bob Sled'), await createReachable('Taken')];
    await atConsole(`/console/users/${bob.id}/sign-in`, async page => {
      await page.getByRole('button', { name: 'Add Email address' }).click();
      const field = page.getByLabel('Email address', { exact: true });
      await field.fill('nonsense');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('This isn’t an email address').first().waitFor();
      await field.fill(taken.email);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.locator('[aria-invalid="true"]').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await field.fill(`${bob.username}@example.com`);
      await page.keyboard.press('Enter');
      await page.getByText(`${bob.username}@example.com`).waitFor();
      expect(await readAccount(bob.id)).toMatchObject({ primaryEmail: `${bob.username}@example.com` });
      // The button that was pressed is where one goes on.
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Change Email address');
    });
  });

  it('edits the profile and saves it, and reads in the activity who did', async () => {
    const bob = await createPerson('Bob Sled');
    await atConsole(`/console/users/${bob.id}`, async page => {
      await page.getByLabel('Nickname').fill('Bobby');
      await page.getByLabel('Town').fill('Igls');
      await page.getByText('2 changes').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved.').first().waitFor();
      expect(await readAccount(bob.id)).toMatchObject({
        profile: { nickname: 'Bobby', address: { locality: 'Igls' } },
      });
      await page.getByRole('link', { name: 'Activity' }).click();
      await page.getByText('The profile was changed').waitFor();
      await page.getByText('By Grace Hopper').first().waitFor();
      await page.locator('summary').first().click();
      expect(await findBarriers(page)).toEqual([]);
    });
  });

  it('finds what they typed again after a look elsewhere, and does not overwrite what was saved meanwhile', async () => {
    const [bob, eve] = [await createPerson('Bob Sled'), await createPerson('Eve Else')];
    await atConsole(`/console/users/${bob.id}`, async page => {
      const nickname = page.getByLabel('Nickname');
      const tab = (name: string) => page.getByRole('link', { name, exact: true }).click();
      await nickname.fill('Bobby');
      await page.getByLabel('Town').fill('Igls');
      expect(await asksBeforeClosing(page)).toBe(true);
      await tab('Access');
      await page.getByRole('heading', { name: 'Suspension' }).waitFor();
      await tab('Profile');
      expect(await nickname.inputValue()).toBe('Bobby');
      // What was typed of one person is not typed of another.
      await page.getByRole('link', { name: 'Users', exact: true }).click();
      await page.getByRole('link', { name: 'Eve Else' }).first().click();
      await page.waitForURL(new RegExp(eve.id));
      expect(await nickname.inputValue()).toBe('');

      await call('PATCH', `/api/users/${bob.id}`, { profile: { nickname: 'Robert', gender: 'm' } });
      await page.goBack();
      await page.getByRole('link', { name: 'Bob Sled' }).first().click();
      await page.getByText('2 changes').waitFor();
      expect(await nickname.inputValue()).toBe('Bobby');
      await page.getByRole('button', { name: 'Save' }).click();
      const conflict = page.getByRole('region', { name: /Somebody has changed this profile/ });
      await conflict.waitFor();
      expect(await conflict.evaluate(region => region === document.activeElement)).toBe(true);
      expect(await conflict.innerText()).toMatch(/Nickname[\s\S]*Not set[\s\S]*Robert[\s\S]*Bobby/);
      expect(await findBarriers(page)).toEqual([]);
      expect(await readAccount(bob.id)).toMatchObject({ profile: { nickname: 'Robert' } });
      await conflict.getByRole('button', { name: 'Keep my changes' }).click();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved.').first().waitFor();
      expect(await readAccount(bob.id)).toMatchObject({
        profile: { nickname: 'Bobby', gender: 'm', address: { locality: 'Igls' } },
      });
      expect(await asksBeforeClosing(page)).toBe(false);

      await nickname.fill('Bo');
      await page.getByRole('button', { name: 'Discard' }).click();
      await tab('Access');
      await tab('Profile');
      expect(await nickname.inputValue()).toBe('Bobby');
    });
  });

  it('deletes somebody after typing who', async () => {
    const bob = await createPerson('Bob Sled');
    await atConsole(`/console/users/${bob.id}/access`, async page => {
      await page.getByRole('button', { name: 'Delete account' }).click();
      const confirm = dialog(page).getByRole('button', { name: 'Delete account' });
      await confirm.click();
      await dialog(page).getByText('This isn’t the account').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await dialog(page).getByRole('textbox').fill(bob.username);
      await confirm.click();
      await page.waitForURL(/\/console\/users$/);
      await page.getByText('The account of Bob Sled has been deleted.').waitFor();
      expect(await readAccount(bob.id)).toBeUndefined();
      await page.goto(`/console/users/${bob.id}`);
      await page.getByRole('heading', { level: 1, name: 'This page isn’t here' }).waitFor();
      expect(await findBarriers(page)).toEqual([]);
    });
  });

  it('creates somebody and hands over a password', () =>
    atConsole('/console/users/new', async page => {
      const username = newUsername();
      await page.getByRole('button', { name: 'Create a user' }).click();
      await page.getByText('Enter a username, an email address or a phone number.').first().waitFor();
      await page.getByLabel('Phone number').fill('0912 345 678');
      await page.getByRole('button', { name: 'Create a user' }).click();
      await page.getByText('Begin the phone number with its country code').first().waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByLabel('Phone number').fill('');
      await page.getByLabel('Name', { exact: true }).fill('<b>Nora</b>');
      await page.getByLabel('Username').fill(username);
      await page.getByRole('button', { name: 'Create a user' }).click();
      await page.getByRole('heading', { level: 1, name: '<b>Nora</b> has an account now' }).waitFor();
      const secret = await page.locator('code.fh-secret').innerText();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('link', { name: 'Open the user' }).click();
      await page.waitForURL(/\/console\/users\/[a-z0-9]{12}$/);
      const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      expect(await passwordOpens(id, secret)).toBe(true);
    }));

  it('makes another administrator, and can neither suspend, delete nor demote themselves', async () => {
    const bob = await createPerson('Bob Sled');
    await atConsole(`/console/users/${bob.id}/access`, async page => {
      await page.getByLabel('Another role').selectOption('Administrator');
      await page.getByRole('button', { name: 'Give role' }).click();
      await dialog(page).getByRole('button', { name: 'Make administrator' }).click();
      await page.getByText('May do everything in this console.').waitFor();
      await page.goto(`/console/users/${grace.id}/access`);
      for (const words of ['can’t suspend yourself', 'can’t delete yourself', 'can’t take this role from yourself'])
        await page.getByText(words).waitFor();
      expect(await page.getByRole('button', { name: /Suspend|Delete|Take away/ }).count()).toBe(0);
      expect(await findBarriers(page)).toEqual([]);
    });
  });
});

describe('somebody who is no administrator', () => {
  it('is told so, and led to their account', async () => {
    const eve = await createPerson('Eve');
    await journey(browser, {}, async page => {
      await enterConsole(page, '/console/users', eve);
      await page.getByRole('heading', { level: 1, name: 'You aren’t an administrator' }).waitFor();
      expect(await page.title()).toMatch(/^No access · /);
      expect(await page.getByRole('navigation').count()).toBe(0);
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('link', { name: 'Go to your account' }).waitFor();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL(/\/sign-in\b/);
    });
  });

  it('is told so at the next request after losing the role', async () => {
    const former = await createPerson('Former');
    await makeAdministrator(former);
    await journey(browser, { viewport: { width: 1280, height: 800 } }, async page => {
      await enterConsole(page, '/console', former);
      await page.getByRole('heading', { name: 'First steps' }).waitFor();
      await endAdministration(former);
      await page.getByRole('link', { name: 'Users', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'You aren’t an administrator' }).waitFor();
    });
  });

  it('signs in elsewhere without being asked for more', async () => {
    await journey(browser, {}, page => signIn(page, grace));
  });
});

describe('whoever the console is for', () => {
  it('gets through it with the keyboard alone', async () => {
    const bob = await createPerson('Bob Keys');
    await atConsole(`/console/users?search=${bob.username}`, async page => {
      await page.getByRole('main').getByText('1 person', { exact: true }).waitFor();
      const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
      const tabTo = async (words: string) => {
        for (let presses = 0; presses < 40; presses++) {
          if ((await focused()).startsWith(words)) return;
          await page.keyboard.press('Tab');
        }
        throw new Error(`no way to ${words} by Tab`);
      };
      // The heading has the focus; what stands before it can be skipped.
      await page.locator('.fh-skip').focus();
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
      await tabTo('Bob Keys');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Bob Keys' }).waitFor();
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      await tabTo('Access');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Suspension' }).waitFor();
      await tabTo('Suspend');
      await page.keyboard.press('Enter');
      await dialog(page).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('Suspend');
      await page.keyboard.press('Enter');
      await page.getByText('Suspended', { exact: true }).waitFor();
      expect(await readAccount(bob.id)).toMatchObject({ isSuspended: true });
    });
  });

  it.each<[string, BrowserContextOptions]>([
    ['on 320 pixels', { viewport: { width: 320, height: 640 } }],
    ['in the dark', { colorScheme: 'dark' }],
    ['in Traditional Chinese', { locale: 'zh-TW' }],
    ['in German on a phone', { locale: 'de', viewport: { width: 360, height: 700 } }],
  ])(
    'sees all of it %s, whatever people are called',
    async (_, options) => {
      const hostile = await createAccount({
        username: newUsername(),
        name: `\u202Egnp.exe"><img src=x onerror=alert(1)>${'W'.repeat(80)}`,
        primaryEmail: `${'a'.repeat(50)}@${'b'.repeat(50)}.example`.replace('a', newUsername().slice(4, 8)),
        profile: { nickname: 'z'.repeat(2000) },
      });
      await atConsole(
        '/console',
        async page => {
          const pages = [
            '',
            '/users',
            '/users/new',
            '/users?search=%E2%80%AEnobody%3Cimg%20src%3Dx%3E',
            '/nowhere',
            ...['', '/sign-in', '/access', '/activity', '/raw'].map(tab => `/users/${hostile}${tab}`),
          ];
          for (const path of pages) {
            await page.goto(`/console${path}`);
            await page.getByRole('heading', { level: 1 }).waitFor();
            await page.locator('.fh-waiting').waitFor({ state: 'detached' });
            expect([path, await overflowsSideways(page)]).toEqual([path, false]);
            expect([path, await findBarriers(page)]).toEqual([path, []]);
            expect([path, await page.locator('main img').count()]).toEqual([path, 0]);
            expect([path, await page.locator('main').innerText()]).not.toContain('\u202E');
          }
        },
        options,
      );
    },
    120_000,
  );

  it('opens the menu on a phone, goes on, and finds it closed', () =>
    atConsole(
      '/console',
      async page => {
        const menu = page.getByRole('button', { name: 'Menu' });
        expect(await menu.getAttribute('aria-expanded')).toBe('false');
        await menu.click();
        expect(await findBarriers(page)).toEqual([]);
        await page.getByRole('link', { name: 'Users', exact: true }).click();
        await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor();
        expect(await menu.getAttribute('aria-expanded')).toBe('false');
      },
      { viewport: { width: 320, height: 640 } },
    ));

  it('chooses language and appearance, which stay', () =>
    atConsole('/console', async page => {
      await page.getByLabel('Appearance').selectOption('dark');
      expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
      await page.getByLabel('Language').selectOption('ja');
      await page.getByRole('heading', { level: 1, name: 'ホーム' }).waitFor();
      await page.reload();
      await page.getByRole('heading', { level: 1, name: 'ホーム' }).waitFor();
      expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    }));
});
