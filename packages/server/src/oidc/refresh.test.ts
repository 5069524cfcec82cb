/** Refresh tokens: rotation, the grace for parallel clients, and what happens to a stolen one. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ageRefreshTokens, spendRefreshTokens } from '../testing/oidc-world.store.ts';
import {
  authorization,
  createOidcWorld,
  type OidcWorld,
  type SignedIn,
  type TestApplication,
} from '../testing/oidc-world.ts';

let world: OidcWorld;
let spa: TestApplication;
let web: TestApplication;
beforeAll(async () => {
  world = await createOidcWorld();
  spa = await world.createApplication('SPA');
  web = await world.createApplication('Traditional');
});
afterAll(() => world.close());
beforeEach(() => {
  world.clockOffset = 0;
});

const signIn = async (application = spa): Promise<SignedIn & { user: string }> => {
  const user = await world.createUser();
  return { ...(await world.signIn(application, user)), user };
};
const alive = async (token: string) => (await world.userinfo(token)).status === 200;
const outcome = ({ status, body }: { status: number; body: { error?: string } }) => [status, body.error];
const refused = [400, 'invalid_grant'];

describe('rotation', () => {
  test('gives a public client a new token at every use, and an ID token with a fresh instant', async () => {
    const { refresh_token: token } = await signIn();
    const { body } = await world.refresh(spa, token);
    expect(body.refresh_token).not.toBe(token);
    const { iat = 0 } = await world.verify(body.id_token);
    expect(Math.abs(Date.now() / 1000 - iat)).toBeLessThan(10);
  });

  test('leaves a confidential client its token until 70 % of its life are over', async () => {
    const { refresh_token: token } = await signIn(web);
    expect((await world.refresh(web, token)).body.refresh_token).toBe(token);
    await ageRefreshTokens(world.database, world.tenantId, web.id, 9 * 86_400);
    expect((await world.refresh(web, token)).body.refresh_token).toBe(token);
    await ageRefreshTokens(world.database, world.tenantId, web.id, 86_400);
    expect((await world.refresh(web, token)).body.refresh_token).not.toBe(token);
  });

  test('can be switched off for a confidential client, not for a public one', async () => {
    const custom = { rotateRefreshToken: false };
    const confidential = await world.createApplication('Traditional', { custom });
    const old = (await signIn(confidential)).refresh_token;
    await ageRefreshTokens(world.database, world.tenantId, confidential.id, 13 * 86_400);
    expect((await world.refresh(confidential, old)).body.refresh_token).toBe(old);
    const browserApp = await world.createApplication('SPA', { custom });
    const first = (await signIn(browserApp)).refresh_token;
    expect((await world.refresh(browserApp, first)).body.refresh_token).not.toBe(first);
  });

  test('does not prolong the life of a token in a browser, but that of one in a native app', async () => {
    const days = async (type: 'SPA' | 'Native', redirectUri: string) => {
      const application = await world.createApplication(type, { redirectUri });
      const { refresh_token: token } = await signIn(application);
      await ageRefreshTokens(world.database, world.tenantId, application.id, 10 * 86_400);
      expect((await world.refresh(application, token)).status).toBe(200);
      return world.refreshTokenDays(application.id);
    };
    expect(await days('SPA', 'https://app.test')).toBeCloseTo(4, 2);
    expect(await days('Native', 'app://x')).toBeCloseTo(14, 2);
  });

  test('an expired token is refused', async () => {
    const { refresh_token: token } = await signIn();
    await ageRefreshTokens(world.database, world.tenantId, spa.id, 15 * 86_400);
    expect(outcome(await world.refresh(spa, token))).toEqual(refused);
  });
});

describe('a failed refresh', () => {
  test.each([
    ['an unknown API', { resource: 'https://unknown.test' }, 'invalid_target'],
    ['a scope that was not granted', { scope: 'openid email' }, 'invalid_scope'],
    ['another client', { client_id: 'other' }, 'invalid_client'],
  ])('for %s leaves the token good', async (_, parameters, error) => {
    const { refresh_token: token } = await signIn();
    expect((await world.refresh(spa, token, parameters)).body.error).toBe(error);
    world.clockOffset = 10_000;
    expect((await world.refresh(spa, token)).status).toBe(200);
  });

  test('of another application’s token is refused and harms nobody', async () => {
    const { refresh_token: token } = await signIn();
    expect(outcome(await world.refresh(web, token))).toEqual(refused);
    expect((await world.refresh(spa, token)).status).toBe(200);
  });
});

describe('the grace of three seconds', () => {
  test('lets two parallel refreshes both succeed, with siblings that both work', async () => {
    const { refresh_token: token } = await signIn();
    const both = await Promise.all([world.refresh(spa, token), world.refresh(spa, token)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0].body.refresh_token).not.toBe(both[1].body.refresh_token);
    for (const { body } of both) {
      expect(await alive(body.access_token)).toBe(true);
      expect((await world.refresh(spa, body.refresh_token)).status).toBe(200);
    }
  });

  test('lets twenty of them succeed', async () => {
    const { refresh_token: token } = await signIn();
    const all = await Promise.all(Array.from({ length: 20 }, () => world.refresh(spa, token)));
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
  });

  test('ends three seconds after the first use, however often the token was used since', async () => {
    const { refresh_token: token } = await signIn();
    expect((await world.refresh(spa, token)).status).toBe(200);
    world.clockOffset = 2_000;
    expect((await world.refresh(spa, token)).status).toBe(200);
    world.clockOffset = 4_000;
    expect(outcome(await world.refresh(spa, token))).toEqual(refused);
  });
});

describe('reuse after the grace', () => {
  test('revokes the family, says so once as an event, and does it although the request fails', async () => {
    const { refresh_token: stolen, access_token: first, user } = await signIn();
    const { body } = await world.refresh(spa, stolen);
    world.clockOffset = 3_001;
    const answer = await world.refresh(spa, stolen);
    expect(outcome(answer)).toEqual(refused);
    expect(answer.body).toMatchObject({ code: 'oidc.invalid_grant', error_description: 'grant request is invalid' });
    expect(outcome(await world.refresh(spa, body.refresh_token))).toEqual(refused);
    expect([await alive(first), await alive(body.access_token)]).toEqual([false, false]);
    expect(outcome(await world.refresh(spa, stolen))).toEqual(refused);
    const events = (await world.events(user)).filter(({ type }) => type === 'refresh-token-reused');
    expect(events.map(({ actor_kind, actor_id, client_id }) => [actor_kind, actor_id, client_id])).toEqual([
      ['application', spa.id, spa.id],
    ]);
  });

  test('is seen in ten parallel requests as well', async () => {
    const { refresh_token: stolen, user } = await signIn();
    const { body } = await world.refresh(spa, stolen);
    world.clockOffset = 3_001;
    const all = await Promise.all(Array.from({ length: 10 }, () => world.refresh(spa, stolen)));
    expect(all.map(outcome)).toEqual(Array.from({ length: 10 }, () => refused));
    expect(await alive(body.access_token)).toBe(false);
    expect((await world.events(user)).filter(({ type }) => type === 'refresh-token-reused').length).toBe(1);
  });

  test('is seen at the last moment: by what another process has written since', async () => {
    const { refresh_token: stolen, access_token: first, user } = await signIn();
    const spend = () => spendRefreshTokens(world.database, world.tenantId, user, new Date(Date.now() - 3_500));
    expect(outcome(await world.between(() => world.refresh(spa, stolen), spend))).toEqual(refused);
    expect(await alive(first)).toBe(false);
    expect((await world.events(user)).filter(({ type }) => type === 'refresh-token-reused').length).toBe(1);
  });

  test('leaves the user’s other sign-ins alone', async () => {
    const { refresh_token: stolen, user } = await signIn();
    const other = await world.signIn(spa, user);
    await world.refresh(spa, stolen);
    world.clockOffset = 3_001;
    await world.refresh(spa, stolen);
    expect((await world.refresh(spa, other.refresh_token)).status).toBe(200);
  });
});

describe('an authorization code', () => {
  test('yields tokens once; used again, it takes them back', async () => {
    const signedIn = await signIn();
    expect(outcome(await world.exchange(spa, signedIn.code, signedIn.verifier))).toEqual(refused);
    expect(await alive(signedIn.access_token)).toBe(false);
    expect(outcome(await world.refresh(spa, signedIn.refresh_token))).toEqual(refused);
  });

  test('of twenty parallel exchanges one succeeds, and its family is revoked', async () => {
    const { query, verifier } = authorization(spa);
    const location = await world.browser().authorize(query, await world.createUser());
    const code = location.searchParams.get('code') ?? '';
    const all = await Promise.all(Array.from({ length: 20 }, () => world.exchange(spa, code, verifier)));
    const succeeded = all.filter(({ status }) => status === 200);
    expect(succeeded.length).toBe(1);
    expect(new Set(all.filter(({ status }) => status !== 200).map(({ body }) => body.error))).toEqual(
      new Set(['invalid_grant']),
    );
    expect(await alive(succeeded[0]?.body.access_token)).toBe(false);
    expect(outcome(await world.refresh(spa, succeeded[0]?.body.refresh_token))).toEqual(refused);
  });
});
