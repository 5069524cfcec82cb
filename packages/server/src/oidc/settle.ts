import type { SecurityEvent } from '@freehold/contract';
import { type Database, DatabaseUnavailable, type Transaction } from '../database/database.ts';
import { recordEvent } from '../events/index.ts';
import type { Clock, Envelope } from '../lib/index.ts';
import type { Origin } from '../operation/index.ts';
import { answerError } from './answers.ts';
import { errors, type KoaContextWithOIDC } from './engine.ts';
import { flush, OvertakenError, type Tellers } from './flush.ts';
import { type Exchange, RequestState, type ReusedToken } from './request-state.ts';

/** Where a request comes from, as the edge judges it. */
export interface RequestSource {
  readonly requestId: string;
  readonly origin: Origin;
}

/** What settling needs. */
export interface SettleNeeds {
  readonly database: Database;
  readonly envelope: Envelope;
  readonly clock: Clock;
  readonly log: {
    info(facts: object, sentence: string): void;
    warn(facts: object, sentence: string): void;
    error(facts: object, sentence: string): void;
  };
}

/**
 * Writes what the request wants written, and changes its answer when that is not possible: all of it when the
 * request succeeded; revocations, sessions and interactions when it failed.
 */
export async function settle(
  ctx: KoaContextWithOIDC,
  state: RequestState,
  needs: SettleNeeds,
  source: RequestSource,
): Promise<void> {
  if (state.failure !== undefined) state.dropIssued();
  report(ctx, state, needs, source);
  const tell: Tellers = {
    reuse: (tx, reused) => recordReuse(tx, needs, state, source, reused),
    exchange: (tx, exchange) => recordExchange(tx, needs, state, source, exchange),
  };
  try {
    await flush(needs.database, state, tell).catch(async error => {
      if (!(error instanceof OvertakenError)) throw error;
      answerError(
        ctx,
        state,
        error.what === 'session' ? new errors.SessionNotFound('session not found') : new errors.InvalidGrant(),
      );
      if (error.usedTwice !== undefined) await revokeFamily(needs.database, state, error.usedTwice, tell);
    });
  } catch (err) {
    needs.log.error({ requestId: source.requestId, err }, 'what a protocol request decided could not be stored');
    answerError(ctx, state, err);
  }
}

/** Two requests used one code or token, and this one was slower: the family is revoked, as for any reuse. */
async function revokeFamily(database: Database, state: RequestState, grantId: string, tell: Tellers): Promise<void> {
  const revocation = new RequestState(state.tenant, state.now);
  revocation.revokedGrants.add(grantId);
  revocation.reused = await refreshTokenOf(state, grantId);
  await flush(database, revocation, tell);
}

/** The refresh token of the family that this request has brought, if it was one. */
async function refreshTokenOf({ expected, readings }: RequestState, grantId: string): Promise<ReusedToken | undefined> {
  const reading = expected?.table === 'refresh' ? await readings.get(`refresh ${expected.value}`) : undefined;
  if (reading?.grant_id !== grantId) return undefined;
  return { accountId: reading.account_id, clientId: reading.client_id, grantId, sessionUid: reading.session_uid };
}

/** An error that is no refusal of the protocol is ours: it is logged, since the answer hides it. */
function report(
  ctx: KoaContextWithOIDC,
  state: RequestState,
  { log }: SettleNeeds,
  { requestId }: RequestSource,
): void {
  const { failure } = state;
  if (failure === undefined || failure instanceof errors.OIDCProviderError) return;
  log.error({ requestId, err: failure }, 'unforeseen error of the protocol engine');
  if (failure instanceof DatabaseUnavailable) answerError(ctx, state, failure);
}

function recordReuse(
  tx: Transaction,
  { envelope }: SettleNeeds,
  { tenant, now }: RequestState,
  { requestId, origin }: RequestSource,
  { accountId, clientId, sessionUid }: ReusedToken,
): Promise<void> {
  const actor = { kind: 'application', id: clientId } as const;
  const event: SecurityEvent = { type: 'refresh-token-reused', userId: accountId };
  return recordEvent(tx, envelope, { tenantId: tenant.id, now, requestId, origin, actor, clientId, sessionUid }, event);
}

/** Somebody acts as a user: it is written at the user who does, by whose leave, and for what. */
function recordExchange(
  tx: Transaction,
  { envelope }: SettleNeeds,
  { tenant, now }: RequestState,
  { requestId, origin }: RequestSource,
  { userId, clientId, creator, resource }: Exchange,
): Promise<void> {
  const actor = { kind: 'application', id: clientId } as const;
  const data = { grantedBy: creator, ...(resource !== undefined && { resource }) };
  const event: SecurityEvent = { type: 'impersonation-started', userId, data };
  return recordEvent(tx, envelope, { tenantId: tenant.id, now, requestId, origin, actor, clientId }, event);
}
