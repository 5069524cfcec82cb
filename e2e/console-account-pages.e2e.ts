import type { Browser, BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTask } from './account-tasks.ts';
import { asksBeforeClosing, findBarriers, journey, launch, overflowsSideways } from './browser.ts';
import {
  call,
  createAccount,
  createPerson,
  createReachable,
  makeAdministrator,
  newUsername,
  openFields,
  openRegistration,
  type Person,
  setStepUp,
} from './operator.ts';

let browser: Browser;
let grace: Person;

const fieldsPath = '/console/account-pages';
const policyPath = '/console/proof-policy';
const everything = Object.fromEntries(
  ['name', 'avatar', 'profile', 'email', 'phone', 'password', 'username', 'social'].map(field => [
    field,
    'Edit' as const,
  ]),
);

beforeAll(async () => {
  await openRegistration();
  grace = await createPerson('Grace Hopper');
  await makeAdministrator(grace);
  browser = await launch();
});

beforeEach(async () => {
  await openFields(everything);
  const nothing = { profileFields: null, deleteAccountUrl: null, customCss: null, webauthnRelatedOrigins: [] };
  await call('PATCH', '/api/account-center', nothing);
  await setStepUp();
});

afterAll(async () => {
  await setStepUp();
  await browser?.close();
});

const atConsole = (path: string, run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) =>
  journey(browser, { viewport: { width: 1400, height: 900 }, ...options }, async page => {
    await openTask(page, path, grace);
    await page.locator('.fh-beside').waitFor();
    await run(page);
  });

const field = (page: Page, name: string): Locator => page.getByRole('group', { name, exact: true });
const choose = (page: Page, name: string, access: string) =>
  field(page, name).getByLabel(access, { exact: true }).check();
const preview = (page: Page): FrameLocator => page.frameLocator('iframe');
const save = async (page: Page) => {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Saved.' }).first().waitFor();
};
const fields = async () => ((await call('GET', '/api/account-center')) as { fields: Record<string, string> }).fields;
const rule = (page: Page, name: string): Locator =>
  page.locator('.fh-policy-row').filter({ has: page.getByRole('heading', { name, exact: true }) });

/** The ways to sign in that a page lists. */
const rowsOf = (place: FrameLocator | Page) => place.locator('.fh-row-label').allInnerTexts();

describe('what people see of their account', () => {
  it('is opened to them, and is seen before it is saved', () =>
    atConsole(fieldsPath, async page => {
      await page.getByRole('button', { name: 'All off' }).click();
      await preview(page).getByText('There’s nothing here that you can see or change.').waitFor();
      await choose(page, 'Email address', 'Edit');
      await choose(page, 'Password', 'Read only');
      // With one section left there is nothing to navigate: it is the page.
      await preview(page).getByRole('heading', { level: 1, name: 'Security' }).waitFor();
      expect(await rowsOf(preview(page))).toEqual(['Email address', 'Password']);
      expect((await fields())['name']).toBe('Edit');
      await save(page);
      expect(await fields()).toMatchObject({ email: 'Edit', password: 'ReadOnly', name: 'Off', social: 'Off' });
      expect(Object.keys(await fields())).toHaveLength(12);
    }));

  it('is what a person then sees', async () => {
    const ada = await createReachable('Ada Lovelace');
    await atConsole(fieldsPath, async page => {
      await preview(page)
        .getByRole('button', { name: /Security/ })
        .first()
        .click();
      await preview(page)
        .getByRole('button', { name: /Change.*Email|Email.*Change/ })
        .waitFor();
      await choose(page, 'Email address', 'Read only');
      await preview(page).locator('.fh-row.fh-flash').first().waitFor();
      await preview(page)
        .getByRole('button', { name: /Change.*Email|Email.*Change/ })
        .waitFor({ state: 'detached' });
      expect(await field(page, 'Email address').innerText()).toContain('couldn’t add one');
      await save(page);
    });
    await journey(browser, {}, async page => {
      await openTask(page, '/account/security', ada);
      await page.locator('.fh-row').getByText(ada.email).waitFor();
      expect(await page.getByRole('link', { name: /Change.*Email/ }).count()).toBe(0);
      expect(await page.getByRole('link', { name: /Change.*Password/ }).count()).toBe(1);
    });
  });

  it('is tried out by a sample person, who is asked what the policy says, and nothing comes of it', () =>
    atConsole(fieldsPath, async page => {
      const frame = preview(page);
      await frame
        .getByRole('button', { name: /Security/ })
        .first()
        .click();
      await frame.getByRole('button', { name: /Change.*Email/ }).click();
      await frame.getByLabel('New email address').fill('new@example.com');
      await frame.getByRole('button', { name: 'Continue' }).click();
      const dialog = frame.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Get a code by email' }).waitFor();
      await dialog.getByLabel('Password', { exact: true }).fill('whatever');
      await dialog.getByRole('button', { name: 'Confirm' }).click();
      await frame.getByLabel('Code').fill('123456');
      await frame.getByText('Your email address is now new@example.com.').waitFor();

      const answers = page.locator('.fh-answers');
      expect(await answers.innerText()).toContain('Would be asked for the password or a code by email');
      await page.getByLabel('Who').focus();
      await page.getByLabel('Who').selectOption({ label: 'By codes, without password' });
      await frame.locator('main').getByText('Grace Hopper').first().waitFor();
      expect(await answers.innerText()).toContain('Would be asked for a code by text message or a code by email');
      await page.getByLabel('Who').selectOption({ label: 'With a username and nothing else' });
      await frame.locator('main').getByText('u_5f3a').first().waitFor();
      expect(await answers.innerText()).toContain('Can’t do this at all');
      // Whoever looks at somebody else has not left the console.
      expect(await page.getByLabel('Who').evaluate(select => select === document.activeElement)).toBe(true);
    }));

  it('is looked at in another language, in the dark and on a desktop, and the console stays as it is', () =>
    atConsole(fieldsPath, async page => {
      await page.locator('.fh-preview').getByLabel('Language').selectOption('zh-TW');
      await preview(page).getByRole('heading', { level: 1, name: '你的帳戶' }).waitFor();
      await page.getByLabel('Dark', { exact: true }).check();
      await preview(page).locator('html[data-mantine-color-scheme="dark"]').waitFor();
      await page.getByLabel('Desktop', { exact: true }).check();
      expect(
        await preview(page)
          .locator('html')
          .evaluate(html => html.clientWidth),
      ).toBe(1024);
      expect(await findBarriers(page, { inFrame: true })).toEqual([]);
      await page.reload();
      await page.getByRole('heading', { level: 1, name: 'Account pages' }).waitFor();
      expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('light');
    }));

  it('is ordered by the keyboard alone, and saved', () =>
    atConsole(fieldsPath, async page => {
      await page.getByRole('button', { name: 'Choose and order them' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Move down: Name', exact: true }).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(
        await page
          .getByRole('button', { name: 'Move down: Name', exact: true })
          .evaluate(button => button === document.activeElement),
      ).toBe(true);
      expect(await page.getByRole('status').allInnerTexts()).toContain('Name: place 3 of 14');
      await page.getByRole('button', { name: 'Remove: Gender' }).focus();
      await page.keyboard.press('Space');
      await page.getByLabel('Where people delete their account').fill('javascript:alert(1)');
      await page.getByRole('button', { name: 'Save', exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('Enter a web address that begins with https://').waitFor();
      expect(
        await page.getByLabel('Where people delete their account').evaluate(input => input === document.activeElement),
      ).toBe(true);
      await page.keyboard.press('Control+A');
      await page.keyboard.type('https://acme.example/goodbye');
      await page.getByRole('button', { name: 'Save', exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('status').filter({ hasText: 'Saved.' }).first().waitFor();
      const saved = (await call('GET', '/api/account-center')) as {
        profileFields: { name: string }[];
        deleteAccountUrl: string;
      };
      expect(saved.profileFields.slice(0, 3).map(({ name }) => name)).toEqual(['avatar', 'familyName', 'name']);
      expect(saved.profileFields).toHaveLength(13);
      expect(saved.deleteAccountUrl).toBe('https://acme.example/goodbye');
    }));

  it('holds other addresses for passkeys, which are judged while they are typed', () =>
    atConsole(fieldsPath, async page => {
      const address = page.getByLabel('Address to add');
      const listed = (origin: string) => page.getByRole('button', { name: `Remove: ${origin}`, exact: true });
      const origins = async () =>
        ((await call('GET', '/api/account-center')) as { webauthnRelatedOrigins: string[] }).webauthnRelatedOrigins;
      const reasons: [string, string][] = [
        ['http:', 'An address here begins with https://'],
        ['https://*.shop.example', 'This isn’t the name of a site'],
        ['https://shop.example/sign-in', 'Leave out what doesn’t belong to'],
      ];
      for (const [typed, reason] of reasons) {
        await address.fill(typed);
        await page.getByText(reason).waitFor();
      }
      expect(await findBarriers(page)).toEqual([]);
      await address.fill('https://Shop.example/');
      await page.keyboard.press('Enter');
      await listed('https://shop.example').waitFor();
      await address.fill('https://blog.example');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Add this address or empty the field').waitFor();
      expect(await address.evaluate(input => input === document.activeElement)).toBe(true);
      await page.getByRole('link', { name: 'Users', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor();
      await page.getByRole('link', { name: 'Account pages', exact: true }).click();
      await listed('https://shop.example').waitFor();
      expect(await address.inputValue()).toBe('https://blog.example');
      // Nothing was saved without it.
      await page.getByRole('status').filter({ hasText: '1 change' }).waitFor();
      await page.getByRole('button', { name: 'Add address' }).click();
      await save(page);
      expect(await origins()).toEqual(['https://shop.example', 'https://blog.example']);

      await listed('https://shop.example').click();
      await save(page);
      expect(await origins()).toEqual(['https://blog.example']);

      // One more than the server takes.
      const many = Array.from({ length: 100 }, (_, number) => `https://${number}.example`);
      await call('PATCH', '/api/account-center', { webauthnRelatedOrigins: many });
      await page.reload();
      await listed('https://99.example').waitFor();
      await address.fill('https://shop.example');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.locator('.fh-save-bar').getByRole('alert').waitFor();
      await listed('https://shop.example').waitFor();
      expect(await origins()).toEqual(many);
    }));

  it('is not overwritten when somebody else has saved meanwhile: both are shown, and neither is lost', () =>
    atConsole(fieldsPath, async page => {
      await choose(page, 'Name', 'Read only');
      await openFields({ ...everything, name: 'Edit', phone: 'ReadOnly' });
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      const conflict = page.getByRole('region', { name: /Somebody else has saved/ });
      expect(await conflict.evaluate(region => region === document.activeElement)).toBe(true);
      expect(await conflict.innerText()).toMatch(/Phone number[\s\S]*Edit[\s\S]*Read only/);
      expect(await fields()).toMatchObject({ name: 'Edit', phone: 'ReadOnly' });
      expect(await findBarriers(page)).toEqual([]);
      await conflict.getByRole('button', { name: 'Keep my changes' }).click();
      await save(page);
      expect(await fields()).toMatchObject({ name: 'ReadOnly', phone: 'ReadOnly', email: 'Edit' });
    }));
});

describe('what people are asked before a change', () => {
  it('is tightened after seeing what changes and who would be shut out', async () => {
    await createAccount({ username: newUsername(), name: '<img src=x onerror=alert(1)>' });
    await atConsole(policyPath, async page => {
      await page.getByRole('button', { name: 'See what changes: Strict' }).click();
      const diff = page.getByRole('region', { name: /^Strict: \d+ things would change$/ });
      expect(await diff.innerText()).toMatch(
        /Change the username\s+Now\s+Nobody is asked\.\s+Then\s+People confirm in the strongest way/,
      );
      expect(await findBarriers(page)).toEqual([]);
      await diff.getByRole('button', { name: 'Use this preset' }).click();
      const simulator = page
        .locator('section')
        .filter({ has: page.getByRole('heading', { name: 'What would somebody be asked?' }) });
      await simulator.getByLabel('What they want to do').selectOption({ label: 'Change the username' });
      expect(await simulator.innerText()).toMatch(
        /As saved\s+Allowed at once[\s\S]*With your changes\s+Would be asked for the password:/,
      );
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      const check = page.getByRole('region', { name: 'This asks more of people than before' });
      await check.getByText(/Of the newest users \(\d+ looked at\)/).waitFor();
      await check.getByRole('link', { name: '<img src=x onerror=alert(1)>' }).first().waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await check.getByRole('button', { name: 'Save anyway' }).click();
      await page.getByRole('status').filter({ hasText: 'Saved.' }).first().waitFor();
      expect(await call('GET', '/api/account-center/step-up-policy')).toMatchObject({
        preset: 'strict',
        actions: { 'username.change': { proof: 'always', strength: 'strongest', singleUse: true } },
      });
    });
  });

  it('is changed rule by rule with the keyboard, and marked where it differs', () =>
    atConsole(policyPath, async page => {
      const row = rule(page, 'Change the email address');
      await row.getByRole('button').focus();
      await page.keyboard.press('Enter');
      expect(await row.getByRole('button').getAttribute('aria-expanded')).toBe('true');
      await row.getByLabel('How long ago at most').selectOption({ label: '1 minute' });
      await row.getByLabel('Each confirmation serves for one change only').focus();
      await page.keyboard.press('Space');
      await row.getByText('Stricter than the preset').waitFor();
      expect(await row.innerText()).toContain('at most 1 minute before, anew for each change.');
      await row.getByLabel('Who is asked').selectOption({ label: 'Nobody' });
      await row.getByText('Looser than the preset').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await save(page);
      expect(await call('GET', '/api/account-center/step-up-policy')).toMatchObject({
        preset: 'default',
        actions: { 'email.change': { proof: 'never', maxAgeSeconds: 60 } },
      });
      await page.goto(fieldsPath);
      await page.getByText('a screen left unlocked is enough').waitFor();
    }));

  it('is found out for a person by name', async () => {
    const mark = newUsername();
    await createAccount({ username: mark, name: `Nobody ${mark}` });
    await atConsole(policyPath, async page => {
      await page.getByLabel('Who', { exact: true }).selectOption({ label: 'A user' });
      await page.getByLabel('Name, username, email address or phone number').fill(mark);
      await page.keyboard.press('Enter');
      await page.getByLabel(`Nobody ${mark}`).check();
      await page.getByText('Can’t do this at all: the policy asks everybody').waitFor();
      await page.getByLabel('What they want to do').selectOption({ label: 'Set a password' });
      await page.getByText('Allowed at once: the policy asks those who have a way to confirm').waitFor();
      expect(await findBarriers(page)).toEqual([]);
    });
  });
});

describe('both pages', () => {
  it('have what was changed and not saved after a look elsewhere, and hold it against what was saved meanwhile', () =>
    atConsole(fieldsPath, async page => {
      const css = page.locator('textarea.fh-code-area');
      const others = page.getByLabel('Sign out other devices after a change');
      const to = (name: string) => page.getByRole('link', { name, exact: true }).click();
      const changes = (count: string) => page.getByRole('status').filter({ hasText: count }).waitFor();
      await choose(page, 'Name', 'Read only');
      await css.fill('h1 { color: teal }');
      expect(await asksBeforeClosing(page)).toBe(true);
      await to('Change the proof policy');
      await others.click();
      expect(await asksBeforeClosing(page)).toBe(true);
      await openFields({ ...everything, name: 'Edit', phone: 'ReadOnly' });
      await to('Account pages');
      await changes('2 changes');
      expect(await css.inputValue()).toBe('h1 { color: teal }');
      expect(await field(page, 'Name').getByLabel('Read only').isChecked()).toBe(true);

      await page.getByRole('button', { name: 'Save', exact: true }).click();
      const conflict = page.getByRole('region', { name: /Somebody else has saved/ });
      expect(await conflict.innerText()).toMatch(/Phone number[\s\S]*Edit[\s\S]*Read only/);
      expect(await fields()).toMatchObject({ name: 'Edit', phone: 'ReadOnly' });
      await conflict.getByRole('button', { name: 'Keep my changes' }).click();
      await save(page);
      expect(await fields()).toMatchObject({ name: 'ReadOnly', phone: 'ReadOnly' });
      expect(await asksBeforeClosing(page)).toBe(false);

      await to('Proof policy');
      await changes('1 change');
      expect(await others.isChecked()).toBe(false);
      await page.getByRole('button', { name: 'Discard' }).click();
      // What was saved there, or discarded here, is kept no longer.
      for (const name of ['Account pages', 'Proof policy']) {
        await to(name);
        await page.getByRole('heading', { level: 1, name }).waitFor();
        await page.locator('.fh-save-bar').waitFor({ state: 'attached' });
        expect(await page.getByText(/\d changes?$/).count()).toBe(0);
      }
      expect(await others.isChecked()).toBe(true);
    }));

  it.each<[string, BrowserContextOptions]>([
    ['on a phone', { viewport: { width: 320, height: 640 } }],
    ['in the dark', { colorScheme: 'dark' }],
    ['in Traditional Chinese', { locale: 'zh-TW', viewport: { width: 320, height: 640 } }],
    ['in German', { locale: 'de', viewport: { width: 320, height: 640 } }],
  ])('%s: are in nobody’s way', (_, options) =>
    atConsole(
      fieldsPath,
      async page => {
        await page.frameLocator('iframe').locator('h1').waitFor();
        for (const group of await page.locator('details > summary').all()) await group.click();
        expect(await findBarriers(page)).toEqual([]);
        expect(await findBarriers(page, { inFrame: true })).toEqual([]);
        expect(await overflowsSideways(page)).toBe(false);
        await page.goto(policyPath);
        await page.locator('.fh-presets button').last().click();
        for (const group of await page.locator('details > summary').all()) await group.click();
        for (const row of (await page.locator('.fh-policy-line button').all()).slice(0, 2)) await row.click();
        expect(await findBarriers(page)).toEqual([]);
        expect(await overflowsSideways(page)).toBe(false);
      },
      options,
    ),
  );

  it('keep what is typed in the preview apart from what the administrator has typed in their own account', () =>
    atConsole(fieldsPath, async page => {
      // Both ask before what was typed is left.
      page.on('dialog', dialog => void dialog.accept());
      const name = page.getByLabel('Full name');
      await page.goto('/account/profile');
      await name.fill('Grace Brewster Hopper');
      await page.goto(fieldsPath);
      await preview(page)
        .getByRole('button', { name: /Profile/ })
        .first()
        .click();
      await preview(page).getByLabel('Full name').fill('Somebody made up');
      await page.goto('/account/profile');
      expect(await name.inputValue()).toBe('Grace Brewster Hopper');
    }));

  it('leave the preview to themselves: outside of them it shows nothing of anybody', () =>
    journey(browser, {}, async page => {
      const answer = await page.goto('/account/preview');
      expect(answer?.headers()['content-security-policy']).toContain("frame-ancestors 'self'");
      expect(answer?.headers()['content-security-policy']).toContain("connect-src 'none'");
      await page.getByText('inside the console, with sample people').waitFor();
      expect(await findBarriers(page)).toEqual([]);
    }));
});
