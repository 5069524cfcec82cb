/** Which address shows which page, and what a page is told about signing in. */
import type { PageBoot, PageSignIn } from '@freehold/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestAppOptions } from '../../testing/create-test-app.ts';
import { scriptedInteractions } from '../../testing/scripted-interactions.ts';
import type { Pages } from '../index.ts';

/** Pages that answer with what they would be started with. */
const bootOnly: Pages = {
  problem: undefined,
  render: (_entry, boot, dress) => ({ status: dress?.status ?? 200, headers: {}, body: JSON.stringify(boot) }),
  asset: () => undefined,
  files: () => undefined,
};

const appOf = (options: TestAppOptions = {}): Promise<TestApp> =>
  createTestApp({ ...options, parts: { pages: bootOnly, ...options.parts } });

const bootAt = async (app: TestApp, path: string, headers: Record<string, string> = {}): Promise<PageBoot> => {
  const { status, body } = await app.request('GET', path, { headers });
  expect([path, status]).toEqual([path, 200]);
  return body;
};

const offer = async (app: TestApp, targets: readonly string[]): Promise<string> => {
  const made = await app.management('POST', '/api/connectors', { connectorId: 'mock-social-connector', config: {} });
  expect(made.status).toBe(200);
  const change = { socialSignInConnectorTargets: targets };
  expect((await app.management('PATCH', '/api/sign-in-exp', change)).status).toBe(200);
  return made.body.id;
};

let app: TestApp;
let connectorId: string;
beforeAll(async () => {
  app = await appOf();
  connectorId = await offer(app, ['mock-social', 'nobody-made-this']);
});

describe('a way to sign in that the application has chosen', () => {
  test('is gone right away where it is offered', async () => {
    const { signIn } = await bootAt(app, '/direct/social/mock-social?app_id=an-app');
    expect(signIn.providers).toMatchObject([{ id: connectorId, target: 'mock-social' }]);
  });

  test.each([
    'social/google',
    'social/nobody-made-this',
    'sso/mock-social',
    'social/%00',
    'social/..%2f..%2fevil.test',
  ])('%s: leads to the page with those that are offered', async way => {
    const { status, headers } = await app.request('GET', `/direct/${way}?app_id=an-app&ui_locales=zh-TW`);
    expect([status, headers['location']]).toEqual([
      303,
      `${app.tenant.endpoint}/sign-in?app_id=an-app&ui_locales=zh-TW`,
    ]);
  });

  test('one that is there for linking alone leads there, too', async () => {
    const quiet = await appOf();
    await offer(quiet, []);
    const { status, headers } = await quiet.request('GET', '/direct/social/mock-social');
    expect([status, headers['location']]).toEqual([303, `${quiet.tenant.endpoint}/sign-in`]);
  });
});

test('a password is recovered at one address, under whichever name it is asked for', async () => {
  const { status, headers } = await app.request('GET', '/reset-password?app_id=an-app');
  expect([status, headers['location']]).toEqual([303, `${app.tenant.endpoint}/forgot-password?app_id=an-app`]);
  expect((await bootAt(app, '/forgot-password')).signIn.forgotPassword).toEqual(['email', 'phone']);
});

test('a preview is in the language that is asked for, and says there what a wrong password is answered with', async () => {
  const headers = { cookie: 'freehold_locale=fr', 'accept-language': 'en' };
  const { locale, refusal } = await bootAt(app, '/sign-in/preview?ui_locales=zh-TW', headers);
  expect([locale, refusal?.sentence]).toEqual(['zh-TW', '帳戶或密碼不正確，請確認後再試一次。']);
  expect((await bootAt(app, '/sign-in', headers)).refusal).toBeUndefined();
});

describe('what a page is told', () => {
  test('is how people sign in and register, and of providers no more than a button shows', async () => {
    const own = await appOf();
    await offer(own, ['mock-social']);
    const change = {
      signIn: {
        methods: [
          { identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: false },
          { identifier: 'email', password: true, verificationCode: true, isPasswordPrimary: false },
          { identifier: 'phone', password: false, verificationCode: true, isPasswordPrimary: true },
        ],
      },
      signUp: {
        identifiers: ['email'],
        password: true,
        verify: true,
        secondaryIdentifiers: [{ identifier: 'username' }],
      },
      forgotPasswordMethods: ['EmailVerificationCode'],
      verificationCodePolicy: { expirationDuration: 300 },
      sentinelPolicy: { maxAttempts: 7 },
      emailBlocklistPolicy: { customBlocklist: ['@watched.example'] },
    };
    expect((await own.management('PATCH', '/api/sign-in-exp', change)).status).toBe(200);
    const { signIn } = await bootAt(own, '/sign-in');
    const { id } = signIn.providers[0] ?? {};
    const expected: PageSignIn = {
      methods: [
        // A person who has no other way is asked for the password, whatever is called primary.
        { identifier: 'username', password: true, code: false, passwordFirst: true },
        { identifier: 'email', password: true, code: true, passwordFirst: false },
        { identifier: 'phone', password: false, code: true, passwordFirst: false },
      ],
      signInMode: 'SignInAndRegister',
      signUp: { identifiers: ['email'], also: ['username'], password: true },
      forgotPassword: ['email'],
      providers: [
        {
          id: id ?? '',
          target: 'mock-social',
          name: { en: 'Mock Social' },
          logo: expect.stringMatching(/^data:image\//),
        },
      ],
      codeLifetime: 300,
      agreement: 'never',
      passwordPolicy: {
        minLength: 8,
        maxLength: 256,
        characterTypes: 1,
        rejects: { pwned: true, repetitionAndSequence: true, userInfo: true },
      },
    };
    expect(signIn).toEqual(expected);
  });

  test('leaves registration out where it is closed', async () => {
    const own = await appOf();
    await own.management('PATCH', '/api/sign-in-exp', { signInMode: 'SignIn' });
    expect((await bootAt(own, '/register')).signIn).not.toHaveProperty('signUp');
  });

  test('names what the application wants people to use, and only what there is', async () => {
    const interactions = scriptedInteractions();
    const find: typeof interactions.find = async (...request) => ({
      ...(await interactions.find(...request)),
      parameters: { identifier: 'phone nonsense email' },
    });
    const own = await appOf({ parts: { interactions: { ...interactions, find } } });
    const cookie = interactions.open();
    expect((await bootAt(own, '/sign-in', { cookie })).identifiers).toEqual(['email', 'phone']);
    expect(await bootAt(own, '/sign-in')).not.toHaveProperty('identifiers');
  });
});

describe('the inbox', () => {
  test('is named in development, for what no connector takes', async () => {
    const own = await appOf({ inbox: true });
    expect((await bootAt(own, '/sign-in')).inbox).toEqual(['email', 'phone']);
    const gateway = { connectorId: 'http-email', config: { endpoint: 'https://mail.example.com/send' } };
    expect((await own.management('POST', '/api/connectors', gateway)).status).toBe(200);
    expect((await bootAt(own, '/sign-in')).inbox).toEqual(['phone']);
  });

  test('is never named in production, and no way is offered that leads nowhere', async () => {
    const own = await appOf({ inbox: true, parts: { development: false } });
    const boot = await bootAt(own, '/sign-in');
    expect(boot).not.toHaveProperty('inbox');
    expect(boot.signIn.forgotPassword).toEqual([]);
  });
});

describe('a provider that answers by form post', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://appleid.apple.com' };
  const post = (path: string, body: string, headers: Record<string, string> = form) =>
    app.request('POST', path, { body, headers });

  test('is sent on to the page, with all that it said', async () => {
    const body = 'state=s%26t&code=c+d&user=%7B%22name%22%3A%22%C3%85da%22%7D';
    const { status, headers } = await post('/callback/apple', body);
    const location = new URL(headers['location'] ?? '');
    expect([status, headers['cache-control'], location.origin, location.pathname]).toEqual([
      303,
      'no-store',
      app.tenant.endpoint,
      '/callback/apple',
    ]);
    expect(Object.fromEntries(location.searchParams)).toEqual({ state: 's&t', code: 'c d', user: '{"name":"Åda"}' });
  });

  test('is sent on to the page of linked accounts as well', async () => {
    const at = '/account/security/linked/callback';
    expect((await post(at, 'state=s&code=c')).headers['location']).toBe(`${app.tenant.endpoint}${at}?state=s&code=c`);
  });

  test('says nothing: the page is opened all the same', async () => {
    expect((await post('/callback/apple', '')).headers['location']).toBe(`${app.tenant.endpoint}/callback/apple`);
  });

  test.each(['..%2f..%2fevil.test', '%2f%2fevil.test', 'a%3Fb', '%0d%0aset-cookie:a=b'])(
    'cannot lead anywhere else: %s',
    async id => {
      const { headers } = await post(`/callback/${id}`, 'state=s');
      const location = new URL(headers['location'] ?? '');
      expect([location.origin, location.pathname.split('/').length, location.search]).toEqual([
        app.tenant.endpoint,
        3,
        '?state=s',
      ]);
      expect(headers).not.toHaveProperty('set-cookie');
    },
  );

  test('is refused when it says more than an address takes', async () => {
    const { status, body } = await post('/callback/apple', `state=${'s'.repeat(8000)}`);
    expect([status, body.code]).toEqual([413, 'request.body_too_large']);
  });

  test('is the only one who may send a form', async () => {
    const typed = { 'content-type': form['content-type'] };
    expect((await post('/api/experience/verification/password', 'state=s', typed)).status).toBe(415);
    expect((await post('/callback/apple', '{}', { 'content-type': 'application/json' })).status).toBe(415);
  });
});

describe('the name of the tenant', () => {
  test('is the product’s until it has one of its own, which anybody may read', async () => {
    const named = await appOf();
    const names = async () => [
      (await bootAt(named, '/sign-in')).tenantName,
      (await named.request('GET', '/api/.well-known/sign-in-exp')).body.displayName,
    ];
    expect(await names()).toEqual([named.tenant.id, null]);
    await named.management('PATCH', '/api/sign-in-exp', { displayName: 'Acme' });
    expect(await names()).toEqual(['Acme', 'Acme']);
  });
});

describe('somebody whose address leads nowhere', () => {
  const looking = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'zh-TW' };
  const refused = { code: 'request.not_found', message: '這個網址沒有任何內容。' };

  test('sees a page in their language that says so', async () => {
    for (const path of ['/acount', '/assets/nothing.js']) {
      const { status, headers, body } = await app.request('GET', path, { headers: looking });
      expect([path, status, body.error]).toEqual([
        path,
        404,
        { ...refused, requestId: headers['logto-core-request-id'] },
      ]);
    }
  });

  test.each<[string, string, string, Record<string, string>]>([
    ['a program', 'GET', '/acount', { accept: '*/*' }],
    ['a script', 'GET', '/acount', { ...looking, 'sec-fetch-dest': 'empty' }],
    ['a form', 'POST', '/acount', looking],
    ['a browser at the API', 'GET', '/api/nothing', looking],
  ])('%s gets a problem document', async (_, method, path, headers) => {
    const answer = await app.request(method, path, { headers });
    expect([answer.status, answer.headers['content-type'], answer.body.code]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
      'request.not_found',
    ]);
  });

  test('gets the problem document where no page can be made', async () => {
    const { status, body } = await app.request('GET', '/acount', { headers: { ...looking, host: 'nobody.test' } });
    expect([status, body.code]).toEqual([404, 'request.not_found']);
  });
});
