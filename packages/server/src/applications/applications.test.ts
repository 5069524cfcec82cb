import { beforeEach, describe, expect, it } from 'vitest';
import { type Answer, createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { applicationSecretAad } from './application-secret.ts';
import { listSecrets } from './application-secrets.store.ts';
import { seedTenant } from './seed-tenant.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});

const path = '/api/applications';
const create = (body: unknown) => app.management('POST', path, body);
const patch = (id: string, body: unknown) => app.management('PATCH', `${path}/${id}`, body);
const read = (id: string) => app.management('GET', `${path}/${id}`);
const secretsOf = async (id: string) => (await app.management('GET', `${path}/${id}/secrets`)).body;
const refused = (answer: Answer, status: number, code: string) =>
  expect(answer).toMatchObject({ status, body: { status, code } });
const total = async () => (await app.management('GET', path)).body.length;

describe('applications', () => {
  it('are created with defaults', async () => {
    const answer = await create({ name: 'Shop', type: 'SPA' });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      tenantId: app.tenant.id,
      id: expect.stringMatching(/^[a-z0-9]{21}$/),
      name: 'Shop',
      description: null,
      type: 'SPA',
      oidcClientMetadata: { redirectUris: [], postLogoutRedirectUris: [] },
      customClientMetadata: {},
      protectedAppMetadata: null,
      customData: {},
      isThirdParty: false,
      appLevelAccessControlEnabled: false,
      createdAt: app.clock().getTime(),
    });
    expect((await read(answer.body.id)).body).toEqual({ ...answer.body, isAdmin: false });
    expect(await app.events()).toMatchObject([
      { type: 'application-changed', userId: null, data: { applicationId: answer.body.id, change: 'create' } },
    ]);
  });

  it.each([
    ['Native', 0],
    ['SPA', 0],
    ['Traditional', 1],
    ['MachineToMachine', 1],
  ])('of type %s start with %i secrets', async (type, secrets) => {
    const { body } = await create({ name: 'x', type, secret: 'chosen', id: 'chosen' });
    expect(body).not.toHaveProperty('secret');
    const listed = await secretsOf(body.id);
    expect(listed).toHaveLength(secrets);
    if (secrets > 0)
      expect(listed[0]).toEqual({
        tenantId: app.tenant.id,
        applicationId: body.id,
        name: 'Default secret',
        value: expect.stringMatching(/^[A-Za-z0-9]{32}$/),
        createdAt: app.clock().getTime(),
        expiresAt: null,
      });
  });

  it('change by parts', async () => {
    const redirectUris = ['https://a.test/cb'];
    const { body } = await create({
      name: 'x',
      type: 'SPA',
      oidcClientMetadata: { redirectUris, logoUri: 'https://a.test/logo.png' },
      customClientMetadata: { rotateRefreshToken: true },
      customData: { a: 1 },
    });
    await app.events();
    const answer = await patch(body.id, {
      description: 'd',
      type: 'Native',
      isThirdParty: true,
      oidcClientMetadata: { postLogoutRedirectUris: ['https://a.test/'] },
      customClientMetadata: { corsAllowedOrigins: ['https://a.test'] },
      customData: { b: 2 },
    });
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toEqual({
      ...body,
      isAdmin: false,
      description: 'd',
      oidcClientMetadata: {
        redirectUris,
        postLogoutRedirectUris: ['https://a.test/'],
        logoUri: 'https://a.test/logo.png',
      },
      customClientMetadata: { rotateRefreshToken: true, corsAllowedOrigins: ['https://a.test'] },
      customData: { b: 2 },
    });
    expect((await read(body.id)).body).toEqual(answer.body);
    expect(await app.events()).toMatchObject([{ type: 'application-changed', data: { change: 'update' } }]);
  });

  it.each([[{}], [{ name: 'x', colour: 'red' }]])('are left alone by %j', async body => {
    const created = await create({ name: 'x', type: 'SPA' });
    await app.events();
    expect(await patch(created.body.id, body)).toMatchObject({ status: 200, body: created.body });
    expect(await app.events()).toEqual([]);
  });

  it.each<[string, object, number, string]>([
    ['without a name', { type: 'SPA' }, 400, 'guard.invalid_input'],
    ['of an unknown type', { name: 'x', type: 'Web' }, 400, 'guard.invalid_input'],
    ['of a type that is not served', { name: 'x', type: 'SAML' }, 422, 'request.feature_not_supported'],
    [
      'that run a script',
      { name: 'x', type: 'Native', oidcClientMetadata: { redirectUris: ['javascript:alert(1)'] } },
      400,
      'guard.invalid_input',
    ],
    [
      'with a scheme of their own on the web',
      { name: 'x', type: 'SPA', oidcClientMetadata: { redirectUris: ['myapp://cb'] } },
      400,
      'guard.invalid_input',
    ],
    [
      'with a path as CORS origin',
      { name: 'x', type: 'SPA', customClientMetadata: { corsAllowedOrigins: ['https://a.test/x'] } },
      400,
      'guard.invalid_input',
    ],
    [
      'of third parties for machines',
      { name: 'x', type: 'MachineToMachine', isThirdParty: true },
      400,
      'application.invalid_third_party_application_type',
    ],
    [
      'of third parties that act as anybody',
      { name: 'x', type: 'SPA', isThirdParty: true, customClientMetadata: { allowTokenExchange: true } },
      422,
      'application.third_party_application_cannot_enable_token_exchange',
    ],
  ])('%s are refused', async (_, body, status, code) => {
    refused(await create(body), status, code);
    expect(await total()).toBe(0);
    expect(await app.events()).toEqual([]);
  });

  it('of third parties cannot be given token exchange later', async () => {
    const { body } = await create({ name: 'x', type: 'SPA', isThirdParty: true });
    const code = 'application.third_party_application_cannot_enable_token_exchange';
    refused(await patch(body.id, { customClientMetadata: { allowTokenExchange: true } }), 422, code);
    expect((await read(body.id)).body.customClientMetadata).toEqual({});
  });

  it('are listed, newest first, filtered and paged', async () => {
    for (const [name, type, isThirdParty] of [
      ['one', 'SPA', false],
      ['two', 'SPA', true],
      ['three', 'MachineToMachine', false],
    ]) {
      await create({ name, type, isThirdParty });
      app.clock.advance(1000);
    }
    const names = async (query: string) =>
      (await app.management('GET', `${path}${query}`)).body.map(({ name }: { name: string }) => name);
    expect(await names('')).toEqual(['three', 'two', 'one']);
    expect(await names('?types=SPA')).toEqual(['two', 'one']);
    expect(await names('?types=SPA&types=MachineToMachine')).toEqual(['three', 'two', 'one']);
    expect(await names('?isThirdParty=true')).toEqual(['two']);
    expect(await names('?search=%25T%25&types=SPA')).toContain('two');
    expect(await names('?page=2&page_size=2')).toEqual(['one']);
    refused(await app.management('GET', `${path}?types=Web`), 400, 'guard.invalid_input');
    refused(await app.management('GET', `${path}?search=%5C`), 400, 'request.invalid_input');
  });

  it('go with their secrets', async () => {
    const { body } = await create({ name: 'x', type: 'Traditional' });
    expect((await app.management('DELETE', `${path}/${body.id}`)).status).toBe(204);
    refused(await read(body.id), 404, 'entity.not_exists_with_id');
    expect(await listSecrets(app.database, app.tenant.id, body.id)).toEqual([]);
  });
});

describe('secrets', () => {
  it('are added, read and deleted, encrypted at rest', async () => {
    const { body } = await create({ name: 'x', type: 'Traditional' });
    const expiresAt = app.clock().getTime() + 1000;
    app.clock.advance(1);
    const added = await app.management('POST', `${path}/${body.id}/secrets`, { name: 'Second one', expiresAt });
    expect(added).toMatchObject({ status: 201, body: { name: 'Second one', expiresAt } });
    expect((await secretsOf(body.id))[1]).toEqual(added.body);
    const rows = await listSecrets(app.database, app.tenant.id, body.id);
    expect(JSON.stringify(rows)).not.toContain(added.body.value);
    const [first] = rows;
    expect(() =>
      app.envelope.openText(first?.value ?? '', [...applicationSecretAad(app.tenant.id, body.id, 'Second one')]),
    ).toThrow();
    refused(
      await app.management('POST', `${path}/${body.id}/secrets`, { name: 'Second one' }),
      422,
      'application.secret_name_exists',
    );
    const remove = () => app.management('DELETE', `${path}/${body.id}/secrets/${encodeURIComponent('Second one')}`);
    expect((await remove()).status).toBe(204);
    refused(await remove(), 404, 'entity.not_found');
    expect(await secretsOf(body.id)).toHaveLength(1);
    expect(JSON.stringify(app.logged)).not.toContain(added.body.value);
  });

  it('let one of parallel ones have a name', async () => {
    const { body } = await create({ name: 'x', type: 'Traditional' });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => app.management('POST', `${path}/${body.id}/secrets`, { name: 'n' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422]);
  });

  it('are not for applications that cannot keep one', async () => {
    const { body } = await create({ name: 'x', type: 'SPA' });
    refused(
      await app.management('POST', `${path}/${body.id}/secrets`, { name: 'n' }),
      422,
      'request.feature_not_supported',
    );
  });
});

describe('a new tenant', () => {
  const seed = (managementAppSecret = 's'.repeat(32)) =>
    app.database.transaction(tx =>
      seedTenant(tx, {
        tenantId: app.tenant.id,
        now: app.clock(),
        managementAppId: 'management-app',
        managementAppSecret,
        envelope: app.envelope,
      }),
    );

  it('has an application that may call the Management API', async () => {
    await seed();
    expect((await read('management-app')).body).toMatchObject({ type: 'MachineToMachine', isAdmin: true });
    expect(await secretsOf('management-app')).toMatchObject([{ name: 'Default secret', value: 's'.repeat(32) }]);
    expect((await app.management('GET', '/api/resources/management-api?includeScopes=true')).body).toMatchObject({
      indicator: `https://${app.tenant.id}.logto.app/api`,
      scopes: [{ id: 'management-api-all', name: 'all' }],
    });
    expect((await app.management('GET', `${path}/management-app/roles`)).body).toMatchObject([
      { id: 'admin-role', name: '#internal:admin', type: 'MachineToMachine' },
    ]);
    expect((await app.management('GET', '/api/roles/admin-role/scopes')).body).toMatchObject([
      { id: 'management-api-all', resource: { id: 'management-api' } },
    ]);
  });

  it('is furnished once', async () => {
    await seed();
    await app.management('PATCH', '/api/account-center', { enabled: true });
    await seed('another');
    expect(await secretsOf('management-app')).toMatchObject([{ value: 's'.repeat(32) }]);
    expect((await app.management('GET', '/api/account-center')).body.enabled).toBe(true);
  });

  it('gives and takes everything by the legacy switch', async () => {
    await seed();
    const { body: machine } = await create({ name: 'x', type: 'MachineToMachine' });
    const { body: page } = await create({ name: 'x', type: 'SPA' });
    await app.events();
    expect(await patch(machine.id, { isAdmin: true })).toMatchObject({ status: 200, body: { isAdmin: true } });
    expect((await app.management('GET', `${path}/${machine.id}/roles`)).body).toMatchObject([{ id: 'admin-role' }]);
    expect(await patch(machine.id, { isAdmin: false })).toMatchObject({ status: 200, body: { isAdmin: false } });
    expect(await app.events()).toMatchObject([{ data: { members: ['isAdmin'] } }, { data: { members: ['isAdmin'] } }]);
    refused(await patch(page.id, { isAdmin: true }), 422, 'application.invalid_role_type');
    expect((await read(page.id)).body.isAdmin).toBe(false);
  });
});

describe('strangers', () => {
  it.each<[string, string, unknown?]>([
    ['GET', ''],
    ['PATCH', '', {}],
    ['DELETE', ''],
    ['GET', '/secrets'],
    ['POST', '/secrets', { name: 'n' }],
    ['DELETE', '/secrets/Default%20secret'],
    ['GET', '/roles'],
    ['POST', '/roles', { roleIds: ['r'] }],
    ['PUT', '/roles', { roleIds: [] }],
    ['DELETE', '/roles/r'],
  ])('%s /api/applications/:id%s knows neither nothing nor what is another tenant’s', async (method, suffix, body) => {
    const other = await createTestApp();
    const { body: mine } = await create({ name: 'x', type: 'MachineToMachine' });
    const answers = await Promise.all([
      app.management(method, `${path}/nothing${suffix}`, body),
      other.management(method, `${path}/${mine.id}${suffix}`, body),
    ]);
    for (const answer of answers) refused(answer, 404, 'entity.not_exists_with_id');
    expect(await other.events()).toEqual([]);
    expect(await secretsOf(mine.id)).toHaveLength(1);
    expect(await app.request(method, `${path}/${mine.id}${suffix}`, { body })).toMatchObject({ status: 401 });
  });
});
