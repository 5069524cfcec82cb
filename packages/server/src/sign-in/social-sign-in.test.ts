/** Signing in and registering with other providers: a real OpenID provider on loopback, and one that only plays. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestUser } from '../testing/create-test-app.ts';
import { type OpenidProvider, startOpenidProvider } from '../testing/openid-provider.ts';
import { codesAllowed, createSignInScene, outcome, type SignInScene, visitor } from '../testing/sign-in-scene.ts';
import { callbackUri, createConnector, createMockConnector, createOidcConnector } from '../testing/social-world.ts';
import { findUserByIdentifier, findUserByIdentity, findUserWithIdentities } from '../users/index.ts';

const allowed = {
  ...codesAllowed,
  socialSignInConnectorTargets: ['mock-social', 'acme', 'beta'],
  signUp: { identifiers: [], password: false, verify: false },
};
const ada = { userId: 'ada-at-mock', email: 'ada@example.com', name: 'Ada', avatar: 'https://cdn.test/ada.png' };
const unknown = [404, 'session.verification_session_not_found'];
const notLinked = [404, 'user.identity_not_exist'];

let scene: SignInScene;
let mock: string;
const database = () => scene.app.database;
const tenantId = () => scene.app.tenant.id;
const owner = (id: string, target = 'mock-social') =>
  findUserByIdentity(database(), tenantId(), { target, id, issuer: undefined });
const identitiesOf = async (id: string) => (await findUserWithIdentities(database(), tenantId(), id))?.identities;

async function linked(who: Record<string, unknown> = ada, user?: object): Promise<TestUser> {
  const made = await scene.app.createUser(user);
  const url = `/api/users/${made.id}/identities/mock-social`;
  expect((await scene.app.management('PUT', url, { userId: who['userId'] })).status).toBe(201);
  await scene.app.events();
  return made;
}

async function atMock(event: string) {
  const person = visitor(scene);
  await person.start(event);
  return person;
}

beforeEach(async () => {
  scene = await createSignInScene(allowed);
  mock = await createMockConnector(scene.app);
});

describe('signing in', () => {
  test('leads from the provider to the engine', async () => {
    const { app, interactions } = scene;
    const user = await linked();
    const { start, askProvider, comeBack, identify, progress, submit } = visitor(scene);
    await start('SignIn');
    const asked = await askProvider(mock);
    expect(asked).toMatchObject({ status: 200, body: { verificationId: expect.stringMatching(/^[a-z0-9]{21}$/) } });
    const { verificationId, authorizationUri } = asked.body;
    expect(Object.fromEntries(new URL(authorizationUri).searchParams)).toMatchObject({
      state: 'state-1',
      redirect_uri: callbackUri,
    });
    expect(outcome(await identify(verificationId))).toEqual(unknown);
    const back = await comeBack(mock, verificationId, { code: 'c', state: 'state-1', ...ada });
    expect([back.status, back.body]).toEqual([200, { verificationId }]);
    expect((await identify(verificationId)).status).toBe(204);
    expect((await progress()).body).toEqual({
      interactionEvent: 'SignIn',
      userId: user.id,
      profile: { password: false },
      verificationRecords: [{ id: verificationId, type: 'Social', verified: true, connectorId: mock }],
    });
    expect((await submit()).status).toBe(200);
    expect(interactions.logins.at(-1)).toMatchObject({
      accountId: user.id,
      submission: { verificationRecords: [{ id: verificationId, type: 'Social', connectorId: mock }] },
    });
    expect(await app.events()).toEqual([]);
  });

  test('takes the latest beginning where none is named, and callback data as JSON text', async () => {
    await linked();
    const { askProvider, comeBack, identify } = await atMock('SignIn');
    await askProvider(mock, 'state-0');
    const { verificationId } = (await askProvider(mock)).body;
    const back = await comeBack(mock, undefined, JSON.stringify({ code: 'c', state: 'state-1', ...ada }));
    expect(back.body).toEqual({ verificationId });
    expect((await identify(verificationId)).status).toBe(204);
  });

  test('keeps who came back from everybody who reads the sign-in', async () => {
    const person = await atMock('SignIn');
    await person.proveIdentity(mock, ada);
    // With a mark that no random text holds: three letters alone come up in sealed text once in a hundred times.
    expect(JSON.stringify(scene.interactions.stored(person.cookie))).not.toMatch(/"ada|ada@/i);
  });

  test('tells a suspension to whoever has linked the identity', async () => {
    const user = await linked();
    const { proveIdentity, identify } = await atMock('SignIn');
    await scene.app.changeUser(user, { is_suspended: true });
    expect(outcome(await identify(await proveIdentity(mock, ada)))).toEqual([401, 'user.suspended']);
  });

  test('ends when the identity is unlinked before the end', async () => {
    const user = await linked();
    const { proveIdentity, identify, submit } = await atMock('SignIn');
    await identify(await proveIdentity(mock, ada));
    await scene.app.management('DELETE', `/api/users/${user.id}/identities/mock-social`);
    expect(outcome(await submit())).toEqual(unknown);
  });

  test('follows the name and picture of the provider where the connector is set so', async () => {
    const { app } = scene;
    const { id } = await linked(ada, { name: 'Adeline' });
    const signIn = async (who: Record<string, unknown>) => {
      const { proveIdentity, identify } = await atMock('SignIn');
      expect((await identify(await proveIdentity(mock, who))).status).toBe(204);
      return findUserWithIdentities(database(), tenantId(), id);
    };
    expect(await signIn(ada)).toMatchObject({ name: 'Adeline', avatar: null });
    await app.management('PATCH', `/api/connectors/${mock}`, { syncProfile: true });
    await app.events();
    expect(await signIn(ada)).toMatchObject({ name: 'Ada', avatar: 'https://cdn.test/ada.png' });
    expect(await app.events()).toEqual([
      {
        type: 'account-updated',
        userId: id,
        data: { members: ['name', 'avatar'], by: 'provider' },
        outbox: ['webhook:User.Data.Updated'],
      },
    ]);
    expect(await signIn({ userId: 'ada-at-mock' })).toMatchObject({ name: 'Ada' });
    expect(await app.events()).toEqual([]);
  });

  test('replaces no forgotten password', async () => {
    await linked();
    const { proveIdentity, turnTo, identify, resetPassword } = await atMock('SignIn');
    const verificationId = await proveIdentity(mock, ada);
    await turnTo('ForgotPassword');
    expect(outcome(await identify(verificationId))).toEqual(unknown);
    expect(outcome(await resetPassword('Quiet-Harbor-58'))).toEqual([404, 'session.identifier_not_found']);
  });
});

describe('an address that provider and account have in common', () => {
  let user: TestUser;
  beforeEach(async () => {
    user = await scene.app.createUser({ email: 'Ada@Example.com' });
    await scene.app.events();
  });
  const hint = { relatedUser: { type: 'email', value: 'a•••@example.com' } };

  test('is a hint, and no proof', async () => {
    const { proveIdentity, identify, submit } = await atMock('SignIn');
    const verificationId = await proveIdentity(mock, ada);
    const answer = await identify(verificationId);
    expect([outcome(answer), answer.body.data]).toEqual([notLinked, hint]);
    expect(outcome(await submit())).toEqual([404, 'session.identifier_not_found']);
    expect(outcome(await identify(verificationId, { linkSocialIdentity: true }))).toEqual([
      404,
      'session.identifier_not_found',
    ]);
    expect(await identitiesOf(user.id)).toEqual({});
    expect(await scene.app.events()).toEqual([]);
  });

  test('links where the tenant wants it so, and tells the owner', async () => {
    await scene.settings({ socialSignIn: { automaticAccountLinking: true } });
    const { proveIdentity, identify, submit } = await atMock('SignIn');
    expect((await identify(await proveIdentity(mock, ada))).status).toBe(204);
    expect((await submit()).status).toBe(200);
    expect(await identitiesOf(user.id)).toMatchObject({ 'mock-social': { userId: 'ada-at-mock' } });
    expect(await scene.app.events()).toEqual([
      {
        type: 'identity-linked',
        userId: user.id,
        data: { target: 'mock-social', provider: 'Mock Social', change: 'link', connectorId: mock },
        outbox: expect.arrayContaining(['webhook:User.Data.Updated', 'notice:identity-linked']),
      },
    ]);
    const again = await atMock('SignIn');
    expect((await again.identify(await again.proveIdentity(mock, ada))).status).toBe(204);
    expect(await scene.app.events()).toEqual([]);
  });

  test('links nothing to an account that has another identity there', async () => {
    await scene.settings({ socialSignIn: { automaticAccountLinking: true } });
    await scene.app.management('PUT', `/api/users/${user.id}/identities/mock-social`, { userId: 'somebody-else' });
    await scene.app.events();
    const { proveIdentity, identify } = await atMock('SignIn');
    expect(outcome(await identify(await proveIdentity(mock, ada)))).toEqual(notLinked);
    expect(await scene.app.events()).toEqual([]);
  });

  test('links nothing to somebody suspended', async () => {
    await scene.settings({ socialSignIn: { automaticAccountLinking: true } });
    await scene.app.changeUser(user, { is_suspended: true });
    const { proveIdentity, identify } = await atMock('SignIn');
    expect(outcome(await identify(await proveIdentity(mock, ada)))).toEqual([401, 'user.suspended']);
    expect(await identitiesOf(user.id)).toEqual({});
  });

  test('makes no second account, but says that there is one', async () => {
    const { proveIdentity, identify, add } = await atMock('Register');
    const verificationId = await proveIdentity(mock, ada);
    expect(outcome(await identify(verificationId))).toEqual([422, 'user.email_already_in_use']);
    expect((await add('social', { verificationId })).status).toBe(204);
    expect(outcome(await identify())).toEqual([422, 'user.email_already_in_use']);
    expect(await owner('ada-at-mock')).toBeUndefined();
  });

  test.each([
    ['password', 'Copper-Lantern-41'],
    ['code', undefined],
  ])('is linked by whoever proves the account by %s in the same sign-in', async (_, password) => {
    const { app } = scene;
    if (password) await app.management('PATCH', `/api/users/${user.id}/password`, { password });
    app.clock.advance(1000);
    const person = await atMock('SignIn');
    const social = await person.proveIdentity(mock, ada);
    const proof = password
      ? (await person.password('email', 'ada@example.com', password)).body.verificationId
      : await person.proveAddress('Ada@Example.com', 'SignIn');
    expect((await person.identify(proof)).status).toBe(204);
    await app.events();
    const link = () => person.identify(social, { linkSocialIdentity: true });
    expect((await link()).status).toBe(204);
    expect((await app.events()).map(({ type, userId }) => [type, userId])).toEqual([['identity-linked', user.id]]);
    expect((await link()).status).toBe(204);
    expect(await app.events()).toEqual([]);
    expect((await person.submit()).status).toBe(200);
    expect(await identitiesOf(user.id)).toMatchObject({ 'mock-social': { userId: 'ada-at-mock' } });
  });
});

describe('linking to an account that was proven', () => {
  /** Somebody identified by password, with an identity in hand. */
  async function ready(who: Record<string, unknown> = ada) {
    const user = await scene.app.createUser({ username: 'grace', password: 'Copper-Lantern-41' });
    const person = await atMock('SignIn');
    const social = await person.proveIdentity(mock, who);
    const { verificationId } = (await person.password('username', 'grace', 'Copper-Lantern-41')).body;
    expect((await person.identify(verificationId)).status).toBe(204);
    await scene.app.events();
    return { ...person, user, social, link: (id = social) => person.identify(id, { linkSocialIdentity: true }) };
  }

  test('refuses an identity of somebody else', async () => {
    await linked();
    const { link, user } = await ready();
    expect(outcome(await link())).toEqual([409, 'session.identity_conflict']);
    expect(await identitiesOf(user.id)).toEqual({});
  });

  test('refuses a second identity of the provider', async () => {
    const { link, user } = await ready();
    await scene.app.management('PUT', `/api/users/${user.id}/identities/mock-social`, { userId: 'grace-at-mock' });
    expect(outcome(await link())).toEqual([400, 'user.identity_already_in_use']);
  });

  test.each<[string, (id: string) => Promise<unknown>, unknown[]]>([
    ['suspended', id => scene.app.changeUser({ id, password: '' }, { is_suspended: true }), [401, 'user.suspended']],
    ['with a new password', id => setPassword(id), unknown],
    ['gone', id => scene.app.management('DELETE', `/api/users/${id}`), unknown],
  ])('refuses somebody %s meanwhile', async (_, change, refusal) => {
    const { link, user } = await ready();
    scene.app.clock.advance(1000);
    await change(user.id);
    expect(outcome(await link())).toEqual(refusal);
  });
  const setPassword = (id: string) =>
    scene.app.management('PATCH', `/api/users/${id}/password`, { password: 'Another-Harbor-59' });

  test('refuses what is no identity, one that is not proven, and another browser’s', async () => {
    const { link, askProvider, progress } = await ready();
    const other = await atMock('SignIn');
    const [, { id: password }] = (await progress()).body.verificationRecords;
    const pending = (await askProvider(mock)).body.verificationId;
    for (const id of [password, pending, await other.proveIdentity(mock, { userId: 'other' }), 'unknown']) {
      expect(outcome(await link(id))).toEqual(unknown);
    }
  });

  test('of two who link one identity at once one wins', async () => {
    await scene.app.createUser({ username: 'eve', password: 'Copper-Lantern-42' });
    const eve = await atMock('SignIn');
    const hers = await eve.proveIdentity(mock, ada);
    await eve.identify((await eve.password('username', 'eve', 'Copper-Lantern-42')).body.verificationId);
    const { link } = await ready();
    const answers = await Promise.all([link(), eve.identify(hers, { linkSocialIdentity: true })]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect((await scene.app.events()).map(({ type }) => type)).toEqual(['identity-linked']);
  });
});

describe('registering', () => {
  test('makes an account of what the provider says, and signs it in', async () => {
    const { app } = scene;
    await app.events();
    const { proveIdentity, identify, turnTo, submit } = await atMock('SignIn');
    const verificationId = await proveIdentity(mock, { ...ada, phone: '886912345678' });
    const answer = await identify(verificationId);
    expect([outcome(answer), answer.body.data]).toEqual([notLinked, undefined]);
    await turnTo('Register');
    expect((await identify(verificationId)).status).toBe(201);
    const user = await owner('ada-at-mock');
    expect(user).toMatchObject({
      ...{ name: 'Ada', avatar: 'https://cdn.test/ada.png', username: null, password_digest: null },
      ...{ primary_email: 'ada@example.com', primary_phone: '886912345678', application_id: 'demo-app' },
    });
    expect(await identitiesOf(user?.id ?? '')).toMatchObject({
      'mock-social': { userId: 'ada-at-mock', details: { id: 'ada-at-mock', email: 'ada@example.com', name: 'Ada' } },
    });
    expect((await submit()).status).toBe(200);
    expect((await app.events()).map(({ type, userId }) => [type, userId])).toEqual([['account-created', user?.id]]);
  });

  test('asks for what the tenant wants of everybody, but for no password', async () => {
    await scene.settings({ signUp: { identifiers: ['username', 'email'], password: true, verify: true } });
    const { proveIdentity, identify, add } = await atMock('Register');
    const verificationId = await proveIdentity(mock, { userId: 'ada-at-mock', name: 'Ada' });
    const missing = async () => (await identify(verificationId)).body.data.missingProfile;
    expect(await missing()).toEqual(['username', 'email']);
    await add('username', { value: 'ada' });
    expect(await missing()).toEqual(['email']);
    const named = await atMock('Register');
    expect((await named.add('username', { value: 'ada' })).status).toBe(204);
    expect((await named.identify(await named.proveIdentity(mock, ada))).status).toBe(201);
    expect(await owner('ada-at-mock')).toMatchObject({ username: 'ada', primary_email: 'ada@example.com' });
  });

  test('asks for nothing more where the tenant says so', async () => {
    await scene.settings({
      signUp: { identifiers: ['username'], password: true, verify: false },
      socialSignIn: { skipRequiredIdentifiers: true },
    });
    const { proveIdentity, identify } = await atMock('Register');
    expect((await identify(await proveIdentity(mock, { userId: 'ada-at-mock' }))).status).toBe(201);
    expect(await owner('ada-at-mock')).toMatchObject({ username: null, primary_email: null });
  });

  test.each([
    [128, `${'a'.repeat(115)}@mail.example`],
    [129, `${'a'.repeat(116)}@mail.example`],
  ])('takes an address of the provider of %i characters as far as it can be signed in with', async (length, email) => {
    expect(email).toHaveLength(length);
    const { proveIdentity, identify } = await atMock('Register');
    expect((await identify(await proveIdentity(mock, { userId: 'ada-at-mock', email }))).status).toBe(201);
    expect(await owner('ada-at-mock')).toMatchObject({ primary_email: length > 128 ? null : email });
  });

  test('takes an address that was proven here before the one of the provider', async () => {
    await scene.settings({ signUp: { identifiers: ['email'], password: false, verify: true } });
    const { proveIdentity, proveAddress, add, identify } = await atMock('Register');
    const address = await proveAddress('ada@work.example', 'Register');
    expect((await add('email', { verificationId: address })).status).toBe(204);
    const social = await proveIdentity(mock, ada);
    expect((await add('social', { verificationId: social })).status).toBe(204);
    expect((await identify()).status).toBe(201);
    expect(await owner('ada-at-mock')).toMatchObject({ primary_email: 'ada@work.example' });
  });

  test('adds no identity that was not proven in this sign-in', async () => {
    const [mine, other] = [await atMock('Register'), await atMock('Register')];
    const pending = (await mine.askProvider(mock)).body.verificationId;
    for (const id of [pending, await other.proveIdentity(mock, ada), 'unknown']) {
      expect(outcome(await mine.add('social', { verificationId: id }))).toEqual(unknown);
      expect(outcome(await mine.identify(id))).toEqual(unknown);
    }
  });

  test('refuses an identity that somebody has', async () => {
    await linked();
    const { proveIdentity, identify, add } = await atMock('Register');
    const verificationId = await proveIdentity(mock, ada);
    const taken = [422, 'user.identity_already_in_use'];
    expect(outcome(await add('social', { verificationId }))).toEqual(taken);
    expect(outcome(await identify(verificationId))).toEqual(taken);
  });

  test('refuses an address that the tenant blocks', async () => {
    await scene.settings({ emailBlocklistPolicy: { customBlocklist: ['@example.com'] } });
    const { proveIdentity, identify } = await atMock('Register');
    expect(outcome(await identify(await proveIdentity(mock, ada)))).toEqual([
      422,
      'session.email_blocklist.email_not_allowed',
    ]);
  });

  test.each([
    ['identity', { userId: 'contested' }, 'user.identity_already_in_use'],
    ['address', { email: 'contested@example.com' }, 'user.email_already_in_use'],
  ])('makes one account of one %s, however many register it at once', async (_, who, code) => {
    const people = [];
    for (let i = 0; i < 6; i++) {
      const person = await atMock('Register');
      people.push({ ...person, verificationId: await person.proveIdentity(mock, { userId: `person-${i}`, ...who }) });
    }
    const answers = await Promise.all(people.map(({ identify, verificationId }) => identify(verificationId)));
    expect(answers.map(outcome).filter(([status]) => status === 201)).toHaveLength(1);
    expect(answers.map(outcome).filter(([, found]) => found === code)).toHaveLength(5);
  });
});

describe('a callback', () => {
  const data = { code: 'c', state: 'state-1', ...ada };

  test('belongs to one sign-in, one verification, one connector and one state', async () => {
    const oauth = await createConnector(scene.app, {
      connectorId: 'oauth2',
      config: {
        ...{ clientId: 'c', clientSecret: 's', authorizationEndpoint: 'https://beta.test/auth' },
        ...{ tokenEndpoint: 'https://beta.test/token', userInfoEndpoint: 'https://beta.test/me' },
      },
      metadata: { target: 'beta', name: { en: 'Beta' } },
    });
    const [mine, other] = [await atMock('SignIn'), await atMock('SignIn')];
    const asked = (await mine.askProvider(mock)).body.verificationId;
    const theirs = (await other.askProvider(mock, 'state-2')).body.verificationId;
    const beta = (await mine.askProvider(oauth)).body.verificationId;
    expect(outcome(await other.comeBack(mock, asked, data))).toEqual(unknown);
    expect(outcome(await mine.comeBack(mock, theirs, data))).toEqual(unknown);
    expect(outcome(await mine.comeBack(mock, beta, data))).toEqual(unknown);
    expect(outcome(await mine.comeBack(oauth, asked, data))).toEqual(unknown);
    expect(outcome(await mine.comeBack(mock, 'unknown', data))).toEqual(unknown);
    const { state: _, ...stateless } = data;
    expect(outcome(await mine.comeBack(mock, asked, stateless))).toEqual([400, 'session.insufficient_info']);
    expect(outcome(await mine.comeBack(mock, asked, { ...data, state: 'state-2' }))).toEqual([
      400,
      'session.csrf_token_mismatch',
    ]);
    // Nothing of this has used it up.
    expect((await mine.comeBack(mock, asked, data)).status).toBe(200);
  });

  test('serves once, also when it fails', async () => {
    const { askProvider, comeBack, identify } = await atMock('SignIn');
    const first = (await askProvider(mock)).body.verificationId;
    expect((await comeBack(mock, first, data)).status).toBe(200);
    expect(outcome(await comeBack(mock, first, data))).toEqual(unknown);
    const second = (await askProvider(mock)).body.verificationId;
    expect(outcome(await comeBack(mock, second, { state: 'state-1' }))).toEqual([400, 'connector.invalid_response']);
    expect(outcome(await comeBack(mock, second, data))).toEqual(unknown);
    expect(outcome(await identify(second))).toEqual(unknown);
  });

  test('of several at once one gets through', async () => {
    const { askProvider, comeBack } = await atMock('SignIn');
    const { verificationId } = (await askProvider(mock)).body;
    const answers = await Promise.all([1, 2, 3, 4].map(() => comeBack(mock, verificationId, data)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('proves nothing in the Account API, and one from there proves nothing here', async () => {
    const { app } = scene;
    await app.enableAccountCenter();
    const token = await app.signIn(await app.createUser());
    const begun = await app.account(token, 'POST', '/api/verifications/social', {
      body: { connectorId: mock, state: 'state-1', redirectUri: callbackUri },
    });
    const record = begun.body.verificationRecordId;
    const { askProvider, comeBack, identify } = await atMock('SignIn');
    const { verificationId } = (await askProvider(mock)).body;
    expect(outcome(await comeBack(mock, record, data))).toEqual(unknown);
    const there = await app.account(token, 'POST', '/api/verifications/social/verify', {
      body: { verificationRecordId: verificationId, connectorData: data },
    });
    expect(outcome(there)).toEqual([400, 'verification_record.not_found']);
    expect((await comeBack(mock, verificationId, data)).status).toBe(200);
    expect(outcome(await identify(record))).toEqual(unknown);
  });
});

describe('which providers there are', () => {
  const notEnabled = [422, 'user.sign_in_method_not_enabled'];

  test('the settings say, in their order, and pages are told what to show', async () => {
    await createConnector(scene.app, {
      connectorId: 'google-universal',
      config: { clientId: 'c', clientSecret: 'hidden' },
    });
    await scene.settings({ socialSignInConnectorTargets: ['google', 'nobody', 'mock-social'] });
    const { body } = await scene.app.request('GET', '/api/.well-known/sign-in-exp');
    expect(body.socialConnectors).toMatchObject([
      { target: 'google', name: { en: expect.any(String) }, logo: expect.any(String) },
      { id: mock, target: 'mock-social', platform: 'Universal', name: { en: 'Mock Social' } },
    ]);
    expect(Object.keys(body.socialConnectors[0]).sort()).toEqual([
      'id',
      'logo',
      'logoDark',
      'name',
      'platform',
      'target',
    ]);
    expect(JSON.stringify(body)).not.toMatch(/hidden/);
  });

  test('one that is there for linking alone signs nobody in', async () => {
    await linked();
    const { askProvider, proveIdentity, identify, comeBack, add, turnTo } = await atMock('SignIn');
    const proven = await proveIdentity(mock, ada);
    const begun = (await askProvider(mock)).body.verificationId;
    await scene.settings({ socialSignInConnectorTargets: [] });
    expect(outcome(await askProvider(mock))).toEqual(notEnabled);
    expect(outcome(await comeBack(mock, begun, { code: 'c', state: 'state-1', ...ada }))).toEqual(notEnabled);
    expect(outcome(await identify(proven))).toEqual(notEnabled);
    await turnTo('Register');
    expect(outcome(await add('social', { verificationId: proven }))).toEqual(notEnabled);
    expect(outcome(await identify(proven))).toEqual(notEnabled);
  });

  test('what is no provider is named as such', async () => {
    const mail = await createConnector(scene.app, { connectorId: 'mock-email-service', config: {} });
    const { askProvider } = await atMock('SignIn');
    expect(outcome(await askProvider('nobody'))).toEqual([422, 'session.invalid_connector_id']);
    expect(outcome(await askProvider(mail))).toEqual([400, 'connector.unexpected_type']);
    expect(outcome(await askProvider(mock, ''))).toEqual([400, 'session.insufficient_info']);
  });
});

describe('with a real provider', () => {
  let provider: OpenidProvider;
  let elsewhere: OpenidProvider;
  beforeAll(async () => {
    [provider, elsewhere] = await Promise.all([startOpenidProvider(callbackUri), startOpenidProvider(callbackUri)]);
    for (const { people } of [provider, elsewhere]) {
      people.set('ada', { name: 'Ada', email: 'ada@acme.test', email_verified: true });
      people.set('eve', { name: 'Eve', email: 'victim@acme.test', email_verified: false });
      people.set('mallory', { name: 'Mallory', email: 'victim@acme.test' });
    }
  });
  afterAll(() => {
    provider.close();
    elsewhere.close();
  });

  async function visit(connector: string, at: OpenidProvider, subject: string, event: string) {
    const person = await atMock(event);
    const { verificationId, authorizationUri } = (await person.askProvider(connector)).body;
    const back = await person.comeBack(connector, verificationId, await at.visit(authorizationUri, subject));
    expect(outcome(back)).toEqual([200, undefined]);
    return { ...person, verificationId };
  }

  test('registers, signs in, and knows people by issuer and subject', async () => {
    const acme = await createOidcConnector(scene.app, provider);
    const newcomer = await visit(acme, provider, 'ada', 'Register');
    expect((await newcomer.identify(newcomer.verificationId)).status).toBe(201);
    const user = await findUserByIdentifier(database(), tenantId(), 'email', 'ada@acme.test');
    expect(user).toMatchObject({ name: 'Ada' });
    const again = await visit(acme, provider, 'ada', 'SignIn');
    expect((await again.identify(again.verificationId)).status).toBe(204);
    expect((await again.progress()).body.userId).toBe(user?.id);

    // The connector is pointed at another place, where somebody has the same subject.
    const config = { ...elsewhere.client, issuer: elsewhere.issuer };
    expect((await scene.app.management('PATCH', `/api/connectors/${acme}`, { config })).status).toBe(200);
    elsewhere.people.set('ada', { name: 'Another Ada' });
    const other = await visit(acme, elsewhere, 'ada', 'SignIn');
    expect(outcome(await other.identify(other.verificationId))).toEqual(notLinked);
  });

  test.each(['eve', 'mallory'])('believes no address that it has not verified: %s', async subject => {
    await scene.settings({ socialSignIn: { automaticAccountLinking: true } });
    const victim = await scene.app.createUser({ email: 'victim@acme.test' });
    const acme = await createOidcConnector(scene.app, provider);
    const person = await visit(acme, provider, subject, 'SignIn');
    const answer = await person.identify(person.verificationId);
    expect([outcome(answer), answer.body.data]).toEqual([notLinked, undefined]);
    await person.turnTo('Register');
    expect((await person.identify(person.verificationId)).status).toBe(201);
    const { userId } = (await person.progress()).body;
    expect(userId).not.toBe(victim.id);
    const made = await findUserWithIdentities(database(), tenantId(), userId);
    expect(made).toMatchObject({ primary_email: null, email_key: null });
    expect(await identitiesOf(victim.id)).toEqual({});
  });
});
