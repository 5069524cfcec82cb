/** What is remembered of whoever signs in, to tell them of a device that is new and to speak their language. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listEvents } from '../events/index.ts';
import { createKeyRing, newId } from '../lib/index.ts';
import { authorizationRequest, createTestSite, type SiteBrowser, type TestSite } from '../testing/create-test-site.ts';
import { findAddressee } from '../users/index.ts';
import { deviceHash, deviceOf } from './device-cookie.ts';

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const password = 'Quiet-Harbor-58';

async function createUser() {
  const username = `u_${newId(8)}`;
  const { body } = await site.management('POST', '/api/users', { username, password });
  return { id: String(body.id), username };
}

/** Signs in up to the last step. */
async function arrive(
  { username }: { username: string },
  browser: SiteBrowser,
  { uiLocales, headers = {} }: { uiLocales?: string; headers?: Record<string, string> } = {},
) {
  const { path } = authorizationRequest('demo-app', `${site.endpoint}/demo-app`, 'openid');
  await browser.get(uiLocales === undefined ? path : `${path}&ui_locales=${encodeURIComponent(uiLocales)}`);
  await browser.json('PUT', '/api/experience', { interactionEvent: 'SignIn' });
  const { body } = await browser.json('POST', '/api/experience/verification/password', {
    identifier: { type: 'username', value: username },
    password,
  });
  await browser.json('POST', '/api/experience/identification', { verificationId: body.verificationId });
  return () => browser.json('POST', '/api/experience/submit', undefined, headers);
}

async function signIn(user: { username: string }, browser = site.browser(), how: Parameters<typeof arrive>[2] = {}) {
  const answer = await (await arrive(user, browser, how))();
  expect(answer.status).toBe(200);
  return { answer, device: browser.cookies.get('_device')?.value ?? '' };
}

/** A browser without a session that has this device's cookie. */
function browserWith(device: string): SiteBrowser {
  const browser = site.browser();
  browser.cookies.set('_device', { value: device, path: '/' });
  return browser;
}

const eventsOf = async (user: { id: string }) =>
  (await listEvents(site.database, site.tenantId, user.id))
    .map(({ type }) => type)
    .filter(type => type === 'session-established' || type === 'device-added');

describe('a device', () => {
  test('is told from the second one on, and only when it is new', async () => {
    const user = await createUser();
    const { device } = await signIn(user);
    expect(await eventsOf(user)).toEqual(['session-established']);
    expect((await signIn(user, browserWith(device))).device).toBe(device);
    expect(await eventsOf(user)).toEqual(['session-established', 'session-established']);
    const other = await signIn(user);
    expect(other.device).not.toBe(device);
    expect(await eventsOf(user)).toEqual([...Array(3).fill('session-established'), 'device-added']);
    await signIn(user, browserWith(other.device));
    await signIn(user, browserWith(device));
    expect((await eventsOf(user)).filter(type => type === 'device-added')).toHaveLength(1);
  });

  test('of another person is a new one in this account', async () => {
    const [one, other] = [await createUser(), await createUser()];
    const { device } = await signIn(one);
    await signIn(other);
    await signIn(other, browserWith(device));
    expect(await eventsOf(other)).toContain('device-added');
  });

  test('with a cookie that we have not signed is a new one, and gets one that we have', async () => {
    const user = await createUser();
    const { device } = await signIn(user);
    const [id = '', keyId = '', mac = ''] = device.split('.');
    const forged = [
      `${'A'.repeat(22)}.${keyId}.${mac}`,
      `${id}.${keyId}.${'A'.repeat(43)}`,
      `${id}.${'0'.repeat(16)}.${mac}`,
      id,
      `${device}x`,
      '',
    ];
    for (const value of forged) {
      const { device: given } = await signIn(user, browserWith(value));
      expect(given).toMatch(/^[A-Za-z0-9]{22}\.[0-9a-f]{16}\.[A-Za-z0-9_-]{43}$/);
      expect(given.split('.')[0]).not.toBe(id);
    }
    expect((await eventsOf(user)).filter(type => type === 'device-added')).toHaveLength(forged.length);
  });

  test('keeps its cookie from scripts, from other sites and from plain connections, for as long as browsers do', async () => {
    const { answer } = await signIn(await createUser());
    const line = answer.headers.getSetCookie().find(each => each.startsWith('_device='));
    expect(line?.split('; ').slice(1)).toEqual(['Path=/', 'Max-Age=34560000', 'HttpOnly', 'SameSite=Lax', 'Secure']);
  });

  test('is known by nothing that tells of it in another account or tenant', () => {
    const keys = createKeyRing(Buffer.alloc(32, 1).toString('base64'));
    const tenant = { id: 'one', endpoint: 'http://localhost:3001', issuer: '' };
    const device = deviceOf(keys, tenant, undefined);
    expect(device.cookie).not.toContain('Secure');
    const cookie = device.cookie.split(';')[0];
    expect(deviceOf(keys, tenant, `a=b; ${cookie}; c=d`).id).toBe(device.id);
    expect(deviceOf(keys, { ...tenant, id: 'two' }, cookie).id).not.toBe(device.id);
    expect(deviceOf(createKeyRing(Buffer.alloc(32, 2).toString('base64')), tenant, cookie).id).not.toBe(device.id);
    expect(deviceHash(device, tenant, 'a')).not.toEqual(deviceHash(device, tenant, 'b'));
    expect(deviceHash(device, tenant, 'a').toString('latin1')).not.toContain(device.id);
  });

  test('of five first ones at the same moment one is the first, and four are told', async () => {
    const user = await createUser();
    const submits = await Promise.all(Array.from({ length: 5 }, () => arrive(user, site.browser())));
    const answers = await Promise.all(submits.map(submit => submit()));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect((await eventsOf(user)).filter(type => type === 'device-added')).toHaveLength(4);
  });
});

describe('the language', () => {
  const localeOf = async (user: { id: string }) => (await findAddressee(site.database, site.tenantId, user.id))?.locale;

  test('is what the person chose, what the application asked for, what the browser says, in this order', async () => {
    const user = await createUser();
    expect(await localeOf(user)).toBeNull();
    await signIn(user, site.browser(), {
      headers: { 'accept-language': 'pt-BR, en;q=0.5, fr;q=0.7, *;q=0.1, de;q=0' },
    });
    expect(await localeOf(user)).toBe('pt-br fr en');
    await signIn(user, site.browser(), { uiLocales: 'ja zh-TW', headers: { 'accept-language': 'fr' } });
    expect(await localeOf(user)).toBe('ja zh-tw fr');
    const browser = site.browser();
    browser.cookies.set('freehold_locale', { value: 'es', path: '/' });
    await signIn(user, browser, { uiLocales: 'ja', headers: { 'accept-language': 'fr' } });
    expect(await localeOf(user)).toBe('es ja fr');
  });

  test('stays when a sign-in says nothing, and never grows beyond five tags that are tags', async () => {
    const user = await createUser();
    const nonsense = `en; DROP TABLE, ${'a'.repeat(400)}, ja, <b>, fr, de, es, it, nl`;
    await signIn(user, site.browser(), { headers: { 'accept-language': nonsense } });
    expect(await localeOf(user)).toBe('ja fr de es it');
    await signIn(user, site.browser(), { headers: { 'accept-language': '*' } });
    expect(await localeOf(user)).toBe('ja fr de es it');
  });
});
