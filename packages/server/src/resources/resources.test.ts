import { beforeEach, describe, expect, it } from 'vitest';
import { type Answer, createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { seedTestTenant } from '../testing/seed-test-tenant.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
  await seedTestTenant(app);
});

const path = '/api/resources';
const indicator = 'https://api.shop.test';
const create = (body: object = {}) => app.management('POST', path, { name: 'Shop', indicator, ...body });
const refused = (answer: Answer, status: number, code: string) =>
  expect(answer).toMatchObject({ status, body: { status, code } });

describe('API resources', () => {
  it('are created, read, changed and deleted', async () => {
    const answer = await create();
    expect(answer.status).toBe(201);
    const { scopes, ...resource } = answer.body;
    expect(scopes).toEqual([]);
    expect(resource).toEqual({
      tenantId: app.tenant.id,
      id: expect.stringMatching(/^[a-z0-9]{21}$/),
      name: 'Shop',
      indicator,
      isDefault: false,
      accessTokenTtl: 3600,
    });
    const own = `${path}/${resource.id}`;
    expect(await app.management('GET', own)).toMatchObject({ status: 200, body: resource });
    const changed = await app.management('PATCH', own, {
      name: 'Store',
      accessTokenTtl: 60,
      indicator: 'https://evil.test',
    });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Store', accessTokenTtl: 60, indicator } });
    expect((await app.management('GET', path)).body).toHaveLength(2);
    expect((await app.management('DELETE', own)).status).toBe(204);
    refused(await app.management('GET', own), 404, 'entity.not_exists_with_id');
    expect((await app.events()).map(({ data }) => data['change'])).toEqual(['create', 'update', 'delete']);
  });

  it.each<[string, object, number, string]>([
    ['an indicator that another has', {}, 422, 'resource.resource_identifier_in_use'],
    ['an indicator with a fragment', { indicator: 'https://a.test/#x' }, 400, 'guard.invalid_input'],
    ['an indicator that is no URI', { indicator: 'shop' }, 400, 'guard.invalid_input'],
    ['no name', { name: '' }, 400, 'guard.invalid_input'],
    ['a token that lives no time', { indicator: 'https://b.test', accessTokenTtl: 0 }, 400, 'guard.invalid_input'],
  ])('refuse %s', async (_, body, status, code) => {
    await create();
    await app.events();
    refused(await create(body), status, code);
    expect(await app.events()).toEqual([]);
  });

  it('let one of parallel ones have an indicator', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => create()));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422]);
  });

  it('have one default at most, also in parallel', async () => {
    const ids: string[] = [];
    for (const n of [1, 2, 3]) ids.push((await create({ indicator: `https://${n}.test`, isDefault: true })).body.id);
    const defaults = async () =>
      (await app.management('GET', path)).body
        .filter((r: { isDefault: boolean }) => r.isDefault)
        .map((r: { id: string }) => r.id);
    expect(await defaults()).toEqual([ids[2]]);
    const answers = await Promise.all(
      ids.map(id => app.management('PATCH', `${path}/${id}/is-default`, { isDefault: true })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const [winner] = await defaults();
    expect(await defaults()).toHaveLength(1);
    await app.management('PATCH', `${path}/${winner}/is-default`, { isDefault: false });
    expect(await defaults()).toEqual([]);
  });

  it('list their scopes when asked', async () => {
    const { body } = await create();
    const { body: scope } = await app.management('POST', `${path}/${body.id}/scopes`, { name: 'read:orders' });
    expect((await app.management('GET', `${path}/${body.id}`)).body).not.toHaveProperty('scopes');
    expect((await app.management('GET', `${path}/${body.id}?includeScopes=true`)).body.scopes).toEqual([scope]);
    const listed = await app.management('GET', `${path}?includeScopes=true&page=1&page_size=1`);
    expect(listed.headers['total-number']).toBe('2');
    expect(listed.body).toHaveLength(1);
  });
});

describe('scopes', () => {
  it('are created, changed and deleted', async () => {
    const { body: resource } = await create();
    const scopes = `${path}/${resource.id}/scopes`;
    const answer = await app.management('POST', scopes, { name: 'read:orders', description: 'Read' });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      tenantId: app.tenant.id,
      id: expect.any(String),
      resourceId: resource.id,
      name: 'read:orders',
      description: 'Read',
      createdAt: app.clock().getTime(),
    });
    refused(await app.management('POST', scopes, { name: 'read:orders' }), 422, 'scope.name_exists');
    refused(await app.management('POST', scopes, { name: 'read orders' }), 400, 'scope.name_with_space');
    refused(await app.management('POST', scopes, { name: 'read"orders' }), 400, 'guard.invalid_input');
    const own = `${scopes}/${answer.body.id}`;
    expect((await app.management('PATCH', own, { description: null })).body).toEqual({
      ...answer.body,
      description: null,
    });
    await app.management('POST', scopes, { name: 'write' });
    refused(await app.management('PATCH', own, { name: 'write' }), 422, 'scope.name_exists');
    expect((await app.management('GET', `${scopes}?search=READ%25`)).body).toHaveLength(1);
    refused(await app.management('GET', `${scopes}?search=%5C`), 400, 'request.invalid_input');
    expect((await app.management('DELETE', own)).status).toBe(204);
    refused(await app.management('DELETE', own), 404, 'entity.not_exists_with_id');
    expect((await app.management('GET', scopes)).body).toMatchObject([{ name: 'write' }]);
  });

  it('are reached through their own resource alone', async () => {
    const { body: one } = await create();
    const { body: two } = await create({ indicator: 'https://two.test' });
    const { body: scope } = await app.management('POST', `${path}/${one.id}/scopes`, { name: 'read' });
    refused(
      await app.management('PATCH', `${path}/${two.id}/scopes/${scope.id}`, { name: 'x' }),
      404,
      'entity.not_exists_with_id',
    );
    refused(await app.management('DELETE', `${path}/${two.id}/scopes/${scope.id}`), 404, 'entity.not_exists_with_id');
  });
});

describe('the Management API', () => {
  it.each<[string, string, unknown?]>([
    ['PATCH', '', { name: 'x' }],
    ['PATCH', '/is-default', { isDefault: true }],
    ['DELETE', ''],
    ['POST', '/scopes', { name: 'x' }],
    ['PATCH', '/scopes/management-api-all', { name: 'x' }],
    ['DELETE', '/scopes/management-api-all'],
  ])('is not changed by %s %s', async (method, suffix, body) => {
    const before = await app.management('GET', `${path}?includeScopes=true`);
    refused(
      await app.management(method, `${path}/management-api${suffix}`, body),
      400,
      'resource.cannot_delete_management_api',
    );
    expect((await app.management('GET', `${path}?includeScopes=true`)).body).toEqual(before.body);
  });
});

describe('strangers', () => {
  it.each<[string, string, unknown?]>([
    ['GET', ''],
    ['PATCH', '', { name: 'x' }],
    ['DELETE', ''],
    ['GET', '/scopes'],
    ['POST', '/scopes', { name: 'x' }],
  ])('%s /api/resources/:id%s knows neither nothing nor what is another tenant’s', async (method, suffix, body) => {
    const other = await createTestApp();
    const { body: mine } = await create();
    const answers = await Promise.all([
      app.management(method, `${path}/nothing${suffix}`, body),
      other.management(method, `${path}/${mine.id}${suffix}`, body),
    ]);
    for (const answer of answers) refused(answer, 404, 'entity.not_exists_with_id');
    expect((await other.management('POST', path, { name: 'Shop', indicator })).status).toBe(201);
    expect(await app.request(method, `${path}/${mine.id}${suffix}`, { body })).toMatchObject({ status: 401 });
  });
});
