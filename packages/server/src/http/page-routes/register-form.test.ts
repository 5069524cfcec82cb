/** Creating an account by a form that the browser sends itself: the rules are those of the API, the answer is a page. */
import { beforeEach, describe, expect, test } from 'vitest';
import { onward, sameOrigin, writtenPages } from '../../testing/sent-form.ts';
import { createSignInScene, method, type SignInScene } from '../../testing/sign-in-scene.ts';

let scene: SignInScene;
let cookie: string;
beforeEach(async () => {
  scene = await createSignInScene({}, { parts: { pages: writtenPages } });
  cookie = scene.interactions.open();
});

const register = (form: Record<string, string>, headers: Record<string, string> = sameOrigin) =>
  scene.app.request('POST', '/register', {
    body: String(new URLSearchParams(form)),
    headers: { cookie, 'accept-language': 'en', 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
const open = (path = '/register', headers: Record<string, string> = {}) =>
  scene.app.request('GET', path, { headers: { cookie, 'accept-language': 'en', ...headers } });
const password = 'correct-Horse-7-battery';
const newcomer = { identifier: 'grace_h', password };
const usernames = async (): Promise<string[]> =>
  (await scene.app.management('GET', '/api/users')).body.map(({ username }: { username: string }) => username);

describe('a username and a password', () => {
  test('make an account as the steps of the API do, and sign in to it', async () => {
    const answer = await register({ ...newcomer, identifier: ' ｇｒａｃｅ_h ' });
    expect(onward(answer)).toMatch(/^https:\/\/engine\.test\/oidc\/auth\//);
    expect(await usernames()).toEqual(['grace_h']);
    expect(scene.interactions.logins).toMatchObject([{ event: 'Register' }]);
    expect((await scene.app.events()).map(({ type }) => type)).toEqual(['account-created']);
    expect(String(answer.body)).not.toContain(password);
  });

  test('sent twice, and eight times at once, make one account', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => register(newcomer)));
    for (const { status } of answers) expect([200, 400, 404, 422]).toContain(status);
    await register(newcomer);
    expect(await usernames()).toEqual(['grace_h']);
    expect(scene.interactions.logins.length).toBeLessThanOrEqual(1);
  });

  test.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' }],
    ['a neighbour below the same domain', { 'sec-fetch-site': 'same-site' }],
    ['an older browser', { origin: 'https://evil.test' }],
  ])('make none by a form that stands elsewhere: %s', async (_, headers) => {
    const { status, body } = await register(newcomer, headers);
    expect([status, body.boot.interaction]).toEqual([400, false]);
    expect(await usernames()).toEqual([]);
  });

  test('make none without a sign-in under way', async () => {
    cookie = '';
    expect((await register(newcomer)).status).toBe(400);
    expect(await usernames()).toEqual([]);
  });
});

describe('a refusal', () => {
  test.each([
    [{}, 'identifier', 'Choose a username.'],
    [{ identifier: ' ', password }, 'identifier', 'Choose a username.'],
    [{ identifier: '1ada', password }, 'identifier', /digit|number/],
    [{ identifier: 'a b', password }, 'identifier', /letters/i],
    [{ identifier: 'a\u0000b', password }, 'identifier', /letters/i],
    [{ identifier: 'grace_h' }, 'password', 'Enter a password.'],
    [{ identifier: 'grace_h', password: 'aB3\u0000xkqPwL' }, 'password', /characters that can’t be used/],
  ])('of %j is about the %s', async (form: Record<string, string>, about, sentence) => {
    const { status, body } = await register(form);
    expect([status, body.boot.refusal]).toEqual([
      422,
      { about, sentence: typeof sentence === 'string' ? sentence : expect.stringMatching(sentence) },
    ]);
    expect(await usernames()).toEqual([]);
  });

  test('names all that is wrong with a password, keeps what else was typed, and never the password', async () => {
    await scene.settings({
      agreeToTermsPolicy: 'ManualRegistrationOnly',
      termsOfUseUrl: 'https://a.example/terms',
      passwordPolicy: { length: { min: 12, max: 256 }, characterTypes: { min: 3 } },
    });
    const { status, body } = await register({ identifier: 'grace_h', password: 'graceh', agree: 'yes' });
    expect([status, body.boot.refusal.about]).toEqual([422, 'password']);
    const lines = body.boot.refusal.sentence.split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines[0]).toBe('Use at least 12 characters.');
    expect(body.withoutScripts).toContain(`id="fh-password-error">${body.boot.refusal.sentence}`);
    expect(body.withoutScripts).toContain('aria-describedby="fh-password-error fh-password-rules"');
    expect(body.withoutScripts).toContain('value="grace_h"');
    expect(body.withoutScripts).toMatch(/name="agree" value="yes" required checked/);
    expect(body.withoutScripts).not.toContain('graceh');
    expect(onward(await register({ ...newcomer, agree: 'yes' }))).toBeDefined();
  });

  test('of a name that somebody has is told at the name', async () => {
    await scene.app.createUser({ username: 'grace_h' });
    const { status, body } = await register(newcomer);
    expect([status, body.boot.refusal.about]).toEqual([422, 'identifier']);
    expect(body.withoutScripts).toMatch(/id="fh-identifier"[^>]* aria-invalid="true" autofocus/s);
  });

  test('of terms that nobody has agreed to', async () => {
    const terms = { agreeToTermsPolicy: 'ManualRegistrationOnly', termsOfUseUrl: 'https://a.example/terms' };
    await scene.settings(terms);
    expect((await open()).body.withoutScripts).toContain('name="agree" value="yes" required><span>I agree');
    expect((await register(newcomer)).body.boot.refusal).toEqual({
      about: 'form',
      sentence: 'Tick the box to agree first.',
    });
    expect(await usernames()).toEqual([]);
  });

  test.each<[string, object]>([
    ['nobody may register', { signInMode: 'SignIn' }],
    ['an address is asked for', { signUp: { identifiers: ['email'], password: true, verify: true } }],
  ])('where %s by now makes no account', async (_, change) => {
    await scene.settings(change);
    const { status, body } = await register(newcomer);
    expect([status, body.withoutScripts.includes('name="password"')]).toEqual([422, false]);
    expect(await usernames()).toEqual([]);
  });

  test('speaks the language of the page', async () => {
    const { body } = await register(
      { identifier: 'grace_h', password: 'x' },
      { ...sameOrigin, 'accept-language': 'zh-TW' },
    );
    expect(body.boot.refusal.sentence).toMatch(/個字元/);
  });
});

describe('the page for newcomers', () => {
  test('has a form for browsers without scripts alone, with every demand on the password', async () => {
    const { body } = await open('/register?app_id=x&ui_locales=en');
    expect(body).not.toHaveProperty('content');
    expect(body.hasForm).toBe(true);
    expect(body.withoutScripts).toContain('action="/register?app_id=x&amp;ui_locales=en"');
    expect(body.withoutScripts).toContain('At least 8 characters.');
    expect(body.withoutScripts).not.toMatch(/ style=| on[a-z]+=|<script/);
  });

  test('is the first one where nobody signs in to what there is', async () => {
    await scene.settings({ signInMode: 'Register' });
    const { body } = await open('/sign-in');
    expect(body.withoutScripts).toContain('action="/register"');
    expect(body.withoutScripts).not.toContain('href="/sign-in');
  });

  test('says that a code takes scripts', async () => {
    await scene.settings({
      signUp: { identifiers: ['email'], password: true, verify: true },
      signIn: { methods: [method('email')] },
    });
    expect((await open()).body.withoutScripts).toContain('you get a code first, and that needs JavaScript');
  });

  test('says that no accounts are made here', async () => {
    await scene.settings({ signInMode: 'SignIn' });
    expect((await open()).body.withoutScripts).toContain('New accounts can’t be created here');
  });
});
