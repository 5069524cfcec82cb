/** Signing in and all that belongs to it, for somebody who has a keyboard and nothing else. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestCode } from './account-people.ts';
import { answerWith, haveMockProvider } from './account-tasks.ts';
import { journey, launch } from './browser.ts';
import { landsOn, press, signInByKeys, tabTo, typeInto } from './keyboard.ts';
import {
  createPerson,
  createReachable,
  createThirdParty,
  findByEmail,
  newEmail,
  newPassword,
  newUsername,
  openRegistration,
  passwordOpens,
  setAccountApi,
  setSignIn,
} from './operator.ts';
import { beginSignIn, redirectUri } from './outside-app.ts';
import { scriptHasCome, signedIn } from './steps.ts';

let browser: Browser;

beforeAll(async () => {
  await setAccountApi(true);
  await haveMockProvider();
  browser = await launch();
});

afterAll(() => browser?.close());

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const code = (page: Page) => page.getByLabel('Code', { exact: true });
const withEmailAlone = { signUp: { identifiers: ['email'], password: false, verify: true } };

/** From an application to the sign-in page, where typing can begin at once. */
async function setOut(page: Page): Promise<void> {
  await page.goto('/demo-app');
  await press(page, button(page, 'Sign in'));
  await page.waitForURL(/\/sign-in\b/);
  await scriptHasCome(page);
  await landsOn(page, page.locator('input[name="identifier"]'));
}

describe('with the keyboard alone, somebody new', () => {
  async function goToRegister(page: Page): Promise<void> {
    await setOut(page);
    await press(page, page.getByRole('link', { name: 'Create account' }));
    await landsOn(page, heading(page, /^Create your/));
  }

  it('creates an account with a username and a password', async () => {
    await openRegistration();
    await journey(browser, {}, async page => {
      const username = newUsername();
      await goToRegister(page);
      await typeInto(page, page.getByLabel('Username'), username);
      await press(page, button(page, 'Continue'));
      await landsOn(page, heading(page, 'Choose a password'));
      await typeInto(page, page.getByLabel('Password', { exact: true }), newPassword());
      await press(page, button(page, 'Create account'));
      await signedIn(page);
      await page.getByText(username).first().waitFor();
    });
  });

  it('creates an account with an address and the code that is sent to it', async () => {
    await setSignIn([['email', 'code']], withEmailAlone);
    const email = newEmail();
    await journey(browser, {}, async page => {
      await goToRegister(page);
      await typeInto(page, page.getByLabel('Email address'), email);
      await press(page, button(page, 'Continue'));
      await landsOn(page, code(page));
      await page.keyboard.type(await newestCode(email));
      await signedIn(page);
    });
    expect(await findByEmail(email)).toMatchObject({ primaryEmail: email });
  });

  it('comes from a provider, agrees to the terms, and signs in with it from then on', async () => {
    await setSignIn([['email', 'code']], {
      ...withEmailAlone,
      socialSignInConnectorTargets: ['mock-social'],
      agreeToTermsPolicy: 'ManualRegistrationOnly',
    });
    const email = newEmail();
    const comeBy = (run: (page: Page) => Promise<void>) =>
      journey(browser, {}, async page => {
        await answerWith(page, { code: 'c', userId: email, email, name: 'Nina Newcomer' });
        await setOut(page);
        await press(page, button(page, 'Continue with Mock Social'));
        await run(page);
        await signedIn(page);
        await page.getByText('Nina Newcomer').first().waitFor();
      });
    await comeBy(async page => {
      await landsOn(page, heading(page, 'Create account'));
      await press(page, page.getByRole('checkbox'), 'Space');
      await press(page, button(page, 'Create account'));
    });
    await comeBy(async () => {});
  });
});

describe('with the keyboard alone, somebody who has an account', () => {
  it('chooses a new password in place of a forgotten one, and signs in with it', async () => {
    await setSignIn([
      ['username', 'password'],
      ['email', 'password'],
    ]);
    const ada = await createReachable('Ada Lovelace');
    const password = newPassword();
    await journey(browser, {}, async page => {
      await setOut(page);
      await page.keyboard.type(ada.email);
      await press(page, page.getByRole('link', { name: 'Forgot your password?' }));
      await landsOn(page, heading(page, 'Forgot your password?'));
      await tabTo(page, page.getByLabel('Email address'));
      await press(page, button(page, 'Send code'));
      await landsOn(page, code(page));
      await page.keyboard.type(await newestCode(ada.email));
      await landsOn(page, heading(page, 'Choose a new password'));
      await typeInto(page, page.getByLabel('New password'), password);
      await press(page, button(page, 'Change password'));
      await landsOn(page, heading(page, /^Sign in to/));
      await typeInto(page, page.getByLabel('Password', { exact: true }), password);
      await press(page, button(page, 'Sign in'));
      await signedIn(page);
    });
    expect(await passwordOpens(ada.id, password)).toBe(true);
  });

  it.each([
    ['allows an application of strangers what it asks for', 'Allow', 'code'],
    ['refuses it', 'Cancel', 'error'],
  ])('%s', async (_, answer, told) => {
    await openRegistration();
    const ada = await createPerson('Ada Lovelace');
    const notes = await createThirdParty('Notes', redirectUri, { userScopes: ['profile', 'email'] });
    await journey(browser, {}, async page => {
      await page.goto(beginSignIn(notes.id, 'consent').path);
      await signInByKeys(page, ada);
      await heading(page, 'Notes asks for your permission').waitFor();
      const arrival = page.waitForRequest(request => request.url().startsWith(redirectUri));
      await press(page, button(page, answer));
      expect(new URL((await arrival).url()).searchParams.has(told)).toBe(true);
    });
  });
});
