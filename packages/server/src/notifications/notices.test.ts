import type { SecurityEvent } from '@freehold/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { createInbox } from '../connectors/index.ts';
import { OUTBOX_ATTEMPTS, recordEvent } from '../events/index.ts';
import { createOutbound } from '../lib/index.ts';
import { Problem } from '../operation/index.ts';
import { createTestApp, type TestApp, type TestUser } from '../testing/create-test-app.ts';
import { outboxOf, setLocale } from '../testing/test-app.store.ts';
import { timeOfItsOwn } from '../testing/time-of-its-own.ts';
import { createMessenger, createNoticeWorker, type Message, type Messenger, type NoticeWorker } from './index.ts';

let app: TestApp;
let user: TestUser;
let worker: NoticeWorker;
beforeEach(async () => {
  app = await createTestApp({ startAt: timeOfItsOwn() });
  await app.enableAccountCenter();
  user = await app.createUser({ email: 'ada@example.com', phone: '886912345678', name: 'Ada' });
  worker = workerWith(app.messenger);
});

const failures: unknown[] = [];
const workerWith = (messenger: Messenger) =>
  createNoticeWorker({
    database: app.database,
    envelope: app.envelope,
    clock: app.clock,
    messenger,
    findTenant: async () => app.tenant,
    onError: error => void failures.push(error),
  });

/** What was told, to whom: nothing else was sent. */
async function told(): Promise<string[]> {
  await worker.drain();
  expect(failures).toEqual([]);
  return app.messenger.sent.map(lineOf).filter(line => line.startsWith('SecurityNotice'));
}
const lineOf = ({ usage, channel, to, notice }: Message) => `${usage} ${channel} ${to} ${notice?.kind}`;

const emit = (event: SecurityEvent, actor: SecurityEvent['actor'] = { kind: 'user', id: user.id }) =>
  app.database.transaction(tx =>
    recordEvent(
      tx,
      app.envelope,
      {
        tenantId: app.tenant.id,
        now: app.clock(),
        requestId: 'r',
        origin: { ip: '192.0.2.7', userAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36' },
        actor,
      },
      event,
    ),
  );

describe('a change of the password', () => {
  test('is told where the person could be reached then, when their address is taken away before it leaves', async () => {
    const token = await app.signIn(user);
    const body = { password: 'Kettle-Meadow-73' };
    const proof = await app.prove(token, user);
    expect((await app.account(token, 'POST', '/api/my-account/password', { proof, body })).status).toBe(204);
    app.clock.advance(1000);
    const again = await app.prove(token, { ...user, ...body });
    expect((await app.account(token, 'DELETE', '/api/my-account/primary-email', { proof: again })).status).toBe(204);
    expect((await told()).sort()).toEqual([
      'SecurityNotice email ada@example.com email_removed',
      'SecurityNotice email ada@example.com password_changed',
    ]);
  });

  test('is told at the email', async () => {
    const token = await app.signIn(user);
    const proof = await app.prove(token, user);
    const answer = await app.account(token, 'POST', '/api/my-account/password', {
      proof,
      body: { password: 'Kettle-Meadow-73' },
    });
    expect(answer.status).toBe(204);
    expect(await told()).toEqual(['SecurityNotice email ada@example.com password_changed']);
    expect(app.messenger.sent.at(-1)).toMatchObject({
      user: { id: user.id, name: 'Ada' },
      notice: { byAdministrator: false, at: app.clock() },
    });
    expect(await told()).toHaveLength(1);
  });

  test('by an administrator says so', async () => {
    const path = `/api/users/${user.id}/password`;
    expect((await app.management('PATCH', path, { password: 'Kettle-Meadow-73' })).status).toBe(200);
    expect(await told()).toEqual(['SecurityNotice email ada@example.com password_changed']);
    expect(app.messenger.sent[0]?.notice).toMatchObject({ byAdministrator: true });
  });

  test('is told at the phone of whoever has no email, and to nobody who has neither', async () => {
    const event = (id: string): SecurityEvent => ({
      type: 'credential-change',
      userId: id,
      data: { credential: 'password', change: 'create' },
    });
    const byPhone = await app.createUser({ phone: '886987654321' });
    const byNothing = await app.createUser();
    await emit(event(byPhone.id));
    await emit(event(byNothing.id));
    expect(await told()).toEqual(['SecurityNotice phone 886987654321 password_set']);
    // The gateway learns a number and a sentence, and not who it is.
    expect(app.messenger.sent.at(-1)).not.toHaveProperty('user');
    expect(await left()).toEqual([]);
  });
});

describe('a change of an address', () => {
  const change = async (member: object) => {
    const answer = await app.management('PATCH', `/api/users/${user.id}`, member);
    expect(answer.status).toBe(200);
  };

  test('is told at the old and the new one, which learn nothing of each other', async () => {
    await change({ primaryEmail: 'new@example.org' });
    expect((await told()).sort()).toEqual([
      'SecurityNotice email ada@example.com email_changed',
      'SecurityNotice email new@example.org email_changed',
    ]);
    const named = app.messenger.sent.map(({ to, notice }) => [to, notice?.from, notice?.to]).sort();
    expect(named).toEqual([
      ['ada@example.com', 'ada@example.com', 'n***@example.org'],
      ['new@example.org', 'a***@example.com', 'new@example.org'],
    ]);
  });

  test('that the person proves by a code is told at both', async () => {
    const token = await app.signIn(user);
    const proof = await app.prove(token, user);
    const email = 'proven@example.org';
    const sent = await app.account(token, 'POST', '/api/verifications/verification-code', {
      body: { identifier: { type: 'email', value: email } },
    });
    expect([sent.status, sent.body]).toEqual([201, expect.anything()]);
    const verificationId = sent.body.verificationRecordId;
    await app.account(token, 'POST', '/api/verifications/verification-code/verify', {
      body: { identifier: { type: 'email', value: email }, verificationId, code: app.messenger.codeTo(email) },
    });
    const answer = await app.account(token, 'POST', '/api/my-account/primary-email', {
      proof,
      body: { email, newIdentifierVerificationRecordId: verificationId },
    });
    expect(answer.status).toBe(204);
    expect((await told()).sort()).toEqual([
      'SecurityNotice email ada@example.com email_changed',
      `SecurityNotice email ${email} email_changed`,
    ]);
  });

  test.each<[string, object, string[]]>([
    [
      'a phone number',
      { primaryPhone: '14155550123' },
      ['phone 14155550123 phone_changed', 'phone 886912345678 phone_changed'],
    ],
    ['a removed email', { primaryEmail: null }, ['email ada@example.com email_removed']],
    ['a removed phone number', { primaryPhone: null }, ['phone 886912345678 phone_removed']],
    ['a username', { username: 'somebody_else' }, ['email ada@example.com username_changed']],
    [
      'several at once',
      { primaryEmail: null, username: 'other', name: 'Other' },
      // The email is gone by the time that the other notice leaves.
      ['email ada@example.com email_removed', 'email ada@example.com username_changed'],
    ],
    ['a name', { name: 'Other' }, []],
  ])('%s', async (_, member, lines) => {
    await change(member);
    expect((await told()).sort()).toEqual(lines.map(line => `SecurityNotice ${line}`));
  });

  test('a first one is told at the other address too: whoever adds their own would else be the only one to hear of it', async () => {
    await app.changeUser(user, { primary_email: null, email_key: null });
    await change({ primaryEmail: 'intruder@example.org' });
    expect((await told()).sort()).toEqual([
      'SecurityNotice email intruder@example.org email_added',
      'SecurityNotice phone 886912345678 email_added',
    ]);
  });

  test('in its spelling alone is told once', async () => {
    await change({ primaryEmail: 'Ada@example.com' });
    expect(await told()).toHaveLength(1);
  });
});

describe('what else is told', () => {
  test.each<[string, Omit<SecurityEvent, 'userId'>, string[]]>([
    [
      'a linked identity',
      { type: 'identity-linked', data: { target: 'google', provider: 'Google' } },
      ['identity_linked'],
    ],
    [
      'an unlinked identity',
      { type: 'identity-unlinked', data: { target: 'google', provider: 'Google' } },
      ['identity_unlinked'],
    ],
    ['a new device', { type: 'device-added' }, ['device_added']],
    ['a lock-out', { type: 'identifier-lockout', actor: { kind: 'system' } }, ['locked_out']],
    [
      'an added factor',
      { type: 'credential-change', data: { credential: 'totp', change: 'create' } },
      ['factor_added'],
    ],
    [
      'a renamed factor',
      { type: 'credential-change', data: { credential: 'web-authn', change: 'update' } },
      ['factor_changed'],
    ],
    [
      'a removed factor',
      { type: 'credential-change', data: { credential: 'totp', change: 'delete' } },
      ['factor_removed'],
    ],
    [
      'an expired password: the person hears of it when they sign in',
      { type: 'credential-change', data: { credential: 'password', change: 'expire' } },
      [],
    ],
    ['a sign-in: only a device is told', { type: 'session-established' }, []],
    ['a wrong password', { type: 'sign-in-failed' }, []],
  ])('%s', async (_, event, kinds) => {
    await emit({ ...event, userId: user.id });
    expect(await told()).toEqual(kinds.map(kind => `SecurityNotice email ada@example.com ${kind}`));
    expect(await left()).toEqual([]);
  });

  test('nobody of a stranger’s lock-out, of a deleted user, of an event that is gone', async () => {
    await emit({ type: 'identifier-lockout', actor: { kind: 'system' } });
    await emit({ type: 'device-added', userId: user.id });
    expect((await app.management('DELETE', `/api/users/${user.id}`)).status).toBe(204);
    expect(await told()).toEqual([]);
    expect(await left()).toEqual([]);
  });
});

describe('the words', () => {
  async function mailOf(event: Omit<SecurityEvent, 'userId'>) {
    const inbox = createInbox({ clock: app.clock });
    const messenger = createMessenger({
      envelope: app.envelope,
      outbound: createOutbound({ loopback: true }),
      development: true,
      inbox,
      log: { warn: () => {} },
    });
    await emit({ ...event, userId: user.id });
    await workerWith(messenger).drain();
    expect(failures).toEqual([]);
    const [message, ...others] = inbox.list(app.tenant.id);
    expect(others).toEqual([]);
    if (!message) throw new Error('nothing was sent');
    return message;
  }

  test('say what, when and from where, and hold no link', async () => {
    const { subject, text, html = '' } = await mailOf({ type: 'device-added' });
    expect(subject).toBe(`Your account at ${app.tenant.id} was used on a new device`);
    expect(text).toMatch(/^When: \w+ \d+, \d{4} at 8:30 AM \(UTC\)$/m);
    expect(text).toContain('Device: Chrome on Windows');
    expect(text).toContain('IP address: 192.0.2.7');
    expect(text).toContain('If it wasn’t you, sign in and change your password right away.');
    expect(html).not.toMatch(/https?:|href=|src=/);
  });

  test('speak the language of the profile, else of the last sign-in, else the tenant’s', async () => {
    await app.management('PATCH', '/api/sign-in-exp', { languageInfo: { autoDetect: true, fallbackLanguage: 'es' } });
    const subjects = [];
    for (const [locale, profile] of [
      [null, {}],
      ['pt-br ja fr', {}],
      ['ja', { locale: 'fr_CA', zoneinfo: 'Europe/Paris' }],
      ['ja', { locale: 'pt', zoneinfo: 'No/Where' }],
    ] as const) {
      await app.changeUser(user, { profile });
      await setLocale(app.database, app.tenant.id, user.id, locale);
      const { subject, text } = await mailOf({ type: 'device-added' });
      subjects.push(subject);
      if ('zoneinfo' in profile && profile.zoneinfo === 'Europe/Paris')
        expect(text).toMatch(/^Quand\u00a0: .* \d{4} à (09|10):30 /m);
    }
    const at = app.tenant.id;
    expect(subjects).toEqual([
      `Su cuenta en ${at} se ha usado en un dispositivo nuevo`,
      `${at}のアカウントが新しいデバイスで使われました`,
      `Votre compte chez ${at} a été utilisé sur un nouvel appareil`,
      `${at}のアカウントが新しいデバイスで使われました`,
    ]);
  });

  test('of an administrator’s change say so, and not from where', async () => {
    const inbox = createInbox({ clock: app.clock });
    const messenger = createMessenger({
      envelope: app.envelope,
      outbound: createOutbound({ loopback: true }),
      development: true,
      inbox,
      log: { warn: () => {} },
    });
    await emit(
      { type: 'credential-change', userId: user.id, data: { credential: 'password', change: 'update' } },
      { kind: 'application', id: 'm2m' },
    );
    await workerWith(messenger).drain();
    const [message] = inbox.list(app.tenant.id);
    expect(message?.text).toContain('An administrator made this change.');
    expect(message?.text).not.toMatch(/192\.0\.2\.7|Chrome/);
  });

  test('of a forged browser name or provider are never more than text of ours', async () => {
    const evil = '<img src=x onerror=alert(1)>\r\nVisit https://evil.test';
    const { html, text } = await mailOf({ type: 'identity-linked', data: { target: 'x', provider: evil } });
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; Visit');
    expect(html).not.toContain('<img');
    expect(text).not.toMatch(/^Visit/m);
  });
});

/** Rows that are still to be told, of this tenant. */
const left = async () => (await outboxOf(app.database, app.tenant.id)).filter(({ channel }) => channel === 'notice');

describe('a mail server that is down', () => {
  const refuse = () => {
    throw new Problem('connector.general');
  };

  test('neither delays nor undoes a change; the notice comes when it is up again', async () => {
    let up = false;
    let asked = 0;
    worker = workerWith({
      send: async (context, message) => {
        asked += 1;
        if (!up) refuse();
        await app.messenger.send(context, message);
      },
    });
    const path = `/api/users/${user.id}/password`;
    expect((await app.management('PATCH', path, { password: 'Kettle-Meadow-73' })).status).toBe(200);
    expect(await told()).toEqual([]);
    expect(asked).toBe(1);
    // Not at once again, while it is down.
    expect(await told()).toEqual([]);
    expect(asked).toBe(1);
    up = true;
    app.clock.advance(60_000);
    expect(await told()).toEqual(['SecurityNotice email ada@example.com password_changed']);
    expect(await left()).toEqual([]);
  });

  test('tells nobody twice who has been told', async () => {
    let down = 'new@example.org';
    worker = workerWith({
      send: async (context, message) => {
        if (message.to === down) refuse();
        await app.messenger.send(context, message);
      },
    });
    await app.management('PATCH', `/api/users/${user.id}`, { primaryEmail: 'new@example.org' });
    expect(await told()).toEqual(['SecurityNotice email ada@example.com email_changed']);
    app.clock.advance(60_000);
    expect(await told()).toHaveLength(1);
    down = '';
    app.clock.advance(600_000);
    expect(await told()).toEqual([
      'SecurityNotice email ada@example.com email_changed',
      'SecurityNotice email new@example.org email_changed',
    ]);
    expect(await left()).toEqual([]);
  });

  test('for good ends the tries: the row is dead, and the change stands', async () => {
    let asked = 0;
    worker = workerWith({
      send: async () => {
        asked += 1;
        refuse();
      },
    });
    await emit({ type: 'device-added', userId: user.id });
    for (let i = 0; i < OUTBOX_ATTEMPTS + 3; i++) {
      await worker.drain();
      app.clock.advance(7 * 3_600_000);
    }
    expect(asked).toBe(OUTBOX_ATTEMPTS);
    expect(await left()).toMatchObject([{ dead: true }]);
  });

  test('that does not exist at all, without a connector, is not asked again', async () => {
    worker = workerWith({
      send: async () => {
        throw new Problem('connector.not_found');
      },
    });
    await emit({ type: 'device-added', userId: user.id });
    expect(await told()).toEqual([]);
    expect(await left()).toEqual([]);
  });
});

describe('several workers at once', () => {
  test('tell each person once', async () => {
    const people = await Promise.all(
      Array.from({ length: 40 }, (_, i) => app.createUser({ email: `p${i}@example.com` })),
    );
    await Promise.all(people.map(({ id }) => emit({ type: 'device-added', userId: id })));
    const slow: Messenger = {
      send: async (context, message) => {
        await new Promise(resolve => setImmediate(resolve));
        await app.messenger.send(context, message);
      },
    };
    await Promise.all(Array.from({ length: 5 }, () => workerWith(slow).drain()));
    expect(failures).toEqual([]);
    expect(app.messenger.sent.map(({ to }) => to).sort()).toEqual(people.map((_, i) => `p${i}@example.com`).sort());
    expect(await left()).toEqual([]);
  });

  test('take over from one that died in the middle, when its lease ends', async () => {
    await emit({ type: 'device-added', userId: user.id });
    const dying = workerWith({ send: () => new Promise(() => {}) });
    void dying.drain();
    await expect.poll(async () => (await left())[0]?.attempts).toBe(1);
    expect(await told()).toEqual([]);
    app.clock.advance(130_000);
    expect(await told()).toEqual(['SecurityNotice email ada@example.com device_added']);
    expect(await left()).toEqual([]);
  });

  test('a worker that is stopped takes nothing new and lets what is under way finish', async () => {
    let release = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    let begun = 0;
    const slow = workerWith({
      send: async (context, message) => {
        begun += 1;
        await held;
        await app.messenger.send(context, message);
      },
    });
    await emit({ type: 'device-added', userId: user.id });
    const drained = slow.drain();
    await expect.poll(() => begun).toBe(1);
    const stopped = slow.stop();
    await emit({ type: 'device-added', userId: user.id });
    release();
    await Promise.all([stopped, drained]);
    expect([begun, app.messenger.sent.length, (await left()).length]).toEqual([1, 1, 1]);
  });
});
