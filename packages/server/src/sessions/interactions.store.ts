import { json, type Queryable, statement, type Transaction } from '../database/database.ts';

/** A row of `interactions`: a sign-in under way. */
export interface InteractionRow {
  /** The protocol engine's document, without the interaction's uid, which is a secret of the browser. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** What the person has done so far on the sign-in pages. */
  readonly experience: Readonly<Record<string, unknown>> | null;
  readonly submission: Readonly<Record<string, unknown>> | null;
  readonly version: number;
  readonly created_at: Date;
  readonly expires_at: Date;
}

const find = statement<InteractionRow>(
  'interactions.find',
  `SELECT payload, experience, submission, version, created_at, expires_at
   FROM interactions WHERE tenant_id = $1 AND uid_hash = $2`,
);

/** The interaction whose uid hashes to `uidHash`. It may have expired. */
export const findInteraction = (
  db: Queryable,
  tenantId: string,
  uidHash: Buffer,
): Promise<InteractionRow | undefined> => db.row(find, [tenantId, uidHash]);

const insert = statement(
  'interactions.insert',
  `INSERT INTO interactions (tenant_id, uid_hash, payload, account_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)`,
);

/** Adds an interaction. */
export const insertInteraction = (
  tx: Transaction,
  tenantId: string,
  uidHash: Buffer,
  row: Pick<InteractionRow, 'payload' | 'created_at' | 'expires_at'> & { readonly account_id: string | null },
): Promise<number> =>
  tx.run(insert, [tenantId, uidHash, json(row.payload), row.account_id, row.created_at, row.expires_at]);

const savePayload = statement(
  'interactions.save-payload',
  'UPDATE interactions SET payload = $3, version = version + 1 WHERE tenant_id = $1 AND uid_hash = $2',
);

/** Writes the engine's own change of an interaction; 0 when it has gone. */
export const saveInteractionPayload = (
  tx: Transaction,
  tenantId: string,
  uidHash: Buffer,
  payload: InteractionRow['payload'],
): Promise<number> => tx.run(savePayload, [tenantId, uidHash, json(payload)]);

const saveExperience = statement(
  'interactions.save-experience',
  `UPDATE interactions SET experience = $4, account_id = coalesce($5, account_id), version = version + 1
   WHERE tenant_id = $1 AND uid_hash = $2 AND version = $3`,
);

/** Writes what the person has done so far; 0 when another step was faster than the one that read `version`. */
export const saveInteractionExperience = (
  db: Queryable,
  tenantId: string,
  uidHash: Buffer,
  version: number,
  experience: object | null,
  accountId: string | null,
): Promise<number> =>
  db.run(saveExperience, [tenantId, uidHash, version, experience === null ? null : json(experience), accountId]);

const finish = statement(
  'interactions.finish',
  `UPDATE interactions SET payload = $4, account_id = coalesce($5, account_id), submission = coalesce($6, submission),
     experience = NULL, version = version + 1
   WHERE tenant_id = $1 AND uid_hash = $2 AND version = $3`,
);

/** Writes the result of an interaction and forgets how it came about; 0 when another step was faster. */
export const finishInteraction = (
  tx: Transaction,
  tenantId: string,
  uidHash: Buffer,
  version: number,
  result: {
    readonly payload: InteractionRow['payload'];
    readonly accountId: string | null;
    readonly submission: Readonly<Record<string, unknown>> | null;
  },
): Promise<number> =>
  tx.run(finish, [
    tenantId,
    uidHash,
    version,
    json(result.payload),
    result.accountId,
    result.submission === null ? null : json(result.submission),
  ]);

const remove = statement('interactions.delete', 'DELETE FROM interactions WHERE tenant_id = $1 AND uid_hash = $2');

/** Removes an interaction. */
export const deleteInteraction = (tx: Transaction, tenantId: string, uidHash: Buffer): Promise<number> =>
  tx.run(remove, [tenantId, uidHash]);
