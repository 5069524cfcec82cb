/** Tokens of providers: when they are kept, who gets them, and what ends them. The provider only plays. */
import { inspect } from 'node:util';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken, type TestUser } from '../testing/create-test-app.ts';
import { recordsOf, storedTokens } from '../testing/social-world.store.ts';
import { begin, come, createMockConnector, proveMock } from '../testing/social-world.ts';

const identities = '/api/my-account/identities';
const given = { access_token: 'access-1', scope: 'read', token_type: 'Bearer', expires_in: 3600 };

let app: TestApp;
let mock: string;
let user: TestUser;
let token: TestToken;
let proof: string;

beforeAll(async () => {
  app = await createTestApp();
  mock = await createMockConnector(app, { enableTokenStorage: true });
});
beforeEach(async () => {
  await app.enableAccountCenter();
  await keepTokens(true);
  user = await app.createUser();
  token = await app.signIn(user);
  proof = await app.prove(token, user);
  await app.events();
});

const keepTokens = async (enableTokenStorage: boolean) => {
  const answer = await app.management('PATCH', `/api/connectors/${mock}`, { enableTokenStorage });
  expect(answer).toMatchObject({ status: 200, body: { enableTokenStorage } });
  await app.events();
};
const prove = (userId: string, tokenResponse?: object, of = token) =>
  proveMock(app, of, mock, { userId, ...(tokenResponse && { tokenResponse }) });
const bind = async (recordId: string, method = 'POST', of = token) =>
  app.account(of, method, identities, { body: { newIdentifierVerificationRecordId: recordId }, proof });
const link = async (userId: string, tokenResponse?: object, method = 'POST') => {
  expect((await bind(await prove(userId, tokenResponse), method)).status).toBe(204);
};
const path = `${identities}/mock-social/access-token`;
const read = (of = token, target = 'mock-social') => app.account(of, 'GET', `${identities}/${target}/access-token`);
const store = (verificationRecordId: unknown, of = token, target = 'mock-social') =>
  app.account(of, 'PUT', `${identities}/${target}/access-token`, { body: { verificationRecordId } });
const outcome = async (answer: ReturnType<typeof read>) => {
  const { status, body } = await answer;
  return status === 200 ? body.access_token : [status, body.code];
};
const tokenNotFound = [404, 'secrets.third_party_token_set.token_not_found'];
const stored = () => storedTokens(app.database, app.tenant.id, user.id);

/** An access token lasts as long as these tests' clock stands still: another one for the time that has come. */
const later = async (seconds: number) => {
  app.clock.advance(seconds * 1000);
  token = await app.signIn(user, { sessionUid: token.sessionUid });
};

describe('a token', () => {
  test('comes with the link, and is handed out with the time that is left', async () => {
    await link('u-1', { ...given, refresh_token: 'refresh-1' });
    const first = await read();
    expect([first.status, first.body]).toEqual([200, given]);
    expect(first.headers['cache-control']).toBe('no-store');
    await later(600);
    expect((await read()).body).toEqual({ ...given, expires_in: 3000 });
    expect((await app.events()).map(({ type }) => type)).toEqual(['identity-linked']);
  });

  test('comes with an identity that a service links', async () => {
    const connectorData = { code: 'c', userId: `${user.id}-service`, tokenResponse: given };
    const body = { connectorId: mock, connectorData };
    const linked = await app.management('POST', `/api/users/${user.id}/identities`, body);
    expect(linked.status).toBe(200);
    expect(JSON.stringify(linked.body)).not.toContain('access-1');
    expect(await outcome(read())).toBe('access-1');
  });

  test('may say nothing of itself', async () => {
    await link('u-2', { access_token: 'bare' });
    await later(365 * 86_400);
    expect((await read()).body).toEqual({ access_token: 'bare' });
  });

  test('is not there without one in the answer, without a link, with a target that nobody has', async () => {
    expect(await outcome(read())).toEqual(tokenNotFound);
    await link('u-3', { refresh_token: 'refresh-alone' });
    expect(await outcome(read())).toEqual(tokenNotFound);
    for (const target of ['acme', '__proto__', 'constructor', '%00', 'a b']) {
      expect(await outcome(read(token, encodeURIComponent(target)))).toEqual(tokenNotFound);
    }
  });

  test('is its owner’s alone', async () => {
    await link('u-4', given);
    const other = await app.signIn(await app.createUser());
    expect(await outcome(read(other))).toEqual(tokenNotFound);
  });

  test('is not kept where the connector is not set so, even if it was while the provider was asked', async () => {
    const record = await prove('u-5', given);
    await keepTokens(false);
    expect((await bind(record)).status).toBe(204);
    expect(await outcome(read())).toEqual(tokenNotFound);
    await keepTokens(true);
    expect(await outcome(read())).toEqual(tokenNotFound);
  });

  test('is not kept where the connector was not set so when the provider was asked', async () => {
    await keepTokens(false);
    const record = await prove('u-8', given);
    await keepTokens(true);
    expect((await bind(record)).status).toBe(204);
    expect(await outcome(read())).toEqual(tokenNotFound);
  });

  test('that has expired and cannot be renewed is removed', async () => {
    await link('u-6', { ...given, expires_in: '60' });
    await later(59);
    expect(await outcome(read())).toBe('access-1');
    await later(1);
    expect(await outcome(read())).toEqual([401, 'secrets.third_party_token_set.access_token_expired']);
    expect(await stored()).toEqual([]);
    expect(await outcome(read())).toEqual(tokenNotFound);
  });

  test('of a provider that cannot renew stays, and says so', async () => {
    await link('u-7', { ...given, refresh_token: 'refresh-1' });
    await later(3600);
    for (const _ of [1, 2]) {
      expect(await outcome(read())).toEqual([422, 'connector.token_storage_not_supported']);
    }
    expect(await stored()).toHaveLength(1);
  });
});

describe('replacing the identity', () => {
  test.each<[string, string, object | undefined, unknown]>([
    ['by another one with tokens keeps its', 'u-b', { ...given, access_token: 'access-2' }, 'access-2'],
    ['by another one without tokens keeps none', 'u-b', undefined, tokenNotFound],
    ['by the same one with tokens keeps the new ones', 'u-a', { ...given, access_token: 'access-2' }, 'access-2'],
    ['by the same one without tokens keeps the old ones', 'u-a', undefined, 'access-1'],
  ])('%s', async (_, next, tokens, expected) => {
    const id = `${user.id}-`;
    await link(`${id}u-a`, given);
    await link(`${id}${next}`, tokens, 'PUT');
    expect(await outcome(read())).toEqual(expected);
  });

  test('by an administrator keeps the tokens of the same one alone', async () => {
    await link(`${user.id}-x`, given);
    const put = (userId: string) =>
      app.management('PUT', `/api/users/${user.id}/identities/mock-social`, { userId: `${user.id}-${userId}` });
    expect((await put('x')).status).toBe(200);
    expect(await outcome(read())).toBe('access-1');
    expect((await put('y')).status).toBe(200);
    expect(await outcome(read())).toEqual(tokenNotFound);
  });

  test('keeps the refresh token of the same connector and identity, and of no other', async () => {
    await link(`${user.id}-r`, { ...given, refresh_token: 'refresh-1' });
    await link(`${user.id}-r`, { ...given, access_token: 'access-2' }, 'PUT');
    expect(await stored()).toMatchObject([{ renewable: true }]);
    await link(`${user.id}-s`, { ...given, access_token: 'access-3' }, 'PUT');
    expect(await stored()).toMatchObject([{ renewable: false }]);
  });
});

describe('tokens end', () => {
  const ends: readonly [string, () => Promise<{ status: number }>][] = [
    ['unlinking', () => app.account(token, 'DELETE', `${identities}/mock-social`, { proof })],
    ['an administrator’s unlinking', () => app.management('DELETE', `/api/users/${user.id}/identities/mock-social`)],
    [
      'turning the storage off',
      () => app.management('PATCH', `/api/connectors/${mock}`, { enableTokenStorage: false }),
    ],
    ['the deletion of the user', () => app.management('DELETE', `/api/users/${user.id}`)],
  ];
  test.each(ends)('with %s', async (_, end) => {
    await link(`${user.id}-end`, given);
    expect(await stored()).toHaveLength(1);
    expect((await end()).status).toBeLessThan(300);
    expect(await stored()).toEqual([]);
  });

  test('with the connector, and not with a change of it that is none of theirs', async () => {
    const mine = await createTestApp();
    await mine.enableAccountCenter();
    const connector = await createMockConnector(mine, { enableTokenStorage: true });
    const person = await mine.createUser();
    const theirs = await mine.signIn(person);
    const record = await proveMock(mine, theirs, connector, { userId: 'u', tokenResponse: given });
    const body = { newIdentifierVerificationRecordId: record };
    const permission = await mine.prove(theirs, person);
    expect((await mine.account(theirs, 'POST', identities, { body, proof: permission })).status).toBe(204);
    const kept = () => storedTokens(mine.database, mine.tenant.id, person.id);
    const change = { syncProfile: true, config: { note: 'another' } };
    expect((await mine.management('PATCH', `/api/connectors/${connector}`, change)).status).toBe(200);
    expect(await kept()).toHaveLength(1);
    expect((await mine.management('DELETE', `/api/connectors/${connector}`)).status).toBe(204);
    expect(await kept()).toEqual([]);
    expect((await mine.account(theirs, 'GET', path)).body.code).toBe(tokenNotFound[1]);
  });

  test('also when the storage is turned off while ten people link', async () => {
    const people = await Promise.all(
      Array.from({ length: 10 }, async (_, i) => {
        const person = await app.createUser();
        const theirs = await app.signIn(person);
        return {
          person,
          theirs,
          permission: await app.prove(theirs, person),
          record: await prove(`many-${i}`, given, theirs),
        };
      }),
    );
    const off = app.management('PATCH', `/api/connectors/${mock}`, { enableTokenStorage: false });
    const linked = people.map(({ theirs, permission, record }) =>
      app.account(theirs, 'POST', identities, {
        body: { newIdentifierVerificationRecordId: record },
        proof: permission,
      }),
    );
    expect((await Promise.all(linked)).map(({ status }) => status)).toEqual(people.map(() => 204));
    expect((await off).status).toBe(200);
    for (const { person } of people) {
      expect(await storedTokens(app.database, app.tenant.id, person.id)).toEqual([]);
    }
  });
});

describe('storing another token', () => {
  const second = { ...given, access_token: 'access-2', scope: 'read write' };

  test('takes the place of the old one, and uses the proof up', async () => {
    await link(`${user.id}-1`, given);
    const record = await prove(`${user.id}-1`, second);
    await app.events();
    const answer = await store(record);
    expect([answer.status, answer.body]).toEqual([200, second]);
    expect((await read()).body).toEqual(second);
    expect(await outcome(store(record))).toEqual([400, 'verification_record.not_found']);
    expect(await app.events()).toEqual([]);
  });

  test('serves where none was kept', async () => {
    await link(`${user.id}-2`);
    expect(await outcome(store(await prove(`${user.id}-2`, second)))).toBe('access-2');
    expect(await outcome(read())).toBe('access-2');
  });

  // Each breaks the rules of all rows below it, too: which code comes back says which is judged first.
  const refusals: readonly [string, () => ReturnType<typeof store>, unknown][] = [
    [
      'without the scope',
      async () => store('nobody', await app.signIn(user, { scopes: ['openid', 'profile'] }), 'acme'),
      [403, 'auth.forbidden'],
    ],
    ['without a record', async () => store('nobody', token, 'acme'), [400, 'verification_record.not_found']],
    [
      'with a record of another user',
      async () => store(await prove('x', given, await app.signIn(await app.createUser())), token, 'acme'),
      [400, 'verification_record.not_found'],
    ],
    ['with a permission proof', async () => store(proof, token, 'acme'), [400, 'verification_record.not_found']],
    [
      'with a record of another provider',
      async () => store(await prove('x'), token, 'acme'),
      [422, 'verification_record.social_verification.invalid_target'],
    ],
    ['without a link', async () => store(await prove('x')), [422, 'user.identity_not_exists_in_current_user']],
    [
      'with another identity than the linked one',
      async () => {
        await link(`${user.id}-3`, given);
        return store(await prove('x'));
      },
      [422, 'user.identity_not_exists_in_current_user'],
    ],
    [
      'with an identity that somebody else has linked',
      async () => {
        await app.management('PUT', `/api/users/${(await app.createUser()).id}/identities/mock-social`, {
          userId: `${user.id}-4`,
        });
        return store(await prove(`${user.id}-4`));
      },
      [422, 'user.identity_not_exists_in_current_user'],
    ],
    [
      'without a token in the answer',
      async () => {
        await link(`${user.id}-5`, given);
        return store(await prove(`${user.id}-5`));
      },
      [422, 'verification_record.social_verification.token_response_not_found'],
    ],
    [
      'when the storage was turned off since',
      async () => {
        await link(`${user.id}-6`, given);
        const record = await prove(`${user.id}-6`, second);
        await keepTokens(false);
        return store(record);
      },
      [422, 'verification_record.social_verification.token_response_not_found'],
    ],
    ['with an empty id', async () => store(''), [400, 'guard.invalid_input']],
    ['with no id', async () => store(undefined), [400, 'guard.invalid_input']],
  ];
  test.each(refusals)('is refused %s', async (_, send, expected) => {
    expect(await outcome(send())).toEqual(expected);
  });

  test('that is refused uses nothing up', async () => {
    const record = await prove(`${user.id}-7`, second);
    expect(await outcome(store(record))).toEqual([422, 'user.identity_not_exists_in_current_user']);
    expect((await bind(record)).status).toBe(204);
    expect(await outcome(read())).toBe('access-2');
  });

  test('with one record of ten requests at once is done once', async () => {
    await link(`${user.id}-8`, given);
    const record = await prove(`${user.id}-8`, second);
    const answers = await Promise.all(Array.from({ length: 10 }, () => store(record)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'verification_record.not_found')).toHaveLength(9);
  });
});

describe('who may', () => {
  test('is judged by the scope, and by no field, proof or first party', async () => {
    await link(`${user.id}-1`, given);
    await app.enableAccountCenter({});
    const third = await app.signIn(user, { clientId: 'somebody-else', scopes: ['openid', 'identities'] });
    expect(await outcome(read(third))).toBe('access-1');
    const narrow = await app.signIn(user, { scopes: ['openid'] });
    expect(await read(narrow)).toMatchObject({
      status: 403,
      headers: { 'www-authenticate': 'Bearer error="insufficient_scope", scope="identities"' },
      body: { code: 'auth.forbidden' },
    });
  });

  test('an enterprise’s provider has no token yet', async () => {
    const sso = (of: TestToken) => app.account(of, 'GET', '/api/my-account/sso-identities/acme/access-token');
    expect(await outcome(sso(token))).toEqual(tokenNotFound);
    expect(await outcome(sso(await app.signIn(user, { scopes: ['openid'] })))).toEqual([403, 'auth.forbidden']);
  });
});

test('tokens are in no other answer, event, log or row', async () => {
  const canary = /canary-(access|refresh)/;
  const tokenResponse = { access_token: 'canary-access', refresh_token: 'canary-refresh', expires_in: 60 };
  const { body: beginning } = await begin(app, token, mock);
  const data = { code: 'c', state: 'state-1', userId: `${user.id}-c`, tokenResponse };
  const verified = await come(app, token, beginning.verificationRecordId, data);
  const record = await recordsOf(app.database, app.tenant.id, beginning.verificationRecordId);
  const linked = await bind(beginning.verificationRecordId);
  const rows = await stored();
  await later(60);
  const refused = await read();
  const seen = [
    ...[verified, record, linked, rows, refused, await app.events(), app.logged],
    await app.account(token, 'GET', '/api/my-account'),
    await app.management('GET', `/api/users/${user.id}?includePasswordHash=true`),
    await app.management('GET', `/api/users/${user.id}/identities/mock-social`),
    await app.management('GET', `/api/connectors/${mock}`),
    await app.management('GET', '/api/logs'),
  ];
  expect([linked.status, rows.length, refused.status]).toEqual([204, 1, 422]);
  for (const one of seen) expect(inspect(one, { depth: 20, maxStringLength: null })).not.toMatch(canary);
  const store = await prove(`${user.id}-c`, tokenResponse);
  expect(await outcome(app.account(token, 'PUT', path, { body: { verificationRecordId: store } }))).toBe(
    'canary-access',
  );
});
