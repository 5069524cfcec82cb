import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken, type TestUser } from '../testing/create-test-app.ts';

describe('change the profile', () => {
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

  const patch = (body: unknown, bearer = token) => app.account(bearer, 'PATCH', '/api/my-account/profile', { body });

  test('as the product documents it', async () => {
    const answer = await patch({ familyName: '王', givenName: '小明' });
    expect(answer).toMatchObject({ status: 200, body: { familyName: '王', givenName: '小明' } });
    expect(await app.events()).toEqual([
      {
        type: 'account-updated',
        userId: user.id,
        data: { members: ['profile'] },
        outbox: ['webhook:User.Data.Updated'],
      },
    ]);
  });

  test('merges members, replaces the address as a whole, and null unsets', async () => {
    await patch({ familyName: 'A', nickname: 'n', address: { country: 'TW', locality: 'Taipei' } });
    expect((await patch({ givenName: 'B', nickname: null, address: { country: 'JP' } })).body).toEqual({
      familyName: 'A',
      givenName: 'B',
      address: { country: 'JP' },
    });
    expect((await patch({ address: null })).body).toEqual({ familyName: 'A', givenName: 'B' });
  });

  test('an empty string is a value', async () => {
    expect((await patch({ website: '' })).body).toEqual({ website: '' });
  });

  test.each([[{}], [{ unknown: 'x', email: 'a@b.co', isVerified: true }]])('changes nothing for %j', async body => {
    expect(await patch(body)).toMatchObject({ status: 200, body: {} });
    expect(await app.events()).toEqual([]);
  });

  test('the address is not shown to a token without its scope, and not touched by it', async () => {
    await patch({ address: { country: 'TW' } });
    const narrow = await app.signIn(user, { scopes: ['openid', 'profile'] });
    expect(await patch({ givenName: 'B' }, narrow)).toMatchObject({ status: 200, body: { givenName: 'B' } });
    expect((await patch({ givenName: 'C' }, narrow)).body.address).toBeUndefined();
    expect((await patch({})).body.address).toEqual({ country: 'TW' });
    expect(await patch({ address: {} }, narrow)).toMatchObject({ status: 400, body: { code: 'auth.unauthorized' } });
  });

  test.each<[string, unknown]>([
    ['a number', { givenName: 1 }],
    ['2049 characters', { givenName: 'a'.repeat(2049) }],
    ['a NUL byte', { givenName: '\u0000' }],
    ['a lone surrogate', '{"givenName":"\\udfff"}'],
    ['an address of the wrong kind', { address: 'Taipei' }],
    ['nothing', null],
  ])('refuses %s', async (_, body) => {
    expect(await patch(body)).toMatchObject({ status: 400, body: { code: 'guard.invalid_input' } });
    expect(await app.events()).toEqual([]);
  });

  test('field before scope before third party', async () => {
    const closed = await createTestApp();
    await closed.enableAccountCenter({ profile: 'ReadOnly' });
    const person = await closed.createUser();
    const poor = await closed.signIn(person, { scopes: ['openid'], clientId: 'third' });
    const send = () => closed.account(poor, 'PATCH', '/api/my-account/profile', { body: { givenName: 'x' } });
    expect(await send()).toMatchObject({ status: 400, body: { code: 'account_center.field_not_editable' } });
    await closed.enableAccountCenter({ profile: 'Edit' });
    expect(await send()).toMatchObject({ status: 400, body: { code: 'auth.unauthorized' } });
    const third = await closed.signIn(person, { clientId: 'third' });
    expect(await closed.account(third, 'PATCH', '/api/my-account/profile', { body: {} })).toMatchObject({
      status: 403,
    });
  });

  test('parallel changes of different members are all kept', async () => {
    const members = ['familyName', 'givenName', 'middleName', 'nickname', 'website', 'gender', 'birthdate', 'locale'];
    await Promise.all(members.map(member => patch({ [member]: member })));
    expect((await patch({})).body).toEqual(Object.fromEntries(members.map(member => [member, member])));
  });
});
