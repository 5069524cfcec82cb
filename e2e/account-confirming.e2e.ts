import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { dialog, prove, settleIdentifiers, step, tasks } from './account-identifiers.ts';
import { createHolder } from './account-people.ts';
import { openTask } from './account-tasks.ts';
import { visitsAfter } from './account-visits.ts';
import { findBarriers } from './browser.ts';
import { newEmail, newUsername, setStepUp } from './operator.ts';
import { errorOf } from './steps.ts';

const visit = visitsAfter(settleIdentifiers);

describe('somebody whose administrator is strict', () => {
  it('is told that nothing but the strongest way will do, and confirms each change anew', () =>
    visit({}, async page => {
      await setStepUp({ preset: 'strict' });
      try {
        const ada = await createHolder();
        await openTask(page, tasks.username, ada);
        for (const next of [newUsername(), newUsername()]) {
          await page.getByLabel('New username').fill(next);
          await page.keyboard.press('Enter');
          await dialog(page).getByText('This change needs your password. Other ways aren’t enough for it.').waitFor();
          expect(
            await dialog(page)
              .getByRole('button', { name: /Get a code/ })
              .count(),
          ).toBe(0);
          expect(await dialog(page).getByText('That took too long').count()).toBe(0);
          await prove(page, ada.password);
          await step(page, `Your username is now ${next}.`).waitFor();
          await page.goBack();
          await page.goto(tasks.username);
        }
      } finally {
        await setStepUp();
      }
    }));

  it('tries again where the ways to confirm could not be read', () =>
    visit({}, async page => {
      await setStepUp({ preset: 'strict' });
      try {
        const ada = await createHolder();
        const next = newUsername();
        await openTask(page, tasks.username, ada);
        await page.route('**/api/verifications/methods*', route => route.abort());
        await page.getByLabel('New username').fill(next);
        await page.keyboard.press('Enter');
        await dialog(page).getByRole('alert').waitFor();
        expect(await findBarriers(page)).toEqual([]);
        await page.unroute('**/api/verifications/methods*');
        await dialog(page).getByRole('button', { name: 'Try again' }).click();
        await prove(page, ada.password);
        await step(page, `Your username is now ${next}.`).waitFor();
      } finally {
        await setStepUp();
      }
    }));

  it('is told when there is no way to confirm', () =>
    visit({}, async page => {
      const ada = await createHolder();
      await openTask(page, tasks.email, ada);
      await page.route('**/api/verifications/methods*', async route => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...(await response.json()), methods: [] } });
      });
      await page.getByLabel('New email address').fill(newEmail());
      await page.keyboard.press('Enter');
      await dialog(page).getByText('You don’t have a way to confirm this yet.').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByText('Nothing was changed.').first().waitFor();
    }));
});

describe('limits and failures of the proof', () => {
  const refuse = (page: Page, path: string, status: number, code: string, retryAfter?: number) =>
    page.route(`**/api/verifications/${path}`, route =>
      route.fulfill({
        status,
        headers: {
          'content-type': 'application/problem+json',
          'logto-core-request-id': 'request-4711',
          ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
        },
        body: JSON.stringify({ code, status, message: 'As the server says.' }),
      }),
    );
  const toTheDialog = async (page: Page) => {
    await openTask(page, tasks.email, await createHolder());
    await page.getByLabel('New email address').fill(newEmail());
    await page.keyboard.press('Enter');
    await dialog(page).waitFor();
  };

  it('pauses one way and leaves the others open', () =>
    visit({}, async page => {
      await toTheDialog(page);
      await refuse(page, 'password', 400, 'session.verification_blocked_too_many_attempts', 600);
      await dialog(page).getByLabel('Password', { exact: true }).fill('whatever');
      await page.keyboard.press('Enter');
      await dialog(page)
        .getByText(/this way is paused until \d/)
        .waitFor();
      expect(await dialog(page).getByLabel('Password', { exact: true }).getAttribute('aria-disabled')).toBe('true');
      expect(await findBarriers(page)).toEqual([]);
      await dialog(page).getByRole('button', { name: 'Get a code by email' }).click();
      await dialog(page).getByRole('button', { name: 'Send code' }).waitFor();
    }));

  it('says when codes can be asked for again, and what to mention when none can be sent', () =>
    visit({}, async page => {
      await toTheDialog(page);
      await dialog(page).getByRole('button', { name: 'Get a code by email' }).click();
      await refuse(page, 'verification-code', 429, 'request.message_rate_limited', 300);
      await dialog(page).getByRole('button', { name: 'Send code' }).click();
      await dialog(page)
        .getByText(/You’ve asked for many codes\. You can ask again at \d/)
        .waitFor();
      await page.unroute('**/api/verifications/verification-code');
      await refuse(page, 'verification-code', 501, 'connector.not_found');
      await dialog(page).getByRole('button', { name: 'Send code' }).click();
      await dialog(page)
        .getByText(/We can’t send messages right now/)
        .waitFor();
      await dialog(page).getByText('request-4711').waitFor();
      await dialog(page).getByRole('button', { name: 'Use your password' }).waitFor();
    }));

  it('says how many tries are left where the server does', () =>
    visit({}, async page => {
      await toTheDialog(page);
      await dialog(page).getByRole('button', { name: 'Get a code by email' }).click();
      await dialog(page).getByRole('button', { name: 'Send code' }).click();
      await dialog(page).getByLabel('Code').waitFor();
      await page.route('**/api/verifications/verification-code/verify', route =>
        route.fulfill({
          status: 400,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            code: 'verification_code.code_mismatch',
            status: 400,
            message: 'No.',
            data: { triesLeft: 3 },
          }),
        }),
      );
      await dialog(page).getByLabel('Code').fill('000000');
      expect(await errorOf(page, 'Code')).toBe('That code isn’t right. 3 tries left.');
    }));
});
