import { describe, expect, test } from 'vitest';
import { createTestApp } from '../testing/create-test-app.ts';
import { listEvents, readEvent, recordEvent } from './index.ts';

describe('reading an event', () => {
  test('opens what is personal, until its user is erased', async () => {
    const app = await createTestApp();
    const { database, envelope, tenant, clock } = app;
    const user = await app.createUser();
    const source = {
      tenantId: tenant.id,
      now: clock(),
      requestId: 'request-1',
      origin: { ip: '192.0.2.7', userAgent: 'a browser' },
      actor: { kind: 'user', id: user.id } as const,
      clientId: 'app-1',
      sessionUid: 'session-1',
    };
    await database.transaction(tx =>
      recordEvent(tx, envelope, source, {
        type: 'identifier-changed',
        userId: user.id,
        data: { identifier: 'email' },
        personal: { newValue: 'ada@example.com' },
      }),
    );
    const [row] = await listEvents(database, tenant.id, user.id);
    if (!row) throw new Error('there is no event');
    expect(JSON.stringify(row)).not.toContain('ada@example.com');
    expect(await readEvent(database, envelope, tenant.id, row.id)).toEqual({
      id: row.id,
      type: 'identifier-changed',
      userId: user.id,
      actor: { kind: 'user', id: user.id },
      clientId: 'app-1',
      sessionUid: 'session-1',
      requestId: 'request-1',
      data: { identifier: 'email' },
      personal: { ip: '192.0.2.7', userAgent: 'a browser', newValue: 'ada@example.com' },
      createdAt: clock(),
    });

    expect((await app.management('DELETE', `/api/users/${user.id}`)).status).toBe(204);
    expect((await readEvent(database, envelope, tenant.id, row.id))?.personal).toBeUndefined();
  });

  test('one tenant cannot read what happened in another', async () => {
    const [one, other] = [await createTestApp(), await createTestApp()];
    const user = await one.createUser();
    const source = { tenantId: one.tenant.id, now: one.clock(), requestId: 'r', actor: { kind: 'system' } as const };
    await one.database.transaction(tx =>
      recordEvent(tx, one.envelope, source, { type: 'account-updated', userId: user.id }),
    );
    const [row] = await listEvents(one.database, one.tenant.id, user.id);
    expect(await readEvent(one.database, one.envelope, one.tenant.id, row?.id ?? '')).toBeDefined();
    expect(await readEvent(one.database, one.envelope, other.tenant.id, row?.id ?? '')).toBeUndefined();
  });
});
