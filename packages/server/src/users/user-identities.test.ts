/** Identities that services and administrators link to users. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sweep } from '../sessions/index.ts';
import { createTestApp, type TestApp, type TestUser } from '../testing/create-test-app.ts';
import { type OpenidProvider, startOpenidProvider } from '../testing/openid-provider.ts';
import { countAttempts, linksOf } from '../testing/social-world.store.ts';
import { callbackUri, createConnector, createMockConnector, createOidcConnector } from '../testing/social-world.ts';
import { findUserByIdentity } from './find-user-by-identity.store.ts';

let provider: OpenidProvider;
let app: TestApp;
let acme: string;
let mock: string;
let user: TestUser;
beforeAll(async () => {
  provider = await startOpenidProvider(callbackUri);
  provider.people.set('ada', { name: 'Ada', email: 'ada@acme.test', email_verified: true });
  app = await createTestApp();
  acme = await createOidcConnector(app, provider);
  mock = await createMockConnector(app);
});
afterAll(() => provider.close());
beforeEach(async () => {
  user = await app.createUser();
  await app.events();
});

const at = (id: string, target = '') => `/api/users/${id}/identities${target && `/${target}`}`;
const link = (id: string, body: object) => app.management('POST', at(id), body);
const begin = async (state: string, connectorId = acme): Promise<string> =>
  (
    await app.management('POST', `/api/connectors/${connectorId}/authorization-uri`, {
      state,
      redirectUri: callbackUri,
    })
  ).body.redirectTo;
const refusal = (status: number, code: string) => ({ status, body: { code } });
const event = (type: string, data: object) => ({
  type,
  userId: user.id,
  data,
  outbox: [`notice:${type}`, 'webhook:User.Data.Updated'],
});

describe('linking what somebody has proven', () => {
  test('works with a real provider, from the address to the link', async () => {
    const connectorData = await provider.visit(await begin('state-a'), 'ada');
    expect(await link(user.id, { connectorId: acme, connectorData })).toMatchObject({
      status: 200,
      body: { acme: { userId: 'ada', details: { id: 'ada', email: 'ada@acme.test', name: 'Ada' } } },
    });
    expect(await app.events()).toEqual([
      event('identity-linked', { target: 'acme', provider: 'Acme ID', change: 'link', connectorId: acme }),
    ]);
    expect(await linksOf(app.database, app.tenant.id, 'acme', 'ada')).toEqual([
      { user_id: user.id, issuer: provider.issuer, connector_id: acme },
    ]);
  });

  test('takes a beginning once, its own, and for ten minutes', async () => {
    const send = (connectorData: object) => link(user.id, { connectorId: acme, connectorData });
    const missing = refusal(400, 'connector.insufficient_request_parameters');
    const callback = await provider.visit(await begin('state-b'), 'bob');
    expect(await send({ ...callback, state: 'state-x' })).toMatchObject(missing);
    const { state: _, ...stateless } = callback;
    expect(await send(stateless)).toMatchObject(missing);
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(callback)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await send(callback)).toMatchObject(missing);
    const late = await provider.visit(await begin('state-c'), 'carol');
    app.clock.advance(600_000);
    expect(await send(late)).toMatchObject(missing);
  });

  test('leaves no beginning behind', async () => {
    const waiting = () => countAttempts(app.database, app.tenant.id);
    const connectorData = await provider.visit(await begin('state-f'), 'fay');
    await begin('state-g');
    await begin('state-g');
    const before = (await waiting()) ?? 0;
    await link(user.id, { connectorId: acme, connectorData });
    expect(await waiting()).toBe(before - 1);
    await sweep(app.database, new Date(app.clock().getTime() + 599_000));
    expect(await waiting()).toBeGreaterThan(0);
    await sweep(app.database, new Date(app.clock().getTime() + 601_000));
    expect(await waiting()).toBe(0);
  });

  test('does not spend a callback on nobody', async () => {
    const connectorData = await provider.visit(await begin('state-d'), 'dora');
    expect(await link('nobody', { connectorId: acme, connectorData })).toMatchObject(refusal(404, 'entity.not_found'));
    expect((await link(user.id, { connectorId: acme, connectorData })).status).toBe(200);
  });

  test('refuses what is taken, an unknown connector, and one that is no provider', async () => {
    const body = { connectorId: mock, connectorData: { code: 'c', userId: 'm-1' } };
    expect((await link(user.id, body)).status).toBe(200);
    const other = await app.createUser();
    await app.events();
    const taken = refusal(422, 'user.identity_already_in_use');
    expect(await link(other.id, body)).toMatchObject(taken);
    expect(await link(user.id, body)).toMatchObject(taken);
    expect(await link(user.id, { connectorId: mock, connectorData: { code: 'c', userId: 'm-2' } })).toMatchObject(
      taken,
    );
    expect(await link(user.id, { ...body, connectorId: 'nobody' })).toMatchObject(refusal(404, 'entity.not_found'));
    expect(await link(user.id, { ...body, connectorData: {} })).toMatchObject(
      refusal(400, 'connector.invalid_response'),
    );
    const sms = await createConnector(app, {
      connectorId: 'http-sms',
      config: { endpoint: 'https://sms.example.com/' },
    });
    expect(await link(user.id, { ...body, connectorId: sms })).toMatchObject(refusal(400, 'connector.unexpected_type'));
    expect(await app.events()).toEqual([]);
  });
});

describe('setting what another system knows', () => {
  const set = (id: string, target: string, body: object) => app.management('PUT', at(id, target), body);

  test('answers 201 for a new one and 200 for one in the place of another', async () => {
    expect(await set(user.id, 'legacy', { userId: 'l-1', details: { email: 'x@y.test' } })).toMatchObject({
      status: 201,
      body: { legacy: { userId: 'l-1', details: { email: 'x@y.test' } } },
    });
    expect(await set(user.id, 'legacy', { userId: 'l-2' })).toEqual(
      expect.objectContaining({ status: 200, body: { legacy: { userId: 'l-2' } } }),
    );
    const data = { target: 'legacy', provider: 'legacy', connectorId: null };
    expect(await app.events()).toEqual([
      event('identity-linked', { ...data, change: 'link' }),
      event('identity-linked', { ...data, change: 'replace' }),
    ]);
  });

  test('refuses one that is somebody else’s, also of ten at once', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => app.createUser()));
    await app.events();
    const answers = await Promise.all(people.map(({ id }) => set(id, 'legacy', { userId: 'l-race' })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'user.identity_already_in_use')).toHaveLength(9);
    expect((await app.events()).map(({ type }) => type)).toEqual(['identity-linked']);
  });

  test('refuses nonsense', async () => {
    for (const body of [{}, { userId: '' }, { userId: 5 }, { userId: 'a\0b' }, { userId: 'x', details: [] }]) {
      expect(await set(user.id, 'legacy', body)).toMatchObject(refusal(400, 'guard.invalid_input'));
    }
    expect(await set('nobody', 'legacy', { userId: 'l-9' })).toMatchObject(refusal(404, 'entity.not_found'));
  });
});

describe('reading and unlinking', () => {
  test('one that is there', async () => {
    await link(user.id, { connectorId: mock, connectorData: { code: 'c', userId: 'r-1', name: 'Rea' } });
    await app.events();
    expect(await app.management('GET', at(user.id, 'mock-social'))).toMatchObject({
      status: 200,
      body: { identity: { userId: 'r-1', details: { id: 'r-1', name: 'Rea' } } },
    });
    expect(await app.management('DELETE', at(user.id, 'mock-social'))).toMatchObject({
      status: 200,
      body: { id: user.id, identities: {} },
    });
    expect(await app.events()).toEqual([
      event('identity-unlinked', { target: 'mock-social', provider: 'Mock Social', connectorId: mock }),
    ]);
  });

  test.each(['GET', 'DELETE'])('%s one that is not there', async method => {
    expect(await app.management(method, at(user.id, 'nothing'))).toMatchObject(refusal(404, 'user.identity_not_exist'));
    expect(await app.management(method, at('nobody', 'nothing'))).toMatchObject(refusal(404, 'entity.not_found'));
    expect(await app.events()).toEqual([]);
  });
});

describe('who has an identity', () => {
  const find = (id: string, issuer?: string, target = 'acme') =>
    findUserByIdentity(app.database, app.tenant.id, { target, id, issuer }).then(found => found?.id);

  test('is known by target, id and issuer', async () => {
    const connectorData = await provider.visit(await begin('state-e'), 'eve');
    await link(user.id, { connectorId: acme, connectorData });
    expect(await find('eve', provider.issuer)).toBe(user.id);
    expect(await find('eve', 'https://another.example.com')).toBeUndefined();
    expect(await find('eve')).toBeUndefined();
    expect(await find('eve', provider.issuer, 'beta')).toBeUndefined();
    expect(
      await findUserByIdentity(app.database, 'other-tenant', { target: 'acme', id: 'eve', issuer: provider.issuer }),
    ).toBeUndefined();
  });

  test('that was set without an issuer is found at any', async () => {
    await app.management('PUT', at(user.id, 'imported'), { userId: 'i-1' });
    expect(await find('i-1', 'https://id.example.com', 'imported')).toBe(user.id);
    expect(await find('i-1', undefined, 'imported')).toBe(user.id);
  });
});
