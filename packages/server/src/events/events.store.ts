import { json, type Queryable, type SqlValue, statement, type Transaction } from '../database/database.ts';

/** A row of `security_events`, as it is written. */
export interface EventRow {
  readonly id: string;
  readonly type: string;
  readonly user_id: string | null;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly client_id: string | null;
  readonly session_uid: string | null;
  readonly request_id: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly personal: string | null;
  readonly created_at: Date;
}

/** What must leave the house because of an event. */
export interface OutboxEntry {
  readonly id: string;
  readonly channel: 'webhook' | 'notice';
  readonly topic: string;
}

/**
 * An event and its outbox rows as common table expressions: no change should pay a round trip for either, and the hottest
 * write them in their own statement. `$1` is the tenant, {@link eventValues} stand from `$first` on, and nothing is written
 * unless `cause` has a row.
 */
export function eventExpressions(first: number, cause: string): string {
  const $ = (offset: number) => `$${first + offset}`;
  const values = Array.from({ length: 11 }, (_, offset) => $(offset));
  return `event AS (
     INSERT INTO security_events
       (tenant_id, id, type, user_id, actor_kind, actor_id, client_id, session_uid, request_id, data, personal, created_at)
     SELECT $1, ${values.join(', ')} FROM ${cause}
     RETURNING 1),
   outgoing AS (
     INSERT INTO outbox (tenant_id, id, channel, topic, event_id, user_id, created_at, available_at)
     SELECT $1, entry.id, entry.channel, entry.topic, ${$(0)}, ${$(2)}, ${$(10)}, ${$(10)}
     FROM event, unnest(${$(11)}::text[], ${$(12)}::text[], ${$(13)}::text[]) AS entry (id, channel, topic))`;
}

/** What {@link eventExpressions} writes, in its order. */
export const eventValues = (row: EventRow, outbox: readonly OutboxEntry[]): SqlValue[] => [
  row.id,
  row.type,
  row.user_id,
  row.actor_kind,
  row.actor_id,
  row.client_id,
  row.session_uid,
  row.request_id,
  json(row.data),
  row.personal,
  row.created_at,
  outbox.map(entry => entry.id),
  outbox.map(entry => entry.channel),
  outbox.map(entry => entry.topic),
];

const insert = statement('events.insert', `WITH ${eventExpressions(2, '(VALUES (1)) AS change')} SELECT 1`);

/** Writes an event together with its outbox rows. */
export const insertEvent = (tx: Transaction, tenantId: string, values: readonly SqlValue[]) =>
  tx.run(insert, [tenantId, ...values]);

const list = statement<EventRow>(
  'events.list-of-user',
  `SELECT id, type, user_id, actor_kind, actor_id, client_id, session_uid, request_id, data, personal, created_at
   FROM security_events WHERE tenant_id = $1 AND user_id = $2 ORDER BY id`,
);

/** The events of one user, oldest first. */
export const listEvents = (db: Queryable, tenantId: string, userId: string): Promise<EventRow[]> =>
  db.rows(list, [tenantId, userId]);

const find = statement<EventRow>(
  'events.find',
  `SELECT id, type, user_id, actor_kind, actor_id, client_id, session_uid, request_id, data, personal, created_at
   FROM security_events WHERE tenant_id = $1 AND id = $2`,
);

/** The event, or undefined. */
export const findEvent = (db: Queryable, tenantId: string, id: string): Promise<EventRow | undefined> =>
  db.row(find, [tenantId, id]);

const listLater = statement<EventRow>(
  'events.list-later-of-type',
  `SELECT id, type, user_id, actor_kind, actor_id, client_id, session_uid, request_id, data, personal, created_at
   FROM security_events WHERE tenant_id = $1 AND user_id = $2 AND id > $3 AND type = $4 ORDER BY id`,
);

/** The events of one type of a user that came after another event, oldest first. */
export const listLaterEvents = (
  db: Queryable,
  tenantId: string,
  { userId, after, type }: { readonly userId: string; readonly after: string; readonly type: string },
): Promise<EventRow[]> => db.rows(listLater, [tenantId, userId, after, type]);
