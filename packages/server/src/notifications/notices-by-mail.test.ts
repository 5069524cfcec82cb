/** Notices through the real mail connector, to a mail server that is down, refuses, and is up again. */
import { afterEach, expect, test } from 'vitest';
import { closeConnectors } from '../connectors/index.ts';
import { createOutbound } from '../lib/index.ts';
import { createTestApp } from '../testing/create-test-app.ts';
import { type MailServerOptions, openMailServer } from '../testing/mail-server.ts';
import { outboxOf } from '../testing/test-app.store.ts';
import { timeOfItsOwn } from '../testing/time-of-its-own.ts';
import { createMessenger, createNoticeWorker } from './index.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
const mailServer = async (options: MailServerOptions = {}) => {
  const server = await openMailServer(options);
  closing.push(() => server.close());
  return server;
};

test('a changed password is told once the mail server is up again, in HTML and in text, and nothing secret is logged', async () => {
  const app = await createTestApp({ startAt: timeOfItsOwn() });
  const user = await app.createUser({ email: 'ada@example.com' });
  const outbound = createOutbound({ loopback: true });
  closing.push(() => closeConnectors({ outbound }));
  const logged: object[] = [];
  const log = { warn: (facts: object, sentence: string) => void logged.push({ ...facts, sentence }) };
  const failures: unknown[] = [];
  const worker = createNoticeWorker({
    database: app.database,
    envelope: app.envelope,
    clock: app.clock,
    messenger: createMessenger({ envelope: app.envelope, outbound, development: true, log }),
    findTenant: async () => app.tenant,
    onError: error => void failures.push(error),
  });

  await app.management('PATCH', '/api/sign-in-exp', { displayName: 'Acme' });
  const down = await mailServer();
  const config = (port: number) => ({
    host: '127.0.0.1',
    port,
    fromEmail: 'Example <no-reply@example.com>',
    auth: { type: 'login', user: 'mailer', pass: 'secret-of-the-mailer' },
  });
  await down.close();
  const made = await app.management('POST', '/api/connectors', {
    connectorId: 'simple-mail-transfer-protocol',
    config: config(down.port),
  });
  expect(made.status).toBe(200);

  const change = await app.management('PATCH', `/api/users/${user.id}/password`, { password: 'Kettle-Meadow-73' });
  expect(change.status).toBe(200);
  const verified = () =>
    app.management('POST', `/api/users/${user.id}/password/verify`, { password: 'Kettle-Meadow-73' });
  expect((await verified()).status).toBe(204);
  const waiting = async () =>
    (await outboxOf(app.database, app.tenant.id)).filter(({ channel }) => channel === 'notice');

  await worker.drain();
  expect(await waiting()).toMatchObject([{ topic: 'credential-change', attempts: 1, dead: false }]);

  const refusing = await mailServer({ refuses: { code: 451, text: 'try later, ada@example.com' } });
  const move = (port: number) => app.management('PATCH', `/api/connectors/${made.body.id}`, { config: config(port) });
  expect((await move(refusing.port)).status).toBe(200);
  app.clock.advance(60_000);
  await worker.drain();
  expect(await waiting()).toMatchObject([{ attempts: 2, dead: false }]);
  expect((await verified()).status).toBe(204);

  const up = await mailServer();
  expect((await move(up.port)).status).toBe(200);
  app.clock.advance(600_000);
  await worker.drain();
  expect(await waiting()).toEqual([]);
  expect(up.mails.map(({ to }) => to)).toEqual([['ada@example.com']]);
  const mail = up.mails[0]?.mail;
  expect(mail?.subject).toBe('Your password at Acme was changed');
  expect(mail?.text).toContain('An administrator made this change.');
  expect(String(mail?.html)).toContain('An administrator made this change.');
  app.clock.advance(600_000);
  await worker.drain();
  expect(up.mails).toHaveLength(1);

  expect(failures).toEqual([]);
  expect(logged).toHaveLength(2);
  expect(JSON.stringify(logged)).not.toMatch(/secret-of-the-mailer|Kettle/);
});
