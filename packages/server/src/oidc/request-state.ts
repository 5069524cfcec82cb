import { AsyncLocalStorage } from 'node:async_hooks';
import type {
  AccessTokenWrite,
  GrantRow,
  InteractionRow,
  SessionWrite,
  TokenTable,
  TokenWrite,
} from '../sessions/index.ts';
import type { KnownTenant } from '../tenants/index.ts';
import type { TokenReading } from './reads.store.ts';

/** A token that is to be written. */
export type TokenInsert =
  | { readonly table: 'access'; readonly row: AccessTokenWrite }
  | { readonly table: 'refresh' | 'code'; readonly row: TokenWrite };

/** Somebody used a refresh token again after its grace period. */
export interface ReusedToken {
  readonly accountId: string;
  readonly clientId: string;
  readonly grantId: string;
  readonly sessionUid: string | null;
}

/** An application acts as a user, for a subject token. */
export interface Exchange {
  /** SHA-256 of the subject token, which is used up. */
  readonly idHash: Buffer;
  readonly userId: string;
  /** Who got the subject token. */
  readonly creator: { readonly kind: 'application' | 'user'; readonly id: string };
  readonly clientId: string;
  /** The API that the access token is for; undefined for the Account API. */
  readonly resource: string | undefined;
}

/**
 * What one request has read and wants to write. The engine believes that it writes at once; really every
 * write waits here and all of them go out in one transaction before the response does (`flush.ts`).
 */
export class RequestState {
  readonly tenant: KnownTenant;
  readonly now: Date;
  /** Which token the request brings, as far as its body tells: one joined read then serves all questions. */
  expected: { readonly table: TokenTable; readonly value: string } | undefined;
  readonly readings = new Map<string, Promise<TokenReading | undefined>>();

  /** User scopes that are open to each client that was read; undefined where all are. */
  readonly openedScopes = new Map<string, readonly string[] | undefined>();

  /** Sessions and grants that came out of the database: they are updated, never made anew. */
  /** Cookie values by uid. */
  readonly loadedSessions = new Map<string, string>();
  readonly loadedGrants = new Set<string>();
  readonly loadedInteractions = new Map<string, InteractionRow>();
  /** The sign-in that this request completes. */
  signedIn: { readonly submission: Readonly<Record<string, unknown>> | null; readonly clientId: string } | undefined;
  /** In whose session a consent is given. */
  consentSessionUid: string | null = null;

  readonly sessions = new Map<string, SessionWrite>();
  /** Cookie values. */
  readonly deletedSessions = new Set<string>();
  readonly interactions = new Map<
    string,
    { payload: Record<string, unknown>; created_at: Date; expires_at: Date; account_id: string | null }
  >();
  readonly deletedInteractions: Buffer[] = [];
  readonly grants = new Map<string, GrantRow>();
  readonly consumed: { readonly table: 'refresh' | 'code'; readonly idHash: Buffer; readonly grantId: string }[] = [];
  readonly inserts: TokenInsert[] = [];
  /** Grants whose tokens die, and those that die themselves. */
  readonly emptiedGrants = new Set<string>();
  readonly revokedGrants = new Set<string>();
  readonly deletedTokens: { readonly table: TokenTable; readonly idHash: Buffer }[] = [];

  exchange: Exchange | undefined;
  reused: ReusedToken | undefined;
  /** Why the request failed, once it has. */
  failure: unknown;

  constructor(tenant: KnownTenant, now: Date) {
    this.tenant = tenant;
    this.now = now;
  }

  /** Gives up what only a successful request may write. Revocations stay: a thief's failed attempt must revoke too. */
  dropIssued(): void {
    this.grants.clear();
    this.consumed.length = 0;
    this.inserts.length = 0;
    this.exchange = undefined;
  }
}

const states = new AsyncLocalStorage<RequestState>();

/** Runs `work` with its own state. */
export const runWithState = <T>(state: RequestState, work: () => Promise<T>): Promise<T> => states.run(state, work);

/** The state of the request under way. */
export function currentState(): RequestState {
  const state = states.getStore();
  if (!state) throw new Error('the protocol engine was entered without a request state');
  return state;
}
