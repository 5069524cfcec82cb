import type { HookEvent } from '@freehold/contract';
import { json, type Queryable, statement, type Transaction } from '../database/database.ts';

/** A row of `hooks`. */
export interface HookRow {
  readonly id: string;
  readonly name: string;
  readonly events: readonly HookEvent[];
  /** Encrypted. */
  readonly secrets: string;
  readonly enabled: boolean;
  readonly created_at: Date;
}

const columns = 'id, name, events, secrets, enabled, created_at';

const insert = statement(
  'hooks.insert',
  `INSERT INTO hooks (tenant_id, ${columns}) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);

/** Writes a new webhook. */
export const insertHook = (tx: Transaction, tenantId: string, row: HookRow): Promise<number> =>
  tx.run(insert, [tenantId, row.id, row.name, json(row.events), row.secrets, row.enabled, row.created_at]);

const find = statement<HookRow>('hooks.find', `SELECT ${columns} FROM hooks WHERE tenant_id = $1 AND id = $2`);

/** The webhook, or undefined. */
export const findHook = (db: Queryable, tenantId: string, id: string): Promise<HookRow | undefined> =>
  db.row(find, [tenantId, id]);

const lock = statement<HookRow>(
  'hooks.lock',
  `SELECT ${columns} FROM hooks WHERE tenant_id = $1 AND id = $2 FOR UPDATE`,
);

/** The webhook, locked until the transaction ends, or undefined. */
export const lockHook = (tx: Transaction, tenantId: string, id: string): Promise<HookRow | undefined> =>
  tx.row(lock, [tenantId, id]);

const list = statement<HookRow>(
  'hooks.list',
  `SELECT ${columns} FROM hooks WHERE tenant_id = $1 ORDER BY created_at, id LIMIT $2 OFFSET $3`,
);
const count = statement<{ total: number }>('hooks.count', 'SELECT count(*) AS total FROM hooks WHERE tenant_id = $1');

/** One page of the webhooks, oldest first, and how many there are; without a page all of them. */
export async function listHookRows(
  db: Queryable,
  tenantId: string,
  page: { readonly limit: number; readonly offset: number } | undefined,
) {
  const [rows, counted] = await Promise.all([
    db.rows(list, [tenantId, page?.limit ?? null, page?.offset ?? 0]),
    db.row(count, [tenantId]),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

const update = statement(
  'hooks.update',
  'UPDATE hooks SET name = $3, events = $4, secrets = $5, enabled = $6 WHERE tenant_id = $1 AND id = $2',
);

/** Writes a webhook that the transaction has locked. */
export const saveHook = (tx: Transaction, tenantId: string, row: HookRow): Promise<number> =>
  tx.run(update, [tenantId, row.id, row.name, json(row.events), row.secrets, row.enabled]);

const remove = statement('hooks.delete', 'DELETE FROM hooks WHERE tenant_id = $1 AND id = $2');

/** Deletes a webhook with its deliveries and its log; returns how many there were. */
export const deleteHookRow = (tx: Transaction, tenantId: string, id: string): Promise<number> =>
  tx.run(remove, [tenantId, id]);
