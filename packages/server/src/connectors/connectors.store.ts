import type { ConnectorOverrides } from '@freehold/contract';
import { json, type Queryable, statement, type Transaction } from '../database/database.ts';
import type { ConnectorFactory } from './port.ts';

/** A row of `connectors`. */
export interface ConnectorRow {
  readonly id: string;
  readonly factory_id: string;
  readonly type: ConnectorFactory['type'];
  /** Encrypted JSON text. */
  readonly config: string;
  readonly metadata: ConnectorOverrides;
  readonly target: string | null;
  readonly platform: string | null;
  readonly sync_profile: boolean;
  readonly enable_token_storage: boolean;
  readonly version: number;
  readonly created_at: Date;
}

const columns = `id, factory_id, type, config, metadata, target, platform, sync_profile, enable_token_storage, version,
  created_at`;

const find = statement<ConnectorRow>(
  'connectors.find',
  `SELECT ${columns} FROM connectors WHERE tenant_id = $1 AND id = $2`,
);

/** The connector, or undefined. */
export const findConnector = (db: Queryable, tenantId: string, id: string): Promise<ConnectorRow | undefined> =>
  db.row(find, [tenantId, id]);

const findByType = statement<ConnectorRow>(
  'connectors.find-sender',
  `SELECT ${columns} FROM connectors WHERE tenant_id = $1 AND type = $2 AND type <> 'Social'`,
);

/** The tenant's one sender of a type, or undefined. */
export const findSender = (db: Queryable, tenantId: string, type: 'Email' | 'Sms'): Promise<ConnectorRow | undefined> =>
  db.row(findByType, [tenantId, type]);

const listByTarget = statement<ConnectorRow>(
  'connectors.list-by-target',
  `SELECT ${columns} FROM connectors WHERE tenant_id = $1 AND type = 'Social' AND target = $2 ORDER BY created_at, id`,
);

/** The connectors that link identities of a target: at most one a platform. */
export const listByTargetRows = (db: Queryable, tenantId: string, target: string): Promise<ConnectorRow[]> =>
  db.rows(listByTarget, [tenantId, target]);

const listAll = statement<ConnectorRow>(
  'connectors.list',
  `SELECT ${columns} FROM connectors WHERE tenant_id = $1 ORDER BY created_at, id`,
);

/** All connectors, oldest first. */
export const listConnectorRows = (db: Queryable, tenantId: string): Promise<ConnectorRow[]> =>
  db.rows(listAll, [tenantId]);

const lock = statement<ConnectorRow>(
  'connectors.lock',
  `SELECT ${columns} FROM connectors WHERE tenant_id = $1 AND id = $2 FOR UPDATE`,
);

/** The connector, locked until the transaction ends, or undefined. */
export const lockConnector = (tx: Transaction, tenantId: string, id: string): Promise<ConnectorRow | undefined> =>
  tx.row(lock, [tenantId, id]);

const inserted = `INSERT INTO connectors (tenant_id, id, factory_id, type, config, metadata, target, platform,
    sync_profile, enable_token_storage, version, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

const insertProvider = statement('connectors.insert-provider', inserted);

// One statement, so that of many at once exactly one is left, and at no instant none.
const replaceSender = statement(
  'connectors.replace-sender',
  `${inserted}
   ON CONFLICT (tenant_id, type) WHERE type <> 'Social' DO UPDATE SET
     id = excluded.id, factory_id = excluded.factory_id, config = excluded.config, metadata = excluded.metadata,
     sync_profile = excluded.sync_profile, enable_token_storage = excluded.enable_token_storage,
     version = excluded.version, created_at = excluded.created_at`,
);

/** Writes a new connector. A sender takes the place of the tenant's other sender of its type. */
export const insertConnector = (tx: Transaction, tenantId: string, row: ConnectorRow): Promise<number> =>
  tx.run(row.type === 'Social' ? insertProvider : replaceSender, [
    tenantId,
    row.id,
    row.factory_id,
    row.type,
    row.config,
    json(row.metadata),
    row.target,
    row.platform,
    row.sync_profile,
    row.enable_token_storage,
    row.version,
    row.created_at,
  ]);

const update = statement(
  'connectors.update',
  `UPDATE connectors SET config = $3, metadata = $4, target = $5, sync_profile = $6, enable_token_storage = $7,
     version = version + 1
   WHERE tenant_id = $1 AND id = $2`,
);

/** Writes a locked connector. */
export const saveConnector = (tx: Transaction, tenantId: string, row: ConnectorRow): Promise<number> =>
  tx.run(update, [
    tenantId,
    row.id,
    row.config,
    json(row.metadata),
    row.target,
    row.sync_profile,
    row.enable_token_storage,
  ]);

const remove = statement('connectors.delete', 'DELETE FROM connectors WHERE tenant_id = $1 AND id = $2');

/** Deletes a connector; returns how many there were. */
export const deleteConnectorRow = (tx: Transaction, tenantId: string, id: string): Promise<number> =>
  tx.run(remove, [tenantId, id]);
