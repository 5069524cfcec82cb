import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHolder, newPhone } from './account-people.ts';
import { findBarriers, journey, launch, overflowsSideways } from './browser.ts';
import {
  codesFor,
  createReachable,
  newEmail,
  newPassword,
  type Reachable,
  setAccountApi,
  setSignIn,
} from './operator.ts';
import { errorOf, goToSignIn, signedIn } from './steps.ts';

let browser: Browser;
let ada: Reachable;

beforeAll(async () => {
  await setAccountApi(true);
  browser = await launch();
});

beforeEach(async () => {
  await setSignIn([
    ['username', 'password'],
    ['email', 'code', 'password'],
  ]);
  // A person of one's own: codes are limited per address.
  ada = await createReachable('Ada Lovelace');
});

afterAll(() => browser?.close());

const code = (page: Page) => page.getByLabel('Code', { exact: true });

async function askForCode(page: Page, email: string): Promise<void> {
  await goToSignIn(page);
  await page.getByLabel('Username or email address').fill(email);
  await page.keyboard.press('Enter');
  await code(page).waitFor();
}

async function newestCode(address: string): Promise<string> {
  const [newest] = await codesFor(address);
  if (newest === undefined) throw new Error(`no code for ${address}`);
  return newest;
}

/** Another six digits. */
const wrong = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, '0');

describe('somebody who signs in with a code', () => {
  it('takes it from the inbox that the page names, pastes it, and comes back to the app', () =>
    journey(browser, { permissions: ['clipboard-read', 'clipboard-write'] }, async page => {
      await askForCode(page, ada.email);
      expect(await page.title()).toMatch(/^Sign in · /);
      const body = await page.getByRole('main').innerText();
      expect(body).toContain('If there is an account for this address');
      expect(body).toContain(ada.email);
      const field = code(page);
      expect(await field.getAttribute('autocomplete')).toBe('one-time-code');
      expect(await field.getAttribute('inputmode')).toBe('numeric');
      expect(await field.evaluate(element => element === document.activeElement)).toBe(true);
      expect(await findBarriers(page)).toEqual([]);

      const [inbox] = await Promise.all([
        page.context().waitForEvent('page'),
        page.getByRole('link', { name: 'Open the inbox' }).click(),
      ]);
      const shown = await inbox.getByRole('status', { name: 'Code' }).first().innerText();
      await inbox.close();
      // As people copy it out of a mail: with a space, and more than the digits.
      await page.evaluate(
        text => navigator.clipboard.writeText(text),
        `Your code: ${shown.slice(0, 3)} ${shown.slice(3)}`,
      );
      await field.focus();
      await page.keyboard.press('Control+V');
      await signedIn(page);
      await page.getByText('Ada Lovelace').first().waitFor();
    }));

  it('needs nothing but the keyboard', () =>
    journey(browser, {}, async page => {
      await page.goto('/demo-app');
      await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByLabel('Username or email address').waitFor();
      await page.keyboard.type(ada.email);
      await page.keyboard.press('Enter');
      await code(page).waitFor();
      await page.keyboard.type(await newestCode(ada.email), { delay: 5 });
      await signedIn(page);
    }));

  it('is told at the field when it is wrong, and goes on with the right one', () =>
    journey(browser, {}, async page => {
      await askForCode(page, ada.email);
      const right = await newestCode(ada.email);
      await code(page).fill(wrong(right));
      expect(await errorOf(page, 'Code')).toMatch(/isn’t right/);
      expect(await code(page).inputValue()).toBe(wrong(right));
      expect(await page.getByRole('status').innerText()).toMatch(/isn’t right/);
      expect(await findBarriers(page)).toEqual([]);
      // Typing replaces the wrong one, which is selected.
      await page.keyboard.type(right);
      await signedIn(page);
    }));

  it('finds the step again after the tab was loaded anew', () =>
    journey(browser, {}, async page => {
      await askForCode(page, ada.email);
      const kept = await page.evaluate(() => JSON.stringify(sessionStorage));
      const sent = await newestCode(ada.email);
      expect(kept).not.toContain(sent);
      await page.reload();
      await page.getByText(ada.email).waitFor();
      expect(new URL(page.url()).pathname).toBe('/sign-in/code');
      await code(page).fill(sent);
      await signedIn(page);
      expect(await codesFor(ada.email)).toHaveLength(1);
    }));

  it('corrects the address without losing it', () =>
    journey(browser, {}, async page => {
      await askForCode(page, `x${ada.email}`);
      await page.getByRole('link', { name: 'Change' }).click();
      const field = page.getByLabel('Username or email address');
      expect(await field.inputValue()).toBe(`x${ada.email}`);
      await field.fill(ada.email);
      await page.keyboard.press('Enter');
      await page.getByText(ada.email, { exact: true }).waitFor();
      await code(page).fill(await newestCode(ada.email));
      await signedIn(page);
    }));

  it('waits before another one is sent, sees how long, and then uses the newest', () =>
    journey(browser, {}, async page => {
      await page.clock.install();
      await askForCode(page, ada.email);
      const again = page.getByRole('button', { name: /^Send a new code/ });
      // It says that it is not yet time; pressed all the same, it says for how long.
      await again.click({ force: true });
      expect(await page.getByRole('status').innerText()).toMatch(/in \d+ seconds/);
      expect(await codesFor(ada.email)).toHaveLength(1);
      const first = await newestCode(ada.email);
      await page.clock.runFor(31_000);
      await page.getByRole('button', { name: 'Send a new code', exact: true }).click();
      await page
        .getByText(/newest message/)
        .first()
        .waitFor();
      expect(await codesFor(ada.email)).toHaveLength(2);
      await code(page).fill(first);
      expect(await errorOf(page, 'Code')).toMatch(/newest message/);
      await code(page).fill(await newestCode(ada.email));
      await signedIn(page);
    }));

  it('composes it with a Chinese keyboard without the page writing into what is composed', () =>
    journey(browser, {}, async page => {
      await askForCode(page, ada.email);
      const keyboard = await page.context().newCDPSession(page);
      const right = await newestCode(ada.email);
      const wide = right.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
      await code(page).focus();
      for (const text of [wide.slice(0, 2), wide]) {
        await keyboard.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
        expect(await code(page).inputValue()).toBe(text);
      }
      await keyboard.send('Input.insertText', { text: wide });
      await signedIn(page);
    }));

  it('gets a new one when the old one has expired while they looked for it', () =>
    journey(browser, {}, async page => {
      await page.clock.install();
      await askForCode(page, ada.email);
      await code(page).pressSequentially('12');
      // The page is in the background meanwhile, where browsers let its clock tick once a minute: the last minute's first
      // second is not among what it sees.
      await page.clock.fastForward(565_000);
      await page
        .getByRole('status')
        .filter({ hasText: /works for \d+ more seconds/ })
        .waitFor({ state: 'attached' });
      await page.clock.runFor(61_000);
      await page.getByRole('alert').filter({ hasText: 'no longer works' }).waitFor();
      expect(await code(page).inputValue()).toBe('12');
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Send a new code' }).click();
      await page
        .getByText(/newest message/)
        .first()
        .waitFor();
      await code(page).fill(await newestCode(ada.email));
      await signedIn(page);
    }));

  it('is told until when they have to wait, when the server has had enough', () =>
    journey(browser, {}, async page => {
      await setSignIn([['email', 'code', 'password']], { messageRateLimitPolicy: { perRecipient: 1 } });
      await goToSignIn(page);
      await page.getByLabel('Email address').fill(ada.email);
      await page.keyboard.press('Enter');
      await code(page).waitFor();
      await page.clock.install();
      await page.clock.runFor(31_000);
      await page.getByRole('button', { name: 'Send a new code', exact: true }).click();
      await page
        .getByRole('alert')
        .filter({ hasText: /You can ask again at \d/ })
        .waitFor();
      // And the first one is still good.
      await code(page).fill(await newestCode(ada.email));
      await signedIn(page);
      await setSignIn([['email', 'code', 'password']], { messageRateLimitPolicy: {} });
    }));

  it('is locked out after too many wrong ones, and told until when', () =>
    journey(browser, {}, async page => {
      await setSignIn([['email', 'code', 'password']], { sentinelPolicy: { maxAttempts: 2, lockoutDuration: 10 } });
      await goToSignIn(page);
      await page.getByLabel('Email address').fill(ada.email);
      await page.keyboard.press('Enter');
      const right = await newestCodeOnPage(page);
      for (let tries = 0; tries < 2; tries++) {
        const judged = page.waitForResponse(/verification-code\/verify$/);
        await code(page).fill('');
        await code(page).fill(wrong(right));
        await (await judged).finished();
        await page.getByRole('button', { name: 'Continue', exact: true }).waitFor();
      }
      // Nor does the right one, as long as it can be typed at all.
      if (await code(page).isEditable()) await code(page).fill(right);
      await page
        .getByRole('alert')
        .filter({ hasText: /paused until \d/ })
        .waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await setSignIn([['email', 'code', 'password']], { sentinelPolicy: {} });
    }));

  it('may use the password instead, and the code again', () =>
    journey(browser, {}, async page => {
      await askForCode(page, ada.email);
      await page.getByRole('button', { name: 'Use your password instead' }).click();
      const password = page.getByLabel('Password', { exact: true });
      await password.waitFor();
      expect(await password.evaluate(element => element === document.activeElement)).toBe(true);
      await page.getByText(ada.email).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Get a code instead' }).click();
      await code(page).waitFor();
      // Going there and back has sent no second message.
      expect(await codesFor(ada.email)).toHaveLength(1);
      await page.getByRole('button', { name: 'Use your password instead' }).click();
      await page.getByLabel('Password', { exact: true }).fill(ada.password);
      await page.keyboard.press('Enter');
      await signedIn(page);
    }));

  async function newestCodeOnPage(page: Page): Promise<string> {
    await code(page).waitFor();
    return newestCode(ada.email);
  }
});

describe('a phone that reads the code out of its messages', () => {
  /** A browser that can, as far as the page sees: `deliver` is the message that comes, `isLooking` whether one is awaited. */
  async function reading(page: Page) {
    await page.addInitScript(() => {
      const asked: { options: CredentialRequestOptions; give: (code: unknown) => void }[] = [];
      const get = (options: CredentialRequestOptions) =>
        new Promise<never>((give, refuse) => {
          asked.push({ options, give: give as (code: unknown) => void });
          options.signal?.addEventListener('abort', () => refuse(options.signal?.reason));
        });
      Object.assign(window, { OTPCredential: class {}, asked });
      Object.defineProperty(navigator, 'credentials', { value: { get } });
    });
    type Asked = { asked: { options: { otp?: unknown; signal: AbortSignal }; give: (code: unknown) => void }[] };
    return {
      asked: () =>
        page.evaluate(() =>
          (window as unknown as Asked).asked.map(({ options }) => ({
            otp: options.otp,
            isLooking: !options.signal.aborted,
          })),
        ),
      deliver: (code: string) => page.evaluate(code => (window as unknown as Asked).asked.at(-1)?.give({ code }), code),
    };
  }

  async function askForMessage(page: Page) {
    await setSignIn([
      ['phone', 'code'],
      ['email', 'code'],
    ]);
    const number = newPhone();
    await createHolder({ primaryPhone: number });
    await goToSignIn(page);
    await page.getByLabel('Email address or phone number').fill(`+${number}`);
    await page.keyboard.press('Enter');
    await code(page).waitFor();
    return `+${number}`;
  }

  it('has it filled in, and goes on', () =>
    journey(browser, {}, async page => {
      const phone = await reading(page);
      const number = await askForMessage(page);
      expect(await phone.asked()).toEqual([{ otp: { transport: ['sms'] }, isLooking: true }]);
      await phone.deliver(await newestCode(number));
      await signedIn(page);
    }));

  it('looks no longer once a code is typed, and anew when another one is sent', () =>
    journey(browser, {}, async page => {
      const phone = await reading(page);
      await page.clock.install();
      const number = await askForMessage(page);
      await code(page).pressSequentially('12');
      expect(await phone.asked()).toMatchObject([{ isLooking: false }]);
      await page.clock.fastForward(31_000);
      await page.getByRole('button', { name: 'Send a new code' }).click();
      await expect.poll(() => phone.asked()).toMatchObject([{ isLooking: false }, { isLooking: true }]);
      expect(await code(page).inputValue()).toBe('');
      await phone.deliver(await newestCode(number));
      await signedIn(page);
    }));

  it('does not look for what comes by email', () =>
    journey(browser, {}, async page => {
      const phone = await reading(page);
      await askForCode(page, ada.email);
      expect(await phone.asked()).toEqual([]);
    }));
});

describe('somebody whom nobody knows', () => {
  it('sees the same page, and learns that there is no account only when the address is theirs', () =>
    journey(browser, {}, async page => {
      await setSignIn([['email', 'code']], { signUp: { identifiers: ['email'], password: false, verify: true } });
      const [known, unknown] = [ada.email, newEmail()];
      const texts: string[] = [];
      for (const email of [known, unknown]) {
        await goToSignIn(page);
        await page.getByLabel('Email address').fill(email);
        await page.keyboard.press('Enter');
        await code(page).waitFor();
        const text = await page.getByRole('main').innerText();
        texts.push(text.replaceAll(email, '…').replaceAll(/\d+:\d+ [AP]M|\d+ s/g, '…'));
      }
      expect(texts[1]).toBe(texts[0]);
      await code(page).fill(await newestCode(unknown));
      await page.getByRole('heading', { name: 'There is no account yet' }).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Create an account with it' }).click();
      await signedIn(page);
      await page.getByText(unknown).first().waitFor();
    }));
});

describe('somebody who has forgotten the password', () => {
  it('chooses a new one and signs in with it, without typing the address again', () =>
    journey(browser, {}, async page => {
      await setSignIn([
        ['username', 'password'],
        ['email', 'password'],
      ]);
      await goToSignIn(page);
      await page.getByLabel('Username or email address').fill(ada.email);
      await page.getByRole('link', { name: 'Forgot your password?' }).click();
      await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
      expect(await page.getByLabel(/^Email address/).inputValue()).toBe(ada.email);
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Send code' }).click();
      await code(page).waitFor();
      await code(page).fill(await newestCode(ada.email));

      const field = page.getByLabel('New password');
      await field.waitFor();
      expect(new URL(page.url()).pathname).toBe('/reset-password/new');
      expect(await findBarriers(page)).toEqual([]);
      // Loaded anew, the step is still there.
      await page.reload();
      await field.fill('abc');
      await page.keyboard.press('Enter');
      expect(await errorOf(page, 'New password')).toMatch(/at least \d+ characters/);
      await field.fill(ada.password);
      await page.keyboard.press('Enter');
      expect(await errorOf(page, 'New password')).toMatch(/your current password/);
      const password = newPassword();
      await field.fill(password);
      await page.keyboard.press('Enter');

      await page.getByRole('main').getByText('Your password has been changed').waitFor();
      expect(new URL(page.url()).pathname).toBe('/sign-in');
      expect(await page.getByLabel('Username or email address').inputValue()).toBe(ada.email);
      expect(await findBarriers(page)).toEqual([]);
      await page.getByLabel('Password', { exact: true }).fill(password);
      await page.keyboard.press('Enter');
      await signedIn(page);
    }));

  it('comes to it straight from the app, where the app asks for it', () =>
    journey(browser, {}, async page => {
      await page.route('**/oidc/auth?*', route =>
        route.continue({ url: `${route.request().url()}&first_screen=reset_password&login_hint=${ada.email}` }),
      );
      await page.goto('/demo-app');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.waitForURL(/\/forgot-password\?/);
      await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
      expect(await page.getByLabel(/^Email address/).inputValue()).toBe(ada.email);
    }));

  it('is told that there is no way where there is none', () =>
    journey(browser, {}, async page => {
      await setSignIn([['username', 'password']], { forgotPasswordMethods: [] });
      await goToSignIn(page);
      expect(await page.getByRole('link', { name: 'Forgot your password?' }).count()).toBe(0);
      await page.goto('/forgot-password');
      await page.getByRole('heading', { name: 'Passwords can’t be reset here' }).waitFor();
      await page.getByRole('link', { name: 'Back to signing in' }).click();
      await page.getByRole('heading', { name: /^Sign in/ }).waitFor();
    }));
});

describe('an application that asks for an identifier', () => {
  it('gets a page that asks for that one', () =>
    journey(browser, {}, async page => {
      await page.route('**/oidc/auth?*', route =>
        route.continue({ url: `${route.request().url()}&first_screen=identifier:sign_in&identifier=email` }),
      );
      await goToSignIn(page);
      await page.getByLabel('Email address', { exact: true }).waitFor();
    }));
});

describe('every page of codes', () => {
  for (const [locale, button] of [
    ['en', 'Sign in'],
    ['zh-TW', '登入'],
    ['de', 'Anmelden'],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`fits a small phone and has no barriers, ${locale}, ${colorScheme}`, () =>
        journey(browser, { locale, colorScheme, viewport: { width: 320, height: 640 } }, async page => {
          const check = async () => {
            expect(await overflowsSideways(page)).toBe(false);
            const small = await page
              .locator('main button, main input:not([readonly]), .fh-other-ways a')
              .evaluateAll(elements =>
                elements
                  .filter(element => element.getBoundingClientRect().height < 44)
                  .map(element => element.outerHTML),
              );
            expect(small).toEqual([]);
            expect(await findBarriers(page)).toEqual([]);
          };
          await goToSignIn(page, button);
          await page.locator('input[name="identifier"]').fill(ada.email);
          await page.keyboard.press('Enter');
          await page.locator('input[name="one-time-code"]').waitFor();
          await check();
          if (locale !== 'en') {
            const text = await page.getByRole('main').innerText();
            for (const words of ['Code we', 'account', 'Continue', 'Change', 'inbox'])
              expect(text).not.toContain(words);
          }
          await page.goto('/forgot-password');
          await page.locator('input[name="identifier"]').fill(ada.email);
          // A link is among what is measured, not buttons alone.
          expect(await page.locator('.fh-other-ways a').count()).toBe(1);
          await check();
          await page.keyboard.press('Enter');
          await page.locator('input[name="one-time-code"]').fill(await newestForgotten());
          await page.locator('input[name="new-password"]').waitFor();
          await check();
        }));
    }
  }

  /** The code of the second message: the first one was to sign in with. */
  async function newestForgotten(): Promise<string> {
    for (let tries = 0; tries < 50; tries++) {
      const codes = await codesFor(ada.email);
      if (codes.length === 2) return codes[0] ?? '';
    }
    throw new Error('no second code');
  }
});
