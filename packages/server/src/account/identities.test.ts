/** Linking, replacing and unlinking identities at providers. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken, type TestUser } from '../testing/create-test-app.ts';
import { type OpenidProvider, startOpenidProvider } from '../testing/openid-provider.ts';
import { linksOf } from '../testing/social-world.store.ts';
import {
  begin,
  callbackUri,
  come,
  createConnector,
  createMockConnector,
  createOidcConnector,
  proveMock,
} from '../testing/social-world.ts';

const path = '/api/my-account/identities';
let provider: OpenidProvider;
let app: TestApp;
let acme: string;
let mock: string;
let user: TestUser;
let token: TestToken;
let proof: string;

beforeAll(async () => {
  provider = await startOpenidProvider(callbackUri);
  provider.people.set('ada-at-acme', {
    name: 'Ada Lovelace',
    email: 'ada@acme.test',
    email_verified: true,
    picture: 'https://acme.test/ada.png',
  });
  app = await createTestApp();
  acme = await createOidcConnector(app, provider);
  mock = await createMockConnector(app);
});
afterAll(() => provider.close());
beforeEach(async () => {
  await app.enableAccountCenter();
  await policy({ preset: 'default' });
  user = await app.createUser();
  token = await app.signIn(user);
  proof = await app.prove(token, user);
  await app.events();
});
async function policy(change: object): Promise<void> {
  await app.management('PATCH', '/api/account-center/step-up-policy', change);
  await app.events();
}

const link = (
  recordId: string,
  options: { proof?: string; token?: TestToken; method?: string; headers?: Record<string, string> } = {},
) => {
  const { token: who = token, method = 'POST', ...rest } = options;
  return app.account(who, method, path, {
    body: { newIdentifierVerificationRecordId: recordId },
    ...(rest.proof === undefined && options.token === undefined && { proof }),
    ...rest,
  });
};
const unlink = (target: string, options: { proof?: string; token?: TestToken } = {}) =>
  app.account(options.token ?? token, 'DELETE', `${path}/${target}`, {
    ...(options.proof !== '' && { proof: options.proof ?? proof }),
  });
const identities = async (of = token) => (await app.account(of, 'GET', '/api/my-account')).body.identities;
const prove = (userId: string, of = token, more: object = {}) => proveMock(app, of, mock, { userId, ...more });
const refusal = (status: number, code: string) => ({ status, body: { code } });
const notFound = refusal(400, 'verification_record.not_found');

const linked = (target: string, provider: string, change = 'link', connectorId: unknown = expect.any(String)) => ({
  type: 'identity-linked',
  userId: user.id,
  data: { target, provider, change, connectorId },
  outbox: ['notice:identity-linked', 'webhook:User.Data.Updated'],
});

describe('a link', () => {
  test('is made and undone with a real provider, as the documents show it', async () => {
    const beginning = await begin(app, token, acme);
    const callback = await provider.visit(beginning.body.authorizationUri, 'ada-at-acme');
    const { verificationRecordId } = beginning.body;
    expect((await come(app, token, verificationRecordId, JSON.stringify(callback))).status).toBe(200);
    expect(await link(verificationRecordId)).toMatchObject({ status: 204 });
    expect(await identities()).toEqual({
      acme: {
        userId: 'ada-at-acme',
        details: {
          id: 'ada-at-acme',
          email: 'ada@acme.test',
          name: 'Ada Lovelace',
          avatar: 'https://acme.test/ada.png',
          rawData: expect.objectContaining({ sub: 'ada-at-acme' }),
        },
      },
    });
    expect(await app.events()).toEqual([linked('acme', 'Acme ID', 'link', acme)]);
    expect(await linksOf(app.database, app.tenant.id, 'acme', 'ada-at-acme')).toEqual([
      { user_id: user.id, issuer: provider.issuer, connector_id: acme },
    ]);
    expect(await unlink('acme')).toMatchObject({ status: 204 });
    expect(await identities()).toEqual({});
    expect(await app.events()).toEqual([
      {
        type: 'identity-unlinked',
        userId: user.id,
        data: { target: 'acme', provider: 'Acme ID', connectorId: acme },
        outbox: ['notice:identity-unlinked', 'webhook:User.Data.Updated'],
      },
    ]);
  });

  test('keeps no token of the provider', async () => {
    await link(await prove('u-token', token, { tokenResponse: { access_token: 'theirs' }, access_token: 'theirs' }));
    expect(JSON.stringify(await identities())).not.toContain('theirs');
  });

  test('keeps every session and every proof', async () => {
    const elsewhere = await app.signIn(user);
    expect((await link(await prove('u-keeps'))).status).toBe(204);
    expect((await unlink('mock-social')).status).toBe(204);
    expect((await app.account(elsewhere, 'GET', '/api/my-account')).status).toBe(200);
  });

  test('changes the account’s ETag, and honours If-Match', async () => {
    const before = (await app.account(token, 'GET', '/api/my-account')).headers['etag'] ?? '';
    const record = await prove('u-etag');
    expect((await link(record, { headers: { 'if-match': '"0.0.0"' } })).status).toBe(412);
    expect((await link(record, { headers: { 'if-match': before } })).status).toBe(204);
    expect((await app.account(token, 'GET', '/api/my-account')).headers['etag']).not.toBe(before);
  });
});

describe('the proof of an identity', () => {
  test('is used up by the link', async () => {
    const record = await prove('u-once');
    expect((await link(record)).status).toBe(204);
    await unlink('mock-social');
    expect(await link(record)).toMatchObject(notFound);
  });

  test('stays when the link is refused', async () => {
    const record = await prove('u-stays');
    await app.enableAccountCenter({ social: 'ReadOnly' });
    expect(await link(record)).toMatchObject(refusal(400, 'account_center.field_not_editable'));
    await app.enableAccountCenter();
    await link(await prove('u-first'));
    expect(await link(record)).toMatchObject(refusal(400, 'user.identity_already_in_use'));
    await unlink('mock-social');
    expect((await link(record)).status).toBe(204);
  });

  test('is of this user, session, client, purpose, and verified', async () => {
    const stranger = await app.signIn(await app.createUser());
    const next = await app.signIn(user);
    const sibling = await app.signIn(user, { clientId: 'account-center', sessionUid: token.sessionUid });
    const pending = (await begin(app, token, mock)).body.verificationRecordId;
    const late = await prove('u-late');
    for (const record of [
      await prove('u-strange', stranger),
      await prove('u-next', next),
      await prove('u-sibling', sibling),
      pending,
      proof,
      'nobody',
      'no body',
      '',
    ]) {
      expect(await link(record)).toMatchObject(notFound);
    }
    app.clock.advance(600_000);
    token = await app.signIn(user, { sessionUid: token.sessionUid });
    proof = await app.prove(token, user);
    await app.events();
    expect(await link(late)).toMatchObject(notFound);
    expect(await app.events()).toEqual([]);
  });

  test('is no proof of who the caller is', async () => {
    const record = await prove('u-permission');
    expect(await link(record, { proof: record })).toMatchObject(refusal(401, 'verification_record.permission_denied'));
    expect((await link(record)).status).toBe(204);
  });

  test('links once, of ten requests at once', async () => {
    const record = await prove('u-ten');
    const answers = await Promise.all(Array.from({ length: 10 }, () => link(record)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(await app.events()).toEqual([linked('mock-social', 'Mock Social', 'link', mock)]);
  });
});

describe('an identity', () => {
  test('of somebody else is refused with 422, an own one with 400', async () => {
    const other = await app.createUser();
    const theirs = await app.signIn(other);
    const record = await prove('u-taken', theirs);
    expect((await link(record, { token: theirs, proof: await app.prove(theirs, other) })).status).toBe(204);
    await app.events();
    expect(await link(await prove('u-taken'))).toMatchObject(refusal(422, 'user.identity_already_in_use'));
    expect((await link(await prove('u-mine'))).status).toBe(204);
    await app.events();
    expect(await link(await prove('u-second'))).toMatchObject(refusal(400, 'user.identity_already_in_use'));
    expect(await link(await prove('u-mine'))).toMatchObject(refusal(400, 'user.identity_already_in_use'));
    expect(await link(await prove('u-taken'))).toMatchObject(refusal(422, 'user.identity_already_in_use'));
    expect(await link(await prove('u-taken'), { method: 'PUT' })).toMatchObject(
      refusal(422, 'user.identity_already_in_use'),
    );
    expect(await app.events()).toEqual([]);
  });

  test.each(['POST', 'PUT'])('that ten users link at once (%s) is one’s', async method => {
    const people = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const one = await app.createUser();
        const theirs = await app.signIn(one);
        return { theirs, permission: await app.prove(theirs, one), record: await prove(`u-race-${method}`, theirs) };
      }),
    );
    await app.events();
    const answers = await Promise.all(
      people.map(({ theirs, permission, record }) => link(record, { token: theirs, proof: permission, method })),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(
      answers.filter(({ status, body }) => status === 422 && body.code === 'user.identity_already_in_use'),
    ).toHaveLength(9);
    expect(await linksOf(app.database, app.tenant.id, 'mock-social', `u-race-${method}`)).toHaveLength(1);
    expect((await app.events()).map(({ type }) => type)).toEqual(['identity-linked']);
  });

  test('of one provider is one a user, of ten that they link at once', async () => {
    const records = await Promise.all(Array.from({ length: 10 }, (_, i) => prove(`u-many-${i}`)));
    const answers = await Promise.all(records.map(record => link(record)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(
      answers.filter(({ status, body }) => status === 400 && body.code === 'user.identity_already_in_use'),
    ).toHaveLength(9);
    expect(Object.keys(await identities())).toEqual(['mock-social']);
  });

  test('is put in the place of another', async () => {
    expect((await link(await prove('u-old'), { method: 'PUT' })).status).toBe(204);
    expect((await link(await prove('u-new', token, { name: 'New' }), { method: 'PUT' })).status).toBe(204);
    expect((await link(await prove('u-new', token, { name: 'Newer' }), { method: 'PUT' })).status).toBe(204);
    expect(await identities()).toEqual({
      'mock-social': { userId: 'u-new', details: { id: 'u-new', name: 'Newer', rawData: { name: 'Newer' } } },
    });
    const replaced = linked('mock-social', 'Mock Social', 'replace', mock);
    expect(await app.events()).toEqual([linked('mock-social', 'Mock Social', 'link', mock), replaced, replaced]);
    const other = await app.createUser();
    const theirs = await app.signIn(other);
    const freed = await prove('u-old', theirs);
    expect((await link(freed, { token: theirs, proof: await app.prove(theirs, other) })).status).toBe(204);
  });

  test('of one id at two providers is two', async () => {
    const second = await createConnector(app, {
      connectorId: 'oidc',
      config: { ...provider.client, issuer: provider.issuer },
      metadata: { target: 'acme-2' },
    });
    for (const connectorId of [acme, second]) {
      const { body } = await begin(app, token, connectorId);
      await come(app, token, body.verificationRecordId, await provider.visit(body.authorizationUri, 'bob'));
      expect((await link(body.verificationRecordId)).status).toBe(204);
    }
    expect(Object.keys(await identities()).sort()).toEqual(['acme', 'acme-2']);
  });
});

describe('unlinking', () => {
  test('what is not linked is 404', async () => {
    for (const target of ['mock-social', 'nobody', '__proto__', 'constructor', '%00', 'a b']) {
      expect(await unlink(encodeURIComponent(target))).toMatchObject(refusal(404, 'user.identity_not_exist'));
    }
    expect(await app.events()).toEqual([]);
  });

  test('the last way to sign in is refused, and nothing is lost', async () => {
    const lonely = await app.createUser({ username: null, password: null });
    const mine = await app.signIn(lonely);
    const record = await prove('u-lonely', mine);
    // Somebody without any way to prove themselves needs no proof.
    expect((await link(record, { token: mine })).status).toBe(204);
    await app.events();
    expect(await unlink('mock-social', { token: mine, proof: '' })).toMatchObject(
      refusal(400, 'user.last_sign_in_method_required'),
    );
    expect(Object.keys(await identities(mine))).toEqual(['mock-social']);
    expect(await app.events()).toEqual([]);
  });

  test('the last two at once leaves one', async () => {
    const lonely = await app.createUser({ username: null, password: null });
    const mine = await app.signIn(lonely);
    await link(await prove('u-pair', mine), { token: mine });
    const { body } = await begin(app, mine, acme);
    await come(app, mine, body.verificationRecordId, await provider.visit(body.authorizationUri, 'pair'));
    await link(body.verificationRecordId, { token: mine });
    await app.events();
    const answers = await Promise.all(
      ['mock-social', 'acme'].map(target => unlink(target, { token: mine, proof: '' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 400]);
    expect(Object.keys(await identities(mine))).toHaveLength(1);
    expect((await app.events()).map(({ type }) => type)).toEqual(['identity-unlinked']);
  });

  test('the last identity and the username at once leaves one', async () => {
    const pair = await app.createUser({ password: null });
    const mine = await app.signIn(pair);
    await link(await prove('u-name', mine), { token: mine });
    await policy({ actions: { 'username.remove': { proof: 'never' } } });
    const [first, second] = await Promise.all([
      unlink('mock-social', { token: mine, proof: '' }),
      app.account(mine, 'PATCH', '/api/my-account', { body: { username: null } }),
    ]);
    expect([first.status, second.status].filter(status => status < 300)).toHaveLength(1);
    expect([first.body?.code, second.body?.code]).toContain('user.last_sign_in_method_required');
  });
});

describe('what is asked of the caller, in its order', () => {
  const requests: readonly [
    string,
    (options: { token: TestToken; proof?: string }) => ReturnType<typeof link>,
    number,
  ][] = [
    ['POST', options => link('nobody', options), 401],
    ['PUT', options => link('nobody', { ...options, method: 'PUT' }), 401],
    ['DELETE', options => unlink('nobody', { ...options, proof: options.proof ?? '' }), 400],
  ];
  test.each(requests)('%s: field, scope, application, proof', async (_, send, scopeStatus) => {
    const third = await app.signIn(user, { clientId: 'somebody-else', scopes: ['openid'] });
    await app.enableAccountCenter({ social: 'ReadOnly' });
    expect(await send({ token: third })).toMatchObject(refusal(400, 'account_center.field_not_editable'));
    await app.enableAccountCenter();
    expect(await send({ token: third })).toMatchObject(refusal(scopeStatus, 'auth.unauthorized'));
    const wide = await app.signIn(user, { clientId: 'somebody-else' });
    expect(await send({ token: wide })).toMatchObject(refusal(403, 'auth.third_party_application_forbidden'));
    expect(await send({ token })).toMatchObject({
      ...refusal(401, 'verification_record.permission_denied'),
      headers: { 'www-authenticate': expect.stringContaining('insufficient_user_authentication') },
    });
    const { status, body } = await send({ token, proof });
    expect([status, body.code]).toEqual(
      scopeStatus === 401 ? [400, 'verification_record.not_found'] : [404, 'user.identity_not_exist'],
    );
    expect(await app.events()).toEqual([]);
  });

  test('one proof does both, unless the policy says once', async () => {
    await policy({ preset: 'strict' });
    proof = await app.prove(token, user, 'identity.link');
    await app.events();
    const [first, second] = [await prove('u-strict'), await prove('u-strict')];
    expect((await link(first)).status).toBe(204);
    expect(await unlink('mock-social')).toMatchObject(refusal(401, 'verification_record.permission_denied'));
    expect(await link(second)).toMatchObject(refusal(401, 'verification_record.permission_denied'));
  });
});
