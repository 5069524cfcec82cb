/** The tasks of the account, for somebody who has a keyboard and nothing else. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { dialog, settleIdentifiers, step, tasks } from './account-identifiers.ts';
import { changeHolder, createHolder, newestCode, newPhone, readHolder } from './account-people.ts';
import { visitsAfter } from './account-visits.ts';
import { landsOn, press, signInByKeys } from './keyboard.ts';
import { createThirdParty, newEmail, newUsername, type Person } from './operator.ts';

const visit = visitsAfter(settleIdentifiers);

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const code = (page: Page) => page.getByLabel('Code', { exact: true });

/** Opens a task by its address, as an application links to it, and signs in on the way. */
async function open(page: Page, path: string, person: Pick<Person, 'username' | 'password'>): Promise<void> {
  await page.goto(path);
  await page.waitForURL(/\/sign-in\b/);
  await signInByKeys(page, person);
  await page.waitForURL(url => url.pathname.startsWith('/account/'));
}

/** Confirms by password in the dialog, which asks for it at once. */
async function confirm(page: Page, password: string): Promise<void> {
  await landsOn(page, dialog(page).getByLabel('Password', { exact: true }));
  await page.keyboard.type(password);
  await press(page, dialog(page).getByRole('button', { name: 'Confirm' }));
  await dialog(page).waitFor({ state: 'detached' });
}

/** Leaves a task that is done. */
async function leave(page: Page): Promise<void> {
  await press(page, button(page, 'Done'));
  await page.waitForURL(/\/account\/security$/);
  await landsOn(page, page.locator('h1'));
}

describe('with the keyboard alone, somebody', () => {
  it('adds a phone number', () =>
    visit({}, async page => {
      const [ada, number] = [await createHolder(), newPhone()];
      await open(page, tasks.phone, ada);
      await landsOn(page, page.getByLabel('New phone number'));
      await page.keyboard.type(`+${number}`);
      await press(page, button(page, 'Continue'));
      await confirm(page, ada.password);
      await landsOn(page, code(page));
      await page.keyboard.type(await newestCode(`+${number}`));
      await landsOn(page, step(page, /^Your phone number is now/));
      await leave(page);
      expect((await readHolder(ada.id)).primaryPhone).toBe(number);
    }));

  it('changes the username', () =>
    visit({}, async page => {
      const [ada, next] = [await createHolder(), newUsername()];
      await open(page, tasks.username, ada);
      await landsOn(page, page.getByLabel('New username'));
      await page.keyboard.type(next);
      await press(page, button(page, 'Change username'));
      await landsOn(page, step(page, `Your username is now ${next}.`));
      await leave(page);
      expect((await readHolder(ada.id)).username).toBe(next);
    }));

  it.each([
    ['email', 'address', 'email address', 'primaryEmail'],
    ['phone', 'number', 'phone number', 'primaryPhone'],
  ] as const)('removes the %s, having kept it at first', (task, short, name, member) =>
    visit({}, async page => {
      const ada = await createHolder({ primaryPhone: newPhone() });
      await open(page, tasks[task], ada);
      await press(page, button(page, `Remove this ${short}`));
      await landsOn(page, step(page, `Remove your ${name}?`));
      await press(page, button(page, 'Keep it'));
      await landsOn(page, page.getByLabel(`New ${name}`));
      await press(page, button(page, `Remove this ${short}`));
      await landsOn(page, step(page, `Remove your ${name}?`));
      await press(page, button(page, `Remove ${name}`));
      await confirm(page, ada.password);
      await landsOn(page, step(page, `Your ${name} was removed.`));
      await leave(page);
      expect((await readHolder(ada.id))[member]).toBeNull();
    }),
  );

  it('chooses another way to confirm that it is them', () =>
    visit({}, async page => {
      const ada = await createHolder({ primaryPhone: newPhone() });
      const next = newEmail();
      await open(page, tasks.email, ada);
      await landsOn(page, page.getByLabel('New email address'));
      await page.keyboard.type(next);
      await page.keyboard.press('Enter');
      await landsOn(page, dialog(page).getByLabel('Password', { exact: true }));
      const title = dialog(page).getByRole('heading', { name: 'Confirm it’s you' });
      await press(page, dialog(page).getByRole('button', { name: 'Try another way' }));
      await landsOn(page, title);
      await press(page, dialog(page).getByRole('button', { name: /^Get a code by email/ }));
      await landsOn(page, title);
      await press(page, dialog(page).getByRole('button', { name: 'Send code' }));
      await landsOn(page, dialog(page).getByLabel('Code', { exact: true }));
      await page.keyboard.type(await newestCode(ada.primaryEmail));
      await dialog(page).waitFor({ state: 'detached' });
      await landsOn(page, code(page));
      await page.keyboard.type(await newestCode(next));
      await landsOn(page, step(page, `Your email address is now ${next}.`));
    }));

  it.each(['Keep mine', 'Keep theirs'])('chooses what stays where two have changed the same: %s', choice =>
    visit({}, async page => {
      const ada = await createHolder();
      const [mine, theirs] = [newUsername(), newUsername()];
      await open(page, tasks.username, ada);
      await landsOn(page, page.getByLabel('New username'));
      await page.keyboard.type(mine);
      await changeHolder(ada.id, { username: theirs });
      await page.keyboard.press('Enter');
      await press(page, button(page, choice));
      if (choice === 'Keep mine') await landsOn(page, step(page, `Your username is now ${mine}.`));
      else await landsOn(page, page.getByLabel('New username'));
      expect((await readHolder(ada.id)).username).toBe(choice === 'Keep mine' ? mine : theirs);
    }),
  );
});

describe('with the keyboard alone, somebody whom an application has sent', () => {
  beforeAll(() => createThirdParty('Notes', 'https://notes.example/callback'));

  /** Comes for the username. Back there, there is a page. */
  async function comeFromNotes(page: Page): Promise<void> {
    await page.route('https://notes.example/**', route =>
      route.fulfill({ contentType: 'text/html', body: '<h1>Notes</h1>' }),
    );
    const query = new URLSearchParams({ redirect: 'https://notes.example/settings', auto: '0' });
    await open(page, `${tasks.username}?${query}`, await createHolder());
    await landsOn(page, page.getByLabel('New username'));
  }
  const back = (page: Page) => page.getByRole('link', { name: 'Back to Notes' });

  it('goes back to it when the task is done', () =>
    visit({}, async page => {
      await comeFromNotes(page);
      await page.keyboard.type(newUsername());
      await page.keyboard.press('Enter');
      await landsOn(page, step(page, /^Your username is now/));
      await press(page, back(page).last());
      await page.waitForURL(/^https:\/\/notes\.example\/settings\?.*account_result=done/);
    }));

  it('goes back to it without having done anything', () =>
    visit({}, async page => {
      await comeFromNotes(page);
      await press(page, back(page));
      await page.waitForURL(/^https:\/\/notes\.example\/settings\?.*account_result=cancelled/);
    }));
});
