import { beforeEach, expect, test } from 'vitest';
import { findUserKey, listEvents } from '../events/index.ts';
import { openWithDataKey } from '../lib/index.ts';
import { createTestApp, type TestApp, type TestUser } from '../testing/create-test-app.ts';

let app: TestApp;
let user: TestUser;
beforeEach(async () => {
  app = await createTestApp();
  user = await app.createUser({ username: 'ada', email: 'old@example.com', phone: '447911123456' });
});

const patch = async (body: object) =>
  expect(await app.management('PATCH', `/api/users/${user.id}`, body)).toMatchObject({ status: 200 });

/** The events of the user, each with what only their own key opens. */
async function events() {
  const key = await findUserKey(app.database, app.envelope, app.tenant.id, user.id);
  return (await listEvents(app.database, app.tenant.id, user.id)).map(({ id, type, data, personal }) => {
    if (!key || personal === null) throw new Error('no personal values');
    const opened = openWithDataKey(key, personal, ['security_events', app.tenant.id, id]).toString();
    const { identifier, old, new: next } = JSON.parse(opened);
    return { type, members: data['members'], identifier, old, next };
  });
}

test('each identifier that an administrator changes is told by itself, with its old and its new value', async () => {
  await patch({ primaryEmail: 'new@example.com', primaryPhone: null, username: 'ada_l', name: 'Ada' });
  const type = 'identifier-changed';
  expect(await events()).toEqual([
    { type, members: ['username', 'name'], identifier: 'username', old: 'ada', next: 'ada_l' },
    { type, members: ['primaryEmail'], identifier: 'email', old: 'old@example.com', next: 'new@example.com' },
    { type, members: ['primaryPhone'], identifier: 'phone', old: '447911123456', next: null },
  ]);
});

test('what is sent as it is is not told', async () => {
  await patch({ primaryEmail: 'old@example.com', primaryPhone: '4407911123456', username: 'ada' });
  expect(await events()).toEqual([]);
});
