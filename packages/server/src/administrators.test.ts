import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAdministrator } from './administrators.ts';
import { listEvents } from './events/index.ts';
import { createEnvelope, createKeyRing } from './lib/index.ts';
import { createTestSite, type TestSite } from './testing/create-test-site.ts';

const envelope = createEnvelope(createKeyRing(Buffer.alloc(32, 3).toString('base64')));

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

async function make(username: string, secret = 'Quiet-Harbor-58') {
  const wanted = { tenantId: site.tenantId, username, password: await site.hasher.hash(secret), envelope };
  return site.database.transaction(tx => makeAdministrator(tx, { ...wanted, now: new Date() }));
}

const find = async (username: string) => {
  const { body } = await site.management('GET', `/api/users?search.username=${username}&mode=exact`);
  const [user] = body;
  const roles = (await site.management('GET', `/api/users/${user.id}/roles`)).body;
  return { ...user, roles: roles.map(({ id }: { id: string }) => id) };
};

const opens = async (id: string, password: string) =>
  (await site.management('POST', `/api/users/${id}/password/verify`, { password })).status === 204;

const eventsOf = async (id: string) =>
  (await listEvents(site.database, site.tenantId, id)).map(({ type, actor_kind: actor }) => `${actor} ${type}`);

test('an administrator is made, with the role alone', async () => {
  expect(await make('grace')).toBe(true);
  const user = await find('grace');
  expect(user.roles).toEqual(['administrator']);
  expect(await opens(user.id, 'Quiet-Harbor-58')).toBe(true);
  expect(await eventsOf(user.id)).toEqual(['system account-created', 'system roles-changed']);
});

test('whoever has the username becomes one, with a new password and without what kept them out', async () => {
  const { body: user } = await site.management('POST', '/api/users', { username: 'lost', password: 'Old-Harbor-1' });
  await site.management('PATCH', `/api/users/${user.id}/is-suspended`, { isSuspended: true });
  const before = (await eventsOf(user.id)).length;
  expect(await make('lost', 'New-Harbor-2')).toBe(false);
  expect(await find('lost')).toMatchObject({ id: user.id, isSuspended: false, roles: ['administrator'] });
  expect(await opens(user.id, 'New-Harbor-2')).toBe(true);
  expect((await eventsOf(user.id)).slice(before)).toEqual([
    'system credential-change',
    'system account-enabled',
    'system roles-changed',
  ]);
  // Once more: nothing but the password is new.
  expect(await make('lost')).toBe(false);
  expect((await eventsOf(user.id)).slice(before + 3)).toEqual(['system credential-change']);
});

test('made twice at once, there is one', async () => {
  const results = await Promise.allSettled([make('twin'), make('twin'), make('twin')]);
  expect(results.filter(one => one.status === 'fulfilled' && one.value)).toHaveLength(1);
  const { body } = await site.management('GET', '/api/users?search.username=twin&mode=exact');
  expect(body).toHaveLength(1);
});

test('a username that the policy refuses is nobody', async () => {
  await expect(make('no spaces please')).rejects.toThrow(/^user\.username/);
});
