/** What makes the pages the tenant's own: colours, logos, and rules that an administrator has written. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts';
import type { Pages } from '../index.ts';
import type { PageDress } from '../pages/index.ts';

let app: TestApp;
let dresses: Record<string, { readonly dress: PageDress; readonly boot: Record<string, unknown> }>;

const showing: Pages = {
  problem: undefined,
  render: (entry, boot, dress = {}) => {
    dresses[entry] = { dress, boot: { ...boot } };
    return { status: 200, headers: {}, body: '' };
  },
  asset: () => undefined,
  files: () => undefined,
};

beforeEach(async () => {
  dresses = {};
  app = await createTestApp({ parts: { pages: showing } });
});

const settle = async (change: object) => {
  const answer = await app.management('PATCH', '/api/sign-in-exp', change);
  expect([answer.status, answer.body.message]).toEqual([200, undefined]);
};
const settleAccount = async (change: object) =>
  expect((await app.management('PATCH', '/api/account-center', change)).status).toBe(200);
const dressOf = async (entry: string, path = `/${entry}`): Promise<PageDress> => {
  await app.request('GET', path);
  return dresses[entry]?.dress ?? {};
};
const colour = (primaryColor: string, darkPrimaryColor = '#8fb0ff', isDarkModeEnabled = true) =>
  settle({ color: { primaryColor, darkPrimaryColor, isDarkModeEnabled } });

describe('the theme', () => {
  test('is not there while the colours are the shipped ones', async () => {
    expect((await dressOf('sign-in')).styles).toEqual([]);
    expect((await app.request('GET', '/theme.css')).status).toBe(404);
  });

  test('is a file of our own, kept for ever under the name of its content', async () => {
    await colour('#E50914', '#fa8');
    const [style = ''] = (await dressOf('sign-in')).styles ?? [];
    expect(style).toMatch(/^\/theme\.css\?v=[\w-]{16}$/);
    for (const entry of ['account', 'demo-app']) expect((await dressOf(entry)).styles).toEqual([style]);
    const { status, headers, body } = await app.request('GET', style);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    const [light, dark] = body.split('\n');
    expect(light).toMatch(/^\.fh-root\{--fh-accent:#e50914;/);
    expect(dark).toMatch(/^\.fh-root\[data-mantine-color-scheme="dark"\]\{--fh-accent:#ffaa88;/);
    // Never branded: they mean the same everywhere.
    expect(body).not.toMatch(/--fh-(?:focus|danger|warning|ok)/);

    await colour('#1db954');
    const [next = ''] = (await dressOf('sign-in')).styles ?? [];
    expect(next).not.toBe(style);
    expect((await app.request('GET', style)).headers['cache-control']).toBe('no-cache');
  });

  test('has its dark half alone for browsers without scripts', async () => {
    expect((await dressOf('sign-in')).darkStyles).toEqual([]);
    expect((await app.request('GET', '/theme-dark.css')).status).toBe(404);
    await colour('#E50914', '#fa8');
    const [style = ''] = (await dressOf('sign-in')).darkStyles ?? [];
    expect(style).toMatch(/^\/theme-dark\.css\?v=[\w-]{16}$/);
    const { status, headers, body } = await app.request('GET', style);
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(body).toMatch(/^\.fh-root\[data-mantine-color-scheme\]\{--fh-accent:#ffaa88;/);
  });

  test('is asked for again only when it has changed', async () => {
    await colour('#1db954');
    const { headers } = await app.request('GET', '/theme.css');
    const etag = headers['etag'] ?? '';
    expect((await app.request('GET', '/theme.css', { headers: { 'if-none-match': etag } })).status).toBe(304);
    await colour('#1db955');
    expect((await app.request('GET', '/theme.css', { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  test('of one colour is one colour in both schemes', async () => {
    await colour('#1db954');
    const { body } = await app.request('GET', '/theme.css');
    expect(body.match(/--fh-accent:#1db954/g)).toHaveLength(2);
  });

  test('leaves the console alone, whose administrator has to find the way back', async () => {
    await colour('#ffffff', '#000000');
    await settle({ customCss: '*{display:none}', branding: { logoUrl: 'https://cdn.example/logo.png' } });
    expect(await dressOf('console')).toEqual({});
    expect(dresses['console']?.boot).not.toHaveProperty('branding');
  });

  test('is light alone where the tenant has no dark colours', async () => {
    expect((await dressOf('sign-in')).onlyLight).toBe(false);
    await colour('#1db954', '#1db954', false);
    expect((await dressOf('sign-in')).onlyLight).toBe(true);
  });
});

test.each([
  ['dark', 'dark'],
  ['light', 'light'],
  ['system', undefined],
  ['"><script>', undefined],
])('the colours that the address asks for, %j, are %j', async (asked, scheme) => {
  const { scheme: found } = await dressOf('sign-in', `/sign-in?color_scheme=${encodeURIComponent(asked)}`);
  expect(found).toBe(scheme);
});

describe('logos and icons', () => {
  test('are named to the page, and their hosts to the policy', async () => {
    await settle({
      branding: {
        logoUrl: 'https://cdn.example:8443/a.svg?x=1',
        darkLogoUrl: 'https://other.example/b.png',
        favicon: 'https://cdn.example:8443/f.ico',
        darkFavicon: 'https://cdn.example:8443/d.ico',
      },
    });
    expect(await dressOf('sign-in')).toMatchObject({
      icon: 'https://cdn.example:8443/f.ico',
      darkIcon: 'https://cdn.example:8443/d.ico',
      pictureOrigins: ['https://cdn.example:8443', 'https://other.example'],
    });
    expect(dresses['sign-in']?.boot['branding']).toEqual({
      logoUrl: 'https://cdn.example:8443/a.svg?x=1',
      darkLogoUrl: 'https://other.example/b.png',
    });
  });

  test.each([
    'https://*/a.png',
    'https://*.example/a.png',
    'https://a;script-src/a.png',
    "https://a'self'/a.png",
    'https://a,b/a.png',
    'ftp://a.example/a.png',
    '',
  ])('%j writes nothing into the policy', async logoUrl => {
    const answer = await app.management('PATCH', '/api/sign-in-exp', { branding: { logoUrl } });
    if (answer.status !== 200) return;
    expect((await dressOf('sign-in')).pictureOrigins).toEqual([]);
    expect(dresses['sign-in']?.boot).not.toHaveProperty('branding');
  });

  test('without TLS is shown in development alone', async () => {
    const branding = { logoUrl: 'http://localhost:9000/a.png' };
    await settle({ branding });
    expect((await dressOf('sign-in')).pictureOrigins).toEqual(['http://localhost:9000']);
    app = await createTestApp({ parts: { pages: showing, development: false } });
    await settle({ branding });
    expect((await dressOf('sign-in')).pictureOrigins).toEqual([]);
  });
});

describe('an administrator’s own rules', () => {
  const css = `.fh-card { border: 3px solid red } /* </style><script>alert(1)</script> & 日本 */`;

  test('come last, as a file that is as it was written', async () => {
    await colour('#1db954');
    await settle({ customCss: css });
    const [theme, style = ''] = (await dressOf('sign-in')).styles ?? [];
    expect([theme, style]).toEqual([
      expect.stringMatching(/^\/theme/),
      expect.stringMatching(/^\/custom-css\/sign-in\.css\?v=/),
    ]);
    const { headers, body } = await app.request('GET', style);
    expect(body).toBe(css);
    expect(headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  });

  test('are one’s own for signing in and for the account', async () => {
    await settle({ customCss: css });
    await settleAccount({ customCss: 'h1{color:red}' });
    expect((await dressOf('sign-in')).styles).toEqual([expect.stringMatching(/sign-in\.css/)]);
    const [style = ''] = (await dressOf('account')).styles ?? [];
    expect((await app.request('GET', style)).body).toBe('h1{color:red}');
    expect((await dressOf('demo-app')).styles).toEqual([]);
  });

  test('can be left out by whoever has locked the button away', async () => {
    await settle({ customCss: css });
    expect((await dressOf('sign-in', '/sign-in?app_id=x&custom_css=0')).styles).toEqual([]);
  });

  test.each(['sign-in', 'account.css', 'console.css', 'demo-app.css', '..%2ftheme.css', '__proto__.css'])(
    'are not there: %s',
    async name => {
      await settle({ customCss: '  ' });
      expect((await app.request('GET', `/custom-css/${name}`)).status).toBe(404);
    },
  );
});

describe('agreeing to the terms', () => {
  test.each([
    ['Automatic', 'https://a.example/terms', 'never'],
    ['ManualRegistrationOnly', 'https://a.example/terms', 'registration'],
    ['Manual', 'https://a.example/terms', 'always'],
    ['Manual', null, 'never'],
  ])('%s, terms at %s: %s', async (agreeToTermsPolicy, termsOfUseUrl, agreement) => {
    await settle({ agreeToTermsPolicy, termsOfUseUrl });
    await dressOf('sign-in');
    expect(dresses['sign-in']?.boot['signIn']).toMatchObject({ agreement });
  });
});
