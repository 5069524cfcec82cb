import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { PageBoot } from '@freehold/contract';
import { negotiateLocale } from '@freehold/messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPages, type PageDress, type Pages, pageLocale } from './index.ts';
import { pageHeaders } from './page-headers.ts';

const script = 'console.log("sign-in")';

let folder: string;
let pages: Pages;

// A build in small: two entries that share a chunk, and the sentences of two languages.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'freehold-pages-'));
  const webRoot = join(folder, 'web');
  mkdirSync(join(webRoot, '.vite'), { recursive: true });
  mkdirSync(join(webRoot, 'assets'));
  const files: Record<string, string | Buffer> = {
    'sign-in-1a.js': script,
    'sign-in-1a.js.br': brotliCompressSync(script),
    'shared-2b.js': '//',
    'shared-2b.css': 'a{}',
    'sign-in-3c.css': 'b{}',
    'color-scheme-4d.js': '//',
    'dark-7a.css': 'c{}',
    'en-5e.js': '//',
    'zh-6f.js': '//',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(webRoot, 'assets', name), content);
  writeFileSync(join(webRoot, 'secret.js'), 'secret');
  writeFileSync(
    join(webRoot, '.vite', 'manifest.json'),
    JSON.stringify({
      '../messages/src/en/pages.ts': { file: 'assets/en-5e.js', name: 'pages', isDynamicEntry: true },
      '../messages/src/zh-tw/pages.ts': { file: 'assets/zh-6f.js', name: 'pages', isDynamicEntry: true },
      '_shared-2b.js': { file: 'assets/shared-2b.js', name: 'shared', css: ['assets/shared-2b.css'] },
      'src/sign-in/main.tsx': {
        file: 'assets/sign-in-1a.js',
        name: 'sign-in',
        isEntry: true,
        imports: ['_shared-2b.js'],
        css: ['assets/sign-in-3c.css'],
      },
      'src/demo-app/main.tsx': { file: 'assets/sign-in-1a.js', name: 'demo-app', isEntry: true },
      'src/ui/color-scheme.ts': { file: 'assets/color-scheme-4d.js', name: 'color-scheme', isEntry: true },
      'src/ui/dark.css': { file: 'assets/dark-7a.css', name: 'dark', isEntry: true },
    }),
  );
  pages = createPages({ webRoot });
});

afterAll(() => rmSync(folder, { recursive: true }));

function boot(changes: Partial<PageBoot> = {}): PageBoot {
  return {
    locale: 'en',
    locales: ['en', 'zh-TW', 'fr'],
    tenantName: 'Acme',
    endpoint: 'https://id.example.com',
    development: false,
    interaction: true,
    signIn: {
      methods: [{ identifier: 'username', password: true, code: false, passwordFirst: true }],
      signInMode: 'SignInAndRegister',
      signUp: { identifiers: ['username'], also: [], password: true },
      forgotPassword: [],
      providers: [],
      codeLifetime: 600,
      agreement: 'never',
      passwordPolicy: {
        minLength: 8,
        maxLength: 256,
        characterTypes: 1,
        rejects: { pwned: true, repetitionAndSequence: true, userInfo: true },
      },
    },
    ...changes,
  };
}

const html = (changes?: Partial<PageBoot>) => String(pages.render('sign-in', boot(changes)).body);
const bootOf = (page: string) =>
  /<script type="application\/json" id="boot" nonce="[^"]+">(.*?)<\/script>/s.exec(page)?.[1];

describe('a page', () => {
  it('carries what it is started with, whatever people named things', () => {
    const name = '</script><!-- <script>alert(1)</script> & "quoted" \u2028 \u2029 \u{1F600}';
    const page = html({ application: { id: 'a', name, firstParty: false }, tenantName: name });
    expect(JSON.parse(bootOf(page) ?? '')).toMatchObject({ application: { name }, tenantName: name });
    expect(page.match(/<script/g)).toHaveLength(3);
    expect(page).not.toContain('<!--');
    expect(bootOf(page)).not.toMatch(/[\u2028\u2029]/);
    expect(page).toContain(
      `<title>&lt;/script&gt;&lt;!-- &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot;`,
    );
  });

  it('cannot be led out of an attribute by its language', () => {
    expect(html({ locale: 'en"><script>alert(1)</script>' })).not.toContain('<script>alert');
  });

  it('loads its own files, styles it shares first, and one language', () => {
    const page = html({ locale: 'zh-TW' });
    expect(
      [...page.matchAll(/<link rel="(?:stylesheet|modulepreload)" href="([^"]+)">/g)].map(match => match[1]),
    ).toEqual(['/assets/shared-2b.css', '/assets/sign-in-3c.css', '/assets/shared-2b.js', '/assets/zh-6f.js']);
    expect(page).toContain('<script type="module" src="/assets/sign-in-1a.js">');
    expect(page).toContain('<html lang="zh-TW"');
  });

  it('chooses its colours in a file before its first style', () => {
    const page = html();
    expect(page.indexOf('/assets/color-scheme-4d.js')).toBeGreaterThan(0);
    expect(page.indexOf('/assets/color-scheme-4d.js')).toBeLessThan(page.indexOf('rel="stylesheet"'));
  });

  describe('without scripts', () => {
    const dressed = (dress: PageDress) => String(pages.render('sign-in', boot(), dress).body);
    const dark = (page: string) => /<noscript>\n(<link.*?)<\/noscript>/s.exec(page)?.[1]?.trim().split('\n');
    const link = (path: string) => `<link rel="stylesheet" href="${path}" media="(prefers-color-scheme: dark)">`;

    it('is dark where the system is, in the tenant’s colours and before its rules', () => {
      const page = dressed({ darkStyles: ['/theme-dark.css?v=1'], styles: ['/custom-css/sign-in.css?v=1'] });
      expect(dark(page)).toEqual([link('/assets/dark-7a.css'), link('/theme-dark.css?v=1')]);
      expect(page.indexOf('/theme-dark.css')).toBeGreaterThan(page.indexOf('/assets/sign-in-3c.css'));
      expect(page.indexOf('/theme-dark.css')).toBeLessThan(page.indexOf('/custom-css'));
      expect(page).toContain('data-mantine-color-scheme="light"');
    });

    it.each<[string, PageDress, string]>([
      ['as its address asks for, dark', { scheme: 'dark' }, 'dark'],
      ['as its address asks for, light', { scheme: 'light' }, 'light'],
      ['light where the tenant has no dark colours', { onlyLight: true }, 'light'],
      ['light there whatever its address asks for', { onlyLight: true, scheme: 'dark' }, 'light'],
    ])('is %s, whatever the system is', (_, dress, scheme) => {
      const page = dressed(dress);
      expect(dark(page)).toBeUndefined();
      expect(page).toContain(`data-mantine-color-scheme="${scheme}"`);
    });
  });

  it('says in the reader’s language that it needs scripts', () => {
    expect(html()).toMatch(/<noscript><p>This page needs JavaScript/);
    expect(html({ locale: 'fr' })).toMatch(/<noscript><p>Cette page/);
  });

  it('has nothing inline that a policy would have to allow', () => {
    const page = html();
    expect(page).not.toMatch(/ style=|<style| on[a-z]+=/);
    for (const [, attributes] of page.matchAll(/<script([^>]*)>/g))
      expect(attributes).toMatch(/src=|application\/json/);
  });

  it('is fenced in by its headers, with a nonce of its own', () => {
    const first = pages.render('sign-in', boot());
    const policy = first.headers['content-security-policy'] ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
    expect(first.body).toContain(`nonce="${nonce}"`);
    expect(String(pages.render('sign-in', boot()).body)).not.toContain(nonce);
    expect(first.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'unsafe-none',
    });
    expect(pages.render('demo-app', boot()).headers['cross-origin-opener-policy']).toBe('same-origin');
  });

  it.each(['sign-in-preview', 'account-preview'] as const)(
    'may be framed where it is a preview (%s), by our own pages alone, and then calls nobody',
    entry => {
      const policyOf = (headers: Readonly<Record<string, string>>) => headers['content-security-policy']?.split('; ');
      const preview = pageHeaders(entry, 'nonce');
      expect(policyOf(preview)).toEqual(
        expect.arrayContaining(["connect-src 'none'", "form-action 'none'", "frame-ancestors 'self'"]),
      );
      expect(policyOf(preview)?.filter(part => part.startsWith('frame-src'))).toEqual([]);
      expect(preview['x-frame-options']).toBe('SAMEORIGIN');
      expect(policyOf(pageHeaders('console', 'nonce'))).toEqual(
        expect.arrayContaining(["connect-src 'self'", "frame-src 'self'", "frame-ancestors 'none'"]),
      );
    },
  );

  it('can carry the status of an error', () => {
    expect(pages.render('sign-in', boot()).status).toBe(200);
    expect(pages.render('sign-in', boot({ error: { code: 'request.not_found' } }), { status: 404 }).status).toBe(404);
  });
});

describe('a file of the build', () => {
  it('may be kept for ever', () => {
    const file = pages.asset('/assets/sign-in-1a.js');
    expect(String(file?.body)).toBe(script);
    expect(file?.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
    });
    expect(file?.headers).not.toHaveProperty('content-encoding');
  });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['BR;q=1.0', 'br'],
    ['gzip', undefined],
    ['br;q=0, gzip', undefined],
    ['brotli', undefined],
    [undefined, undefined],
  ])('comes in the best form that %s takes and that exists', (accepted, encoding) => {
    const file = pages.asset('/assets/sign-in-1a.js', accepted);
    expect(file?.headers['content-encoding']).toBe(encoding);
    const body = Buffer.from(file?.body ?? '');
    expect(String(encoding === 'br' ? brotliDecompressSync(body) : body)).toBe(script);
    expect(file?.headers['content-length']).toBe(String(body.length));
  });

  it.each([
    '/assets/../secret.js',
    '/assets/../.vite/manifest.json',
    '/assets/..%2fsecret.js',
    '/assets/..\\secret.js',
    '/assets//etc/passwd',
    '/assets/./sign-in-1a.js',
    '/assets/sign-in-1a.js\0.css',
    '/assets/sign-in-1a.js.br',
    '/assets/',
    '/assets',
    '/secret.js',
    '/assets/__proto__',
    '/assets/constructor.js',
  ])('is not found at %j', path => {
    expect(pages.asset(path, 'br')).toBeUndefined();
  });
});

describe('without a build', () => {
  it('says so in one line, and answers pages with 503', () => {
    const missing = createPages({ webRoot: join(folder, 'nowhere') });
    expect(missing.problem).toMatch(/^The web pages are not built: .*nowhere.*Run "npm run build"\.$/);
    const page = missing.render('sign-in', boot());
    expect(page.status).toBe(503);
    expect(page.body).toContain('npm run build');
    expect(page.body).not.toContain(folder);
    expect(missing.asset('/assets/sign-in-1a.js')).toBeUndefined();
  });
});

describe('the language of a page', () => {
  it.each([
    [
      'what the reader chose',
      { cookie: 'a=b; freehold_locale=fr; c=d', uiLocales: 'zh-TW', acceptLanguage: 'en' },
      'fr',
    ],
    ['what the application asks for', { cookie: undefined, uiLocales: 'it zh-Hant', acceptLanguage: 'fr' }, 'zh-TW'],
    ['what the browser says', { cookie: '_session=x', uiLocales: undefined, acceptLanguage: 'it, fr;q=0.8' }, 'fr'],
    [
      'the next wish after one that no language meets',
      { cookie: 'freehold_locale=xx', uiLocales: 'ko', acceptLanguage: 'fr' },
      'fr',
    ],
    ['English when nothing is wished', { cookie: undefined, uiLocales: undefined, acceptLanguage: undefined }, 'en'],
    [
      'no wish that is not a tag',
      { cookie: 'freehold_locale=fr;q=0', uiLocales: 'fr;q=0,zh-TW', acceptLanguage: 'en' },
      'fr',
    ],
    [
      'no cookie of a similar name',
      { cookie: 'x_freehold_locale=fr', uiLocales: undefined, acceptLanguage: 'en' },
      'en',
    ],
  ])('is %s', (_, wishes, locale) => {
    expect(pageLocale(wishes, accepted => negotiateLocale(accepted))).toBe(locale);
  });
});
