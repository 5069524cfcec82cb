import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findBarriers, journey, launch, overflowsSideways } from './browser.ts';
import { baseUrl } from './environment.ts';
import {
  codesFor,
  createReachable,
  findByEmail,
  linkFor,
  newEmail,
  newUsername,
  replaceConnector,
  setAccountApi,
  setSignIn,
} from './operator.ts';
import { type OtherHouse, openOtherHouse } from './other-house.ts';
import { goToSignIn, signedIn } from './steps.ts';

let browser: Browser;

beforeAll(async () => {
  await setAccountApi(true);
  await replaceConnector('mock-social', { connectorId: 'mock-social-connector', config: {} });
  browser = await launch();
});

afterAll(() => browser?.close());

const withMock = { socialSignInConnectorTargets: ['mock-social'] };
const signInMethods = [
  ['username', 'password'],
  ['email', 'code', 'password'],
] as const;

beforeEach(() => setSignIn(signInMethods, withMock));

/** How the provider sends the browser back: it is not there, so the test answers in its name. */
type Answer = (request: URL) => {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
};

const says =
  (facts: Readonly<Record<string, string>>): Answer =>
  request => {
    const back = new URL(request.searchParams.get('redirect_uri') ?? '');
    const state = request.searchParams.get('state') ?? '';
    back.search = String(new URLSearchParams({ state, ...facts }));
    return { status: 303, headers: { location: String(back) } };
  };

/** The same by a form that sends itself, as providers do that answer by form post. */
const saysByForm =
  (facts: Readonly<Record<string, string>>): Answer =>
  request => {
    const state = request.searchParams.get('state') ?? '';
    const inputs = Object.entries({ state, ...facts }).map(
      ([name, value]) => `<input name="${name}" value="${value}">`,
    );
    const action = request.searchParams.get('redirect_uri');
    const script = '<script>document.forms[0].submit()</script>';
    const body = `<form method="post" action="${action}">${inputs.join('')}</form>${script}`;
    return { status: 200, headers: { 'content-type': 'text/html' }, body };
  };

const visit = (answer: Answer, run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) =>
  journey(browser, options, async page => {
    await page.route('http://mock-social/**', route => route.fulfill(answer(new URL(route.request().url()))));
    await run(page);
  });

const continueWith = (page: Page) => page.getByRole('button', { name: 'Continue with Mock Social' }).click();

describe('somebody who signs in with another provider', () => {
  it('gets an account the first time and is known the second, and nothing of the answer stays in the address', async () => {
    const email = newEmail();
    const answer = says({ code: 'c', userId: email, email, name: 'Mona Mock' });
    await setSignIn(signInMethods, { ...withMock, signUp: { identifiers: ['email'], password: false, verify: true } });
    await visit(answer, async page => {
      await goToSignIn(page);
      expect(await findBarriers(page)).toEqual([]);
      const seen: string[] = [];
      page.on('framenavigated', frame => seen.push(frame.url()));
      await continueWith(page);
      await signedIn(page);
      await page.getByText('Mona Mock').first().waitFor();
      expect(seen.some(url => url.includes('/callback/'))).toBe(true);
    });
    const created = await findByEmail(email);
    expect(created?.identities).toHaveProperty('mock-social');
    await visit(answer, async page => {
      await goToSignIn(page);
      await continueWith(page);
      await signedIn(page);
    });
    expect((await findByEmail(email))?.id).toBe(created?.id);
  });

  it('finds marked what they used last, until they sign in without it', async () => {
    const ada = await createReachable('Ada Lovelace');
    const userId = newUsername();
    await linkFor(ada, 'mock-social', { userId });
    await visit(says({ code: 'c', userId }), async page => {
      const again = async () => {
        await page.context().clearCookies();
        await page.evaluate(() => sessionStorage.clear());
        await goToSignIn(page);
      };
      await goToSignIn(page);
      expect(await page.getByText('Last used').count()).toBe(0);
      await continueWith(page);
      await signedIn(page);
      await again();
      const mark = await page.getByText('Last used').getAttribute('id');
      // Heard with the button, too.
      const button = page.getByRole('button', { name: 'Continue with Mock Social' });
      expect(await button.getAttribute('aria-describedby')).toBe(mark);
      expect(await findBarriers(page)).toEqual([]);
      // Not who: whoever else uses this browser reads it, too.
      const kept = await page.evaluate(() => Object.values(localStorage).join());
      expect(kept).toBe('mock-social');
      await page.getByLabel('Username or email address').fill(ada.username);
      await page.keyboard.press('Enter');
      await page.getByLabel('Password', { exact: true }).fill(ada.password);
      await page.keyboard.press('Enter');
      await signedIn(page);
      await again();
      await page.getByRole('button', { name: 'Continue with Mock Social' }).waitFor();
      expect(await page.getByText('Last used').count()).toBe(0);
    });
  });

  it('is asked for what the provider does not know', () =>
    visit(says({ code: 'c', userId: newUsername() }), async page => {
      await goToSignIn(page);
      await continueWith(page);
      await page.getByRole('heading', { name: 'Choose a username' }).waitFor();
      expect(new URL(page.url()).search).toBe('');
      expect(await findBarriers(page)).toEqual([]);
      const username = newUsername();
      await page.getByLabel('Username').fill(username);
      await page.keyboard.press('Enter');
      await signedIn(page);
      await page.getByText(username).first().waitFor();
    }));

  it('comes back from a provider that answers by form post', async () => {
    const email = newEmail();
    await setSignIn(signInMethods, { ...withMock, signUp: { identifiers: ['email'], password: false, verify: true } });
    await visit(saysByForm({ code: 'c', userId: email, email, name: 'Forma' }), async page => {
      await goToSignIn(page);
      await continueWith(page);
      await signedIn(page);
      await page.getByText('Forma').first().waitFor();
    });
  });

  it('goes there straight from the app, and going back does not set out again', () =>
    visit(says({ error: 'access_denied' }), async page => {
      await page.route('**/oidc/auth?*', route =>
        route.continue({ url: `${route.request().url()}&direct_sign_in=social:mock-social` }),
      );
      await page.goto('/demo-app');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('main').getByText('Signing in with Mock Social was cancelled').waitFor();
      expect(new URL(page.url()).pathname).toBe('/sign-in');
      expect(await findBarriers(page)).toEqual([]);
      await page.goBack();
      await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/demo-app');
    }));

  it('is told when they have changed their mind, and may choose another way', () =>
    visit(says({ error: 'access_denied' }), async page => {
      await goToSignIn(page);
      await continueWith(page);
      await page.getByRole('main').getByText('Signing in with Mock Social was cancelled').waitFor();
      await page.getByLabel('Username or email address').waitFor();
    }));

  it('is told when the answer is worth nothing, and may try again', () =>
    visit(says({ nothing: 'useful' }), async page => {
      await goToSignIn(page);
      await continueWith(page);
      await page.getByRole('heading', { name: 'Signing in with Mock Social didn’t work' }).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Continue with Mock Social' }).waitFor();
      await page.getByRole('link', { name: 'Sign in another way' }).click();
      await page.getByRole('heading', { name: /^Sign in to/ }).waitFor();
    }));

  it('may leave when nothing comes for five seconds', () =>
    visit(says({ code: 'c' }), async page => {
      await page.route('**/verification/social/*/verify', () => {});
      await page.clock.install();
      await goToSignIn(page);
      await continueWith(page);
      await page.getByRole('heading', { name: 'Signing in with Mock Social' }).waitFor();
      expect(await page.getByRole('button', { name: 'Cancel' }).count()).toBe(0);
      await page.clock.runFor(5100);
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByLabel('Username or email address').waitFor();
    }));
});

describe('somebody whom nobody has linked yet', () => {
  it('agrees to the terms first where newcomers have to, and gets an account then', async () => {
    const email = newEmail();
    await setSignIn(signInMethods, {
      ...withMock,
      signUp: { identifiers: ['email'], password: false, verify: true },
      agreeToTermsPolicy: 'ManualRegistrationOnly',
    });
    await visit(says({ code: 'c', userId: email, email, name: 'Nina Newcomer' }), async page => {
      await goToSignIn(page);
      await continueWith(page);
      await page.getByRole('heading', { level: 1, name: 'Create account' }).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      const create = page.getByRole('button', { name: 'Create account' });
      await create.click();
      await page.getByRole('alert').filter({ hasText: 'Tick the box to agree first.' }).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      expect(await findByEmail(email)).toBeUndefined();
      await page.getByRole('checkbox', { name: 'I agree to the terms of use and the privacy policy.' }).check();
      await create.click();
      await signedIn(page);
      await page.getByText('Nina Newcomer').first().waitFor();
    });
    expect((await findByEmail(email))?.identities).toHaveProperty('mock-social');
  });

  it('is told so where accounts are not created, and may sign in another way', async () => {
    const email = newEmail();
    await setSignIn(signInMethods, { ...withMock, signInMode: 'SignIn' });
    await visit(says({ code: 'c', userId: email, email, name: 'Nina Newcomer' }), async page => {
      await goToSignIn(page);
      await continueWith(page);
      await page.getByRole('heading', { level: 1, name: 'No account is linked yet' }).waitFor();
      expect(await page.getByRole('main').innerText()).toContain('Mock Social');
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('link', { name: 'Sign in another way' }).click();
      await page.getByLabel('Username or email address').waitFor();
      expect(await page.getByRole('link', { name: 'Create account' }).count()).toBe(0);
    });
    expect(await findByEmail(email)).toBeUndefined();
  });
});

describe('an answer that this browser has not asked for', () => {
  it('is handed to nobody: an attacker’s code signs the victim in nowhere', () =>
    visit(says({ code: 'c', userId: 'attacker' }), async page => {
      const sent: string[] = [];
      page.on('request', request => sent.push(request.url()));
      await goToSignIn(page);
      // A sign-in of one's own is under way, and somebody slips in the end of another.
      const left = page.waitForRequest('http://mock-social/**');
      await page.unroute('http://mock-social/**');
      await page.route('http://mock-social/**', route => route.fulfill({ status: 204 }));
      await continueWith(page);
      const own = new URL((await left).url());
      const callback = new URL(own.searchParams.get('redirect_uri') ?? '');
      for (const state of ['', 'of-somebody-else']) {
        callback.search = String(new URLSearchParams({ code: 'c', userId: 'attacker', state }));
        await page.goto(String(callback));
        await page.getByRole('alert').filter({ hasText: 'belongs to no sign-in in this tab' }).waitFor();
        expect(new URL(page.url()).search).toBe('');
      }
      expect(await findBarriers(page)).toEqual([]);
      expect(sent.filter(url => url.endsWith('/verify'))).toEqual([]);
    }));
});

describe('somebody whose address has an account already', () => {
  it('links the provider by signing in to it once', async () => {
    const ada = await createReachable('Ada Lovelace');
    const answer = says({ code: 'c', userId: ada.email, email: ada.email, name: 'Ada' });
    await visit(answer, async page => {
      await goToSignIn(page);
      await continueWith(page);
      await page.getByRole('heading', { name: 'Is this your account?' }).waitFor();
      // Whose account it is stays hidden until they have shown that it is theirs.
      expect(await page.getByRole('main').innerText()).not.toContain(ada.email);
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Sign in and link' }).click();
      await page.getByText('Sign in to link your Mock Social account.').waitFor();
      await page.getByLabel('Username or email address').fill(ada.email);
      await page.keyboard.press('Enter');
      await page.getByLabel('Code', { exact: true }).waitFor();
      await page.getByLabel('Code', { exact: true }).fill((await codesFor(ada.email))[0] ?? '');
      await signedIn(page);
    });
    expect((await findByEmail(ada.email))?.identities).toHaveProperty('mock-social');
    await visit(answer, async page => {
      await goToSignIn(page);
      await continueWith(page);
      await signedIn(page);
      await page.getByText('Ada Lovelace').first().waitFor();
    });
  });
});

describe('the pages of another provider', () => {
  for (const [locale, button, words] of [
    ['zh-TW', '登入', '使用 Mock Social 繼續'],
    ['de', 'Anmelden', 'Mit Mock Social fortfahren'],
  ] as const) {
    it(`fit a small phone in the dark, ${locale}`, () =>
      visit(
        says({ nothing: 'useful' }),
        async page => {
          await goToSignIn(page, button);
          expect(await overflowsSideways(page)).toBe(false);
          await page.getByRole('button', { name: words }).click();
          await page.getByRole('alert').waitFor();
          expect(await overflowsSideways(page)).toBe(false);
          expect(await findBarriers(page)).toEqual([]);
        },
        { locale, colorScheme: 'dark', viewport: { width: 320, height: 640 } },
      ));
  }
});

describe('an OpenID provider that is really there', () => {
  let house: OtherHouse;

  beforeAll(async () => {
    house = await openOtherHouse(id => `${baseUrl}/callback/${id}`);
  });
  afterAll(() => house?.end());

  it('signs somebody in, and knows them the next time', async () => {
    await setSignIn(signInMethods, {
      socialSignInConnectorTargets: ['other-house'],
      signUp: { identifiers: ['email'], password: false, verify: true },
    });
    for (let visits = 0; visits < 2; visits++) {
      await journey(browser, {}, async page => {
        await goToSignIn(page);
        await page.getByRole('button', { name: 'Continue with Other House' }).click();
        await page.waitForURL(`${house.url}/**`);
        await page.getByLabel(/Username/).fill(house.person.username);
        await page.getByLabel('Password', { exact: true }).fill(house.person.password);
        await page.keyboard.press('Enter');
        await signedIn(page);
        await page.getByText('Olive Other').first().waitFor();
      });
    }
    expect(await findByEmail(house.person.email)).toMatchObject({ identities: { 'other-house': {} } });
  });
});
