import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fields, heading, openAs, settle } from './account-pages.ts';
import { visits } from './account-visits.ts';
import { findBarriers } from './browser.ts';
import { createPerson, createThirdParty, type Person, setStepUp } from './operator.ts';

const visit = visits();

let ada: Person;

beforeEach(async () => {
  await settle();
  await setStepUp();
  ada = await createPerson('Ada Lovelace');
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
    visit({}, async page => {
      await answering(page);
      await openAs(page, ada, from('/account/profile'));
      await heading(page, 'Profile');
      expect(await page.getByRole('navigation').count()).toBe(0);
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('link', { name: 'Back to Notes' }).click();
      await page.waitForURL(/^https:\/\/notes\.example/);
      expect(page.url()).toBe(`${home}&account_task=profile&account_result=cancelled`);
    }));

  it('is told the same by the logo, which leads back too', () =>
    visit({}, async page => {
      await answering(page);
      await openAs(page, ada, from('/account/security/username', '&auto=0'));
      const logo = page.locator('header a.fh-brand');
      const back = page.getByRole('link', { name: 'Back to Notes' });
      await back.waitFor();
      const told = async (result: string) => {
        await expect
          .poll(() => logo.getAttribute('href'))
          .toBe(`${home}&account_task=username&account_result=${result}`);
        expect(await back.first().getAttribute('href')).toBe(await logo.getAttribute('href'));
      };
      await told('cancelled');
      await changeUsername(page);
      await page.getByText('Done. You can go back to Notes.').waitFor();
      await told('done');
      await logo.click();
      await page.waitForURL(/^https:\/\/notes\.example.*account_result=done$/);
    }));

  it('gets them back by themselves after the task', () =>
    visit({}, async page => {
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
    visit(options, async page => {
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
    visit({}, async page => {
      await answering(page);
      await openAs(page, ada, from('/account/security/username'));
      await changeUsername(page);
      await page.getByRole('button', { name: 'Stay here' }).click();
      await page.getByText('Done. You can go back to Notes.').waitFor();
      await page.waitForTimeout(4500);
      expect(page.url()).toContain('/account/security/username');
    }));

  it('is told when the task is not to be had', () =>
    visit({}, async page => {
      await answering(page);
      await settle({ fields: fields('Edit', ['name']) });
      await openAs(page, ada, from('/account/security/email'));
      await heading(page, 'This isn’t available in your account');
      await page.getByRole('link', { name: 'Back to Notes' }).click();
      await page.waitForURL(/^https:.*account_task=email&account_result=unavailable$/);
    }));

  it('has its colours and its language on the sign-in page too', () =>
    visit({}, async page => {
      await page.goto(from('/account/profile', '&color_scheme=dark&ui_locales=zh-TW'));
      await page.waitForURL(/\/sign-in\b/);
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-TW');
      await expect.poll(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    }));

  it('is no application when nobody has registered it', () =>
    visit({}, async page => {
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
