/**
 * What an application of somebody else may do with an account: look at what its user has let it see, and nothing that
 * changes the account or proves who somebody is. The table is written from the published contract and not from the
 * routes, so that a guard that was forgotten is missed; a new route has to say here which kind it is.
 */
import { isDeepStrictEqual } from 'node:util';
import { methodsOf, type Route, routeGroups, sensitiveActions } from '@freehold/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { addApplication } from '../testing/oidc-world.store.ts';

/** `closed` to third parties, or `open`; and a body that the route takes. */
const table: Readonly<Record<string, readonly ['closed' | 'open', (object | undefined)?]>> = {
  'GET /api/my-account': ['open'],
  'GET /api/my-account/sign-in-methods': ['open'],
  'PATCH /api/my-account': ['closed', { name: 'Ada' }],
  'PATCH /api/my-account/profile': ['closed', { givenName: 'Ada' }],
  '/api/my-account/password': ['closed', { password: 'Quiet-Harbor-58' }],
  '/api/my-account/primary-email': ['closed', { email: 'a@example.com', newIdentifierVerificationRecordId: 'x' }],
  'DELETE /api/my-account/primary-email': ['closed'],
  '/api/my-account/primary-phone': ['closed', { phone: '447911123456', newIdentifierVerificationRecordId: 'x' }],
  'DELETE /api/my-account/primary-phone': ['closed'],
  'POST /api/my-account/identities': ['closed', { newIdentifierVerificationRecordId: 'x' }],
  'PUT /api/my-account/identities': ['closed', { newIdentifierVerificationRecordId: 'x' }],
  'DELETE /api/my-account/identities/:target': ['closed'],
  'GET /api/my-account/identities/:target/access-token': ['open'],
  'PUT /api/my-account/identities/:target/access-token': ['open', { verificationRecordId: 'x' }],
  'GET /api/my-account/sso-identities/:connectorId/access-token': ['open'],
  'GET /api/my-account/mfa-verifications': ['open'],
  'POST /api/my-account/mfa-verifications': ['closed', { type: 'BackupCode', codes: ['x'] }],
  'PUT /api/my-account/mfa-verifications/totp': ['closed', { secret: 'x' }],
  'POST /api/my-account/mfa-verifications/totp-secret/generate': ['open'],
  'POST /api/my-account/mfa-verifications/backup-codes/generate': ['open'],
  'GET /api/my-account/mfa-verifications/backup-codes': ['open'],
  'PATCH /api/my-account/mfa-verifications/:verificationId/name': ['closed', { name: 'x' }],
  'DELETE /api/my-account/mfa-verifications/:verificationId': ['closed'],
  'GET /api/my-account/mfa-settings': ['open'],
  'PATCH /api/my-account/mfa-settings': ['closed', {}],
  'GET /api/my-account/logto-configs': ['open'],
  'PATCH /api/my-account/logto-configs': ['closed', {}],
  'GET /api/my-account/sessions': ['open'],
  'DELETE /api/my-account/sessions/:sessionId': ['closed'],
  'GET /api/my-account/grants': ['open'],
  'DELETE /api/my-account/grants/:grantId': ['closed'],
  'GET /api/my-account/trusted-devices': ['open'],
  'DELETE /api/my-account/trusted-devices/:trustedDeviceId': ['closed'],
  'POST /api/my-account/user-assets/avatar': ['closed'],
  'GET /api/verifications/methods': ['closed'],
  '/api/verifications/password': ['closed', { password: 'wrong' }],
  '/api/verifications/verification-code': ['closed', { identifier: { type: 'email', value: 'a@example.com' } }],
  '/api/verifications/verification-code/verify': [
    'closed',
    { identifier: { type: 'email', value: 'a@example.com' }, verificationId: 'x', code: '000000' },
  ],
  '/api/verifications/social': [
    'open',
    { connectorId: 'x', redirectUri: 'https://app.example/callback', state: 'some-state' },
  ],
  '/api/verifications/social/verify': ['open', { verificationRecordId: 'x', connectorData: {} }],
  '/api/verifications/web-authn/registration': ['closed', {}],
  '/api/verifications/web-authn/registration/verify': ['closed', { verificationRecordId: 'x', payload: {} }],
};

const routes = routeGroups
  .flatMap(group => Object.values<Route>(group))
  .filter(route => route.caller === 'account')
  .flatMap(({ path, ...route }) =>
    methodsOf({ path, ...route }).map(method => {
      const [kind, body] = table[`${method} ${path}`] ?? table[path] ?? ['unknown' as const, undefined];
      // What a route asks of its query is judged before its guards.
      const query = path.endsWith('/methods') ? '?action=email.change' : '';
      return { method, path, url: path.replaceAll(/:\w+/g, 'unknown') + query, kind, body };
    }),
  );
const of = (wanted: string) => routes.filter(({ kind }) => kind === wanted);

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  await app.enableAccountCenter();
  // Nothing else is to stand in the way.
  const actions = Object.fromEntries(sensitiveActions.map(action => [action, { proof: 'never' }]));
  expect((await app.management('PATCH', '/api/account-center/step-up-policy', { actions })).status).toBe(200);
  for (const [id, thirdParty] of [
    ['of-strangers', true],
    ['of-ours', false],
  ] as const) {
    const row = { id, type: 'SPA', metadata: { redirectUris: [] }, custom: {}, thirdParty };
    await addApplication(app.database, app.tenant.id, row, app.clock());
  }
  await app.events();
});

/** What the route answers an application, with somebody's token that nothing has happened to. */
async function answerTo(clientId: string | null, { method, url, body }: (typeof routes)[number]) {
  const user = await app.createUser();
  const token = await app.signIn(user, { clientId });
  const stored = async () => (await app.management('GET', `/api/users/${user.id}?includePasswordHash=true`)).body;
  const before = await stored();
  await app.events();
  const answer = await app.account(token, method, url, { body });
  const unchanged = isDeepStrictEqual(await stored(), before) && (await app.events()).length === 0;
  return { status: answer.status, code: answer.body?.code, unchanged };
}

const forbidden = { status: 403, code: 'auth.third_party_application_forbidden', unchanged: true };

test('the table knows every route of the Account and Verification API', () => {
  expect(of('unknown').map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  expect(of('closed').length).toBeGreaterThan(10);
  expect(of('open').length).toBeGreaterThan(0);
});

describe.each(['of-strangers', 'deleted-since'])('an application %s', clientId => {
  test.each(of('closed'))('may not $method $path', async route => {
    expect(await answerTo(clientId, route)).toEqual(forbidden);
  });

  test.each(of('open'))('may $method $path', async route => {
    const { status, code } = await answerTo(clientId, route);
    expect([401, 403]).not.toContain(status);
    expect(code).not.toBe(forbidden.code);
  });
});

// Ours, built in, and a token that no application has.
describe.each(['of-ours', 'account-center', null])('an application %s', clientId => {
  test.each([...of('closed'), ...of('open')])('may $method $path', async route => {
    const { status, code } = await answerTo(clientId, route);
    expect([401, 403]).not.toContain(status);
    expect(code).not.toBe(forbidden.code);
  });
});
