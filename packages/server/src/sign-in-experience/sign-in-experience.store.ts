import { json, type Queryable, statement, type Transaction } from '../database/database.ts';
import type { SignInOverrides } from './defaults.ts';

/** A row of `sign_in_experiences`. */
export interface SignInExperienceRow {
  readonly settings: SignInOverrides;
  readonly version: number;
}

const insert = statement(
  'sign-in-experiences.insert',
  'INSERT INTO sign_in_experiences (tenant_id) VALUES ($1) ON CONFLICT (tenant_id) DO NOTHING',
);

/** Gives a new tenant the shipped settings; does nothing for one that has some. */
export const insertSignInExperience = (tx: Queryable, tenantId: string): Promise<number> => tx.run(insert, [tenantId]);

const find = statement<SignInExperienceRow>(
  'sign-in-experiences.find',
  'SELECT settings, version FROM sign_in_experiences WHERE tenant_id = $1',
);

const share = statement<SignInExperienceRow>(
  'sign-in-experiences.share',
  'SELECT settings, version FROM sign_in_experiences WHERE tenant_id = $1 FOR SHARE',
);

const lock = statement<SignInExperienceRow>(
  'sign-in-experiences.lock',
  'SELECT settings, version FROM sign_in_experiences WHERE tenant_id = $1 FOR UPDATE',
);

/** The tenant's overrides. Every tenant has a row. */
export const findOverrides = async (db: Queryable, tenantId: string): Promise<SignInExperienceRow> =>
  existing(await db.row(find, [tenantId]));

/** The same, kept from changing until the transaction ends; others may read and share it. */
export const shareOverrides = async (tx: Transaction, tenantId: string): Promise<SignInExperienceRow> =>
  existing(await tx.row(share, [tenantId]));

/** The same, locked until the transaction ends. */
export const lockOverrides = async (tx: Transaction, tenantId: string): Promise<SignInExperienceRow> =>
  existing(await tx.row(lock, [tenantId]));

const update = statement<SignInExperienceRow>(
  'sign-in-experiences.update',
  'UPDATE sign_in_experiences SET settings = $2, version = version + 1 WHERE tenant_id = $1 RETURNING settings, version',
);

/** Writes the overrides of a locked row, and gives them back as reading will: the database orders members in its own way. */
export const saveOverrides = async (
  tx: Transaction,
  tenantId: string,
  settings: SignInOverrides,
): Promise<SignInExperienceRow> => existing(await tx.row(update, [tenantId, json(settings)]));

function existing(row: SignInExperienceRow | undefined): SignInExperienceRow {
  if (!row) throw new Error('a tenant has no sign-in experience');
  return row;
}
