/** What developers see beside the pages: the inbox with its mails, the reference, the pages of errors. */
import { createHolder, openTask } from '../account-people.ts';
import { baseUrl } from '../environment.ts';
import { newEmail } from '../operator.ts';
import { furnish } from './settings.ts';
import { shots } from './studio.ts';

shots('development', furnish, {
  inbox: async (page, shoot) => {
    const person = await createHolder({ primaryEmail: newEmail() });
    await openTask(page, '/account/security/email', { ...person, username: person.primaryEmail });
    await page.goto('/dev/inbox');
    await page.locator('main h1, h1').first().waitFor();
    await shoot('inbox', { window: true });
  },
  'errors and reference': async (page, shoot) => {
    await page.goto(`${baseUrl}/errors/session.not_found`);
    await page.locator('h1').waitFor();
    await shoot('error-explained');
  },
});
