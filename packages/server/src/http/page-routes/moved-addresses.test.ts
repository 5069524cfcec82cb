/** Addresses that lead to others, and applications that people may go back to. */
import type { PageBoot } from '@freehold/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts';
import type { Pages } from '../index.ts';

const bootOnly: Pages = {
  problem: undefined,
  render: (_entry, boot) => ({ status: 200, headers: {}, body: JSON.stringify(boot) }),
  asset: () => undefined,
  files: () => undefined,
};

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ parts: { pages: bootOnly } });
});

describe('tasks of the account under the names that they have elsewhere', () => {
  test.each(['email', 'phone', 'username', 'password'])(
    '/account/%s leads to the task, with all that was asked',
    async task => {
      const query = '?redirect=https%3A%2F%2Fapp.example%2F%3Fa%3D1%26b&ui_locales=zh-TW&%0d%0aset-cookie:a=b';
      const { status, headers } = await app.request('GET', `/account/${task}${query}`);
      expect([status, headers['location']]).toEqual([302, `${app.tenant.endpoint}/account/security/${task}${query}`]);
      expect(headers).not.toHaveProperty('set-cookie');
    },
  );

  test('is told by the endpoint, whatever a proxy passes on', async () => {
    const headers = { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'http' };
    const { headers: answered } = await app.request('GET', '/account/email', { headers });
    expect(answered['location']).toBe(`${app.tenant.endpoint}/account/security/email`);
  });
});

describe('password managers', () => {
  test('find where a password is changed', async () => {
    const { status, headers } = await app.request('GET', '/.well-known/change-password');
    expect([status, headers['location']]).toEqual([302, `${app.tenant.endpoint}/account/security/password`]);
    expect(headers['cache-control']).toBe('no-cache');
  });

  test('see that not every address is answered with a page', async () => {
    const path = '/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200';
    expect((await app.request('GET', path)).status).toBe(404);
  });
});

describe('the application that waits for the person', () => {
  let own: TestApp;
  let other: TestApp;
  const registered = async (
    to: TestApp,
    name: string,
    uris: string[],
    more: object = {},
    postLogout: string[] = [],
  ) => {
    const oidcClientMetadata = { redirectUris: uris, postLogoutRedirectUris: postLogout };
    const made = await to.management('POST', '/api/applications', { name, type: 'SPA', oidcClientMetadata, ...more });
    expect([made.status, made.body.message]).toEqual([200, undefined]);
  };
  beforeAll(async () => {
    own = await createTestApp({ parts: { pages: bootOnly } });
    other = await createTestApp({ parts: { pages: bootOnly } });
    await registered(own, 'Notes', ['https://App.Example/callback', 'com.example.notes://callback'], {
      type: 'Native',
    });
    await registered(own, 'Left by', ['https://elsewhere.example/cb'], {}, ['https://bye.example:8443/out']);
    await registered(own, 'On this machine', ['http://localhost:5173/cb', 'http://127.0.0.1:5173/cb']);
    await registered(own, 'Without TLS', ['http://plain.example/cb']);
    await registered(own, 'Ümlaut', ['https://bücher.example/cb']);
    await registered(own, 'Of somebody else', ['https://app.example/third', 'https://third.example/cb'], {
      isThirdParty: true,
    });
    await registered(other, 'Of another tenant', ['https://other.example/cb']);
  });

  const at = async (redirect: string, path = '/account/security/email'): Promise<PageBoot['returnTo']> => {
    const { status, body } = await own.request('GET', `${path}?redirect=${encodeURIComponent(redirect)}`);
    expect(status).toBe(200);
    return body.returnTo;
  };

  test.each([
    ['https://app.example/settings?tab=1#email', 'https://app.example/settings?tab=1#email', 'Notes'],
    ['HTTPS://APP.EXAMPLE:443', 'https://app.example/', 'Notes'],
    ['https://bye.example:8443/', 'https://bye.example:8443/', 'Left by'],
    ['http://localhost:5173/a', 'http://localhost:5173/a', 'On this machine'],
    ['http://127.0.0.1:5173/a', 'http://127.0.0.1:5173/a', 'On this machine'],
    ['https://bücher.example/x', 'https://xn--bcher-kva.example/x', 'Ümlaut'],
    ['https://xn--bcher-kva.example/x', 'https://xn--bcher-kva.example/x', 'Ümlaut'],
    ['https://third.example/x', 'https://third.example/x', 'Of somebody else'],
    // A path that looks like a host is a path of that application.
    ['https://app.example//evil.test', 'https://app.example//evil.test', 'Notes'],
  ])('is found by its origin: %s', async (redirect, url, name) => {
    expect(await at(redirect)).toEqual({ url, name });
  });

  test.each([
    '//evil.test',
    '//app.example/settings',
    '/settings',
    'app.example',
    'https://evil.test/',
    'https://app.example@evil.test/',
    'https://evil.test@app.example/',
    'https://user:secret@app.example/',
    'https://app.example.evil.test/',
    'https://app.example:444/',
    'https://sub.app.example/',
    'http://app.example/',
    'http://plain.example/',
    'http://localhost:5174/',
    'http://localhost.evil.test:5173/',
    'https://bye.example/',
    'https:\\\\app.example\\settings',
    'https://app.example\\@evil.test/',
    '\\\\evil.test',
    'https://app.example\t.evil.test/',
    'https://app.exa\nmple/',
    ' https://app.example/',
    '\u0000https://app.example/',
    'javascript:alert(1)//https://app.example/',
    'data:text/html,https://app.example',
    'blob:https://app.example/1',
    'view-source:https://app.example/',
    'com.example.notes://callback',
    'null',
    'https://',
    'https://xn--app-.example/',
    'https://аpp.example/',
    'https://other.example/cb',
    "https://app.example' OR '1'='1",
    '',
  ])('is nobody for %j, and the page works without', async redirect => {
    expect(await at(redirect)).toBeUndefined();
  });

  test('is nobody on our own pages: people get there by our own links', async () => {
    for (const path of ['/demo-app', '/account', '/api/status', '/oidc/session/end']) {
      expect(await at(`${own.tenant.endpoint}${path}`)).toBeUndefined();
    }
  });

  test('is nobody at the end of an endless address', async () => {
    expect(await at(`https://app.example/${'a'.repeat(2028)}`)).toMatchObject({ name: 'Notes' });
    expect(await at(`https://app.example/${'a'.repeat(2029)}`)).toBeUndefined();
  });

  test('is nobody when two are named', async () => {
    const one = encodeURIComponent('https://app.example/');
    const { body } = await own.request(
      'GET',
      `/account?redirect=${one}&redirect=${encodeURIComponent('https://evil.test')}`,
    );
    expect(body).not.toHaveProperty('returnTo');
  });

  test('is told to the account pages alone', async () => {
    expect(await at('https://app.example/', '/account')).toMatchObject({ name: 'Notes' });
    for (const path of ['/sign-in', '/console', '/demo-app'])
      expect(await at('https://app.example/', path)).toBeUndefined();
  });
});
