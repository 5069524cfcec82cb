import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  answerWith,
  confirmByPassword,
  expectNoBarriers,
  haveMockProvider,
  openTask,
  type Said,
  settleTasks,
} from './account-tasks.ts';
import { visitsAfter } from './account-visits.ts';
import { baseUrl } from './environment.ts';
import {
  createPerson,
  createReachable,
  findByEmail,
  linkFor,
  newEmail,
  newUsername,
  openFields,
  type Person,
  setSignIn,
} from './operator.ts';
import { type OtherHouse, openOtherHouse } from './other-house.ts';
import { enter } from './steps.ts';

const visitAnywhere = visitsAfter(haveMockProvider);

const task = '/account/security/linked';
const callback = `${task}/callback`;
const offered = { socialSignInConnectorTargets: ['mock-social'] };

beforeEach(() => settleTasks(offered));

/** With what the provider answers that is not there. */
const visit = (said: Said, run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) =>
  visitAnywhere(options, async page => {
    await answerWith(page, said);
    await run(page);
  });

const link = (page: Page, provider = 'Mock Social') =>
  page.getByRole('button', { name: `Link ${provider}`, exact: true }).click();
const unlink = (page: Page, provider = 'Mock Social') =>
  page.getByRole('button', { name: `Unlink ${provider}`, exact: true });
const main = (page: Page) => page.getByRole('main');
const mona = () => ({ code: 'c', userId: newUsername(), name: 'Mona Mock' });

describe('somebody who links an account', () => {
  it('sees it, is told who hears of it, and unlinks it again with the keyboard alone', async () => {
    const ada = await createReachable('Ada Lovelace');
    const email = newEmail();
    await visit({ ...mona(), email }, async page => {
      await openTask(page, task, ada);
      await main(page).getByText('Not linked').waitFor();
      await expectNoBarriers(page);
      const addresses: string[] = [];
      page.on('framenavigated', frame => addresses.push(frame.url()));
      await link(page);
      await confirmByPassword(page, ada.password);
      await main(page).getByText('Your Mock Social account is linked.').waitFor();
      await main(page).getByText(`We’re sending a message about it to ${ada.email}.`).waitFor();
      await main(page).getByText('Mona Mock').waitFor();
      await main(page).getByText(email).waitFor();
      await main(page)
        .getByText(/^Linked \w+ \d+, \d{4}$/)
        .waitFor();
      // Nothing of the answer stays where a history or a screenshot could show it.
      expect(addresses.some(url => url.includes(`${callback}?`))).toBe(true);
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(task);
      await expectNoBarriers(page);

      await unlink(page).focus();
      await page.keyboard.press('Enter');
      await main(page).getByText('You won’t be able to sign in with Mock Social any more.').waitFor();
      await expectNoBarriers(page);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      // Kept after all: back to where it began.
      expect(await unlink(page).evaluate(element => element === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await main(page).getByText('Your Mock Social account is no longer linked.').waitFor();
      await main(page).getByText('Not linked').waitFor();
      expect((await findByEmail(ada.email))?.identities).toEqual({});
      await expectNoBarriers(page);
    });
  });

  it('keeps what belongs to the application that sent them', async () => {
    const ada = await createPerson('Ada Lovelace');
    await visit(mona(), async page => {
      await openTask(page, task, ada);
      await page.goto(`${task}?ui_locales=en&auto=0`);
      await link(page);
      await confirmByPassword(page, ada.password);
      await main(page).getByText('Your Mock Social account is linked.').waitFor();
      expect(new URL(page.url()).search).toBe('?ui_locales=en&auto=0');
    });
  });

  it('is told when they declined at the provider, and when the answer is worth nothing, and may try again', async () => {
    const ada = await createPerson('Ada Lovelace');
    await visit({ error: 'access_denied' }, async page => {
      await openTask(page, task, ada);
      await link(page);
      await main(page).getByText('Linking Mock Social was cancelled there. Nothing was changed.').waitFor();
      await expectNoBarriers(page);
      await answerWith(page, { nothing: 'useful' });
      await link(page);
      await main(page).getByRole('alert').waitFor();
      await expectNoBarriers(page);
      await answerWith(page, mona());
      await page.getByRole('button', { name: 'Try again with Mock Social' }).click();
      await confirmByPassword(page, ada.password);
      await main(page).getByText('Your Mock Social account is linked.').waitFor();
    });
  });

  it('may rather not prove who they are, and finishes a moment later without going there again', async () => {
    const ada = await createPerson('Ada Lovelace');
    await visit(mona(), async page => {
      await openTask(page, task, ada);
      await link(page);
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await main(page).getByText('Your Mock Social account isn’t linked yet.').waitFor();
      await expectNoBarriers(page);
      await answerWith(page, undefined);
      await page.getByRole('button', { name: 'Finish linking' }).click();
      await confirmByPassword(page, ada.password);
      await main(page).getByText('Your Mock Social account is linked.').waitFor();
    });
  });

  it('is told when it belongs to somebody’s account already', async () => {
    const [ada, bob] = [await createPerson('Ada Lovelace'), await createPerson('Bob')];
    const said = mona();
    await linkFor(bob, 'mock-social', { userId: said.userId });
    await visit(said, async page => {
      await openTask(page, task, ada);
      await link(page);
      await confirmByPassword(page, ada.password);
      await main(page).getByText('linked to somebody’s account here already').waitFor();
      await page.getByRole('button', { name: 'Try again with Mock Social' }).waitFor();
      await expectNoBarriers(page);
    });
  });

  it('is told when they took longer than a proof lives', async () => {
    const ada = await createPerson('Ada Lovelace');
    await visit(undefined, async page => {
      await openTask(page, task, ada);
      const left = page.waitForRequest('http://mock-social/**');
      await link(page);
      const own = new URL((await left).url());
      // What the server has forgotten by then.
      await page.evaluate(() => {
        for (const [key, value] of Object.entries(sessionStorage)) {
          if (!key.startsWith('freehold:linking:')) continue;
          sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(value), recordId: 'a'.repeat(21) }));
        }
      });
      await page.goto(`${callback}?${new URLSearchParams({ code: 'c', state: own.searchParams.get('state') ?? '' })}`);
      await main(page).getByText('That took too long.').waitFor();
      await page.getByRole('button', { name: 'Try again with Mock Social' }).waitFor();
    });
  });
});

describe('an answer that this tab has not asked for', () => {
  it('is handed to nobody: an attacker’s account is linked to nobody else', async () => {
    const ada = await createPerson('Ada Lovelace');
    await visit(undefined, async page => {
      const sent: string[] = [];
      page.on('request', request => sent.push(new URL(request.url()).pathname));
      await openTask(page, task, ada);
      // A way of one's own is under way, and somebody slips in the end of another.
      const left = page.waitForRequest('http://mock-social/**');
      await link(page);
      await left;
      for (const state of ['', 'of-somebody-else']) {
        await page.goto(`${callback}?${new URLSearchParams({ code: 'c', userId: 'attacker', state })}`);
        await main(page).getByText('belongs to no link that was begun in this tab').waitFor();
        expect(new URL(page.url()).search).toBe('');
      }
      await expectNoBarriers(page);
      expect(sent.filter(path => path.endsWith('/verify'))).toEqual([]);
      expect(sent).not.toContain('/api/my-account/identities');
    });
  });
});

describe('the only way to sign in', () => {
  it('is not taken away, and the page says what to add first', async () => {
    await setSignIn([['username', 'password']], {
      ...offered,
      signUp: { identifiers: [], password: false, verify: false },
    });
    await visit(mona(), async page => {
      await page.goto(task);
      await page.getByRole('button', { name: 'Continue with Mock Social' }).click();
      await main(page).getByText('This is your only way to sign in').first().waitFor();
      expect(await unlink(page).getAttribute('aria-disabled')).toBe('true');
      await unlink(page).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('status').getByText('This is your only way to sign in').waitFor({ state: 'attached' });
      expect(await page.getByText('You won’t be able to sign in').count()).toBe(0);
      await page.getByRole('link', { name: 'Add an email address' }).waitFor();
      await expectNoBarriers(page);
    });
  });

  it('is one too where a username has no password, and one may be created on the way', async () => {
    await setSignIn([['username', 'password']], {
      ...offered,
      signUp: { identifiers: ['username'], password: false, verify: false },
    });
    await visit(mona(), async page => {
      await page.goto(task);
      await page.getByRole('button', { name: 'Continue with Mock Social' }).click();
      await page.getByRole('heading', { name: 'Choose a username' }).waitFor();
      await page.getByLabel('Username').fill(newUsername());
      await page.keyboard.press('Enter');
      await main(page).getByText('You have no password').waitFor();
      await page.getByRole('link', { name: 'Create a password' }).click();
      await page.getByRole('heading', { name: 'Create a password' }).waitFor();
    });
  });
});

describe('what is linked', () => {
  it('shows where it came from, whatever it is called, also at a provider that is no longer offered', async () => {
    const ada = await createReachable('Ada Lovelace');
    const name = '<img src=x onerror=alert(1)> \u202Egnp.exe';
    await linkFor(ada, 'old-house', {
      userId: newUsername(),
      details: { id: '42', name, email: `${'long'.repeat(40)}@old.example` },
    });
    await visit(mona(), async page => {
      await page.setViewportSize({ width: 320, height: 640 });
      await openTask(page, task, ada);
      await main(page).getByText('<img src=x onerror=alert(1)> gnp.exe').waitFor();
      expect(await page.getByRole('button', { name: 'Link old-house', exact: true }).count()).toBe(0);
      await unlink(page, 'old-house').waitFor();
      await expectNoBarriers(page);
      await page.goto(`${task}/mock-social`);
      await link(page);
      expect(await main(page).getByText('old-house').count()).toBe(0);
    });
  });

  it('can be seen where it cannot be changed, and is not there where it may not be seen', async () => {
    const ada = await createPerson('Ada Lovelace');
    await linkFor(ada, 'mock-social', { userId: newUsername(), details: { id: '1', name: 'Mona Mock' } });
    await openFields({ username: 'Edit', social: 'ReadOnly' });
    await visit(undefined, async page => {
      await openTask(page, task, ada);
      await main(page).getByText('Mona Mock').waitFor();
      await main(page).getByText('Managed by').waitFor();
      expect(await main(page).getByRole('button').count()).toBe(0);
      await expectNoBarriers(page);
      await openFields({ username: 'Edit' });
      await page.reload();
      await main(page)
        .getByRole('heading', { name: /^This isn’t available in your account/ })
        .waitFor();
    });
  });
});

describe('the page of linked accounts', () => {
  for (const [locale, linkWords, unlinkWords, linked] of [
    ['zh-TW', '連結 Mock Social', '取消連結 Mock Social', '你的 Mock Social 帳戶已連結。'],
    ['de', 'Mock Social verknüpfen', 'Mock Social: Verknüpfung aufheben', 'Ihr Konto bei Mock Social ist verknüpft.'],
  ] as const) {
    it(`fits a small phone in the dark, ${locale}`, async () => {
      const ada = await createPerson('Ada Lovelace');
      await visit(
        mona(),
        async page => {
          await openTask(page, task, ada);
          await page.getByRole('button', { name: linkWords }).waitFor();
          await expectNoBarriers(page);
          await page.getByRole('button', { name: linkWords }).click();
          await confirmByPassword(page, ada.password);
          await main(page).getByText(linked).waitFor();
          await expectNoBarriers(page);
          await page.getByRole('button', { name: unlinkWords }).click();
          await expectNoBarriers(page);
        },
        { locale, colorScheme: 'dark', viewport: { width: 320, height: 640 } },
      );
    });
  }
});

describe('an account at an OpenID provider that is really there', () => {
  let house: OtherHouse;
  let ada: Person & { readonly email: string };

  beforeAll(async () => {
    house = await openOtherHouse(() => `${baseUrl}${callback}`);
    ada = await createReachable('Ada Lovelace');
  });
  afterAll(() => house?.end());

  it('is linked by signing in there', async () => {
    await setSignIn([['username', 'password']], { socialSignInConnectorTargets: ['other-house'] });
    await visitAnywhere({}, async page => {
      await openTask(page, task, ada);
      await link(page, 'Other House');
      await page.waitForURL(`${house.url}/**`);
      await enter(page, house.person.username, house.person.password);
      await page.waitForURL(`${baseUrl}/account/**`);
      await confirmByPassword(page, ada.password);
      await main(page).getByText('Your Other House account is linked.').waitFor();
      await main(page).getByText('Olive Other').waitFor();
      await main(page).getByText(house.person.email).waitFor();
    });
    expect((await findByEmail(ada.email))?.identities).toHaveProperty('other-house');
  });
});
