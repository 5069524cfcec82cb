/**
 * Every kind of token and every forgery at every door, on the whole product: what was made for one door opens no other,
 * and nothing opens any to somebody who is gone.
 */
import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { methodsOf, type Route, routeGroups } from '@freehold/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authorizationRequest, createTestSite, type SiteBrowser, type TestSite } from '../testing/create-test-site.ts';

let site: TestSite;
let ada: SignedIn;
const password = 'Quiet-Harbor-58';

interface SignedIn {
  readonly userId: string;
  readonly browser: SiteBrowser;
  readonly code: string;
  readonly access: string;
  readonly refresh: string;
  readonly id: string;
}

/** Makes a user and signs them in to the demonstration, page by page. */
async function signIn(username: string, more: Readonly<Record<string, string>> = {}): Promise<SignedIn> {
  const { body: user } = await site.management('POST', '/api/users', { username, password });
  const browser = site.browser();
  const redirectUri = `${site.endpoint}/demo-app`;
  const { path, verifier } = authorizationRequest('demo-app', redirectUri, 'openid offline_access profile');
  await browser.get(`${path}&${new URLSearchParams(more)}`);
  await browser.json('PUT', '/api/experience', { interactionEvent: 'SignIn' });
  const { body } = await browser.json('POST', '/api/experience/verification/password', {
    identifier: { type: 'username', value: username },
    password,
  });
  await browser.json('POST', '/api/experience/identification', body);
  const submitted = await browser.json('POST', '/api/experience/submit');
  await browser.get(submitted.body.redirectTo);
  const consented = await browser.get('/consent');
  const back = await browser.get(consented.location);
  const code = new URL(back.location).searchParams.get('code') ?? '';
  const tokens = await browser.form('/oidc/token', {
    grant_type: 'authorization_code',
    client_id: 'demo-app',
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
  });
  expect(tokens.status).toBe(200);
  const { access_token: access, refresh_token: refresh, id_token: id } = tokens.body;
  return { userId: user.id, browser, code, access, refresh, id };
}

/** A machine's application with its secret. */
async function createMachine(name: string): Promise<{ id: string; secret: string }> {
  const { body } = await site.management('POST', '/api/applications', { name, type: 'MachineToMachine' });
  const secrets = await site.management('GET', `/api/applications/${body.id}/secrets`);
  return { id: body.id, secret: secrets.body[0].value };
}

async function machineToken(machine: { id: string; secret: string }, resource: string, scope = 'all'): Promise<string> {
  const { body } = await site.browser().form('/oidc/token', {
    grant_type: 'client_credentials',
    client_id: machine.id,
    client_secret: machine.secret,
    resource,
    scope,
  });
  return String(body.access_token);
}

const managementApi = () => `https://${site.tenantId}.logto.app/api`;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const ask = (method: string, path: string, token: string) =>
  site.browser().json(method, path, method === 'GET' || method === 'DELETE' ? undefined : {}, bearer(token));

const doors = (caller: Route['caller']) =>
  routeGroups
    .flatMap(group => Object.values<Route>(group))
    .filter(route => route.caller === caller)
    .flatMap(route => methodsOf(route).map(method => [method, route.path.replace(/:\w+/g, 'x')] as const));

beforeAll(async () => {
  site = await createTestSite();
  await site.management('PATCH', '/api/account-center', { enabled: true, fields: { username: 'ReadOnly' } });
  ada = await signIn('ada');
});
afterAll(() => site.close());

describe('a token', () => {
  let admin: { id: string; secret: string };
  let wrong: Readonly<Record<string, string>>;
  let management: string;
  beforeAll(async () => {
    const { body: api } = await site.management('POST', '/api/resources', {
      name: 'api',
      indicator: 'https://api.test',
    });
    const { body: all } = await site.management('POST', `/api/resources/${api.id}/scopes`, { name: 'all' });
    const { body: role } = await site.management('POST', '/api/roles', {
      name: 'all of the api',
      type: 'MachineToMachine',
      scopeIds: [all.id],
    });
    admin = await createMachine('admin');
    await site.management('PATCH', `/api/applications/${admin.id}`, { isAdmin: true });
    await site.management('POST', `/api/applications/${admin.id}/roles`, { roleIds: [role.id] });
    management = await machineToken(admin, managementApi());
    const ofApi = await machineToken(admin, 'https://api.test');
    const keys = (await site.browser().get('/oidc/jwks')).body.keys;
    wrong = {
      'an ID token': ada.id,
      'a refresh token': ada.refresh,
      'a code': ada.code,
      'of an API': ofApi,
      ...forge(keys),
    };
  });

  /** Tokens that say what a good one says, and are not signed by whom they should be. */
  function forge([key]: { kid: string; alg: string }[]): Record<string, string> {
    const [, payload = ''] = management.split('.');
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const header = { alg: 'ES256', typ: 'at+jwt', kid: key?.kid };
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const own = publicKey.export({ format: 'jwk' });
    const signed = (head: object) => {
      const text = `${encode(head)}.${payload}`;
      return `${text}.${sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
    };
    const keyed = (secret: string) => {
      const text = `${encode({ ...header, alg: 'HS256' })}.${payload}`;
      return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
    };
    const [head, , signature] = management.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return {
      'without a signature': `${encode({ ...header, alg: 'none' })}.${payload}.`,
      'with an empty signature': `${head}.${payload}.`,
      'keyed by the public key': keyed(JSON.stringify(key)),
      'keyed by nothing': keyed(''),
      'signed by a stranger': signed(header),
      'signed by a stranger whose key it brings': signed({ ...header, kid: undefined, jwk: own }),
      'signed by a stranger whose key it links': signed({
        ...header,
        jku: 'https://evil.test/jwks',
        x5u: 'https://evil.test',
      }),
      'with another payload': `${head}.${encode({ ...claims, sub: ada.userId })}.${signature}`,
      'with a part more': `${management}.x`,
      'with a critical header': signed({ ...header, crit: ['exp'] }),
    };
  }

  test('of the Management API opens it, and no account', async () => {
    expect((await ask('GET', '/api/users', management)).status).toBe(200);
    for (const [method, path] of doors('account')) {
      expect([path, (await ask(method, path, management)).status]).toEqual([path, 401]);
    }
    expect((await ask('GET', '/oidc/me', management)).status).toBe(401);
  });

  test('of a person opens their account, and nothing of the Management API', async () => {
    expect((await ask('GET', '/api/my-account', ada.access)).body.id).toBe(ada.userId);
    for (const [method, path] of doors('management')) {
      expect([path, (await ask(method, path, ada.access)).status]).toEqual([path, 401]);
    }
  });

  test('of another kind, or forged, opens nothing', async () => {
    for (const [what, token] of Object.entries(wrong)) {
      expect([what, token.length > 10]).toEqual([what, true]);
      for (const path of ['/api/users', '/api/my-account', '/api/account-center', '/oidc/me']) {
        const { status, body } = await ask('GET', path, token);
        expect([what, path, status]).toEqual([what, path, 401]);
        expect(JSON.stringify(body)).not.toContain(token);
      }
      for (const door of [
        ['POST', '/api/users'],
        ['PATCH', '/api/my-account'],
        ['POST', '/api/verifications/password'],
      ] as const) {
        expect([what, (await ask(door[0], door[1], token)).status]).toEqual([what, 401]);
      }
    }
  });

  test('of a person for the Management API has no scope there', async () => {
    const { refresh } = await signIn('grace', { resource: managementApi() });
    const { body } = await site.browser().form('/oidc/token', {
      grant_type: 'refresh_token',
      client_id: 'demo-app',
      refresh_token: refresh,
      resource: managementApi(),
    });
    expect(body.scope ?? '').not.toContain('all');
    expect((await ask('GET', '/api/users', body.access_token)).status).toBe(403);
  });

  test('in the address or the body is none', async () => {
    const browser = site.browser();
    for (const query of [`access_token=${ada.access}`, `authorization=Bearer%20${ada.access}`]) {
      expect((await browser.get(`/api/my-account?${query}`)).status).toBe(401);
      expect([400, 401]).toContain((await browser.get(`/oidc/me?${query}`)).status);
    }
    expect((await browser.json('PATCH', '/api/my-account', { access_token: ada.access })).status).toBe(401);
  });

  test('of an application that lost its role, or is gone, opens nothing from that moment on', async () => {
    const machine = await createMachine('short-lived');
    await site.management('PATCH', `/api/applications/${machine.id}`, { isAdmin: true });
    const token = await machineToken(machine, managementApi());
    expect((await ask('GET', '/api/users', token)).status).toBe(200);
    await site.management('PATCH', `/api/applications/${machine.id}`, { isAdmin: false });
    expect((await ask('GET', '/api/users', token)).status).toBe(401);
    await site.management('PATCH', `/api/applications/${machine.id}`, { isAdmin: true });
    expect((await ask('GET', '/api/users', token)).status).toBe(200);
    await site.management('DELETE', `/api/applications/${machine.id}`);
    expect((await ask('GET', '/api/users', token)).status).toBe(401);
  });
});

describe('somebody who was deleted', () => {
  test('has no account, session, token or user info any more', async () => {
    const gone = await signIn('gone');
    expect((await site.management('DELETE', `/api/users/${gone.userId}`)).status).toBe(204);
    expect((await ask('GET', '/api/my-account', gone.access)).status).toBe(401);
    expect((await ask('GET', '/oidc/me', gone.access)).status).toBe(401);
    const refreshed = await site.browser().form('/oidc/token', {
      grant_type: 'refresh_token',
      client_id: 'demo-app',
      refresh_token: gone.refresh,
    });
    expect([refreshed.status, refreshed.body.error]).toEqual([400, 'invalid_grant']);
    const { path } = authorizationRequest('demo-app', `${site.endpoint}/demo-app`, 'openid');
    const silent = await gone.browser.get(path.replace('prompt=consent', 'prompt=none'));
    expect(new URL(silent.location).searchParams.get('error')).toBe('login_required');
  });
});

describe('a page', () => {
  const mark = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
  const evil = encodeURIComponent(mark);
  const paths = [
    '/sign-in',
    `/sign-in?app_id=${evil}&ui_locales=${evil}&login_hint=${evil}`,
    '/register',
    `/error?error=${evil}&error_description=${evil}`,
    `/sign-in/password?app_id=${evil}`,
    `/sign-in/code?identifier=${evil}`,
    `/register/more?first_screen=${evil}`,
    `/forgot-password?app_id=${evil}`,
    `/reset-password?${evil}=${evil}`,
    `/callback/${evil}?code=${evil}&state=${evil}&error=${evil}&error_description=${evil}`,
    '/callback/..%2f..%2fapi',
    `/direct/social/${evil}?app_id=${evil}`,
    `/direct/${evil}/x`,
    '/direct/social/constructor',
    '/consent',
    '/demo-app',
    `/demo-app?error=${evil}&error_description=${evil}&code=x&state=${evil}`,
    '/docs',
    '/docs/account',
    '/errors',
    '/errors/auth.unauthorized',
    `/errors/${evil}`,
    '/errors/__proto__',
    '/errors/constructor',
    `/oidc/auth?client_id=${evil}`,
    `/oidc/auth?client_id=demo-app&response_type=code&redirect_uri=${evil}`,
    `/oidc/auth?client_id=demo-app&response_type=${evil}`,
    `/oidc/auth/${evil}`,
    '/oidc/session/end',
    `/oidc/session/end?client_id=demo-app&state=${evil}`,
    `/oidc/session/end?post_logout_redirect_uri=${evil}`,
    `/oidc/session/end?id_token_hint=${evil}`,
    `/oidc/session/end/success?client_id=${evil}`,
    `/oidc/${evil}`,
    `/${evil}`,
  ];

  test.each(paths)('%s is fenced in, and repeats nothing that runs', async path => {
    const { status, headers, body } = await site.browser().get(path, { accept: 'text/html', 'accept-language': mark });
    expect(status).toBeLessThan(504);
    expect(status).not.toBe(500);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const text = typeof body === 'string' ? body : '';
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<img');
    // Nobody is shown the body of a redirect.
    if (!headers.get('content-type')?.includes('html') || (status >= 300 && status < 400)) return;
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toMatch(/unsafe-(?:inline|eval)|\*/);
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  test('that the engine writes itself runs its own script alone', async () => {
    const { headers, body } = await site.browser().get('/oidc/session/end', { accept: 'text/html' });
    const [, script = ''] = /<script>(.*?)<\/script>/s.exec(body) ?? [];
    const hash = createHash('sha256').update(script).digest('base64');
    expect(script).toContain('submit()');
    expect(headers.get('content-security-policy')).toContain(`script-src 'sha256-${hash}'`);
  });

  test('there are pages among them', async () => {
    const answers = await Promise.all(paths.map(path => site.browser().get(path, { accept: 'text/html' })));
    const pages = answers.filter(
      ({ status, headers }) => status !== 303 && headers.get('content-type')?.includes('html'),
    );
    expect(pages.length).toBeGreaterThan(15);
  });
});

describe('a file', () => {
  test.each([
    '/assets/../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/etc/passwd',
    '/assets/....//....//etc/passwd',
    '/assets/%00',
    '/assets//etc/passwd',
    '/assets/..%5c..%5cpackage.json',
    '/assets/.vite/manifest.json',
    '/assets/',
    '/.vite/manifest.json',
    '/data/secrets.json',
    '/.env',
  ])('%s is not there', async path => {
    const { status } = await site.browser().get(path);
    expect([400, 404]).toContain(status);
  });
});

describe('a form of a hundred kilobytes', () => {
  test.each([
    '/oidc/token',
    '/oidc/token/introspection',
    '/oidc/token/revocation',
    '/oidc/session/end',
    '/oidc/me',
    '/oidc/auth',
  ])('is refused by %s', async path => {
    const { status } = await site.browser().form(path, { client_id: 'demo-app', token: 'x'.repeat(100_000) });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});
