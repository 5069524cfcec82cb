import { type AccountField, accountMembers, accountScopes } from '@freehold/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken, type TestUser } from '../testing/create-test-app.ts';

describe('read the account', () => {
  let app: TestApp;
  let user: TestUser;
  let token: TestToken;

  beforeAll(async () => {
    app = await createTestApp();
    await app.enableAccountCenter();
    user = await app.createUser({
      username: 'ada',
      name: 'Ada "the" \\ Lovelace 愛達 🧮',
      email: 'Ada@example.com',
      phone: '886912345678',
      profile: { givenName: 'Ada', address: { country: 'UK' } },
      custom_data: { theme: 'dark' },
    });
    token = await app.signIn(user);
  });

  const read = (bearer: TestToken | string = token, headers = {}) =>
    app.account(bearer, 'GET', '/api/my-account', { headers });

  test('returns every member that scopes and fields open, and emits nothing', async () => {
    const answer = await read();
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      id: user.id,
      username: 'ada',
      name: 'Ada "the" \\ Lovelace 愛達 🧮',
      avatar: null,
      profile: { givenName: 'Ada', address: { country: 'UK' } },
      primaryEmail: 'Ada@example.com',
      primaryPhone: '886912345678',
      identities: {},
      ssoIdentities: [],
      customData: { theme: 'dark' },
      hasPassword: true,
      password: true,
      lastSignInAt: null,
      createdAt: app.clock().getTime(),
      updatedAt: app.clock().getTime(),
      applicationId: null,
      cimdClientId: null,
      isSuspended: false,
      hasSecurityVerificationMethod: true,
    });
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['logto-core-request-id']).toMatch(/^[0-9a-z]{16}$/);
    expect(await app.events()).toEqual([]);
  });

  test.each(accountScopes.map(scope => [scope]))('without the scope %s its members are absent', async scope => {
    if (scope === 'openid') return;
    const narrow = await app.signIn(user, { scopes: accountScopes.filter(other => other !== scope) });
    const { body } = await read(narrow);
    const members: [string, { scope?: string }][] = Object.entries(accountMembers);
    const expected = members.filter(([, rule]) => rule.scope !== scope).map(([name]) => name);
    expect(Object.keys(body)).toEqual(expected);
    expect(body.profile?.address).toEqual(scope === 'address' || scope === 'profile' ? undefined : { country: 'UK' });
  });

  test.each([['Off'], ['ReadOnly']] as const)('a field that is %s', async access => {
    const other = await createTestApp();
    const person = await other.createUser();
    const bearer = await other.signIn(person);
    const members: [string, { scope?: string; field?: AccountField }][] = Object.entries(accountMembers);
    for (const field of new Set(members.flatMap(([, rule]) => rule.field ?? []))) {
      await other.enableAccountCenter({ [field]: access });
      const { body } = await other.account(bearer, 'GET', '/api/my-account');
      const open = members.filter(([, rule]) => !rule.field || (rule.field === field && access === 'ReadOnly'));
      expect(Object.keys(body), field).toEqual(open.map(([name]) => name));
    }
  });

  describe('refuses', () => {
    test('a request without a token', async () => {
      const answer = await app.request('GET', '/api/my-account');
      expect(answer).toMatchObject({ status: 401, body: { code: 'auth.authorization_header_missing', status: 401 } });
      expect(answer.headers['www-authenticate']).toBe('Bearer');
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.body.type).toBe(`${app.tenant.endpoint}/errors/auth.authorization_header_missing`);
    });

    test('another scheme', async () => {
      const answer = await app.request('GET', '/api/my-account', { headers: { authorization: 'Basic abc' } });
      expect(answer).toMatchObject({
        status: 401,
        body: { code: 'auth.authorization_token_type_not_supported', data: { supportedTypes: ['Bearer'] } },
      });
    });

    const mutations: [string, (token: string) => string][] = [
      ['a shorter token', t => t.slice(0, -1)],
      ['a longer token', t => `${t}a`],
      ['a token of other case', t => (t.toLowerCase() === t ? t.toUpperCase() : t.toLowerCase())],
      ['an empty token', () => ''],
      ['a JWT', () => 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln'],
      ['nonsense', () => '\u00ff\u00fe'],
    ];
    test.each(mutations)('%s', async (_, mutate) => {
      expect(await read(mutate(token.token))).toMatchObject({ status: 401, body: { code: 'auth.unauthorized' } });
    });

    test('a token without the scope openid', async () => {
      const narrow = await app.signIn(user, { scopes: ['profile'] });
      expect(await read(narrow)).toMatchObject({ status: 403, body: { code: 'auth.forbidden' } });
    });

    test("another tenant's token", async () => {
      const other = await createTestApp();
      await other.enableAccountCenter();
      expect(await other.account(token, 'GET', '/api/my-account')).toMatchObject({ status: 401 });
    });

    test('while the account center is disabled, the verification API too', async () => {
      const fresh = await createTestApp();
      const person = await fresh.createUser();
      const bearer = await fresh.signIn(person);
      expect(await fresh.account(bearer, 'GET', '/api/my-account')).toMatchObject({
        status: 400,
        body: { code: 'account_center.not_enabled' },
      });
      const body = { password: person.password };
      expect(await fresh.account(bearer, 'POST', '/api/verifications/password', { body })).toMatchObject({
        status: 400,
        body: { code: 'account_center.not_enabled' },
      });
      expect(await fresh.account('nobody', 'GET', '/api/my-account')).toMatchObject({ status: 401 });
    });

    test('an expired token', async () => {
      const short = await app.signIn(user, { lifetimeSeconds: 60 });
      expect(await read(short)).toMatchObject({ status: 200 });
      app.clock.advance(60_000);
      expect(await read(short)).toMatchObject({ status: 401, body: { code: 'auth.unauthorized' } });
    });
  });

  test('a suspended user is out at once', async () => {
    const person = await app.createUser();
    const bearer = await app.signIn(person);
    expect(await read(bearer)).toMatchObject({ status: 200 });
    await app.changeUser(person, { is_suspended: true });
    expect(await read(bearer)).toMatchObject({ status: 401, body: { code: 'auth.unauthorized' } });
  });

  test('speaks the language that is asked for', async () => {
    const messages = await Promise.all(
      ['fr-CA, en;q=0.5', 'zh-Hant', 'zh-HK', 'it, *', ''].map(
        async language => (await read('nobody', { 'accept-language': language })).body.message,
      ),
    );
    expect(new Set(messages).size).toBe(3);
    expect(messages[1]).toBe(messages[2]);
    expect(messages[3]).toBe(messages[4]);
  });

  describe('caching', () => {
    test('answers 304 to the ETag that it gave, until the account changes', async () => {
      const first = await read();
      const etag = first.headers['etag'] ?? '';
      expect(etag).toMatch(/^"[\d.]+"$/);
      expect(await read(token, { 'if-none-match': etag })).toMatchObject({ status: 304, body: undefined });
      expect(await read(token, { 'if-none-match': `"x", W/${etag}` })).toMatchObject({ status: 304 });
      await app.account(token, 'PATCH', '/api/my-account', { body: { name: 'Changed' } });
      expect(await read(token, { 'if-none-match': etag })).toMatchObject({ status: 200, body: { name: 'Changed' } });
      const narrow = await app.signIn(user, { scopes: ['openid'] });
      expect((await read(narrow)).headers['etag']).not.toBe((await read()).headers['etag']);
    });
  });

  describe('CORS', () => {
    test('any origin may read, without credentials', async () => {
      const answer = await read(token, { origin: 'https://app.example' });
      expect(answer.headers).toMatchObject({
        'access-control-allow-origin': 'https://app.example',
        'access-control-expose-headers': '*',
        vary: 'Origin',
      });
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
      expect((await read()).headers['access-control-allow-origin']).toBe('*');
      expect((await read('nobody', { origin: 'https://app.example' })).headers['access-control-allow-origin']).toBe(
        'https://app.example',
      );
    });

    test('a preflight request is answered without a token', async () => {
      const answer = await app.request('OPTIONS', '/api/my-account', {
        headers: {
          origin: 'https://app.example',
          'access-control-request-method': 'PATCH',
          'access-control-request-headers': 'authorization, logto-verification-id',
        },
      });
      expect(answer.status).toBe(204);
      expect(answer.headers).toMatchObject({
        'access-control-allow-origin': 'https://app.example',
        'access-control-allow-methods': 'GET,HEAD,PUT,POST,DELETE,PATCH',
        'access-control-allow-headers': 'authorization, logto-verification-id',
      });
    });

    test('other paths are open to configured origins only', async () => {
      const origins = ['https://console.test', 'https://evil.test'].map(async origin => {
        const answer = await app.management('GET', '/api/account-center', undefined, { origin });
        return answer.headers['access-control-allow-origin'];
      });
      expect(await Promise.all(origins)).toEqual(['https://console.test', undefined]);
    });
  });

  describe('paths', () => {
    test.each([
      ['/api/my-account/', 404, 'request.not_found'],
      ['/api/My-Account', 404, 'request.not_found'],
      ['/api//my-account', 404, 'request.not_found'],
      ['/api/my-account;x=1', 404, 'request.not_found'],
      ['/api/%6dy-account', 401, 'auth.authorization_header_missing'],
      ['/api/my-account%2fprofile', 404, 'request.not_found'],
    ])('%s is judged like any other: %i', async (path, status, code) => {
      expect(await app.request('GET', path)).toMatchObject({ status, body: { code } });
    });

    test('another method is 405 and says which are there', async () => {
      const answer = await app.request('PUT', '/api/my-account');
      expect(answer).toMatchObject({ status: 405, body: { code: 'request.method_not_allowed' } });
      expect(answer.headers['allow']).toBe('GET, PATCH');
    });
  });
});
