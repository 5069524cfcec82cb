import { beforeAll, describe, expect, test } from 'vitest';
import { DatabaseUnavailable } from '../database/index.ts';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';

describe('the HTTP server', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
    await app.enableAccountCenter();
  });

  test('says that it is there, and that it reaches its database', async () => {
    expect(await app.request('GET', '/api/status')).toMatchObject({ status: 204, body: undefined });
    expect(await app.request('GET', '/healthz')).toMatchObject({ status: 200, body: { database: 'ok' } });
  });

  test('a lost database is 503 with Retry-After, without the driver’s words', async () => {
    const lost = () => Promise.reject(new DatabaseUnavailable('connect ECONNREFUSED 10.0.0.1:5432'));
    const broken = await createTestApp({
      parts: { database: { ...app.database, row: lost, rows: lost, run: lost } as never },
    });
    const answer = await broken.request('GET', '/healthz');
    expect(answer).toMatchObject({ status: 503, body: { code: 'server.unavailable' } });
    expect(answer.headers['retry-after']).toBe('1');
    expect(JSON.stringify(answer.body)).not.toContain('10.0.0.1');
  });

  test('the process says that it serves while the database is away, whatever host the probe names', async () => {
    const lost = () => Promise.reject(new DatabaseUnavailable('gone'));
    const broken = await createTestApp({ parts: { findTenant: lost } });
    const headers = { host: '10.0.0.7:3001' };
    expect(await broken.request('GET', '/api/status', { headers })).toMatchObject({ status: 204 });
    expect(await broken.request('GET', '/api/.well-known/account-center', { headers })).toMatchObject({ status: 503 });
  });

  test('an unforeseen error is 500 without a trace, and logged with the id that the caller saw', async () => {
    const broken = await createTestApp({
      parts: { findTenant: () => Promise.reject(new Error('secret detail')) },
    });
    const answer = await broken.request('GET', '/api/.well-known/account-center');
    expect(answer).toMatchObject({ status: 500, body: { code: 'server.internal_error' } });
    expect(JSON.stringify(answer)).not.toContain('secret detail');
    expect(broken.logged).toContainEqual(
      expect.objectContaining({ sentence: 'unforeseen error', requestId: answer.headers['logto-core-request-id'] }),
    );
  });

  test('an unknown host is 404, never another tenant', async () => {
    const headers = { host: 'elsewhere.test' };
    expect(await app.request('GET', '/api/.well-known/account-center', { headers })).toMatchObject({
      status: 404,
      body: { code: 'tenant.not_found' },
    });
  });

  test('links come from the tenant’s endpoint, whatever the request claims', async () => {
    const headers = { 'x-forwarded-host': 'evil.test', forwarded: 'host=evil.test', 'x-forwarded-proto': 'http' };
    const answer = await app.request('GET', '/api/my-account', { headers });
    expect(answer.body.type).toBe(`${app.tenant.endpoint}/errors/auth.authorization_header_missing`);
    expect(JSON.stringify(answer)).not.toContain('evil');
  });

  test('the log holds no token, code, password, secret or address', async () => {
    const user = await app.createUser({ username: 'logged_user', password: 'pa55-in-the-body' });
    const token = await app.signIn(user);
    await app.account(token, 'POST', '/api/verifications/password?code=c0de-in-the-query', {
      body: { password: user.password },
    });
    await app.account(token, 'POST', '/api/verifications/password', { body: { password: 'wr0ng-password' } });
    await app.account(token, 'PATCH', '/api/my-account', { body: '{"name": "br0ken' });
    await app.request('GET', `/api/my-account?access_token=${token.token}`);
    await app.request('GET', `/nowhere/${token.token}`);
    await app.management('GET', `/api/users?search=${encodeURIComponent('%secret-kw%')}`);
    const log = JSON.stringify(app.logged);
    expect(app.logged.length).toBeGreaterThan(5);
    for (const secret of [
      token.token,
      user.password,
      'c0de-in-the-query',
      'wr0ng-password',
      'br0ken',
      'manager-1',
      'secret-kw',
    ]) {
      expect(log).not.toContain(secret);
    }
  });
});
