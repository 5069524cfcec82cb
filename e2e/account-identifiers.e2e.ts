import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changeHolder,
  createHolder,
  createPasswordless,
  createUnreachable,
  enterCode,
  newestCode,
  newPhone,
  openAccountPages,
  openBothWays,
  openTask,
  readHolder,
  setProofs,
} from './account-people.ts';
import { findBarriers, journey, launch, overflowsSideways } from './browser.ts';
import { codesFor, newEmail, newUsername } from './operator.ts';
import { errorOf } from './steps.ts';

let browser: Browser;

beforeAll(async () => {
  await openBothWays();
  await openAccountPages();
  await setProofs('default');
  browser = await launch();
});

afterAll(() => browser?.close());

const email = '/account/security/email';
const phone = '/account/security/phone';
const username = '/account/security/username';

const dialog = (page: Page) => page.getByRole('dialog');
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.outerHTML ?? '');
const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }));

/** Confirms by password in the dialog. */
async function prove(page: Page, password: string): Promise<void> {
  await dialog(page).waitFor();
  await dialog(page).getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'detached' });
}

describe('somebody who changes their email address', () => {
  it('confirms by password, proves the new address, and reads what has happened', () =>
    journey(browser, {}, async page => {
      const ada = await createHolder();
      const next = newEmail();
      await openTask(page, email, ada);
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

      await heading(page, 'Enter the code').waitFor();
      expect(await focused(page)).toContain('one-time-code');
      expect(await page.locator('main').innerText()).toContain(`${ada.primaryEmail} stays in use until then.`);
      expect(await findBarriers(page)).toEqual([]);
      await enterCode(page, next);

      await heading(page, `Your email address is now ${next}.`).waitFor();
      expect(await focused(page)).toContain('<h1');
      await page.getByText(`We’re letting ${ada.primaryEmail} know, too.`).waitFor();
      await page.getByText('You were signed out on all other devices.').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      expect((await readHolder(ada.id)).primaryEmail).toBe(next);
      expect(await kept(page)).not.toContain(next);
      await page.getByRole('button', { name: 'Done' }).click();
      await page.waitForURL(/\/account\/security$/);
    }));

  it('confirms by a code where there is no password, finds everything again after a reload, and resends', () =>
    journey(browser, {}, async page => {
      const ada = await createPasswordless();
      const next = newEmail();
      await openTask(page, email, ada);
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

      await heading(page, 'Enter the code').waitFor();
      expect(await kept(page)).not.toMatch(/freehold:proof/);
      await enterCode(page, next);
      await heading(page, `Your email address is now ${next}.`).waitFor();
    }));

  it('gets a new code when the old one no longer works, and loses nothing', () =>
    journey(browser, {}, async page => {
      const ada = await createPasswordless();
      await openTask(page, email, ada);
      await page.clock.install();
      await page.getByLabel('New email address').fill(newEmail());
      await page.keyboard.press('Enter');
      await dialog(page).getByRole('button', { name: 'Send code' }).click();
      await dialog(page).getByLabel('Code').fill('1234');
      await page.clock.runFor(9 * 60_000 + 1000);
      await expect.poll(() => dialog(page).getByRole('status').innerText()).toBe('The code works for 1 more minute.');
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
      await heading(page, 'Enter the code').waitFor();
    }));

  it('thinks better of it: Esc, Back and Cancel leave the form as it was', () =>
    journey(browser, {}, async page => {
      const ada = await createHolder();
      const next = newEmail();
      await openTask(page, email, ada);
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
        expect(new URL(page.url()).pathname).toBe(email);
      }
      expect(await codesFor(next)).toEqual([]);
      // What was typed for one way is there when one comes back to it.
      await page.getByRole('button', { name: 'Continue' }).click();
      await dialog(page).getByLabel('Password', { exact: true }).fill('half of it');
      await dialog(page).getByRole('button', { name: 'Get a code by email' }).click();
      await dialog(page).getByRole('button', { name: 'Use your password' }).click();
      expect(await dialog(page).getByLabel('Password', { exact: true }).inputValue()).toBe('half of it');
    }));

  it('corrects a typo without confirming again', () =>
    journey(browser, {}, async page => {
      const ada = await createHolder();
      const [typo, next] = [newEmail(), newEmail()];
      await openTask(page, email, ada);
      await page.getByLabel('New email address').fill(typo);
      await page.keyboard.press('Enter');
      await prove(page, ada.password);
      await heading(page, 'Enter the code').waitFor();
      await page.getByRole('button', { name: 'Change the address' }).click();
      const field = page.getByLabel('New email address');
      expect(await field.inputValue()).toBe(typo);
      await field.fill(next);
      await page.keyboard.press('Enter');
      await heading(page, 'Enter the code').waitFor();
      await enterCode(page, next);
      await heading(page, `Your email address is now ${next}.`).waitFor();
    }));

  it('learns that the address is somebody else’s only after the code was right', () =>
    journey(browser, {}, async page => {
      const [ada, bob] = [await createHolder(), await createHolder()];
      await openTask(page, email, ada);
      await page.getByLabel('New email address').fill(bob.primaryEmail);
      await page.keyboard.press('Enter');
      await prove(page, ada.password);
      await heading(page, 'Enter the code').waitFor();
      expect(await page.locator('main').innerText()).not.toMatch(/another account/);
      await enterCode(page, bob.primaryEmail);
      expect(await errorOf(page, 'New email address')).toMatch(/belongs to another account/);
      expect(await findBarriers(page)).toEqual([]);
    }));

  it('keeps what was typed over a reload, and the code to the new address too', () =>
    journey(browser, {}, async page => {
      const ada = await createHolder();
      const next = newEmail();
      await openTask(page, email, ada);
      await page.getByLabel('New email address').fill(next);
      await page.reload();
      expect(await page.getByLabel('New email address').inputValue()).toBe(next);
      await page.keyboard.press('Tab');
      await page.getByRole('button', { name: 'Continue' }).click();
      await prove(page, ada.password);
      await heading(page, 'Enter the code').waitFor();
      await page.reload();
      await heading(page, 'Enter the code').waitFor();
      await expect.poll(() => focused(page)).toContain('one-time-code');
      // The proof was in memory alone: it is asked for once more, the code to the new address is not.
      await enterCode(page, next);
      await prove(page, ada.password);
      await heading(page, `Your email address is now ${next}.`).waitFor();
      expect((await codesFor(next)).length).toBe(1);
    }));
});

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
    await openTask(page, email, ada);
    await page.getByLabel('New email address').fill(next);
    await page.keyboard.press('Enter');
    await prove(page, ada.password);
    await heading(page, 'Enter the code').waitFor();
    return { ada, next };
  };

  it('is told that the change arrived although no answer came', () =>
    journey(browser, {}, async page => {
      const { next } = await upToTheCode(page);
      await cut(page, 'after');
      await enterCode(page, next);
      await heading(page, `Your email address is now ${next}.`).waitFor();
    }));

  it('is told that it did not, and makes it with one more press', () =>
    journey(browser, {}, async page => {
      const { next, ada } = await upToTheCode(page);
      await cut(page, 'before');
      await enterCode(page, next);
      await page.getByText('Your change didn’t arrive. Nothing was changed, and you can try again.').first().waitFor();
      expect(await findBarriers(page)).toEqual([]);
      expect((await readHolder(ada.id)).primaryEmail).toBe(ada.primaryEmail);
      await page.unroute('**/api/my-account/primary-email');
      await page.getByRole('button', { name: 'Change email address' }).click();
      await heading(page, `Your email address is now ${next}.`).waitFor();
    }));

  it('is told that nobody knows yet, and what to do, while nothing can be read', () =>
    journey(browser, {}, async page => {
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
      await page
        .getByText(/We don’t know yet whether your change arrived\. What you typed/)
        .first()
        .waitFor();
      await page.unroute('**/api/my-account');
      await page.getByRole('button', { name: 'Check again' }).click();
      await heading(page, `Your email address is now ${next}.`).waitFor();
    }));

  it('presses without a network, and goes on when there is one', () =>
    journey(browser, {}, async page => {
      const ada = await createHolder();
      await openTask(page, username, ada);
      const next = newUsername();
      await page.getByLabel('New username').fill(next);
      await page.context().setOffline(true);
      await page.keyboard.press('Enter');
      await page.getByText('You’re offline. What you typed is kept.').first().waitFor();
      await page.context().setOffline(false);
      await page.getByRole('button', { name: 'Change username' }).click();
      await heading(page, `Your username is now ${next}.`).waitFor();
    }));
});

describe('somebody whose account was changed elsewhere meanwhile', () => {
  it('is not bothered by a change of something else', () =>
    journey(browser, {}, async page => {
      const ada = await createHolder();
      await openTask(page, username, ada);
      await changeHolder(ada.id, { name: 'Augusta' });
      const next = newUsername();
      await page.getByLabel('New username').fill(next);
      await page.keyboard.press('Enter');
      await heading(page, `Your username is now ${next}.`).waitFor();
    }));

  it('sees both values, and keeps the one or the other', () =>
    journey(browser, {}, async page => {
      for (const keep of ['Keep theirs', 'Keep mine']) {
        const ada = await createHolder();
        await openTask(page, username, ada);
        const [theirs, mine] = [newUsername(), newUsername()];
        await changeHolder(ada.id, { username: theirs });
        await page.getByLabel('New username').fill(mine);
        await page.keyboard.press('Enter');
        await page.getByText('Your account was changed somewhere else a moment ago.').first().waitFor();
        expect(await page.locator('.fh-versions').innerText()).toMatch(new RegExp(`${theirs}[^]*${mine}`));
        expect(await findBarriers(page)).toEqual([]);
        await page.getByRole('button', { name: keep }).click();
        if (keep === 'Keep mine') await heading(page, `Your username is now ${mine}.`).waitFor();
        else await page.getByText(`Now: ${theirs}`).waitFor();
        expect((await readHolder(ada.id)).username).toBe(keep === 'Keep mine' ? mine : theirs);
        await page.context().clearCookies();
        await page.evaluate(() => sessionStorage.clear());
      }
    }));
});

describe('somebody with a phone', () => {
  it('adds its number as they say it at home, and removes it again', () =>
    journey(browser, { locale: 'zh-TW' }, async page => {
      const ada = await createHolder();
      const number = newPhone();
      await openTask(page, phone, ada);
      await heading(page, '新增手機號碼').waitFor();
      await page.getByLabel('國家或地區').waitFor();
      await page.getByLabel('新的手機號碼').fill(`0${number.slice(3)}`);
      await page.getByText(/\+886 9\d\d \d\d\d \d\d\d/).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await dialog(page).getByLabel('密碼', { exact: true }).fill(ada.password);
      await page.keyboard.press('Enter');
      await enterCode(page, `+${number}`);
      await heading(page, /你的手機號碼已改為 \+886 9/).waitFor();
      expect((await readHolder(ada.id)).primaryPhone).toBe(number);

      await page.goto(phone);
      await page.getByRole('button', { name: '移除這個號碼' }).click();
      await heading(page, '要移除手機號碼嗎？').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: '保留' }).click();
      await page.getByRole('button', { name: '移除這個號碼' }).click();
      await page.getByRole('button', { name: '移除手機號碼' }).click();
      await dialog(page).getByLabel('密碼', { exact: true }).fill(ada.password);
      await page.keyboard.press('Enter');
      await heading(page, '你的手機號碼已移除。').waitFor();
      expect((await readHolder(ada.id)).primaryPhone).toBeNull();
    }));

  it('is told what no number is', () =>
    journey(browser, {}, async page => {
      await openTask(page, phone, await createHolder());
      await page.getByLabel('New phone number').fill('12');
      await page.keyboard.press('Enter');
      expect(await errorOf(page, 'New phone number')).toMatch(/isn’t a phone number/);
    }));
});

describe('somebody with a username', () => {
  it('chooses another one, and sees what it needs while typing', () =>
    journey(browser, {}, async page => {
      const [ada, bob] = [await createHolder(), await createHolder()];
      await openTask(page, username, ada);
      const field = page.getByLabel('New username');
      await field.fill('7');
      expect(await page.locator('.fh-rule-met').count()).toBe(2);
      await page.keyboard.press('Enter');
      expect(await errorOf(page, 'New username')).toMatch(/can’t be used/);
      await field.fill(bob.username);
      await page.keyboard.press('Enter');
      expect(await errorOf(page, 'New username')).toMatch(/taken/);
      expect(await findBarriers(page)).toEqual([]);
      const next = newUsername();
      await field.fill(next);
      await page.keyboard.press('Enter');
      await heading(page, `Your username is now ${next}.`).waitFor();
      expect((await readHolder(ada.id)).username).toBe(next);
    }));

  it('removes it after a proof, but not where it is the only way in', () =>
    journey(browser, {}, async page => {
      const ada = await createHolder();
      await openTask(page, username, ada);
      await page.getByRole('button', { name: 'Remove the username' }).click();
      await page.getByRole('button', { name: 'Remove username' }).click();
      await prove(page, ada.password);
      await heading(page, 'Your username was removed.').waitFor();
      expect((await readHolder(ada.id)).username).toBeNull();

      await page.goto(email);
      await page.getByText(/You can’t remove your only way to sign in/).waitFor();
      const remove = page.getByRole('button', { name: 'Remove this address' });
      expect(await remove.getAttribute('aria-disabled')).toBe('true');
      await remove.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.getByRole('status').innerText()).toMatch(/only way to sign in/);
      expect(await findBarriers(page)).toEqual([]);
    }));
});

describe('somebody whose administrator is strict', () => {
  it('is told that nothing but the strongest way will do, and confirms each change anew', () =>
    journey(browser, {}, async page => {
      await setProofs('strict');
      try {
        const ada = await createHolder();
        await openTask(page, username, ada);
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
          await heading(page, `Your username is now ${next}.`).waitFor();
          await page.goBack();
          await page.goto(username);
        }
      } finally {
        await setProofs('default');
      }
    }));

  it('is told when there is no way to confirm', () =>
    journey(browser, {}, async page => {
      const ada = await createHolder();
      await openTask(page, email, ada);
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
    await openTask(page, email, await createHolder());
    await page.getByLabel('New email address').fill(newEmail());
    await page.keyboard.press('Enter');
    await dialog(page).waitFor();
  };

  it('pauses one way and leaves the others open', () =>
    journey(browser, {}, async page => {
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
    journey(browser, {}, async page => {
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
    journey(browser, {}, async page => {
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

describe('somebody who may look and not touch', () => {
  it('sees the value and whom to ask, or that it is not there', () =>
    journey(browser, {}, async page => {
      const ada = await createHolder();
      await openAccountPages({ email: 'ReadOnly', phone: 'Off' });
      try {
        await openTask(page, email, ada);
        await page.locator('main').getByText(ada.primaryEmail).waitFor();
        expect(await page.locator('main').getByRole('textbox').count()).toBe(0);
        expect(await findBarriers(page)).toEqual([]);
        await page.goto(phone);
        await page
          .getByText(/^This isn’t available in your account/)
          .first()
          .waitFor();
        expect(await findBarriers(page)).toEqual([]);
      } finally {
        await openAccountPages();
      }
    }));
});

describe('every way to work', () => {
  it('changes the address with the keyboard alone', () =>
    journey(browser, {}, async page => {
      const ada = await createHolder();
      const next = newEmail();
      await openTask(page, email, ada);
      await expect.poll(() => focused(page)).toContain('name="email"');
      await page.keyboard.type(next);
      await page.keyboard.press('Enter');
      await dialog(page).waitFor();
      await expect.poll(() => focused(page)).toContain('current-password');
      await page.keyboard.type(ada.password);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await heading(page, 'Enter the code').waitFor();
      await expect.poll(() => focused(page)).toContain('one-time-code');
      await page.keyboard.type(await newestCode(next));
      await heading(page, `Your email address is now ${next}.`).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/account\/security$/);
    }));

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`fits a small phone and has no barriers, ${colorScheme}`, () =>
      journey(browser, { colorScheme, viewport: { width: 320, height: 640 }, locale: 'de' }, async page => {
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
        await openTask(page, email, ada);
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
        await heading(page, 'Code eingeben').waitFor();
        await fits();
        await enterCode(page, next);
        await heading(page, new RegExp(next)).waitFor();
        await fits();
        await page.goto(phone);
        await page.getByLabel('Land').waitFor();
        await fits();
        await page.goto(username);
        await page.getByLabel('Neuer Benutzername').waitFor();
        await fits();
      }));
  }

  it('adds a first address where there is none', () =>
    journey(browser, {}, async page => {
      const ada = await createUnreachable();
      const next = newEmail();
      await openTask(page, email, ada);
      await heading(page, 'Add an email address').waitFor();
      expect(await page.getByRole('button', { name: 'Remove this address' }).count()).toBe(0);
      await page.getByLabel('New email address').fill(next);
      await page.keyboard.press('Enter');
      await prove(page, ada.password);
      await enterCode(page, next);
      await heading(page, `Your email address is now ${next}.`).waitFor();
    }));
});
