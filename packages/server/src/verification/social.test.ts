/** Proving an identity at a provider, with a real OpenID provider on loopback and with one that only plays. */
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken, type TestUser } from '../testing/create-test-app.ts';
import { type FakeProvider, startFakeProvider } from '../testing/fake-provider.ts';
import { type OpenidProvider, startOpenidProvider } from '../testing/openid-provider.ts';
import { recordsOf } from '../testing/social-world.store.ts';
import {
  begin,
  callbackUri,
  come,
  createConnector,
  createMockConnector,
  createOidcConnector,
} from '../testing/social-world.ts';

let provider: OpenidProvider;
let other: OpenidProvider;
let fake: FakeProvider;
let app: TestApp;
let acme: string;
let beta: string;
let mock: string;
let user: TestUser;
let token: TestToken;

beforeAll(async () => {
  [provider, other, fake] = await Promise.all([
    startOpenidProvider(callbackUri),
    startOpenidProvider(callbackUri),
    startFakeProvider(),
  ]);
  provider.people.set('ada-at-acme', { name: 'Ada', email: 'ada@acme.test', email_verified: true });
  app = await createTestApp();
  await app.enableAccountCenter();
  [acme, beta, mock] = [
    await createOidcConnector(app, provider),
    await createOidcConnector(app, other, 'beta'),
    await createMockConnector(app),
  ];
});
afterAll(() => {
  provider.close();
  other.close();
  fake.close();
});
beforeEach(async () => {
  await policy('default');
  user = await app.createUser();
  token = await app.signIn(user);
  await app.events();
});
async function policy(preset: string): Promise<void> {
  await app.management('PATCH', '/api/account-center/step-up-policy', { preset });
  await app.events();
}

describe('the beginning', () => {
  test('answers a record and where to send the browser', async () => {
    const { status, body } = await begin(app, token, acme, { scope: 'openid profile' });
    expect(status).toBe(201);
    expect(Object.keys(body).sort()).toEqual(['authorizationUri', 'expiresAt', 'verificationRecordId']);
    expect(Date.parse(body.expiresAt) - app.clock().getTime()).toBe(600_000);
    const uri = new URL(body.authorizationUri);
    expect(uri.origin).toBe(provider.issuer);
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({
      state: 'state-1',
      redirect_uri: callbackUri,
      scope: 'openid profile',
      code_challenge_method: 'S256',
    });
    expect(await app.events()).toEqual([]);
  });

  test('needs no scope and no field, and serves a third party’s application', async () => {
    await app.enableAccountCenter({});
    const third = await app.signIn(user, { clientId: 'somebody-else', scopes: ['openid'] });
    expect((await begin(app, third, mock)).status).toBe(201);
    await app.enableAccountCenter();
  });

  test.each([
    ['an empty state', () => begin(app, token, mock, { state: '' }), 400, 'session.insufficient_info'],
    ['an empty redirect URI', () => begin(app, token, mock, { redirectUri: '' }), 400, 'session.insufficient_info'],
    ['an unknown connector', () => begin(app, token, 'nobody'), 422, 'session.invalid_connector_id'],
    ['what is no id of a connector', () => begin(app, token, 'no body'), 422, 'session.invalid_connector_id'],
    ['no id of a connector', () => begin(app, token, ''), 422, 'session.invalid_connector_id'],
    [
      'a script to come back to',
      () => begin(app, token, mock, { redirectUri: 'javascript:alert(1)' }),
      400,
      'guard.invalid_input',
    ],
    ['a path to come back to', () => begin(app, token, mock, { redirectUri: '/callback' }), 400, 'guard.invalid_input'],
  ])('is refused with %s', async (_, send, status, code) => {
    expect(await send()).toMatchObject({ status, body: { code } });
  });

  test('is refused with a connector that is no provider', async () => {
    const sms = await createConnector(app, {
      connectorId: 'http-sms',
      config: { endpoint: 'https://sms.example.com/' },
    });
    expect(await begin(app, token, sms)).toMatchObject({ status: 400, body: { code: 'connector.unexpected_type' } });
  });

  test('takes an application’s own scheme to come back to', async () => {
    expect((await begin(app, token, mock, { redirectUri: 'com.example.app:/callback' })).status).toBe(201);
  });

  test('keeps nothing that a reader of the database could use', async () => {
    const { body } = await begin(app, token, acme);
    const [record] = await recordsOf(app.database, app.tenant.id, body.verificationRecordId);
    expect(record).toMatchObject({
      purpose: 'identity',
      method: 'social',
      user_id: user.id,
      session_uid: token.sessionUid,
    });
    expect(Object.keys(record?.data ?? {}).sort()).toEqual(['connectorId', 'session']);
    expect(record?.data['session']).toMatch(/^v1\./);
    const verifier = new URL(body.authorizationUri).searchParams.get('nonce') ?? '';
    expect(JSON.stringify(record)).not.toContain(verifier);
  });
});

describe('the callback', () => {
  test('of a real provider proves who it is, as an object and as the JSON text of one', async () => {
    for (const write of [(data: object) => data, (data: object) => JSON.stringify(data)]) {
      const { body } = await begin(app, token, acme);
      const callback = await provider.visit(body.authorizationUri, 'ada-at-acme');
      expect(Object.keys(callback).sort()).toEqual(['code', 'iss', 'state']);
      expect(await come(app, token, body.verificationRecordId, write(callback))).toMatchObject({
        status: 200,
        body: { verificationRecordId: body.verificationRecordId },
      });
    }
    expect(await app.events()).toEqual([]);
  });

  test('keeps who it was encrypted', async () => {
    const { body } = await begin(app, token, mock);
    await come(app, token, body.verificationRecordId, {
      code: 'c',
      state: 'state-1',
      userId: 'secret-person',
      email: 'p@x.test',
    });
    const [record] = await recordsOf(app.database, app.tenant.id, body.verificationRecordId);
    expect(Object.keys(record?.data ?? {}).sort()).toEqual(['connectorId', 'identity']);
    expect(JSON.stringify(record)).not.toMatch(/secret-person|p@x/);
  });

  test('is exchanged once, also of twenty at once', async () => {
    const { body } = await begin(app, token, acme);
    const callback = await provider.visit(body.authorizationUri, 'ada-at-acme');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => come(app, token, body.verificationRecordId, callback)),
    );
    expect(answers.map(({ status }) => status).filter(status => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body: { code } }) => code === 'verification_record.not_found')).toHaveLength(19);
    expect(await come(app, token, body.verificationRecordId, callback)).toMatchObject({ status: 400 });
  });

  const refusals: readonly [
    string,
    (id: string) => Promise<[TestToken, string, unknown]> | [TestToken, string, unknown],
    number,
    string,
  ][] = [
    ['another state', id => [token, id, { code: 'c', state: 'state-2' }], 400, 'session.csrf_token_mismatch'],
    [
      'a state that is no text',
      id => [token, id, { code: 'c', state: ['state-1'] }],
      400,
      'session.csrf_token_mismatch',
    ],
    ['no state', id => [token, id, { code: 'c' }], 400, 'session.insufficient_info'],
    ['an empty state', id => [token, id, { code: 'c', state: '' }], 400, 'session.insufficient_info'],
    [
      'an unknown record',
      () => [token, 'nobody', { code: 'c', state: 'state-1' }],
      400,
      'verification_record.not_found',
    ],
    [
      'what is no id of a record',
      () => [token, 'no body', { code: 'c', state: 'state-1' }],
      400,
      'verification_record.not_found',
    ],
    ['no id of a record', () => [token, '', { code: 'c', state: 'state-1' }], 400, 'verification_record.not_found'],
    [
      'another user',
      async id => [await app.signIn(await app.createUser()), id, { code: 'c', state: 'state-1' }],
      400,
      'verification_record.not_found',
    ],
    [
      'another session',
      async id => [await app.signIn(user), id, { code: 'c', state: 'state-1' }],
      400,
      'verification_record.not_found',
    ],
    [
      'another client',
      async id => [
        await app.signIn(user, { clientId: 'account-center', sessionUid: token.sessionUid }),
        id,
        { code: 'c', state: 'state-1' },
      ],
      400,
      'verification_record.not_found',
    ],
    ['text that is no JSON', id => [token, id, 'code=c'], 400, 'guard.invalid_input'],
    ['JSON that is no object', id => [token, id, '["c"]'], 400, 'guard.invalid_input'],
    ['a list', id => [token, id, ['c']], 400, 'guard.invalid_input'],
    ['nothing', id => [token, id, undefined], 400, 'guard.invalid_input'],
  ];
  test.each(refusals)('with %s is refused and uses nothing up', async (_, request, status, code) => {
    const { body } = await begin(app, token, mock);
    const [who, id, data] = await request(body.verificationRecordId);
    expect(await come(app, who, id, data)).toMatchObject({ status, body: { code } });
    expect((await come(app, token, body.verificationRecordId, { code: 'c', state: 'state-1' })).status).toBe(200);
  });

  test('may leave the state out where the policy is compatible, and is compared all the same', async () => {
    await policy('compatible');
    const { body } = await begin(app, token, mock);
    const wrong = await come(app, token, body.verificationRecordId, { code: 'c', state: 'state-2' });
    expect(wrong).toMatchObject({ status: 400, body: { code: 'session.csrf_token_mismatch' } });
    expect((await come(app, token, body.verificationRecordId, { code: 'c' })).status).toBe(200);
  });

  test('comes too late after ten minutes', async () => {
    const { body } = await begin(app, token, mock);
    app.clock.advance(600_000);
    const late = await app.signIn(user, { sessionUid: token.sessionUid });
    expect(await come(app, late, body.verificationRecordId, { code: 'c', state: 'state-1' })).toMatchObject({
      status: 400,
      body: { code: 'verification_record.not_found' },
    });
  });

  test('without a session belongs to its grant', async () => {
    const mine = await app.signIn(user, { sessionUid: null });
    const { body } = await begin(app, mine, mock);
    const data = { code: 'c', state: 'state-1' };
    const next = await app.signIn(user, { sessionUid: null });
    expect((await come(app, next, body.verificationRecordId, data)).status).toBe(400);
    expect((await come(app, mine, body.verificationRecordId, data)).status).toBe(200);
  });
});

describe('a callback that was meant for something else', () => {
  const code = async (answer: ReturnType<typeof come>) => (await answer).body.code;

  test('of another provider is refused, by the issuer that it names', async () => {
    const atAcme = await begin(app, token, acme);
    const atBeta = await begin(app, token, beta);
    const fromBeta = await other.visit(atBeta.body.authorizationUri, 'eve-at-beta');
    expect(await code(come(app, token, atAcme.body.verificationRecordId, fromBeta))).toBe('connector.invalid_response');
  });

  test('of another provider that does not name itself is refused', async () => {
    const atAcme = await begin(app, token, acme);
    const atBeta = await begin(app, token, beta);
    const { iss: _, ...fromBeta } = await other.visit(atBeta.body.authorizationUri, 'eve-at-beta');
    expect(await code(come(app, token, atAcme.body.verificationRecordId, fromBeta))).toBe('connector.invalid_response');
  });

  test('of another record of the same provider, with one state, is refused by what only the record knows', async () => {
    const [mine, theirs] = [await begin(app, token, acme), await begin(app, token, acme)];
    const callback = await provider.visit(theirs.body.authorizationUri, 'eve-at-acme');
    expect(await code(come(app, token, mine.body.verificationRecordId, callback))).toBe(
      'connector.social_auth_code_invalid',
    );
  });

  test('of an attacker’s browser, put into the victim’s record, is refused', async () => {
    const attacker = await app.signIn(await app.createUser());
    const [mine, theirs] = [await begin(app, token, acme), await begin(app, attacker, acme)];
    const injected = await provider.visit(theirs.body.authorizationUri, 'eve-at-acme');
    expect(await code(come(app, token, mine.body.verificationRecordId, injected))).toBe(
      'connector.social_auth_code_invalid',
    );
  });

  test('a record whose exchange failed is over', async () => {
    const { body } = await begin(app, token, acme);
    const declined = { error: 'access_denied', state: 'state-1', iss: provider.issuer };
    expect(await come(app, token, body.verificationRecordId, declined)).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer' },
      body: { code: 'connector.authorization_failed', data: { connectorId: acme } },
    });
    const callback = await provider.visit(body.authorizationUri, 'ada-at-acme');
    expect(await code(come(app, token, body.verificationRecordId, callback))).toBe('verification_record.not_found');
  });

  test('a connector that was deleted meanwhile is unknown', async () => {
    const id = await createConnector(app, {
      connectorId: 'oidc',
      config: { ...provider.client, issuer: provider.issuer },
      metadata: { target: 'gone' },
    });
    const { body } = await begin(app, token, id);
    await app.management('DELETE', `/api/connectors/${id}`);
    await app.events();
    expect(await come(app, token, body.verificationRecordId, { code: 'c', state: 'state-1' })).toMatchObject({
      status: 422,
      body: { code: 'session.invalid_connector_id' },
    });
  });
});

describe('what a provider says in its failure', () => {
  test('stays in the log: neither its text nor our secret reaches anybody', async () => {
    const id = await createConnector(app, {
      connectorId: 'oauth2',
      config: {
        clientId: 'c',
        clientSecret: 'our-own-secret',
        authorizationEndpoint: `${fake.origin}/authorize`,
        tokenEndpoint: `${fake.origin}/token`,
        userInfoEndpoint: `${fake.origin}/me`,
      },
      metadata: { target: 'chatty' },
    });
    fake.routes.set('/token', { status: 500, json: { error: 'their-own-words our-own-secret the-code' } });
    const { body } = await begin(app, token, id);
    const answer = await come(app, token, body.verificationRecordId, { code: 'the-code', state: 'state-1' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'connector.general', data: { connectorId: id } } });
    expect(app.logged).toContainEqual(
      expect.objectContaining({
        code: 'connector.general',
        reason: expect.any(String),
        sentence: 'a connector failed',
      }),
    );
    expect(JSON.stringify(answer)).not.toMatch(/their-own-words|our-own-secret|the-code/);
    // As an error is read, with its causes, and not as JSON, which says nothing of one.
    expect(inspect(app.logged, { depth: 10 })).not.toMatch(/our-own-secret|the-code/);
  });
});
