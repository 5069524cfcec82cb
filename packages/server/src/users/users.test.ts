import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Answer, createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { findUser } from './users.store.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});

const create = (body: unknown = {}) => app.management('POST', '/api/users', body);
const read = (id: string, query = '') => app.management('GET', `/api/users/${id}${query}`);
const patch = (id: string, body: unknown) => app.management('PATCH', `/api/users/${id}`, body);
const refused = (answer: Answer, status: number, code: string) =>
  expect(answer).toMatchObject({ status, body: { status, code } });

describe('creating a user', () => {
  it('needs nothing', async () => {
    const answer = await create();
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{12}$/),
      username: null,
      primaryEmail: null,
      primaryPhone: null,
      name: null,
      avatar: null,
      customData: {},
      identities: {},
      lastSignInAt: null,
      createdAt: app.clock().getTime(),
      updatedAt: app.clock().getTime(),
      profile: {},
      applicationId: null,
      cimdClientId: null,
      isSuspended: false,
      hasPassword: false,
    });
    expect(await read(answer.body.id)).toMatchObject({ status: 200, body: answer.body });
    expect(await app.events()).toMatchObject([
      { type: 'account-created', userId: answer.body.id, outbox: ['webhook:User.Created'] },
    ]);
  });

  it('takes everything and normalizes addresses', async () => {
    const answer = await create({
      username: 'Ada_L',
      primaryEmail: '  Ada@Example.com ',
      primaryPhone: '4407911123456',
      name: 'Ada',
      avatar: 'https://a.test/ada.png',
      customData: { plan: { seats: [1, null, 'x'] } },
      profile: { givenName: 'Ada', address: { country: 'UK' }, shoeSize: '38' },
      password: 'x',
      isSuspended: true,
      id: 'chosen',
    });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        username: 'Ada_L',
        primaryEmail: 'Ada@Example.com',
        primaryPhone: '447911123456',
        name: 'Ada',
        avatar: 'https://a.test/ada.png',
        customData: { plan: { seats: [1, null, 'x'] } },
        hasPassword: true,
        isSuspended: false,
      },
    });
    expect(answer.body.profile).toEqual({ givenName: 'Ada', address: { country: 'UK' } });
    expect(answer.body.id).not.toBe('chosen');
  });

  it('takes empty text and null for nothing', async () => {
    const none = { username: '', primaryEmail: '', primaryPhone: '', name: '', avatar: '' };
    const nulls = { username: null, primaryEmail: null, primaryPhone: null, name: null, avatar: null };
    expect((await create(none)).body).toMatchObject(nulls);
    expect((await create(nulls)).body).toMatchObject(nulls);
  });

  it.each<[string, object, object, string]>([
    ['username', { username: 'ada' }, { username: 'ada' }, 'user.username_already_in_use'],
    ['email in another case', { primaryEmail: 'Ada@x.io' }, { primaryEmail: 'ada@X.io' }, 'user.email_already_in_use'],
    [
      'phone in another spelling',
      { primaryPhone: '447911123456' },
      { primaryPhone: '4407911123456' },
      'user.phone_already_in_use',
    ],
  ])('refuses a %s that somebody has', async (_, first, second, code) => {
    expect(await create(first)).toMatchObject({ status: 200 });
    await app.events();
    refused(await create(second), 422, code);
    expect(await app.events()).toEqual([]);
    expect((await app.management('GET', '/api/users')).headers['total-number']).toBe('1');
    const other = await createTestApp();
    expect(await other.management('POST', '/api/users', second)).toMatchObject({ status: 200 });
  });

  it('tells usernames apart by case until the policy says otherwise', async () => {
    expect(await create({ username: 'ada' })).toMatchObject({ status: 200 });
    expect(await create({ username: 'Ada' })).toMatchObject({ status: 200 });
  });

  it.each(['username', 'primaryEmail', 'primaryPhone'] as const)(
    'lets one of parallel users have a %s',
    async member => {
      const value = { username: 'ada', primaryEmail: 'ada@x.io', primaryPhone: '447911123456' }[member];
      const answers = await Promise.all(Array.from({ length: 8 }, () => create({ [member]: value })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(422)]);
      expect((await app.events()).filter(({ type }) => type === 'account-created')).toHaveLength(1);
      expect((await app.management('GET', '/api/users')).headers['total-number']).toBe('1');
    },
  );

  it.each<[string, object, string]>([
    [
      'password and digest',
      { password: 'x', passwordDigest: 'x', passwordAlgorithm: 'MD5' },
      'user.password_and_digest',
    ],
    ['a digest without algorithm', { passwordDigest: 'x' }, 'user.password_algorithm_required'],
    ['an unknown algorithm', { passwordDigest: 'x', passwordAlgorithm: 'ROT13' }, 'guard.invalid_input'],
    ['an empty password', { password: '' }, 'guard.invalid_input'],
    ['a long digest', { passwordDigest: 'a'.repeat(257), passwordAlgorithm: 'SHA1' }, 'guard.invalid_input'],
    ['a username that starts with a digit', { username: '7ada' }, 'guard.invalid_input'],
    ['an email without @', { primaryEmail: 'ada' }, 'guard.invalid_input'],
    ['two emails', { primaryEmail: 'a@x.io,b@x.io' }, 'guard.invalid_input'],
    ['a list of emails', { primaryEmail: ['a@x.io'] }, 'guard.invalid_input'],
    ['a phone with +', { primaryPhone: '+447911123456' }, 'guard.invalid_input'],
    ['a script as avatar', { avatar: 'javascript:alert(1)' }, 'guard.invalid_input'],
    ['a NUL in a name', { name: 'a\0' }, 'guard.invalid_input'],
    ['a lone surrogate in custom data', '{"customData":{"a":"\\ud800"}}' as unknown as object, 'guard.invalid_input'],
    ['large custom data', { customData: { a: 'x'.repeat(65_536) } }, 'guard.invalid_input'],
    ['a text as custom data', { customData: 'x' }, 'guard.invalid_input'],
    ['a number in the profile', { profile: { givenName: 1 } }, 'guard.invalid_input'],
  ])('refuses %s with 400', async (_, body, code) => {
    refused(await create(body), 400, code);
    expect((await app.management('GET', '/api/users')).headers['total-number']).toBe('0');
  });

  it.each<[string, object, string]>([
    ['a phone that is none', { primaryPhone: '12345' }, 'user.invalid_phone'],
    ['a long name', { name: 'x'.repeat(129) }, 'entity.value_too_long'],
    ['a long email', { primaryEmail: `${'x'.repeat(128)}@x.io` }, 'entity.value_too_long'],
    ['a long username', { username: 'x'.repeat(129) }, 'user.username_too_long'],
    [
      'a digest that nothing matches',
      { passwordDigest: 'nonsense', passwordAlgorithm: 'Bcrypt' },
      'entity.invalid_input',
    ],
  ])('refuses %s with 422', async (_, body, code) => {
    refused(await create(body), 422, code);
    expect((await app.management('GET', '/api/users')).headers['total-number']).toBe('0');
  });

  it('counts a name in characters', async () => {
    expect(await create({ name: '𠮷'.repeat(128) })).toMatchObject({ status: 200 });
  });

  it('takes a digest of another system over', async () => {
    const passwordDigest = createHash('sha256').update('correct horse').digest('hex');
    const { body: user } = await create({ passwordDigest, passwordAlgorithm: 'SHA256' });
    expect(user.hasPassword).toBe(true);
    expect((await read(user.id)).body).not.toHaveProperty('passwordDigest');
    expect((await read(user.id, '?includePasswordHash=true')).body).toMatchObject({
      passwordDigest,
      passwordAlgorithm: 'SHA256',
    });
    const verify = (password: string) => app.management('POST', `/api/users/${user.id}/password/verify`, { password });
    refused(await verify('wrong'), 422, 'session.invalid_credentials');
    expect((await verify('correct horse')).status).toBe(204);
    expect((await read(user.id, '?includePasswordHash=true')).body.passwordAlgorithm).toBe('Argon2id');
    expect((await verify('correct horse')).status).toBe(204);
  });
});

describe('changing a user', () => {
  it('keeps what is absent, clears by null and empty text, replaces JSON', async () => {
    const { body: user } = await create({
      username: 'ada',
      primaryEmail: 'ada@x.io',
      name: 'Ada',
      customData: { a: 1 },
      profile: { givenName: 'Ada' },
    });
    app.clock.advance(1000);
    const answer = await patch(user.id, {
      primaryEmail: '',
      name: null,
      customData: { b: 2 },
      profile: { nickname: 'A' },
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      ...user,
      primaryEmail: null,
      name: null,
      customData: { b: 2 },
      profile: { nickname: 'A' },
      updatedAt: user.updatedAt + 1000,
    });
    expect((await read(user.id)).body).toEqual(answer.body);
  });

  it.each([
    [{}],
    [{ isSuspended: true, hasPassword: false, createdAt: 0 }],
    [{ username: 'ada', customData: { a: 1 } }],
  ])('is left alone by %j', async body => {
    const { body: user } = await create({ username: 'ada', customData: { a: 1 } });
    await app.events();
    app.clock.advance(1000);
    expect(await patch(user.id, body)).toMatchObject({ status: 200, body: user });
    expect(await app.events()).toEqual([]);
  });

  it('tells the log what changed, with the old and the new address for the user alone', async () => {
    const { body: user } = await create({ primaryEmail: 'old@x.io' });
    await app.events();
    await patch(user.id, { primaryEmail: 'new@x.io', name: 'Ada' });
    const events = await app.events();
    expect(events).toMatchObject([
      { type: 'identifier-changed', userId: user.id, data: { members: ['primaryEmail', 'name'] } },
    ]);
    expect(JSON.stringify(events)).not.toContain('x.io');
    await patch(user.id, { name: 'Bea' });
    expect(await app.events()).toMatchObject([{ type: 'account-updated', data: { members: ['name'] } }]);
  });

  it.each<[object, number, string]>([
    [{ username: 'taken' }, 422, 'user.username_already_in_use'],
    [{ primaryEmail: 'TAKEN@x.io' }, 422, 'user.email_already_in_use'],
    [{ primaryPhone: '447911123456' }, 422, 'user.phone_already_in_use'],
    [{ primaryPhone: '1' }, 422, 'user.invalid_phone'],
    [{ name: 'x'.repeat(129) }, 422, 'entity.value_too_long'],
    [{ username: 'a b' }, 400, 'guard.invalid_input'],
  ])('refuses %j with %i %s and changes nothing', async (body, status, code) => {
    await create({ username: 'taken', primaryEmail: 'taken@x.io', primaryPhone: '447911123456' });
    const { body: user } = await create({ username: 'ada' });
    await app.events();
    refused(await patch(user.id, { avatar: 'https://a.test/a.png', ...body }), status, code);
    expect((await read(user.id)).body).toEqual(user);
    expect(await app.events()).toEqual([]);
  });

  it('lets one of parallel changes have an email', async () => {
    const users = await Promise.all(Array.from({ length: 6 }, () => create()));
    const answers = await Promise.all(users.map(({ body }) => patch(body.id, { primaryEmail: 'one@x.io' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(5).fill(422)]);
  });

  it('applies the username policy', async () => {
    await app.management('PATCH', '/api/sign-in-exp', {
      usernamePolicy: {
        caseSensitive: true,
        minLength: 3,
        maxLength: 8,
        allowedChars: { lowercase: true, uppercase: false, numbers: true, underscore: true },
      },
    });
    refused(await create({ username: 'ab' }), 422, 'user.username_too_short');
    const { body: user } = await create({ username: 'abc' });
    refused(await patch(user.id, { username: 'Abc' }), 422, 'user.username_uppercase_not_allowed');
    expect(await patch(user.id, { username: null })).toMatchObject({ status: 200, body: { username: null } });
  });

  it.each([{ primaryEmail: 'new@x.io' }, { primaryPhone: '447911123456' }])(
    'ends sessions when %j changes, unless the policy keeps them',
    async body => {
      await app.enableAccountCenter();
      const user = await app.createUser();
      const token = await app.signIn(user);
      await app.management('PATCH', '/api/account-center/step-up-policy', { endOtherSessions: false });
      await patch(user.id, body);
      expect((await app.account(token, 'GET', '/api/my-account')).status).toBe(200);
      await app.management('PATCH', '/api/account-center/step-up-policy', { endOtherSessions: true });
      await patch(user.id, { name: 'Ada' });
      expect((await app.account(token, 'GET', '/api/my-account')).status).toBe(200);
      await patch(user.id, Object.fromEntries(Object.keys(body).map(member => [member, null])));
      expect((await app.account(token, 'GET', '/api/my-account')).status).toBe(401);
    },
  );
});

describe('password', () => {
  it('is set without the policy and can be verified', async () => {
    const { body: user } = await create();
    expect((await app.management('GET', `/api/users/${user.id}/has-password`)).body).toEqual({ hasPassword: false });
    const verify = (password: string) => app.management('POST', `/api/users/${user.id}/password/verify`, { password });
    refused(await verify('x'), 422, 'session.invalid_credentials');
    await app.events();
    const answer = await app.management('PATCH', `/api/users/${user.id}/password`, { password: 'x' });
    expect(answer).toMatchObject({ status: 200, body: { id: user.id, hasPassword: true } });
    expect(await app.events()).toMatchObject([
      { type: 'credential-change', userId: user.id, data: { credential: 'password', change: 'create' } },
    ]);
    expect((await verify('x')).status).toBe(204);
    refused(await verify('y'), 422, 'session.invalid_credentials');
    expect((await app.management('GET', `/api/users/${user.id}/has-password`)).body).toEqual({ hasPassword: true });
    refused(
      await app.management('PATCH', `/api/users/${user.id}/password`, { password: '' }),
      400,
      'guard.invalid_input',
    );
  });

  it('takes sessions and proofs with it', async () => {
    await app.enableAccountCenter();
    const user = await app.createUser({ email: 'ada@x.io' });
    const token = await app.signIn(user);
    await app.management('PATCH', `/api/users/${user.id}/password`, { password: 'new one' });
    expect((await app.account(token, 'GET', '/api/my-account')).status).toBe(401);

    await app.management('PATCH', '/api/account-center/step-up-policy', { endOtherSessions: false });
    const again = await app.signIn(user);
    const proof = await app.prove(again, { ...user, password: 'new one' });
    await app.management('PATCH', `/api/users/${user.id}/password`, { password: 'newer' });
    expect((await app.account(again, 'GET', '/api/my-account')).status).toBe(200);
    refused(
      await app.account(again, 'PATCH', '/api/my-account', { body: { username: null }, proof }),
      401,
      'verification_record.permission_denied',
    );
  });

  it('expires only where passwords expire', async () => {
    const { body: user } = await create({ password: 'x' });
    const expire = (isExpired: boolean) =>
      app.management('PATCH', `/api/users/${user.id}/password/expiration`, { isExpired });
    refused(await expire(true), 400, 'sign_in_experiences.password_expiration_not_enabled');
    await app.management('PATCH', '/api/sign-in-exp', { passwordExpiration: { enabled: true } });
    expect(await expire(true)).toMatchObject({ status: 200, body: { id: user.id } });
    expect(await findUser(app.database, app.tenant.id, user.id)).toMatchObject({ password_expired: true });
    await app.management('PATCH', `/api/users/${user.id}/password`, { password: 'y' });
    expect(await findUser(app.database, app.tenant.id, user.id)).toMatchObject({ password_expired: false });
  });
});

describe('suspension and deletion', () => {
  it('ends sessions and tokens at once, and lifts', async () => {
    await app.enableAccountCenter();
    const user = await app.createUser();
    const token = await app.signIn(user);
    const suspend = (isSuspended: unknown) =>
      app.management('PATCH', `/api/users/${user.id}/is-suspended`, { isSuspended });
    expect(await suspend(true)).toMatchObject({ status: 200, body: { id: user.id, isSuspended: true } });
    expect(await app.events()).toMatchObject([{ type: 'account-disabled', userId: user.id }]);
    expect((await app.account(token, 'GET', '/api/my-account')).status).toBe(401);
    expect(await suspend(true)).toMatchObject({ status: 200 });
    expect(await app.events()).toEqual([]);
    expect(await suspend(false)).toMatchObject({ status: 200, body: { isSuspended: false } });
    expect(await app.events()).toMatchObject([{ type: 'account-enabled', userId: user.id }]);
    expect((await app.account(token, 'GET', '/api/my-account')).status).toBe(401);
    refused(await suspend('yes'), 400, 'guard.invalid_input');
  });

  it('deletes a user, their key and their tokens', async () => {
    await app.enableAccountCenter();
    const { body: kept } = await create({ username: 'kept' });
    const user = await app.createUser({ username: 'gone' });
    const token = await app.signIn(user);
    await app.events();
    const remove = () => app.management('DELETE', `/api/users/${user.id}`);
    expect(await remove()).toMatchObject({ status: 204, body: undefined });
    expect(await app.events()).toMatchObject([
      { type: 'account-purged', userId: user.id, outbox: ['webhook:User.Deleted'] },
    ]);
    refused(await read(user.id), 404, 'entity.not_found');
    refused(await remove(), 404, 'entity.not_found');
    expect((await app.account(token, 'GET', '/api/my-account')).status).toBe(401);
    expect((await read(kept.id)).status).toBe(200);
    expect((await create({ username: 'gone' })).status).toBe(200);
  });

  it('does not let somebody delete themselves', async () => {
    const { body: user } = await create();
    const actor = { kind: 'user', id: user.id, clientId: 'console' } as const;
    const own = await createTestApp({ parts: { authenticateManager: async () => actor } });
    refused(await own.management('DELETE', `/api/users/${user.id}`), 400, 'user.cannot_delete_self');
  });
});

describe('custom data and profile', () => {
  it('merges custom data', async () => {
    const { body: user } = await create({ customData: { a: { x: 1 }, b: 1 } });
    const path = `/api/users/${user.id}/custom-data`;
    const answer = await app.management('PATCH', path, { customData: { a: { y: 2 }, c: null } });
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toEqual({ a: { y: 2 }, b: 1, c: null });
    expect((await app.management('GET', path)).body).toEqual(answer.body);
    expect((await app.management('PATCH', path, { customData: { d: 'x'.repeat(40_000) } })).status).toBe(200);
    const more = await app.management('PATCH', path, { customData: { e: 'x'.repeat(40_000) } });
    refused(more, 422, 'entity.value_too_long');
    expect((await app.management('GET', path)).body).not.toHaveProperty('e');
    refused(await app.management('PATCH', path, { customData: [] }), 400, 'guard.invalid_input');
  });

  it('merges the profile', async () => {
    const { body: user } = await create({
      profile: { givenName: 'Ada', nickname: 'A', address: { country: 'UK', region: 'x' } },
    });
    const path = `/api/users/${user.id}/profile`;
    const answer = await app.management('PATCH', path, {
      profile: { familyName: 'L', nickname: null, address: { locality: 'London' }, shoeSize: '38' },
    });
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toEqual({ givenName: 'Ada', familyName: 'L', address: { locality: 'London' } });
    expect((await read(user.id)).body.profile).toEqual(answer.body);
  });
});

describe('strangers', () => {
  it.each<[string, string, unknown?]>([
    ['GET', ''],
    ['PATCH', '', {}],
    ['DELETE', ''],
    ['PATCH', '/password', { password: 'x' }],
    ['POST', '/password/verify', { password: 'x' }],
    ['GET', '/has-password'],
    ['PATCH', '/is-suspended', { isSuspended: true }],
    ['GET', '/custom-data'],
    ['PATCH', '/custom-data', { customData: {} }],
    ['PATCH', '/profile', { profile: {} }],
  ])('%s /api/users/:id%s knows neither nobody nor a user of another tenant', async (method, suffix, body) => {
    const other = await createTestApp();
    const { body: user } = await create({ username: 'ada', password: 'x' });
    const answers = await Promise.all([
      app.management(method, `/api/users/nobody${suffix}`, body),
      other.management(method, `/api/users/${user.id}${suffix}`, body),
    ]);
    for (const answer of answers) refused(answer, 404, 'entity.not_found');
    expect(await other.events()).toEqual([]);
    expect((await read(user.id)).body).toEqual(user);
    expect(await app.request(method, `/api/users/${user.id}${suffix}`, { body })).toMatchObject({ status: 401 });
  });
});
