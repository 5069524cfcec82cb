import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MessageUsage } from '@freehold/contract';
import { LRUCache } from 'lru-cache';
import { type Clock, newTimeOrderedId } from '../../lib/index.ts';
import type { EmailMessage, MessagePayload, SmsMessage } from '../port.ts';

/** A message that would have left the house. */
export interface InboxMessage {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly channel: 'email' | 'phone';
  readonly to: string;
  readonly type: MessageUsage;
  /** Null for a message without one. */
  readonly code: string | null;
  readonly payload: MessagePayload;
  /** Of a mail. */
  readonly subject?: string;
  readonly html?: string;
  readonly text: string;
}

/** Where messages go in development: nowhere. They are kept in memory, for one process, to be looked at. */
export interface Inbox {
  /** Keeps a mail; with a folder for records, also writes it there. */
  keepEmail(tenantId: string, message: EmailMessage): Promise<void>;
  /** Keeps a text message, as {@link keepEmail}. */
  keepSms(tenantId: string, message: SmsMessage): Promise<void>;
  /** A tenant's messages, newest first, those to one address when it is given. */
  list(tenantId: string, to?: string): readonly InboxMessage[];
}

/** How many messages a tenant's inbox holds: the oldest make room. */
export const INBOX_SIZE = 100;
const TENANTS = 100;

/** File names of the records, as programs that test against a mock connector know them. */
const records = { email: 'mock_email_record.txt', phone: 'mock_sms_record.txt' } as const;

/**
 * Makes an inbox.
 * @param directory folder in which the last mail and the last text message are also written, one line of JSON each
 */
export function createInbox({
  clock,
  directory,
}: {
  readonly clock: Clock;
  readonly directory?: string | undefined;
}): Inbox {
  const boxes = new LRUCache<string, InboxMessage[]>({ max: TENANTS });
  // One record after the other: two at once would write into one file.
  let written: Promise<unknown> = Promise.resolve();

  function keep(tenantId: string, message: Omit<InboxMessage, 'id' | 'createdAt'>): void {
    const now = clock();
    const kept = { id: newTimeOrderedId(now), createdAt: now.getTime(), ...message };
    boxes.set(tenantId, [kept, ...(boxes.get(tenantId) ?? [])].slice(0, INBOX_SIZE));
  }

  function record(channel: keyof typeof records, content: object): Promise<void> {
    if (directory === undefined) return Promise.resolve();
    const done = written.then(() => writeRecord(directory, records[channel], content));
    written = done.catch(() => undefined);
    return done;
  }

  return {
    async keepEmail(tenantId, { to, usage: type, payload, content, template }) {
      const { subject, html, text } = content;
      const code = codeOf(payload);
      keep(tenantId, { channel: 'email', to, type, code, payload, subject, text, ...(html !== undefined && { html }) });
      await record('email', {
        address: to,
        code,
        type,
        payload,
        template: template ?? null,
        subject,
        content: html ?? text,
      });
    },
    async keepSms(tenantId, { to, usage: type, payload, text }) {
      const code = codeOf(payload);
      keep(tenantId, { channel: 'phone', to, type, code, payload, text });
      await record('phone', { phone: to, code, type, payload });
    },
    list(tenantId, to) {
      const all = boxes.get(tenantId) ?? [];
      return to === undefined ? all : all.filter(message => sameAddress(message.to, to));
    },
  };
}

const codeOf = ({ code }: MessagePayload): string | null => (typeof code === 'string' ? code : null);

/** Whoever looks for a message may write the address as people do: `+` before a number arrives as a space in a query. */
const sameAddress = (kept: string, asked: string): boolean => plain(kept) === plain(asked);
const plain = (address: string): string => address.trim().toLowerCase().replace(/^\+/, '');

/** Whoever waits for the file sees a whole line or the former one, never half of it. */
async function writeRecord(directory: string, name: string, content: object): Promise<void> {
  await mkdir(directory, { recursive: true });
  const beside = join(directory, `.${name}.${process.pid}`);
  await writeFile(beside, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  await rename(beside, join(directory, name));
}
