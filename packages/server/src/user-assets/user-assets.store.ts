import { type Queryable, statement, type Transaction } from '../database/database.ts';

export interface UserAssetRow {
  readonly content_type: string;
  readonly bytes: Uint8Array;
}

// Of a user who is there: none is saved for one who was deleted meanwhile. Locked, so that two uploads at once count each
// other.
const save = statement(
  'user-assets.save',
  `INSERT INTO user_assets (tenant_id, id, user_id, content_type, bytes, created_at)
   SELECT u.tenant_id, $2, u.id, $4, $5, $6 FROM users u WHERE u.tenant_id = $1 AND u.id = $3 FOR UPDATE
   ON CONFLICT (tenant_id, id) DO UPDATE SET created_at = excluded.created_at`,
  { long: true },
);

/** Saves a file, or its time anew when it is there; returns how many were written. */
export const saveUserAsset = (
  tx: Transaction,
  asset: {
    readonly tenantId: string;
    readonly id: string;
    readonly userId: string;
    readonly type: string;
    readonly bytes: Uint8Array;
    readonly now: Date;
  },
): Promise<number> =>
  tx.run(save, [asset.tenantId, asset.id, asset.userId, asset.type, Buffer.from(asset.bytes), asset.now]);

// The picture in use is named by the end of the avatar's address, whatever the host was when it was uploaded.
const dropOldest = statement(
  'user-assets.drop-oldest',
  `DELETE FROM user_assets WHERE tenant_id = $1 AND user_id = $2 AND id IN (
     SELECT a.id FROM user_assets a JOIN users u ON u.tenant_id = a.tenant_id AND u.id = a.user_id
     WHERE a.tenant_id = $1 AND a.user_id = $2 AND (u.avatar IS NULL OR right(u.avatar, 43) <> a.id)
     ORDER BY a.created_at DESC, a.id OFFSET $3)`,
);

/** Removes the oldest files of a user that are not their avatar, beyond `most`. */
export const keepNewest = (tx: Transaction, tenantId: string, userId: string, most: number): Promise<number> =>
  tx.run(dropOldest, [tenantId, userId, most]);

const findById = statement<UserAssetRow>(
  'user-assets.find',
  'SELECT content_type, bytes FROM user_assets WHERE tenant_id = $1 AND id = $2',
);

/** A file, or undefined. */
export const findUserAsset = (db: Queryable, tenantId: string, id: string): Promise<UserAssetRow | undefined> =>
  db.row(findById, [tenantId, id]);
