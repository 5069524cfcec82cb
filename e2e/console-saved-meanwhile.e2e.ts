/** Two administrators at the same settings: whoever saves second is shown what the first has saved, and decides. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './browser.ts';
import { type ConsoleScene, faultsOf, openConsole } from './console-scene.ts';

let browser: Browser;
let scene: ConsoleScene;

beforeAll(async () => {
  browser = await launch();
  scene = await openConsole(browser);
});
afterAll(() => Promise.all([browser?.close(), scene?.end()]));

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();
const conflict = (page: Page) =>
  page.getByRole('region', { name: /^Somebody (else has saved|has changed this profile)/ });

/** Has the other administrator save at the last moment: once the page's own change is on its way already. */
async function justBefore(page: Page, path: string, theirs: () => Promise<unknown>): Promise<void> {
  let isFirst = true;
  await page.route(`**${path}`, async route => {
    if (route.request().method() === 'PATCH' && isFirst) {
      isFirst = false;
      await theirs();
    }
    await route.continue();
  });
}

async function expectConflict(page: Page, words: RegExp): Promise<void> {
  await conflict(page).waitFor();
  expect(await conflict(page).evaluate(region => region === document.activeElement)).toBe(true);
  expect(await conflict(page).innerText()).toMatch(words);
  expect(await faultsOf(page)).toEqual([]);
}

async function saved(page: Page): Promise<void> {
  // Of an earlier save “Saved.” may still stand there.
  const done = page.waitForResponse(answer => answer.request().method() === 'PATCH' && answer.ok());
  await save(page);
  await done;
  await page.getByRole('status').filter({ hasText: 'Saved.' }).first().waitFor();
}

const read = (path: string) => scene.manage('GET', path);

describe('settings that somebody else saves at the same moment', () => {
  it('are not overwritten on the account pages: mine can be kept over theirs', () =>
    scene.at('/console/account-pages', async page => {
      const path = '/api/account-center';
      await page.locator('textarea.fh-code-area').fill('h1 { color: teal }');
      await justBefore(page, path, () => scene.manage('PATCH', path, { fields: { name: 'Edit' }, enabled: true }));
      await save(page);
      await expectConflict(page, /Name[\s\S]*Off[\s\S]*Edit/);
      expect(await read(path)).toMatchObject({ enabled: true, fields: { name: 'Edit' }, customCss: null });

      await conflict(page).getByRole('button', { name: 'Keep my changes' }).click();
      await saved(page);
      expect(await read(path)).toMatchObject({
        enabled: true,
        fields: { name: 'Edit' },
        customCss: 'h1 { color: teal }',
      });
    }));

  it('are not overwritten in the policy of proofs: theirs can be taken', () =>
    scene.at('/console/proof-policy', async page => {
      const path = '/api/account-center/step-up-policy';
      await page.getByLabel('Sign out other devices after a change').click();
      const mine = page.getByRole('button', { name: 'Save', exact: true });
      await mine.waitFor();
      await justBefore(page, path, () =>
        scene.manage('PATCH', path, { actions: { 'email.change': { maxAgeSeconds: 61 } } }),
      );
      await save(page);
      await expectConflict(page, /61 seconds/);
      await conflict(page).getByRole('button', { name: 'Discard mine, show theirs' }).click();
      await conflict(page).waitFor({ state: 'detached' });
      await mine.waitFor({ state: 'hidden' });
      expect(await read(path)).toMatchObject({ endOtherSessions: true });
    }));

  it('are not overwritten on the sign-in pages, where both are kept as far as they go together', () =>
    scene.at('/console/sign-in-experience/security', async page => {
      const path = '/api/sign-in-exp';
      await page.getByLabel('Least characters').first().fill('10');
      const theirs = {
        supportEmail: 'they@acme.example',
        passwordPolicy: { length: { min: 9, max: 200 }, characterTypes: { min: 2 }, rejects: {} },
      };
      await justBefore(page, path, () => scene.manage('PATCH', path, theirs));
      await save(page);
      await expectConflict(
        page,
        /Passwords · Least characters[\s\S]*8[\s\S]*9[\s\S]*10[\s\S]*Passwords · Most characters[\s\S]*256[\s\S]*200/,
      );
      expect(await read(path)).toMatchObject({ passwordPolicy: { length: { min: 9, max: 200 } } });

      await conflict(page).getByRole('button', { name: 'Keep my changes' }).click();
      expect(await page.getByLabel('Most characters').first().inputValue()).toBe('200');
      await saved(page);
      expect(await read(path)).toMatchObject({
        supportEmail: 'they@acme.example',
        passwordPolicy: { length: { min: 10, max: 200 }, characterTypes: { min: 2 } },
      });
    }));

  it('are not overwritten by what was typed before and left for a look at another page', () =>
    scene.at('/console/sign-in-experience/content', async page => {
      const field = page.getByLabel('Email address of the help desk');
      await field.fill('mine@acme.example');
      await page.getByRole('link', { name: 'Users', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor();
      await scene.manage('PATCH', '/api/sign-in-exp', { supportEmail: 'theirs@acme.example' });
      await page.getByRole('link', { name: 'Sign-in experience', exact: true }).click();
      await page.getByRole('link', { name: 'Content', exact: true }).click();
      expect(await field.inputValue()).toBe('mine@acme.example');
      await save(page);
      await expectConflict(page, /theirs@acme\.example[\s\S]*mine@acme\.example/);
      expect(await read('/api/sign-in-exp')).toMatchObject({ supportEmail: 'theirs@acme.example' });
      await conflict(page).getByRole('button', { name: 'Discard mine, show theirs' }).click();
      await conflict(page).waitFor({ state: 'detached' });
      expect(await field.inputValue()).toBe('theirs@acme.example');
    }));

  it('are not overwritten in a profile, where a sign-in or a suspension meanwhile is nothing to ask about', async () => {
    const { id } = (await scene.manage('POST', '/api/users', { username: 'bob' })) as { id: string };
    const path = `/api/users/${id}`;
    await scene.at(`/console/users/${id}`, async page => {
      await page.getByLabel('Town').fill('Igls');
      await justBefore(page, path, () => scene.manage('PATCH', path, { profile: { nickname: 'Robert' } }));
      await save(page);
      await expectConflict(page, /Nickname[\s\S]*Not set[\s\S]*Robert/);
      expect(await read(path)).toMatchObject({ profile: { nickname: 'Robert' } });

      await conflict(page).getByRole('button', { name: 'Keep my changes' }).click();
      await scene.manage('PATCH', `${path}/is-suspended`, { isSuspended: true });
      await saved(page);
      expect(await read(path)).toMatchObject({
        isSuspended: true,
        profile: { nickname: 'Robert', address: { locality: 'Igls' } },
      });
    });
  });

  it('can be saved again and again by one who is alone', () =>
    scene.at('/console/sign-in-experience/content', async page => {
      for (const address of ['one@acme.example', 'two@acme.example', 'three@acme.example']) {
        await page.getByLabel('Email address of the help desk').fill(address);
        await saved(page);
        expect(await read('/api/sign-in-exp')).toMatchObject({ supportEmail: address });
      }
      expect(await conflict(page).count()).toBe(0);
    }));
});
