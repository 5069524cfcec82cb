/** The pages on which people come back from another provider, and do not simply get in. */
import type { Page } from 'playwright-core';
import { createHolder } from '../account-people.ts';
import { answerWith, type Said } from '../account-tasks.ts';
import { dress, newEmail, newUsername } from '../operator.ts';
import { arrive } from './arrive.ts';
import { furnish } from './settings.ts';
import { shots } from './studio.ts';

/** Comes back from the provider with what it says. */
async function comeBackWith(page: Page, said: Said): Promise<void> {
  await answerWith(page, said);
  await arrive(page);
  await page.locator('.fh-providers button').click();
  await page.waitForURL(/\/callback\//);
}

const somebodyNew = () => ({ code: 'c', userId: newUsername(), name: 'Nina Newcomer', email: newEmail() });

shots('another provider', furnish, {
  'knows an address that has an account': async (page, shoot) => {
    const { primaryEmail } = await createHolder({ primaryEmail: `ada.${newEmail()}` });
    await comeBackWith(page, { ...somebodyNew(), email: primaryEmail });
    await page.locator('main button').nth(1).waitFor();
    await shoot('related-account');
  },

  'answers what is worth nothing': async (page, shoot) => {
    await comeBackWith(page, { nothing: 'useful' });
    await page.locator('main [role="alert"]').waitFor();
    await shoot('provider-failed');
  },

  'takes its time': async (page, shoot) => {
    // It is gone to straight from the application, and never shows anything.
    await answerWith(page, undefined);
    await page.route('**/oidc/auth?*', route =>
      route.continue({ url: `${route.request().url()}&direct_sign_in=social:mock-social` }),
    );
    await page.goto('/demo-app');
    await page.locator('main button').first().click();
    await page.locator('.fh-progress').waitFor();
    await shoot('progress');
    await page.locator('main button').waitFor();
    await shoot('progress-long');
  },
});

const withTerms = () => furnish().then(() => dress({ agreeToTermsPolicy: 'ManualRegistrationOnly' }));
shots('another provider, where newcomers agree to terms', withTerms, {
  'sends somebody new': async (page, shoot) => {
    await comeBackWith(page, somebodyNew());
    await page.locator('main input[type="checkbox"]').waitFor();
    await shoot('agree-first');
    await page.locator('main button[type="submit"]').click();
    await page.locator('main [role="alert"]').waitFor();
    await shoot('agree-first-error');
  },
});

const withoutRegistration = () => furnish().then(() => dress({ signInMode: 'SignIn' }));
shots('another provider, where nobody can register', withoutRegistration, {
  'sends somebody new': async (page, shoot) => {
    await comeBackWith(page, somebodyNew());
    await page.locator('main .fh-other-ways').waitFor();
    await shoot('not-linked');
  },
});
