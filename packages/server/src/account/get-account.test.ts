import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken, type TestUser } from '../testing/create-test-app.ts';

describe('get account', () => {
  let app: TestApp;
  let user: TestUser;
  let token: TestToken;
  beforeAll(async () => {
    app = await createTestApp();
    await app.enableAccountCenter();
    user = await app.createUser({ username: 'ada', name: 'Ada', email: 'Ada@example.com', phone: '886912345678' });
    token = await app.signIn(user);
  });

  test('returns every member that scopes and fields open', async () => {
    const answer = await app.account(token, 'GET', '/api/my-account');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      id: user.id,
      username: 'ada',
      name: 'Ada',
      avatar: null,
      profile: {},
      primaryEmail: 'Ada@example.com',
      primaryPhone: '886912345678',
      identities: {},
      ssoIdentities: [],
      customData: {},
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
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(await app.events()).toEqual([]);
  });
});
