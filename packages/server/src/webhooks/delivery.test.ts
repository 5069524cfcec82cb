import { createHmac } from 'node:crypto';
import type { SecurityEvent } from '@freehold/contract';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { statement } from '../database/index.ts';
import { recordEvent } from '../events/index.ts';
import { createOutbound, type Outbound } from '../lib/index.ts';
import { sweep } from '../sessions/index.ts';
import { createTestApp, type TestApp, type TestUser } from '../testing/create-test-app.ts';
import { testDatabase } from '../testing/test-database.ts';
import { timeOfItsOwn } from '../testing/time-of-its-own.ts';
import { openReceiver, type WebhookReceiver } from '../testing/webhook-receiver.ts';
import { createWebhookWorker, type WebhookWorker } from './index.ts';

const DAY = 86_400_000;
const LEASE = 60_000;

let receiver: WebhookReceiver;
let outbound: Outbound;
let workers: WebhookWorker[];
// Here, where it may take long.
beforeAll(() => testDatabase());
beforeEach(async () => {
  receiver = await openReceiver();
  // A minute: a busy machine must not look like a receiver that hangs.
  outbound = createOutbound({ loopback: true, deadline: 60_000 });
  workers = [];
});
afterEach(async () => {
  await Promise.all(workers.map(worker => worker.stop()));
  await receiver.close();
  await outbound.close();
});

async function scene() {
  const app = await createTestApp({ startAt: timeOfItsOwn() });
  const errors: unknown[] = [];
  const worker = (other: Partial<{ outbound: Outbound }> = {}) => {
    const { database, envelope, clock } = app;
    const made = createWebhookWorker({
      database,
      envelope,
      clock,
      outbound,
      onError: error => void errors.push(error),
      ...other,
    });
    workers.push(made);
    return made;
  };
  const hook = async (events: readonly string[], config: object = {}, url = receiver.url) => {
    const body = { name: 'A hook', events, config: { url, ...config } };
    return (await app.management('POST', '/api/hooks', body)).body;
  };
  const logs = async (id: string, query = '') =>
    (await app.management('GET', `/api/hooks/${id}/recent-logs?page_size=100${query}`)).body;
  return { app, errors, worker, hook, logs };
}

/** An event that somebody else would emit. */
async function emit(app: TestApp, ...events: SecurityEvent[]): Promise<void> {
  const source = {
    tenantId: app.tenant.id,
    now: app.clock(),
    requestId: 'test',
    origin: { ip: '192.0.2.7', userAgent: 'a browser' },
    actor: { kind: 'system' } as const,
    clientId: 'demo-app',
  };
  await app.database.transaction(async tx => {
    for (const event of events) await recordEvent(tx, app.envelope, source, event);
  });
}

const updates = (user: TestUser, count: number): SecurityEvent[] =>
  Array.from({ length: count }, () => ({ type: 'account-updated', userId: user.id }));

const rest = statement<{ rest: number }>(
  'test-webhooks.rest',
  `SELECT (SELECT count(*) FROM outbox WHERE tenant_id = $1 AND channel = 'webhook')
        + (SELECT count(*) FROM hook_deliveries WHERE tenant_id = $1 AND dead_at IS NULL) AS rest`,
);
/** What is still to be delivered. */
const undelivered = async (app: TestApp) => (await app.database.row(rest, [app.tenant.id]))?.rest;

const storedLogs = statement<{ payload: string }>(
  'test-webhooks.stored-logs',
  'SELECT payload FROM hook_logs WHERE tenant_id = $1',
);

describe('a delivery', () => {
  test('is one signed request with the account as it is now', async () => {
    const { app, worker, hook, logs, errors } = await scene();
    const createdAt = app.clock().toISOString();
    const { id, signingKey } = await hook(['User.Created']);
    const created = await app.management('POST', '/api/users', { username: 'ada', primaryEmail: 'ada@example.com' });
    await app.management('PATCH', `/api/users/${created.body.id}`, { name: 'Ada' });
    app.clock.advance(1500);
    await worker().drain();
    expect(errors).toEqual([]);
    expect(receiver.received).toHaveLength(1);
    const [one] = receiver.received;
    if (!one) throw new Error('nothing came');
    const { headers, raw, body } = one;

    const { hasPassword: _, ...user } = (await app.management('GET', `/api/users/${created.body.id}`)).body;
    expect(user.name).toBe('Ada');
    expect(body).toEqual({
      hookId: id,
      event: 'User.Created',
      createdAt,
      userAgent: 'lightMyRequest',
      ip: '127.0.0.1',
      data: user,
    });

    expect(headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'Freehold-Webhooks' });
    expect(headers['logto-signature-sha-256']).toBe(createHmac('sha256', signingKey).update(raw).digest('hex'));
    const timestamp = String(Math.floor(app.clock().getTime() / 1000));
    expect(headers['webhook-timestamp']).toBe(timestamp);
    const key = Buffer.from(signingKey.slice('whsec_'.length), 'base64');
    const signed = `${headers['webhook-id']}.${timestamp}.${raw}`;
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);

    expect(await logs(id)).toEqual([
      {
        id: expect.any(String),
        key: 'TriggerHook.User.Created',
        createdAt: app.clock().getTime(),
        payload: {
          key: 'TriggerHook.User.Created',
          result: 'Success',
          hookId: id,
          attempt: 1,
          nextAttemptAt: null,
          hookRequest: { body },
          response: { statusCode: 200, body: 'thank you' },
        },
      },
    ]);
    expect(await undelivered(app)).toBe(0);
    await worker().drain();
    expect(receiver.received).toHaveLength(1);
  });

  test('says what the wire says of each event', async () => {
    const { app, worker, hook } = await scene();
    const all = ['PostRegister', 'PostSignIn', 'PostResetPassword', 'User.Data.Updated', 'User.Deleted'];
    await hook([...all, 'User.SuspensionStatus.Updated', 'Identifier.Lockout', 'Message.RateLimited']);
    const user = await app.createUser({ username: 'grace' });
    const { hasPassword: _, ...data } = (await app.management('GET', `/api/users/${user.id}`)).body;
    const last = async (...events: SecurityEvent[]) => {
      const before = receiver.received.length;
      await emit(app, ...events);
      await worker().drain();
      return receiver.received.slice(before).map(({ body: { hookId, createdAt, ip, userAgent, ...body } }) => body);
    };
    const interaction = { userId: user.id, user: data, userIp: '192.0.2.7', applicationId: 'demo-app', data };
    const userId = user.id;
    expect(await last({ type: 'session-established', userId, data: { interactionEvent: 'SignIn' } })).toEqual([
      { event: 'PostSignIn', interactionEvent: 'SignIn', ...interaction },
    ]);
    expect(await last({ type: 'session-established', userId, data: { interactionEvent: 'Register' } })).toEqual([
      { event: 'PostRegister', interactionEvent: 'Register', ...interaction },
    ]);
    const reset = await last({ type: 'credential-change', userId, data: { interactionEvent: 'ForgotPassword' } });
    expect(reset.sort((a, b) => a.event.localeCompare(b.event))).toEqual([
      { event: 'PostResetPassword', interactionEvent: 'ForgotPassword', ...interaction },
      { event: 'User.Data.Updated', data },
    ]);
    expect(await last({ type: 'account-disabled', userId })).toEqual([
      { event: 'User.SuspensionStatus.Updated', data },
    ]);
    expect(await last({ type: 'identifier-lockout', userId })).toEqual([
      { event: 'Identifier.Lockout', data: { type: 'username', value: 'grace', userId } },
    ]);
    const lockout = { data: { identifier: 'email' }, personal: { value: 'grace@example.com' } };
    expect(await last({ type: 'identifier-lockout', userId, ...lockout })).toEqual([
      { event: 'Identifier.Lockout', data: { type: 'email', value: 'grace@example.com', userId } },
    ]);
    expect(await last({ type: 'message-rate-limited', data: { by: 'recipient', channel: 'email' } })).toEqual([
      { event: 'Message.RateLimited', data: { by: 'recipient', channel: 'email' } },
    ]);
  });

  test('of an account that was deleted meanwhile holds its id alone', async () => {
    const { app, worker, hook, logs } = await scene();
    const { id } = await hook(['User.Created', 'User.Deleted', 'User.Data.Updated']);
    const { body } = await app.management('POST', '/api/users', {
      username: 'mallory',
      primaryEmail: 'mallory@example.com',
    });
    await app.management('PATCH', `/api/users/${body.id}`, { name: 'Mallory' });
    await app.management('DELETE', `/api/users/${body.id}`);
    await worker().drain();
    const bodies = receiver.received.map(one => one.body);
    expect(bodies.map(({ event }) => event).sort()).toEqual(['User.Created', 'User.Data.Updated', 'User.Deleted']);
    for (const { data } of bodies) expect(data).toEqual({ id: body.id });
    expect(JSON.stringify(bodies)).not.toMatch(/mallory/i);
    expect(await logs(id)).toHaveLength(3);
  });

  test('goes to those who have subscribed and are enabled, once to each', async () => {
    const { app, worker, hook } = await scene();
    const other = await scene();
    const [one, two] = [await hook(['User.Data.Updated']), await hook(['User.Data.Updated', 'PostSignIn'])];
    await hook(['PostSignIn', 'Organization.Created']);
    const disabled = await hook(['User.Data.Updated']);
    await app.management('PATCH', `/api/hooks/${disabled.id}`, { enabled: false });
    await other.hook(['User.Data.Updated']);
    await emit(app, ...updates(await app.createUser(), 1));
    app.clock.advance(1);
    await hook(['User.Data.Updated']);
    await worker().drain();
    expect(receiver.received.map(({ body }) => body.hookId).sort()).toEqual([one.id, two.id].sort());
    expect(await undelivered(app)).toBe(0);
  });

  test('carries the headers of the webhook, which replace ours but never a signature', async () => {
    const { app, worker, hook } = await scene();
    await hook(['User.Data.Updated'], { headers: { Authorization: 'Bearer abcdefgh', 'User-Agent': 'ours/1' } });
    await emit(app, ...updates(await app.createUser(), 1));
    await worker().drain();
    expect(receiver.received[0]?.headers).toMatchObject({ authorization: 'Bearer abcdefgh', 'user-agent': 'ours/1' });
  });
});

describe('a receiver that fails', () => {
  test('is asked again within 15 seconds, with the same id and the key of that moment', async () => {
    const { app, worker, hook, logs } = await scene();
    const { id, signingKey } = await hook(['User.Data.Updated']);
    await emit(app, ...updates(await app.createUser(), 1));
    receiver.behave((_, response) => void response.writeHead(503).end('{"come":"back"}'));
    await worker().drain();
    await worker().drain();
    expect(receiver.received).toHaveLength(1);
    receiver.behave((_, response) => void response.writeHead(202).end());
    const rotated = (await app.management('PATCH', `/api/hooks/${id}/signing-key`)).body.signingKey;
    const failedAt = app.clock().getTime();
    app.clock.advance(15_000);
    await worker().drain();
    expect(receiver.received).toHaveLength(2);
    const [first, second] = receiver.received;
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(Number(second?.headers['webhook-timestamp'])).toBe(Number(first?.headers['webhook-timestamp']) + 15);
    const hmac = (key: string) =>
      createHmac('sha256', key)
        .update(second?.raw ?? '')
        .digest('hex');
    expect(second?.headers['logto-signature-sha-256']).toBe(hmac(rotated));
    expect(rotated).not.toBe(signingKey);

    const [success, failure] = await logs(id);
    expect(failure.payload).toMatchObject({
      result: 'Error',
      attempt: 1,
      response: { statusCode: 503, body: { come: 'back' } },
      error: 'The receiver answered 503.',
    });
    expect(failure.payload.nextAttemptAt).toBeGreaterThan(failedAt);
    expect(failure.payload.nextAttemptAt).toBeLessThanOrEqual(failedAt + 15_000);
    expect(success.payload).toMatchObject({ result: 'Success', attempt: 2, nextAttemptAt: null });
    expect(await undelivered(app)).toBe(0);
    expect((await app.management('GET', `/api/hooks/${id}?includeExecutionStats=true`)).body.executionStats).toEqual({
      successCount: 1,
      requestCount: 2,
    });
  });

  test('is given up after twelve attempts, over more than a day', async () => {
    const { app, worker, hook, logs } = await scene();
    const { id } = await hook(['User.Data.Updated']);
    await emit(app, ...updates(await app.createUser(), 1));
    receiver.behave((_, response) => void response.writeHead(500).end());
    const begin = app.clock().getTime();
    let next: number | null = begin;
    for (let attempt = 1; next !== null; attempt++) {
      app.clock.advance(next - app.clock().getTime());
      await worker().drain();
      expect(receiver.received).toHaveLength(attempt);
      next = (await logs(id))[0].payload.nextAttemptAt;
    }
    expect(receiver.received).toHaveLength(12);
    expect(app.clock().getTime() - begin).toBeGreaterThan(DAY);
    app.clock.advance(5 * DAY);
    await worker().drain();
    expect(receiver.received).toHaveLength(12);
    expect(await undelivered(app)).toBe(0);
  });

  test.each<[string, (receiver: WebhookReceiver) => string, string]>([
    ['hangs', one => one.url, 'The receiver gave no answer in time.'],
    ['sends ten megabytes', one => one.url, 'The answer is too large.'],
    ['redirects to a private address', one => one.url, 'The receiver answered with a redirect, which is not followed.'],
    ['hangs up', one => one.url, 'The receiver could not be reached.'],
    [
      'is in a private network',
      () => 'http://10.11.12.13/',
      'The address is not one that may be asked: it is in a private network, or not http(s).',
    ],
    [
      'is the metadata service',
      () => 'http://169.254.169.254/latest',
      'The address is not one that may be asked: it is in a private network, or not http(s).',
    ],
    ['is nobody', () => 'http://nobody.invalid/', 'The receiver could not be reached.'],
  ])('%s: the log says so in our words', async (kind, urlOf, sentence) => {
    const { app, worker, hook, logs, errors } = await scene();
    const { id } = await hook(['User.Data.Updated'], {}, urlOf(receiver));
    await emit(app, ...updates(await app.createUser(), 1));
    receiver.behave((_, response) => {
      if (kind === 'sends ten megabytes') response.end('x'.repeat(10 * 1024 * 1024));
      if (kind === 'hangs up') response.destroy();
      if (kind.startsWith('redirects')) response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    });
    const impatient = createOutbound({ loopback: true, deadline: 300 });
    await worker(kind === 'hangs' ? { outbound: impatient } : {}).drain();
    await impatient.close();
    expect(errors).toEqual([]);
    const [log] = await logs(id);
    expect(log.payload).toMatchObject({ result: 'Error', error: sentence, nextAttemptAt: expect.any(Number) });
    expect(await undelivered(app)).toBe(1);
  });

  test('does not delay others, however much waits for it', async () => {
    const { app, worker, hook } = await scene();
    const [good, slow] = [await openReceiver(), receiver];
    await hook(['User.Data.Updated'], {}, slow.url);
    slow.behave(() => {});
    await emit(app, ...updates(await app.createUser(), 50));
    await hook(['User.Data.Updated'], {}, good.url);
    const running = worker();
    const done = running.drain();
    await good.came(50);
    expect(slow.received.length).toBeLessThanOrEqual(4);
    await running.stop();
    await done;
    expect(good.received).toHaveLength(50);
    expect(await undelivered(app)).toBe(50);
    await good.close();
  });

  test('that echoes what it was sent puts no credential into the log, and no more than 8 kB', async () => {
    const { app, worker, hook, logs } = await scene();
    // The first is the beginning of the second: hidden first, it would leave the second's end.
    const headers = { 'X-Part': 'topsec', Authorization: 'Bearer topsecret1', 'X-Api-Key': 'k-abcdef' };
    const { id, signingKey } = await hook(['User.Data.Updated'], { headers });
    const user = await app.createUser({ email: 'ada@example.com' });
    await emit(app, ...updates(user, 1));
    receiver.behave(({ headers: sent }, response) => {
      response.writeHead(400).end(JSON.stringify({ sent, key: signingKey, bearer: 'topsecret1' }));
    });
    await worker().drain();
    const [log] = await logs(id);
    expect(log.payload.response.body.sent).toMatchObject({ authorization: '********', 'x-api-key': '********' });
    for (const secret of ['topsecret1', 'k-abcdef', signingKey]) expect(JSON.stringify(log)).not.toContain(secret);
    expect(JSON.stringify(log)).not.toMatch(/argon2|digest/i);

    app.clock.advance(15_000);
    receiver.behave((_, response) => void response.writeHead(400).end('ä'.repeat(6000)));
    await worker().drain();
    const [long] = await logs(id);
    expect(long.payload.response.body).toBe('ä'.repeat(4096));

    const stored = JSON.stringify(await app.database.rows(storedLogs, [app.tenant.id]));
    expect(stored).not.toContain('ada@example.com');
    expect(stored).not.toContain('User.Data.Updated');
  });
});

describe('several workers', () => {
  test('deliver each event once', async () => {
    const { app, worker, hook, errors } = await scene();
    const hooks = [await hook(['User.Data.Updated']), await hook(['User.Data.Updated'])];
    const user = await app.createUser();
    await emit(app, ...updates(user, 40));
    await Promise.all(Array.from({ length: 4 }, () => worker().drain()));
    while ((await undelivered(app)) !== 0) await worker().drain();
    expect(errors).toEqual([]);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(80);
    expect(new Set(ids).size).toBe(80);
    for (const { id } of hooks) {
      expect(receiver.received.filter(({ body }) => body.hookId === id)).toHaveLength(40);
    }
  });

  test('take over what one was doing when it died, after its lease; what it says later changes nothing', async () => {
    const { app, worker, hook, logs } = await scene();
    const { id } = await hook(['User.Data.Updated']);
    await emit(app, ...updates(await app.createUser(), 1));
    let wake: (response: Response) => void = () => {};
    let asked = () => {};
    const isAsked = new Promise<void>(resolve => {
      asked = resolve;
    });
    const frozen: Outbound = {
      fetch: () => {
        asked();
        return new Promise(resolve => {
          wake = resolve;
        });
      },
      close: async () => {},
    };
    const dying = worker({ outbound: frozen }).drain();
    await isAsked;
    app.clock.advance(LEASE - 1);
    await worker().drain();
    expect(receiver.received).toHaveLength(0);
    app.clock.advance(1);
    receiver.behave((_, response) => void response.writeHead(500).end());
    await worker().drain();
    expect(receiver.received).toHaveLength(1);
    wake(new Response('late', { status: 200 }));
    await dying;
    // The other one's failure counts: it has the lease.
    expect(await undelivered(app)).toBe(1);
    expect((await logs(id)).map(({ payload }: { payload: { attempt: number } }) => payload.attempt)).toEqual([1, 2]);
    receiver.behave((_, response) => void response.end());
    app.clock.advance(40_000);
    await worker().drain();
    expect(await undelivered(app)).toBe(0);
  });

  test('one that is stopped cuts off what hangs, and the next has it at once', async () => {
    const { app, worker, hook, logs } = await scene();
    const { id } = await hook(['User.Data.Updated']);
    await emit(app, ...updates(await app.createUser(), 1));
    receiver.behave(() => {});
    const stopped = worker();
    const done = stopped.drain();
    await receiver.came(1);
    await stopped.stop();
    await done;
    expect(await logs(id)).toEqual([]);
    receiver.behave((_, response) => void response.end());
    await worker().drain();
    expect((await logs(id)).map(({ payload }: { payload: object }) => payload)).toMatchObject([
      { result: 'Success', attempt: 1 },
    ]);
  });

  test('one that was started looks by itself until it is stopped', async () => {
    const { app, worker, hook } = await scene();
    await hook(['User.Data.Updated']);
    const running = worker();
    running.start();
    await emit(app, ...updates(await app.createUser(), 1));
    await receiver.came(1);
    await running.stop();
  });
});

describe('what was waiting', () => {
  test('is dropped when the webhook is disabled or deleted', async () => {
    const { app, worker, hook } = await scene();
    const [disabled, deleted] = [await hook(['User.Data.Updated']), await hook(['User.Data.Updated'])];
    await emit(app, ...updates(await app.createUser(), 3));
    receiver.behave((_, response) => void response.writeHead(500).end());
    await worker().drain();
    const before = receiver.received.length;
    expect(before).toBe(6);
    await app.management('PATCH', `/api/hooks/${disabled.id}`, { enabled: false });
    await app.management('DELETE', `/api/hooks/${deleted.id}`);
    app.clock.advance(DAY);
    await worker().drain();
    expect(receiver.received).toHaveLength(before);
    expect(await undelivered(app)).toBe(0);
  });
});

describe('the log', () => {
  test('is found by key, newest first, and goes with the user that it is about', async () => {
    const { app, worker, hook, logs } = await scene();
    const { id } = await hook(['User.Data.Updated', 'User.SuspensionStatus.Updated']);
    const [ada, eve] = [await app.createUser(), await app.createUser()];
    for (const user of [ada, eve]) {
      await emit(app, ...updates(user, 1));
      app.clock.advance(10);
      await worker().drain();
    }
    await app.management('PATCH', `/api/users/${eve.id}/is-suspended`, { isSuspended: true });
    await worker().drain();
    const about = (all: { payload: { hookRequest: { body: { data: { id: string } } } } }[]) =>
      all.map(({ payload }) => payload.hookRequest.body.data.id);
    expect(about(await logs(id))).toEqual([eve.id, eve.id, ada.id]);
    expect(about(await logs(id, '&logKey=TriggerHook.User.Data.Updated'))).toEqual([eve.id, ada.id]);
    expect(await logs(id, '&logKey=TriggerHook.PostSignIn')).toEqual([]);
    await app.management('DELETE', `/api/users/${eve.id}`);
    expect(about(await logs(id))).toEqual([ada.id]);
  });

  test('is kept for two weeks, and what could not be delivered for one', async () => {
    const { app, worker, hook, logs } = await scene();
    const { id } = await hook(['User.Data.Updated']);
    await emit(app, ...updates(await app.createUser(), 1));
    receiver.behave((_, response) => void response.writeHead(500).end());
    await worker().drain();
    const after = async (days: number) => {
      app.clock.advance(days * DAY);
      await sweep(app.database, app.clock());
      return [await undelivered(app), (await logs(id)).length];
    };
    expect(await after(6.9)).toEqual([1, 1]);
    expect(await after(0.2)).toEqual([0, 1]);
    expect(await after(6.8)).toEqual([0, 1]);
    expect(await after(0.2)).toEqual([0, 0]);
  });
});
