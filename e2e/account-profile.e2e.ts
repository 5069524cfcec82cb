import { beforeEach, describe, expect, it } from 'vitest';
import { card, isFocused, openAs, settle, stored } from './account-pages.ts';
import { visits } from './account-visits.ts';
import { findBarriers } from './browser.ts';
import { call, createPerson, type Person } from './operator.ts';
import { enter } from './steps.ts';

const visit = visits();

let ada: Person;

beforeEach(async () => {
  await settle();
  ada = await createPerson('Ada Lovelace');
});

describe('somebody and their profile', () => {
  it('changes their name with the keyboard alone', () =>
    visit({}, async page => {
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
    visit({}, async page => {
      await openAs(page, ada, '/account/profile');
      await page.getByLabel('Full name').fill('Nobody');
      await card(page, 'Name').getByRole('button', { name: 'Cancel' }).click();
      expect(await page.getByLabel('Full name').inputValue()).toBe('Ada Lovelace');
      expect(await page.getByLabel('Full name').evaluate(field => field === document.activeElement)).toBe(true);
    }));

  it('fills in their profile, and takes part of it back', () =>
    visit({}, async page => {
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
    visit({}, async page => {
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
    visit({}, async page => {
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
    visit({}, async page => {
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
    visit({}, async page => {
      await openAs(page, ada, '/account/profile');
      await page.getByLabel('Full name').fill('Ada King');
      await call('PATCH', `/api/users/${ada.id}/profile`, { profile: { nickname: 'Countess' } });
      await card(page, 'Name').getByRole('button', { name: 'Save' }).click();
      await card(page, 'Name').getByText('Saved.').waitFor();
      expect(await page.getByLabel('Nickname').inputValue()).toBe('Countess');
    }));

  it('loses the network in the middle of saving, and learns what became of it', () =>
    visit({}, async page => {
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
});
