/** What developers see beside the pages: the inbox with its mails, the reference, the pages of errors. */
import { baseUrl } from '../environment.ts';
import { call, newEmail } from '../operator.ts';
import { furnish } from './settings.ts';
import { shots } from './studio.ts';

shots('development', furnish, {
  inbox: async (page, shoot) => {
    const to = newEmail();
    for (const usage of ['Generic', 'UserPermissionValidation']) {
      await call('POST', '/api/verification-codes', { email: to, ...(usage !== 'Generic' && { templateType: usage }) });
    }
    await page.goto('/dev/inbox');
    await page.locator('h1').first().waitFor();
    await shoot('inbox', { window: true });
  },
  'errors and reference': async (page, shoot) => {
    await page.goto(`${baseUrl}/errors/session.not_found`);
    await page.locator('h1').waitFor();
    await shoot('error-explained');
  },
});
