import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  answerWith,
  confirmByPassword,
  expectNoBarriers,
  haveMockProvider,
  openTask,
  settleTasks,
} from './account-tasks.ts';
import { visitsAfter } from './account-visits.ts';
import { createPerson, createReachable, newPassword, openFields, setSignIn, setStepUp } from './operator.ts';
import { errorOf, signIn } from './steps.ts';

const visit = visitsAfter(haveMockProvider);

const task = '/account/security/password';

beforeEach(() => settleTasks());

const field = (page: Page, name = 'New password') => page.getByLabel(name, { exact: true });

describe('somebody who changes their password', () => {
  it('is told what it ends and whom it tells, proves who they are, and is signed out elsewhere alone', async () => {
    const ada = await createReachable('Ada Lovelace');
    const next = newPassword();
    await visit({}, async elsewhere => {
      await openTask(elsewhere, task, ada);
      await field(elsewhere).waitFor();
      await visit({}, async page => {
        await openTask(page, task, ada);
        await page.getByRole('heading', { name: 'Change your password' }).waitFor();
        await page.getByText('Your other devices will be signed out. This one stays signed in.').waitFor();
        await page.getByText('We’ll ask you to confirm it’s you.').waitFor();
        // A password manager learns whose it is, and that it is new.
        expect(await page.locator('input[autocomplete="username"]').first().inputValue()).toBe(ada.username);
        expect(await field(page).getAttribute('autocomplete')).toBe('new-password');
        await expectNoBarriers(page);

        await field(page).fill(next);
        await page.getByRole('button', { name: 'Change password' }).click();
        await confirmByPassword(page, 'not the password');
        await page.getByRole('dialog').getByText('This password isn’t right.').first().waitFor();
        await expectNoBarriers(page);
        await confirmByPassword(page, ada.password);

        const main = page.getByRole('main');
        await main.getByText('Your password was changed.').waitFor();
        await main.getByText('Your other devices were signed out. This one stays signed in.').waitFor();
        await main.getByText(`We’re sending a message about it to ${ada.email}.`).waitFor();
        expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Your password was changed.');
        await expectNoBarriers(page);
        await page.reload();
        await page.getByRole('heading', { name: 'Change your password' }).waitFor();

        await page.goto('/account/security');
        await main.getByText(/^Changed \w+ \d+, \d{4}$/).waitFor();
        // Where that cannot be read, everything else still is.
        await page.route('**/api/my-account/sign-in-methods', route => route.abort());
        await page.reload();
        await main.getByText('Set', { exact: true }).waitFor();
        expect(await main.getByText(/^Changed /).count()).toBe(0);
      });
      await elsewhere.reload();
      await elsewhere.waitForURL(/\/sign-in\b/);
    });
    await visit({}, page => signIn(page, { ...ada, password: next }));
  });

  it('sees each rule met while typing, and all the reasons of a refusal at once', async () => {
    const ada = await createPerson('Ada Lovelace');
    await setSignIn([['username', 'password']], {
      passwordPolicy: { length: { min: 10 }, characterTypes: { min: 2 }, rejects: { words: ['acme'] } },
    });
    try {
      await visit({}, async page => {
        await openTask(page, task, ada);
        const met = page.locator('.fh-rule-met');
        await field(page).fill('aaaa');
        await page.getByRole('button', { name: 'Change password' }).click();
        // Nothing is sent that the page knows to be refused.
        const said = await errorOf(page, 'New password');
        expect(said).toContain('Use at least 10 characters.');
        expect(said).toContain('Mix at least 2');
        expect(await met.count()).toBe(0);
        await field(page).fill(`${ada.username}acmeaaaa1234`);
        expect(await met.count()).toBe(2);
        await page.getByRole('button', { name: 'Change password' }).click();
        await confirmByPassword(page, ada.password);
        await page.locator('.fh-rule-refused').first().waitFor();
        const refused = await errorOf(page, 'New password');
        for (const reason of ['repetitions or sequences', 'your name, username', 'a word that can’t be used here']) {
          expect(refused).toContain(reason);
        }
        await expectNoBarriers(page);
        // The proof is kept: nobody is asked twice.
        await field(page).fill(newPassword());
        await page.getByRole('button', { name: 'Change password' }).click();
        await page.getByRole('main').getByText('Your password was changed.').waitFor();
      });
    } finally {
      await setSignIn([['username', 'password']], { passwordPolicy: {} });
    }
  });

  it('may rather not, keeps what they typed, and everything is as it was', async () => {
    const ada = await createPerson('Ada Lovelace');
    await visit({}, async page => {
      await openTask(page, task, ada);
      const next = newPassword();
      await field(page).fill(next);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('main').getByText('Nothing was changed.').waitFor();
      expect(await field(page).inputValue()).toBe(next);
      await expectNoBarriers(page);
    });
    await visit({}, page => signIn(page, ada));
  });

  it('is told when it is the password that they have', async () => {
    const ada = await createPerson('Ada Lovelace');
    await visit({}, async page => {
      await openTask(page, task, ada);
      await field(page).fill(ada.password);
      await page.keyboard.press('Enter');
      await confirmByPassword(page, ada.password);
      expect(await errorOf(page, 'New password')).not.toBe('');
      expect(await field(page).evaluate(element => element === document.activeElement)).toBe(true);
    });
  });

  it('hears that their other devices stay signed in where the policy has it so', async () => {
    await setStepUp({ endOtherSessions: false });
    const ada = await createPerson('Ada Lovelace');
    await visit({}, async page => {
      await openTask(page, task, ada);
      await page.getByText('We’ll ask you to confirm it’s you.').waitFor();
      expect(await page.getByText(/other devices/).count()).toBe(0);
    });
  });

  it('gets through with the keyboard alone', async () => {
    const ada = await createPerson('Ada Lovelace');
    await visit({}, async page => {
      await openTask(page, task, ada);
      await field(page).waitFor();
      for (let presses = 0; presses < 10; presses++) {
        if (await field(page).evaluate(element => element === document.activeElement)) break;
        await page.keyboard.press('Tab');
      }
      await page.keyboard.type(newPassword());
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      expect(await field(page).getAttribute('type')).toBe('text');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const inDialog = page.getByRole('dialog').locator('input[type="password"]');
      await inDialog.waitFor();
      for (let presses = 0; presses < 10; presses++) {
        if (await inDialog.evaluate(element => element === document.activeElement)) break;
        await page.keyboard.press('Tab');
      }
      await page.keyboard.type(ada.password);
      await page.keyboard.press('Enter');
      await page.getByRole('main').getByText('Your password was changed.').waitFor();
    });
  });
});

describe('somebody without a password', () => {
  it('who has no other way to prove themselves creates one without a proof, and is told what is missing', async () => {
    await setSignIn([['username', 'password']], {
      socialSignInConnectorTargets: ['mock-social'],
      signUp: { identifiers: [], password: false, verify: false },
    });
    await visit({}, async page => {
      await answerWith(page, { code: 'c', userId: newPassword(), name: 'Mona' });
      await page.goto(task);
      await page.getByRole('button', { name: 'Continue with Mock Social' }).click();
      await page.getByRole('heading', { name: 'Create a password' }).waitFor();
      await expectNoBarriers(page);
      await field(page).fill(newPassword());
      await page.keyboard.press('Enter');
      const main = page.getByRole('main');
      await main.getByText('Your password was created.').waitFor();
      await main.getByText('We have no email address or phone number').waitFor();
      await main.getByText('you also need a username').waitFor();
      expect(await page.getByRole('dialog').count()).toBe(0);
      await expectNoBarriers(page);
    });
  });
});

describe('where the administrator has not opened the password', () => {
  it('it can be seen and not be changed, or is not there at all', async () => {
    const ada = await createPerson('Ada Lovelace');
    await openFields({ username: 'Edit', password: 'ReadOnly' });
    await visit({}, async page => {
      await openTask(page, task, ada);
      await page.getByText('Set', { exact: true }).waitFor();
      await page.getByText('Managed by').waitFor();
      expect(await page.getByRole('textbox').count()).toBe(0);
      await expectNoBarriers(page);
      await openFields({ username: 'Edit' });
      await page.reload();
      await page.getByRole('heading', { name: /^This isn’t available in your account/ }).waitFor();
      await expectNoBarriers(page);
    });
  });
});

describe('changing a password', () => {
  for (const [locale, label, button, done] of [
    ['zh-TW', '新密碼', '變更密碼', '你的密碼已變更。'],
    ['de', 'Neues Passwort', 'Passwort ändern', 'Ihr Passwort wurde geändert.'],
  ] as const) {
    it(`fits a small phone in the dark, ${locale}`, async () => {
      const ada = await createPerson('Ada Lovelace');
      const options = { locale, colorScheme: 'dark', viewport: { width: 320, height: 640 } } as const;
      await visit(options, async page => {
        await openTask(page, task, ada);
        await field(page, label).fill('aaaa1234');
        await expectNoBarriers(page);
        await page.getByRole('button', { name: button }).click();
        await confirmByPassword(page, ada.password);
        await page.locator('.fh-rule-refused').first().waitFor();
        await expectNoBarriers(page);
        await field(page, label).fill(newPassword());
        await page.keyboard.press('Enter');
        await page.getByRole('main').getByText(done).waitFor();
        await expectNoBarriers(page);
      });
    });
  }
});
