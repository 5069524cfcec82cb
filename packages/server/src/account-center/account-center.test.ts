import { stepUpPresetActions } from '@freehold/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});

const path = '/api/account-center';
const patch = (body: unknown) => app.management('PATCH', path, body);
const read = async () => (await app.management('GET', path)).body;

describe('settings of the account center', () => {
  it('is off on a new tenant', async () => {
    expect(await read()).toEqual({
      tenantId: app.tenant.id,
      id: 'default',
      enabled: false,
      fields: {},
      webauthnRelatedOrigins: [],
      deleteAccountUrl: null,
      customCss: null,
      profileFields: null,
    });
  });

  it('needs a management token, its public mirror none', async () => {
    expect(await app.request('GET', path)).toMatchObject({ status: 401 });
    expect(await app.request('PATCH', path, { body: { enabled: true } })).toMatchObject({ status: 401 });
    const answer = await app.request('GET', '/api/.well-known/account-center');
    expect(answer).toMatchObject({ status: 200, body: await read() });
    expect(answer.body.enabled).toBe(false);
  });

  it('replaces fields as a whole', async () => {
    const first = await patch({ enabled: true, fields: { username: 'Edit', name: 'ReadOnly' } });
    expect(first).toMatchObject({
      status: 200,
      body: { enabled: true, fields: { username: 'Edit', name: 'ReadOnly' } },
    });
    const second = await patch({ fields: { email: 'Edit' } });
    expect(second.body.fields).toEqual({ email: 'Edit' });
    expect(second.body.enabled).toBe(true);
    expect(await read()).toEqual(second.body);
  });

  it('tells the log of a change and moves the version of the account', async () => {
    const user = await app.createUser();
    const token = await app.signIn(user);
    await patch({ enabled: true, fields: { name: 'Edit' } });
    const before = (await app.account(token, 'GET', '/api/my-account')).headers['etag'];
    await app.events();
    await patch({ fields: { name: 'Edit', avatar: 'Edit' } });
    expect(await app.events()).toMatchObject([
      { type: 'settings-changed', userId: null, data: { settings: 'account-center', members: ['fields'] } },
    ]);
    const answer = await app.account(token, 'GET', '/api/my-account');
    expect(answer.headers['etag']).not.toBe(before);
    expect(answer.body).toHaveProperty('avatar');
    expect(answer.body).not.toHaveProperty('username');
  });

  it.each([
    ['an empty body', {}],
    ['unknown members only', { colour: 'red', tenantId: 'other', id: 'x' }],
  ])('is left alone by %s', async (_, body) => {
    const before = await read();
    expect(await patch(body)).toMatchObject({ status: 200, body: before });
    expect(await app.events()).toEqual([]);
  });

  it.each<[string, object, object]>([
    [
      'keeps an origin once',
      { webauthnRelatedOrigins: ['https://a.test', 'x', 'https://a.test'] },
      { webauthnRelatedOrigins: ['https://a.test', 'x'] },
    ],
    ['stores an empty deleteAccountUrl as null', { deleteAccountUrl: '' }, { deleteAccountUrl: null }],
    ['keeps a deleteAccountUrl', { deleteAccountUrl: 'https://a.test/x' }, { deleteAccountUrl: 'https://a.test/x' }],
    ['keeps customCss', { customCss: 'a{}' }, { customCss: 'a{}' }],
    [
      'drops unknown profile fields',
      { profileFields: [{ name: 'name' }, { name: 'shoeSize' }] },
      { profileFields: [{ name: 'name' }] },
    ],
    ['drops unknown fields', { fields: { name: 'Edit', shoes: 'Edit' } }, { fields: { name: 'Edit' } }],
  ])('%s', async (_, body, expected) => {
    const answer = await patch(body);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject(expected);
    expect(Object.keys(answer.body.fields)).not.toContain('shoes');
  });

  it.each<[string, unknown]>([
    ['an unknown access', { fields: { name: 'Write' } }],
    ['a null access', { fields: { name: null } }],
    ['a text for enabled', { enabled: 'true' }],
    ['a script as deleteAccountUrl', { deleteAccountUrl: 'javascript:alert(1)' }],
    ['a long deleteAccountUrl', { deleteAccountUrl: `https://a.test/${'x'.repeat(2048)}` }],
    ['a NUL in an origin', { webauthnRelatedOrigins: ['a\0'] }],
    ['a list', []],
    ['broken JSON', '{"enabled":'],
  ])('refuses %s and stores nothing', async (_, body) => {
    const before = await read();
    expect(await patch(body)).toMatchObject({ status: 400, body: { code: 'guard.invalid_input' } });
    expect(await read()).toEqual(before);
    expect(await app.events()).toEqual([]);
  });

  it('names profile fields that are listed twice', async () => {
    const profileFields = [{ name: 'name' }, { name: 'avatar' }, { name: 'name' }];
    expect(await patch({ profileFields })).toMatchObject({
      status: 400,
      body: { code: 'request.invalid_input', data: { duplicateNames: ['name'] } },
    });
  });

  it('does not lose one of two changes at the same time', async () => {
    const bodies = [
      { enabled: true },
      { customCss: 'a{}' },
      { deleteAccountUrl: 'https://a.test' },
      { fields: { name: 'Edit' } },
    ];
    await Promise.all(bodies.map(patch));
    expect(await read()).toMatchObject(Object.assign({}, ...bodies));
  });

  it('is not that of another tenant', async () => {
    const other = await createTestApp();
    await patch({ enabled: true, fields: { name: 'Edit' } });
    expect((await other.management('GET', path)).body).toMatchObject({
      tenantId: other.tenant.id,
      enabled: false,
      fields: {},
    });
  });
});

describe('step-up policy', () => {
  const policyPath = `${path}/step-up-policy`;
  const change = (body: unknown) => app.management('PATCH', policyPath, body);

  it('starts as the default preset', async () => {
    expect((await app.management('GET', policyPath)).body).toEqual({
      preset: 'default',
      endOtherSessions: true,
      actions: stepUpPresetActions.default,
    });
  });

  it('overrides single rows and resets them with a preset', async () => {
    const overridden = await change({ actions: { 'username.change': { proof: 'always', maxAgeSeconds: 60 } } });
    expect(overridden.body.actions['username.change']).toEqual({
      proof: 'always',
      maxAgeSeconds: 60,
      singleUse: false,
      strength: 'any',
    });
    expect(overridden.body.actions['email.change']).toEqual(stepUpPresetActions.default['email.change']);
    const compatible = await change({ preset: 'compatible' });
    expect(compatible.body).toEqual({
      preset: 'compatible',
      endOtherSessions: false,
      actions: stepUpPresetActions.compatible,
    });
    const both = await change({
      preset: 'strict',
      endOtherSessions: false,
      actions: { 'email.change': { proof: 'never' } },
    });
    expect(both.body).toEqual({
      preset: 'strict',
      endOtherSessions: false,
      actions: {
        ...stepUpPresetActions.strict,
        'email.change': { ...stepUpPresetActions.strict['email.change'], proof: 'never' },
      },
    });
    expect((await app.management('GET', policyPath)).body).toEqual(both.body);
  });

  it.each<[string, unknown]>([
    ['an unknown preset', { preset: 'lax' }],
    ['a proof that lives longer than its record', { actions: { 'email.change': { maxAgeSeconds: 601 } } }],
    ['an unknown proof', { actions: { 'email.change': { proof: 'maybe' } } }],
  ])('refuses %s', async (_, body) => {
    expect(await change(body)).toMatchObject({ status: 400, body: { code: 'guard.invalid_input' } });
    expect(await app.events()).toEqual([]);
  });

  it('drops actions that it does not know and leaves the log alone for nothing', async () => {
    expect(await change({ actions: { 'moon.land': { proof: 'never' } } })).toMatchObject({ status: 200 });
    expect(await app.events()).toEqual([]);
  });

  it('reaches the account at once', async () => {
    const user = await app.createUser();
    const token = await app.signIn(user);
    await app.enableAccountCenter();
    const rename = () => app.account(token, 'PATCH', '/api/my-account', { body: { username: 'renamed' } });
    await change({ actions: { 'username.change': { proof: 'always' } } });
    expect(await rename()).toMatchObject({ status: 401, body: { code: 'verification_record.permission_denied' } });
    await change({ preset: 'default' });
    expect(await rename()).toMatchObject({ status: 200 });
  });

  it('simulates what it would ask', async () => {
    const simulate = (userId: string, action: string) =>
      app.management('POST', `${policyPath}/simulate`, { userId, action });
    const user = await app.createUser({ email: 'ada@example.com' });
    expect(await simulate(user.id, 'email.change')).toMatchObject({
      status: 200,
      body: { proofNeeded: true, acceptableMethods: ['password', 'email'], maxAgeSeconds: 600, singleUse: false },
    });
    expect(await simulate(user.id, 'username.change')).toMatchObject({ body: { proofNeeded: false } });
    const nobody = await app.createUser({ password: null });
    expect(await simulate(nobody.id, 'password.set')).toMatchObject({
      body: { proofNeeded: false, acceptableMethods: [] },
    });
    expect(await simulate('nobody', 'email.change')).toMatchObject({ status: 404, body: { code: 'entity.not_found' } });
    expect(await simulate(user.id, 'moon.land')).toMatchObject({ status: 400 });
    const other = await createTestApp();
    expect(
      await other.management('POST', `${policyPath}/simulate`, { userId: user.id, action: 'email.change' }),
    ).toMatchObject({
      status: 404,
    });
  });
});
