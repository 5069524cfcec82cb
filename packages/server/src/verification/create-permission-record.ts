import type { ProofMethod, SensitiveAction } from '@freehold/contract';
import type { Transaction } from '../database/database.ts';
import { newRecordId } from '../lib/index.ts';
import type { Principal } from '../operation/index.ts';
import { insertRecord } from './records.store.ts';

/** Every record lives ten minutes from its creation, whatever happens to it. */
export const RECORD_LIFETIME_MS = 10 * 60 * 1000;

/**
 * Writes down that the caller has just proven who they are. The record serves the session (where a
 * token has none, the grant) and the client that it was made by, and nobody else.
 */
export async function createPermissionRecord(
  tx: Transaction,
  principal: Principal,
  method: ProofMethod,
  action: SensitiveAction | undefined,
  now: Date,
): Promise<{ verificationRecordId: string; expiresAt: string }> {
  const id = newRecordId();
  const expiresAt = new Date(now.getTime() + RECORD_LIFETIME_MS);
  await insertRecord(tx, principal.tenantId, {
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
  });
  return { verificationRecordId: id, expiresAt: expiresAt.toISOString() };
}
