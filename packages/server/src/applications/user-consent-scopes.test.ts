import { userScopes } from '@freehold/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Answer, createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { seedTenant } from './index.ts';

let app: TestApp;
let third: string;
beforeEach(async () => {
  app = await createTestApp();
  third = await createApplication(true);
});

async function createApplication(isThirdParty: boolean): Promise<string> {
  const { body } = await app.management('POST', '/api/applications', { name: 'Notes', type: 'SPA', isThirdParty });
  await app.events();
  return body.id;
}

async function createApi(name: string, scopes: readonly string[]) {
  const indicator = `https://${name}.example/api`;
  const { body: resource } = await app.management('POST', '/api/resources', { name, indicator });
  const ids: string[] = [];
  for (const scope of scopes) {
    const body = { name: scope, description: `To ${scope}` };
    ids.push((await app.management('POST', `/api/resources/${resource.id}/scopes`, body)).body.id);
    app.clock.advance(1);
  }
  await app.events();
  return { id: resource.id as string, ids, view: { id: resource.id, name, indicator } };
}

const path = (id = third) => `/api/applications/${id}/user-consent-scopes`;
const add = (body: unknown, id = third) => app.management('POST', path(id), body);
const read = async () => (await app.management('GET', path())).body;
const remove = (type: string, scope: string, id = third) => app.management('DELETE', `${path(id)}/${type}/${scope}`);
const refused = (answer: Answer, status: number, code: string) =>
  expect(answer).toMatchObject({ status, body: { code } });
const nothing = { organizationScopes: [], resourceScopes: [], organizationResourceScopes: [], userScopes: [] };

describe('what a third party’s application may ask for', () => {
  test('is nothing at first, then what is opened to it, whatever the order', async () => {
    expect(await read()).toEqual(nothing);
    const answer = await add({ userScopes: ['email', 'profile'] });
    expect([answer.status, answer.body]).toEqual([201, undefined]);
    expect(await app.events()).toEqual([
      {
        type: 'application-changed',
        userId: null,
        data: { applicationId: third, change: 'add-user-consent-scopes' },
        outbox: [],
      },
    ]);
    await add({ userScopes: ['urn:logto:scope:sessions'] });
    expect(await read()).toEqual({ ...nothing, userScopes: ['profile', 'email', 'urn:logto:scope:sessions'] });
  });

  test('can be every user scope', async () => {
    expect((await add({ userScopes: [...userScopes] })).status).toBe(201);
    expect((await read()).userScopes).toEqual(userScopes);
    expect(userScopes).not.toContain('openid');
  });

  test('can be scopes of APIs, shown API by API', async () => {
    const shop = await createApi('shop', ['read', 'write']);
    app.clock.advance(1);
    const post = await createApi('post', ['send']);
    await add({ resourceScopes: [...post.ids, ...shop.ids], organizationScopes: [] });
    const scopes = (ids: readonly string[], names: readonly string[]) =>
      names.map((name, i) => ({ id: ids[i], name, description: `To ${name}` }));
    expect((await read()).resourceScopes).toEqual([
      { resource: shop.view, scopes: scopes(shop.ids, ['read', 'write']) },
      { resource: post.view, scopes: scopes(post.ids, ['send']) },
    ]);
  });

  test('is not opened twice', async () => {
    const { ids } = await createApi('shop', ['read']);
    const body = { userScopes: ['email', 'email'], resourceScopes: [...ids, ...ids] };
    await add(body);
    await app.events();
    const answers = await Promise.all([1, 2, 3].map(() => add(body)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await add({})).status).toBe(201);
    expect(await app.events()).toEqual([]);
    expect((await read()).userScopes).toEqual(['email']);
  });

  test('is closed again, one by one', async () => {
    const { ids } = await createApi('shop', ['read', 'write']);
    await add({ userScopes: ['email', 'urn:logto:scope:sessions'], resourceScopes: ids });
    await app.events();
    expect((await remove('user-scopes', encodeURIComponent('urn:logto:scope:sessions'))).status).toBe(204);
    expect((await remove('resource-scopes', ids[0] ?? '')).status).toBe(204);
    const data = { applicationId: third, change: 'delete-user-consent-scope' };
    expect(await app.events()).toMatchObject([{ data }, { data }]);
    expect(await read()).toMatchObject({ userScopes: ['email'], resourceScopes: [{ scopes: [{ id: ids[1] }] }] });
    refused(await remove('resource-scopes', ids[0] ?? ''), 404, 'entity.not_found');
    refused(await remove('user-scopes', 'phone'), 404, 'entity.not_found');
    refused(await remove('organization-scopes', 'x'), 404, 'entity.not_found');
    refused(await remove('organization-resource-scopes', ids[1] ?? ''), 404, 'entity.not_found');
    refused(await remove('user-scopes', 'email', 'unknown'), 404, 'entity.not_exists_with_id');
    refused(await remove('scopes', 'email'), 400, 'guard.invalid_input');
    expect(await app.events()).toEqual([]);
  });

  test('goes with the scope, the API and the application', async () => {
    const [shop, post] = [await createApi('shop', ['read', 'write']), await createApi('post', ['send'])];
    await add({ resourceScopes: [...shop.ids, ...post.ids], userScopes: ['email'] });
    await app.management('DELETE', `/api/resources/${shop.id}/scopes/${shop.ids[0]}`);
    await app.management('DELETE', `/api/resources/${post.id}`);
    expect((await read()).resourceScopes).toMatchObject([{ scopes: [{ id: shop.ids[1] }] }]);
    await app.management('DELETE', `/api/applications/${third}`);
    refused(await app.management('GET', path()), 404, 'entity.not_exists_with_id');
  });

  test.each<[string, unknown, number, string]>([
    ['a scope that does not exist', { resourceScopes: ['unknown'] }, 422, 'application.user_consent_scopes_not_found'],
    ['a scope of an organization', { organizationScopes: ['x'] }, 422, 'application.user_consent_scopes_not_found'],
    [
      'a scope of an organization’s API',
      { organizationResourceScopes: ['x'] },
      422,
      'application.user_consent_scopes_not_found',
    ],
    [
      'the whole Management API',
      { resourceScopes: ['management-api-all'] },
      422,
      'application.user_consent_scopes_not_found',
    ],
    ['what is no user scope', { userScopes: ['all'] }, 400, 'guard.invalid_input'],
    ['what is always open', { userScopes: ['openid'] }, 400, 'guard.invalid_input'],
  ])('is never %s; then nothing is opened', async (_, body, status, code) => {
    await app.database.transaction(tx =>
      seedTenant(tx, {
        tenantId: app.tenant.id,
        now: app.clock(),
        managementAppId: 'management-app',
        managementAppSecret: 's'.repeat(32),
        envelope: app.envelope,
      }),
    );
    refused(await add({ userScopes: ['email'], ...(body as object) }), status, code);
    expect(await read()).toEqual(nothing);
    expect(await app.events()).toEqual([]);
  });

  test('is no question for the tenant’s own applications, and none for unknown ones', async () => {
    const own = await createApplication(false);
    refused(await add({ userScopes: ['email'] }, own), 422, 'application.third_party_application_only');
    expect((await app.management('GET', path(own))).body).toEqual(nothing);
    refused(await add({ userScopes: ['email'] }, 'unknown'), 404, 'entity.not_exists_with_id');
    refused(await app.management('GET', path('unknown')), 404, 'entity.not_exists_with_id');
  });

  test('is another tenant’s own business', async () => {
    const other = await createTestApp();
    const { ids } = await createApi('shop', ['read']);
    const { body } = await other.management('POST', '/api/applications', {
      name: 'x',
      type: 'SPA',
      isThirdParty: true,
    });
    const answer = await other.management('POST', path(body.id), { resourceScopes: ids });
    refused(answer, 422, 'application.user_consent_scopes_not_found');
    refused(await other.management('GET', path()), 404, 'entity.not_exists_with_id');
  });
});
