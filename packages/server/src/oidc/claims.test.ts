import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveUserRole } from '../testing/oidc-world.store.ts';
import { createOidcWorld, type OidcWorld, type TestApplication } from '../testing/oidc-world.ts';

let world: OidcWorld;
let spa: TestApplication;
beforeAll(async () => {
  world = await createOidcWorld();
  spa = await world.createApplication('SPA');
});
afterAll(() => world.close());

const everything =
  'openid offline_access profile email phone address custom_data identities roles urn:logto:scope:sessions';

describe('what is said about a user', () => {
  test('without anything known is null, and never null where clients need a boolean', async () => {
    const { id_token: idToken, access_token: token } = await world.signIn(spa, await world.createUser(), {
      scope: 'openid profile email phone',
    });
    const expected = {
      name: null,
      picture: null,
      username: null,
      email: null,
      email_verified: false,
      phone_number: null,
      phone_number_verified: false,
      created_at: expect.any(Number),
      updated_at: expect.any(Number),
    };
    const claims = await world.verify(idToken);
    expect(claims).toMatchObject(expected);
    expect(claims.aud).toBe(spa.id);
    expect((await world.userinfo(token)).body).toEqual({ sub: expect.any(String), ...expected });
  });

  test('follows the scopes; what is rare or large is told by userinfo only', async () => {
    const user = await world.createUser({
      username: 'ada',
      username_key: 'ada',
      name: 'Ada Lovelace',
      avatar: 'https://pic.test/ada.png',
      primary_email: 'ada@mail.test',
      email_key: 'ada@mail.test',
      primary_phone: '447700900123',
      profile: { familyName: 'Lovelace', website: 'https://ada.test', address: { formatted: 'London' }, unknown: 1 },
      custom_data: { theme: 'dark' },
    });
    const role = await world.createResource('https://roles.test', []);
    await giveUserRole(world.database, world.tenantId, user, role);
    const { id_token: idToken, access_token: token } = await world.signIn(spa, user, { scope: everything });
    const common = {
      sub: user,
      username: 'ada',
      preferred_username: 'ada',
      name: 'Ada Lovelace',
      picture: 'https://pic.test/ada.png',
      family_name: 'Lovelace',
      website: 'https://ada.test',
      email: 'ada@mail.test',
      email_verified: true,
      phone_number: '447700900123',
      phone_number_verified: true,
      address: { formatted: 'London' },
      roles: [role],
      created_at: expect.any(Number),
      updated_at: expect.any(Number),
    };
    const { iat, exp, iss, aud, ...claims } = await world.verify(idToken);
    expect(claims).toEqual(common);
    expect((await world.userinfo(token)).body).toEqual({
      ...common,
      custom_data: { theme: 'dark' },
      identities: {},
      sso_identities: [],
    });
  });

  test('is nothing but the subject without scopes for it', async () => {
    const user = await world.createUser({ name: 'Ada' });
    const { access_token: token } = await world.signIn(spa, user, { scope: 'openid' });
    expect((await world.userinfo(token)).body).toEqual({ sub: user });
  });

  test('is refused for a token without the scope openid, and without a token', async () => {
    const { access_token: token } = await world.signIn(spa, await world.createUser(), { scope: 'profile' });
    expect(await world.userinfo(token)).toMatchObject({ status: 403, body: { error: 'insufficient_scope' } });
    const none = await world.userinfo('x'.repeat(43));
    expect(none).toMatchObject({ status: 401, body: { error: 'invalid_token', code: 'oidc.invalid_token' } });
    expect(none.headers.get('www-authenticate')).toMatch(/^Bearer .*invalid_token/);
  });
});
