/** The console: each page as it is found, and what it shows on the way. */

import { settle } from '../account-pages.ts';
import { createHolder, newPhone } from '../account-people.ts';
import { call, linkFor, newEmail, replaceConnector } from '../operator.ts';
import { enterConsole } from './administrator.ts';
import { furnish } from './settings.ts';
import { shots } from './studio.ts';

const wide = { viewport: { width: 1400, height: 900 } };
const names = [
  'Ada Lovelace',
  'Katherine Johnson',
  'Radia Perlman',
  '王小明',
  '山田 太郎',
  'Zoë Müller-Kovač',
  'محمد علي',
];

async function furnishWithPeople(): Promise<void> {
  await furnish();
  for (const name of names) await createHolder({ name, primaryPhone: newPhone() });
}

shots(
  'console',
  furnishWithPeople,
  {
    pages: async (page, shoot) => {
      await enterConsole(page, '/console');
      await page.locator('ol.fh-steps > li').first().waitFor();
      await shoot('console');
      const pages = {
        'console-users': '/console/users',
        'console-users-none': '/console/users?search=nobody-at-all',
        'console-users-new': '/console/users/new',
        'console-connectors': '/console/connectors',
        'console-connector-smtp': '/console/connectors/new/simple-mail-transfer-protocol',
        'console-connector-oidc': '/console/connectors/new/oidc',
        'console-connector-apple': '/console/connectors/new/apple-universal',
        'console-nowhere': '/console/nowhere',
      };
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(path);
        await page.locator('main h1').waitFor();
        await shoot(name);
      }
    },

    'a connector that is there': async (page, shoot) => {
      const id = await replaceConnector('other-house', {
        connectorId: 'oidc',
        metadata: { target: 'other-house', name: { en: 'Other House' } },
        config: { issuer: 'https://id.example.com', clientId: 'acme', clientSecret: 'a secret of theirs' },
      });
      await enterConsole(page, `/console/connectors/${id}`);
      await page.locator('main form input').first().waitFor();
      await shoot('console-connector');
    },

    'two who save the same': async (page, shoot) => {
      await settle();
      await enterConsole(page, '/console/account-pages');
      await page.locator('textarea.fh-code-area').fill('h1 { color: teal }');
      const theirs = { customCss: 'h1 { color: indigo }', deleteAccountUrl: 'https://acme.example/goodbye' };
      await call('PATCH', '/api/account-center', theirs);
      await page.locator('.fh-save-bar button').last().click();
      await page.locator('.fh-diff').waitFor();
      await shoot('console-saved-meanwhile', { window: true });
      await settle({ customCss: null });
    },

    'one person': async (page, shoot) => {
      const person = await createHolder({ primaryEmail: `ada.${newEmail()}`, primaryPhone: newPhone() });
      await linkFor(person, 'mock-social', { userId: person.id, details: { name: 'Ada of Mock' } });
      await enterConsole(page, `/console/users/${person.id}`);
      await shoot('console-user');
      for (const tab of ['sign-in', 'access', 'activity', 'raw']) {
        await page.goto(`/console/users/${person.id}/${tab}`);
        await page.locator('main h1').waitFor();
        await shoot(`console-user-${tab}`);
      }
      await page.goto(`/console/users/${person.id}/access`);
      await page.locator('main h1').waitFor();
      await page.locator('main button').last().click();
      await page.locator('[role="dialog"], dialog[open]').first().waitFor();
      await shoot('console-user-delete', { window: true });
    },

    'how people sign in': async (page, shoot) => {
      await enterConsole(page, '/console/sign-in-experience');
      for (const tab of ['brand', 'methods', 'security', 'content']) {
        await page.goto(`/console/sign-in-experience/${tab}`);
        await page.locator('main h1').waitFor();
        await shoot(`console-sign-in-${tab}`, tab === 'brand' ? { inDocuments: ['light'] } : {});
      }
    },

    'what people see of their account': async (page, shoot) => {
      await enterConsole(page, '/console/account-pages');
      await page.frameLocator('iframe').locator('h1').waitFor();
      await shoot('console-account-pages', { inDocuments: ['light'] });
      await page.goto('/console/proof-policy');
      await page.locator('.fh-policy-row').first().waitFor();
      await shoot('console-proof-policy', { inDocuments: ['dark'] });
      await page.locator('.fh-preset button').last().click();
      await shoot('console-proof-policy-changed');
    },
  },
  wide,
);
