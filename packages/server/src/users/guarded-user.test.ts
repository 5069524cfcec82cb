/** Two administrators at the same user: with `If-Match` neither overwrites what they have not seen. */
import { beforeEach, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';

let app: TestApp;
let path: string;

beforeEach(async () => {
  app = await createTestApp();
  const { body } = await app.management('POST', '/api/users', { username: 'ada', name: 'Ada', password: 'x' });
  path = `/api/users/${body.id}`;
  await app.events();
});

const read = (query = '') => app.management('GET', `${path}${query}`);
const patch = (body: object, ifMatch?: string) =>
  app.management('PATCH', path, body, ifMatch === undefined ? {} : { 'if-match': ifMatch });
const refused = { status: 412, body: { code: 'request.precondition_failed' } };

test('a user is changed by who has seen them as they are, and refused to who has not', async () => {
  const seen = (await read()).headers['etag'];
  const first = await patch({ name: 'Ada Lovelace' }, seen);
  expect(first).toMatchObject({ status: 200, body: { name: 'Ada Lovelace' } });
  await app.events();

  expect(await patch({ name: 'Countess', profile: { nickname: 'A' } }, seen)).toMatchObject(refused);
  // One that would change nothing is one of somebody who is not there any more, too.
  expect(await patch({}, seen)).toMatchObject(refused);
  expect(await patch({ username: 'lovelace' }, seen)).toMatchObject(refused);
  const now = await read();
  expect(now.body).toMatchObject({ name: 'Ada Lovelace', username: 'ada', profile: {} });
  expect(await app.events()).toEqual([]);

  // The answer of a change tells the ETag that reading tells: the next change needs no reading before it.
  expect(first.headers['etag']).toBe(now.headers['etag']);
  expect(await patch({ name: 'Countess' }, first.headers['etag'])).toMatchObject({ status: 200 });
});

test('a user is changed without a look at them by who sends no If-Match, or any', async () => {
  expect(await patch({ name: 'one' })).toMatchObject({ status: 200 });
  expect(await patch({ name: 'two' }, '*')).toMatchObject({ status: 200 });
  const { headers } = await read();
  // As a proxy that compresses passes it on.
  expect(await patch({ name: 'three' }, `"other", W/${headers['etag']}`)).toMatchObject({ status: 200 });
});

test('every way to read a user tells an ETag that serves, and another one than the other ways', async () => {
  const ways = ['', '?includeSsoIdentities=true', '?includePasswordHash=true'];
  const seen = await Promise.all(ways.map(async way => (await read(way)).headers['etag'] ?? ''));
  expect(new Set(seen).size).toBe(3);
  for (const [index, etag] of seen.entries()) {
    const known = await app.management('GET', `${path}${ways[index]}`, undefined, { 'if-none-match': etag });
    expect(known.status).toBe(304);
    expect(await patch({}, etag)).toMatchObject({ status: 200 });
  }
  await patch({ name: 'Somebody else' });
  for (const etag of seen) expect(await patch({ name: 'Ada' }, etag)).toMatchObject(refused);
});

test.each<[string, () => Promise<unknown>]>([
  ['suspended', () => app.management('PATCH', `${path}/is-suspended`, { isSuspended: true })],
  ['given other data', () => app.management('PATCH', `${path}/custom-data`, { customData: { plan: 'pro' } })],
  ['linked', () => app.management('PUT', `${path}/identities/acme`, { userId: 'ada-at-acme' })],
])('a user who was %s meanwhile is not the one that was seen', async (_, meanwhile) => {
  const seen = (await read()).headers['etag'];
  expect(await meanwhile()).toMatchObject({ status: expect.toSatisfy(status => status < 300) });
  expect(await patch({ name: 'Ada Lovelace' }, seen)).toMatchObject(refused);
});

test('of two who send the same ETag at the same time exactly one changes the user', async () => {
  for (let round = 0; round < 5; round++) {
    const seen = (await read()).headers['etag'];
    const names = [`${round} of one`, `${round} of the other`];
    const answers = await Promise.all(names.map(name => patch({ name }, seen)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const winner = names[answers.findIndex(({ status }) => status === 200)];
    expect((await read()).body).toMatchObject({ name: winner });
  }
});
