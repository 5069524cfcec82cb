import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestUser } from '../testing/create-test-app.ts';
import { recordEvent } from './index.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});

const SECOND = 1000;

/** One event a second, by one of two users through one of two applications. */
async function history(users: readonly TestUser[]): Promise<void> {
  const { tenant, database, envelope, clock } = app;
  for (const [i, user] of users.entries()) {
    const source = {
      tenantId: tenant.id,
      now: clock(),
      requestId: `request-${i}`,
      origin: { ip: '192.0.2.7', userAgent: 'a browser' },
      actor: { kind: 'user', id: user.id } as const,
      clientId: i % 2 === 0 ? 'app-even' : 'app-odd',
      sessionUid: 'session-1',
    };
    await database.transaction(tx =>
      recordEvent(tx, envelope, source, {
        type: i === 0 ? 'proof-failed' : 'identifier-changed',
        userId: user.id,
        data: { number: i },
        personal: { newValue: `number-${i}@example.com` },
      }),
    );
    clock.advance(SECOND);
  }
}

const list = async (query = '') => (await app.management('GET', `/api/logs${query}`)).body;
const numbers = async (query: string) =>
  (await list(query)).map(({ payload }: { payload: { data: { number: number } } }) => payload.data.number);

describe('the log for operators', () => {
  test('tells what happened, newest first, with addresses in the clear', async () => {
    const user = await app.createUser();
    const start = app.clock().getTime();
    await history([user, user]);
    const entry = (number: number) => ({
      id: expect.any(String),
      key: 'identifier-changed',
      createdAt: start + number * SECOND,
      payload: {
        key: 'identifier-changed',
        result: 'Success',
        userId: user.id,
        applicationId: 'app-odd',
        sessionId: 'session-1',
        actor: { kind: 'user', id: user.id },
        requestId: `request-${number}`,
        ip: '192.0.2.7',
        userAgent: 'a browser',
        data: { number },
        personal: { newValue: `number-${number}@example.com` },
      },
    });
    const failed = { ...entry(0), key: 'proof-failed' };
    const { body } = await app.management('GET', '/api/logs');
    expect(body).toEqual([
      entry(1),
      { ...failed, payload: { ...failed.payload, key: 'proof-failed', result: 'Error', applicationId: 'app-even' } },
    ]);
    expect((await app.management('GET', `/api/logs/${body[0].id}`)).body).toEqual(body[0]);
    const missing = await app.management('GET', '/api/logs/nope');
    expect([missing.status, missing.body.code]).toEqual([404, 'entity.not_exists_with_id']);
  });

  test('is filtered by user, application, kind and time, and paged', async () => {
    const [ada, eve] = [await app.createUser(), await app.createUser()];
    const start = app.clock().getTime();
    await history([ada, ada, eve, eve, ada]);
    expect(await numbers('')).toEqual([4, 3, 2, 1, 0]);
    expect(await numbers(`?userId=${eve.id}`)).toEqual([3, 2]);
    expect(await numbers('?applicationId=app-odd')).toEqual([3, 1]);
    expect(await numbers('?logKey=proof-failed')).toEqual([0]);
    expect(await numbers(`?start_time=${start + SECOND}&end_time=${start + 3 * SECOND}`)).toEqual([2, 1]);
    const iso = encodeURIComponent(new Date(start + 4 * SECOND).toISOString());
    expect(await numbers(`?start_time=${iso}`)).toEqual([4]);
    expect(await numbers(`?userId=${ada.id}&applicationId=app-even&logKey=identifier-changed`)).toEqual([4]);
    expect(await numbers('?userId=nobody')).toEqual([]);
    const page = await app.management('GET', `/api/logs?userId=${ada.id}&page=2&page_size=2`);
    expect(page.headers['total-number']).toBe('3');
    expect(page.body).toHaveLength(1);
    expect(await numbers('?page=2&page_size=2')).toEqual([2, 1]);
    for (const query of ['?start_time=yesterday', '?end_time=-1', '?start_time=9999999999999999']) {
      expect((await app.management('GET', `/api/logs${query}`)).body.code).toBe('guard.invalid_input');
    }
  });

  test('forgets what was personal when its user is deleted, and never shows another tenant', async () => {
    const user = await app.createUser();
    await history([user]);
    await app.management('DELETE', `/api/users/${user.id}`);
    const entries = await list();
    expect(entries.map(({ key }: { key: string }) => key)).toEqual(['account-purged', 'proof-failed']);
    for (const { payload } of entries) {
      expect(payload).not.toHaveProperty('personal');
      expect(payload).not.toHaveProperty('ip');
    }
    const other = await createTestApp();
    expect((await other.management('GET', '/api/logs')).body).toEqual([]);
    expect((await other.management('GET', `/api/logs/${entries[0].id}`)).status).toBe(404);
  });

  test('holds nothing that opens an account', async () => {
    await app.enableAccountCenter();
    const user = await app.createUser();
    const token = await app.signIn(user);
    const proof = await app.prove(token, user);
    const body = { password: 'an entirely new passphrase' };
    expect((await app.account(token, 'POST', '/api/my-account/password', { body, proof })).status).toBe(204);
    await app.account(token, 'POST', '/api/verifications/password', { body: { password: 'a wrong one' } });
    const text = JSON.stringify(await list('?page_size=100'));
    expect(text).toContain('credential-change');
    for (const secret of [token.token, user.password, body.password, 'a wrong one', proof, '$argon2']) {
      expect(text).not.toContain(secret);
    }
  });
});
