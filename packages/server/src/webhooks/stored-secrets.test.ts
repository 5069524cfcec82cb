import { expect, test } from 'vitest';
import { rewrapAll } from '../commands/rotate-secrets.ts';
import { openPglite } from '../database/pglite.ts';
import { createEnvelope, createKeyRing, createOutbound } from '../lib/index.ts';
import { createTestApp } from '../testing/create-test-app.ts';
import { testTemplate } from '../testing/test-database.ts';
import { openReceiver } from '../testing/webhook-receiver.ts';
import { listHookLogRows } from './hook-logs.store.ts';
import { findHook } from './hooks.store.ts';
import { createWebhookWorker } from './index.ts';
import { openLogPayload } from './log-payload.ts';
import { openHook, sealHook } from './stored-secrets.ts';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const envelopeOf = (keys: string) => createEnvelope(createKeyRing(keys));

test('config, signing key and log move to a new key of the installation', async () => {
  // A database of its own: the shared one holds secrets under keys of other tests.
  const database = await openPglite({ template: await testTemplate() });
  const [old, fresh] = [envelopeOf(key(7)), envelopeOf(key(9))];
  const app = await createTestApp({ database, parts: { envelope: old } });
  const receiver = await openReceiver();
  const outbound = createOutbound({ loopback: true });
  const config = { url: receiver.url, headers: { authorization: 'Bearer abcdefgh' } };
  const { body } = await app.management('POST', '/api/hooks', { name: 'A hook', events: ['User.Created'], config });
  await app.management('POST', '/api/users', { username: 'ada' });
  const onError = (error: unknown) => {
    throw error;
  };
  await createWebhookWorker({ database, envelope: old, clock: app.clock, outbound, onError }).drain();

  await rewrapAll(database, envelopeOf(`${key(9)},${key(7)}`));
  const hook = await findHook(database, app.tenant.id, body.id);
  const { rows } = await listHookLogRows(database, app.tenant.id, body.id, undefined, { limit: 10, offset: 0 });
  const [log] = rows;
  if (!hook || !log) throw new Error('there is no webhook, or nothing was logged');
  expect(openHook(fresh, app.tenant.id, hook)).toEqual({ config, signingKey: body.signingKey });
  expect(openLogPayload(fresh, app.tenant.id, log)).toMatchObject({ result: 'Success', hookId: body.id });
  expect(() => openHook(old, app.tenant.id, hook)).toThrow();
  expect(() => openLogPayload(old, app.tenant.id, log)).toThrow();
  await receiver.close();
  await outbound.close();
  await database.close();
});

test('what is encrypted of one webhook does not open in the row of another', () => {
  const envelope = envelopeOf(key(1));
  const sealed = sealHook(envelope, 'one', 'hook', { config: { url: 'https://example.com' }, signingKey: 'whsec_' });
  expect(openHook(envelope, 'one', { id: 'hook', secrets: sealed }).config.url).toBe('https://example.com');
  expect(() => openHook(envelope, 'two', { id: 'hook', secrets: sealed })).toThrow();
  expect(() => openHook(envelope, 'one', { id: 'other', secrets: sealed })).toThrow();
});
