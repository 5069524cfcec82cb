/** My account on bad days: what people are told where a change or the account itself does not come about. */
import type { Page } from 'playwright-core';
import { settle } from '../account-pages.ts';
import { changeHolder } from '../account-people.ts';
import { openTask } from '../account-tasks.ts';
import { newEmail, newUsername } from '../operator.ts';
import { createAda } from './people.ts';
import { dialog, proveByPassword } from './proof.ts';
import { furnish } from './settings.ts';
import { shots } from './studio.ts';

/** Has the server refuse what is asked at a path. */
const refuse = (page: Page, path: string, status: number, code: string) =>
  page.route(path, route =>
    route.fulfill({
      status,
      headers: {
        'content-type': 'application/problem+json',
        'logto-core-request-id': 'request-4711',
        'retry-after': '600',
      },
      body: JSON.stringify({ code, status, message: '' }),
    }),
  );

/** Types another username. */
async function typeUsername(page: Page): Promise<string> {
  const { id, ...person } = await createAda();
  await openTask(page, '/account/security/username', person);
  await page.locator('main input[autocomplete="username"]').fill(newUsername());
  return id;
}

/** Gets to the dialog on the way to another email address. */
async function beAsked(page: Page, before?: () => Promise<unknown>): Promise<string> {
  const person = await createAda();
  await openTask(page, '/account/security/email', person);
  await before?.();
  await page.locator('main input[autocomplete="email"]').fill(newEmail());
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
  return person.password;
}

shots('my account on a bad day', furnish, {
  'two who change the same': async (page, shoot) => {
    await changeHolder(await typeUsername(page), { username: newUsername() });
    await page.keyboard.press('Enter');
    await page.locator('.fh-versions').waitFor();
    await shoot('conflict');
  },

  'a change without an answer': async (page, shoot) => {
    // In the way from the beginning: a way that is cut later may let through what is sent at once.
    let isCut = false;
    await page.route('**/api/my-account', route => (isCut ? route.abort() : route.continue()));
    await typeUsername(page);
    isCut = true;
    await page.keyboard.press('Enter');
    await page.locator('main .fh-change-choices button').waitFor();
    await shoot('outcome-unknown');
  },

  'too many tries': async (page, shoot) => {
    await beAsked(page);
    await refuse(page, '**/api/verifications/password', 400, 'session.verification_blocked_too_many_attempts');
    await dialog(page).locator('input[autocomplete="current-password"]').fill('whatever');
    await page.keyboard.press('Enter');
    await dialog(page).locator('input[aria-disabled="true"]').waitFor();
    await shoot('proof-locked', { window: true });
  },

  'no way to confirm': async (page, shoot) => {
    await beAsked(page, () =>
      page.route('**/api/verifications/methods*', async route => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...(await response.json()), methods: [] } });
      }),
    );
    await dialog(page).locator('.fh-notice').waitFor();
    await shoot('proof-no-way', { window: true });
  },

  'a code that has expired': async (page, shoot) => {
    await proveByPassword(page, await beAsked(page));
    await page.locator('main input[autocomplete="one-time-code"]').waitFor();
    await refuse(page, '**/api/verifications/verification-code/verify', 400, 'verification_code.expired');
    await page.locator('main input[autocomplete="one-time-code"]').fill('000000');
    await page.locator('main [role="alert"]').waitFor();
    await shoot('email-code-expired');
  },

  'an account that cannot be read': async (page, shoot) => {
    await refuse(page, '**/api/my-account', 500, 'entity.not_found');
    await openTask(page, '/account/security/email', await createAda());
    await page.locator('main [role="alert"]').waitFor();
    await shoot('account-failed');
  },
});

const withoutAccountPages = async () => {
  await furnish();
  await settle({ enabled: false });
};
shots('my account, not open', withoutAccountPages, {
  page: async (page, shoot) => {
    await openTask(page, '/account/security/email', await createAda());
    await shoot('account-not-open');
  },
});
