import { describe, expect, it } from 'vitest';
import { prove, settleIdentifiers, step, tasks } from './account-identifiers.ts';
import { changeHolder, createHolder, readHolder } from './account-people.ts';
import { openTask } from './account-tasks.ts';
import { visitsAfter } from './account-visits.ts';
import { findBarriers } from './browser.ts';
import { newUsername } from './operator.ts';
import { errorOf } from './steps.ts';

const visit = visitsAfter(settleIdentifiers);

describe('somebody with a username', () => {
  it('chooses another one, and sees what it needs while typing', () =>
    visit({}, async page => {
      const [ada, bob] = [await createHolder(), await createHolder()];
      await openTask(page, tasks.username, ada);
      const field = page.getByLabel('New username');
      await field.fill('7');
      expect(await page.locator('.fh-rule-met').count()).toBe(2);
      await page.keyboard.press('Enter');
      expect(await errorOf(page, 'New username')).toMatch(/can’t be used/);
      await field.fill(bob.username);
      await page.keyboard.press('Enter');
      expect(await errorOf(page, 'New username')).toMatch(/taken/);
      expect(await findBarriers(page)).toEqual([]);
      await page.reload();
      expect(await field.inputValue()).toBe(bob.username);
      const next = newUsername();
      await field.fill(next);
      await page.keyboard.press('Enter');
      await step(page, `Your username is now ${next}.`).waitFor();
      expect((await readHolder(ada.id)).username).toBe(next);
    }));

  it('removes it after a proof, but not where it is the only way in', () =>
    visit({}, async page => {
      const ada = await createHolder();
      await openTask(page, tasks.username, ada);
      await page.getByRole('button', { name: 'Remove the username' }).click();
      await page.getByRole('button', { name: 'Remove username' }).click();
      await prove(page, ada.password);
      await step(page, 'Your username was removed.').waitFor();
      expect((await readHolder(ada.id)).username).toBeNull();

      await page.goto(tasks.email);
      await page.getByText(/You can’t remove your only way to sign in/).waitFor();
      const remove = page.getByRole('button', { name: 'Remove this address' });
      expect(await remove.getAttribute('aria-disabled')).toBe('true');
      await remove.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.getByRole('status').innerText()).toMatch(/only way to sign in/);
      expect(await findBarriers(page)).toEqual([]);
    }));
});

describe('somebody whose account was changed elsewhere meanwhile', () => {
  it('is not bothered by a change of something else', () =>
    visit({}, async page => {
      const ada = await createHolder();
      await openTask(page, tasks.username, ada);
      await changeHolder(ada.id, { name: 'Augusta' });
      const next = newUsername();
      await page.getByLabel('New username').fill(next);
      await page.keyboard.press('Enter');
      await step(page, `Your username is now ${next}.`).waitFor();
    }));

  it('sees both values, and keeps the one or the other', () =>
    visit({}, async page => {
      for (const keep of ['Keep theirs', 'Keep mine']) {
        const ada = await createHolder();
        await openTask(page, tasks.username, ada);
        const [theirs, mine] = [newUsername(), newUsername()];
        await changeHolder(ada.id, { username: theirs });
        await page.getByLabel('New username').fill(mine);
        await page.keyboard.press('Enter');
        await page.getByText('Your account was changed somewhere else a moment ago.').first().waitFor();
        expect(await page.locator('.fh-versions').innerText()).toMatch(new RegExp(`${theirs}[^]*${mine}`));
        expect(await findBarriers(page)).toEqual([]);
        // It is the person's turn: the button does not say that it saves.
        expect(await page.locator('main button[type=submit]').innerText()).toBe('Change username');
        await page.getByRole('button', { name: keep }).click();
        if (keep === 'Keep mine') await step(page, `Your username is now ${mine}.`).waitFor();
        else await page.getByText(`Now: ${theirs}`).waitFor();
        expect((await readHolder(ada.id)).username).toBe(keep === 'Keep mine' ? mine : theirs);
        await page.context().clearCookies();
        await page.evaluate(() => sessionStorage.clear());
      }
    }));
});
