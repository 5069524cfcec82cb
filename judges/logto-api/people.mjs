/** What services do for people: identities at other providers, what applications of strangers may ask, impersonation. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { endpoint } from '../lib/environment.mjs';
import { unique } from '../lib/operator.mjs';
import { postForm } from '../lib/relying-party.mjs';
import { apiClient, byId, createUser, expect, refused, user } from './client.mjs';

describe('identities', () => {
  const at = (userId, target) => ({ params: { path: { userId, target } } });
  const path = '/api/users/{userId}/identities/{target}';

  test('are set as another system knows them, read, replaced and unlinked', async () => {
    const [{ id }, other] = [await createUser({ username: unique('linked') }), await createUser()];
    const at1 = unique('sub');
    const set = (userId, body) => apiClient.PUT(path, { ...at(userId, 'github'), body });
    const details = { name: 'Octo Judge' };
    assert.deepEqual(await expect(201, set(id, { userId: at1, details })), { github: { userId: at1, details } });
    const { identity } = await expect(200, apiClient.GET(path, at(id, 'github')));
    assert.deepEqual(identity, { userId: at1, details });
    assert.deepEqual((await expect(200, apiClient.GET('/api/users/{userId}', user(id)))).identities, {
      github: { userId: at1, details },
    });
    await refused(422, 'user.identity_already_in_use', set(other.id, { userId: at1 }));
    const at2 = unique('sub');
    assert.equal((await expect(200, set(id, { userId: at2 }))).github.userId, at2);
    await expect(201, set(other.id, { userId: at1 }));
    assert.deepEqual((await expect(200, apiClient.DELETE(path, at(id, 'github')))).identities, {});
    await refused(404, 'user.identity_not_exist', apiClient.GET(path, at(id, 'github')));
    await refused(404, 'user.identity_not_exist', apiClient.DELETE(path, at(id, 'github')));
  });

  test('are linked by what a provider sends to a callback, once', async () => {
    const connector = await expect(
      200,
      apiClient.POST('/api/connectors', { body: { connectorId: 'mock-social-connector', config: {} } }),
    );
    try {
      const { id } = await createUser({ username: unique('linked') });
      const [state, userId] = [unique('state'), unique('sub')];
      const begin = { state, redirectUri: 'https://judge.example/linked' };
      const { redirectTo } = await expect(
        200,
        apiClient.POST('/api/connectors/{id}/authorization-uri', { ...byId(connector.id), body: begin }),
      );
      assert.equal(new URL(redirectTo).searchParams.get('state'), state);
      const connectorData = { code: 'of-the-provider', state, userId, email: 'social@judge.example' };
      const link = () =>
        apiClient.POST('/api/users/{userId}/identities', {
          ...user(id),
          body: { connectorId: connector.id, connectorData },
        });
      const linked = await expect(200, link());
      assert.equal(linked['mock-social'].userId, userId);
      assert.equal(linked['mock-social'].details.email, 'social@judge.example');
      const again = await link();
      assert.ok(again.response.status >= 400, 'a beginning serves once');
    } finally {
      await expect(204, apiClient.DELETE('/api/connectors/{id}', byId(connector.id)));
    }
  });
});

describe('what an application of strangers may ask for', () => {
  const scopes = '/api/applications/{id}/user-consent-scopes';
  const remove = '/api/applications/{id}/user-consent-scopes/{scopeType}/{scopeId}';
  const createApplication = (members = {}) => {
    const oidcClientMetadata = { redirectUris: ['https://judge.example/callback'], postLogoutRedirectUris: [] };
    const body = { name: unique('stranger'), type: 'Traditional', oidcClientMetadata, ...members };
    return expect(200, apiClient.POST('/api/applications', { body }));
  };

  test('is opened, read and closed, scope by scope', async () => {
    const { id } = await createApplication({ isThirdParty: true });
    const indicator = `https://${unique('api').replace('_', '-')}.example`;
    const resource = await expect(201, apiClient.POST('/api/resources', { body: { name: 'Orders', indicator } }));
    const scope = await expect(
      201,
      apiClient.POST('/api/resources/{resourceId}/scopes', {
        params: { path: { resourceId: resource.id } },
        body: { name: 'read:orders', description: 'Reading' },
      }),
    );
    const body = { userScopes: ['profile', 'email'], resourceScopes: [scope.id] };
    await expect(201, apiClient.POST(scopes, { ...byId(id), body }));
    const read = () => expect(200, apiClient.GET(scopes, byId(id)));
    const opened = await read();
    assert.deepEqual(opened.userScopes.toSorted(), ['email', 'profile']);
    assert.equal(opened.resourceScopes[0].resource.indicator, indicator);
    assert.deepEqual(
      opened.resourceScopes[0].scopes.map(({ name }) => name),
      ['read:orders'],
    );
    assert.deepEqual([opened.organizationScopes, opened.organizationResourceScopes], [[], []]);
    for (const [scopeType, scopeId] of [
      ['user-scopes', 'email'],
      ['resource-scopes', scope.id],
    ]) {
      await expect(204, apiClient.DELETE(remove, { params: { path: { id, scopeType, scopeId } } }));
    }
    assert.deepEqual(await read(), { ...opened, userScopes: ['profile'], resourceScopes: [] });
    const gone = { params: { path: { id, scopeType: 'user-scopes', scopeId: 'email' } } };
    await refused(404, 'entity.not_found', apiClient.DELETE(remove, gone));
  });

  test('is no question for an application of the house', async () => {
    const { id } = await createApplication();
    const request = apiClient.POST(scopes, { ...byId(id), body: { userScopes: ['email'] } });
    await refused(422, 'application.third_party_application_only', request);
  });
});

describe('subject tokens', () => {
  test('let an application that may act for somebody do so, once', async () => {
    await expect(200, apiClient.PATCH('/api/account-center', { body: { enabled: true } }));
    const { id: userId } = await createUser({ username: unique('subject') });
    const body = { name: unique('desk'), type: 'MachineToMachine', customClientMetadata: { allowTokenExchange: true } };
    const { id } = await expect(200, apiClient.POST('/api/applications', { body }));
    const [{ value: secret }] = await expect(200, apiClient.GET('/api/applications/{id}/secrets', byId(id)));
    const request = { body: { userId, context: { ticket: 'of the judge' } } };
    const { subjectToken, expiresIn } = await expect(201, apiClient.POST('/api/subject-tokens', request));
    assert.equal(expiresIn, 600);
    const exchange = () =>
      postForm(
        '/oidc/token',
        { id, secret },
        {
          grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
          subject_token: subjectToken,
          subject_token_type: 'urn:logto:token-type:impersonation_token',
          scope: 'openid profile',
        },
      );
    const { status, body: tokens } = await exchange();
    assert.equal(status, 200, JSON.stringify(tokens));
    const headers = { authorization: `Bearer ${tokens.access_token}` };
    assert.equal((await (await fetch(`${endpoint}/api/my-account`, { headers })).json()).id, userId);
    assert.equal((await exchange()).body.error, 'invalid_grant');
    const nobody = apiClient.POST('/api/subject-tokens', { body: { userId: 'nobody' } });
    await refused(404, 'entity.relation_foreign_key_not_found', nobody);
  });
});
