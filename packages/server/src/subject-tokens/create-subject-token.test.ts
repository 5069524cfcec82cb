import { beforeEach, describe, expect, test } from 'vitest';
import { listEvents } from '../events/index.ts';
import { sha256 } from '../lib/index.ts';
import { sweep } from '../sessions/index.ts';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { findSubjectToken, takeSubjectToken } from './index.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});

const create = (body: unknown) => app.management('POST', '/api/subject-tokens', body);
const find = (token: string) => findSubjectToken(app.database, app.tenant.id, sha256(token), app.clock());

describe('a subject token', () => {
  test('is made for a user, kept as a digest only, and written down with who asked and why', async () => {
    const user = await app.createUser();
    const context = { ticket: 'SUP-1', reason: 'cannot find the invoice' };
    const answer = await create({ userId: user.id, context });
    expect(answer).toMatchObject({
      status: 201,
      body: { subjectToken: expect.stringMatching(/^sub_[A-Za-z0-9]{43}$/), expiresIn: 600 },
    });
    const { subjectToken } = answer.body;
    expect(await find(subjectToken)).toEqual({
      user_id: user.id,
      creator_kind: 'application',
      creator_id: 'manager-1',
      created_at: app.clock(),
      expires_at: new Date(app.clock().getTime() + 600_000),
    });
    expect(await app.events()).toEqual([{ type: 'impersonation-granted', userId: user.id, data: {}, outbox: [] }]);
    const [event] = await listEvents(app.database, app.tenant.id, user.id);
    expect(event).toMatchObject({ actor_kind: 'application', actor_id: 'manager-1' });
    // What was said about why can be personal: it is in the log, and not in the clear.
    expect(event?.personal).toEqual(expect.any(String));
    expect(JSON.stringify([event, app.logged])).not.toMatch(/SUP-1|sub_/);
  });

  test('is made without a word about why', async () => {
    const user = await app.createUser();
    expect((await create({ userId: user.id })).status).toBe(201);
    expect((await create({ userId: user.id, context: {} })).status).toBe(201);
  });

  test('is another one each time, and each is good once', async () => {
    const user = await app.createUser();
    const [one, other] = [await create({ userId: user.id }), await create({ userId: user.id })];
    expect(one.body.subjectToken).not.toBe(other.body.subjectToken);
    const take = (token: string) =>
      app.database.transaction(tx =>
        takeSubjectToken(tx, app.tenant.id, { idHash: sha256(token), userId: user.id }, app.clock()),
      );
    const taken = await Promise.all(Array.from({ length: 8 }, () => take(one.body.subjectToken)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await find(one.body.subjectToken)).toBeUndefined();
    expect(await take(other.body.subjectToken)).toBe(true);
  });

  test('is gone after ten minutes', async () => {
    const user = await app.createUser();
    const { subjectToken } = (await create({ userId: user.id })).body;
    app.clock.advance(599_999);
    expect(await find(subjectToken)).toBeDefined();
    app.clock.advance(1);
    expect(await find(subjectToken)).toBeUndefined();
    const idHash = sha256(subjectToken);
    const taken = app.database.transaction(tx =>
      takeSubjectToken(tx, app.tenant.id, { idHash, userId: user.id }, app.clock()),
    );
    expect(await taken).toBe(false);
  });

  test('is swept when its time is over, and not before', async () => {
    const user = await app.createUser();
    const made = app.clock();
    const { subjectToken } = (await create({ userId: user.id })).body;
    const stored = () => findSubjectToken(app.database, app.tenant.id, sha256(subjectToken), made);
    await sweep(app.database, made);
    expect(await stored()).toBeDefined();
    await sweep(app.database, new Date(made.getTime() + 600_001));
    expect(await stored()).toBeUndefined();
  });

  test('goes with its user, and is nobody’s in another tenant', async () => {
    const user = await app.createUser();
    const { subjectToken } = (await create({ userId: user.id })).body;
    const other = await createTestApp();
    expect(await findSubjectToken(app.database, other.tenant.id, sha256(subjectToken), app.clock())).toBeUndefined();
    await app.management('DELETE', `/api/users/${user.id}`);
    expect(await find(subjectToken)).toBeUndefined();
  });

  test('does not outlive a suspension', async () => {
    const user = await app.createUser();
    const { subjectToken } = (await create({ userId: user.id })).body;
    const suspend = (isSuspended: boolean) =>
      app.management('PATCH', `/api/users/${user.id}/is-suspended`, { isSuspended });
    await suspend(true);
    await suspend(false);
    expect(await find(subjectToken)).toBeUndefined();
  });

  test.each<[string, () => Promise<unknown> | unknown, number, string]>([
    ['nobody', () => ({ userId: 'nobody' }), 404, 'entity.relation_foreign_key_not_found'],
    [
      'somebody of another tenant',
      async () => ({ userId: (await (await createTestApp()).createUser()).id }),
      404,
      'entity.relation_foreign_key_not_found',
    ],
    [
      'somebody who is suspended',
      async () => {
        const user = await app.createUser();
        await app.changeUser(user, { is_suspended: true });
        return { userId: user.id };
      },
      422,
      'user.suspended',
    ],
    ['no user', () => ({}), 400, 'guard.invalid_input'],
    ['a reason that is no object', () => ({ userId: 'nobody', context: 'because' }), 400, 'guard.invalid_input'],
    [
      'a reason of a novel’s length',
      () => ({ userId: 'nobody', context: { a: 'x'.repeat(70_000) } }),
      400,
      'guard.invalid_input',
    ],
  ])('is not made for %s', async (_, body, status, code) => {
    expect(await create(await body())).toMatchObject({ status, body: { code } });
    expect(await app.events()).toEqual([]);
  });

  test('is not made for somebody with an access token of their own', async () => {
    await app.enableAccountCenter();
    const user = await app.createUser();
    const answer = await app.account(await app.signIn(user), 'POST', '/api/subject-tokens', {
      body: { userId: user.id },
    });
    expect(answer).toMatchObject({ status: 401, body: { code: 'auth.unauthorized' } });
  });
});
