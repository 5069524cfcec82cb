import type { ProofMethod, SensitiveAction } from '@freehold/contract';
import type { Transaction } from '../database/database.ts';
import { newRecordId } from '../lib/index.ts';
import type { Principal } from '../operation/index.ts';
import { insertRecord, type RecordRow } from './records.store.ts';

/** Every record lives ten minutes from its creation, whatever happens to it. */
export const RECORD_LIFETIME_MS = 10 * 60 * 1000;

/**
 * Writes down that the caller has just proven who they are. The record serves the session (where a
 * token has none, the grant) and the client that it was made by, and nobody else.
 *
 * @param passwordUpdatedAt of the user that was judged
 * @returns undefined when the password has been changed meanwhile, or the user is gone: nothing is written then
 */
export async function createPermissionRecord(
  tx: Transaction,
  principal: Principal,
  method: ProofMethod,
  action: SensitiveAction | undefined,
  now: Date,
  passwordUpdatedAt: Date | null,
): Promise<{ verificationRecordId: string; expiresAt: string } | undefined> {
  const id = newRecordId();
  const expiresAt = new Date(now.getTime() + RECORD_LIFETIME_MS);
  const row: RecordRow = {
    id,
    purpose: 'permission',
    method,
    user_id: principal.userId,
    session_uid: principal.sessionUid,
    grant_id: principal.grantId,
    client_id: principal.clientId,
    identifier: null,
    action: action ?? null,
    data: {},
    created_at: now,
    expires_at: expiresAt,
    verified_at: now,
  };
  if ((await insertRecord(tx, principal.tenantId, row, passwordUpdatedAt)) === 0) return undefined;
  return { verificationRecordId: id, expiresAt: expiresAt.toISOString() };
}
