import type { Database, Transaction } from '../database/database.ts';
import { sha256 } from '../lib/index.ts';
import {
  consumeAuthorizationCode,
  consumeRefreshToken,
  deleteGrant,
  deleteInteraction,
  deleteSession,
  deleteToken,
  deleteTokensOfGrant,
  insertAccessToken,
  insertAuthorizationCode,
  insertGrant,
  insertInteraction,
  insertRefreshToken,
  insertSession,
  saveInteractionPayload,
  shareGrant,
  updateGrant,
  updateSession,
} from '../sessions/index.ts';
import { takeSubjectToken } from '../subject-tokens/index.ts';
import type { Exchange, RequestState, ReusedToken } from './request-state.ts';
import { REFRESH_GRACE_MS } from './token-policy.ts';

/**
 * What the request decided upon is no longer true: its session was ended, its grant revoked, or its code
 * or token used, by a request that was faster. Nothing of it has been written.
 */
export class OvertakenError extends Error {
  readonly what: 'session' | 'grant' | 'token';
  /** The family of a code or token that was used twice: it is revoked (RFC 9700, section 4.14.2). */
  readonly usedTwice: string | undefined;
  constructor(what: OvertakenError['what'], usedTwice?: string) {
    super(`overtaken: ${what}`);
    this.what = what;
    this.usedTwice = usedTwice;
  }
}

/** Who is told what is written, in the same transaction. */
export interface Tellers {
  /** A refresh token was reused: its family is revoked. */
  readonly reuse: (tx: Transaction, reused: ReusedToken) => Promise<void>;
  /** A subject token was exchanged. */
  readonly exchange: (tx: Transaction, exchange: Exchange) => Promise<void>;
}

/**
 * Writes everything that a request wants written in one transaction, in the order users, sessions, grants,
 * tokens, interactions, which is also the order in which sessions are ended.
 *
 * @throws OvertakenError when one of its conditions does not hold any more; then nothing was written
 */
export async function flush(database: Database, state: RequestState, tell: Tellers): Promise<void> {
  if (!hasWrites(state)) return;
  await database.transaction(async tx => {
    await exchange(tx, state, tell);
    await writeSessions(tx, state);
    await writeGrants(tx, state);
    await holdGrants(tx, state);
    await consume(tx, state);
    await insertTokens(tx, state);
    await revoke(tx, state, tell);
    await writeInteractions(tx, state);
  });
}

const hasWrites = (state: RequestState): boolean =>
  [
    state.sessions,
    state.deletedSessions,
    state.interactions,
    state.grants,
    state.emptiedGrants,
    state.revokedGrants,
  ].some(({ size }) => size > 0) ||
  state.exchange !== undefined ||
  [state.deletedInteractions, state.consumed, state.inserts, state.deletedTokens].some(({ length }) => length > 0);

/** First of all, since it holds the user, as whoever suspends or deletes them does. */
async function exchange(tx: Transaction, { tenant, now, exchange }: RequestState, tell: Tellers) {
  if (!exchange) return;
  if (!(await takeSubjectToken(tx, tenant.id, exchange, now))) throw new OvertakenError('token');
  await tell.exchange(tx, exchange);
}

async function writeSessions(tx: Transaction, { tenant, sessions, loadedSessions, deletedSessions }: RequestState) {
  // A new cookie value is "delete the old one, save the new one" to the engine. It is one row to us: deleting
  // it would forget that somebody ended it meanwhile.
  for (const [uid, id] of loadedSessions) {
    if (deletedSessions.has(id) && !sessions.has(uid)) await deleteSession(tx, tenant.id, uid);
  }
  for (const row of sessions.values()) {
    if (!loadedSessions.has(row.uid)) await insertSession(tx, tenant.id, row);
    else if ((await updateSession(tx, tenant.id, row)) === 0) throw new OvertakenError('session');
  }
}

async function writeGrants(tx: Transaction, { tenant, grants, loadedGrants }: RequestState) {
  for (const row of grants.values()) {
    if (!loadedGrants.has(row.id)) await insertGrant(tx, tenant.id, row);
    else if ((await updateGrant(tx, tenant.id, row.id, row.payload)) === 0) throw new OvertakenError('grant');
  }
}

/** Nothing may be issued under a grant that is being revoked at this moment. */
async function holdGrants(tx: Transaction, { tenant, inserts, grants }: RequestState) {
  const accounts = new Map(inserts.map(({ row }) => [row.grant_id, row.account_id]));
  for (const [grantId, accountId] of accounts) {
    if (grants.has(grantId)) continue;
    if (!(await shareGrant(tx, tenant.id, grantId, accountId))) throw new OvertakenError('grant');
  }
}

async function consume(tx: Transaction, { tenant, now, consumed }: RequestState) {
  for (const { table, idHash, grantId } of consumed) {
    const count =
      table === 'code'
        ? await consumeAuthorizationCode(tx, tenant.id, idHash, now)
        : await consumeRefreshToken(tx, tenant.id, idHash, now, new Date(now.getTime() - REFRESH_GRACE_MS));
    if (count === 0) throw new OvertakenError('token', grantId);
  }
}

async function insertTokens(tx: Transaction, { tenant, inserts }: RequestState) {
  for (const insert of inserts) {
    if (insert.table === 'access') await insertAccessToken(tx, tenant.id, insert.row);
    else if (insert.table === 'refresh') await insertRefreshToken(tx, tenant.id, insert.row);
    else await insertAuthorizationCode(tx, tenant.id, insert.row);
  }
}

async function revoke(tx: Transaction, state: RequestState, tell: Tellers) {
  const { tenant, revokedGrants, emptiedGrants, deletedTokens, reused } = state;
  for (const id of revokedGrants) {
    // Once the family is gone, whoever presents its tokens again does not raise a second alarm.
    if ((await deleteGrant(tx, tenant.id, id)) > 0 && reused?.grantId === id) await tell.reuse(tx, reused);
  }
  for (const id of new Set([...revokedGrants, ...emptiedGrants])) await deleteTokensOfGrant(tx, tenant.id, id);
  for (const { table, idHash } of deletedTokens) await deleteToken(tx, tenant.id, table, idHash);
}

async function writeInteractions(tx: Transaction, state: RequestState) {
  const { tenant, interactions, loadedInteractions, deletedInteractions } = state;
  for (const idHash of deletedInteractions) await deleteInteraction(tx, tenant.id, idHash);
  for (const [uid, row] of interactions) {
    const idHash = sha256(uid);
    if (!loadedInteractions.has(uid)) await insertInteraction(tx, tenant.id, idHash, row);
    else if ((await saveInteractionPayload(tx, tenant.id, idHash, row.payload)) === 0)
      throw new OvertakenError('session');
  }
}
