import { beforeEach, describe, expect, it } from 'vitest';
import { card, fields, heading, isFocused, openAs, settle } from './account-pages.ts';
import { visits } from './account-visits.ts';
import { findBarriers } from './browser.ts';
import { call, createPerson, type Person } from './operator.ts';

const visit = visits();

let ada: Person;

beforeEach(async () => {
  await settle();
  ada = await createPerson('Ada Lovelace');
});

describe('somebody and their account', () => {
  it('finds who they are, what needs attention, and the way around', () =>
    visit({}, async page => {
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

  it('on a phone finds the menu on the account itself, and the way up', () =>
    visit({ viewport: { width: 390, height: 800 }, hasTouch: true }, async page => {
      await openAs(page, ada, '/account');
      await heading(page, 'Your account');
      expect(await page.getByRole('navigation').isVisible()).toBe(false);
      await page.getByRole('link', { name: /^Profile/ }).click();
      await heading(page, 'Profile');
      await page.getByRole('link', { name: 'Account', exact: true }).click();
      await heading(page, 'Your account');
    }));

  it('signs out from the menu, and chooses how the pages look', () =>
    visit({}, async page => {
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
    visit({ viewport: { width: 1100, height: 500 } }, async page => {
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
    visit({}, async page => {
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
    visit({}, async page => {
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
    visit({}, async page => {
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
    visit({}, async page => {
      await settle({ enabled: false });
      await openAs(page, ada, '/account');
      await heading(page, 'Your account can’t be opened here');
      expect(await findBarriers(page)).toEqual([]);
      const signOut = page.getByRole('main').getByRole('button', { name: 'Sign out' });
      await page.route('**/oidc/token/revocation', route => route.abort());
      await signOut.click();
      await page.getByRole('main').getByText('We couldn’t sign you out.').waitFor();
      await page.unroute('**/oidc/token/revocation');
      await signOut.click();
      await page.waitForURL(/\/sign-in\b/);
    }));

  it('leads on from an address that is nothing', () =>
    visit({}, async page => {
      await openAs(page, ada, '/account/shoes');
      await heading(page, 'There’s no page here');
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('link', { name: 'Go to your account' }).click();
      await heading(page, 'Your account');
    }));

  it('can be tried again where the account does not load', () =>
    visit({}, async page => {
      await page.route('**/api/my-account', route => route.abort());
      await openAs(page, ada, '/account');
      await heading(page, 'We couldn’t load your account');
      expect(await findBarriers(page)).toEqual([]);
      await page.unroute('**/api/my-account');
      await page.getByRole('button', { name: 'Try again' }).click();
      await heading(page, 'Your account');
    }));

  it('takes the shape of the page while it loads', () =>
    visit({}, async page => {
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
