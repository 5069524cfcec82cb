import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { card, fields, heading, isFocused, openAs, settle, stored } from './account-pages.ts';
import { findBarriers, journey, launch, overflowsSideways } from './browser.ts';
import { call, createPerson, createThirdParty, openRegistration, type Person, setAccountApi } from './operator.ts';
import { enter } from './steps.ts';

let browser: Browser;
let ada: Person;

beforeAll(async () => {
  await openRegistration();
  browser = await launch();
});

beforeEach(async () => {
  await settle();
  ada = await createPerson('Ada Lovelace');
});

afterAll(async () => {
  await settle();
  await setAccountApi(true);
  await browser?.close();
});

describe('somebody and their account', () => {
  it('finds who they are, what needs attention, and the way around', () =>
    journey(browser, {}, async page => {
      await openAs(page, ada, '/account');
      await heading(page, 'Your account');
      expect(await page.title()).toMatch(/^Account · \S/);
      await card(page, 'What needs your attention').getByRole('link', { name: 'Add an email address' }).waitFor();
      const around = page.getByRole('navigation', { name: 'Sections of your account' });
      expect(await around.getByRole('link').allInnerTexts()).toEqual(['Overview', 'Profile', 'Security']);
      expect(await findBarriers(page)).toEqual([]);
      await around.getByRole('link', { name: 'Security' }).click();
      await heading(page, 'Security');
      expect(await page.title()).toMatch(/^Security · \S/);
      expect(await isFocused(page, 'h1')).toBe(true);
      expect(await around.getByRole('link', { name: 'Security' }).getAttribute('aria-current')).toBe('page');
      expect(await page.getByRole('listitem').filter({ hasText: ada.username }).innerText()).toContain(
        'Used to sign in',
      );
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('link', { name: 'Add Email address' }).click();
      await page.waitForURL(/\/account\/security\/email$/);
      await page.getByRole('link', { name: 'Security' }).last().click();
      await page.waitForURL(/\/account\/security$/);
    }));

  it('changes their name with the keyboard alone', () =>
    journey(browser, {}, async page => {
      await openAs(page, ada, '/account/profile');
      const name = page.getByLabel('Full name');
      await name.waitFor();
      expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').innerText()).toBe('Skip to content');
      await page.keyboard.press('Enter');
      for (let presses = 0; !(await name.evaluate(field => field === document.activeElement)); presses++) {
        if (presses > 12) throw new Error('the name cannot be reached');
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Control+A');
      await page.keyboard.type('Ada King');
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').innerText()).toBe('Save');
      await page.keyboard.press('Enter');
      await card(page, 'Name').getByText('Saved.').waitFor();
      expect(await isFocused(page, '.fh-form-notice')).toBe(true);
      expect((await stored(ada))['name']).toBe('Ada King');
      expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
      await page.getByRole('link', { name: 'Overview' }).click();
      await page.getByRole('main').getByText('Ada King').first().waitFor();
    }));

  it('thinks better of it', () =>
    journey(browser, {}, async page => {
      await openAs(page, ada, '/account/profile');
      await page.getByLabel('Full name').fill('Nobody');
      await card(page, 'Name').getByRole('button', { name: 'Cancel' }).click();
      expect(await page.getByLabel('Full name').inputValue()).toBe('Ada Lovelace');
      expect(await page.getByLabel('Full name').evaluate(field => field === document.activeElement)).toBe(true);
    }));

  it('fills in their profile, and takes part of it back', () =>
    journey(browser, {}, async page => {
      await openAs(page, ada, '/account/profile');
      await page.getByLabel('Given name').fill('Augusta Ada');
      await page.getByLabel('Website').fill('https://ada.example');
      await page.getByLabel('Month').selectOption({ label: 'December' });
      await page.getByLabel('Day', { exact: true }).fill('１０');
      await page.getByLabel('Year').fill('1815');
      await page.getByLabel('Time zone').selectOption('Europe/London');
      await page.getByLabel('Preferred language').selectOption('fr');
      await card(page, 'About you').getByRole('button', { name: 'Save' }).click();
      await card(page, 'About you').getByText('Saved.').waitFor();
      await page.getByLabel('Street and house number').fill('12 St James’s Square\n2nd floor');
      await page.getByLabel('City').fill('London');
      await card(page, 'Address').getByRole('button', { name: 'Save' }).click();
      await card(page, 'Address').getByText('Saved.').waitFor();
      expect((await stored(ada))['profile']).toEqual({
        givenName: 'Augusta Ada',
        website: 'https://ada.example',
        birthdate: '1815-12-10',
        zoneinfo: 'Europe/London',
        locale: 'fr',
        address: { streetAddress: '12 St James’s Square\n2nd floor', locality: 'London' },
      });
      await page.reload();
      expect(await page.getByLabel('Day', { exact: true }).inputValue()).toBe('10');
      await page.getByLabel('Website').fill('');
      await page.getByLabel('Month').selectOption('');
      await page.getByLabel('Day', { exact: true }).fill('');
      await card(page, 'About you').getByRole('button', { name: 'Save' }).click();
      await card(page, 'About you').getByText('Saved.').waitFor();
      await page.getByLabel('Street and house number').fill('');
      await page.getByLabel('City').fill(' ');
      await card(page, 'Address').getByRole('button', { name: 'Save' }).click();
      await card(page, 'Address').getByText('Saved.').waitFor();
      expect((await stored(ada))['profile']).toEqual({
        givenName: 'Augusta Ada',
        birthdate: '1815',
        zoneinfo: 'Europe/London',
        locale: 'fr',
      });
    }));

  it('is told what is wrong, field by field, and keeps what was typed', () =>
    journey(browser, {}, async page => {
      await openAs(page, ada, '/account/profile');
      await page.getByLabel('Nickname').fill('x'.repeat(2049));
      await page.getByLabel('Month').selectOption('2');
      await page.getByLabel('Day', { exact: true }).fill('30');
      await card(page, 'About you').getByRole('button', { name: 'Save' }).click();
      await page.getByText('2 fields need another look.').waitFor();
      expect(await page.getByLabel('Nickname').evaluate(field => field === document.activeElement)).toBe(true);
      await page.getByText('This is too long. Use at most 2,048 characters.').first().waitFor();
      await page.getByText('There’s no such date. Check day and month.').first().waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByLabel('Full name').fill('n'.repeat(200));
      await card(page, 'Name').getByRole('button', { name: 'Save' }).click();
      await page.getByText('A value is too long. Use a shorter one.').first().waitFor();
      expect(await page.getByLabel('Full name').getAttribute('aria-invalid')).toBe('true');
      expect((await stored(ada))['name']).toBe('Ada Lovelace');
      expect(await page.getByLabel('Nickname').inputValue()).toHaveLength(2049);
    }));

  it('finds what they typed again after a reload and after signing in once more', () =>
    journey(browser, {}, async page => {
      await openAs(page, ada, '/account/profile');
      await page.getByLabel('Nickname').fill('Countess');
      page.once('dialog', dialog => void dialog.accept());
      await page.reload();
      expect(await page.getByLabel('Nickname').inputValue()).toBe('Countess');
      // The sign-in is over, here and at the provider.
      await page.evaluate(() => {
        for (const key of Object.keys(sessionStorage))
          if (key.endsWith(':tokens')) sessionStorage.setItem(key, '{"accessToken":"gone"}');
      });
      await page.context().clearCookies();
      await card(page, 'About you').getByRole('button', { name: 'Save' }).click();
      await page.waitForURL(/\/sign-in\b/);
      await enter(page, ada.username, ada.password);
      await page.waitForURL(/\/account\/profile$/);
      expect(await page.getByLabel('Nickname').inputValue()).toBe('Countess');
      await card(page, 'About you').getByRole('button', { name: 'Save' }).click();
      await card(page, 'About you').getByText('Saved.').waitFor();
    }));

  it('is asked when somebody else has changed the same meanwhile', () =>
    journey(browser, {}, async page => {
      await openAs(page, ada, '/account/profile');
      await page.getByLabel('Full name').fill('Ada King');
      await call('PATCH', `/api/users/${ada.id}`, { name: 'Ada Byron' });
      await card(page, 'Name').getByRole('button', { name: 'Save' }).click();
      await card(page, 'Name').getByText('Ada Byron').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: /Keep mine/ }).click();
      await card(page, 'Name').getByText('Saved.').waitFor();
      expect((await stored(ada))['name']).toBe('Ada King');
    }));

  it('is not asked when somebody has changed something else', () =>
    journey(browser, {}, async page => {
      await openAs(page, ada, '/account/profile');
      await page.getByLabel('Full name').fill('Ada King');
      await call('PATCH', `/api/users/${ada.id}/profile`, { profile: { nickname: 'Countess' } });
      await card(page, 'Name').getByRole('button', { name: 'Save' }).click();
      await card(page, 'Name').getByText('Saved.').waitFor();
      expect(await page.getByLabel('Nickname').inputValue()).toBe('Countess');
    }));

  it('loses the network in the middle of saving, and learns what became of it', () =>
    journey(browser, {}, async page => {
      await openAs(page, ada, '/account/profile');
      await page.getByLabel('Full name').fill('Ada King');
      await page.context().setOffline(true);
      await page.locator('.fh-offline').waitFor();
      await card(page, 'Name').getByRole('button', { name: 'Save' }).click();
      expect(await page.getByLabel('Full name').inputValue()).toBe('Ada King');
      expect(await findBarriers(page)).toEqual([]);
      await page.context().setOffline(false);
      await page.locator('.fh-offline').waitFor({ state: 'detached' });
      // It arrives, and its answer does not.
      await page.route('**/api/my-account', async route => {
        if (route.request().method() !== 'PATCH') return route.continue();
        await route.fetch();
        return route.abort();
      });
      await card(page, 'Name').getByRole('button', { name: 'Save' }).click();
      await card(page, 'Name').getByText('Saved.').waitFor();
      expect((await stored(ada))['name']).toBe('Ada King');
    }));

  it('signs out from the menu, and chooses how the pages look', () =>
    journey(browser, {}, async page => {
      await openAs(page, ada, '/account');
      await heading(page, 'Your account');
      const menu = page.getByRole('button', { name: 'Account menu' });
      await menu.click();
      await page.getByLabel('Dark').check();
      expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
      expect(await findBarriers(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await page.getByLabel('Dark').isVisible()).toBe(false);
      expect(await menu.evaluate(button => button === document.activeElement)).toBe(true);
      await page.reload();
      await heading(page, 'Your account');
      expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
      await menu.click();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL(/\/sign-in\b/);
      await page.getByLabel(/Username/).waitFor();
    }));

  it('is back where they were after Back, and at the top of a new page', () =>
    journey(browser, { viewport: { width: 1100, height: 500 } }, async page => {
      await openAs(page, ada, '/account/profile');
      await page.getByLabel('City').scrollIntoViewIfNeeded();
      const before = await page.evaluate(() => scrollY);
      expect(before).toBeGreaterThan(200);
      await page.getByRole('link', { name: 'Security' }).evaluate((link: HTMLElement) => link.click());
      await heading(page, 'Security');
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.goBack();
      await heading(page, 'Profile');
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
    }));
});

describe('what the administrator has settled', () => {
  it('shows what may only be read, and whom to ask, once a card', () =>
    journey(browser, {}, async page => {
      await settle({ fields: fields('ReadOnly') });
      await call('PATCH', '/api/sign-in-exp', { supportEmail: 'help@acme.example' });
      await call('PATCH', `/api/users/${ada.id}/profile`, { profile: { birthdate: '1815-12-10', locale: 'fr' } });
      await openAs(page, ada, '/account/profile');
      await heading(page, 'Profile');
      expect(await page.getByRole('textbox').count()).toBe(0);
      expect(await card(page, 'Name').innerText()).toMatch(/Managed by .+\. Questions: help@acme\.example/);
      expect(await card(page, 'About you').innerText()).toContain('December 10, 1815');
      expect(await card(page, 'About you').innerText()).toContain('French');
      expect(await card(page, 'About you').getByText('Managed by').count()).toBe(1);
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('link', { name: 'Security' }).click();
      await heading(page, 'Security');
      expect(await page.getByRole('link', { name: /^(?:Change|Add|Manage)/ }).count()).toBe(0);
      expect(await findBarriers(page)).toEqual([]);
      await call('PATCH', '/api/sign-in-exp', { supportEmail: null });
    }));

  it('shows nothing where everything is off, but the way to delete the account', () =>
    journey(browser, {}, async page => {
      await settle({ fields: {}, deleteAccountUrl: 'https://acme.example/delete' });
      await openAs(page, ada, '/account');
      await heading(page, 'Your account');
      await page.getByText('There’s nothing here that you can see or change.').waitFor();
      expect(await page.getByRole('navigation').count()).toBe(0);
      const link = page.getByRole('link', { name: 'Delete your account (opens acme.example)' });
      expect(await link.getAttribute('href')).toBe('https://acme.example/delete');
      expect(await findBarriers(page)).toEqual([]);
    }));

  it('has no navigation for one section alone: that section is the account', () =>
    journey(browser, {}, async page => {
      await settle({
        fields: fields('Edit', ['name', 'avatar', 'profile']),
        profileFields: [{ name: 'nickname' }, { name: 'name' }],
      });
      await openAs(page, ada, '/account');
      await heading(page, 'Profile');
      expect(await page.getByRole('navigation').count()).toBe(0);
      expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['About you', 'Name']);
      await page.goto('/account/security');
      await heading(page, 'This isn’t available in your account');
      expect(await findBarriers(page)).toEqual([]);
    }));

  it('says so where the account pages are not in use, and lets people sign out', () =>
    journey(browser, {}, async page => {
      await settle({ enabled: false });
      await openAs(page, ada, '/account');
      await heading(page, 'Your account can’t be opened here');
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL(/\/sign-in\b/);
    }));

  it('leads on from an address that is nothing', () =>
    journey(browser, {}, async page => {
      await openAs(page, ada, '/account/shoes');
      await heading(page, 'There’s no page here');
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('link', { name: 'Go to your account' }).click();
      await heading(page, 'Your account');
    }));

  it('can be tried again where the account does not load', () =>
    journey(browser, {}, async page => {
      await page.route('**/api/my-account', route => route.abort());
      await openAs(page, ada, '/account');
      await heading(page, 'We couldn’t load your account');
      expect(await findBarriers(page)).toEqual([]);
      await page.unroute('**/api/my-account');
      await page.getByRole('button', { name: 'Try again' }).click();
      await heading(page, 'Your account');
    }));

  it('takes the shape of the page while it loads', () =>
    journey(browser, {}, async page => {
      let go = () => {};
      const gate = new Promise<void>(resolve => {
        go = resolve;
      });
      await page.route('**/api/my-account', async route => {
        await gate;
        await route.continue();
      });
      await openAs(page, ada, '/account/profile');
      await page.locator('.fh-skeleton').first().waitFor();
      expect(await findBarriers(page)).toEqual([]);
      go();
      await heading(page, 'Profile');
    }));
});

describe('an application that sends somebody here', () => {
  const home = 'https://notes.example/settings?tab=account';
  const from = (path: string, more = '') => `${path}?redirect=${encodeURIComponent(home)}${more}`;

  beforeAll(async () => {
    await createThirdParty('Notes', 'https://notes.example/callback');
  });

  /** The application: whatever is asked of it, it answers. */
  const answering = (page: Page) =>
    page.route('https://notes.example/**', route =>
      route.fulfill({ contentType: 'text/html', body: '<h1>Notes</h1>' }),
    );

  it('gets them back, and is told that they would rather not', () =>
    journey(browser, {}, async page => {
      await answering(page);
      await openAs(page, ada, from('/account/profile'));
      await heading(page, 'Profile');
      expect(await page.getByRole('navigation').count()).toBe(0);
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('link', { name: 'Back to Notes' }).click();
      await page.waitForURL(/^https:\/\/notes\.example/);
      expect(page.url()).toBe(`${home}&account_task=profile&account_result=cancelled`);
    }));

  it('gets them back by themselves after the task', () =>
    journey(browser, {}, async page => {
      await answering(page);
      await openAs(page, ada, from('/account/security/username'));
      await changeUsername(page);
      await page
        .getByText(/Taking you back to Notes in \d seconds?/)
        .first()
        .waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.waitForURL(/^https:\/\/notes\.example/);
      expect(page.url()).toBe(`${home}&account_task=username&account_result=done`);
    }));

  it.each([
    ['wants to leave that to them', '&auto=0', {}],
    ['has a reader who wants things calm', '', { reducedMotion: 'reduce' as const }],
  ])('waits for them when it %s', (_why, more, options) =>
    journey(browser, options, async page => {
      await answering(page);
      await openAs(page, ada, from('/account/security/username', more));
      await changeUsername(page);
      await page.getByText('Done. You can go back to Notes.').waitFor();
      await page.waitForTimeout(4500);
      expect(page.url()).toContain('/account/security/username');
      await page.getByRole('link', { name: 'Back to Notes' }).last().click();
      await page.waitForURL(/^https:.*account_result=done/);
    }),
  );

  it('waits for them when they have begun something else', () =>
    journey(browser, {}, async page => {
      await answering(page);
      await openAs(page, ada, from('/account/security/username'));
      await changeUsername(page);
      await page.getByRole('button', { name: 'Stay here' }).click();
      await page.getByText('Done. You can go back to Notes.').waitFor();
      await page.waitForTimeout(4500);
      expect(page.url()).toContain('/account/security/username');
    }));

  it('is told when the task is not to be had', () =>
    journey(browser, {}, async page => {
      await answering(page);
      await settle({ fields: fields('Edit', ['name']) });
      await openAs(page, ada, from('/account/security/email'));
      await heading(page, 'This isn’t available in your account');
      await page.getByRole('link', { name: 'Back to Notes' }).click();
      await page.waitForURL(/^https:.*account_task=email&account_result=unavailable$/);
    }));

  it('has its colours and its language on the sign-in page too', () =>
    journey(browser, {}, async page => {
      await page.goto(from('/account/profile', '&color_scheme=dark&ui_locales=zh-TW'));
      await page.waitForURL(/\/sign-in\b/);
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-TW');
      await expect.poll(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    }));

  it('is no application when nobody has registered it', () =>
    journey(browser, {}, async page => {
      await openAs(page, ada, `/account/profile?redirect=${encodeURIComponent('https://notes.example.evil.example/')}`);
      await heading(page, 'Profile');
      await page.getByRole('navigation').waitFor();
      expect(await page.getByRole('link', { name: /Back to/ }).count()).toBe(0);
    }));

  async function changeUsername(page: Page): Promise<void> {
    const field = page.getByRole('main').getByRole('textbox').first();
    await field.fill(`new_${Math.random().toString(36).slice(2, 10)}`);
    await page.getByRole('main').locator('button[type=submit]').first().click();
  }
});

describe('everybody', () => {
  const zalgo = `Z${'\u0337\u0321\u0327\u0328'.repeat(10)}a \u202Egnp.exe <img src=x onerror=alert(1)> ${'W'.repeat(40)}`;
  const places = ['/account', '/account/profile', '/account/security', '/account/nothing'];

  for (const [what, options, language] of [
    ['at 320 pixels', { viewport: { width: 320, height: 640 }, hasTouch: true }, 'en'],
    ['in the dark', { colorScheme: 'dark' }, 'en'],
    [
      'in Traditional Chinese, at 320 pixels in the dark',
      { viewport: { width: 320, height: 640 }, locale: 'zh-TW', colorScheme: 'dark' },
      'zh-TW',
    ],
    ['in German, on a small tablet', { viewport: { width: 700, height: 900 }, locale: 'de' }, 'de'],
    ['from right to left', { viewport: { width: 320, height: 640 } }, 'rtl'],
    ['in forced colours', { forcedColors: 'active' }, 'en'],
  ] as const) {
    it(`can read and use every page ${what}, whatever their name is`, () =>
      journey(browser, { ...options }, async page => {
        const person = await createPerson(zalgo);
        await settle({ deleteAccountUrl: 'https://acme.example/delete' });
        await page.goto('/account');
        await page.waitForURL(/\/sign-in\b/);
        await page.locator('input[autocomplete^="username"]').fill(person.username);
        await page.locator('input[type="password"]').fill(person.password);
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/account$/);
        for (const place of places) {
          await page.goto(place);
          await page.getByRole('heading', { level: 1 }).waitFor();
          await page.locator('.fh-center').waitFor();
          await page.locator('.fh-loading').waitFor({ state: 'detached' });
          if (language === 'rtl') await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
          expect(await overflowsSideways(page), place).toBe(false);
          const outside = await page.locator('.fh-account *').evaluateAll(elements =>
            elements
              .filter(element => !element.closest('.fh-visually-hidden, .fh-skip, bdi, [hidden], select'))
              .map(element => ({ box: element.getBoundingClientRect(), what: element.outerHTML.slice(0, 120) }))
              .filter(({ box }) => box.width > 0 && (box.right > innerWidth + 1 || box.left < -1))
              .map(({ what }) => what),
          );
          expect(outside, place).toEqual([]);
          const small = await page
            .locator('main a, main button, header button, header select')
            .evaluateAll(elements =>
              elements
                .filter(
                  element => element.getBoundingClientRect().width > 0 && element.getBoundingClientRect().height < 24,
                )
                .map(element => element.outerHTML),
            );
          expect(small, place).toEqual([]);
          expect(await page.locator('body').innerText()).not.toContain('\u202e');
          expect(await findBarriers(page), place).toEqual([]);
        }
      }));
  }

  it('on a phone finds the menu on the account itself, and the way up', () =>
    journey(browser, { viewport: { width: 390, height: 800 }, hasTouch: true }, async page => {
      await openAs(page, ada, '/account');
      await heading(page, 'Your account');
      expect(await page.getByRole('navigation').isVisible()).toBe(false);
      await page.getByRole('link', { name: /^Profile/ }).click();
      await heading(page, 'Profile');
      await page.getByRole('link', { name: 'Account', exact: true }).click();
      await heading(page, 'Your account');
    }));
});
