import type { FieldPolicy, StepUpActions } from '@freehold/contract';
import { json, type Queryable, statement, type Transaction } from '../database/database.ts';

/** The columns of the step-up policy. */
export interface StepUpColumns {
  readonly step_up_preset: string;
  /** Rows that differ from the preset's. */
  readonly step_up_actions: Partial<StepUpActions>;
  readonly end_other_sessions: boolean;
}

/** A row of `account_centers`. */
export interface AccountCenterRow extends StepUpColumns {
  readonly enabled: boolean;
  readonly fields: FieldPolicy;
  /** `fields` as bits, see `readableBits`. */
  readonly readable: number;
  readonly webauthn_related_origins: readonly string[];
  readonly delete_account_url: string | null;
  readonly custom_css: string | null;
  readonly profile_fields: readonly { readonly name: string }[] | null;
  /** Grows with every change; part of the account's ETag. */
  readonly version: number;
}

const columns = `enabled, fields, readable, webauthn_related_origins, delete_account_url, custom_css, profile_fields,
  step_up_preset, step_up_actions, end_other_sessions, version`;

const insert = statement(
  'account-centers.insert',
  'INSERT INTO account_centers (tenant_id) VALUES ($1) ON CONFLICT (tenant_id) DO NOTHING',
);

/** Gives a new tenant its settings, everything off; does nothing for one that has them. */
export const insertAccountCenter = (tx: Queryable, tenantId: string): Promise<number> => tx.run(insert, [tenantId]);

const find = statement<AccountCenterRow>(
  'account-centers.find',
  `SELECT ${columns} FROM account_centers WHERE tenant_id = $1`,
);

const lock = statement<AccountCenterRow>(
  'account-centers.lock',
  `SELECT ${columns} FROM account_centers WHERE tenant_id = $1 FOR UPDATE`,
);

/** The tenant's settings. Every tenant has them. */
export const findAccountCenter = async (db: Queryable, tenantId: string): Promise<AccountCenterRow> =>
  existing(await db.row(find, [tenantId]));

/** The tenant's settings, locked until the transaction ends: changes of two administrators do not overwrite each other. */
export const lockAccountCenter = async (tx: Transaction, tenantId: string): Promise<AccountCenterRow> =>
  existing(await tx.row(lock, [tenantId]));

const update = statement<AccountCenterRow>(
  'account-centers.update',
  `UPDATE account_centers SET enabled = $2, fields = $3, readable = $4, webauthn_related_origins = $5,
     delete_account_url = $6, custom_css = $7, profile_fields = $8, step_up_preset = $9, step_up_actions = $10,
     end_other_sessions = $11, version = version + 1
   WHERE tenant_id = $1
   RETURNING ${columns}`,
);

/** Writes `change` over settings that the transaction has locked. */
export async function saveAccountCenter(
  tx: Transaction,
  tenantId: string,
  locked: AccountCenterRow,
  change: Partial<Omit<AccountCenterRow, 'version'>>,
): Promise<AccountCenterRow> {
  const next = { ...locked, ...change };
  return existing(
    await tx.row(update, [
      tenantId,
      next.enabled,
      json(next.fields),
      next.readable,
      json(next.webauthn_related_origins),
      next.delete_account_url,
      next.custom_css,
      // SQL NULL, not the jsonb value null: they would read alike and compare differently.
      next.profile_fields === null ? null : json(next.profile_fields),
      next.step_up_preset,
      json(next.step_up_actions),
      next.end_other_sessions,
    ]),
  );
}

function existing(row: AccountCenterRow | undefined): AccountCenterRow {
  if (!row) throw new Error('a tenant has no account center');
  return row;
}
