/** Tokens that a provider gives to somebody who signs in with it. */
import { beforeEach, expect, test } from 'vitest';
import { codesAllowed, createSignInScene, outcome, type SignInScene, visitor } from '../testing/sign-in-scene.ts';
import { createMockConnector } from '../testing/social-world.ts';
import { findUserByIdentity } from '../users/index.ts';

const ada = { userId: 'ada-at-mock', email: 'ada@example.com' };
const given = (name: string) => ({ ...ada, tokenResponse: { access_token: name, refresh_token: `${name}-refresh` } });

let scene: SignInScene;
let mock: string;
beforeEach(async () => {
  scene = await createSignInScene({
    ...codesAllowed,
    socialSignInConnectorTargets: ['mock-social'],
    signUp: { identifiers: [], password: false, verify: false },
  });
  await scene.app.enableAccountCenter();
  mock = await createMockConnector(scene.app, { enableTokenStorage: true });
});

async function at(event: string) {
  const person = visitor(scene);
  await person.start(event);
  return person;
}
/** The access token that is kept for whoever has linked Ada's identity. */
async function kept(): Promise<unknown> {
  const { app } = scene;
  const wanted = { target: 'mock-social', id: 'ada-at-mock', issuer: undefined };
  const user = await findUserByIdentity(app.database, app.tenant.id, wanted);
  if (!user) return 'nobody';
  const token = await app.signIn({ ...user, password: '' });
  const { status, body } = await app.account(token, 'GET', '/api/my-account/identities/mock-social/access-token');
  return status === 200 ? body.access_token : body.code;
}

test('are kept from registering on, and follow every sign-in', async () => {
  const newcomer = await at('Register');
  const verification = await newcomer.proveIdentity(mock, given('first'));
  expect(JSON.stringify(scene.interactions.stored(newcomer.cookie))).not.toContain('first');
  expect((await newcomer.identify(verification)).status).toBe(201);
  expect(await kept()).toBe('first');

  const again = await at('SignIn');
  const social = await again.proveIdentity(mock, given('second'));
  expect(await kept()).toBe('first');
  expect((await again.identify(social)).status).toBe(204);
  expect(await kept()).toBe('second');
  expect(JSON.stringify((await again.progress()).body)).not.toContain('second');
  expect((await again.submit()).status).toBe(200);
  expect(JSON.stringify(scene.interactions.logins)).not.toContain('second');

  const without = await at('SignIn');
  expect((await without.identify(await without.proveIdentity(mock, ada))).status).toBe(204);
  expect(await kept()).toBe('second');
  expect(JSON.stringify(await scene.app.events())).not.toMatch(/first|second/);
});

test('are kept with an identity that is linked to a proven account', async () => {
  await scene.app.createUser({ username: 'ada', password: 'Copper-Lantern-41' });
  const person = await at('SignIn');
  const social = await person.proveIdentity(mock, given('linked'));
  await person.identify((await person.password('username', 'ada', 'Copper-Lantern-41')).body.verificationId);
  expect((await person.identify(social, { linkSocialIdentity: true })).status).toBe(204);
  expect(await kept()).toBe('linked');
});

test('are kept with an identity that is linked by its address', async () => {
  await scene.settings({ socialSignIn: { automaticAccountLinking: true } });
  await scene.app.createUser({ email: 'ada@example.com' });
  const person = await at('SignIn');
  expect((await person.identify(await person.proveIdentity(mock, given('by-address')))).status).toBe(204);
  expect(await kept()).toBe('by-address');
});

test('are kept for nobody whose identity is not theirs any more', async () => {
  const { app } = scene;
  const user = await app.createUser();
  const url = `/api/users/${user.id}/identities/mock-social`;
  await app.management('PUT', url, { userId: 'ada-at-mock' });
  const person = await at('SignIn');
  const social = await person.proveIdentity(mock, given('too-late'));
  await app.management('DELETE', url);
  expect(outcome(await person.identify(social))).toEqual([404, 'user.identity_not_exist']);
  await app.management('PUT', url, { userId: 'ada-at-mock' });
  expect(await kept()).toBe('secrets.third_party_token_set.token_not_found');
});

test('are not kept where the connector is not set so', async () => {
  await scene.app.management('PATCH', `/api/connectors/${mock}`, { enableTokenStorage: false });
  const person = await at('Register');
  expect((await person.identify(await person.proveIdentity(mock, given('unwanted')))).status).toBe(201);
  expect(await kept()).toBe('secrets.third_party_token_set.token_not_found');
});
