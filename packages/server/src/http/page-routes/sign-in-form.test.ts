/** Signing in by a form that the browser sends itself: the same rules as with scripts, and an answer that can be read. */
import { localeNames, locales } from '@freehold/messages';
import { beforeEach, describe, expect, test } from 'vitest';
import type { TestUser } from '../../testing/create-test-app.ts';
import { onward, sameOrigin, writtenPages } from '../../testing/sent-form.ts';
import { createSignInScene, method, type SignInScene, visitor } from '../../testing/sign-in-scene.ts';
import { readIdentifier } from './typed-identifier.ts';

let scene: SignInScene;
let user: TestUser;
let cookie: string;

async function begin(change: object = {}) {
  scene = await createSignInScene(change, { parts: { pages: writtenPages } });
  user = await scene.app.createUser({ username: 'ada_l', email: 'ada@example.com', phone: '447911123456' });
  cookie = scene.interactions.open();
}
beforeEach(() => begin());

const post = (path: string, form: Record<string, string> | string, headers: Record<string, string> = sameOrigin) =>
  scene.app.request('POST', path, {
    body: typeof form === 'string' ? form : String(new URLSearchParams(form)),
    headers: { cookie, 'accept-language': 'en', 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
const signIn = (form: Record<string, string>, headers?: Record<string, string>) => post('/sign-in', form, headers);
const right = () => ({ identifier: 'ada_l', password: user.password });
const open = (path = '/sign-in', headers: Record<string, string> = {}) =>
  scene.app.request('GET', path, { headers: { cookie, 'accept-language': 'en', ...headers } });
const types = async () => (await scene.app.events()).map(({ type }) => type);
const allByPassword = {
  signIn: { methods: ['username', 'email', 'phone'].map(identifier => method(identifier, { code: false })) },
};

describe('the right password', () => {
  test('signs in with all that the steps of the API do, and leads on', async () => {
    const answer = await signIn(right());
    expect(onward(answer)).toMatch(/^https:\/\/engine\.test\/oidc\/auth\//);
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("form-action 'none'"),
      'set-cookie': expect.stringMatching(/device/),
    });
    expect(scene.interactions.logins).toMatchObject([
      {
        accountId: user.id,
        event: 'SignIn',
        submission: { verificationRecords: [{ type: 'Password', identifier: { type: 'username', value: 'ada_l' } }] },
      },
    ]);
    expect(String(answer.body)).not.toContain(user.password);
  });

  test.each([
    ['ada_l', 'username'],
    [' ＡＤＡ@example.com ', 'email'],
    ['+44 7911 123456', 'phone'],
    ['00447911123456', 'phone'],
  ])('goes with whatever identifier: %s', async (identifier, type) => {
    await scene.settings(allByPassword);
    expect(onward(await signIn({ ...right(), identifier }))).toBeDefined();
    const [login] = scene.interactions.logins;
    expect(login?.submission).toMatchObject({ verificationRecords: [{ identifier: { type } }] });
  });

  test('keeps letters of every script, and signs that mean something in a form', async () => {
    const password = 'p&ss=w+rd %41 密碼 ñ';
    const other = await scene.app.createUser({ username: 'other', password });
    expect(onward(await signIn({ identifier: 'other', password }))).toBeDefined();
    expect(scene.interactions.logins).toMatchObject([{ accountId: other.id }]);
  });
});

describe('a refusal', () => {
  test('says at the field what is wrong, and keeps the identifier but never the password', async () => {
    const answer = await signIn({ identifier: 'ada_l', password: 'not "it" <b>' });
    expect(answer.status).toBe(422);
    const { boot, content } = answer.body;
    expect(boot.refusal).toEqual({ about: 'password', sentence: expect.stringMatching(/isn’t right/) });
    expect(content).toContain('value="ada_l"');
    expect(content).toMatch(/id="fh-password"[^>]* aria-describedby="fh-password-error" aria-invalid="true"/s);
    expect(content).toContain(`id="fh-password-error">${boot.refusal.sentence}`);
    expect(JSON.stringify(answer.body)).not.toContain('not \\"it');
    expect(scene.interactions.logins).toEqual([]);
    expect(await types()).toEqual(['sign-in-failed']);
    // And then the right one.
    expect(onward(await signIn(right()))).toBeDefined();
  });

  test('is the same for somebody whom nobody is', async () => {
    const known = await signIn({ identifier: 'ada_l', password: 'wrong' });
    const unknown = await signIn({ identifier: 'nobody', password: 'wrong' });
    expect([unknown.status, unknown.body.boot.refusal]).toEqual([known.status, known.body.boot.refusal]);
  });

  test.each([
    [{}, 'identifier'],
    [{ identifier: '  ', password: 'x' }, 'identifier'],
    [{ identifier: 'ada_l' }, 'password'],
    [{ identifier: 'ada_l', password: '' }, 'password'],
  ])('of %j is about the %s, and costs no try', async (form: Record<string, string>, about) => {
    const { status, body } = await signIn(form);
    expect([status, body.boot.refusal.about]).toEqual([422, about]);
    expect(await types()).toEqual([]);
  });

  test.each([
    ['ada_l', 'email', 'This isn’t an email address. Check what you typed.'],
    ['ada', 'phone', 'This isn’t a phone number. Check what you typed.'],
    ['0912345678', 'phone', 'Begin the phone number with its country code, such as +886.'],
  ])('says what %s is not where only an %s will do', async (identifier, kind, sentence) => {
    await scene.settings({ signIn: { methods: [method(kind, { code: false })] } });
    const { body } = await signIn({ identifier, password: 'x' });
    expect(body.boot.refusal).toEqual({ about: 'identifier', sentence });
  });

  test.each(['a'.repeat(400), 'a\u0000b', '\ud800', '"><script>alert(1)</script>', '日本\u202Egnp.exe'])(
    'of a hostile name is words: %j',
    async identifier => {
      const { status, body } = await signIn({ identifier, password: 'x' });
      expect(status).toBe(422);
      expect(body.content).not.toContain('<script');
      expect(body.content).toMatch(/name="identifier" type="text" value="[^"<>]{1,300}"/);
    },
  );

  test('of somebody who is suspended is told to them alone', async () => {
    await scene.app.changeUser(user, { is_suspended: true });
    expect((await signIn(right())).body.boot.refusal).toMatchObject({
      about: 'form',
      sentence: expect.stringMatching(/suspended|blocked/i),
    });
    expect((await signIn({ ...right(), password: 'wrong' })).body.boot.refusal.about).toBe('password');
  });

  test('locks after too many, with the right password too, and says for how long', async () => {
    await scene.settings({ sentinelPolicy: { maxAttempts: 2, lockoutDuration: 60 } });
    await signIn({ ...right(), password: 'wrong' });
    const last = await signIn({ ...right(), password: 'wrong' });
    expect([last.status, last.headers['retry-after']]).toEqual([422, '3600']);
    expect(last.body.boot.refusal).toEqual({ about: 'form', sentence: expect.stringMatching(/60 minutes/) });
    expect(last.body.content).toMatch(/role="alert".*60 minutes/s);
    expect((await signIn(right())).status).toBe(422);
    expect(scene.interactions.logins).toEqual([]);
    expect(await types()).toEqual(['sign-in-failed', 'sign-in-failed', 'identifier-lockout']);
    // Scripts are locked out with it: it is one count.
    const scripted = visitor(scene);
    await scripted.start('SignIn');
    expect((await scripted.password('username', 'ada_l', user.password)).status).toBe(400);
  });

  test('of a way that is not offered', async () => {
    await scene.settings({ signIn: { methods: [method('email', { password: false })] } });
    const { status, body } = await signIn({ identifier: 'ada@example.com', password: user.password });
    expect(status).toBe(422);
    expect(body.boot.refusal).toBeDefined();
    expect(scene.interactions.logins).toEqual([]);
  });
});

describe('a form that stands elsewhere', () => {
  test.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' }],
    ['a neighbour below the same domain', { 'sec-fetch-site': 'same-site' }],
    ['an older browser', { origin: 'https://evil.test' }],
    ['a page that hides where it is', { origin: 'null' }],
  ])('signs nobody in: %s', async (_, headers) => {
    const { status, body } = await signIn(right(), headers);
    expect([status, body.boot.interaction]).toEqual([400, false]);
    expect(body.withoutScripts).toContain('Start from the app you want to open');
    expect(scene.interactions.logins).toEqual([]);
    expect(await types()).toEqual([]);
    const consent = await post('/consent', { answer: 'allow' }, headers);
    expect(consent.status).toBe(400);
  });

  test('an older browser that says where our form stands may send it', async () => {
    expect(onward(await signIn(right(), { origin: scene.app.tenant.endpoint }))).toBeDefined();
    cookie = scene.interactions.open();
    expect((await open()).body.hasForm).toBe(true);
  });

  test('without a sign-in under way leads back to the application', async () => {
    cookie = '';
    const { status, body } = await signIn(right());
    expect([status, body.boot.interaction]).toEqual([400, false]);
    expect(await types()).toEqual([]);
  });
});

describe('a form that is sent again', () => {
  test('after it has signed in, does nothing and says how to go on', async () => {
    await signIn(right());
    const { status, body } = await signIn(right());
    expect([status, body.boot.interaction]).toEqual([400, false]);
    expect(scene.interactions.logins).toHaveLength(1);
  });

  test('at the same moment signs in once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(right())));
    expect(answers.filter(answer => onward(answer) !== undefined).length).toBeLessThanOrEqual(1);
    expect(scene.interactions.logins.length).toBe(answers.filter(answer => onward(answer) !== undefined).length);
    for (const { status } of answers) expect([200, 400]).toContain(status);
  });
});

describe('what is no such form', () => {
  test('is refused: too much of it', async () => {
    const { status, body } = await signIn({ identifier: 'ada_l', password: 'x'.repeat(17_000) });
    expect([status, body.code]).toEqual([413, 'request.body_too_large']);
    expect(await types()).toEqual([]);
  });

  test.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x'])('is refused: %s', async type => {
    const { status } = await post('/sign-in', '{}', { ...sameOrigin, 'content-type': type });
    expect(status).toBe(415);
  });

  test('is words at least: broken encodings, names said twice', async () => {
    for (const body of ['identifier=%ff%fe&password=%', 'identifier=ada_l&identifier=other&password=x', '&&==', '']) {
      expect((await post('/sign-in', body)).status).toBe(422);
    }
  });

  test('opens no other route to forms', async () => {
    expect((await post('/api/experience/verification/password', right())).status).toBe(415);
  });
});

describe('the page with the form', () => {
  test('has it where the script will write its own, when passwords are all that signs in', async () => {
    const { body } = await open('/sign-in?app_id=x&ui_locales=en&a="><script>');
    expect(body.withoutScripts).toBe('');
    expect(body.content).toContain('action="/sign-in?app_id=x');
    expect(body.content).not.toContain('<script');
    expect(body.content).toContain('Sign in to \u2068Demo\u2069');
    expect(body.content).not.toMatch(/ style=| on[a-z]+="/);
  });

  test('hides it from scripts where they ask for one thing after the other', async () => {
    await scene.settings({ signIn: { methods: [method('username', { code: false }), method('email')] } });
    const { body } = await open();
    expect(body).not.toHaveProperty('content');
    expect(body.withoutScripts).toContain('<form');
  });

  test('takes an address for a name where no address signs in by password', async () => {
    await scene.settings({
      signIn: { methods: [method('username', { code: false }), method('email', { password: false })] },
    });
    const { body } = await signIn({ identifier: 'ada@example.com', password: user.password });
    expect(body.boot.refusal.about).toBe('password');
  });

  test('has none where no password signs in, and says that scripts are needed', async () => {
    await scene.settings({ signIn: { methods: [method('email', { password: false })] } });
    const { body } = await open();
    expect(body).not.toHaveProperty('content');
    expect(body.withoutScripts).toContain('This page needs JavaScript');
    expect(body.withoutScripts).not.toContain('method="post"');
  });

  test('begins with the name that the application knows', async () => {
    const { body } = await open('/sign-in?login_hint=ada%22%3E%40example.com');
    expect(body.content).toContain('value="ada&quot;&gt;@example.com"');
  });

  test.each(locales)('speaks %s, in its answers too', async locale => {
    const label = /<label for="fh-password">(?!Password<)/;
    const headers = { 'accept-language': locale };
    const { body } = await open('/sign-in', headers);
    expect(Object.keys(localeNames)).toContain(body.boot.locale);
    if (locale !== 'en') expect(body.content).toMatch(label);
    await scene.settings({ sentinelPolicy: { maxAttempts: 2, lockoutDuration: 60 } });
    const sentences = [];
    for (const password of ['', 'wrong', 'wrong']) {
      sentences.push(
        (await signIn({ identifier: 'ada_l', password }, { ...sameOrigin, ...headers })).body.boot.refusal.sentence,
      );
    }
    expect(new Set(sentences).size).toBe(3);
    if (locale !== 'en') for (const sentence of sentences) expect(sentence).not.toMatch(/password|try|tries|hour/i);
  });

  test('answers in the language that was chosen on it, whatever the browser says', async () => {
    await scene.settings({ sentinelPolicy: { maxAttempts: 1, lockoutDuration: 60 } });
    cookie = `${cookie}; freehold_locale=de`;
    const { body } = await signIn({ identifier: 'ada_l', password: 'wrong' });
    expect(body.boot.refusal.sentence).toMatch(/60 Minuten/);
  });
});

describe('agreeing to the terms', () => {
  const terms = { agreeToTermsPolicy: 'Manual', termsOfUseUrl: 'https://a.example/terms', privacyPolicyUrl: null };

  test('is asked for and enforced where the tenant says so', async () => {
    await scene.settings(terms);
    expect((await open()).body.content).toMatch(
      /<input type="checkbox" name="agree" value="yes" required><span>I agree to the terms of use\./,
    );
    const { status, body } = await signIn(right());
    expect([status, body.boot.refusal]).toEqual([422, { about: 'form', sentence: 'Tick the box to agree first.' }]);
    expect(onward(await signIn({ ...right(), agree: 'yes' }))).toBeDefined();
  });

  test('is not asked of those who sign in where newcomers alone must', async () => {
    await scene.settings({ ...terms, agreeToTermsPolicy: 'ManualRegistrationOnly' });
    expect((await open()).body.content).not.toContain('checkbox');
    expect(onward(await signIn(right()))).toBeDefined();
  });
});

describe('the question of an application of somebody else', () => {
  test('is answered either way', async () => {
    for (const [answer, leads] of [
      ['allow', /^https:\/\/engine\.test\/oidc\/auth\//],
      ['cancel', /^https:\/\/app\.test\/callback\?error=access_denied$/],
      ['anything else', /error=access_denied$/],
    ] as const) {
      cookie = scene.interactions.open('consent');
      expect(onward(await post('/consent', { answer }))).toMatch(leads);
      expect((await post('/consent', { answer })).status).toBe(400);
    }
  });

  test('is not answered by a form that signs in', async () => {
    cookie = scene.interactions.open('consent');
    expect(onward(await signIn(right()))).toBe(`${scene.app.tenant.endpoint}/consent`);
    expect(scene.interactions.logins).toEqual([]);
  });
});

test.each<[string, readonly ('username' | 'email' | 'phone')[], string]>([
  ['ada@example.com', ['username', 'email'], 'email ada@example.com'],
  ['ada@example.com', ['username'], 'username ada@example.com'],
  ['+886 912-345-678', ['username', 'phone'], 'phone 886912345678'],
  ['12345', ['username', 'email'], 'username 12345'],
])('%s among %j is taken for what it is with scripts: %s', (typed, accepted, expected) => {
  const read = readIdentifier(typed, accepted);
  expect('problem' in read ? read.problem : `${read.type} ${read.value}`).toBe(expected);
});
