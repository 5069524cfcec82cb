import { createHash, randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers, journey, launch, overflowsSideways } from './browser.ts';
import { createPerson, createThirdParty, openRegistration, type Person, type ThirdParty } from './operator.ts';
import { enter } from './steps.ts';

const redirectUri = 'https://notes.example/callback';

let browser: Browser;
let ada: Person;
let notes: ThirdParty;

beforeAll(async () => {
  await openRegistration();
  ada = await createPerson('Ada Lovelace');
  // A name that tries to run, to turn the sentence around and to push the buttons out of sight.
  notes = await createThirdParty('Notes <img src=x onerror=alert(1)> \u202Egnp.exe', redirectUri);
  browser = await launch();
});

afterAll(() => browser?.close());

/** Sends somebody from the other application to sign in, and stops at the question. */
async function arriveAtQuestion(page: Page): Promise<void> {
  const challenge = createHash('sha256').update(randomBytes(32).toString('base64url')).digest('base64url');
  const query = new URLSearchParams({
    client_id: notes.id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid offline_access',
    prompt: 'consent',
    state: 'kept',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  await page.goto(`/oidc/auth?${query}`);
  await enter(page, ada.username, ada.password);
  await page.waitForURL(/\/consent\b/);
  await page.getByRole('heading', { level: 1, name: /asks for your permission$/ }).waitFor();
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
        await arriveAtQuestion(page);
        expect(await overflowsSideways(page)).toBe(false);
        expect(await findBarriers(page)).toEqual([]);
      }));
  }
});
