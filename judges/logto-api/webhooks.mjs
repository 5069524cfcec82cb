/** What happened, told to others and kept: webhooks with their signatures and logs, and the security log. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { eventually } from '../lib/eventually.mjs';
import { unique } from '../lib/operator.mjs';
import { openReceiver } from '../lib/receiver.mjs';
import { apiClient, byId, createUser, expect, refused, user } from './client.mjs';

describe('webhooks', () => {
  let receiver;
  before(async () => {
    receiver = await openReceiver();
  });
  after(() => receiver.close());

  const create = (path, events) =>
    expect(
      201,
      apiClient.POST('/api/hooks', {
        body: { name: unique('hook'), events, config: { url: receiver.url + path, headers: { 'x-judge': 'yes' } } },
      }),
    );
  const remove = ({ id }) => expect(204, apiClient.DELETE('/api/hooks/{id}', byId(id)));
  const deliveries = path => receiver.requests.filter(request => request.path === path);
  const renameUser = (id, name) => expect(200, apiClient.PATCH('/api/users/{userId}', { ...user(id), body: { name } }));

  test('are created, listed, read, changed and deleted', async () => {
    const hook = await create('/unused', ['User.Created']);
    assert.deepEqual([hook.event, hook.events, hook.enabled], ['User.Created', ['User.Created'], true]);
    const all = await expect(200, apiClient.GET('/api/hooks'));
    assert.deepEqual(
      all.filter(({ id }) => id === hook.id),
      [hook],
    );
    const change = { ...byId(hook.id), body: { name: 'Renamed', events: ['User.Deleted', 'Role.Created'] } };
    const changed = await expect(200, apiClient.PATCH('/api/hooks/{id}', change));
    assert.deepEqual([changed.name, changed.event, changed.signingKey], ['Renamed', null, hook.signingKey]);
    assert.deepEqual(await expect(200, apiClient.GET('/api/hooks/{id}', byId(hook.id))), changed);
    const wrong = { ...byId(hook.id), body: { events: ['User.Exploded'] } };
    await refused(400, 'guard.invalid_input', apiClient.PATCH('/api/hooks/{id}', wrong));
    await remove(hook);
    await refused(404, 'entity.not_exists_with_id', apiClient.GET('/api/hooks/{id}', byId(hook.id)));
  });

  test('are told what happened, signed, and the log has what they answered', async () => {
    const path = `/${unique('told')}`;
    const hook = await create(path, ['User.Data.Updated']);
    const { id } = await createUser({ username: unique('told') });
    await renameUser(id, 'Told');
    await eventually(() => deliveries(path).length > 0, 'a delivery');
    const [delivery, ...more] = deliveries(path);
    assert.deepEqual(more, [], 'the creation was not subscribed to');
    assert.equal(delivery.headers['x-judge'], 'yes');
    assert.equal(
      delivery.headers['logto-signature-sha-256'],
      createHmac('sha256', hook.signingKey).update(delivery.raw).digest('hex'),
    );
    const { body } = delivery;
    assert.deepEqual([body.hookId, body.event], [hook.id, 'User.Data.Updated']);
    assert.deepEqual([body.data.id, body.data.name], [id, 'Told']);

    const logs = { params: { path: { id: hook.id }, query: { logKey: 'TriggerHook.User.Data.Updated' } } };
    const [log] = await eventually(async () => {
      const found = await expect(200, apiClient.GET('/api/hooks/{id}/recent-logs', logs));
      return found.length > 0 && found;
    }, 'the log of the delivery');
    assert.deepEqual([log.payload.result, log.payload.attempt, log.payload.response.statusCode], ['Success', 1, 200]);
    assert.deepEqual(log.payload.hookRequest.body.data.id, id);
    const withStats = { params: { path: { id: hook.id }, query: { includeExecutionStats: 'true' } } };
    const { executionStats } = await expect(200, apiClient.GET('/api/hooks/{id}', withStats));
    assert.deepEqual(executionStats, { successCount: 1, requestCount: 1 });
    await remove(hook);
  });

  test('are tried again when they fail, with the same id, and the new key signs', async () => {
    const path = `/${unique('again')}`;
    const hook = await create(path, ['User.Data.Updated']);
    const { id } = await createUser({ username: unique('again') });
    receiver.answer(503);
    try {
      await renameUser(id, 'Again');
      await eventually(() => deliveries(path).length > 0, 'the first attempt');
    } finally {
      receiver.answer(200);
    }
    const rotated = await expect(200, apiClient.PATCH('/api/hooks/{id}/signing-key', byId(hook.id)));
    assert.notEqual(rotated.signingKey, hook.signingKey);
    await eventually(() => deliveries(path).length > 1, 'the second attempt');
    const [first, second] = deliveries(path);
    assert.equal(second.headers['webhook-id'], first.headers['webhook-id']);
    const signed = key => createHmac('sha256', key).update(second.raw).digest('hex');
    assert.equal(second.headers['logto-signature-sha-256'], signed(rotated.signingKey));
    await remove(hook);
  });

  test('are tried out with made-up data before they are saved', async () => {
    const path = `/${unique('tried')}`;
    const hook = await create('/unused', ['User.Created']);
    const tryOut = config =>
      apiClient.POST('/api/hooks/{id}/test', {
        ...byId(hook.id),
        body: { events: ['User.Created', 'PostSignIn'], config },
      });
    await expect(204, tryOut({ url: receiver.url + path }));
    assert.deepEqual(
      deliveries(path)
        .map(({ body }) => body.event)
        .sort(),
      ['PostSignIn', 'User.Created'],
    );
    receiver.answer(500);
    try {
      const problem = await refused(422, 'hook.endpoint_responded_with_error', tryOut({ url: receiver.url + path }));
      assert.equal(problem.data.responseStatus, 500);
    } finally {
      receiver.answer(200);
    }
    // A cloud's metadata service is nobody's webhook.
    await refused(422, 'hook.send_test_payload_failed', tryOut({ url: 'http://169.254.169.254/latest' }));
    await remove(hook);
  });

  test('that are disabled are told nothing', async () => {
    const [silent, loud] = [`/${unique('silent')}`, `/${unique('loud')}`];
    const hooks = [await create(silent, ['User.Data.Updated']), await create(loud, ['User.Data.Updated'])];
    await expect(200, apiClient.PATCH('/api/hooks/{id}', { ...byId(hooks[0].id), body: { enabled: false } }));
    const { id } = await createUser({ username: unique('silent') });
    await renameUser(id, 'Silent');
    await eventually(() => deliveries(loud).length > 0, 'the delivery to the other one');
    assert.deepEqual(deliveries(silent), []);
    for (const hook of hooks) await remove(hook);
  });
});

describe('the security log', () => {
  test('is found by person, kind and time, and read', async () => {
    const since = Date.now() - 60_000;
    const { id } = await createUser({ username: unique('logged') });
    const path = { ...user(id), body: { password: 'Pebble-Lagoon-41' } };
    await expect(200, apiClient.PATCH('/api/users/{userId}/password', path));
    const list = query => expect(200, apiClient.GET('/api/logs', { params: { query } }));
    const logs = await list({ userId: id, start_time: since });
    assert.deepEqual(
      logs.map(({ key }) => key),
      ['credential-change', 'account-created'],
    );
    assert.deepEqual(await list({ userId: id, logKey: 'credential-change' }), [logs[0]]);
    assert.deepEqual(await list({ userId: id, end_time: since }), []);
    assert.equal(logs[0].payload.actor.kind, 'application');
    assert.deepEqual(await expect(200, apiClient.GET('/api/logs/{id}', byId(logs[0].id))), logs[0]);
    await refused(404, 'entity.not_exists_with_id', apiClient.GET('/api/logs/{id}', byId('nothing')));
  });
});
