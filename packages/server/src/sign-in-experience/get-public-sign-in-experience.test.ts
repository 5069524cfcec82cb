import { expect, test } from 'vitest';
import { createTestApp } from '../testing/create-test-app.ts';

test('anybody reads how to sign in, and nothing of what the tenant watches for', async () => {
  const app = await createTestApp();
  const changed = await app.management('PATCH', '/api/sign-in-exp', {
    signInMode: 'SignIn',
    passwordPolicy: { length: { min: 12 }, rejects: { words: ['watchword'] } },
    emailBlocklistPolicy: { customBlocklist: ['@watched.example'] },
    sentinelPolicy: { maxAttempts: 7 },
    verificationCodePolicy: { expirationDuration: 300, maxRetryAttempts: 4 },
  });
  expect(changed.status).toBe(200);
  const answer = await app.request('GET', '/api/.well-known/sign-in-exp');
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    tenantId: app.tenant.id,
    signInMode: 'SignIn',
    signIn: changed.body.signIn,
    passwordPolicy: { length: { min: 12 }, rejects: { pwned: true } },
  });
  expect(answer.body.verificationCodePolicy).toEqual({ expirationDuration: 300 });
  expect(Object.keys(answer.body)).not.toContain('sentinelPolicy');
  expect(JSON.stringify(answer.body)).not.toMatch(/watch/);
  const again = await app.request('GET', '/api/.well-known/sign-in-exp', {
    headers: { 'if-none-match': answer.headers['etag'] ?? '' },
  });
  expect([again.status, again.body]).toEqual([304, undefined]);
});
