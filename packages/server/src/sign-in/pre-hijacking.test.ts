/**
 * Accounts that somebody has prepared for a person who comes later, by the five classes of "Pre-hijacked accounts"
 * (Sudhodanan and Paverd, 2022). In each, an attacker acts first and knows the victim's address; then the victim comes,
 * and afterwards the attacker must have no way in.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { startOpenidProvider } from '../testing/openid-provider.ts';
import { codesAllowed, createSignInScene, outcome, type SignInScene, visitor } from '../testing/sign-in-scene.ts';
import { callbackUri, createMockConnector, createOidcConnector } from '../testing/social-world.ts';
import { findUserByIdentifier, findUserWithIdentities } from '../users/index.ts';

const victim = 'victim@example.com';
const attackers = 'Attackers-Secret-41';
const unknown = [404, 'session.verification_session_not_found'];

let scene: SignInScene;
let mock: string;
beforeEach(async () => {
  scene = await createSignInScene({
    ...codesAllowed,
    signUp: { identifiers: ['username', 'email'], password: true, verify: true },
    socialSignIn: { automaticAccountLinking: true, skipRequiredIdentifiers: true },
    socialSignInConnectorTargets: ['mock-social'],
  });
  await scene.app.enableAccountCenter();
  mock = await createMockConnector(scene.app);
});

const victimsAccount = () => findUserByIdentifier(scene.app.database, scene.app.tenant.id, 'email', victim);

/** An attacker who has put all that they can beside an address that they cannot read. */
async function attackerPrepares() {
  const attacker = visitor(scene);
  await attacker.start('Register');
  await attacker.add('username', { value: 'attacker' });
  await attacker.add('password', { value: attackers });
  const { verificationId } = (await attacker.askCode(victim, 'Register')).body;
  return { ...attacker, verificationId };
}

/** The victim signs in by the mailbox, which makes their account. */
async function victimArrives() {
  const person = visitor(scene);
  await person.start('SignIn');
  const verificationId = await person.proveAddress(victim, 'SignIn');
  expect(outcome(await person.identify(verificationId))).toEqual([404, 'user.user_not_exist']);
  await person.turnTo('Register');
  await person.add('username', { value: 'victim' });
  await person.add('password', { value: 'Quiet-Harbor-58' });
  expect((await person.identify(verificationId)).status).toBe(201);
  return person;
}

const attackerTriesPassword = async () => {
  const { start, password } = visitor(scene);
  await start('SignIn');
  return [
    outcome(await password('email', victim, attackers)),
    outcome(await password('username', 'attacker', attackers)),
  ];
};
const shutOut = [
  [422, 'session.invalid_credentials'],
  [422, 'session.invalid_credentials'],
];

describe('classic-federated merge', () => {
  test('no password lies beside an address before it was proven, and the first proof makes an account of its own', async () => {
    const attacker = await attackerPrepares();
    expect(outcome(await attacker.identify(attacker.verificationId))).toEqual(unknown);
    expect(outcome(await attacker.add('email', { verificationId: attacker.verificationId }))).toEqual(unknown);
    const alone = await attacker.identify();
    expect([outcome(alone), alone.body.data]).toEqual([[422, 'user.missing_profile'], { missingProfile: ['email'] }]);
    expect(await victimsAccount()).toBeUndefined();

    await victimArrives();
    expect((await victimsAccount())?.username).toBe('victim');
    expect(await attackerTriesPassword()).toEqual(shutOut);
  });

  test('the same when the victim comes by a provider that has verified the address', async () => {
    await attackerPrepares();
    const person = visitor(scene);
    await person.start('SignIn');
    const social = await person.proveIdentity(mock, { userId: 'victim-at-mock', email: victim });
    expect(outcome(await person.identify(social))).toEqual([404, 'user.identity_not_exist']);
    await person.turnTo('Register');
    expect((await person.identify(social)).status).toBe(201);
    expect(await victimsAccount()).toMatchObject({ username: null, password_digest: null });
    expect(await attackerTriesPassword()).toEqual(shutOut);
  });
});

test('unexpired session: the sign-in in which the attacker prepared, and every session, end with a recovery', async () => {
  const attacker = await attackerPrepares();
  await victimArrives();
  // What the attacker has prepared does not come alive by the victim's proof.
  expect(outcome(await attacker.identify(attacker.verificationId))).toEqual(unknown);
  expect(outcome(await attacker.submit())).toEqual([404, 'session.identifier_not_found']);

  // An attacker who had a session of the account nevertheless, and one of a service that holds a refresh token.
  const account = await victimsAccount();
  const token = await scene.app.signIn(account?.id ?? '');
  expect((await scene.app.account(token, 'GET', '/api/my-account')).status).toBe(200);
  scene.app.clock.advance(1000);
  const person = visitor(scene);
  await person.start('ForgotPassword');
  await person.identify(await person.proveAddress(victim, 'ForgotPassword'));
  expect((await person.resetPassword('Another-Harbor-59')).status).toBe(204);
  expect(outcome(await scene.app.account(token, 'GET', '/api/my-account'))).toEqual([401, 'auth.unauthorized']);
});

test('trojan identifier: nothing of the attacker’s is on an account that the victim’s proof makes, and a recovery lists what is', async () => {
  const attacker = await attackerPrepares();
  const trojan = await attacker.proveIdentity(mock, { userId: 'attacker-at-mock' });
  expect((await attacker.add('social', { verificationId: trojan })).status).toBe(204);
  expect(outcome(await attacker.identify(attacker.verificationId))).toEqual(unknown);
  await victimArrives();
  const account = await victimsAccount();
  const made = await findUserWithIdentities(scene.app.database, scene.app.tenant.id, account?.id ?? '');
  expect(made).toMatchObject({ username: 'victim', primary_phone: null, identities: {} });

  // Somebody who was in the account later has left a way in: whoever recovers is told of it.
  await scene.app.management('PUT', `/api/users/${account?.id}/identities/mock-social`, { userId: 'attacker-at-mock' });
  scene.app.clock.advance(1000);
  const person = visitor(scene);
  await person.start('ForgotPassword');
  await person.identify(await person.proveAddress(victim, 'ForgotPassword'));
  await scene.app.events();
  expect((await person.resetPassword('Another-Harbor-59')).status).toBe(204);
  expect(await scene.app.events()).toMatchObject([
    { type: 'credential-change', data: { alsoSignsInWith: ['username', 'email', 'mock-social'] } },
  ]);
});

describe.each(['default', 'compatible'])('unexpired email change, under the preset %s', preset => {
  test.each([
    ['begun', false],
    ['proven', true],
  ])('a change to the attacker’s address that was %s before a recovery is not finished after it', async (_, proven) => {
    const { app } = scene;
    await victimArrives();
    await app.management('PATCH', '/api/account-center/step-up-policy', { preset });
    const id = (await victimsAccount())?.id ?? '';
    const token = await app.signIn(id);
    const identifier = { type: 'email', value: 'attacker@example.com' };
    const record = (await app.account(token, 'POST', '/api/verifications/verification-code', { body: { identifier } }))
      .body.verificationRecordId;
    const enter = () =>
      app.account(token, 'POST', '/api/verifications/verification-code/verify', {
        body: { identifier, verificationId: record, code: app.messenger.codeTo('attacker@example.com') },
      });
    if (proven) expect((await enter()).status).toBe(200);
    app.clock.advance(1000);
    const person = visitor(scene);
    await person.start('ForgotPassword');
    await person.identify(await person.proveAddress(victim, 'ForgotPassword'));
    expect((await person.resetPassword('Another-Harbor-59')).status).toBe(204);

    if (!proven) expect((await enter()).status).toBe(preset === 'compatible' ? 400 : 401);
    const proof = await app.prove(await app.signIn(id), { id, password: 'Another-Harbor-59' });
    for (const given of [undefined, proof]) {
      const answer = await app.account(token, 'PATCH', '/api/my-account/primary-email', {
        ...(given !== undefined && { proof: given }),
        body: { email: 'attacker@example.com', newIdentifierVerificationRecordId: record },
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
    expect((await victimsAccount())?.id).toBe(id);
  });
});

test.each([
  ['says so', { email_verified: false }],
  ['says nothing', {}],
])('non-verifying provider: an address that it has not verified is nobody’s, if it %s', async (_, claims) => {
  await victimArrives();
  const provider = await startOpenidProvider(callbackUri);
  try {
    provider.people.set('attacker', { email: victim, ...claims });
    const acme = await createOidcConnector(scene.app, provider);
    await scene.settings({ socialSignInConnectorTargets: ['acme'] });
    const attacker = visitor(scene);
    await attacker.start('SignIn');
    const { verificationId, authorizationUri } = (await attacker.askProvider(acme)).body;
    await attacker.comeBack(acme, verificationId, await provider.visit(authorizationUri, 'attacker'));
    const answer = await attacker.identify(verificationId);
    expect([outcome(answer), answer.body.data]).toEqual([[404, 'user.identity_not_exist'], undefined]);
    await attacker.turnTo('Register');
    expect((await attacker.identify(verificationId)).status).toBe(201);
    const { userId } = (await attacker.progress()).body;
    const made = await findUserWithIdentities(scene.app.database, scene.app.tenant.id, userId);
    expect(made).toMatchObject({ primary_email: null, identities: { acme: { userId: 'attacker' } } });
    expect((await victimsAccount())?.id).not.toBe(userId);
  } finally {
    provider.close();
  }
});
