/** The pages of people and applications whose names try to break them. */
import { createHash, randomBytes } from 'node:crypto';
import { openTask } from '../account-tasks.ts';
import { createThirdParty } from '../operator.ts';
import { enterConsole } from './administrator.ts';
import { createHostile, hostileNames } from './people.ts';
import { furnish } from './settings.ts';
import { shots, type Walk } from './studio.ts';

const walkAs =
  (kind: keyof typeof hostileNames): Walk =>
  async (page, shoot) => {
    const name = hostileNames[kind];
    const person = await createHostile(name);
    await openTask(page, '/account/security/email', person);
    await shoot(`hostile-${kind}-email`);
    for (const [shown, path] of [
      ['overview', '/account'],
      ['profile', '/account/profile'],
      ['security', '/account/security'],
    ] as const) {
      await page.goto(path);
      await page.locator('main h1').waitFor();
      await shoot(`hostile-${kind}-${shown}`);
    }
    const { id } = await createThirdParty(name, 'https://notes.example/callback', { userScopes: ['profile', 'email'] });
    const query = new URLSearchParams({
      client_id: id,
      redirect_uri: 'https://notes.example/callback',
      response_type: 'code',
      scope: 'openid profile email',
      prompt: 'consent',
      code_challenge: createHash('sha256').update(randomBytes(32).toString('base64url')).digest('base64url'),
      code_challenge_method: 'S256',
    });
    await page.goto(`/oidc/auth?${query}`);
    await page.waitForURL(/\/consent\b/);
    await page.locator('h1').waitFor();
    await shoot(`hostile-${kind}-consent`);
  };

const kinds = Object.keys(hostileNames) as (keyof typeof hostileNames)[];

shots('names that try to break the pages', furnish, {
  ...Object.fromEntries(kinds.map(kind => [kind, walkAs(kind)])),
  console: async (page, shoot) => {
    const people = await Promise.all(Object.values(hostileNames).map(createHostile));
    await enterConsole(page, '/console/users');
    await page.locator('main h1').waitFor();
    await shoot('hostile-console-users');
    await page.goto(`/console/users/${people[0]?.id}`);
    await page.locator('main h1').waitFor();
    await shoot('hostile-console-user');
    await page.goto(`/console/users/${people[1]?.id}/raw`);
    await page.locator('main h1').waitFor();
    await shoot('hostile-console-raw');
  },
});
