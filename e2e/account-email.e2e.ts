import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { dialog, focused, prove, settleIdentifiers, step, tasks } from './account-identifiers.ts';
import {
  createHolder,
  createPasswordless,
  createUnreachable,
  enterCode,
  newestCode,
  readHolder,
} from './account-people.ts';
import { openTask } from './account-tasks.ts';
import { visitsAfter } from './account-visits.ts';
import { findBarriers, overflowsSideways } from './browser.ts';
import { codesFor, dress, newEmail } from './operator.ts';
import { errorOf } from './steps.ts';

const visit = visitsAfter(settleIdentifiers);

/** How long a code works, by what the page says. */
function minutesOfCode(shown: string): number {
  const [, sent = '', until = ''] =
    /Sent at (\d+:\d+ [AP]M), works until (\d+:\d+ [AP]M)/.exec(shown.replace(/\u202f/g, ' ')) ?? [];
  const minutes = (time: string) => Date.parse(`2026-01-01 ${time}`) / 60_000;
  return (minutes(until) - minutes(sent) + 1440) % 1440;
}

const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }));

describe('somebody who changes their email address', () => {
  it('confirms by password, proves the new address, and reads what has happened', () =>
    visit({}, async page => {
      const ada = await createHolder();
      const next = newEmail();
      await openTask(page, tasks.email, ada);
      expect(await page.title()).toMatch(/^Change email · /);
      await page.getByText(`Now: ${ada.primaryEmail}`).waitFor();
      expect(await findBarriers(page)).toEqual([]);

      await page.getByLabel('New email address').fill(ada.primaryEmail.toUpperCase());
      await page.keyboard.press('Enter');
      expect(await errorOf(page, 'New email address')).toBe('This is already your email address.');
      expect(await findBarriers(page)).toEqual([]);
      await page.getByLabel('New email address').fill(next);
      await page.keyboard.press('Enter');

      // Who they are comes first: nothing was sent anywhere yet.
      await dialog(page).waitFor();
      expect(await dialog(page).getByRole('heading').innerText()).toBe('Confirm it’s you');
      await dialog(page).getByText('You’re about to change your email address.').waitFor();
      expect(await focused(page)).toContain('current-password');
      expect(await findBarriers(page)).toEqual([]);
      expect([...(await codesFor(next)), ...(await codesFor(ada.primaryEmail))]).toEqual([]);
      expect(await page.locator('dialog input[autocomplete="username"]').inputValue()).toBe(ada.username);

      await dialog(page).getByLabel('Password', { exact: true }).fill('not it');
      await page.keyboard.press('Enter');
      expect(await errorOf(page, 'Password')).toBe('This password isn’t right.');
      expect(await dialog(page).getByRole('status').innerText()).toBe('This password isn’t right.');
      expect(await findBarriers(page)).toEqual([]);
      await prove(page, ada.password);

      await step(page, 'Enter the code').waitFor();
      expect(await focused(page)).toContain('one-time-code');
      expect(await page.locator('main').innerText()).toContain(`${ada.primaryEmail} stays in use until then.`);
      expect(await findBarriers(page)).toEqual([]);
      await enterCode(page, next);

      await step(page, `Your email address is now ${next}.`).waitFor();
      expect(await focused(page)).toContain('<h1');
      await page.getByText(`We’re letting ${ada.primaryEmail} know, too.`).waitFor();
      await page.getByText('You were signed out on all other devices.').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      expect((await readHolder(ada.id)).primaryEmail).toBe(next);
      expect(await kept(page)).not.toContain(next);
      await page.getByRole('button', { name: 'Done' }).click();
      await page.waitForURL(/\/account\/security$/);
    }));

  it('reads until when a code works where the tenant lets it work for two minutes', () =>
    visit({}, async page => {
      await dress({ verificationCodePolicy: { expirationDuration: 120 } });
      try {
        const ada = await createPasswordless();
        const next = newEmail();
        await openTask(page, tasks.email, ada);
        await page.getByLabel('New email address').fill(next);
        await page.keyboard.press('Enter');
        await dialog(page).getByRole('button', { name: 'Send code' }).click();
        await dialog(page).getByLabel('Code').waitFor();
        expect(minutesOfCode(await dialog(page).innerText())).toBe(2);
        await enterCode(page, ada.primaryEmail);
        await step(page, 'Enter the code').waitFor();
        expect(minutesOfCode(await page.locator('main').innerText())).toBe(2);
      } finally {
        await dress({ verificationCodePolicy: { expirationDuration: 600 } });
      }
    }));

  it('confirms by a code where there is no password, finds everything again after a reload, and resends', () =>
    visit({}, async page => {
      const ada = await createPasswordless();
      const next = newEmail();
      await openTask(page, tasks.email, ada);
      const before = (await codesFor(ada.primaryEmail)).length;
      await page.getByLabel('New email address').fill(next);
      await page.keyboard.press('Enter');
      await dialog(page).getByText(`We’ll send a code to ${ada.primaryEmail[0]}•••@example.com.`).waitFor();
      expect((await codesFor(ada.primaryEmail)).length).toBe(before);
      await dialog(page).getByRole('button', { name: 'Send code' }).click();
      await dialog(page).getByLabel('Code').waitFor();
      expect(await focused(page)).toContain('one-time-code');
      expect(await dialog(page).innerText()).toMatch(/Sent at \S+.*, works until /);
      expect(await findBarriers(page)).toEqual([]);

      await dialog(page).getByLabel('Code').fill('000000');
      expect(await errorOf(page, 'Code')).toMatch(/^That code isn’t right\./);
      expect(await findBarriers(page)).toEqual([]);

      // The mail app has cost the tab its memory.
      await page.reload();
      await dialog(page).getByLabel('Code').waitFor();
      await expect.poll(() => focused(page)).toContain('one-time-code');
      expect(await page.getByLabel('New email address').inputValue()).toBe(next);
      expect((await codesFor(ada.primaryEmail)).length).toBe(before + 1);
      const resend = dialog(page).getByRole('button', { name: /Send a new code/ });
      expect(await resend.getAttribute('aria-disabled')).toBe('true');
      await page.clock.install();
      await page.reload();
      await dialog(page).getByLabel('Code').waitFor();
      await page.clock.fastForward(31_000);
      await resend.click();
      await dialog(page)
        .getByText(/A new code is on its way/)
        .first()
        .waitFor();
      await dialog(page).getByLabel('Code').fill('000000');
      expect(await errorOf(page, 'Code')).toMatch(/Use the code from the newest message/);
      await dialog(page)
        .getByLabel('Code')
        .fill(`Your code is ${await newestCode(ada.primaryEmail)}`);

      await step(page, 'Enter the code').waitFor();
      expect(await kept(page)).not.toMatch(/freehold:proof/);
      await enterCode(page, next);
      await step(page, `Your email address is now ${next}.`).waitFor();
    }));

  it('gets a new code when the old one no longer works, and loses nothing', () =>
    visit({}, async page => {
      const ada = await createPasswordless();
      await openTask(page, tasks.email, ada);
      await page.clock.install();
      await page.getByLabel('New email address').fill(newEmail());
      await page.keyboard.press('Enter');
      await dialog(page).getByRole('button', { name: 'Send code' }).click();
      await dialog(page).getByLabel('Code').fill('1234');
      await page.clock.runFor(9 * 60_000 + 1000);
      await expect
        .poll(() => dialog(page).getByRole('status').innerText())
        .toMatch(/^The code works for \d+ more seconds\.$/);
      await page.clock.runFor(60_000);
      await dialog(page).getByText('This code no longer works. Ask for a new one.').first().waitFor();
      expect(await dialog(page).getByLabel('Code').inputValue()).toBe('1234');
      expect(await findBarriers(page)).toEqual([]);
      await dialog(page).getByRole('button', { name: 'Send a new code' }).click();
      await dialog(page)
        .getByText(/A new code is on its way/)
        .first()
        .waitFor();
      await enterCode(page, ada.primaryEmail);
      await step(page, 'Enter the code').waitFor();
    }));

  it('thinks better of it: Esc, Back and Cancel leave the form as it was', () =>
    visit({}, async page => {
      const ada = await createHolder();
      const next = newEmail();
      await openTask(page, tasks.email, ada);
      await page.getByLabel('New email address').fill(next);
      const leave = [
        () => page.keyboard.press('Escape'),
        () => page.goBack(),
        () => dialog(page).getByRole('button', { name: 'Cancel' }).click(),
      ];
      for (const away of leave) {
        await page.getByRole('button', { name: 'Continue' }).click();
        await dialog(page).waitFor();
        await away();
        await dialog(page).waitFor({ state: 'detached' });
        await page.getByText('Nothing was changed.').first().waitFor();
        await expect.poll(() => page.getByRole('status').innerText()).toBe('Nothing was changed.');
        expect(await page.getByLabel('New email address').inputValue()).toBe(next);
        expect(await focused(page)).toContain('Continue');
        expect(new URL(page.url()).pathname).toBe(tasks.email);
      }
      expect(await codesFor(next)).toEqual([]);
      // What was typed for one way is there when one comes back to it.
      await page.getByRole('button', { name: 'Continue' }).click();
      await dialog(page).getByLabel('Password', { exact: true }).fill('half of it');
      await dialog(page).getByRole('button', { name: 'Get a code by email' }).click();
      await dialog(page).getByRole('button', { name: 'Use your password' }).click();
      expect(await dialog(page).getByLabel('Password', { exact: true }).inputValue()).toBe('half of it');
    }));

  it('sees on the way that a code is awaited, goes on with it, and calls it off', () =>
    visit({}, async page => {
      const ada = await createHolder();
      const next = newEmail();
      await openTask(page, tasks.email, ada);
      await page.getByLabel('New email address').fill(next);
      await page.keyboard.press('Enter');
      await prove(page, ada.password);
      await step(page, 'Enter the code').waitFor();
      await page.goto('/account/security');
      const row = page.getByRole('listitem').filter({ hasText: 'Email address' });
      await row.getByText('Waiting for your code').waitFor();
      expect(await row.innerText()).toMatch(new RegExp(`${ada.primaryEmail}[\\s\\S]*${next}`));
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('link', { name: 'Continue Email address' }).click();
      await step(page, 'Enter the code').waitFor();
      await expect.poll(() => focused(page)).toContain('one-time-code');
      expect((await codesFor(next)).length).toBe(1);

      await page.goBack();
      await page.getByRole('button', { name: 'Cancel Email address' }).click();
      await page.getByText('Waiting for your code').waitFor({ state: 'detached' });
      await expect.poll(() => page.getByRole('status').innerText()).toBe('Nothing was changed.');
      expect(await focused(page)).toContain('Change');
      expect(await kept(page)).not.toContain(next);
      await page.getByRole('link', { name: 'Change Email address' }).click();
      expect(await page.getByLabel('New email address').inputValue()).toBe('');
    }));

  it('no longer sees it once the code has run out', () =>
    visit({}, async page => {
      const ada = await createHolder();
      await openTask(page, tasks.email, ada);
      await page.getByLabel('New email address').fill(newEmail());
      await page.keyboard.press('Enter');
      await prove(page, ada.password);
      await step(page, 'Enter the code').waitFor();
      await page.clock.install();
      await page.goto('/account/security');
      await page.getByText('Waiting for your code').waitFor();
      await page.clock.runFor(10 * 60_000 + 1000);
      await page.getByText('Waiting for your code').waitFor({ state: 'detached' });
    }));

  it('corrects a typo without confirming again', () =>
    visit({}, async page => {
      const ada = await createHolder();
      const [typo, next] = [newEmail(), newEmail()];
      await openTask(page, tasks.email, ada);
      await page.getByLabel('New email address').fill(typo);
      await page.keyboard.press('Enter');
      await prove(page, ada.password);
      await step(page, 'Enter the code').waitFor();
      await page.getByRole('button', { name: 'Change the address' }).click();
      const field = page.getByLabel('New email address');
      expect(await field.inputValue()).toBe(typo);
      await field.fill(next);
      await page.keyboard.press('Enter');
      await step(page, 'Enter the code').waitFor();
      await enterCode(page, next);
      await step(page, `Your email address is now ${next}.`).waitFor();
    }));

  it('learns that the address is somebody else’s only after the code was right', () =>
    visit({}, async page => {
      const [ada, bob] = [await createHolder(), await createHolder()];
      await openTask(page, tasks.email, ada);
      await page.getByLabel('New email address').fill(bob.primaryEmail);
      await page.keyboard.press('Enter');
      await prove(page, ada.password);
      await step(page, 'Enter the code').waitFor();
      expect(await page.locator('main').innerText()).not.toMatch(/another account/);
      await enterCode(page, bob.primaryEmail);
      expect(await errorOf(page, 'New email address')).toMatch(/belongs to another account/);
      expect(await findBarriers(page)).toEqual([]);
    }));

  it('is asked when another address has come meanwhile, and learns which one is told', () =>
    visit({}, async page => {
      const ada = await createHolder();
      const [between, next] = [newEmail(), newEmail()];
      await openTask(page, tasks.email, ada);
      await page.getByLabel('New email address').fill(next);
      await page.keyboard.press('Enter');
      await prove(page, ada.password);
      await step(page, 'Enter the code').waitFor();
      // Another sign-in of the same person, which the server alone knows of.
      await page.route('**/api/my-account', async route => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...(await response.json()), primaryEmail: between } });
      });
      await page.route(
        '**/api/my-account/primary-email',
        route =>
          route.fulfill({
            status: 412,
            contentType: 'application/problem+json',
            body: JSON.stringify({ code: 'request.precondition_failed', status: 412, message: 'Changed.' }),
          }),
        { times: 1 },
      );
      await enterCode(page, next);
      await page.getByText('Your account was changed somewhere else').first().waitFor();
      await page.locator('dl').getByText(between).waitFor();
      await page.unroute('**/api/my-account');
      await page.getByRole('button', { name: 'Keep mine' }).click();
      await step(page, `Your email address is now ${next}.`).waitFor();
      await page.getByText(`We’re letting ${between} know, too.`).waitFor();
    }));

  it('keeps what was typed over a reload, and the code to the new address too', () =>
    visit({}, async page => {
      const ada = await createHolder();
      const next = newEmail();
      await openTask(page, tasks.email, ada);
      await page.getByLabel('New email address').fill(next);
      await page.reload();
      expect(await page.getByLabel('New email address').inputValue()).toBe(next);
      await page.keyboard.press('Tab');
      await page.getByRole('button', { name: 'Continue' }).click();
      await prove(page, ada.password);
      await step(page, 'Enter the code').waitFor();
      await page.reload();
      await step(page, 'Enter the code').waitFor();
      await expect.poll(() => focused(page)).toContain('one-time-code');
      // The proof was in memory alone: it is asked for once more, the code to the new address is not.
      await enterCode(page, next);
      await prove(page, ada.password);
      await step(page, `Your email address is now ${next}.`).waitFor();
      expect((await codesFor(next)).length).toBe(1);
    }));
});

describe('every way to work', () => {
  it('changes the address with the keyboard alone', () =>
    visit({}, async page => {
      const ada = await createHolder();
      const next = newEmail();
      await openTask(page, tasks.email, ada);
      await expect.poll(() => focused(page)).toContain('name="email"');
      await page.keyboard.type(next);
      await page.keyboard.press('Enter');
      await dialog(page).waitFor();
      await expect.poll(() => focused(page)).toContain('current-password');
      await page.keyboard.type(ada.password);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await step(page, 'Enter the code').waitFor();
      await expect.poll(() => focused(page)).toContain('one-time-code');
      await page.keyboard.type(await newestCode(next));
      await step(page, `Your email address is now ${next}.`).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/account\/security$/);
    }));

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`fits a small phone and has no barriers, ${colorScheme}`, () =>
      visit({ colorScheme, viewport: { width: 320, height: 640 }, locale: 'de' }, async page => {
        const ada = await createHolder();
        const next = newEmail();
        const fits = async () => {
          expect(await overflowsSideways(page)).toBe(false);
          expect(await findBarriers(page)).toEqual([]);
          const small = await page
            .locator('main button, dialog button, main input, dialog input:not([readonly])')
            .evaluateAll(elements =>
              elements
                .filter(element => element.checkVisibility() && element.getBoundingClientRect().height < 44)
                .map(element => element.outerHTML),
            );
          expect(small).toEqual([]);
        };
        await openTask(page, tasks.email, ada);
        await fits();
        await page.getByLabel('Neue E-Mail-Adresse').fill(next);
        await page.keyboard.press('Enter');
        await dialog(page).getByLabel('Passwort', { exact: true }).waitFor();
        // A sheet as high as the screen, once it has come in.
        await expect.poll(() => dialog(page).boundingBox()).toEqual({ x: 0, y: 0, width: 320, height: 640 });
        await fits();
        await dialog(page).getByRole('button', { name: 'Code per E-Mail erhalten' }).click();
        await dialog(page).getByRole('button', { name: 'Code senden' }).click();
        await dialog(page).getByLabel('Code').waitFor();
        await fits();
        await enterCode(page, ada.primaryEmail);
        await step(page, 'Code eingeben').waitFor();
        await fits();
        await enterCode(page, next);
        await step(page, new RegExp(next)).waitFor();
        await fits();
        await page.goto(tasks.phone);
        await page.getByLabel('Land').waitFor();
        await fits();
        await page.goto(tasks.username);
        await page.getByLabel('Neuer Benutzername').waitFor();
        await fits();
      }));
  }

  it('adds a first address where there is none', () =>
    visit({}, async page => {
      const ada = await createUnreachable();
      const next = newEmail();
      await openTask(page, tasks.email, ada);
      await step(page, 'Add an email address').waitFor();
      expect(await page.getByRole('button', { name: 'Remove this address' }).count()).toBe(0);
      await page.getByLabel('New email address').fill(next);
      await page.keyboard.press('Enter');
      await prove(page, ada.password);
      await enterCode(page, next);
      await step(page, `Your email address is now ${next}.`).waitFor();
    }));
});
