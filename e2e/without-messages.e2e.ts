import { createHash, randomBytes } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBarriers, journey, launch } from './browser.ts';
import { managementOf, newDataFolder, type OwnServer, startServer } from './own-server.ts';

let browser: Browser;
let server: OwnServer;
let begin: string;
const redirectUri = 'https://notes.example/callback';
const ada = { username: 'ada', password: 'the password of Ada', primaryEmail: 'ada@example.com' };

// In production, and before anybody has set up a way to send messages.
beforeAll(async () => {
  const production = { NODE_ENV: 'production', SECRETS_KEY: Buffer.alloc(32, 3).toString('base64') };
  server = await startServer(await newDataFolder(), production);
  const call = await managementOf(server.url);
  const done = async (method: string, path: string, body: object) => {
    const answer = await call(method, path, body);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };
  const method = (identifier: string, verificationCode: boolean) => ({
    ...{ identifier, verificationCode },
    password: true,
    isPasswordPrimary: false,
  });
  await done('PATCH', '/api/sign-in-exp', { signIn: { methods: [method('username', false), method('email', true)] } });
  await done('POST', '/api/users', ada);
  const { id } = await done('POST', '/api/applications', {
    name: 'Notes',
    type: 'SPA',
    oidcClientMetadata: { redirectUris: [redirectUri], postLogoutRedirectUris: [] },
  });
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
    state: 's',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  begin = `${server.url}/oidc/auth?${query}`;
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await server?.end('SIGTERM');
});

it('somebody who wants a code is told that none can be sent, and signs in with the password', () =>
  journey(browser, {}, async page => {
    await page.goto(begin);
    const field = page.getByLabel('Username or email address');
    await field.fill(ada.primaryEmail);
    await page.keyboard.press('Enter');
    const alert = page.getByRole('alert');
    await alert.filter({ hasText: 'We can’t send messages right now.' }).waitFor();
    // The id under which the people who run it find out more.
    expect((await alert.innerText()).trim()).toMatch(/\n\s*\S{10,}$/);
    expect(await field.inputValue()).toBe(ada.primaryEmail);
    expect(await page.getByRole('link', { name: /Forgot/ }).count()).toBe(0);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use your password instead' }).click();
    await page.getByLabel('Password', { exact: true }).fill(ada.password);
    const arrival = page.waitForRequest(request => request.url().startsWith(redirectUri));
    await page.keyboard.press('Enter');
    expect(new URL((await arrival).url()).searchParams.get('code')).toMatch(/./);
  }));

it('nobody is told of an inbox', () =>
  journey(browser, {}, async page => {
    await page.goto(begin);
    await page.getByLabel('Username or email address').waitFor();
    expect(await page.content()).not.toContain('inbox');
    expect((await page.request.get(`${server.url}/dev/inbox`)).status()).toBe(404);
  }));
