/** Renewing a provider's token: at a real OpenID provider that rotates refresh tokens, and at one that does as it is told. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken, type TestUser } from '../testing/create-test-app.ts';
import { type FakeAnswer, type FakeProvider, startFakeProvider } from '../testing/fake-provider.ts';
import { type OpenidProvider, startOpenidProvider } from '../testing/openid-provider.ts';
import { storedTokens } from '../testing/social-world.store.ts';
import { begin, callbackUri, come, createConnector, createOidcConnector } from '../testing/social-world.ts';

let provider: OpenidProvider;
let fake: FakeProvider;
let app: TestApp;
let acme: string;
let plain: string;
let user: TestUser;
let token: TestToken;

beforeAll(async () => {
  [provider, fake] = await Promise.all([startOpenidProvider(callbackUri), startFakeProvider()]);
  app = await createTestApp();
  await app.enableAccountCenter();
  acme = await createOidcConnector(app, provider, 'acme', { enableTokenStorage: true });
  plain = await createConnector(app, {
    connectorId: 'oauth2',
    config: plainConfig(),
    metadata: { target: 'plain' },
    enableTokenStorage: true,
  });
});
afterAll(() => {
  provider.close();
  fake.close();
});
beforeEach(async () => {
  user = await app.createUser();
  token = await app.signIn(user);
  fake.requests.length = 0;
  fake.routes.set('/me', { json: { id: user.id } });
});

const plainConfig = (origin = fake.origin) => ({
  ...{ clientId: 'c', clientSecret: 'our-own-secret', tokenEndpoint: `${origin}/token` },
  authorizationEndpoint: `${fake.origin}/authorize`,
  userInfoEndpoint: `${fake.origin}/me`,
});

/** Links who comes back with this. */
async function link(recordId: string, callback: object): Promise<void> {
  expect((await come(app, token, recordId, callback)).status).toBe(200);
  const body = { newIdentifierVerificationRecordId: recordId };
  const proof = await app.prove(token, user);
  expect((await app.account(token, 'POST', '/api/my-account/identities', { body, proof })).status).toBe(204);
}
async function linkAcme(): Promise<void> {
  const { body } = await begin(app, token, acme);
  await link(body.verificationRecordId, await provider.visit(body.authorizationUri, `${user.id}-at-acme`));
}
async function linkPlain(tokens: object = {}): Promise<void> {
  fake.routes.set('/token', {
    json: { access_token: 'access-1', refresh_token: 'refresh-1', expires_in: 60, ...tokens },
  });
  const { body } = await begin(app, token, plain);
  await link(body.verificationRecordId, { code: 'c', state: 'state-1' });
  fake.requests.length = 0;
}
const read = (target: string) => app.account(token, 'GET', `/api/my-account/identities/${target}/access-token`);
const outcome = async (target: string) => {
  const { status, body } = await read(target);
  return status === 200 ? body.access_token : [status, body.code];
};
const later = async (seconds: number) => {
  app.clock.advance(seconds * 1000);
  token = await app.signIn(user, { sessionUid: token.sessionUid });
};
const asked = () => fake.requests.filter(({ path }) => path === '/token').map(({ body }) => Object.fromEntries(body));
const stored = () => storedTokens(app.database, app.tenant.id, user.id);
const tokenNotFound = [404, 'secrets.third_party_token_set.token_not_found'];

describe('at a real provider that rotates', () => {
  test('an expired token is renewed, again and again', async () => {
    await linkAcme();
    const seen = [await outcome('acme')];
    const before = provider.renewals();
    for (const _ of [1, 2, 3]) {
      await later(60);
      const { status, body } = await read('acme');
      expect({ status, body }).toEqual({
        status: 200,
        body: { access_token: expect.any(String), token_type: 'Bearer', scope: 'openid profile email', expires_in: 60 },
      });
      seen.push(body.access_token);
    }
    expect(new Set(seen).size).toBe(4);
    expect(provider.renewals() - before).toBe(3);
    // It is one that the provider knows.
    const me = await fetch(`${provider.issuer}/me`, { headers: { authorization: `Bearer ${seen.at(-1)}` } });
    expect(await me.json()).toMatchObject({ sub: `${user.id}-at-acme` });
  });

  test('twenty who find it expired at once get one that was asked for once', async () => {
    await linkAcme();
    await later(60);
    const before = provider.renewals();
    const answers = await Promise.all(Array.from({ length: 20 }, () => outcome('acme')));
    expect(provider.renewals() - before).toBe(1);
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toEqual(expect.any(String));
    // A refresh token that had been used twice would have ended all of its family.
    await later(60);
    expect(await outcome('acme')).toEqual(expect.any(String));
  });
});

describe('what the provider answers', () => {
  test('takes the place of what is stored; what it does not say stays', async () => {
    await linkPlain({ scope: 'read', token_type: 'bearer' });
    fake.routes.set('/token', { json: { access_token: 'access-2', expires_in: '120' } });
    await later(60);
    expect((await read('plain')).body).toEqual({
      ...{ access_token: 'access-2', scope: 'read', token_type: 'bearer', expires_in: 120 },
    });
    expect(asked()).toEqual([
      { grant_type: 'refresh_token', refresh_token: 'refresh-1', client_id: 'c', client_secret: 'our-own-secret' },
    ]);
    fake.routes.set('/token', { json: { access_token: 'access-3', refresh_token: 'refresh-2', expires_in: 60 } });
    await later(120);
    expect(await outcome('plain')).toBe('access-3');
    expect(asked().at(-1)).toMatchObject({ refresh_token: 'refresh-1' });
    fake.routes.set('/token', { json: { access_token: 'access-4' } });
    await later(60);
    expect(await outcome('plain')).toBe('access-4');
    expect(asked().at(-1)).toMatchObject({ refresh_token: 'refresh-2' });
    await later(86_400);
    expect(await outcome('plain')).toBe('access-4');
    expect(asked()).toHaveLength(3);
  });

  const failures: readonly [string, FakeAnswer, unknown[], boolean][] = [
    ['that it is broken', { status: 503, text: 'their own words' }, [400, 'connector.general'], true],
    ['that it is busy', { status: 429, text: '' }, [429, 'connector.rate_limit_exceeded'], true],
    ['that it knows us no more', { status: 401, json: { error: 'invalid_client' } }, [400, 'connector.general'], true],
    ['without a token', { json: { token_type: 'bearer' } }, [400, 'connector.invalid_response'], true],
    [
      'with one that is too long',
      { json: { access_token: 'x'.repeat(20_000) } },
      [400, 'connector.invalid_response'],
      true,
    ],
    [
      'that it refuses',
      { status: 400, json: { error: 'invalid_grant', error_description: 'refresh-1 our-own-secret' } },
      [401, 'connector.authorization_failed'],
      false,
    ],
    [
      'that it refuses, as GitHub does',
      { json: { error: 'bad_refresh_token' } },
      [401, 'connector.authorization_failed'],
      false,
    ],
  ];
  test.each(failures)('passes through: %s', async (_, answer, expected, mayTryAgain) => {
    await linkPlain();
    fake.routes.set('/token', answer);
    await later(60);
    const refused = await read('plain');
    expect([refused.status, refused.body.code]).toEqual(expected);
    expect(refused.body.data).toEqual({ connectorId: plain });
    expect(JSON.stringify([refused, app.logged])).not.toMatch(/refresh-1|our-own-secret/);
    fake.routes.set('/token', { json: { access_token: 'access-2', expires_in: 60 } });
    // What the provider refuses once it refuses for ever: it is removed. Everything else may pass.
    expect(await outcome('plain')).toEqual(mayTryAgain ? 'access-2' : tokenNotFound);
  });
});

describe('meanwhile', () => {
  /** Holds the provider's answer back until it is let go. */
  async function renewing(): Promise<{ answer: ReturnType<typeof outcome>; go: () => void }> {
    let go = () => {};
    const gate = new Promise<void>(resolve => {
      go = resolve;
    });
    const isAsked = new Promise<void>(resolve => {
      fake.routes.set('/token', async ({ body }) => {
        resolve();
        await gate;
        return { json: { access_token: `for-${body.get('refresh_token')}`, refresh_token: 'rotated', expires_in: 60 } };
      });
    });
    await later(60);
    const answer = outcome('plain');
    await isAsked;
    return { answer, go };
  }

  test('the account can be changed, and those who wait get what is found', async () => {
    await linkPlain();
    const { answer, go } = await renewing();
    const waiting = [outcome('plain'), outcome('plain')];
    const change = await app.account(token, 'PATCH', '/api/my-account', { body: { name: 'Ada' } });
    expect(change.status).toBe(200);
    go();
    expect(await Promise.all([answer, ...waiting])).toEqual(Array(3).fill('for-refresh-1'));
    expect(asked()).toHaveLength(1);
  });

  test('the unlinked account gives nothing out', async () => {
    await linkPlain();
    const { answer, go } = await renewing();
    const proof = await app.prove(token, user);
    const url = '/api/my-account/identities/plain';
    expect((await app.account(token, 'DELETE', url, { proof })).status).toBe(204);
    go();
    expect(await answer).toEqual(tokenNotFound);
    expect(await stored()).toEqual([]);
  });

  test('a token that is stored anew is handed out, and not overwritten', async () => {
    await linkPlain();
    const { answer, go } = await renewing();
    const slow = fake.routes.get('/token');
    fake.routes.set('/token', { json: { access_token: 'anew', refresh_token: 'refresh-anew', expires_in: 60 } });
    const { body } = await begin(app, token, plain);
    await come(app, token, body.verificationRecordId, { code: 'c', state: 'state-1' });
    const url = '/api/my-account/identities/plain/access-token';
    const put = await app.account(token, 'PUT', url, { body: { verificationRecordId: body.verificationRecordId } });
    expect(put.status).toBe(200);
    expect(slow).toBeTypeOf('function');
    go();
    expect(await answer).toBe('anew');
    expect(await outcome('plain')).toBe('anew');
  });

  test('a rotated refresh token is not lost to a token that comes without one', async () => {
    await linkPlain();
    const { answer, go } = await renewing();
    fake.routes.set('/token', { json: { access_token: 'anew', expires_in: 60 } });
    const { body } = await begin(app, token, plain);
    await come(app, token, body.verificationRecordId, { code: 'c', state: 'state-1' });
    const url = '/api/my-account/identities/plain/access-token';
    const put = await app.account(token, 'PUT', url, { body: { verificationRecordId: body.verificationRecordId } });
    expect(put.status).toBe(200);
    go();
    expect(await answer).toBe('for-refresh-1');
    fake.requests.length = 0;
    await later(60);
    await outcome('plain');
    expect(asked()).toMatchObject([{ refresh_token: 'rotated' }]);
  });

  test('who renews may die: after its time another one does', async () => {
    await linkPlain();
    const { answer, go } = await renewing();
    fake.routes.set('/token', { json: { access_token: 'by-another', expires_in: 60 } });
    await later(15);
    expect(await outcome('plain')).toBe('by-another');
    go();
    expect(await answer).toBe('by-another');
  });
});

test('tokens do not follow a connector to another address', async () => {
  await linkPlain();
  const change = (config: object) => app.management('PATCH', `/api/connectors/${plain}`, { config });
  expect((await change({ ...plainConfig(), scope: 'more' })).status).toBe(200);
  expect(await stored()).toHaveLength(1);
  const elsewhere = await startFakeProvider();
  expect((await change(plainConfig(elsewhere.origin))).status).toBe(200);
  expect(await stored()).toEqual([]);
  elsewhere.close();
  expect((await change(plainConfig())).status).toBe(200);
});
