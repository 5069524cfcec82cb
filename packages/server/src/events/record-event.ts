import { type EventActor, type EventSpec, type SecurityEvent, securityEvents, webhooksOf } from '@freehold/contract';
import type { Queryable, SqlValue, Transaction } from '../database/database.ts';
import { type Envelope, newTimeOrderedId, sealWithDataKey } from '../lib/index.ts';
import type { Origin } from '../operation/index.ts';
import { eventValues, insertEvent, type OutboxEntry } from './events.store.ts';
import { findUserKey, openUserKey } from './user-keys.store.ts';

/** Where an event comes from: filled in by the edge, not by operations. */
export interface EventSource {
  readonly tenantId: string;
  readonly now: Date;
  readonly requestId: string;
  /** Absent for what the product does by itself. */
  readonly origin?: Origin | undefined;
  readonly actor: EventActor;
  readonly clientId?: string | null;
  readonly sessionUid?: string | null;
  /** A key that came with the caller's token. Should its user be erased meanwhile, what it sealed is as lost. */
  readonly knownKey?: { readonly userId: string; readonly wrapped: string | null };
}

/**
 * Writes a security event, with its outbox rows, into the transaction of the change that it tells of:
 * neither exists without the other. Addresses and values are encrypted with the user's own key; for a
 * user without one (erased, or an event about nobody) they are dropped, not stored in the clear.
 */
export async function recordEvent(tx: Transaction, envelope: Envelope, source: EventSource, event: SecurityEvent) {
  await insertEvent(tx, source.tenantId, await prepareEvent(tx, envelope, source, event));
}

/** The same for a change that writes its event by its own statement: the values of `eventExpressions`. */
export async function prepareEvent(
  db: Queryable,
  envelope: Envelope,
  source: EventSource,
  event: SecurityEvent,
): Promise<readonly SqlValue[]> {
  const { now } = source;
  const id = newTimeOrderedId(now);
  const spec: EventSpec = securityEvents[event.type];
  const outbox: OutboxEntry[] = [];
  for (const topic of webhooksOf(event)) outbox.push({ id: newTimeOrderedId(now), channel: 'webhook', topic });
  if (spec.notice) outbox.push({ id: newTimeOrderedId(now), channel: 'notice', topic: event.type });
  const actor = event.actor ?? source.actor;
  return eventValues(
    {
      id,
      type: event.type,
      user_id: event.userId ?? null,
      actor_kind: actor.kind,
      actor_id: actor.kind === 'system' ? null : actor.id,
      client_id: source.clientId ?? null,
      session_uid: source.sessionUid ?? null,
      request_id: source.requestId,
      data: event.data ?? {},
      personal: await sealPersonal(db, envelope, source, event, id),
      created_at: now,
    },
    outbox,
  );
}

async function sealPersonal(
  db: Queryable,
  envelope: Envelope,
  { tenantId, origin, knownKey }: EventSource,
  { userId, personal: values }: SecurityEvent,
  eventId: string,
): Promise<string | null> {
  if (userId === undefined || (origin === undefined && values === undefined)) return null;
  const key =
    knownKey?.userId === userId
      ? knownKey.wrapped !== null && openUserKey(envelope, tenantId, userId, knownKey.wrapped)
      : await findUserKey(db, envelope, tenantId, userId);
  if (!key) return null;
  const personal = { ip: origin?.ip, userAgent: origin?.userAgent, ...values };
  return sealWithDataKey(key, JSON.stringify(personal), ['security_events', tenantId, eventId]);
}
