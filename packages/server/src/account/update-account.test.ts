import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken, type TestUser } from '../testing/create-test-app.ts';

describe('change the account', () => {
  let app: TestApp;
  let user: TestUser;
  let token: TestToken;

  beforeAll(async () => {
    app = await createTestApp();
    await app.enableAccountCenter();
  });
  beforeEach(async () => {
    user = await app.createUser();
    token = await app.signIn(user);
    await app.events();
  });

  const patch = (
    body: unknown,
    options: { proof?: string; headers?: Record<string, string>; token?: TestToken } = {},
  ) => app.account(options.token ?? token, 'PATCH', '/api/my-account', { body, ...options });

  test('username, name and avatar at once, as the product documents it, without a proof', async () => {
    const username = `w_${user.id}`;
    const answer = await patch({ username, name: 'Wang', avatar: 'https://example.com/w.png' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ id: user.id, username, name: 'Wang', avatar: 'https://example.com/w.png' });
    expect(await app.events()).toEqual([
      {
        type: 'identifier-changed',
        userId: user.id,
        data: { members: ['name', 'avatar', 'username'] },
        outbox: ['notice:identifier-changed', 'webhook:User.Data.Updated'],
      },
    ]);
    expect((await app.account(token, 'GET', '/api/my-account')).body).toEqual(answer.body);
  });

  test('name alone is an update of the account, told to webhooks only', async () => {
    expect((await patch({ name: 'Ada' })).body.name).toBe('Ada');
    expect(await app.events()).toEqual([
      { type: 'account-updated', userId: user.id, data: { members: ['name'] }, outbox: ['webhook:User.Data.Updated'] },
    ]);
  });

  test('null clears, custom data is replaced as a whole', async () => {
    await patch({ name: 'Ada', avatar: 'https://example.com/a.png', customData: { a: 1, b: 2 } });
    const answer = await patch({ name: null, avatar: null, customData: { c: 3 } });
    expect(answer.body).toMatchObject({ name: null, avatar: null, customData: { c: 3 } });
  });

  test.each([[{}], [{ unknown: 1, id: 'x', isSuspended: true, primaryEmail: 'a@b.co' }], ['']])(
    'changes nothing for %j',
    async body => {
      const before = await app.account(token, 'GET', '/api/my-account');
      const answer = await patch(body === '' ? {} : body);
      expect(answer).toMatchObject({ status: 200, body: before.body });
      expect(await app.events()).toEqual([]);
    },
  );

  test('what is sent as it is already changes nothing', async () => {
    await patch({ name: 'Same' });
    await app.events();
    const { headers } = await app.account(token, 'GET', '/api/my-account');
    const answer = await patch({ name: 'Same' });
    expect(answer.headers['etag']).toBe(headers['etag']);
    expect((await app.account(token, 'GET', '/api/my-account')).headers['etag']).toBe(headers['etag']);
    expect(await app.events()).toEqual([]);
  });

  test.each<[string, unknown, number, string]>([
    ['an array', [], 400, 'guard.invalid_input'],
    ['a string', '"x"', 400, 'guard.invalid_input'],
    ['broken JSON', '{"name":', 400, 'guard.invalid_input'],
    ['a name of the wrong type', { name: 1 }, 400, 'guard.invalid_input'],
    ['a name with a NUL byte', { name: 'a\u0000b' }, 400, 'guard.invalid_input'],
    ['a name with a lone surrogate', '{"name":"\\ud800"}', 400, 'guard.invalid_input'],
    ['a name of 129 characters', { name: 'ä'.repeat(129) }, 422, 'entity.value_too_long'],
    ['an avatar that is no URL', { avatar: 'x' }, 400, 'guard.invalid_input'],
    ['an empty avatar', { avatar: '' }, 400, 'guard.invalid_input'],
    ['an avatar that is a script', { avatar: 'javascript:alert(1)' }, 400, 'guard.invalid_input'],
    ['an avatar of 2049 characters', { avatar: `https://e.co/${'a'.repeat(2036)}` }, 400, 'guard.invalid_input'],
    ['a username that begins with a digit', { username: '1a' }, 400, 'guard.invalid_input'],
    ['a username that is an email address', { username: 'a@b.co' }, 400, 'guard.invalid_input'],
    ['a username of 129 characters', { username: 'a'.repeat(129) }, 422, 'user.username_too_long'],
    ['custom data that is no object', { customData: [] }, 400, 'guard.invalid_input'],
    ['custom data with a NUL byte in a key', { customData: { 'a\u0000': 1 } }, 400, 'guard.invalid_input'],
    ['custom data of more than 64 kB', { customData: { a: 'x'.repeat(65_536) } }, 400, 'guard.invalid_input'],
    ['a body of more than 256 kB', { customData: { a: 'x'.repeat(270_000) } }, 413, 'request.body_too_large'],
  ])('refuses %s and stores nothing', async (_, body, status, code) => {
    const before = await app.account(token, 'GET', '/api/my-account');
    expect(await patch(body)).toMatchObject({ status, body: { code, status } });
    expect((await app.account(token, 'GET', '/api/my-account')).body).toEqual(before.body);
    expect(await app.events()).toEqual([]);
  });

  test('128 characters count as characters, not as bytes', async () => {
    expect(await patch({ name: '🧮'.repeat(128) })).toMatchObject({ status: 200 });
  });

  test('another media type is 415', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect(await patch('name=x', { headers })).toMatchObject({
      status: 415,
      body: { code: 'request.unsupported_media_type' },
    });
  });

  test('validation says where and why', async () => {
    const { body } = await patch({ name: 1, avatar: 'x' });
    expect(body.data).toMatchObject({ name: 'ZodError', issues: [{ path: ['name'] }, { path: ['avatar'] }] });
    expect(body.details).toMatch(/^body\.name: /);
  });

  describe('a removed username', () => {
    test('needs a proof', async () => {
      const answer = await patch({ username: null });
      expect(answer).toMatchObject({
        status: 401,
        body: {
          code: 'verification_record.permission_denied',
          data: { action: 'username.remove', acceptableMethods: ['password'] },
        },
      });
      expect(answer.headers['www-authenticate']).toContain('error="insufficient_user_authentication"');
    });

    test('must not be the last identifier', async () => {
      const proof = await app.prove(token, user);
      expect(await patch({ username: null }, { proof })).toMatchObject({
        status: 400,
        body: { code: 'user.last_sign_in_method_required' },
      });
    });

    test('goes when an email remains', async () => {
      const other = await app.createUser({ email: `${user.id}@example.com` });
      const bearer = await app.signIn(other);
      const proof = await app.prove(bearer, other);
      expect(await patch({ username: null }, { token: bearer, proof })).toMatchObject({
        status: 200,
        body: { username: null },
      });
    });
  });

  describe('a taken username', () => {
    test('is 422', async () => {
      const other = await app.createUser({ username: `taken_${user.id}` });
      expect(other.id).not.toBe(user.id);
      expect(await patch({ username: `taken_${user.id}` })).toMatchObject({
        status: 422,
        body: { code: 'user.username_already_in_use' },
      });
      expect(await app.events()).toEqual([]);
    });

    test('of twenty who want one at the same moment, one gets it', async () => {
      const people = await Promise.all(Array.from({ length: 20 }, () => app.createUser()));
      const tokens = await Promise.all(people.map(person => app.signIn(person)));
      const username = `wanted_${user.id}`;
      const answers = await Promise.all(tokens.map(bearer => patch({ username }, { token: bearer })));
      expect(answers.filter(answer => answer.status === 200)).toHaveLength(1);
      expect(answers.filter(answer => answer.body.code === 'user.username_already_in_use')).toHaveLength(19);
      expect(await app.events()).toHaveLength(1);
    });
  });

  describe('guards are judged in the order of the wire', () => {
    test.each<[string, { fields?: object; scopes?: string[]; clientId?: string }, object, number, string]>([
      [
        'field before scope',
        { fields: {}, scopes: ['openid'] },
        { name: 'x' },
        400,
        'account_center.field_not_editable',
      ],
      [
        'ReadOnly is not Edit',
        { fields: { name: 'ReadOnly' } },
        { name: 'x' },
        400,
        'account_center.field_not_editable',
      ],
      ['only fields that are sent count', { fields: { name: 'Edit' } }, { name: 'x' }, 200, ''],
      ['scope profile', { scopes: ['openid', 'email'] }, { name: 'x' }, 400, 'auth.unauthorized'],
      ['scope profile even for nothing', { scopes: ['openid'] }, {}, 400, 'auth.unauthorized'],
      ['scope custom_data', { scopes: ['openid', 'profile'] }, { customData: {} }, 400, 'auth.unauthorized'],
      ['third party', { clientId: 'third' }, { name: 'x' }, 403, 'auth.third_party_application_forbidden'],
      ['a client that is gone', { clientId: 'gone' }, { name: 'x' }, 403, 'auth.third_party_application_forbidden'],
      [
        'third party before proof',
        { clientId: 'third' },
        { username: null },
        403,
        'auth.third_party_application_forbidden',
      ],
      ['body before guards', { fields: {}, scopes: ['openid'] }, { name: 1 }, 400, 'guard.invalid_input'],
    ])('%s', async (_, { fields, scopes, clientId }, body, status, code) => {
      const own = await createTestApp();
      await own.enableAccountCenter(fields);
      const person = await own.createUser();
      const bearer = await own.signIn(person, { ...(scopes && { scopes }), ...(clientId && { clientId }) });
      const answer = await own.account(bearer, 'PATCH', '/api/my-account', { body });
      expect(answer.status).toBe(status);
      if (code) expect(answer.body.code).toBe(code);
    });
  });

  describe('If-Match', () => {
    test('lets the change through while the account is as it was seen', async () => {
      const { headers } = await app.account(token, 'GET', '/api/my-account');
      const seen = { 'if-match': headers['etag'] ?? '' };
      expect(await patch({ name: 'First' }, { headers: seen })).toMatchObject({ status: 200 });
      expect(await patch({ name: 'Second' }, { headers: seen })).toMatchObject({
        status: 412,
        body: { code: 'request.precondition_failed' },
      });
      expect((await app.account(token, 'GET', '/api/my-account')).body.name).toBe('First');
    });

    test('of ten changes of the same account, one is made', async () => {
      const { headers } = await app.account(token, 'GET', '/api/my-account');
      const seen = { 'if-match': headers['etag'] ?? '' };
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, i) => patch({ name: `n${i}` }, { headers: seen })),
      );
      expect(answers.map(answer => answer.status).sort()).toEqual([200, ...Array(9).fill(412)]);
    });
  });

  test("nobody's body says whose account it is", async () => {
    const victim = await app.createUser({ name: 'Victim' });
    await patch({ id: victim.id, userId: victim.id, name: 'Mallory' });
    const bearer = await app.signIn(victim);
    expect((await app.account(bearer, 'GET', '/api/my-account')).body.name).toBe('Victim');
  });
});
