import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createTestClock } from '../../lib/index.ts';
import { createInbox, INBOX_SIZE } from './index.ts';

const clock = createTestClock(new Date('2026-06-01T12:00:00Z'));
const mail = (to: string, code = '123456') => ({
  to,
  usage: 'SignIn' as const,
  payload: { code, locale: 'en' },
  content: { subject: 'Your code', html: `<p>${code}</p>`, text: code },
});
const sms = (to: string, code = '123456') => ({
  to,
  usage: 'Generic' as const,
  payload: { code, locale: 'en' },
  text: `${code} is your code.`,
});

describe('the inbox', () => {
  test('keeps messages apart by tenant, newest first', async () => {
    const inbox = createInbox({ clock });
    await inbox.keepEmail('one', mail('a@example.com', '111111'));
    await inbox.keepSms('one', sms('886912345678', '222222'));
    await inbox.keepEmail('other', mail('a@example.com', '333333'));
    expect(inbox.list('one').map(({ code }) => code)).toEqual(['222222', '111111']);
    expect(inbox.list('other').map(({ code }) => code)).toEqual(['333333']);
    expect(inbox.list('nobody')).toEqual([]);
  });

  test.each([
    ['a@example.com', '111111'],
    [' A@Example.com', '111111'],
    ['886912345678', '222222'],
    ['+886912345678', '222222'],
    [' 886912345678', '222222'],
  ])('finds what was sent to %j', async (to, code) => {
    const inbox = createInbox({ clock });
    await inbox.keepEmail('one', mail('a@example.com', '111111'));
    await inbox.keepSms('one', sms('886912345678', '222222'));
    expect(inbox.list('one', to).map(message => message.code)).toEqual([code]);
  });

  test('holds no more than its size of a tenant: the oldest make room', async () => {
    const inbox = createInbox({ clock });
    for (let i = 0; i <= INBOX_SIZE; i++) await inbox.keepEmail('one', mail(`${i}@example.com`));
    expect(inbox.list('one')).toHaveLength(INBOX_SIZE);
    expect(inbox.list('one', '0@example.com')).toEqual([]);
    expect(inbox.list('one', `${INBOX_SIZE}@example.com`)).toHaveLength(1);
  });
});

describe('records', () => {
  const folders: string[] = [];
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'freehold-inbox-'));
    folders.push(made);
    return made;
  };
  afterEach(() => {
    for (const made of folders.splice(0)) rmSync(made, { recursive: true });
  });
  const lines = (directory: string, name: string) => readFileSync(join(directory, name), 'utf8').split('\n');

  test('hold the last mail and the last text message, as one line each, in a folder that is made when it is missing', async () => {
    const directory = join(folder(), 'made', 'for', 'it');
    const inbox = createInbox({ clock, directory });
    const template = { subject: '{{code}}', content: '{{code}}' };
    await inbox.keepEmail('one', mail('first@example.com'));
    await inbox.keepEmail('one', { ...mail('last@example.com', '654321'), template });
    await inbox.keepSms('one', sms('886912345678', '222222'));
    const [email = '', ...rest] = lines(directory, 'mock_email_record.txt');
    expect(JSON.parse(email)).toEqual({
      address: 'last@example.com',
      code: '654321',
      type: 'SignIn',
      payload: { code: '654321', locale: 'en' },
      template,
      subject: 'Your code',
      content: '<p>654321</p>',
    });
    expect(rest).toEqual(['']);
    expect(JSON.parse(lines(directory, 'mock_sms_record.txt')[0] ?? '')).toEqual({
      phone: '886912345678',
      code: '222222',
      type: 'Generic',
      payload: { code: '222222', locale: 'en' },
    });
  });

  test('are whole, however many messages come at once', async () => {
    const directory = folder();
    const inbox = createInbox({ clock, directory });
    await Promise.all(
      Array.from({ length: 50 }, (_, i) => inbox.keepEmail('one', mail(`${i}@example.com`, 'x'.repeat(i * 100)))),
    );
    const [line = '', ...rest] = lines(directory, 'mock_email_record.txt');
    expect([JSON.parse(line).address, rest]).toEqual(['49@example.com', ['']]);
  });

  test('that cannot be written are an error to the sender, and the message is in the inbox all the same', async () => {
    const inbox = createInbox({ clock, directory: '/dev/null/folder' });
    await expect(inbox.keepEmail('one', mail('a@example.com'))).rejects.toThrow();
    await expect(inbox.keepEmail('one', mail('a@example.com'))).rejects.toThrow();
    expect(inbox.list('one')).toHaveLength(2);
  });
});
