import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEnvelope, createKeyRing } from '../lib/index.ts';
import { copySigningKey, dumpTenant } from '../testing/oidc-world.store.ts';
import { createOidcWorld, type OidcWorld, type TestApplication } from '../testing/oidc-world.ts';
import { createKeyLoader, type KeyRotation, rotateSigningKeys } from './index.ts';

let world: OidcWorld;
let spa: TestApplication;
beforeEach(async () => {
  world = await createOidcWorld();
  spa = await world.createApplication('SPA');
});
afterEach(() => world.close());

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const rotate = async (options?: KeyRotation) => {
  const { database, envelope, tenantId } = world;
  const rotated = await rotateSigningKeys({ database, envelope, now: world.clock() }, tenantId, options);
  world.parts.oidc.invalidate(tenantId);
  return rotated;
};
const published = async (): Promise<{ kid: string; alg: string }[]> =>
  (await (await fetch(`${world.base}/oidc/jwks`)).json()).keys;
const headerOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString());
const signedIn = async () => (await world.signIn(spa, await world.createUser())).id_token;

describe('rotation', () => {
  test('publishes the new key first, signs with it an hour later, and keeps the old one until its tokens are gone', async () => {
    const before = await signedIn();
    const rotated = await rotate();
    expect((await published()).map(({ kid }) => kid)).toEqual([headerOf(before).kid, rotated?.kid]);
    expect(headerOf(await signedIn()).kid).toBe(headerOf(before).kid);

    world.clockOffset = HOUR + 1000;
    const after = await signedIn();
    expect(headerOf(after).kid).toBe(rotated?.kid);
    expect((await world.verify(before)).sub).toBeDefined();
    expect((await world.verify(after)).sub).toBeDefined();

    world.clockOffset = 31 * DAY;
    expect((await published()).map(({ kid }) => kid)).toEqual([rotated?.kid]);
  });

  test('withdraws a key that has leaked at once', async () => {
    const before = await signedIn();
    const rotated = await rotate({ immediately: true });
    expect((await published()).map(({ kid }) => kid)).toEqual([rotated?.kid]);
    expect(headerOf(await signedIn()).kid).toBe(rotated?.kid);
    await expect(world.verify(before)).rejects.toThrow();
  });

  test('changes the algorithm, together with what discovery says', async () => {
    await rotate({ algorithm: 'RS256' });
    expect(headerOf(await signedIn()).alg).toBe('ES256');
    world.clockOffset = HOUR + 1000;
    const idToken = await signedIn();
    expect(headerOf(idToken).alg).toBe('RS256');
    expect((await world.verify(idToken)).sub).toBeDefined();
    const discovery = await (await fetch(`${world.base}/oidc/.well-known/openid-configuration`)).json();
    expect(discovery.id_token_signing_alg_values_supported).toContain('RS256');
  });

  test('reaches another process within seconds, without being told', async () => {
    const { database, envelope, tenantId } = world;
    await published();
    await rotateSigningKeys({ database, envelope, now: world.clock() }, tenantId);
    expect((await published()).length).toBe(1);
    world.clockOffset = 6_000;
    expect((await published()).length).toBe(2);
  });

  test('of a tenant that does not exist does nothing', async () => {
    const { database, envelope, clock } = world;
    expect(await rotateSigningKeys({ database, envelope, now: clock() }, 'nobody')).toBeUndefined();
  });
});

describe('a stored key', () => {
  test('is encrypted, and opens for its own tenant and name only', async () => {
    expect(await dumpTenant(world.database, world.tenantId)).toMatch(/"private_key\\?":\\?"v1\.[0-9a-f]{16}\./);
    const other = await createOidcWorld();
    try {
      await copySigningKey(world.database, world.tenantId, other.tenantId);
      const { database, envelope, clock } = world;
      const load = createKeyLoader({ database, envelope, clock });
      await expect(load(other.tenant)).rejects.toThrow('cannot be opened');
      const wrong = createEnvelope(createKeyRing(Buffer.alloc(32, 1).toString('base64')));
      await expect(createKeyLoader({ database, envelope: wrong, clock })(world.tenant)).rejects.toThrow(
        'cannot be opened',
      );
    } finally {
      await other.close();
    }
  });

  test('that cannot be opened stops no other tenant, and is no secret to the caller', async () => {
    const other = await createOidcWorld();
    try {
      await copySigningKey(world.database, world.tenantId, other.tenantId);
      other.parts.oidc.invalidate(other.tenantId);
      const response = await fetch(`${other.base}/oidc/jwks`);
      expect([response.status, await response.json()]).toEqual([
        500,
        expect.objectContaining({ error: 'server_error' }),
      ]);
      expect((await published()).length).toBe(1);
    } finally {
      await other.close();
    }
  });
});
