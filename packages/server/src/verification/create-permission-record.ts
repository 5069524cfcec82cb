import type { ProofMethod, SensitiveAction } from '@freehold/contract';
import { newRecordId } from '../lib/index.ts';
import type { Principal } from '../operation/index.ts';
import type { RecordRow } from './records.store.ts';

/** Every record lives ten minutes from its creation, whatever happens to it. */
export const RECORD_LIFETIME_MS = 10 * 60 * 1000;

/**
 * The record that says that the caller has just proven who they are. It serves the session (where a token has none, the
 * grant) and the client that it was made by, and nobody else.
 */
export const createPermissionRecord = (
  principal: Principal,
  method: ProofMethod,
  action: SensitiveAction | undefined,
  now: Date,
): RecordRow => ({
  id: newRecordId(),
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
  expires_at: new Date(now.getTime() + RECORD_LIFETIME_MS),
  verified_at: now,
});
