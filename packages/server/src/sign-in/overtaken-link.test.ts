/** An account that changes in the moment between being found by its address and being linked to an identity. */
import { beforeEach, expect, test } from 'vitest';
import type { TestUser } from '../testing/create-test-app.ts';
import { createMeddling, type Meddling } from '../testing/meddling.ts';
import { codesAllowed, createSignInScene, outcome, type SignInScene, visitor } from '../testing/sign-in-scene.ts';
import { createMockConnector } from '../testing/social-world.ts';
import { testDatabase } from '../testing/test-database.ts';
import { findUserWithIdentities } from '../users/index.ts';

const address = 'ada@example.com';
let scene: SignInScene;
let mock: string;
let user: TestUser;
let meddling: Meddling;

beforeEach(async () => {
  meddling = createMeddling(await testDatabase());
  const settings = { socialSignIn: { automaticAccountLinking: true }, socialSignInConnectorTargets: ['mock-social'] };
  scene = await createSignInScene({ ...codesAllowed, ...settings }, { database: meddling.database });
  mock = await createMockConnector(scene.app);
  user = await scene.app.createUser({ email: address });
});

async function identify() {
  const { start, proveIdentity, identify } = visitor(scene);
  await start('SignIn');
  const proof = await proveIdentity(mock, { userId: 'ada-at-mock', email: address });
  return outcome(await identify(proof));
}
const identities = async () =>
  (await findUserWithIdentities(scene.app.database, scene.app.tenant.id, user.id))?.identities;

test('one that keeps the address is linked', async () => {
  expect(await identify()).toEqual([204, undefined]);
  expect(await identities()).toMatchObject({ 'mock-social': { userId: 'ada-at-mock' } });
});

test.each<[string, () => Promise<unknown>]>([
  [
    'has another address by then',
    () => scene.app.management('PATCH', `/api/users/${user.id}`, { primaryEmail: 'x@b.co' }),
  ],
  [
    'is suspended by then',
    () => scene.app.management('PATCH', `/api/users/${user.id}/is-suspended`, { isSuspended: true }),
  ],
  ['is gone by then', () => scene.app.management('DELETE', `/api/users/${user.id}`)],
])('one that %s is not', async (_, change) => {
  meddling.after('users.find-by-email', change);
  expect(await identify()).toEqual([404, 'user.identity_not_exist']);
  expect(meddling.isWaiting()).toBe(false);
  expect((await identities()) ?? {}).toEqual({});
});
