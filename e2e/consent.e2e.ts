import { createHash, randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers, journey, launch, overflowsSideways } from './browser.ts';
import {
  createApi,
  createPerson,
  createThirdParty,
  openRegistration,
  type Person,
  type ThirdParty,
} from './operator.ts';

const redirectUri = 'https://notes.example/callback';

let browser: Browser;
let ada: Person;
let notes: ThirdParty;
let indicator: string;

/** Every user scope that an application can be let ask for, and how its question reads. */
const asked: Readonly<Record<string, string>> = {
  profile: 'See your name, username and picture',
  email: 'See your email address',
  phone: 'See your phone number',
  address: 'See your postal address',
  custom_data: 'See additional data that is kept about you',
  identities: 'See your linked accounts',
  roles: 'See your roles',
  'urn:logto:scope:organizations': 'See which organizations you belong to',
  'urn:logto:scope:organization_roles': 'See your roles in your organizations',
  'urn:logto:scope:sessions': 'See which devices you’re signed in on',
  'urn:logto:scope:trusted_devices': 'See which devices you trust',
};
const userScopes = Object.keys(asked);

beforeAll(async () => {
  await openRegistration();
  ada = await createPerson('Ada Lovelace');
  // A name that tries to run, to turn the sentence around and to push the buttons out of sight.
  const api = await createApi('Orders of Acme', {
    'read:orders': 'See your orders',
    'write:orders': undefined,
  });
  indicator = api.indicator;
  notes = await createThirdParty('Notes <img src=x onerror=alert(1)> \u202Egnp.exe', redirectUri, {
    userScopes: [...userScopes],
    resourceScopes: api.scopeIds,
  });
  browser = await launch();
});

afterAll(() => browser?.close());

/** Sends somebody from the other application to sign in, and stops at the question. */
async function arriveAtQuestion(
  page: Page,
  more: readonly string[] = [],
  heading = /asks for your permission$/,
): Promise<void> {
  const challenge = createHash('sha256').update(randomBytes(32).toString('base64url')).digest('base64url');
  const query = new URLSearchParams({
    client_id: notes.id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: ['openid', 'offline_access', ...more].join(' '),
    ...(more.length > 0 && { resource: indicator }),
    prompt: 'consent',
    state: 'kept',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  await page.goto(`/oidc/auth?${query}`);
  // By what the fields are, since the page speaks the reader's language.
  await page.locator('input[name="identifier"], input[autocomplete~="username"]').first().fill(ada.username);
  await page.locator('input[type="password"]').fill(ada.password);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL(/\/consent\b/);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

/** Presses a button and returns what the other application is told. Nobody has to be there to hear it. */
async function answerBy(page: Page, button: string): Promise<URLSearchParams> {
  const arrival = page.waitForRequest(request => request.url().startsWith(redirectUri));
  await page.getByRole('button', { name: button }).click();
  return new URL((await arrival).url()).searchParams;
}

describe('somebody whom an application of strangers asks for access', () => {
  it('sees who asks, from where, for what and as whom, and allows it', () =>
    journey(browser, {}, async page => {
      await arriveAtQuestion(page);
      const heading = await page.getByRole('heading', { level: 1 }).innerText();
      expect(heading).toBe('Notes <img src=x onerror=alert(1)> gnp.exe asks for your permission');
      for (const words of ['notes.example', 'Ada Lovelace', ada.username, 'Stay connected while you aren’t using it']) {
        await page.getByText(words, { exact: true }).first().waitFor();
      }
      const widths = await page
        .getByRole('button', { name: /^(?:Allow|Cancel)$/ })
        .evaluateAll(buttons => buttons.map(button => Math.round(button.getBoundingClientRect().width)));
      expect(widths).toHaveLength(2);
      expect(widths[0]).toBe(widths[1]);
      expect(await findBarriers(page)).toEqual([]);
      const answer = await answerBy(page, 'Allow');
      expect(answer.get('state')).toBe('kept');
      expect(answer.get('code')).toMatch(/./);
    }));

  it('reads every single thing that is asked for, in words', () =>
    journey(browser, {}, async page => {
      await arriveAtQuestion(page, [...userScopes, 'read:orders', 'write:orders']);
      for (const words of Object.values(asked)) await page.getByText(words, { exact: true }).waitFor();
      await page.getByRole('heading', { level: 3, name: 'At Orders of Acme:' }).waitFor();
      await page.getByText('See your orders', { exact: true }).waitFor();
      await page.getByText('Use “write:orders”', { exact: true }).waitFor();
      await page.getByText('An app of somebody else, not of Freehold').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      const answer = await answerBy(page, 'Allow');
      expect(answer.get('code')).toMatch(/./);
    }));

  it('refuses, and the application hears no more than that', () =>
    journey(browser, {}, async page => {
      await arriveAtQuestion(page);
      const answer = await answerBy(page, 'Cancel');
      expect(answer.get('error')).toBe('access_denied');
      expect(answer.has('code')).toBe(false);
    }));

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`can read it on a small phone, ${colorScheme}`, () =>
      journey(browser, { colorScheme, viewport: { width: 320, height: 640 } }, async page => {
        await arriveAtQuestion(page, [...userScopes, 'read:orders', 'write:orders']);
        expect(await overflowsSideways(page)).toBe(false);
        expect(await findBarriers(page)).toEqual([]);
        await page.getByText('Orders of Acme').waitFor();
      }));
  }

  // No sentence of the question is left in another language, and none is missing.
  for (const locale of ['zh-TW', 'zh-CN', 'ja', 'fr', 'de', 'es']) {
    it(`can read it in ${locale}`, () =>
      journey(browser, { locale, viewport: { width: 320, height: 640 } }, async page => {
        await arriveAtQuestion(page, [...userScopes, 'read:orders'], /Notes/);
        expect(await page.getByRole('main').getByRole('listitem').count()).toBe(userScopes.length + 4);
        const text = await page.getByRole('main').innerText();
        for (const words of [...Object.values(asked), 'The app', 'Allow', 'somebody else'])
          expect(text).not.toContain(words);
        expect(await overflowsSideways(page)).toBe(false);
        expect(await findBarriers(page)).toEqual([]);
      }));
  }
});
