import type { SecurityEventType } from '@freehold/contract';
import type { Queryable } from '../database/database.ts';
import { type Envelope, openWithDataKey } from '../lib/index.ts';
import { type EventRow, findEvent, listLaterEvents } from './events.store.ts';
import { findUserKeys, openUserKey } from './user-keys.store.ts';

/** An event with its personal values in the clear: for a delivery or an operator, never for a log. */
export interface ReadEvent {
  readonly id: string;
  readonly type: SecurityEventType;
  readonly userId: string | null;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly clientId: string | null;
  readonly sessionUid: string | null;
  readonly requestId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  /** `ip`, `userAgent`, and what the event itself adds; undefined where there was none, or its user was erased. */
  readonly personal: Readonly<Record<string, unknown>> | undefined;
  readonly createdAt: Date;
}

/** The event, or undefined when its retention is over. */
export async function readEvent(
  db: Queryable,
  envelope: Envelope,
  tenantId: string,
  eventId: string,
): Promise<ReadEvent | undefined> {
  const row = await findEvent(db, tenantId, eventId);
  const [event] = row ? await openEvents(db, envelope, tenantId, [row]) : [];
  return event;
}

/** The events of one type of a user that came after `after`, the id of another event; oldest first. */
export const readLaterEvents = async (
  db: Queryable,
  envelope: Envelope,
  tenantId: string,
  which: { readonly userId: string; readonly after: string; readonly type: SecurityEventType },
): Promise<ReadEvent[]> => openEvents(db, envelope, tenantId, await listLaterEvents(db, tenantId, which));

/** Events with their personal values, at one query for all their users' keys. */
export async function openEvents(
  db: Queryable,
  envelope: Envelope,
  tenantId: string,
  rows: readonly EventRow[],
): Promise<ReadEvent[]> {
  const sealed = rows.filter(({ personal, user_id }) => personal !== null && user_id !== null);
  const userIds = [...new Set(sealed.map(({ user_id }) => user_id ?? ''))];
  const wrapped = userIds.length === 0 ? [] : await findUserKeys(db, tenantId, userIds);
  const keys = new Map(
    wrapped.map(({ user_id, wrapped_key }) => [user_id, openUserKey(envelope, tenantId, user_id, wrapped_key)]),
  );
  return rows.map(row => {
    const key = row.user_id === null ? undefined : keys.get(row.user_id);
    return {
      id: row.id,
      type: row.type as SecurityEventType,
      userId: row.user_id,
      actor: { kind: row.actor_kind, id: row.actor_id },
      clientId: row.client_id,
      sessionUid: row.session_uid,
      requestId: row.request_id,
      data: row.data,
      personal:
        key && row.personal !== null
          ? JSON.parse(openWithDataKey(key, row.personal, ['security_events', tenantId, row.id]).toString('utf8'))
          : undefined,
      createdAt: row.created_at,
    };
  });
}
