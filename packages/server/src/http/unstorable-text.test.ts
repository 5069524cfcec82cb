/** Text that PostgreSQL cannot hold, wherever a request has a place for text. */
import { beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';

let app: TestApp;
let applicationId: string;
let hookId: string;
beforeAll(async () => {
  app = await createTestApp();
  const metadata = { redirectUris: [], postLogoutRedirectUris: [] };
  const application = { name: 'Notes', type: 'SPA', isThirdParty: true, oidcClientMetadata: metadata };
  applicationId = (await app.management('POST', '/api/applications', application)).body.id;
  const hook = { name: 'Hook', events: ['User.Created'], config: { url: 'https://hooks.example/' } };
  hookId = (await app.management('POST', '/api/hooks', hook)).body.id;
});

const nul = 'a\u0000';
const half = '\ud800';
const simulate = '/api/account-center/step-up-policy/simulate';

test.each<[string, string, (() => string) | string, object?]>([
  ['an id in a body', 'POST', simulate, { userId: nul, action: 'email.change' }],
  ['half a character', 'POST', simulate, { userId: half, action: 'email.change' }],
  ['a key', 'PATCH', '/api/sign-in-exp', { customContent: { [nul]: 'x' } }],
  ['a key of half a character', 'PATCH', '/api/sign-in-exp', { customContent: { [half]: 'x' } }],
  ['a filter', 'GET', '/api/logs?logKey=%00'],
  ['a filter of one thing', 'GET', () => `/api/hooks/${hookId}/recent-logs?logKey=%00`],
  ['a path', 'DELETE', () => `/api/applications/${applicationId}/user-consent-scopes/user-scopes/%00`],
  [
    'a language of a connector’s name',
    'POST',
    '/api/connectors',
    {
      connectorId: 'oauth2',
      config: {
        clientId: 'a',
        clientSecret: 'b',
        authorizationEndpoint: 'https://idp.example/auth',
        tokenEndpoint: 'https://idp.example/token',
        userInfoEndpoint: 'https://idp.example/me',
      },
      metadata: { target: 'idp', name: { en: 'IdP', [nul]: 'x' } },
    },
  ],
])('%s is a malformed request, and nothing is stored', async (_, method, path, body) => {
  const before = (await app.management('GET', '/api/sign-in-exp')).body;
  const answer = await app.management(method, typeof path === 'string' ? path : path(), body);
  expect(answer).toMatchObject({ status: 400, body: { code: 'guard.invalid_input' } });
  expect((await app.management('GET', '/api/sign-in-exp')).body).toEqual(before);
  expect((await app.management('GET', '/api/connectors')).body).toEqual([]);
});
