import type { Database } from '../database/database.ts';
import { sha256 } from '../lib/index.ts';
import { findGrant, findInteraction, findSession, findSessionByUid, type TokenTable } from '../sessions/index.ts';
import type { SigningAlgorithm } from '../tenants/index.ts';
import { builtInClient, clientMetadata, thirdPartyScopes } from './clients.ts';
import {
  accessTokenRow,
  grantDocument,
  grantRow,
  interactionDocument,
  interactionPayload,
  sessionDocument,
  sessionRow,
  times,
  tokenDocument,
  tokenRow,
} from './documents.ts';
import type { Adapter, AdapterPayload } from './engine.ts';
import { type ClientRow, findClient, readToken, type TokenReading } from './reads.store.ts';
import { currentState, type RequestState } from './request-state.ts';
import { REFRESH_GRACE_MS } from './token-policy.ts';

/** What the storage of the engine needs. */
export interface AdapterNeeds {
  readonly database: Database;
  readonly development: boolean;
  /** The algorithm of the tenant's active key: every client is answered in it. */
  readonly algorithm: SigningAlgorithm;
}

/**
 * Makes the engine's storage: reads go to the database, joined where several questions of one request
 * have one answer; writes wait in the request's state for `flush.ts`.
 */
export const createAdapterFactory =
  (needs: AdapterNeeds) =>
  (model: string): Adapter => {
    switch (model) {
      case 'Session':
        return sessions(needs);
      case 'Interaction':
        return interactions(needs);
      case 'Grant':
        return grants(needs);
      case 'Client':
        return clients(needs);
      case 'AccessToken':
        return tokens(needs, 'access', model);
      case 'RefreshToken':
        return tokens(needs, 'refresh', model);
      case 'AuthorizationCode':
        return tokens(needs, 'code', model);
      default:
        // Client credentials become JWTs, which are not stored; all other models belong to features that are off.
        return { ...unused, find: async () => undefined };
    }
  };

const refuse = async (): Promise<undefined> => {
  throw new Error('the protocol engine used a part of its storage that no enabled feature has');
};

const unused: Adapter = {
  upsert: refuse,
  find: refuse,
  findByUserCode: refuse,
  findByUid: refuse,
  consume: refuse,
  destroy: refuse,
  revokeByGrantId: refuse,
};

const sessions = ({ database }: AdapterNeeds): Adapter => ({
  ...unused,
  async find(id) {
    const { tenant, loadedSessions } = currentState();
    const row = await findSession(database, tenant.id, sha256(id));
    if (row) loadedSessions.set(row.uid, id);
    return row && sessionDocument(id, row);
  },
  async findByUid(uid) {
    const row = await findSessionByUid(database, currentState().tenant.id, uid);
    return row && sessionDocument(undefined, row);
  },
  async upsert(id, payload) {
    const state = currentState();
    const row = sessionRow(id, payload);
    const signedIn = row.account_id === null ? undefined : state.signedIn;
    state.sessions.set(row.uid, {
      ...row,
      client_id: signedIn?.clientId ?? null,
      last_submission: signedIn?.submission ?? undefined,
    });
  },
  async destroy(id) {
    currentState().deletedSessions.add(id);
  },
});

const interactions = ({ database }: AdapterNeeds): Adapter => ({
  ...unused,
  async find(uid) {
    const state = currentState();
    const row = await findInteraction(database, state.tenant.id, sha256(uid));
    if (!row) return undefined;
    state.loadedInteractions.set(uid, row);
    const document = interactionDocument(uid, row, state.tenant.issuer);
    if (document.result?.login) {
      state.signedIn = { submission: row.submission, clientId: String(document.params?.['client_id']) };
    }
    return document;
  },
  async upsert(uid, payload) {
    currentState().interactions.set(uid, {
      payload: interactionPayload(payload),
      account_id: payload.session?.accountId ?? null,
      ...times(payload),
    });
  },
  async destroy(uid) {
    currentState().deletedInteractions.push(sha256(uid));
  },
});

const grants = (needs: AdapterNeeds): Adapter => ({
  ...unused,
  async find(id) {
    const state = currentState();
    const row = (await joinedGrant(state, id)) ?? (await findGrant(needs.database, state.tenant.id, id));
    if (!row) return undefined;
    state.loadedGrants.add(id);
    return openedOnly(grantDocument(row), await openedScopes(needs, row.client_id));
  },
  async upsert(id, payload) {
    const state = currentState();
    state.grants.set(id, grantRow(id, payload, state.consentSessionUid));
  },
  async destroy(id) {
    currentState().revokedGrants.add(id);
  },
});

/** User scopes that are open to a third party's application at this moment; undefined for others, to which all are. */
async function openedScopes(needs: AdapterNeeds, clientId: string): Promise<readonly string[] | undefined> {
  const { openedScopes: known } = currentState();
  if (!known.has(clientId)) await findClientRow(needs, clientId);
  return known.get(clientId);
}

/**
 * A grant says what its user has allowed; a scope that the administrator has closed since is not issued any more,
 * neither as a scope nor as claims.
 */
function openedOnly(grant: AdapterPayload, opened: readonly string[] | undefined): AdapterPayload {
  const openid = grant['openid'] as { readonly scope?: string } | undefined;
  if (!opened || !openid?.scope) return grant;
  const scope = openid.scope.split(' ').filter(name => opened.includes(name));
  return { ...grant, openid: { ...openid, scope: scope.join(' ') } };
}

async function joinedGrant(state: RequestState, id: string) {
  for (const pending of state.readings.values()) {
    const reading = await pending;
    if (reading?.grant_id !== id) continue;
    return {
      id,
      account_id: reading.account_id,
      client_id: reading.client_id,
      session_uid: reading.grant_session_uid,
      payload: reading.grant_payload,
      created_at: reading.grant_created_at,
      expires_at: reading.grant_expires_at,
    };
  }
  return undefined;
}

const clients = (needs: AdapterNeeds): Adapter => ({
  ...unused,
  async find(id) {
    // No id has one, and PostgreSQL refuses to be asked.
    if (id.includes('\0')) return undefined;
    const row = await findClientRow(needs, id);
    return row && clientMetadata(row, needs.algorithm);
  },
});

async function findClientRow(needs: AdapterNeeds, id: string): Promise<ClientRow | undefined> {
  const row = await readClientRow(needs, id);
  const opened = row?.is_third_party ? thirdPartyScopes(row.user_scopes ?? []) : undefined;
  currentState().openedScopes.set(id, opened);
  return row;
}

async function readClientRow({ database, development }: AdapterNeeds, id: string): Promise<ClientRow | undefined> {
  const state = currentState();
  const { tenant, expected } = state;
  const builtIn = builtInClient(id, tenant, development);
  if (builtIn) return builtIn;
  if (expected) await readOnce(database, state, expected.table, expected.value);
  for (const pending of state.readings.values()) {
    const reading = await pending;
    if (reading?.client?.id === id) return { ...reading.client, secrets: reading.client_secrets };
  }
  return findClient(database, tenant.id, id);
}

/** One joined read a token and request, whoever asks first. */
function readOnce(
  database: Database,
  { tenant, readings }: RequestState,
  table: TokenTable,
  value: string,
): Promise<TokenReading | undefined> {
  const key = `${table} ${value}`;
  const known = readings.get(key);
  if (known) return known;
  const reading = readToken(database, tenant.id, table, sha256(value));
  readings.set(key, reading);
  return reading;
}

const tokens = ({ database }: AdapterNeeds, table: TokenTable, kind: string): Adapter => ({
  ...unused,
  async find(value) {
    const state = currentState();
    const row = await readOnce(database, state, table, value);
    if (!row) return undefined;
    state.loadedGrants.add(row.grant_id);
    const consumed = isSpent(table, row, state.now) ? (row.consumed_at ?? undefined) : undefined;
    if (consumed && table === 'refresh') {
      state.reused = {
        accountId: row.account_id,
        clientId: row.client_id,
        grantId: row.grant_id,
        sessionUid: row.session_uid,
      };
    }
    return tokenDocument(kind, value, row, consumed);
  },
  async upsert(value, payload) {
    const { inserts } = currentState();
    if (table === 'access') inserts.push({ table, row: accessTokenRow(value, payload) });
    else inserts.push({ table, row: tokenRow(value, payload) });
  },
  async consume(value) {
    const state = currentState();
    const row = await readOnce(database, state, table, value);
    if (!row || table === 'access') throw new Error('only a token that was found can be consumed');
    state.consumed.push({ table, idHash: sha256(value), grantId: row.grant_id });
  },
  async destroy(value) {
    currentState().deletedTokens.push({ table, idHash: sha256(value) });
  },
  async revokeByGrantId(grantId) {
    currentState().emptiedGrants.add(grantId);
  },
});

/** Whether a consumed token counts as such: a refresh token may be used again within its grace period. */
const isSpent = (table: TokenTable, { consumed_at: consumed }: TokenReading, now: Date): boolean =>
  consumed !== null && (table !== 'refresh' || consumed.getTime() <= now.getTime() - REFRESH_GRACE_MS);

/** A user that a joined read of this request has brought along, or undefined. */
export async function joinedAccount({ readings }: RequestState, id: string): Promise<TokenReading | undefined> {
  for (const pending of readings.values()) {
    const reading = await pending;
    if (reading?.user_id === id) return reading;
  }
  return undefined;
}
