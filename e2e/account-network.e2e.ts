import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { prove, settleIdentifiers, step, tasks } from './account-identifiers.ts';
import { createHolder, enterCode, readHolder } from './account-people.ts';
import { openTask } from './account-tasks.ts';
import { visitsAfter } from './account-visits.ts';
import { findBarriers } from './browser.ts';
import { newEmail, newUsername } from './operator.ts';

const visit = visitsAfter(settleIdentifiers);

describe('somebody whose network is cut in the middle', () => {
  const cut = async (page: Page, when: 'before' | 'after') => {
    await page.route('**/api/my-account/primary-email', async route => {
      if (when === 'after') await route.fetch();
      await route.abort();
    });
  };
  const upToTheCode = async (page: Page) => {
    const ada = await createHolder();
    const next = newEmail();
    await openTask(page, tasks.email, ada);
    await page.getByLabel('New email address').fill(next);
    await page.keyboard.press('Enter');
    await prove(page, ada.password);
    await step(page, 'Enter the code').waitFor();
    return { ada, next };
  };

  it('is told that the change arrived although no answer came', () =>
    visit({}, async page => {
      const { next } = await upToTheCode(page);
      await cut(page, 'after');
      await enterCode(page, next);
      await step(page, `Your email address is now ${next}.`).waitFor();
    }));

  it('is told that it did not, and makes it with one more press', () =>
    visit({}, async page => {
      const { next, ada } = await upToTheCode(page);
      await cut(page, 'before');
      await enterCode(page, next);
      await page.getByText('Your change didn’t arrive. Nothing was changed, and you can try again.').first().waitFor();
      expect(await findBarriers(page)).toEqual([]);
      expect((await readHolder(ada.id)).primaryEmail).toBe(ada.primaryEmail);
      await page.unroute('**/api/my-account/primary-email');
      await page.getByRole('button', { name: 'Change email address' }).click();
      await step(page, `Your email address is now ${next}.`).waitFor();
    }));

  it('is told that nobody knows yet, and what to do, while nothing can be read', () =>
    visit({}, async page => {
      const { next } = await upToTheCode(page);
      await cut(page, 'after');
      await page.route('**/api/my-account', route => route.abort());
      await enterCode(page, next);
      await page
        .getByText(/We don’t know yet whether your change arrived\. What you typed/)
        .first()
        .waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Check again' }).click();
      // The button is gone while it looks: the keyboard stays where the answer will be.
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('fh-change-status');
      await page
        .getByText(/We don’t know yet whether your change arrived\. What you typed/)
        .first()
        .waitFor();
      await page.unroute('**/api/my-account');
      await page.getByRole('button', { name: 'Check again' }).click();
      await step(page, `Your email address is now ${next}.`).waitFor();
    }));

  it('presses without a network, and goes on when there is one', () =>
    visit({}, async page => {
      const ada = await createHolder();
      await openTask(page, tasks.username, ada);
      const next = newUsername();
      await page.getByLabel('New username').fill(next);
      await page.context().setOffline(true);
      await page.keyboard.press('Enter');
      await page.getByText('You’re offline. What you typed is kept.').first().waitFor();
      await page.context().setOffline(false);
      await page.getByRole('button', { name: 'Change username' }).click();
      await step(page, `Your username is now ${next}.`).waitFor();
    }));
});
