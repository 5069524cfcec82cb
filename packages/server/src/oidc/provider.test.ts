import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOidcWorld, type OidcWorld } from '../testing/oidc-world.ts';

let world: OidcWorld;
beforeAll(async () => {
  world = await createOidcWorld();
});
afterAll(() => world.close());

describe('signing in', () => {
  test('leads to tokens', async () => {
    const app = await world.createApplication('SPA');
    const user = await world.createUser({ name: 'Ada' });
    const signedIn = await world.signIn(app, user);
    expect(signedIn.access_token).toMatch(/^[\w-]{43}$/);
    expect((await world.refresh(app, signedIn.refresh_token)).status).toBe(200);
  });
});
