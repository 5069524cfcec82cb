import type { Database } from '../database/database.ts';
import {
  findTold,
  finishOutbox,
  markTold,
  type OutboxRow,
  readEvent,
  readLaterEvents,
  retryOutbox,
} from '../events/index.ts';
import type { Clock, Envelope } from '../lib/index.ts';
import { Problem, type Tenant } from '../operation/index.ts';
import { type Addressee, findAddressee } from '../users/index.ts';
import { addresseeThen } from './addressee-then.ts';
import { messageUser } from './message-user.ts';
import type { Messenger } from './messenger.ts';
import { type PlannedNotice, planNotice } from './plan-notice.ts';

/** What delivering notices needs from the rest of the house. */
export interface NoticeNeeds {
  readonly database: Database;
  readonly envelope: Envelope;
  readonly clock: Clock;
  readonly messenger: Messenger;
  /** @throws Problem `tenant.not_found` */
  readonly findTenant: (tenantId: string) => Promise<Tenant>;
}

/**
 * Tells whoever an event's notice is for, outside of any transaction. Each recipient who has been told is written down at
 * once, so that a try that fails half-way tells nobody twice; only a process that dies between a message and that
 * note lets the next one tell them again (at least once).
 *
 * Without an address, or without any connector that could reach it, the row is done: nobody can be told.
 */
export async function deliverNotice(needs: NoticeNeeds, row: OutboxRow): Promise<void> {
  const { database, envelope, clock } = needs;
  const { tenantId, userId, eventId } = row;
  const changes = { after: eventId, type: 'identifier-changed' } as const;
  const [event, user, later, tenant] = await Promise.all([
    readEvent(database, envelope, tenantId, eventId),
    userId === null ? undefined : findAddressee(database, tenantId, userId),
    userId === null ? [] : readLaterEvents(database, envelope, tenantId, { userId, ...changes }),
    needs.findTenant(tenantId),
  ]);
  const planned = event && user ? planNotice(event, addresseeThen(user, later)) : [];
  if (!user || planned.length === 0) return void (await finishOutbox(database, row));
  const told = await findTold(database, row);
  let failed = false;
  for (const one of planned) {
    if (told.includes(one.recipient)) continue;
    if (await tell(needs, tenant, user, one)) await markTold(database, row, one.recipient);
    else failed = true;
  }
  if (failed) await retryOutbox(database, row, clock());
  else await finishOutbox(database, row);
}

/** Whether there is nothing left to do for a recipient. */
async function tell(
  { database, messenger, clock }: NoticeNeeds,
  tenant: Tenant,
  user: Addressee,
  { channel, to, notice }: PlannedNotice,
): Promise<boolean> {
  const context = { database, tenant, now: clock(), languages: languagesOf(user) };
  try {
    // Text messages are not personal: gateways outside the house would learn who the number belongs to.
    const person = channel === 'email' ? { user: messageUser(user) } : {};
    await messenger.send(context, { channel, to, usage: 'SecurityNotice', notice, ...person });
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.code === 'connector.not_found';
  }
}

/** What the person has written into their profile, then what they last signed in with. */
function languagesOf({ profile, locale }: Addressee): readonly string[] {
  const own = profile['locale'];
  // People and programs write `fr_CA` too.
  const chosen = typeof own === 'string' ? [own.trim().replaceAll('_', '-')] : [];
  return [...chosen, ...(locale?.split(' ') ?? [])].filter(tag => /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag));
}
