import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { statement } from '../database/database.ts';
import { createTestApp } from '../testing/create-test-app.ts';
import { rememberDevice } from './index.ts';

const count = statement<{ devices: number }>(
  'test.count-devices',
  'SELECT count(*) AS devices FROM known_devices WHERE tenant_id = $1 AND user_id = $2',
);

test('the last hundred devices of a user are known, and no other user loses one for them', async () => {
  const app = await createTestApp();
  const [user, other] = [await app.createUser(), await app.createUser()];
  const devices = Array.from({ length: 102 }, () => randomBytes(32));
  const comeBy = (at: number, { id } = user) => {
    app.clock.advance(1000);
    return app.database.transaction(tx =>
      rememberDevice(tx, app.tenant.id, id, devices[at] ?? Buffer.alloc(32), app.clock()),
    );
  };
  expect(await comeBy(0, other)).toBe('first');
  expect(await comeBy(0)).toBe('first');
  for (let at = 1; at < devices.length; at++) expect(await comeBy(at)).toBe('new');
  expect(await app.database.row(count, [app.tenant.id, user.id])).toEqual({ devices: 100 });
  expect(await comeBy(2)).toBe('known');
  expect(await comeBy(101)).toBe('known');
  expect(await comeBy(1)).toBe('new');
  expect(await app.database.row(count, [app.tenant.id, user.id])).toEqual({ devices: 100 });
  // The oldest by their last use: the third has been back since.
  expect(await comeBy(2)).toBe('known');
  expect(await comeBy(3)).toBe('new');
  expect(await comeBy(0, other)).toBe('known');
});
