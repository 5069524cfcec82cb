/**
 * The engine's documents and our rows. Secrets (cookie values, codes, tokens) never enter a row, and what
 * has a column is not stored twice: the columns are what is judged.
 */
import { accountScopes } from '@freehold/contract';
import { sha256 } from '../lib/index.ts';
import type { AccessTokenWrite, GrantRow, InteractionRow, SessionRow, TokenWrite } from '../sessions/index.ts';
import type { AdapterPayload } from './engine.ts';

export const toDate = (seconds: number): Date => new Date(seconds * 1000);
export const toSeconds = (date: Date): number => Math.floor(date.getTime() / 1000);

const without = (payload: AdapterPayload, ...names: string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(payload).filter(([name, value]) => value !== undefined && !names.includes(name)));

const envelope = ['jti', 'kind', 'iat', 'exp'];

/** When a document was made and until when it is good. Every document that is stored says both. */
export function times({ iat, exp }: AdapterPayload): { created_at: Date; expires_at: Date } {
  if (iat === undefined || exp === undefined) throw new Error('a document of the protocol engine has no lifetime');
  return { created_at: toDate(iat), expires_at: toDate(exp) };
}

const lifetime = (row: { created_at: Date; expires_at: Date }) => ({
  iat: toSeconds(row.created_at),
  exp: toSeconds(row.expires_at),
});

function required(payload: AdapterPayload, name: 'accountId' | 'clientId' | 'grantId' | 'uid'): string {
  const value = payload[name];
  if (typeof value !== 'string') throw new Error(`a document of the protocol engine has no ${name}`);
  return value;
}

/** A token or code as a row. */
export const tokenRow = (id: string, payload: AdapterPayload): TokenWrite => ({
  id_hash: sha256(id),
  account_id: required(payload, 'accountId'),
  client_id: required(payload, 'clientId'),
  grant_id: required(payload, 'grantId'),
  session_uid: payload.sessionUid ?? null,
  payload: without(payload, ...envelope, 'accountId', 'clientId', 'grantId', 'sessionUid', 'consumed'),
  ...times(payload),
});

/** The scopes that the Account API knows, as bits: bit i is the i-th of `accountScopes`. */
export const scopeBits = (scope: string): number => {
  const names = new Set(scope.split(' '));
  return accountScopes.reduce((bits, name, i) => (names.has(name) ? bits | (1 << i) : bits), 0);
};

/** An opaque access token as a row. */
export function accessTokenRow(id: string, payload: AdapterPayload): AccessTokenWrite {
  const row = tokenRow(id, payload);
  const scope = payload.scope ?? '';
  return { ...row, payload: without(row.payload, 'scope'), scope, scope_bits: scopeBits(scope) };
}

/** A token's document out of its row. */
export const tokenDocument = (
  kind: string,
  id: string,
  row: Omit<TokenWrite, 'id_hash'> & { readonly scope: string | null },
  consumed: Date | undefined,
): AdapterPayload => ({
  ...row.payload,
  ...(row.scope === null ? {} : { scope: row.scope }),
  ...lifetime(row),
  kind,
  jti: id,
  accountId: row.account_id,
  clientId: row.client_id,
  grantId: row.grant_id,
  ...(row.session_uid === null ? {} : { sessionUid: row.session_uid }),
  ...(consumed === undefined ? {} : { consumed: toSeconds(consumed) }),
});

/** A grant as a row. */
export const grantRow = (id: string, payload: AdapterPayload, sessionUid: string | null): GrantRow => ({
  id,
  account_id: required(payload, 'accountId'),
  client_id: required(payload, 'clientId'),
  session_uid: sessionUid,
  payload: without(payload, ...envelope, 'accountId', 'clientId'),
  ...times(payload),
});

/** A grant's document out of its row. */
export const grantDocument = (row: GrantRow): AdapterPayload => ({
  ...row.payload,
  ...lifetime(row),
  kind: 'Grant',
  jti: row.id,
  accountId: row.account_id,
  clientId: row.client_id,
});

/** A session as a row. */
export const sessionRow = (id: string, payload: AdapterPayload): SessionRow & { readonly id_hash: Buffer } => ({
  uid: required(payload, 'uid'),
  id_hash: sha256(id),
  account_id: payload.accountId ?? null,
  login_at: payload.loginTs === undefined ? null : toDate(payload.loginTs),
  payload: without(payload, ...envelope, 'uid', 'accountId', 'loginTs'),
  client_id: null,
  ...times(payload),
});

/** A session's document out of its row. Without the cookie's value nobody can tell it, so `id` may be made up. */
export const sessionDocument = (id: string | undefined, row: SessionRow): AdapterPayload => ({
  ...row.payload,
  ...lifetime(row),
  kind: 'Session',
  ...(id === undefined ? {} : { jti: id }),
  uid: row.uid,
  ...(row.account_id === null ? {} : { accountId: row.account_id }),
  ...(row.login_at === null ? {} : { loginTs: toSeconds(row.login_at) }),
});

/** An interaction's document as it is stored: neither its own uid nor the cookie of the session is in it. */
export const interactionPayload = (payload: AdapterPayload): Record<string, unknown> => {
  const stored = without(payload, ...envelope, 'returnTo');
  if (payload.session === undefined) return stored;
  const { cookie: _secret, ...session } = payload.session;
  return { ...stored, session };
};

/** An interaction's document out of its row. */
export const interactionDocument = (uid: string, row: InteractionRow, issuer: string): AdapterPayload => ({
  ...row.payload,
  ...lifetime(row),
  kind: 'Interaction',
  jti: uid,
  returnTo: `${issuer}/auth/${uid}`,
});
