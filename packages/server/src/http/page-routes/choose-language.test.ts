/** Choosing a language without scripts: by a form that asks for the page once more. */
import { localeNames } from '@freehold/messages';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSignInScene, method, type SignInScene } from '../../testing/sign-in-scene.ts';
import type { Pages } from '../index.ts';

const written: Pages = {
  problem: undefined,
  render: (_entry, { locale }, { status = 200, content, withoutScripts } = {}) => ({
    status,
    headers: {},
    body: JSON.stringify({ locale, content: content?.text, withoutScripts: withoutScripts?.text }),
  }),
  asset: () => undefined,
  files: () => undefined,
};

let scene: SignInScene;
let cookie: string;
const parts = { pages: written };
beforeAll(async () => {
  scene = await createSignInScene({}, { parts });
  cookie = scene.interactions.open();
});

const open = (path: string, headers: Record<string, string> = {}) =>
  scene.app.request('GET', path, { headers: { cookie, 'accept-language': 'en', ...headers } });
const kept = (language: string) => `freehold_locale=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;

describe('a choice', () => {
  test.each(Object.keys(localeNames))(
    'of %s is kept as scripts keep it, and leads back to the page',
    async language => {
      const { status, headers } = await open(`/sign-in?app_id=x&choose_language=${language}&login_hint=a%26b`);
      expect([status, headers['location']]).toEqual([
        303,
        `${scene.app.tenant.endpoint}/sign-in?app_id=x&login_hint=a%26b`,
      ]);
      const secure = scene.app.tenant.endpoint.startsWith('https:') ? '; Secure' : '';
      expect(headers['set-cookie']).toBe(kept(language) + secure);
      expect(headers['cache-control']).toBe('no-store');
    },
  );

  test('is what the next page speaks, whatever browser and application say', async () => {
    const chosen = await open('/consent?choose_language=zh-TW');
    expect(chosen.headers['location']).toBe(`${scene.app.tenant.endpoint}/consent`);
    const [pair] = String(chosen.headers['set-cookie']).split(';');
    const { body } = await open('/sign-in?ui_locales=fr', { cookie: `${cookie}; ${pair}` });
    expect(body.locale).toBe('zh-TW');
  });

  test.each([
    ['of a language that there is not', 'xx', {}],
    ['of something else', 'de; Domain=evil.test', {}],
    ['that stands elsewhere', 'de', { 'sec-fetch-site': 'cross-site' }],
    ['of a neighbour below the same domain', 'de', { 'sec-fetch-site': 'same-site' }],
  ])('%s changes nothing', async (_, language, headers: Record<string, string>) => {
    const answer = await open(`/sign-in?choose_language=${encodeURIComponent(language)}`, headers);
    expect([answer.status, answer.headers['location']]).toEqual([303, `${scene.app.tenant.endpoint}/sign-in`]);
    expect(answer.headers).not.toHaveProperty('set-cookie');
  });

  test.each([
    '/callback/..%2f..%2f%2fevil.test',
    '/direct/social//evil.test',
    '//evil.test/sign-in',
    '/sign-in/%0d%0aa:b',
  ])('leads to no other host: %s', async path => {
    const { headers } = await open(`${path}?choose_language=de&next=https://evil.test`);
    const { location = scene.app.tenant.endpoint } = headers as { location?: string };
    expect(new URL(location).origin).toBe(new URL(scene.app.tenant.endpoint).origin);
  });
});

describe('the form', () => {
  const formIn = (markup: string) => /<form class="fh-static-language".*?<\/form>/s.exec(markup)?.[0] ?? '';

  test('offers every language by its own name, and keeps all that was asked of the page', async () => {
    const { body } = await open('/sign-in?app_id=x&login_hint=%22%3E%3Cscript%3E&a=1&a=2', { 'accept-language': 'ja' });
    const form = formIn(body.content);
    expect([...form.matchAll(/<option value="([^"]+)" lang="\1"/g)].map(([, tag]) => tag)).toEqual(
      Object.keys(localeNames),
    );
    for (const name of Object.values(localeNames)) expect(form).toContain(`>${name}</option>`);
    expect(form).toMatch(/<option value="ja" lang="ja" selected>/);
    expect(form).toContain('method="get" action="/sign-in"');
    expect(
      [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, ...pair]) => pair),
    ).toEqual([
      ['app_id', 'x'],
      ['login_hint', '&quot;&gt;&lt;script&gt;'],
      ['a', '1'],
      ['a', '2'],
    ]);
  });

  test('is for browsers without scripts alone, and in no place where its end would end what hides it', async () => {
    const { body } = await open('/sign-in');
    expect(body.content).toMatch(/<noscript><form class="fh-static-language"/);
    const methods = [method('username', { code: false }), method('email')];
    const other = await createSignInScene({ signIn: { methods } }, { parts });
    const headers = { cookie: other.interactions.open() };
    const hidden = (await other.app.request('GET', '/sign-in', { headers })).body.withoutScripts;
    expect(formIn(hidden)).not.toBe('');
    expect(hidden).not.toContain('<noscript');
  });

  test.each(['/register/code', '/forgot-password', '/sign-in/code', '/error'])(
    'stands on a page that needs scripts: %s',
    async path => {
      const { body } = await open(path, { 'accept-language': 'fr' });
      expect(body.withoutScripts).toContain('Cette page a besoin de JavaScript.');
      expect(formIn(body.withoutScripts)).toContain(`action="${path}"`);
    },
  );

  test('stands on no page that an address without one has failed with', async () => {
    const { body } = await open('/nowhere', { accept: 'text/html', 'sec-fetch-dest': 'document' });
    expect(body.withoutScripts).toContain('fh-frame');
    expect(formIn(body.withoutScripts)).toBe('');
  });
});
